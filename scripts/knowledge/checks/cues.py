"""Cues in a text: which lists name them, whether their caveat stands there, and what is ticked, counted or never a cue."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from knowledge.checks.lexicon import Finder, NotCue, cue, cue_pattern, not_cues
from knowledge.checks.prose import Passage, Sentence, without_quotations
from knowledge.content.languages import Language

# A task list's box, a sign that looks like one, or a field of a form.
_TICK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]?\](?!\()|[☐☑☒□■▢◻⬜✓✔✅]|<input\b", re.IGNORECASE)
_MARKER = re.compile(r"^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]?\]\s*)?[☐☑☒□■▢◻⬜✓✔✅\s*_]*")


@dataclass(frozen=True)
class CueList:
    """The points or rows that name cues in one place, and the text around them.

    Attributes:
        line: Where the list is opened: its heading, its introduction, or its block.
        block: It stands in a block that brings the caveat.
    """

    line: int
    title: str
    points: tuple[Passage, ...]
    around: tuple[Passage, ...]
    block: bool

    def runs(self) -> Iterator[tuple[Passage, ...]]:
        """Yield the points that follow one another without other text in between."""
        numbered = [(point.line - index, point) for index, point in enumerate(self.points)]
        for _, run in groupby(numbered, key=lambda pair: (pair[1].kind, pair[1].intro, pair[1].blocks)):
            yield tuple(point for _, point in run)


def cue_lists(text: Sequence[Passage], language: Language) -> tuple[CueList, ...]:
    """Return the lists of cues in a page's passages."""
    headings = {pair for passage in text for pair in zip(passage.heading_lines, passage.headings, strict=True)}
    opening = frozenset(line for line, words in headings if _opens(words, line, text, language))
    found: dict[tuple[int, str], list[Passage]] = {}
    blocks: set[tuple[int, str]] = set()
    block, intro_line = 0, 0
    for passage in text:
        block = (block if block and passage.kind != "title" else passage.line) if "cue" in passage.blocks else 0
        intro_line = passage.line if passage.kind in {"text", "quote"} else intro_line
        opener = (block, "cue") if block else _opener(passage, opening, intro_line, language)
        if opener is not None:
            found.setdefault(opener, []).append(passage)
            blocks.update({opener} if block else ())
    return tuple(_list(opener, near, language, block=opener in blocks) for opener, near in found.items())


def _list(opener: tuple[int, str], near: Sequence[Passage], language: Language, *, block: bool) -> CueList:
    line, title = opener
    points = tuple(passage for passage in near if _is_entry(passage))
    if _are_actions(points, language) and not block:
        points = ()
    kept = tuple(point for point in points if not _is_denied(point, language))
    return CueList(line, title, kept, tuple(passage for passage in near if not _is_entry(passage)), block)


def _is_entry(passage: Passage) -> bool:
    return passage.kind == "point" or (passage.kind == "row" and bool(passage.intro))


def _are_actions(points: Sequence[Passage], language: Language) -> bool:
    """Whether a list tells staff what to do, and names no cues."""
    actions = cue_pattern("actions", language)
    begun = [point for point in points if actions.match(_MARKER.sub("", point.text))]
    return bool(points) and len(begun) * 2 >= len(points)


def _is_denied(passage: Passage, language: Language) -> bool:
    """Whether a point, or what it stands under, speaks of what is no cue."""
    if cue("denials", language).search(without_quotations(passage.text)):
        return True
    own = passage.headings[-1] if passage.headings else ""
    opening = _last_sentence(passage.intro) if passage.kind == "point" else passage.intro
    introduced = opening.rstrip().endswith((":", "|")) and any(
        cue(field, language).search(opening) for field in ("others", "denials")
    )
    return bool(introduced or cue("others", language).search(own))


def _last_sentence(words: str) -> str:
    return re.split(r"(?<=[.!?])\s+", without_quotations(words).strip())[-1]


def _opener(passage: Passage, opening: Collection[int], intro_line: int, language: Language) -> tuple[int, str] | None:
    """Return the line and words of what makes a passage part of a list of cues; None when nothing does."""
    chain = list(zip(passage.heading_lines, passage.headings, strict=True))
    for depth, (line, words) in enumerate(reversed(chain)):
        between = passage.headings[len(chain) - depth :]
        if line in opening and not any(cue("steps", language).search(below) for below in between):
            return (line, words)
    if passage.kind == "point" and passage.intro.rstrip().endswith(":"):
        last = _last_sentence(passage.intro)
        if _is_strong(last, language) or (_is_weak(last, language) and _topic((passage,), language)):
            return (intro_line, last)
    return None


def _opens(heading: str, line: int, text: Sequence[Passage], language: Language) -> bool:
    words = without_quotations(heading)
    if cue("others", language).search(words) or cue_pattern("advice", language).match(words):
        return False
    if _is_strong(words, language):
        return True
    return _is_weak(words, language) and _topic([near for near in text if line in near.heading_lines], language)


def _is_strong(words: str, language: Language) -> bool:
    return bool(cue("headings", language).search(words))


def _is_weak(words: str, language: Language) -> bool:
    return bool(cue("weak_headings", language).search(words))


def _topic(near: Sequence[Passage], language: Language) -> bool:
    topics = cue("topics", language)
    return any(topics.search(passage.text) for passage in near)


# ---------- What is wrong with them ----------


def ticks(found: CueList, language: Language) -> Iterator[Passage]:
    """Yield the first point of each run that can be ticked off."""
    for run in found.runs():
        ticked = next((point for point in run if _TICK.search(point.source)), None)
        if ticked is None and run[0].kind == "row" and _has_column(run[0].intro, "answers", language):
            ticked = run[0]
        if ticked is not None:
            yield ticked


def _has_column(head: str, field: str, language: Language) -> bool:
    wanted = cue_pattern(field, language)
    return any(wanted.fullmatch(cell.strip().strip("*_")) for cell in head.strip().strip("|").split("|")[1:])


def lacks_caveat(found: CueList, language: Language) -> bool:
    """Whether cues are listed and nothing near them says how little they prove."""
    if found.block or not found.points:
        return False
    caveats = cue("caveats", language)
    return not any(caveats.search(passage.text) for passage in (*found.around, *found.points))


def scores(found: CueList, language: Language) -> Iterator[Sentence]:
    """Yield the sentences and tables around cues that count them."""
    for passage in (*found.around, *found.points):
        yield from (sentence for sentence in passage.sentences if _counts(sentence.text, language))
    for run in found.runs():
        if run[0].kind == "row" and _has_column(run[0].intro, "points", language):
            yield Sentence(run[0].intro.strip(), run[0].line)


def scores_in_text(passage: Passage, language: Language) -> Iterator[Sentence]:
    """Yield the sentences that speak of cues and count them."""
    for sentence in passage.sentences:
        if cue("names", language).search(sentence.text) and _counts(sentence.text, language):
            yield sentence


def _counts(words: str, language: Language) -> bool:
    return bool(cue("scores", language).search(words)) and not cue("no_scores", language).search(words)


@dataclass(frozen=True)
class Misnamed:
    """Something that is given as a cue and is none; `plainly` where it is none whatever else the sentence says."""

    words: str
    line: int
    why: NotCue
    plainly: bool


def misnamed(found: CueList, language: Language) -> Iterator[Misnamed]:
    """Yield what a list names as a cue and is none."""
    titles = tuple(passage for passage in found.around if passage.kind == "title")
    for point in (*titles, *found.points):
        yield from _never_cues(without_quotations(point.text), point.line, language)


def misnamed_in_text(passage: Passage, language: Language) -> Iterator[Misnamed]:
    """Yield what a sentence calls a cue, or tells the reader to watch, and is none."""
    before: Sentence | None = None
    for sentence in passage.sentences:
        words = _called_cues(sentence.text, passage, language)
        if words and not cue("denials", language).search(sentence.text):
            found = tuple(_never_cues(words, sentence.line, language))
            if not found and before and cue("back", language).search(sentence.text):
                found = tuple(_plainly_none(before, language))
            yield from found
        before = sentence


def _plainly_none(sentence: Sentence, language: Language) -> Iterator[Misnamed]:
    """Yield what a sentence names and the next one calls a cue."""
    if not cue("denials", language).search(sentence.text):
        yield from (wrong for wrong in _never_cues(sentence.text, sentence.line, language) if wrong.plainly)


def _called_cues(words: str, passage: Passage, language: Language) -> str:
    """Return the part of a sentence that it calls a cue, or tells the reader to watch; empty where it does neither."""
    if cue("names", language).search(words):
        return words
    watched = cue("watch", language).search(words)
    if watched is None or not _topic((passage,), language):
        return ""
    # What stands before is blanked and not cut off, so that lines are counted as they stand.
    return re.sub(r"[^\n]", " ", words[: watched.start()]) + words[watched.start() :]


def _never_cues(words: str, line: int, language: Language) -> Iterator[Misnamed]:
    violent = cue("violence", language).search(words)
    for entry, always, unless_violence in _never(language):
        plainly = always.search(words)
        match = plainly or (None if violent else unless_violence.search(words))
        if match is not None:
            yield Misnamed(match[0], line + words.count("\n", 0, match.start()), entry, plainly is not None)
            return


@cache
def _never(language: Language) -> tuple[tuple[NotCue, Finder, Finder], ...]:
    return tuple(
        (entry, Finder(entry.words.in_language(language)), Finder(entry.unless_violence.in_language(language)))
        for entry in not_cues()
    )
