"""A page cut into its sections, each known by the id of its heading."""

from dataclasses import dataclass

from knowledge.content.markdown import Document, read_markdown
from knowledge.content.page import Page, split_front_matter

# The text above the first heading has no id of its own.
OPENING = ""


@dataclass(frozen=True)
class Section:
    """A heading and the text below it, down to the next heading of any level.

    Attributes:
        id: The heading's id, or its words where it has none.
        line: Line of the file on which the section begins.
    """

    id: str
    level: int
    title: str
    text: str
    line: int


def sections_of(page: Page) -> tuple[Section, ...]:
    """Return the sections of a page in order."""
    return _cut(page.body, page.document, page.first_line)


def sections_of_file(text: str) -> tuple[Section, ...]:
    """Return the sections of a file's whole text, front matter included, as an earlier version is read."""
    _, body, first_line = split_front_matter(text.replace("\r\n", "\n").removeprefix("\ufeff"))
    return _cut(body, read_markdown(body, first_line), first_line)


def _cut(body: str, document: Document, first_line: int) -> tuple[Section, ...]:
    lines = body.split("\n")
    starts = [(heading.line - first_line, heading) for heading in document.headings]
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    opening = "\n".join(lines[: starts[0][0]] if starts else lines)
    found = [Section(OPENING, 0, "", opening, first_line)] if opening.strip() else []
    for (start, heading), end in zip(starts, ends, strict=False):
        text = "\n".join(lines[start + 1 : end])
        found.append(Section(heading.id or heading.text, heading.level, heading.text, text, heading.line))
    return tuple(found)
