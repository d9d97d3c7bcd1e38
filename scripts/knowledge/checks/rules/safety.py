"""Content that can harm: cues made into checklists, groups that are marked, and what is invented or links to propaganda."""

import re
from collections.abc import Iterator

from knowledge.checks import cues
from knowledge.checks.lexicon import private_words
from knowledge.checks.listed import listed_hosts
from knowledge.checks.marking import markings, may_mark, speaks_against
from knowledge.checks.prose import Passage, passages
from knowledge.checks.remember import of_page
from knowledge.checks.rule import Rule
from knowledge.checks.speech import unsourced_speakers, unsourced_speech
from knowledge.checks.texts import data_texts, text_files
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.page import Page

# A finding shows as many letters of the text as an editor needs to find it.
_SHOWN = 80
# The label stands within this many lines of text from the main heading.
_FIRST_LINES = 6


def _shown(words: str) -> str:
    line = re.sub(r"\s+", " ", words).strip().strip("*_")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def _kind(page: Page) -> str:
    return page.front.kind if page.front else "guidance"


# ---------- Cues ----------


def cue_lists(library: Library) -> Iterator[Finding]:
    """A list of cues has its caveat, and nothing in it is ticked, counted, or no cue at all."""
    for page in library.pages.values():
        tongue = page.language
        for found in cues.cue_lists(passages(page), tongue):
            for point in cues.ticks(found, tongue):
                yield finding("cue-tick-box", page.file, point.line, words=_shown(point.text))
            if cues.lacks_caveat(found, tongue):
                yield finding("cue-no-caveat", page.file, found.line, words=_shown(found.title))
            for sentence in cues.scores(found, tongue):
                yield finding("cue-score", page.file, sentence.line, words=_shown(sentence.text))
            for wrong in cues.misnamed(found, tongue):
                yield _not_behaviour(page, wrong)


def cues_in_text(library: Library) -> Iterator[Finding]:
    """No sentence counts cues, or calls something a cue that is none."""
    for page in library.pages.values():
        yield from _cues_in(page)


@of_page
def _cues_in(page: Page) -> Iterator[Finding]:
    for passage in passages(page):
        for sentence in cues.scores_in_text(passage, page.language):
            yield finding("cue-score", page.file, sentence.line, words=_shown(sentence.text))
        for wrong in cues.misnamed_in_text(passage, page.language):
            yield _not_behaviour(page, wrong)


def _not_behaviour(page: Page, wrong: cues.Misnamed) -> Finding:
    say = wrong.why.say
    return finding("cue-not-behaviour", page.file, wrong.line, words=_shown(wrong.words), say_en=say.en, say_da=say.da)


def _passages(library: Library) -> Iterator[tuple[Page, Passage]]:
    for page in library.pages.values():
        for passage in passages(page):
            yield page, passage


# ---------- What is made up ----------


def cases(library: Library) -> Iterator[Finding]:
    """A constructed page says so in its first lines."""
    for page in library.pages.values():
        if _kind(page) == "constructed" and not _is_labelled(library, page):
            label = library.label("kinds", "constructed", page.language)
            yield finding("case-no-label", page.file, page.heading.line if page.heading else page.first_line, label=label)


def _is_labelled(library: Library, page: Page) -> bool:
    first = passages(page)[:_FIRST_LINES]
    label = _bare(library.label("kinds", "constructed", page.language))
    return any("case" in passage.blocks or label in _bare(passage.text) for passage in first)


def _bare(words: str) -> str:
    """Return words without what may differ in a label: capitals, marks and the kind of dash."""
    return re.sub(r"[\W_]+", " ", words).strip().casefold()


# A first name and an age: "Sofie, 19," – "Mads på 16 år".
_STORY = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][a-zæøåé]{2,})(?P<age>, (?:aged )?(?:1\d|2\d)(?:, | år| \()| (?:på|er) (?:1\d|2\d)(?: år)?\b"
    r"| (?:is|was|var) (?:1\d|2\d)(?=[ .,]))"
)


def stories(library: Library) -> Iterator[Finding]:
    """What reads like a story about one person is a constructed case, and says so."""
    for page, passage in _passages(library):
        if _kind(page) == "constructed" or "case" in passage.blocks or passage.cited:
            continue
        for sentence in passage.sentences:
            match = _STORY.search(sentence.text)
            if match and match["name"] not in private_words().not_a_name:
                yield finding("case-story", page.file, sentence.line, words=_shown(match[0].strip(" ,(")))


def speech(library: Library) -> Iterator[Finding]:
    """What somebody is told to have said, and who spoke at a meeting, has a source."""
    for page in library.pages.values():
        yield from _speech_on(page)


@of_page
def _speech_on(page: Page) -> Iterator[Finding]:
    for passage in passages(page):
        for sentence in unsourced_speech(passage, _kind(page), page.language):
            yield finding("quote-no-source", page.file, sentence.line, words=_shown(sentence.text))
        for sentence in unsourced_speakers(passage, _kind(page), page.language):
            yield finding("speaker-no-source", page.file, sentence.line, words=_shown(sentence.text))


# ---------- Words about groups, and links ----------


def stigma(library: Library) -> Iterator[Finding]:
    """No group is marked by the words about it: on pages, in their titles and summaries, and in the data files."""
    for page in library.pages.values():
        yield from _marked(page)
    for text in data_texts(library):
        yield from _markings(text.file, text.line, text.words, text.language)


@of_page
def _marked(page: Page) -> Iterator[Finding]:
    own = [passage for passage in passages(page) if not speaks_against(passage, page.language)]
    sentences = [sentence for passage in own for sentence in passage.sentences]
    if may_mark("\n".join(sentence.text for sentence in sentences), page.language):
        for sentence in sentences:
            yield from _markings(page.file, sentence.line, sentence.text, page.language)
    for field in ("title", "summary") if page.front else ():
        yield from _markings(page.file, page.line_of(field), getattr(page.front, field), page.language)


def _markings(file: str, line: int, words: str, language: Language) -> Iterator[Finding]:
    for found in markings(words, language):
        say = {"say_en": found.say.en, "say_da": found.say.da}
        yield finding("stigma", file, line + found.lines, words=_shown(found.words), **say)


def hosts(library: Library) -> Iterator[Finding]:
    """No text links to a listed host."""
    for text in text_files(library):
        for found in listed_hosts(text.text):
            kind = found.kind
            because = {"reason_en": kind.reason.en, "reason_da": kind.reason.da}
            instead = {"instead_en": kind.instead.en, "instead_da": kind.instead.da}
            yield finding("link-listed", text.file, found.line, host=_masked(found.host), **because, **instead)


def _masked(host: str) -> str:
    """Return a host's name without what would lead there."""
    name, _, top = host.rpartition(".")
    return f"{name[:3]}….{top}"


RULES: tuple[Rule, ...] = (
    cue_lists,
    cues_in_text,
    cases,
    stories,
    speech,
    stigma,
    hosts,
)
