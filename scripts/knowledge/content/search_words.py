"""Words that readers type for what the site calls otherwise, from docs/data/search-words.yml."""

from typing import Annotated

from pydantic import Field

from knowledge.content.languages import Forms, Record


class SearchWords(Record):
    """Words that mean the same to somebody who searches; the site need not use them, and no page shows them."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    forms: Forms
