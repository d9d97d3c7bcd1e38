"""Judged questions, and the figures that are made of their outcomes."""

from pathlib import Path

import pytest
from knowledge.search.quality import Question, answerable, by_group, outcomes, read_questions, score


def question(**changes: object) -> Question:
    return Question.model_validate(
        {"language": "da", "kind": "plain", "query": "mentor", "pages": ["handbook/mentoring/index"], **changes}
    )


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("da/handbook/mentoring/", True),
        ("da/handbook/mentoring/ending/#why", True),
        ("handbook/mentoring/", False),
        ("da/", False),
    ],
)
def test_a_page_or_one_below_it_is_a_right_answer_in_its_own_language(address: str, right: bool) -> None:
    assert question(pages=["handbook/mentoring"]).is_answered_by(address) is right


def test_the_home_page_is_no_folder_of_all_pages() -> None:
    assert question(pages=["index"]).is_answered_by("da/")
    assert not question(pages=["index"]).is_answered_by("da/about/")


def test_figures_count_places_gaps_and_foreign_pages() -> None:
    answers = {"a": ["da/handbook/mentoring/"], "b": ["x/", "da/handbook/mentoring/"], "c": []}
    asked = [question(query=words) for words in answers]
    told = score(outcomes(asked, lambda _, words: answers[words]))
    assert (told.questions, told.first, told.rank, told.nothing) == (3, 1 / 3, 0.5, 1 / 3)
    assert told.foreign == pytest.approx(1 / 3)


def test_questions_whose_pages_are_to_be_written_are_left_out() -> None:
    assert answerable([question()], ["da/handbook/"]) == ()


def test_the_real_questions_are_many_enough_and_half_of_ours_set_aside(repository: Path) -> None:
    asked = read_questions(repository / "tests" / "search" / "queries.yml")
    for language in ("en", "da"):
        own = [one for one in asked if one.language == language]
        assert len(own) >= 100 and sum(one.aside for one in own) >= 30
        assert len({one.query for one in own}) == len(own)
    groups = by_group(outcomes(asked, lambda *_: []))
    assert groups["da", "set aside"].nothing == 1
