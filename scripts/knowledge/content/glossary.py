"""The agreed terms of the field in both languages, from docs/data/glossary.yml."""

from typing import Annotated

from pydantic import Field

from knowledge.content.languages import Forms, Record, Text
from knowledge.content.source import SourceId


class GlossaryTerm(Record):
    """A term, its agreed form and meaning in both languages, and the forms that mean the same or are to be avoided."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    term: Text
    definition: Text
    forms: Forms = Forms()
    avoid: Forms = Forms()
    note: Text | None = None
    sources: tuple[SourceId, ...] = ()
