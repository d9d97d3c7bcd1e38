"""Pages whose facts are to be looked at again: overdue, due soon, or promised for too late."""

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge.checks.rule import Rule
from knowledge.checks.today import today
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import FrontMatter, Page

# An editor is told this long before a review is due.
NOTICE = timedelta(days=30)
# Where the sun rises earlier it may already be tomorrow.
_TOMORROW = timedelta(days=1)
# Law and ways to reach help are looked at every year, as the site promises its readers; a year and a leap day.
_YEAR = timedelta(days=366)

# A page that holds one of these tells what the law is or whom to ring: wrong words there can harm at once.
_URGENT_BLOCKS = frozenset({"law", "contact-points", "guide"})


def reviews(library: Library) -> Iterator[Finding]:
    """Reviews are in time on the day of the check."""
    yield from reviews_on(library, today())


def reviews_on(library: Library, day: date) -> Iterator[Finding]:
    """Yield what is to be said of reviews on a day."""
    for page in library.pages.values():
        if page.front is None:
            continue
        yield from _due(page, page.front, day)
        if page.front.reviewed > day + _TOMORROW:
            yield finding("reviewed-ahead", page.file, page.line_of("reviewed"), reviewed=page.front.reviewed, today=day)
        if _is_urgent(page) and page.front.review_by - page.front.reviewed > _YEAR:
            line = page.line_of("review_by")
            yield finding("review-too-late", page.file, line, reviewed=page.front.reviewed, due=page.front.review_by)


def _due(page: Page, front: FrontMatter, day: date) -> Iterator[Finding]:
    line, left = page.line_of("review_by"), front.review_by - day
    if left < timedelta():
        check = "review-overdue-urgent" if _is_urgent(page) else "review-overdue"
        yield finding(check, page.file, line, due=front.review_by, days=-left.days, owner=front.owner)
    elif left <= NOTICE:
        yield finding("review-soon", page.file, line, due=front.review_by, days=left.days, owner=front.owner)


def _is_urgent(page: Page) -> bool:
    return any(block.name in _URGENT_BLOCKS for block in page.document.blocks)


RULES: tuple[Rule, ...] = (reviews,)
