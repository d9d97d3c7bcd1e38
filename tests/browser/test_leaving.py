"""The way off the page for those who want out: with and without scripts, by keyboard, on the smallest telephone, on paper."""

from collections.abc import Callable

import pytest
from knowledge.content.addresses import NEUTRAL_PAGE, site_path
from knowledge.content.library import Library
from playwright.sync_api import Page, Route

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]
STARTS = ["/", "/da/"]
LINK = ".exit-page__link"


def answered(page: Page) -> None:
    """Let the neutral page answer without a network."""

    def weather(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Weather</h1>")

    page.route(f"{NEUTRAL_PAGE}**", weather)


@pytest.mark.parametrize("start", STARTS)
def test_a_press_leaves_the_page_and_takes_it_out_of_the_way_back(visit: Visit, start: str) -> None:
    visitor = visit(width=360)
    answered(visitor.page)
    visitor.open(start)
    visitor.page.locator(".band a[href$='leaving/']").click()
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.locator(LINK).click()
    visitor.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    visitor.page.go_back()
    visitor.page.wait_for_load_state("load")
    assert visitor.path == start


@pytest.mark.parametrize("start", STARTS)
def test_without_scripts_the_link_leads_away(visit: Visit, start: str) -> None:
    visitor = visit(width=360, scripts=False)
    answered(visitor.page)
    visitor.open(f"{start}leaving/")
    visitor.page.locator(LINK).click()
    visitor.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    assert visitor.page.locator("h1").inner_text() == "Weather"


def test_while_the_other_page_loads_nothing_of_this_one_is_seen(visit: Visit) -> None:
    visitor = visit(width=360)
    answered(visitor.page)
    visitor.open("/leaving/")
    visitor.page.wait_for_load_state("networkidle")
    # In the same breath as the press: later there is another page to ask.
    seen = visitor.page.locator(LINK).evaluate(
        "(link) => { link.click(); return [document.title, document.body.childElementCount] }"
    )
    assert seen == ["www.dmi.dk", 0]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("start", STARTS)
def test_the_keyboard_reaches_it_second(visit: Visit, start: str, scripts: bool) -> None:
    visitor = visit(scripts=scripts)
    answered(visitor.page)
    visitor.open(f"{start}leaving/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("() => document.activeElement.hash") == "#content"
    visitor.page.keyboard.press("Tab")
    focused = visitor.page.locator(":focus")
    assert focused.get_attribute("href") == NEUTRAL_PAGE
    box = focused.bounding_box()
    assert box and box["width"] > 44 and box["height"] >= 44
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(f"{NEUTRAL_PAGE}**")


def test_the_bar_itself_shows_where_the_focus_is(visit: Visit) -> None:
    visitor = visit(width=360)
    visitor.open("/leaving/")
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.page.locator(f"{LINK}:focus-visible").count():
            break
    outline = visitor.page.locator(LINK).evaluate("(link) => getComputedStyle(link).outlineWidth")
    assert outline == "3px"


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("start", STARTS)
def test_it_stays_at_the_edge_and_is_large_enough_for_a_thumb(visit: Visit, start: str, width: int) -> None:
    visitor = visit(width=width)
    visitor.open(f"{start}leaving/")
    for where in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        visitor.page.evaluate(f"() => window.scrollTo(0, {where})")
        box = visitor.page.locator(LINK).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 200
        assert box["y"] + box["height"] <= 800
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("start", STARTS)
def test_at_320_pixels_it_covers_nothing_for_good(visit: Visit, start: str) -> None:
    """The page ends above the bar, and whatever is jumped to or reached by keyboard comes to stand clear of it."""
    visitor = visit(width=320)
    visitor.open(f"{start}leaving/")
    bar = visitor.page.locator(".exit-page__bar").bounding_box()
    assert bar is not None
    assert bar["height"] <= 120
    visitor.page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    bottom = visitor.page.evaluate("() => document.querySelector('.footer').getBoundingClientRect().bottom")
    assert bottom <= bar["y"] + 1
    covered = visitor.page.evaluate(
        """(top) => [...document.querySelectorAll('#content a, #content button, #content summary')]
            .filter((stop) => !stop.closest('.exit-page__bar') && stop.checkVisibility())
            .filter((stop) => { stop.focus(); return stop.getBoundingClientRect().bottom > top + 1 })
            .map((stop) => stop.textContent)""",
        bar["y"],
    )
    assert covered == []


def test_the_window_of_a_term_leaves_the_bar_free(visit: Visit) -> None:
    visitor = visit(width=360)
    visitor.open("/leaving/")
    visitor.page.locator("button.term").first.click()
    window = visitor.page.locator(".definition:popover-open").bounding_box()
    bar = visitor.page.locator(".exit-page__bar").bounding_box()
    assert window and bar
    assert window["y"] + window["height"] <= bar["y"] + 1


def test_it_is_not_on_paper(visit: Visit) -> None:
    visitor = visit(media="print")
    visitor.open("/leaving/")
    assert not visitor.page.locator(".exit-page").is_visible()
    assert not visitor.page.locator(LINK).is_visible()


def test_no_other_page_has_it(visit: Visit, library: Library) -> None:
    visitor = visit(scripts=False)
    has = []
    for page in library.pages.values():
        response = visitor.page.request.get(visitor.address + "/" + site_path(page.language, page.key))
        if "data-exit-page" in response.text():
            has.append((page.language, page.key))
    assert sorted(has) == [("da", "leaving"), ("en", "leaving")]
