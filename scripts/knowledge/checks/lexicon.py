"""The lists of words that checks look for, read from the folder lexicon/ beside this file.

Its README tells editors how to add to them; the notation needs no programming: `*` stands for any ending (or beginning) of a
word, `(a|b)` for either, `…` for up to four words in between, `#` for a number.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import Field

from knowledge.content.languages import Forms, Language, Record, Text, Words
from knowledge.content.positions import read_yaml

_PARTS = re.compile(r"[*…#()|]|\s+|[^*…#\s()|]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOTATION = {"*": r"[\w-]*", "#": r"\d+", "…": r"\W+(?:[\w'’-]+\W+){0,4}?", "(": "(?:", ")": ")", "|": "|"}


class CueWords(Record):
    """What makes a text one about cues, and what makes it a careful one; lexicon/cues.yml tells each."""

    headings: Forms
    weak_headings: Forms
    topics: Forms
    names: Forms
    watch: Forms
    caveats: Forms
    back: Forms
    denials: Forms
    others: Forms
    advice: Forms
    steps: Forms
    scores: Forms
    points: Forms
    no_scores: Forms
    actions: Forms
    answers: Forms
    violence: Forms


class NotCue(Record):
    """Things that are never a cue, of one sort.

    Attributes:
        words: How they are named.
        unless_violence: Words that also stand in the description of an act: "hits him because of his faith".
        say: What to write instead.
    """

    id: Words
    words: Forms
    unless_violence: Forms = Forms()
    say: Text


class Stigma(Record):
    """Wording that marks a group, and what to say instead."""

    words: Forms
    say: Text


class Generalisation(Record):
    """Groups of people, and what is not to be said of a whole group."""

    groups: Forms
    verdicts: Forms
    denials: Forms
    say: Text


class StigmaWords(Record):
    """Everything in lexicon/stigma.yml."""

    phrases: tuple[Stigma, ...]
    denials: Forms
    generalisation: Generalisation


class SpeechWords(Record):
    """Who speaks, and how; lexicon/speech.yml tells each."""

    verbs: Forms
    actors: Forms
    anyone: Forms
    sample: Forms
    speakers: Forms
    speeches: Forms
    told: Forms
    planned: Forms
    not_stated: Forms
    titles: Forms


class HostKind(Record):
    """Why addresses of a kind are not linked to, and what to do instead; `mention` counts a bare name without a link too."""

    id: Words
    reason: Text
    instead: Text
    mention: bool = False


class Host(Record):
    """One host, in clear text or as the SHA-256 of its name; its subdomains count with it."""

    host: Words | None = None
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    kind: Words


class Hosts(Record):
    """Everything in lexicon/hosts.yml."""

    kinds: tuple[HostKind, ...]
    hosts: tuple[Host, ...]


class PrivateWords(Record):
    """What tells a personal address, number or name from one of an office; lexicon/private.yml tells each."""

    roles: tuple[Words, ...]
    example_hosts: tuple[Words, ...]
    not_a_phone: tuple[Words, ...]
    not_a_phone_after: tuple[Words, ...]
    roads: tuple[Words, ...]
    not_a_name: tuple[Words, ...]
    nobody: tuple[Words, ...]


@cache
def _read(name: str) -> Any:
    text = files("knowledge.checks").joinpath("lexicon", f"{name}.yml").read_text(encoding="utf-8")
    return read_yaml(text).value


@cache
def cue_words() -> CueWords:
    """Return the words about cues."""
    return CueWords.model_validate(_read("cues"))


@cache
def not_cues() -> tuple[NotCue, ...]:
    """Return what is never a cue."""
    return tuple(NotCue.model_validate(entry) for entry in _read("not-cues"))


@cache
def stigma_words() -> StigmaWords:
    """Return the wording that marks groups."""
    return StigmaWords.model_validate(_read("stigma"))


@cache
def speech_words() -> SpeechWords:
    """Return the words by which speech is told."""
    return SpeechWords.model_validate(_read("speech"))


@cache
def hosts() -> Hosts:
    """Return the hosts that no page links to."""
    return Hosts.model_validate(_read("hosts"))


@cache
def private_words() -> PrivateWords:
    """Return what tells a person's address or number from an office's."""
    return PrivateWords.model_validate(_read("private"))


# ---------- Looking for them ----------


class Finder:
    """Finds any entry of a list as whole words, whatever their capitals and line ends.

    Most texts hold none of the words, so a part of each entry is looked for first, and its pattern is made when that is there.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries = tuple((_anchors(entry), entry) for entry in entries)

    def search(self, text: str) -> re.Match[str] | None:
        """Return a match of the first entry that the text holds."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every match, entry by entry."""
        lowered = text.lower()
        for anchors, entry in self._entries:
            # Written out, because this is asked of every sentence of the site, entry by entry.
            for anchor in anchors:
                if anchor in lowered:
                    yield from pattern((entry,)).finditer(text)
                    break


@cache
def cue(field: str, language: Language) -> Finder:
    """Return what finds one of the lists about cues."""
    return Finder(getattr(cue_words(), field).in_language(language))


@cache
def cue_pattern(field: str, language: Language) -> re.Pattern[str]:
    """Return a pattern of one of the lists about cues, for what must begin with it or be it."""
    return pattern(getattr(cue_words(), field).in_language(language))


@cache
def speech(field: str, language: Language) -> Finder:
    """Return what finds one of the lists about speech."""
    return Finder(getattr(speech_words(), field).in_language(language))


@cache
def pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the entries."""
    alternatives = "|".join(_expression(entry) for entry in entries)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])" if alternatives else r"(?!)", re.IGNORECASE)


def _expression(entry: str) -> str:
    words = re.sub(r"\s*…\s*", "…", entry.strip())
    return "".join(_part(part) for part in _PARTS.findall(words))


def _part(part: str) -> str:
    if part.isspace():
        return r"\s+"
    return _NOTATION.get(part) or re.escape(part).replace("'", "['’]")


def _anchors(entry: str) -> tuple[str, ...]:
    """Return words of which a text must hold one to hold the entry; an empty word where none is sure."""
    return _sure(iter(_PARTS.findall(entry.lower())))


def _sure(parts: Iterator[str]) -> tuple[str, ...]:
    """Return the surest words of the parts up to the end of their group."""
    choices: list[str] = []
    best: tuple[str, ...] = ("",)
    for part in parts:
        if part == ")":
            break
        if part == "|":
            choices += best
            best = ("",)
        else:
            words = _sure(parts) if part == "(" else (max(_LETTERS.findall(part), key=len, default=""),)
            best = max(best, words, key=_sureness)
    return (*choices, *best)


def _sureness(words: tuple[str, ...]) -> int:
    """A text holds long words less often, and one of several as often as the shortest of them."""
    return min(map(len, words))
