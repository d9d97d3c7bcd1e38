"""What is new on the site, told by the pages themselves: the entries under `changes` in their front matter.

A page that has no entry of the kind `new` was here on the first day; every page that came later says itself when it came. So
the first pages need no entry, and a page that is reviewed again is not taken for a new one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.content.languages import DEFAULT_LANGUAGE, Language
from knowledge.content.library import Library
from knowledge.content.page import ChangeKind, Page

# The day on which the first pages had been read against their sources.
FIRST_DAY = date(2026, 11, 22)

# In the order in which a day's changes are told.
KINDS: Mapping[ChangeKind, int] = {"law": 0, "facts": 1, "new": 2, "tools": 3, "language": 4}


@dataclass(frozen=True)
class News:
    """One change of a page; `text` is None where the page was simply there from the first day."""

    page: Page
    day: date
    kind: ChangeKind
    text: str | None


def news(library: Library, language: Language) -> tuple[News, ...]:
    """Return the changes of a language's pages, the newest first, a day's by kind and then by the pages' paths."""
    found = [item for page in library.in_language(language) for item in _of_page(page)]
    return tuple(sorted(found, key=lambda item: (-item.day.toordinal(), KINDS[item.kind], item.page.key, item.text or "")))


def _of_page(page: Page) -> tuple[News, ...]:
    if page.front is None:
        return ()
    told = tuple(News(page, change.date, change.kind, change.text) for change in page.front.changes)
    return told if any(item.kind == "new" for item in told) else (*told, News(page, FIRST_DAY, "new", None))


def news_anchor(day: date, kind: str = "") -> str:
    """Return the id of the heading above a day's changes, or above those of one kind."""
    return f"d{day.isoformat()}-{kind}" if kind else f"d{day.isoformat()}"


def news_anchors(library: Library) -> frozenset[str]:
    """Return the ids that the list of changes has, the same in both languages."""
    items = news(library, DEFAULT_LANGUAGE)
    return frozenset(news_anchor(item.day, kind) for item in items for kind in ("", item.kind))
