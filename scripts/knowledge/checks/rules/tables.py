"""Tables that Markdown would show with cells missing, or print as text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.checks.rule import Rule
from knowledge.content.chunks import Chunk, chunks_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import Page

_RULE_ROW = re.compile(r"^\s*\|?[\s|:-]*-[\s|:-]*\|?\s*$")
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_STROKE = re.compile(r"(?<!\\)\|")

_SHOWN = 60


@dataclass(frozen=True)
class Row:
    """A table's row: the words of its cells, code included."""

    cells: tuple[str, ...]
    line: int


def tables(library: Library) -> Iterator[Finding]:
    """A table has one head above its line of dashes, stands apart, and every row has as many cells as the head."""
    for page in library.pages.values():
        for chunk in chunks_of(page):
            place = _rule_place(chunk)
            if place == 1:
                yield from _table(page, chunk)
            elif place > 1:
                yield finding("table-tight", page.file, chunk.line + place - 1, words=chunk.lines[0].strip()[:_SHOWN])
            elif _is_headless(chunk, place):
                yield finding("table-no-head", page.file, chunk.line, words=chunk.lines[0].strip()[:_SHOWN])


def _rule_place(chunk: Chunk) -> int:
    """Return which line of a chunk divides a table's head from its body; -1 where none does."""
    return next((place for place, line in enumerate(chunk.lines) if "|" in line and _RULE_ROW.match(line)), -1)


def _is_headless(chunk: Chunk, place: int) -> bool:
    """Whether a chunk begins with the line of dashes and has rows, or has two rows and no such line."""
    begins_with_rule = place == 0 and any("|" in line for line in chunk.lines[1:])
    return begins_with_rule or sum(bool(_ROW.match(line)) for line in chunk.lines) > 1


def _table(page: Page, chunk: Chunk) -> Iterator[Finding]:
    head, rule, *body = _rows(page, chunk)
    if len(head.cells) != len(rule.cells):
        yield finding("table-rule", page.file, rule.line, got=len(rule.cells), expected=len(head.cells))
        return
    for place, words in enumerate(head.cells):
        # The corner above the names of the rows may be empty.
        if not words and (place > 0 or not any(head.cells)):
            yield finding("table-head-empty", page.file, head.line, place=place + 1)
            break
    for row in body:
        if len(row.cells) != len(head.cells):
            check = "table-row-short" if len(row.cells) < len(head.cells) else "table-row-long"
            words = " | ".join(row.cells)[:_SHOWN]
            yield finding(check, page.file, row.line, got=len(row.cells), expected=len(head.cells), words=words)


def _rows(page: Page, chunk: Chunk) -> list[Row]:
    """Return the rows with their own words; where a row is divided is seen in the text without code."""
    lines = page.body.split("\n")
    return [
        Row(tuple(_cells(line, lines[number - page.first_line])), number) for number, line in enumerate(chunk.lines, chunk.line)
    ]


def _cells(visible: str, written: str) -> Sequence[str]:
    strokes = [match.start() for match in _STROKE.finditer(visible)]
    starts, ends = [0, *(place + 1 for place in strokes)], [*strokes, len(written)]
    cells = [written[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    # A stroke at either end only frames the row.
    first = 1 if visible.lstrip().startswith("|") else 0
    last = len(cells) - 1 if len(strokes) > first and visible.rstrip().endswith("|") and not cells[-1] else len(cells)
    return cells[first:last]


RULES: tuple[Rule, ...] = (tables,)
