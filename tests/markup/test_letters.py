"""How words are broken into lines for pictures, whatever the typeface."""

import pytest
from knowledge.markup.letters import Face, lines, width

TEXT = "Nobody can read that from a list, and it only tells you what to do first."


@pytest.mark.parametrize("face", ["any", "arial"])
@pytest.mark.parametrize("bold", [True, False])
def test_lines_are_no_wider_than_they_may_be_and_lose_no_word(face: Face, bold: bool) -> None:
    broken = lines(TEXT, 100, 10.5, bold=bold, face=face)
    assert " ".join(broken) == TEXT
    assert len(broken) > 2
    assert all(width(line, 10.5, bold=bold, face=face) <= 100 for line in broken)


def test_a_word_that_is_too_wide_has_a_line_to_itself() -> None:
    assert lines("a Radikaliseringsforebyggelse b", 60, 14) == ("a", "Radikaliseringsforebyggelse", "b")


def test_a_hard_space_keeps_a_telephone_number_whole() -> None:
    assert lines("Ring 41\u00a074\u00a090\u00a090", 60, 14) == ("Ring", "41\u00a074\u00a090\u00a090")


def test_spaces_too_many_are_no_words() -> None:
    assert lines("  a   b ", 100, 14) == ("a b",)


def test_bold_and_unknown_letters_count_as_wide_and_arial_as_narrow() -> None:
    assert width("abc", 14, bold=True, face="arial") > width("abc", 14, face="arial")
    assert width(TEXT, 14, face="arial") < width(TEXT, 14)
    assert width("漢", 14) == 14
