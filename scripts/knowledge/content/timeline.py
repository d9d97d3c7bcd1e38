"""Events of the history, from docs/data/timeline.yml, each with its status and its sources."""

import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from knowledge.content.languages import Record, Text, Words, broken_rule
from knowledge.content.source import SourceId


def _in_the_calendar(partial: str) -> str:
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    try:
        datetime.date(year, month, day)
    except ValueError as error:
        raise broken_rule("a date that the calendar has", "en dato, der findes i kalenderen") from error
    return partial


# A year, a month of a year, or a day: as exact as the source is.
PartialDate = Annotated[
    str,
    Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    AfterValidator(_in_the_calendar),
]


class Event(Record):
    """Something that took place, was planned, or is stated without a date."""

    id: Words
    date: PartialDate | None = None
    until: PartialDate | None = None
    between: tuple[PartialDate, PartialDate] | None = None
    title: Text
    text: Text
    status: Literal["held", "planned", "undated"]
    page: Words | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _dated_or_undated(self) -> Self:
        if self.status == "undated":
            if self.date is not None:
                raise broken_rule("“held” or “planned” (there is a date)", "”held” eller ”planned” (der er en dato)", "status")
        elif self.date is None:
            raise broken_rule("“undated” (there is no date)", "”undated” (der er ingen dato)", "status")
        return self

    @property
    def sort_key(self) -> str:
        """Where the event stands in time; an undated one stands where its earliest possible year ends."""
        if self.date is not None:
            return self.date
        return f"{self.between[0]}-99" if self.between else "9999"

    @property
    def year(self) -> str | None:
        return self.date[:4] if self.date else None
