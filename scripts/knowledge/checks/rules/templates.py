"""Text left from a template."""

from collections.abc import Iterator
from typing import Any

from knowledge.checks.placeholders import PLACEHOLDER, left_in_text
from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import Page

_CONFIG = "mkdocs.yml"
_SHOWN = 60


def text(library: Library) -> Iterator[Finding]:
    """No page holds what its template has left, in its front matter or in its text."""
    for page in library.pages.values():
        told: set[int] = set()
        for line, words in (*_in_front(page), *left_in_text(page)):
            if line not in told:
                told.add(line)
                yield finding("template-text", page.file, line, words=_shown(words))


def _in_front(page: Page) -> Iterator[tuple[int, str]]:
    values = page.front.model_dump() if page.front else {}
    for field, value in values.items():
        for words in _words_of(value):
            for match in PLACEHOLDER.finditer(words):
                yield page.line_of(field), match[0].strip("‹›")


def _words_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from _words_of(below)
    elif isinstance(value, list | tuple):
        for below in value:
            yield from _words_of(below)


def menu(library: Library) -> Iterator[Finding]:
    """No title in the menu is a template's, in either language."""
    danish = library.navigation.danish or {}
    for entry in library.navigation.entries:
        for title in dict.fromkeys((entry.title, danish.get(entry.title, ""))):
            if PLACEHOLDER.search(title):
                yield finding("template-text", _CONFIG, entry.line, words=_shown(title.strip("‹›")))


def _shown(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


RULES: tuple[Rule, ...] = (
    text,
    menu,
)
