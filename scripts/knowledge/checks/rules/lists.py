"""Lists that Markdown would show otherwise than they are meant, or not as lists at all.

Each rule names a trap of the renderer: a list needs a blank line above, what belongs to an item is indented by four, one list
is of one kind, and a text that begins with a number and a point becomes a list that is counted from 1.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.checks.rule import Rule
from knowledge.content.chunks import STEP, Chunk, Item, chunks_of, item_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library

# Bullets of word processors (the last three are those of Word's own fonts), and numbers with a bracket.
_SIGN = re.compile("^\\s*(?:[•·◦▪●○‣⁃\uf0b7\uf0a7\uf02d]|o\t|\\d{1,2}\\))\\s*\\S")
_TIGHT_BULLET = re.compile(r"^ {0,3}[-+][A-Za-zÆØÅæøåÉé]")
# What may stand before a number and leaves it at the beginning of a text of its own: a quotation, a note, a definition.
_FRAME = re.compile(r"^(?:\s*>)+ ?|^\s*\[\^[^\]]+\]:\s+|^\s*:\s{1,3}(?=\S)")
# Danish writes the day of a date with a point and the month with a small letter: 8. maj 2012.
_MONTH = re.compile(
    r"(?:jan(?:uar|\.)|feb(?:ruar|\.)|mar(?:ts|\.)|apr(?:il|\.)|maj|jun[i.]|jul[i.]|aug(?:ust|\.)|sep(?:tember|t?\.)|okt(?:ober|\.)"
    r"|nov(?:ember|\.)|dec(?:ember|\.))(?!\w)"
)

_SHOWN = 60


def tight(library: Library) -> Iterator[Finding]:
    """A list stands apart from the paragraph above it."""
    for page in library.pages.values():
        for before, chunk in _with_before(chunks_of(page)):
            if chunk.is_list or _is_other(chunk) or _is_loose(before, chunk):
                continue
            # A line that continues a paragraph may begin with a number; one that begins a list begins with 1.
            starts = (item for item in chunk.items if item.number in {None, 1} and item.indent - chunk.indent < STEP)
            for item in [*starts][:1]:
                yield finding("list-tight", page.file, item.line, words=item.text[:_SHOWN])


def _is_other(chunk: Chunk) -> bool:
    """Whether a chunk is a table, a quotation, a note, a definition or raw HTML, where a line may begin like a list item."""
    return chunk.lines[0].lstrip().startswith(("|", ">", "<", "[^")) or any(line.startswith(":   ") for line in chunk.lines)


def _is_loose(before: Chunk | None, chunk: Chunk) -> bool:
    """Whether a chunk is meant to belong to the list item above it and is not indented far enough.

    One space more is carelessness in a list, which Markdown forgives.
    """
    if before is None or not (chunk.after_blank and before.is_list):
        return False
    return (1 if chunk.is_list else 0) < chunk.indent - before.indent < STEP


def indented(library: Library) -> Iterator[Finding]:
    """What belongs to a list item is indented by four."""
    for page in library.pages.values():
        for before, chunk in _with_before(chunks_of(page)):
            if _is_loose(before, chunk):
                words = chunk.lines[0].strip()[:_SHOWN]
                yield finding("list-indent", page.file, chunk.line, words=words, got=chunk.indent)
            elif chunk.is_list:
                wrong = (item for item in chunk.items if (item.indent - chunk.indent) % STEP in {2, 3})
                for item in [*wrong][:1]:
                    yield finding("list-indent", page.file, item.line, words=item.text[:_SHOWN], got=item.indent)


def mixed(library: Library) -> Iterator[Finding]:
    """A list is numbered or has bullets; Markdown shows all of it in the way in which it begins."""
    for page in library.pages.values():
        for before, chunk in _joined(chunks_of(page)):
            for above, item in _neighbours(before, chunk):
                if (above.number is None) != (item.number is None):
                    yield finding("list-mixed", page.file, item.line, words=item.text[:_SHOWN])


def _neighbours(before: Item | None, chunk: Chunk) -> Iterator[tuple[Item, Item]]:
    """Yield each item of a list with the one above it on the same level."""
    above = {0: before} if before is not None else {}
    for item in chunk.items if chunk.is_list else ():
        # Two or three spaces are meant to be four; that is told by the rule above.
        level = max(item.indent - chunk.indent + 2, 0) // STEP
        above = {depth: last for depth, last in above.items() if depth <= level}
        if level in above and not _is_date(item):
            yield above[level], item
        above[level] = item


def numbers(library: Library) -> Iterator[Finding]:
    """A text does not begin with a number and a point, unless it is a list that begins with 1."""
    for page in library.pages.values():
        for before, chunk in _joined(chunks_of(page)):
            for item in _counted(chunk):
                continues = before is not None and item.line == chunk.line
                if _is_date(item) or (item.number != 1 and not continues):
                    words = f"{item.number}. {item.text}"[:_SHOWN]
                    yield finding("list-number", page.file, item.line, number=item.number, words=words)


def _is_date(item: Item) -> bool:
    return item.number is not None and _MONTH.match(item.text) is not None


def _counted(chunk: Chunk) -> Iterator[Item]:
    """Yield the numbers with which a text of its own begins: the chunk's, a quotation's or note's, and a list item's."""
    for number, line in enumerate(chunk.lines, chunk.line):
        item = item_of(line, number) or item_of(_FRAME.sub("", line), number)
        if item is None:
            continue
        if item.number is not None and (number == chunk.line or (chunk.is_list and _is_date(item))):
            yield item
        inner = item_of(item.text, number) if chunk.is_list else None
        if inner is not None and inner.number is not None:
            yield inner


def signs(library: Library) -> Iterator[Finding]:
    """A list is marked with signs that Markdown knows."""
    for page in library.pages.values():
        for chunk in chunks_of(page):
            numbered = list(enumerate(chunk.lines, chunk.line))
            strange = [number for number, line in numbered if _SIGN.match(line)]
            glued = [number for number, line in numbered if _TIGHT_BULLET.match(line)]
            # One such line in a paragraph may be prose that was broken there.
            if strange and (strange[0] == chunk.line or len(strange) > 1):
                yield finding("list-sign", page.file, strange[0], words=_line(chunk, strange[0]))
            elif len(glued) > 1:
                yield finding("list-sign", page.file, glued[0], words=_line(chunk, glued[0]))


def _line(chunk: Chunk, number: int) -> str:
    return chunk.lines[number - chunk.line].strip()[:_SHOWN]


def _with_before(chunks: Sequence[Chunk]) -> Iterator[tuple[Chunk | None, Chunk]]:
    return zip((None, *chunks), chunks, strict=False)


def _joined(chunks: Sequence[Chunk]) -> Iterator[tuple[Item | None, Chunk]]:
    """Yield each chunk with the item that stands above it in the same list; blank lines do not end a list."""
    last: dict[int, Item] = {}
    for chunk in chunks:
        if not chunk.after_blank or (not chunk.is_list and chunk.indent < STEP):
            last = {}
        yield last.get(chunk.indent) if chunk.is_list else None, chunk
        if chunk.is_list:
            last = {indent: item for indent, item in last.items() if indent < chunk.indent}
            last |= {item.indent: item for item in chunk.items}


RULES: tuple[Rule, ...] = (
    tight,
    indented,
    mixed,
    numbers,
    signs,
)
