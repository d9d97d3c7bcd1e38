"""The outlines of countries for the map, from docs/data/map/europe.json."""

from typing import Annotated

from pydantic import Field

from knowledge.content.languages import Record, Words
from knowledge.content.programme import CountryCode

# Moves, lines and closings of an SVG path in whole units: nothing else may stand in it.
Outline = Annotated[str, Field(pattern=r"^[Mlz0-9 -]+$")]


class Shape(Record):
    """A country's outline and the point where its number stands, in units of the picture."""

    label: tuple[int, int]
    path: Outline


class Boundaries(Record):
    """The picture that the map is drawn on.

    Attributes:
        view_box: Left, top, width and height of the picture in its own units.
        other: All other land, as one shape without borders.
    """

    view_box: Annotated[str, Field(pattern=r"^0 0 \d+ \d+$")]
    source: Words
    projection: Words
    countries: dict[CountryCode, Shape]
    other: Outline
