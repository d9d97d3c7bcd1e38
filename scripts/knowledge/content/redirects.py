"""Where addresses that are gone lead now, from docs/data/redirects.yml: one entry serves both languages."""

from typing import Annotated

from pydantic import Field

from knowledge.content.languages import Record

FILE = "docs/data/redirects.yml"

# A page by its path without language and .md, as in the navigation; with '#' and an id one of its sections.
Place = Annotated[str, Field(pattern=r"^[\w-][\w.-]*(/[\w-][\w.-]*)*(#[\w.:-]+)?$")]


class Redirect(Record):
    """A page or section that has moved."""

    id: Place = Field(alias="from")
    to: Place

    @property
    def page(self) -> str:
        """The page that was there, or that still is where only a section has gone."""
        return self.id.partition("#")[0]

    @property
    def section(self) -> str:
        """The section that has gone; empty where the whole page has."""
        return self.id.partition("#")[2]

    @property
    def new_page(self) -> str:
        return self.to.partition("#")[0]

    @property
    def new_section(self) -> str:
        """The section to land on; empty where that is the one that the reader asked for, or the page's top."""
        return self.to.partition("#")[2]
