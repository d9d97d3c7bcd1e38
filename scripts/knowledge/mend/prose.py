"""Where the prose of a Markdown text stands: everything that is no code, mark, address, attribute or HTML.

The answer is a text of the same length in which all else is covered, so that a repair can look for its places there and
change them in the original. What may be either is covered: a repair that is left out costs less than a wrong one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from knowledge.content.visible import without_code

# Stands for a sign that no repair may look at; it is neither a letter nor a space.
COVER = "\ufffc"

# A tag that is longer than this is none: it would be looked for from every < of a pasted file.
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"\n]*\"|'[^'\n]*'){0,500})>")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

# In this order: what is covered first cannot mislead what follows.
_COVERED: tuple[re.Pattern[str], ...] = (
    re.compile(r"\\[!-/:-@\[-`{-~]"),
    re.compile(r"<[A-Za-z][\w+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>"),
    re.compile(r"(?m)^\s*(?:={2,4}[!+]?\s*[\"'“”].*|!{2,3}.*|\?{3}.*|;*-+8<-+.*)$"),
    re.compile(r"(?m)^\s*/{3,}[^|\n]*\|?"),
    re.compile(r"(?m)^ {0,3}\[[^\[\]\n]+\]:.*$"),
    re.compile(r"\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"),
    # What begins like the address of a link and does not end like one is covered to the end of its line.
    re.compile(r"\]\([^\n]*"),
    re.compile(r"\]\[[^\[\]\n]*\]"),
    re.compile(r"\[[@^][^\[\]\n]*\]:?"),
    re.compile(r"\{[^{}\n]*\}"),
    re.compile(r"(?:https?://|www\.)[^\s<>\"“”»]+"),
    re.compile(r"&#?\w+;"),
)

_HIDDEN_FENCE = re.compile(r"(?m)^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+|>[ \t]*)+(?:`{3,}|~{3,})")
_MAY_OPEN = re.compile("`|<!--|-->")
_INDENTED_FENCE = re.compile(r"(?m)^(?: {4,}| {0,3}\t[ \t]*)(?:`{3,}|~{3,})")
_MARKER = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:)[ \t]+\S")
# How a line goes on with the paragraph of a list item without being indented.
_LAZY = re.compile(r"[\w\"“”(*_]")
_CODE_INDENT = 4


def covered(text: str) -> str:
    """Return a text of the same length and lines in which only prose is left.

    Where a block of code is open, or begins behind the mark of a list or a quotation, what is code depends on who reads it;
    then nothing is left.
    """
    if _HIDDEN_FENCE.search(text) or not without_code(f"{text}\n.").endswith("."):
        return _cover(text)
    seen = _without_html(_without_indented_code(_without_code(text)))
    for pattern in _COVERED:
        seen = pattern.sub(lambda match: _cover(match[0]), seen)
    return seen


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each piece of prose begins and ends: a paragraph, a list item, a heading, a cell of a table."""
    start, place = 0, 0
    for line in text.split("\n"):
        end = place + len(line)
        if not line.strip() or _STARTS.match(line):
            yield start, place
            start = place
        if _ROW.match(line):
            yield from _cells(line, place)
            start = end
        place = end + 1
    yield start, len(text)


_STARTS = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|/{3,}|:\s|\||>)")
_ROW = re.compile(r"^\s*\|.*\|\s*$")


def _cells(line: str, start: int) -> Iterator[tuple[int, int]]:
    place = start
    for cell in line.split("|"):
        yield place, place + len(cell)
        place += len(cell) + 1


def _cover(words: str) -> str:
    return re.sub(r"[^\n]", COVER, words)


def _without_code(text: str) -> str:
    """Cover what the reading of pages takes for code or a comment; a line of a code block comes back empty from it.

    Where a line read alone gives another answer than the same line in its text, a mark of code or of a comment is open or runs
    over a line end, and Markdown may see it otherwise: the whole paragraph is covered then. A fence that is indented as code
    may open a block or stand in one: what either answer takes for code is covered.
    """
    lines: list[str] = []
    chunk, doubtful = 0, False
    without_indented = without_code(_INDENTED_FENCE.sub(lambda match: " " * len(match[0]), text))
    readings = zip(text.split("\n"), without_code(text).split("\n"), without_indented.split("\n"), strict=True)
    for line, seen, other in readings:
        if not line.strip():
            chunk, doubtful = len(lines), False
        if len(seen) != len(line) or len(other) != len(line):
            lines.append(COVER * len(line))
            continue
        if not doubtful and (_MAY_OPEN.search(seen) or (seen != line and without_code(line) != seen)):
            doubtful = True
            lines[chunk:] = [_cover(before) for before in lines[chunk:]]
        here = "".join(sign if sign == mark else COVER for sign, mark in zip(line, seen, strict=True)) if seen != line else line
        lines.append(_cover(line) if doubtful else here)
    return "\n".join(lines)


def _without_indented_code(text: str) -> str:
    """Cover lines that are indented as code or as the options of a block; the text of a list item is indented too."""
    lines: list[str] = []
    before, in_list, code = "", False, False
    for line in text.split("\n"):
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if line.strip() and indent < _CODE_INDENT:
            in_list, code = _is_in_list(line, before, in_list=in_list), False
        elif line.strip():
            opens = not before.strip() or before.lstrip().startswith("///")
            code = code or (opens and (not in_list or indent >= 2 * _CODE_INDENT))
        lines.append(COVER * len(line) if code and line.strip() else line)
        before = line
    return "\n".join(lines)


def _is_in_list(line: str, before: str, *, in_list: bool) -> bool:
    """Whether a line that is not indented as code belongs to a list, so that what is indented below it is text."""
    if _MARKER.match(line):
        return in_list or not before.strip() or before.lstrip().startswith(("#", "///"))
    return in_list and (line[0] in " \t" or bool(before.strip() and _LAZY.match(line)))


def _without_html(text: str) -> str:
    """Cover every element of HTML with what stands in it; one that is never closed covers the rest of its paragraph."""
    covered_to, pieces = 0, []
    tags = list(_TAG.finditer(text))
    ends = _element_ends(text, tags)
    for tag, end in zip(tags, ends, strict=True):
        if tag.start() < covered_to:
            continue
        pieces += [text[covered_to : tag.start()], _cover(text[tag.start() : end])]
        covered_to = end
    return "".join([*pieces, text[covered_to:]])


def _element_ends(text: str, tags: list[re.Match[str]]) -> list[int]:
    """Return where the element of each tag ends; for a closing or a void tag that is its own end."""
    ends = [tag.end() for tag in tags]
    waiting: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        name = tag["name"].lower()
        if tag["end"]:
            if waiting.get(name):
                ends[waiting[name].pop()] = tag.end()
        elif name not in _VOID and not tag["rest"].endswith("/"):
            waiting.setdefault(name, []).append(index)
    blanks = [*(match.start() for match in _BLANK_LINE.finditer(text)), len(text)]
    for index in (index for indexes in waiting.values() for index in indexes):
        ends[index] = blanks[bisect_left(blanks, tags[index].end())]
    return ends
