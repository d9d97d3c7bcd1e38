"""What a Markdown text holds and on which lines: headings, links, citations, terms, blocks, and the marks that are broken.

This is no renderer. It finds the things that checks and twins ask for, on the line on which the editor wrote them; code is
blanked out first, so that an example in a code block is never taken for the real thing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from knowledge.content.option_lines import read_options


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is None where the editor gave none, `underlined` that it is marked by a line of === or --- below."""

    level: int
    text: str
    id: str | None
    line: int
    underlined: bool = False


@dataclass(frozen=True)
class Link:
    """A link or an image; `form` tells whether it was written in Markdown or as raw HTML."""

    target: str
    text: str
    line: int
    image: bool = False
    form: Literal["markdown", "html"] = "markdown"


@dataclass(frozen=True)
class Mark:
    """A short mark in the text: a citation, a term, a reference, a footnote."""

    name: str
    line: int


@dataclass(frozen=True)
class Block:
    """A block `/// name | argument`; `closing_line` is None where it is never closed.

    Attributes:
        options: What stands under the opening as `name: value`, by name.
        option_lines: The line of each option.
        strays: Lines among the options that are none, or that say one a second time.
        text_line: The first line below the opening and its options.
    """

    name: str
    argument: str
    line: int
    closing_line: int | None
    options: Mapping[str, str] = field(default_factory=dict)
    option_lines: Mapping[str, int] = field(default_factory=dict)
    strays: tuple[Mark, ...] = ()
    text_line: int = 0


@dataclass(frozen=True)
class Trouble:
    """A mark that the site would print as text or that swallows what follows; `kind` is the id of a check."""

    kind: str
    line: int
    words: str


@dataclass(frozen=True)
class Document:
    """All that a Markdown text holds. Lines are counted in the file, front matter included.

    Attributes:
        visible: The text with code and comments blanked out, line for line, for rules that look at its form.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Mark, ...] = ()
    terms: tuple[Mark, ...] = ()
    ids: tuple[Mark, ...] = ()
    blocks: tuple[Block, ...] = ()
    used_references: tuple[Mark, ...] = ()
    defined_references: tuple[Mark, ...] = ()
    used_footnotes: tuple[Mark, ...] = ()
    defined_footnotes: tuple[Mark, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    words: int = 0
    visible: str = ""


_FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?!#)\s+(?P<text>.*?)\s*#*\s*(?P<attributes>\{[^{}]*\})?\s*$")
_TIGHT_HEADING = re.compile(r"^#{1,6}[^#\s]")
_UNDERLINE = re.compile(r"^(?P<mark>=+|-+)\s*$")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*#(?P<id>[\w-]+)[^{}\n]*\}")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*(?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_HTML_LINK = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\b(?P<before>[^<>]*?)\s(?:href|src)\s*=\s*[\"']?(?P<target>[^\"'\s>]*)[^<>]*>"
)
_HTML_ALT = re.compile(r"\balt\s*=\s*(\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_HTML_ID = re.compile(r"<[a-zA-Z][\w-]*\b[^<>]*?\s(?:id|name)\s*=\s*[\"'](?P<id>[^\"']+)[\"']")
_CITATION = re.compile(r"\[(?P<ids>@[\w-]+(?:\s*;\s*@[\w-]+)*)\]")
_REFERENCE = re.compile(r"(?<!\\)(?<!\])\[(?P<text>[^\[\]^@\n][^\[\]\n]*)\]\[(?P<ref>[^\[\]\n]*)\]")
_REFERENCE_DEFINITION = re.compile(r"^ {0,3}\[(?P<ref>[^\[\]^@\n]+)\]:\s*(?P<target>\S+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s]+)\]:", re.MULTILINE)
_BLOCK_OPEN = re.compile(r"^\s*(?P<marks>/{3,})\s*(?P<name>[A-Za-z][\w-]*)\s*(?:\|\s*(?P<argument>.*?))?\s*$")
_BLOCK_CLOSE = re.compile(r"^\s*(?P<marks>/{3,})\s*$")
_ADMONITION = re.compile(r"^\s*(?:!{2,3}|\?{3}\+?)(?![!?])\s*\S*")
_TAB = re.compile(r"^\s*(?:={2,4}[!+]?\s*[\"'“”]|===[!+]?\s+[^\s=])")
_SNIPPET = re.compile(r"^\s*(?:;*-+8<-+)")
_WORD = re.compile(r"\w[\w'’-]*")
_DIVISION = re.compile(r"<(?P<end>/?)(?P<tag>div|section|details|table|aside|figure)\b[^<>]*?(?P<own>/?)>", re.IGNORECASE)


def read_markdown(text: str, first_line: int = 1) -> Document:
    """Return what the text holds.

    Args:
        text: Markdown without its front matter.
        first_line: Line of the file on which the text begins.
    """
    unfenced, fence_troubles = _blank_fences(text, first_line)
    visible = _blank(_INLINE_CODE, _blank(_COMMENT, unfenced))
    lines = visible.split("\n")
    position = _Lines(visible, first_line)
    headings = tuple(_headings(lines, first_line))
    blocks, block_troubles = _blocks(lines, unfenced.split("\n"), first_line)
    markdown_links = tuple(_markdown_links(visible, position))
    definitions = list(_REFERENCE_DEFINITION.finditer(visible))
    troubles = (*fence_troubles, *block_troubles, *_line_troubles(lines, first_line), *_open_divisions(visible, position))
    return Document(
        headings=headings,
        links=(
            *(link for link in markdown_links if not link.target.startswith("term:")),
            *(Link(match["target"], match["ref"], position.of(match)) for match in definitions),
            *_html_links(visible, position),
        ),
        citations=tuple(_citations(visible, position)),
        terms=tuple(Mark(link.target[5:], link.line) for link in markdown_links if link.target.startswith("term:")),
        ids=tuple(_ids(visible, position)),
        blocks=blocks,
        used_references=tuple(
            Mark(match["ref"] or match["text"], position.of(match)) for match in _REFERENCE.finditer(visible)
        ),
        defined_references=tuple(Mark(match["ref"], position.of(match)) for match in definitions),
        used_footnotes=tuple(Mark(match["name"], position.of(match)) for match in _FOOTNOTE.finditer(visible)),
        defined_footnotes=tuple(Mark(match["name"], position.of(match)) for match in _FOOTNOTE_DEFINITION.finditer(visible)),
        troubles=tuple(sorted(troubles, key=lambda trouble: trouble.line)),
        words=len(_WORD.findall(_CITATION.sub("", visible))),
        visible=visible,
    )


def without_code(text: str) -> str:
    """Return a text of the same lines and columns in which code and comments are blank."""
    return _blank(_INLINE_CODE, _blank(_COMMENT, _blank_fences(text, 1)[0]))


class _Lines:
    """Tells on which line of the file a match stands."""

    def __init__(self, text: str, first_line: int) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._first_line = first_line

    def of(self, match: re.Match[str]) -> int:
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        return self._first_line + bisect_right(self._starts, start) - 1


def _spaces(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: _spaces(match[0]), text)


def _blank_fences(text: str, first_line: int) -> tuple[str, list[Trouble]]:
    lines: list[str] = []
    open_fence, opened = "", 0
    for number, line in enumerate(text.split("\n"), first_line):
        match = _FENCE.match(line)
        if not open_fence and match:
            open_fence, opened = match["fence"], number
        elif open_fence and match and match["fence"].startswith(open_fence) and not match["info"].strip():
            open_fence = ""
        elif not open_fence:
            lines.append(line)
            continue
        lines.append("")
    troubles = [Trouble("fence-open", opened, open_fence)] if open_fence else []
    return "\n".join(lines), troubles


def _headings(lines: list[str], first_line: int) -> Iterator[Heading]:
    before = ""
    for number, line in enumerate(lines, first_line):
        match = _HEADING.match(line)
        underline = _UNDERLINE.match(line)
        if match:
            attributes = _ATTRIBUTES.search(match["attributes"] or "")
            yield Heading(len(match["marks"]), match["text"], attributes["id"] if attributes else None, number)
        elif underline and before.strip() and not before.lstrip().startswith(("|", "-", "*", "#", ">", "/")):
            attributes = _ATTRIBUTES.search(before)
            text = _ATTRIBUTES.sub("", before).strip()
            level = 1 if underline["mark"][0] == "=" else 2
            yield Heading(level, text, attributes["id"] if attributes else None, number - 1, underlined=True)
        before = line


def _markdown_links(visible: str, position: _Lines) -> Iterator[Link]:
    for match in _LINK.finditer(visible):
        yield Link(match["target"].strip("<>"), match["text"], position.of(match), image=bool(match["image"]))
        for inner in _LINK.finditer(match["text"]):
            line = position.of(match)
            yield Link(inner["target"].strip("<>"), inner["text"], line, image=bool(inner["image"]))


def _html_links(visible: str, position: _Lines) -> Iterator[Link]:
    for match in _HTML_LINK.finditer(visible):
        alt = _HTML_ALT.search(match[0])
        words = (alt["double"] or alt["single"] or "") if alt else ""
        yield Link(match["target"], words, position.of(match), image=match["tag"].lower() == "img", form="html")


def _citations(visible: str, position: _Lines) -> Iterator[Mark]:
    for match in _CITATION.finditer(visible):
        for name in match["ids"].split(";"):
            yield Mark(name.strip()[1:], position.of(match))


def _ids(visible: str, position: _Lines) -> Iterator[Mark]:
    for pattern in (_ATTRIBUTES, _HTML_ID):
        for match in pattern.finditer(visible):
            yield Mark(match["id"], position.of(match))


def _blocks(lines: Sequence[str], written: Sequence[str], first_line: int) -> tuple[tuple[Block, ...], list[Trouble]]:
    """Pair the opening and closing lines of blocks; an inner block may use as many strokes as its outer one.

    Args:
        lines: The lines without code and comments.
        written: The same lines with the code that stands within a line, which may be the value of an option.
        first_line: Line of the file on which the text begins.
    """
    found: list[Block] = []
    waiting: list[tuple[str, Block]] = []
    troubles: list[Trouble] = []
    for number, line in enumerate(lines, first_line):
        opening, closing = _BLOCK_OPEN.match(line), _BLOCK_CLOSE.match(line)
        if opening:
            below = (written[place] for place in range(number - first_line + 1, len(written)))
            waiting.append((opening["marks"], _opened(opening, number, below)))
        elif closing:
            if waiting and waiting[-1][0] == closing["marks"]:
                found.append(replace(waiting.pop()[1], closing_line=number))
            else:
                troubles.append(Trouble("block-stray", number, line.strip()))
    for _, block in waiting:
        found.append(block)
        troubles.append(Trouble("block-open", block.line, block.name))
    return tuple(sorted(found, key=lambda block: block.line)), troubles


def _opened(opening: re.Match[str], number: int, below: Iterable[str]) -> Block:
    """Return the block that a line opens, with its options; it is not closed yet."""
    options = read_options(below, opening[0])
    first = number + 1
    return Block(
        name=opening["name"],
        argument=opening["argument"] or "",
        line=number,
        closing_line=None,
        options=options.values,
        option_lines={name: first + place for name, place in options.at.items()},
        strays=tuple(Mark(words, first + place) for place, words in options.strays),
        text_line=first + options.count,
    )


_LINE_TROUBLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("admonition-form", _ADMONITION),
    ("tab-form", _TAB),
    ("snippet-form", _SNIPPET),
    ("heading-tight", _TIGHT_HEADING),
)


def _line_troubles(lines: Iterable[str], first_line: int) -> Iterator[Trouble]:
    for number, line in enumerate(lines, first_line):
        for kind, pattern in _LINE_TROUBLES:
            if pattern.match(line):
                yield Trouble(kind, number, line.strip()[:60])


def _open_divisions(visible: str, position: _Lines) -> Iterator[Trouble]:
    waiting: list[tuple[str, int]] = []
    for match in _DIVISION.finditer(visible):
        if match["own"]:
            continue
        tag = match["tag"].lower()
        if not match["end"]:
            waiting.append((tag, position.of(match)))
        elif waiting and waiting[-1][0] == tag:
            waiting.pop()
        else:
            yield Trouble("html-stray", position.of(match), f"</{tag}>")
    for tag, line in waiting:
        yield Trouble("html-open", line, f"<{tag}>")
