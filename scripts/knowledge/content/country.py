"""Countries with a programme, from docs/data/countries.yml."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge.content.languages import Record, Text
from knowledge.content.programme import CountryCode, Year
from knowledge.content.source import SourceId


class Country(Record):
    """A country by its code (ISO 3166-1, small letters) and how it stands to the European Union.

    Attributes:
        membership: A former member had left when the record was last looked at.
        until: The year in which a former member left.
    """

    id: CountryCode
    name: Text
    membership: Literal["member", "former", "non-member"]
    until: Year | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
