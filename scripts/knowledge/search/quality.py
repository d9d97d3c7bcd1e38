"""How well the search answers: judged questions, asked of the real page and of the theme's own search on the same pages."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Annotated

import yaml
from pydantic import Field

from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language, Record, Words

# As deep as a reader looks.
DEEPEST = 10

# From a question to the addresses that come up, below the site's root, in their order.
Ask = Callable[[Language, str], list[str]]


class Question(Record):
    """A question with the pages that answer it; a page below one of them is as good.

    Attributes:
        aside: For judging alone, never for tuning.
    """

    language: Language
    kind: Words
    query: Words
    pages: Annotated[tuple[Words, ...], Field(min_length=1)]
    aside: bool = False

    def is_answered_by(self, address: str) -> bool:
        """Return whether an address below the site's root is a right answer."""
        plain = address.split("#", maxsplit=1)[0]
        return any(
            plain == (own := site_path(self.language, page)) or (page != "index" and plain.startswith(own))
            for page in self.pages
        )


@dataclass(frozen=True)
class Outcome:
    """What came of a question: the place of the first right answer (0: none), how many came up, how many of them foreign."""

    question: Question
    place: int
    found: int
    foreign: int


@dataclass(frozen=True)
class Score:
    """The figures of a set of outcomes, each from 0 to 1."""

    questions: int
    first: float
    among_five: float
    rank: float
    nothing: float
    foreign: float


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read the judged questions."""
    return tuple(Question.model_validate(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8")))


def answerable(questions: Iterable[Question], addresses: Iterable[str]) -> tuple[Question, ...]:
    """Return the questions that a page of the site answers: those whose pages are still to be written are nobody's fault."""
    there = tuple(addresses)
    return tuple(question for question in questions if any(map(question.is_answered_by, there)))


def outcomes(questions: Iterable[Question], ask: Ask) -> Iterator[Outcome]:
    """Yield what comes of each question."""
    for question in questions:
        found = ask(question.language, question.query)[:DEEPEST]
        place = next((number for number, address in enumerate(found, start=1) if question.is_answered_by(address)), 0)
        foreign = sum(language_of(address) != question.language for address in found)
        yield Outcome(question, place, len(found), foreign)


def language_of(address: str) -> Language:
    """Return the language of a page by its address below the site's root."""
    return "da" if address.startswith("da/") else LANGUAGES[0]


def score(results: Iterable[Outcome]) -> Score:
    """Return the figures of outcomes; there must be one."""
    told = tuple(results)
    return Score(
        questions=len(told),
        first=fmean(one.place == 1 for one in told),
        among_five=fmean(1 <= one.place <= 5 for one in told),
        rank=fmean(1 / one.place if one.place else 0 for one in told),
        nothing=fmean(one.found == 0 for one in told),
        foreign=sum(one.foreign for one in told) / max(1, sum(one.found for one in told)),
    )


def by_group(results: Iterable[Outcome]) -> Mapping[tuple[str, str], Score]:
    """Return the figures of each language, and of each kind of question in it, those set aside by themselves."""
    groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one in results:
        language = one.question.language
        groups[language, "all"].append(one)
        groups[language, "set aside" if one.question.aside else "for tuning"].append(one)
        groups[language, one.question.kind].append(one)
    order = {"all": 0, "set aside": 1, "for tuning": 2}
    names = sorted(groups, key=lambda name: (name[0], order.get(name[1], 3), name[1]))
    return {name: score(groups[name]) for name in names}


def addresses_of(site: Path) -> tuple[str, ...]:
    """Return the addresses of all pages that the index of a built site knows."""
    return tuple(
        str(page[0])
        for language in LANGUAGES
        for page in json.loads((site / "search" / f"{language}.json").read_text(encoding="utf-8"))["pages"]
    )
