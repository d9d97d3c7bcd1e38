"""A Markdown text cut where Markdown itself cuts it: at blank lines, headings and the lines of blocks.

Whether a line is a list item or a table row depends only on the chunk that it stands in; the rules about lists and tables look
at these.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.content.page import Page

_CUT = re.compile(r"^\s*/{3,}|^ {0,3}#{1,6}(?:\s|$)")
_ITEM = re.compile(r"^(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d+)\.)[ \t]+(?=\S)")
# A rule across the page, which begins like a list item: `- - -`, `* * *`.
_ACROSS = re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")

# How far Markdown wants what belongs to a list item to be indented.
STEP = 4


@dataclass(frozen=True)
class Item:
    """The beginning of a list item: how far it is indented, its number (None for a bullet), and its words."""

    indent: int
    number: int | None
    text: str
    line: int


@dataclass(frozen=True)
class Chunk:
    """Lines that stand together.

    Attributes:
        line: Line of the file on which the chunk begins.
        after_blank: Only blank lines separate it from the chunk before, so that Markdown may join the two.
    """

    lines: tuple[str, ...]
    line: int
    after_blank: bool

    @property
    def indent(self) -> int:
        first = self.lines[0].expandtabs(STEP)
        return len(first) - len(first.lstrip(" "))

    @property
    def items(self) -> tuple[Item, ...]:
        """The lines that begin a list item, whether Markdown takes them for one or not."""
        return tuple(item for number, line in enumerate(self.lines, self.line) if (item := item_of(line, number)))

    @property
    def is_list(self) -> bool:
        return item_of(self.lines[0], self.line) is not None


def item_of(line: str, number: int) -> Item | None:
    """Return the list item that a line would begin."""
    match = _ITEM.match(line)
    if match is None or _ACROSS.match(line):
        return None
    value = int(match["number"]) if match["number"] else None
    return Item(len(match["indent"].expandtabs(STEP)), value, line[match.end() :].strip(), number)


def chunks_of(page: Page) -> tuple[Chunk, ...]:
    """Return the chunks of a page's text, code and comments blanked out."""
    return tuple(_cut(page.document.visible.split("\n"), page.first_line, frozenset({*_options(page), *_code(page)})))


def _options(page: Page) -> Iterator[int]:
    """Yield the lines that say how a block is to be, and are no text."""
    for block in page.document.blocks:
        yield from range(block.line, block.text_line)


def _code(page: Page) -> Iterator[int]:
    """Yield the lines of code that belong to no list item."""
    # A page without any text has nothing to see.
    lines = zip(page.document.visible.split("\n"), page.body.split("\n"), strict=False)
    for number, (visible, written) in enumerate(lines, page.first_line):
        if not visible.strip() and written.strip() and not written.startswith((" " * STEP, "\t")):
            yield number


def _cut(lines: Sequence[str], first_line: int, silent: frozenset[int]) -> Iterator[Chunk]:
    held: list[str] = []
    joined = False
    for number, line in enumerate((*lines, ""), first_line):
        is_cut = number in silent or _CUT.match(line) is not None
        if line.strip() and not is_cut:
            held.append(line)
            continue
        if held:
            yield Chunk(tuple(held), number - len(held), joined)
            held, joined = [], True
        if is_cut:
            joined = False
