"""The budgets of the two projects as stated, from docs/data/finances.yml; what is computed from them is never typed."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from pydantic import Field

from knowledge.content.languages import Record, Text, Words
from knowledge.content.source import SourceId

EuroAmount = Annotated[int, Field(ge=0)]

# A difference of a few euros comes from rounding each part; a larger one is money whose origin is not stated.
ROUNDING_LIMIT = 2


class Part(Record):
    """One stated contribution, in whole euros."""

    id: Words
    name: Text
    amount: EuroAmount


class Budget(Record):
    """A project's total and the contributions to it, as the source states them."""

    id: Words
    name: Text
    currency: Literal["EUR"]
    total: EuroAmount
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]

    @property
    def sum_of_parts(self) -> int:
        return sum(part.amount for part in self.parts)

    @property
    def difference(self) -> int:
        """The total less the parts: positive when part of the total is unexplained, negative when the parts exceed it."""
        return self.total - self.sum_of_parts

    @property
    def explanation(self) -> Literal["none", "rounding", "unexplained", "exceeded"]:
        """What kind of difference there is between the total and its parts."""
        if self.difference == 0:
            return "none"
        if abs(self.difference) <= ROUNDING_LIMIT:
            return "rounding"
        return "unexplained" if self.difference > 0 else "exceeded"

    def share(self, part: Part) -> Decimal | None:
        """Return the part in per cent of the total, with one decimal; None when the total is zero."""
        if self.total == 0:
            return None
        return (Decimal(part.amount) * 100 / self.total).quantize(Decimal("0.1"), ROUND_HALF_UP)
