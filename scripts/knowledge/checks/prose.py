"""The running text of a page, cut into passages and sentences, each with its line: what checks of wording read.

A passage is a paragraph, one point of a list, one row of a table, a quotation, or a block's title. Code and comments are left
out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from knowledge.checks.remember import of_page
from knowledge.content.markdown import Block, Document, Heading
from knowledge.content.page import Page
from knowledge.content.visible import without_code

Kind = Literal["text", "point", "row", "quote", "title"]

_POINT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^\s*[☐☑☒□■▢◻⬜✓✔✅]")
_ROW = re.compile(r"^\s*\|")
_RULER = re.compile(r"^[\s|:=-]*[=-][\s|:=-]*$")
_QUOTE = re.compile(r"^\s*>")
# The marks of blocks, and the targets of references.
_SILENT = re.compile(r"^\s*/{3,}|^ {0,3}\[[^\]]+\]:\s")
_MARKUP = re.compile(r"\{[:#.][^{}\n]*\}|</?[a-zA-Z][^<>\n]*>|(?<=\])\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|\[@[^\]\n]*\]|\*\*|__")
_CITATION = re.compile(r"\[@[\w-]")
# Words in quotation marks, or alone in italics, are spoken about and not used.
_QUOTATION = re.compile(
    r"“[^“”]{1,600}”|”[^”]{1,600}”|\"[^\"]{1,600}\"|»[^«»]{1,600}«|„[^“”]{1,600}[“”]"
    r"|(?<!\w)[‘’'][^‘’'\n]{1,80}[’'](?!\w)|(?<![\w*])\*[^*\n]{1,40}\*(?![\w*])"
)
# A sentence ends before a capital letter, a digit or a quotation mark; not after an abbreviation of one or two letters.
_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])[”\"’»)\]]*\s+(?=[\"“”„»(\[]*[A-ZÆØÅÉ0-9])|(?<=[.!?][”\"’»)\]])\s+(?=[A-ZÆØÅÉ])")


@dataclass(frozen=True)
class Sentence:
    """One sentence, without its markup, and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Passage:
    """A piece of text that is read as one.

    Attributes:
        source: As the editor wrote it.
        headings: The words of the heading above it and of those that this one stands under, outermost first.
        heading_lines: The line of each of them.
        blocks: The blocks that it stands in, outermost first; a block's title stands in the block.
        intro: The paragraph that a list follows, or the head of a table; empty for other text.
    """

    source: str
    line: int
    kind: Kind
    headings: tuple[str, ...]
    heading_lines: tuple[int, ...]
    blocks: tuple[str, ...]
    intro: str = ""

    @cached_property
    def text(self) -> str:
        """The words without markup; line ends stay where they are."""
        return plain(self.source)

    @property
    def cited(self) -> bool:
        """Whether it names a source, or its list's introduction does."""
        return bool(_CITATION.search(self.source) or _CITATION.search(self.intro))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences without what is only quoted in them."""
        return tuple(self._sentences(without_quotations(self.text)))

    def _sentences(self, text: str) -> Iterator[Sentence]:
        start = 0
        for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
            words = text[start:end]
            if words.strip():
                blank = len(words) - len(words.lstrip())
                yield Sentence(words.strip(), self.line + text.count("\n", 0, start + blank))
            start = end


def plain(words: str) -> str:
    """Return a text without links' targets, citations, tags and attributes."""
    return _MARKUP.sub("", words)


def without_quotations(words: str) -> str:
    """Return a text in which what is quoted is a dash, so that it is not taken for the writer's own words."""
    return _QUOTATION.sub(lambda match: "–" + "\n" * match[0].count("\n"), words)


@of_page
def passages(page: Page) -> tuple[Passage, ...]:
    """Return the passages of a page in order."""
    cutter = _Cutter(page.document)
    for number, line in enumerate([*without_code(page.body).split("\n"), ""], page.first_line):
        cutter.take(number, line)
    return tuple(cutter.found)


class _Cutter:
    """Takes the lines of a page one by one, and gathers them into passages."""

    def __init__(self, document: Document) -> None:
        self.found: list[Passage] = []
        self._headings = {heading.line: heading for heading in document.headings}
        self._blocks = {block.line: block for block in document.blocks}
        self._spans = {block.line: (block.name, block.closing_line or 10**9) for block in document.blocks}
        self._silent = {line for block in document.blocks for line in _option_lines(block)}
        self._chain: list[Heading] = []
        self._lines: list[str] = []
        self._began = 0
        self._intro = ""
        self._head = ""

    def take(self, number: int, line: str) -> None:
        heading = self._headings.get(number)
        if heading is not None:
            self._close()
            self._chain = [*(above for above in self._chain if above.level < heading.level), heading]
            self._intro = self._head = ""
        elif number in self._blocks:
            self._close()
            if self._blocks[number].argument:
                self._keep("title", self._blocks[number].argument, number)
        elif not line.strip() or _SILENT.match(line) or number in self._silent:
            self._close()
            self._head = ""
        elif not _RULER.match(line):
            self._gather(number, line)

    def _gather(self, number: int, line: str) -> None:
        if _POINT.match(line) or _ROW.match(line):
            self._close()
        if not self._lines:
            self._began = number
        self._lines.append(line)

    def _close(self) -> None:
        if not self._lines:
            return
        source = "\n".join(self._lines)
        self._lines.clear()
        kind = _kind(source)
        self._keep(kind, source, self._began)
        if kind == "row":
            self._head = self._head or source
        elif kind != "point":
            self._intro = source

    def _keep(self, kind: Kind, source: str, line: int) -> None:
        self.found.append(
            Passage(
                source=source,
                line=line,
                kind=kind,
                headings=tuple(plain(heading.text) for heading in self._chain),
                heading_lines=tuple(heading.line for heading in self._chain),
                blocks=tuple(name for start, (name, end) in self._spans.items() if start <= line < end),
                intro={"point": self._intro, "row": self._head}.get(kind, ""),
            )
        )


def _kind(source: str) -> Kind:
    if _ROW.match(source):
        return "row"
    if _POINT.match(source):
        return "point"
    return "quote" if _QUOTE.match(source) else "text"


def _option_lines(block: Block) -> Iterator[int]:
    yield from block.option_lines.values()
    yield from (stray.line for stray in block.strays)
