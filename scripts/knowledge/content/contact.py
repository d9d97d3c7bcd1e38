"""Contact points, from docs/data/contacts.yml: the only place for telephone numbers and addresses."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from knowledge.content.languages import Record, Text, Words
from knowledge.content.source import SourceId, WebAddress


class Contact(Record):
    """Where help is to be had, where we know it from, and when that was last checked."""

    id: Words
    group: Literal["now", "advice", "local", "national"]
    name: Text
    use: Text
    phone: Annotated[str, Field(pattern=r"^[0-9 ]{3,12}$")] | None = None
    hours: Text | None = None
    find: Text | None = None
    website: WebAddress | None = None
    note: Text | None = None
    checked: date
    checked_in: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)
