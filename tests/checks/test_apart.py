"""Questions that are asked in several processes get the answers that one process gives, in the same order."""

import os

import pytest
from knowledge.checks.apart import answers
from knowledge.checks.rules.alone import found_alone
from knowledge.content.kept import Kept
from knowledge.content.library import Library

from tests.small_site import SmallSite


def test_answers_come_in_the_order_of_the_questions() -> None:
    known = 3
    assert list(answers(lambda question: question * known, range(500), 2)) == [known * number for number in range(500)]


def test_many_questions_are_asked_elsewhere_and_few_are_asked_here() -> None:
    here = os.getpid()
    assert here not in set(answers(lambda _: os.getpid(), range(500), 2))
    assert set(answers(lambda _: os.getpid(), range(500), 1)) == {here}
    assert set(answers(lambda _: os.getpid(), range(5), 2)) == {here}


def test_a_question_that_fails_stops_the_others() -> None:
    with pytest.raises(ZeroDivisionError):
        list(answers(lambda question: 1 / question, range(500), 2))
    assert list(answers(abs, [-1], 2)) == [1]


def test_several_processes_find_what_one_finds(library: Library) -> None:
    assert list(found_alone(library, Kept(), processes=2)) == list(found_alone(library, Kept()))


def test_what_several_processes_find_is_kept(small_site: SmallSite) -> None:
    for number in range(80):
        small_site.write(f"docs/en/page-{number}.md", f"# Page {number} {{#page}}\n\nClick [here](index.md).\n")
    library, kept = small_site.library(), Kept()
    found = list(found_alone(library, kept, processes=2))
    assert len({one.file for one in found}) > 64
    assert list(found_alone(library, kept)) == found
