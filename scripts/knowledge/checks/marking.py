"""Wording that marks a whole group of people, or turns a person into a thing, with what to say instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.checks.lexicon import Finder, stigma_words
from knowledge.checks.prose import Passage, plain, without_quotations
from knowledge.content.languages import Language, Text


@dataclass(frozen=True)
class Marking:
    """The words, how many lines into the text they stand, and what to say instead."""

    words: str
    lines: int
    say: Text


# Heads of columns that list what is not to be written.
_NOT_COLUMN = re.compile(r"\|\s*(?:not|avoid|instead of|ikke|undgå|i stedet for)\s*\|", re.IGNORECASE)


def speaks_against(passage: Passage, language: Language) -> bool:
    """Whether a row or a point stands in a list of words that are not to be used."""
    above = passage.intro if passage.kind == "row" or passage.intro.rstrip().endswith(":") else ""
    return bool(above) and bool(_NOT_COLUMN.search(above) or _denials(language).search(without_quotations(above)))


def may_mark(text: str, language: Language) -> bool:
    """Whether a longer text holds any such wording, so that its sentences are worth a look."""
    return any(finder.search(text) for finder in (_generalisations(language), *(finder for finder, _ in _phrases(language))))


def markings(text: str, language: Language) -> tuple[Marking, ...]:
    """Return what marks a group in a sentence; what it quotes or speaks against does not count."""
    return _markings(text, language)


@lru_cache(maxsize=16_384)
def _markings(text: str, language: Language) -> tuple[Marking, ...]:
    return tuple(_found(text, language))


def _found(text: str, language: Language) -> Iterator[Marking]:
    words = without_quotations(plain(text))
    found = [
        Marking(match[0], words.count("\n", 0, match.start()), say)
        for finder, say in _phrases(language)
        for match in finder.finditer(words)
    ]
    if found and not _denials(language).search(words):
        yield from found
    general = stigma_words().generalisation
    match = _generalisations(language).search(words)
    if match and not _general_denials(language).search(words):
        yield Marking(match[0], words.count("\n", 0, match.start()), general.say)


@cache
def _phrases(language: Language) -> tuple[tuple[Finder, Text], ...]:
    return tuple((Finder(entry.words.in_language(language)), entry.say) for entry in stigma_words().phrases)


@cache
def _denials(language: Language) -> Finder:
    return Finder(stigma_words().denials.in_language(language))


@cache
def _generalisations(language: Language) -> Finder:
    general = stigma_words().generalisation
    groups = "|".join(general.groups.in_language(language))
    # A group may be told apart by where it is: "boys from the countryside are …".
    return Finder(f"({groups}) ((from|in|on|fra|i|på) … |){verdict}" for verdict in general.verdicts.in_language(language))


@cache
def _general_denials(language: Language) -> Finder:
    return Finder(stigma_words().generalisation.denials.in_language(language))
