"""Words that readers type for what the site calls otherwise, from docs/data/search-words.yml."""

from typing import Annotated

from pydantic import Field

from knowledge.content.languages import Forms, Record, Words


class SearchWords(Record):
    """Words that somebody types who searches; the site need not use them, and no page shows them.

    Attributes:
        page: The key of the page that answers them before all others; without it, they only stand for each other.
        alike: They mean the same, so that each is found by the others; else they have only their page in common.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    page: Words | None = None
    alike: bool = True
    forms: Forms
