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
from knowledge.content.visible import blank_code_and_comments, blank_fences, blank_indented


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

    @property
    def endless(self) -> bool:
        """Whether the build would never come to an end with it."""
        return self.kind == "block-in-line"


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


_HEADING = re.compile(r"^(?P<marks>#{1,6})(?:\s+(?P<text>.*))?$")
_TIGHT_HEADING = re.compile(r"^#{1,6}[^#\s]")
_UNDERLINE = re.compile(r"^(?P<mark>=+|-+)\s*$")
_BRACES = re.compile(r"\{[^{}\n]*\}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Round brackets in an address or a title may hold others.
_LINK = re.compile(
    r"(?<!\\)(?P<image>!?)(?<!\\)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\((?P<inside>(?:[^()\"\n]|\n(?!\s*\n)|\"(?:[^\"\\\n]|\\.)*\"|\((?:[^()\n]|\([^()\n]*\))*\))*)\)"
)
_TITLE = re.compile(r"(?<!\s)\s+(?:\"(?:[^\"\\]|\\.)*\"|'.*')$", re.DOTALL)
_TAG = re.compile(r"<(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"(?<=[\s\"'])(?P<name>[a-zA-Z][\w:-]*)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)")
_CITATION = re.compile(r"(?<!\\)\[(?P<ids>@[\w-]+(?:\s*;\s*@[\w-]+)*)\]")
_REFERENCE = re.compile(r"(?<!\\)(?<!\])\[(?P<text>[^\[\]^@\n](?:[^\[\]\n]|\n(?!\s*\n))*)\]\[(?P<ref>(?![@^])[^\[\]\n]*)\]")
_IMAGE_REFERENCE = re.compile(r"(?<!\\)!\[(?P<text>[^\[\]]*)\]\[(?P<ref>[^\[\]\n]*)\]")
_REFERENCE_DEFINITION = re.compile(r"^ {0,3}\[(?P<ref>[^\[\]^@\n]+)\]:[ \t]*\n?[ \t]*(?P<target>\S+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<name>[^\[\]\s]+)\]")
_FOOTNOTE_DEFINITION = re.compile(r"^ {0,3}\[\^(?P<name>[^\[\]\s]+)\]:", re.MULTILINE)
_BLOCK_OPEN = re.compile(r"^\s*(?P<marks>/{3,})\s*(?P<name>[A-Za-z][\w-]*)\s*(?:\|\s*(?P<argument>.*))?$")
# A block that opens on the line of a list or quotation mark sends the reader of blocks round in circles for ever.
_BLOCK_IN_LINE = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>)(?:\s*(?:[-*+]|\d+[.)]|>))*\s+/{3,}\s*[A-Za-z]")
_BLOCK_CLOSE = re.compile(r"^\s*(?P<marks>/{3,})$")
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
    unfenced, open_fence = blank_fences(text)
    visible = blank_code_and_comments(blank_indented(unfenced))
    lines = visible.split("\n")
    position = _Lines(visible, first_line)
    blocks, block_troubles = _blocks(lines, unfenced.split("\n"), first_line)
    definitions = list(_REFERENCE_DEFINITION.finditer(visible))
    links = (*_markdown_links(visible, position), *_reference_links(visible, position, definitions))
    footnotes = {match.start("name"): match for match in _FOOTNOTE_DEFINITION.finditer(visible)}
    fences = [Trouble("fence-open", first_line + open_fence.line, open_fence.signs)] if open_fence else []
    troubles = (*fences, *block_troubles, *_line_troubles(lines, first_line), *_open_divisions(visible, position))
    return Document(
        headings=tuple(_headings(lines, first_line)),
        links=(*(link for link in links if not link.target.startswith("term:")), *_html_links(visible, position)),
        citations=tuple(_citations(visible, position)),
        terms=tuple(Mark(link.target[5:], link.line) for link in links if link.target.startswith("term:")),
        ids=tuple(_ids(visible, position)),
        blocks=blocks,
        used_references=tuple(_used_references(visible, position)),
        defined_references=tuple(Mark(match["ref"], position.of(match)) for match in definitions),
        used_footnotes=tuple(
            Mark(match["name"], position.of(match))
            for match in _FOOTNOTE.finditer(visible)
            if match.start("name") not in footnotes
        ),
        defined_footnotes=tuple(Mark(match["name"], position.of(match)) for match in footnotes.values()),
        troubles=tuple(sorted(troubles, key=lambda trouble: trouble.line)),
        words=len(_WORD.findall(_CITATION.sub("", visible))),
        visible=visible,
    )


class _Lines:
    """Tells on which line of the file a match stands."""

    def __init__(self, text: str, first_line: int) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._first_line = first_line

    def of(self, match: re.Match[str]) -> int:
        return self.at(match.start() + len(match[0]) - len(match[0].lstrip()))

    def at(self, place: int) -> int:
        return self._first_line + bisect_right(self._starts, place) - 1


def _headings(lines: list[str], first_line: int) -> Iterator[Heading]:
    before, begins = "", False
    for number, line in enumerate(lines, first_line):
        match, underline = _HEADING.match(line.rstrip()), _UNDERLINE.match(line)
        if match:
            text, name = _named((match["text"] or "").rstrip("#").rstrip())
            yield Heading(len(match["marks"]), text.rstrip("#").rstrip(), name, number)
        elif underline and begins and _may_be_underlined(before):
            text, name = _named(before.strip())
            yield Heading(1 if underline["mark"][0] == "=" else 2, text, name, number - 1, underlined=True)
        # Only the first line of a paragraph can be underlined.
        begins = _ends_paragraph(before)
        before = line


def _ends_paragraph(line: str) -> bool:
    return not line.strip() or bool(_HEADING.match(line.rstrip()) or _UNDERLINE.match(line)) or _is_block_line(line)


def _may_be_underlined(line: str) -> bool:
    words = bool(line.strip()) and not line.startswith(("#", "|", "<"))
    return words and not line.startswith(("    ", "\t")) and not _is_block_line(line)


def _is_block_line(line: str) -> bool:
    return bool(_BLOCK_OPEN.match(line.rstrip()) or _BLOCK_CLOSE.match(line.rstrip()))


def _named(words: str) -> tuple[str, str | None]:
    """Part a heading's words from the id in the braces at their end."""
    braces = list(_BRACES.finditer(words))
    if not braces or braces[-1].end() != len(words):
        return words, None
    return words[: braces[-1].start()].rstrip(), _id_in(braces[-1][0])


def _id_in(braces: str) -> str | None:
    """Return the id that `{#id}` or `{: .class #id}` gives; the last of several counts."""
    names = [word[1:] for word in _QUOTED.sub("", braces.strip("{}").removeprefix(":")).split() if word.startswith("#")]
    return names[-1] or None if names else None


def _markdown_links(visible: str, position: _Lines) -> Iterator[Link]:
    for match in _LINK.finditer(visible):
        yield Link(_address(match["inside"]), match["text"], position.of(match), image=bool(match["image"]))
        for inner in _LINK.finditer(match["text"]):
            line = position.at(match.start("text") + inner.start())
            yield Link(_address(inner["inside"]), inner["text"], line, image=bool(inner["image"]))


def _address(inside: str) -> str:
    """Return the address in a link's round brackets, which may be followed by a title."""
    return _TITLE.sub("", inside.strip()).removeprefix("<").removesuffix(">")


def _reference_links(visible: str, position: _Lines, definitions: Iterable[re.Match[str]]) -> Iterator[Link]:
    """Yield the addresses that are defined for references, and each picture that is shown by one."""
    targets: dict[str, str] = {}
    for match in definitions:
        target = match["target"].removeprefix("<").removesuffix(">")
        targets.setdefault(match["ref"].casefold(), target)
        yield Link(target, match["ref"], position.of(match))
    for match in _IMAGE_REFERENCE.finditer(visible):
        name = (match["ref"] or match["text"]).casefold()
        if name in targets:
            yield Link(targets[name], match["text"], position.of(match), image=True)


def _used_references(visible: str, position: _Lines) -> Iterator[Mark]:
    for match in _REFERENCE.finditer(visible):
        yield Mark(" ".join((match["ref"] or match["text"]).split()), position.of(match))


def _tags(visible: str, position: _Lines) -> Iterator[tuple[str, dict[str, str], int]]:
    for match in _TAG.finditer(visible):
        attributes = {found["name"].lower(): found["value"].strip("\"'") for found in _ATTRIBUTE.finditer(match["attributes"])}
        yield match["tag"].lower(), attributes, position.of(match)


def _html_links(visible: str, position: _Lines) -> Iterator[Link]:
    for tag, attributes, line in _tags(visible, position):
        for name in ("href", "src"):
            if name in attributes:
                yield Link(attributes[name], attributes.get("alt", ""), line, image=tag == "img", form="html")


def _citations(visible: str, position: _Lines) -> Iterator[Mark]:
    for match in _CITATION.finditer(visible):
        for name in match["ids"].split(";"):
            yield Mark(name.strip()[1:], position.of(match))


def _ids(visible: str, position: _Lines) -> Iterator[Mark]:
    for match in _BRACES.finditer(visible):
        if name := _id_in(match[0]):
            yield Mark(name, position.of(match))
    for tag, attributes, line in _tags(visible, position):
        if name := attributes.get("id") or (attributes.get("name") if tag == "a" else None):
            yield Mark(name, line)


def _blocks(lines: Sequence[str], written: Sequence[str], first_line: int) -> tuple[tuple[Block, ...], list[Trouble]]:
    """Pair the opening and closing lines of blocks; an inner block may use as many strokes as its outer one.

    Args:
        lines: The lines without code and comments.
        written: The same lines with the code that stands within a line, which may be the value of an option.
        first_line: Line of the file on which the text begins.
    """
    found: list[Block] = []
    waiting: list[tuple[str, Block]] = []
    forgotten: list[tuple[str, Block]] = []
    troubles: list[Trouble] = []
    for number, line in enumerate(lines, first_line):
        opening, closing = _BLOCK_OPEN.match(line.rstrip()), _BLOCK_CLOSE.match(line.rstrip())
        if opening:
            below = (written[place] for place in range(number - first_line + 1, len(written)))
            waiting.append((opening["marks"], _opened(opening, number, below)))
        elif closing and closing["marks"] in (marks for marks, _ in waiting):
            # An inner block that was forgotten stays open; the outer one is closed all the same.
            place = max(index for index, (marks, _) in enumerate(waiting) if marks == closing["marks"])
            found.append(replace(waiting.pop(place)[1], closing_line=number))
            forgotten += waiting[place:]
            del waiting[place:]
        elif closing:
            troubles.append(Trouble("block-stray", number, line.strip()))
    for _, block in (*forgotten, *waiting):
        found.append(block)
        troubles.append(Trouble("block-open", block.line, block.name))
    return tuple(sorted(found, key=lambda block: block.line)), troubles


def _opened(opening: re.Match[str], number: int, below: Iterable[str]) -> Block:
    """Return the block that a line opens, with its options; it is not closed yet."""
    options = read_options(below, opening[0])
    first = number + 1
    return Block(
        name=opening["name"].lower(),
        argument=(opening["argument"] or "").strip(),
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
    ("block-in-line", _BLOCK_IN_LINE),
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
