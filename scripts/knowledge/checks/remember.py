"""What a page or a text alone decides is found once; the same content is not looked at a second time.

Whatever a function that is remembered here looks at must stand in the page or the text itself: what other files say, or which
day it is, may have changed when the same content is asked about again.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import TypeVar

from knowledge.content.page import Page

Found = TypeVar("Found")

# More than the pages and data files of a large site, each in the versions of a long day's editing.
_KEPT = 4096


class PageKey:
    """A page, known by its file and the id that git gives its content."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._name = (page.file, page.blob_id)

    def __hash__(self) -> int:
        return hash(self._name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageKey) and self._name == other._name


def of_page(look: Callable[[Page], Iterable[Found]]) -> Callable[[Page], tuple[Found, ...]]:
    """Remember what a function finds on a page."""

    @lru_cache(maxsize=_KEPT)
    def kept(key: PageKey) -> tuple[Found, ...]:
        return tuple(look(key.page))

    @wraps(look)
    def again(page: Page) -> tuple[Found, ...]:
        return kept(PageKey(page))

    return again


def of_text(look: Callable[[str], Iterable[Found]]) -> Callable[[str], tuple[Found, ...]]:
    """Remember what a function finds in a text."""

    @lru_cache(maxsize=_KEPT)
    def kept(text: str) -> tuple[Found, ...]:
        return tuple(look(text))

    return wraps(look)(kept)
