"""Marks that have lost their form on the way: quotation marks of a word processor, raw HTML, texts that end in mid-air."""

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.checks.rule import Rule
from knowledge.content.chunks import Chunk, chunks_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import Page

_CURLY_MARK = re.compile(
    r"\]\([^\s()]+\s+[“”„‟‘’][^()\n]*\)"  # the title of a link
    r"|\{[:#.\w][^{}\n]*=[“”„‟‘’][^{}\n]*\}"  # an attribute in braces
    r"|<[a-zA-Z][^<>\n]*=\s*[“”„‟‘’][^<>\n]*>"  # an attribute of a tag
)
_TAG = re.compile(r"(?<!\]\()<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<rest>[^<>\n]*)>")
# Tags that Markdown has no sign for and that change nothing but the words inside them.
_INLINE = frozenset({"abbr", "br", "cite", "dfn", "kbd", "mark", "q", "small", "span", "sub", "sup", "wbr", "del", "ins", "a"})
# What browsers know as HTML.
_HTML = re.compile(
    r"^(?:address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|button|canvas|caption|center|code|col|colgroup"
    r"|data|datalist|dd|details|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h1|h2|h3"
    r"|h4|h5|h6|head|header|hgroup|hr|html|i|iframe|img|input|label|legend|li|link|main|map|math|menu|meta|meter|nav|noscript"
    r"|object|ol|optgroup|option|output|p|param|picture|pre|progress|rp|rt|ruby|s|samp|script|search|section|select|slot"
    r"|source|strike|strong|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var"
    r"|video)$"
)
# A mark that is opened and not closed where the text ends: a link, a note, an attribute, a tag, bold words.
_UNCLOSED = re.compile(r"(?:\[[^\[\]()]*|\]\([^()\s]*|\{[#:.][^{}]*|<[a-zA-Z/][^<>]*)\Z")
_BOLD = re.compile(r"\*\*")
_PROSE = re.compile(r"[“”\"(*_]*[^\W\d_](?:[^\W\d_]|\s)")
_ENDS = re.compile(r"[\w,:;–-]\Z")

_SHOWN = 60
_INDENTED_HEADING = re.compile(r"^ {1,3}#{1,6}\s")


def indented(library: Library) -> Iterator[Finding]:
    """A heading stands at the very beginning of its line; Markdown takes an indented one for text."""
    for page in library.pages.values():
        for number, line in enumerate(page.document.visible.split("\n"), page.first_line):
            if _INDENTED_HEADING.match(line):
                yield finding("heading-indented", page.file, number, text=line.strip(" #")[:_SHOWN])


def underlined(library: Library) -> Iterator[Finding]:
    """A heading is marked with # signs; a line of dashes below a text makes a heading of it, often by accident."""
    for page in library.pages.values():
        for heading in page.document.headings:
            if heading.underlined:
                marks = "#" * heading.level
                yield finding("heading-underlined", page.file, heading.line, text=heading.text[:_SHOWN], marks=marks)


def quotes(library: Library) -> Iterator[Finding]:
    """Quotation marks in a mark are straight."""
    for page in library.pages.values():
        for line, match in _matches(page, _CURLY_MARK):
            yield finding("quotes-in-mark", page.file, line, words=match[0][:_SHOWN])


def raw_html(library: Library) -> Iterator[Finding]:
    """Text is marked with Markdown; words between < and > that are no tag would vanish."""
    for page in library.pages.values():
        told: set[tuple[int, str]] = set()
        for line, match in _matches(page, _TAG):
            tag = match["tag"].lower()
            if tag in _INLINE or (line, tag) in told or _is_address(match):
                continue
            told.add((line, tag))
            check = "html-raw" if _HTML.match(tag) else "html-unknown"
            if check == "html-raw" or not match["end"]:
                yield finding(check, page.file, line, words=match[0][:_SHOWN])


def _is_address(match: re.Match[str]) -> bool:
    """Whether this is an address between < and >, which Markdown makes a link of."""
    return match["rest"].startswith((":", "@", ".")) or "@" in match["rest"].split(" ")[0]


def _matches(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(page.document.visible.split("\n"), page.first_line):
        for match in pattern.finditer(line):
            yield number, match


def endings(library: Library) -> Iterator[Finding]:
    """A text ends where its author meant it to end."""
    for page in library.pages.values():
        chunks = chunks_of(page)
        if not chunks:
            continue
        last = chunks[-1]
        text = "\n".join(last.lines).rstrip()
        line = last.line + len(last.lines) - 1
        words = text.split("\n")[-1][-_SHOWN:]
        if _UNCLOSED.search(text) or len(_BOLD.findall(text)) % 2:
            yield finding("text-cut-off", page.file, line, words=words)
        elif _is_prose(page, last) and _ENDS.search(text):
            yield finding("text-ends-open", page.file, line, words=words)


def _is_prose(page: Page, chunk: Chunk) -> bool:
    """Whether a chunk is a paragraph with which the page ends: no list, table, note or label, and not within a block."""
    after = page.body.split("\n")[chunk.line - page.first_line + len(chunk.lines) :]
    return not any(line.strip() for line in after) and all(_PROSE.match(line) for line in chunk.lines)


def empty_sections(library: Library) -> Iterator[Finding]:
    """A heading has something below it: text, a block, or a heading one level down."""
    for page in library.pages.values():
        lines = page.body.split("\n")
        headings = page.document.headings
        for heading, following in pairwise((*headings, None)):
            if heading is None or (following is not None and following.level > heading.level):
                continue
            start = heading.line - page.first_line + (2 if heading.underlined else 1)
            end = following.line - page.first_line if following is not None else len(lines)
            if not any(line.strip() for line in lines[start:end]):
                yield finding("section-empty", page.file, heading.line, text=heading.text[:_SHOWN])


RULES: tuple[Rule, ...] = (
    indented,
    underlined,
    quotes,
    raw_html,
    endings,
    empty_sections,
)
