"""What the handbook promises a reader in a hurry: what to do early, once for each urgency, and tools that ask for no names."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from knowledge.checks.placeholders import PLACEHOLDER
from knowledge.checks.prose import passages
from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.content.blocks import CARD_LEVELS
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import DATA, Library
from knowledge.content.markdown import Block
from knowledge.content.page import Page
from knowledge.content.positions import Location
from knowledge.content.worksheet import Worksheet

PACKS = f"{DATA}/packs.yml"

# Parts of the handbook that are read in a hurry: each of their pages says what to do now, soon and in doubt.
_HURRIED = ("handbook/notice/", "handbook/talk/", "handbook/together/", "handbook/roles/")
# A list of the roles sends readers on and is no place to act.
_LISTS = frozenset({"handbook/roles/index"})
# Within so many words a worried reader must have met the first card.
FIRST_WORDS = 120
_WORD = re.compile(r"\w[\w'’-]*")


# ---------- Cards ----------


def cards(library: Library) -> Iterator[Finding]:
    """A page that is read in a hurry has one card for each urgency, the first of them early."""
    for page in library.pages.values():
        if page.key.startswith(_HURRIED) and page.key not in _LISTS:
            yield from _cards(page)


def _cards(page: Page) -> Iterator[Finding]:
    own = [block for block in page.document.blocks if block.name == "action-card"]
    counts = Counter(block.options.get("level", "") for block in own)
    uneven = [level for level in CARD_LEVELS if counts[level] != 1]
    if uneven:
        line = page.heading.line if page.heading else page.first_line
        found = ", ".join(f"{level} × {counts[level]}" for level in uneven)
        yield finding("cards-uneven", page.file, line, found=found)
    if own and (words := _words_before(page, own[0])) > FIRST_WORDS:
        yield finding("card-late", page.file, own[0].line, words=words, limit=FIRST_WORDS)


def _words_before(page: Page, card: Block) -> int:
    return sum(len(_WORD.findall(passage.text)) for passage in passages(page) if passage.line < card.line)


# ---------- Tools ----------

# What asks who somebody is. The name of a thing is no matter: only whole labels that ask for a person's are meant.
_WHO = re.compile(
    r"\b(?:(?:full|first|last)?\s?names?|surname|(?:home )?address(?:es)?|cpr(?:[- ]n\w+)?|date of birth|birthday"
    r"|(?:tele)?phone(?: number)?|e-?mail"
    r"|(?:for-? og efter|for|efter)?navn(?:e|et)?|adresser?|personnummer|fødsels\w+|telefon(?:nummer)?|mail(?:adresse)?)\b",
    re.IGNORECASE,
)
# A label that says what to leave out does not ask for it.
_DENIED = re.compile(r"\b(?:no|not|never|without|instead of|ingen|intet|ikke|aldrig|uden|i stedet for)\b", re.IGNORECASE)


def worksheet_names(library: Library) -> Iterator[Finding]:
    """A worksheet has the name of its file, and a page in both languages that shows it."""
    for file, sheet in _sheets(library):
        line = library.worksheet_lines[file].line_of(("id",))
        if file.rpartition("/")[2] != f"{sheet.id}.yml":
            yield finding("worksheet-file-name", file, line, name=sheet.id, right=f"{sheet.id}.yml")
        for language in LANGUAGES:
            page = library.page(language, sheet.page)
            if page is None or not any(
                (block.name, block.argument) == ("worksheet", sheet.id) for block in page.document.blocks
            ):
                yield finding("worksheet-no-page", file, line, name=sheet.id, page=f"docs/{language}/{sheet.page}.md")


def worksheet_fields(library: Library) -> Iterator[Finding]:
    """No field of a worksheet asks who somebody is."""
    for file, sheet in _sheets(library):
        lines = library.worksheet_lines[file]
        for location, label in sheet.labels():
            for language in LANGUAGES:
                words = label.in_language(language)
                match = _WHO.search(words)
                if match and not _DENIED.search(words):
                    yield finding("worksheet-asks-who", file, lines.line_of(location), words=words, who=match[0].strip())


def worksheet_texts(library: Library) -> Iterator[Finding]:
    """No worksheet holds what its template has left."""
    for file, lines in library.worksheet_lines.items():
        for location, words in _words_in(lines.value, ()):
            match = PLACEHOLDER.search(words)
            if match:
                yield finding("template-text", file, lines.line_of(location), words=match[0].strip("‹›"))


def _words_in(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from _words_in(part, (*location, name))


def packs(library: Library) -> Iterator[Finding]:
    """A pack holds tools that exist, for a role that has a page."""
    for role, pack in library.packs.items():
        line = library.line_of_record(PACKS, role)
        for name in pack.tools:
            if name not in library.worksheets and (f"{DATA}/worksheets/{name}.yml", name) not in library.left_out:
                yield finding("pack-tool-unknown", PACKS, line, name=name, **suggestion(name, library.worksheets))
        if library.page(LANGUAGES[0], pack.page) is None:
            yield finding("pack-role-unknown", PACKS, line, name=role, page=f"{pack.page}.md")


def _sheets(library: Library) -> Iterator[tuple[str, Worksheet]]:
    """Yield each worksheet that could be read, with its file."""
    for file, lines in library.worksheet_lines.items():
        sheet = library.worksheets.get(lines.value.get("id"))
        if sheet is not None:
            yield file, sheet


RULES: tuple[Rule, ...] = (cards, worksheet_names, worksheet_fields, worksheet_texts, packs)
