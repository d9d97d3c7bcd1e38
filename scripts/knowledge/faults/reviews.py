"""Reviews and provisions of law that nobody has looked at in time; counted from the day of the check."""

from collections.abc import Callable
from datetime import date, timedelta

from knowledge.checks.today import today
from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault, here, said

_URGENT = "about/contact"


def _dated(key: str, field: str, *, reviewed: int, due: int) -> Callable[[Copy], Expected]:
    """Return the change of both dates, in days from today, told at one of the two fields in both twins."""

    def change(copy: Copy) -> Expected:
        places = []
        for language in LANGUAGES:
            copy.front(language, key, "reviewed", f"reviewed: {_day(reviewed)}")
            copy.front(language, key, "review_by", f"review_by: {_day(due)}")
            file = page_file(language, key)
            places.append((file, copy.line(file, rf"^{field}:")))
        return here(*places)

    return change


def _day(days: int) -> date:
    return today() + timedelta(days=days)


def _law(days: int) -> Callable[[Copy], Expected]:
    """Return the change of a page that gets a law box, looked up this many days from today."""

    def change(copy: Copy) -> Expected:
        fault = said(
            "",
            "",
            f"/// law | A rule\n    provision: barnets lov § 15\n"
            f"    source: childs-act-15\n    checked: {_day(days)}\n\nAsk.\n///",
            f"/// law | En regel\n    provision: barnets lov § 15\n"
            f"    source: childs-act-15\n    checked: {_day(days)}\n\nSpørg.\n///",
            at=3,
        )
        return fault.change(copy)

    return change


FAULTS: tuple[Fault, ...] = (
    Fault("A review is overdue", "review-overdue", _dated(ADVICE, "review_by", reviewed=-300, due=-3)),
    Fault("A review of the contacts is overdue", "review-overdue-urgent", _dated(_URGENT, "review_by", reviewed=-300, due=-3)),
    Fault("A review is due within a month", "review-soon", _dated(ADVICE, "review_by", reviewed=-300, due=20)),
    Fault("A review was made in the future", "reviewed-ahead", _dated(ADVICE, "reviewed", reviewed=40, due=400)),
    Fault(
        "The contacts are to be reviewed in three years only",
        "review-too-late",
        _dated(_URGENT, "review_by", reviewed=-1, due=1090),
    ),
    Fault("A provision was looked up long ago", "law-expired", _law(-400)),
    Fault("A provision has soon to be looked up again", "law-expires-soon", _law(-350)),
    Fault("A provision was looked up in the future", "law-checked-ahead", _law(40)),
)
