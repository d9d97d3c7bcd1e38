"""A page: its front matter, its text and what the text holds."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha1
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge.content.languages import Language, Record, Words, broken_rule
from knowledge.content.markdown import Document, Heading
from knowledge.content.source import SourceId

BlobId = Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]
ChangeKind = Literal["new", "facts", "law", "tools", "language"]


class PageChange(Record):
    """A change that readers should hear of; the text is in the page's language, the rest is the same in both twins."""

    date: date
    kind: ChangeKind
    text: Annotated[str, Field(min_length=10, max_length=300)]


class FrontMatter(Record):
    """What a page says about itself. `owner` is a role, never a person."""

    title: Words
    summary: Annotated[str, Field(min_length=40, max_length=200)]
    kind: Words
    audience: Annotated[tuple[Words, ...], Field(min_length=1)]
    reviewed: date
    review_by: date
    owner: Words
    sources: tuple[SourceId, ...] = ()
    source_language: Language
    translated_from: BlobId | None = None
    template: Literal["home.html"] | None = None
    changes: tuple[PageChange, ...] = ()

    @model_validator(mode="after")
    def _review_after_reviewed(self) -> Self:
        if self.review_by <= self.reviewed:
            raise broken_rule("a date after “reviewed”", "en dato efter ”reviewed”", "review_by")
        return self

    @model_validator(mode="after")
    def _one_change_of_a_kind_a_day(self) -> Self:
        if len({(change.date, change.kind) for change in self.changes}) < len(self.changes):
            raise ValueError("two entries under 'changes' have the same date and kind; write them as one")
        return self


@dataclass(frozen=True)
class Page:
    """One page in one language.

    Attributes:
        key: Path below the language's folder without '.md', the same for both twins: 'projects/finances'.
        file: Path below the repository's root.
        front: None when the front matter is missing or wrong.
        body: The Markdown below the front matter.
        first_line: Line of the file on which the body begins.
    """

    language: Language
    key: str
    file: str
    front: FrontMatter | None
    front_lines: dict[str, int]
    body: str
    first_line: int
    document: Document
    blob_id: str

    @property
    def heading(self) -> Heading | None:
        """The page's first main heading."""
        return next((heading for heading in self.document.headings if heading.level == 1), None)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that a link may point to in this page's text."""
        return frozenset(mark.name for mark in self.document.ids)

    def line_of(self, field: str) -> int:
        """Return the line of a field of the front matter."""
        return self.front_lines.get(field, 1)


_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Split a file into its front matter (None when there is none), its body, and the body's first line."""
    match = _FRONT.match(text)
    if not match:
        return None, text, 1
    return match["yaml"], text[match.end() :], 1 + text.count("\n", 0, match.end())


def git_blob_id(content: bytes) -> str:
    """Return the id that git gives a file with this content; it is known before the file is committed."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
