"""The ids of headings, copied from a page to its twin where one of the two has none."""

import re

from knowledge.content.markdown import Heading, read_markdown
from knowledge.content.page import split_front_matter

_OPENING = re.compile(r"^ {0,3}#{1,6}\s+")
_CLOSING = re.compile(r"\s+#+\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*(?P<inside>[^{}]*?)\s*\}\s*$")


def with_twin_ids(text: str, twin: str) -> str:
    """Return a page's whole text in which a heading without an id has that of the heading at the same place of the twin.

    Nothing is copied where the two do not have the same levels in the same order, or already disagree on an id: then nobody can
    say which heading is which.
    """
    headings, ids = _headings(text)
    others, _ = _headings(twin)
    if [heading.level for heading in headings] != [heading.level for heading in others]:
        return text
    pairs = list(zip(headings, others, strict=True))
    if any(here.id and there.id and here.id != there.id for here, there in pairs):
        return text
    lines = text.split("\n")
    for here, there in pairs:
        if here.id is None and there.id is not None and there.id not in ids:
            lines[here.line - 1] = _with_id(lines[here.line - 1], there.id)
    return "\n".join(lines)


def _headings(text: str) -> tuple[tuple[Heading, ...], frozenset[str]]:
    _, body, first_line = split_front_matter(text)
    document = read_markdown(body, first_line)
    return document.headings, frozenset(mark.name for mark in document.ids)


def _with_id(line: str, name: str) -> str:
    """Return a heading's line with an id, before the attributes that it has."""
    attributes = _ATTRIBUTES.search(line)
    words = line[: attributes.start()] if attributes else line.rstrip()
    if _OPENING.match(line):
        words = _CLOSING.sub("", words)
    more = f" {attributes['inside']}" if attributes and attributes["inside"] else ""
    return f"{words} {{#{name}{more}}}"
