"""Sources: what a statement rests on, from docs/data/sources.yml."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from knowledge.content.languages import Record, Text, Words

SourceId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class Source(Record):
    """A publication that statements on the site rest on.

    `year` is left out where the source does not state it; `extent` says how far we read it; `held_by` names the document site
    where the copy that we read is kept, when that is not the publisher's own.
    """

    id: SourceId
    title: Words
    publisher: Words
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    period: Words | None = None
    url: WebAddress
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    read: date
    extent: Literal["whole", "excerpt", "contents", "entry"]
    held_by: Words | None = None
    note: Text | None = None
