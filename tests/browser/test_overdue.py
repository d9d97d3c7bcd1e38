"""A page whose review is overdue says so by itself, from the day after it was due, in the reader's own time."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.served import served
from tests.small_site import REPOSITORY

PAGE = """<!doctype html><html lang="en"><head><title>Page</title></head><body><main id="content">
<p data-overdue hidden>This page was due for review.</p>
<p>Next review by <time datetime="2027-11-22" data-review-by>22 November 2027</time>.</p>
</main><script type="module" src="site.js"></script></body></html>"""


@pytest.fixture(scope="module")
def page_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with a date, and the real script."""
    folder: Path = tmp_path_factory.mktemp("overdue")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "plain.html").write_text(PAGE.replace("data-review-by", ""), encoding="utf-8")
    shutil.copy(REPOSITORY / "docs/assets/scripts/site.js", folder / "site.js")
    with served(folder) as address:
        yield address


def is_told(browser: Browser, address: str, now: str, scripts: bool = True, zone: str = "Europe/Copenhagen") -> bool:
    """Whether the notice is seen at a time of the reader's clock; the date itself always is."""
    context = browser.new_context(timezone_id=zone, java_script_enabled=scripts)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(address, wait_until="load")
    told = page.locator("[data-overdue]").is_visible()
    assert page.get_by_text("22 November 2027").is_visible()
    context.close()
    return told


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-22T12:00:00+01:00", False),
        ("2027-11-22T00:00:01+01:00", False),
        ("2027-11-22T23:59:00+01:00", False),
        ("2027-11-23T00:00:01+01:00", True),
        ("2031-01-01T12:00:00+01:00", True),
    ],
)
def test_the_page_speaks_from_the_day_after_it_was_due(browser: Browser, page_address: str, now: str, told: bool) -> None:
    assert is_told(browser, page_address, now) is told


def test_the_day_is_that_of_the_readers_own_clock(browser: Browser, page_address: str) -> None:
    moment = "2027-11-22T20:00:00Z"
    assert is_told(browser, page_address, moment, zone="Asia/Tokyo")
    assert not is_told(browser, page_address, moment, zone="America/New_York")


def test_without_scripts_the_date_is_seen_and_nothing_is_claimed(browser: Browser, page_address: str) -> None:
    assert not is_told(browser, page_address, "2031-01-01T12:00:00Z", scripts=False)


def test_a_page_without_a_date_claims_nothing(browser: Browser, page_address: str) -> None:
    assert not is_told(browser, f"{page_address}/plain.html", "2031-01-01T12:00:00Z")
