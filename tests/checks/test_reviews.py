"""Pages that are due to be looked at again."""

from datetime import date

import pytest
from knowledge.checks.rules.reviews import reviews_on

from tests.small_contacts import CONTACTS
from tests.small_site import SmallSite

LAW = "# Law {#law}\n\n/// law\n    provision: the act § 1\n    source: sheet\n    checked: 2026-11-22\n\nText.\n///\n"
CONTACT = "# Who {#who}\n\n/// contact-points | now\n///\n"
PLAIN = "# Page {#page}\n\nText.\n"

# Lines of the front matter.
REVIEWED, DUE = 7, 8


def told(site: SmallSite, day: str, text: str = PLAIN, **front: str) -> list[tuple[str, int]]:
    """Return what is said on a day of a page that was reviewed on 22 November 2026 and is due a year later."""
    site.data("contacts.yml", CONTACTS)
    site.pages("index", text, **front)
    found = reviews_on(site.library(), date.fromisoformat(day))
    return [(entry.id, entry.line) for entry in found if entry.file == "docs/en/index.md"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-22", []),
        ("2027-10-22", []),
        ("2027-10-23", [("review-soon", DUE)]),
        ("2027-11-22", [("review-soon", DUE)]),
        ("2027-11-23", [("review-overdue", DUE)]),
    ],
)
def test_an_editor_is_told_thirty_days_before_and_when_the_day_has_passed(
    small_site: SmallSite, day: str, expected: list[tuple[str, int]]
) -> None:
    assert told(small_site, day) == expected


@pytest.mark.parametrize("text", [LAW, CONTACT])
def test_pages_of_law_and_contacts_must_not_be_overdue(small_site: SmallSite, text: str) -> None:
    assert told(small_site, "2027-11-22", text) == [("review-soon", DUE)]
    assert told(small_site, "2027-11-23", text) == [("review-overdue-urgent", DUE)]


@pytest.mark.parametrize("text", [LAW, CONTACT])
def test_pages_of_law_and_contacts_are_looked_at_every_year(small_site: SmallSite, text: str) -> None:
    assert told(small_site, "2026-11-22", text, review_by="2027-11-24") == [("review-too-late", DUE)]
    assert told(small_site, "2026-11-22", PLAIN, review_by="2029-11-22") == []


def test_nobody_has_reviewed_a_page_on_a_day_that_has_not_come(small_site: SmallSite) -> None:
    assert told(small_site, "2026-11-20") == [("reviewed-ahead", REVIEWED)]
    assert told(small_site, "2026-11-21") == []


def test_the_finding_tells_who_answers_and_since_when(small_site: SmallSite) -> None:
    small_site.pages("index", PLAIN)
    found = next(iter(reviews_on(small_site.library(), date(2027, 11, 25))))
    assert dict(found.details) == {"due": "2027-11-22", "days": "3", "owner": "site-editor"}


def test_the_day_of_the_check_can_be_set_from_outside(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "review-overdue" not in small_site.ids()
    monkeypatch.setenv("KNOWLEDGE_TODAY", "2028-01-01")
    assert "review-overdue" in small_site.ids()
