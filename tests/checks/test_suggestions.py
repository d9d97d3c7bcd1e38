"""The nearest name that exists."""

import pytest
from knowledge.checks.suggestions import suggestion

NOTHING = {"suggestion_en": "", "suggestion_da": ""}


def test_a_name_with_a_slip_is_answered_with_the_right_one_in_both_languages() -> None:
    assert suggestion("fact-shet", ["handbook", "fact-sheet", "sheet-of-facts"]) == {
        "suggestion_en": " (did you mean “fact-sheet”?)",
        "suggestion_da": " (mente du ”fact-sheet”?)",
    }


@pytest.mark.parametrize(("name", "known"), [("fact-sheet", []), ("zebra", ["fact-sheet"]), ("", ["fact-sheet"]), ("", [])])
def test_nothing_is_suggested_when_nothing_is_near(name: str, known: list[str]) -> None:
    assert suggestion(name, known) == NOTHING


def test_the_nearest_of_several_is_suggested_whatever_their_order() -> None:
    names = ["mentors", "mentor-role", "monitor"]
    assert suggestion("mentorss", names) == suggestion("mentorss", reversed(names))
    assert "“mentors”" in suggestion("mentorss", names)["suggestion_en"]


def test_names_that_can_be_read_once_only_are_enough() -> None:
    assert "“ethics”" in suggestion("etics", (name for name in ("ethics", "evidence")))["suggestion_en"]
