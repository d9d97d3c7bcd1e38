"""Headings and ids within one page."""

from collections.abc import Iterator
from itertools import pairwise

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library


def main_heading(library: Library) -> Iterator[Finding]:
    """A page has exactly one main heading."""
    for page in library.pages.values():
        main = [heading for heading in page.document.headings if heading.level == 1]
        if not main and page.body.strip():
            yield finding("heading-missing", page.file, page.first_line)
        for heading in main[1:]:
            yield finding("heading-second", page.file, heading.line, text=heading.text)


def levels(library: Library) -> Iterator[Finding]:
    """No level is left out on the way down."""
    for page in library.pages.values():
        for before, heading in pairwise(page.document.headings):
            if heading.level > before.level + 1:
                yield finding(
                    "heading-skips", page.file, heading.line, text=heading.text, level=heading.level, before=before.level
                )


def ids(library: Library) -> Iterator[Finding]:
    """Every heading has an id of its own."""
    for page in library.pages.values():
        for heading in page.document.headings:
            if heading.id is None:
                yield finding("heading-no-id", page.file, heading.line, text=heading.text)
        first: dict[str, int] = {}
        for mark in sorted(page.document.ids, key=lambda mark: mark.line):
            if mark.name in first:
                yield finding("id-double", page.file, mark.line, name=mark.name, first=first[mark.name])
            first.setdefault(mark.name, mark.line)


RULES: tuple[Rule, ...] = (
    main_heading,
    levels,
    ids,
)
