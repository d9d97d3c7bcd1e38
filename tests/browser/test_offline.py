"""A copy in the reader's browser: kept only when asked for, read and searched without a network, renewed and removed."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from knowledge.content.interface import Interface
from knowledge.content.library import Library
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visitor
from tests.browser.served import served

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]
COPIES = "() => caches.keys()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


class Reader:
    """A browser at a site of its own, whose network can go away."""

    def __init__(self, page: Page, address: str, stop: Callable[[], None]) -> None:
        self.page = page
        self.address = address
        self.cut_network = stop

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def keep(self, path: str) -> None:
        self.open(path)
        self.page.locator("[data-offline-keep]:enabled").click()
        self.page.wait_for_function("() => !document.querySelector('[data-offline-keep]').disabled", timeout=120_000)
        assert self.page.locator("[data-offline-remove]").is_visible(), self.page.locator("[data-offline-state]").inner_text()


@pytest.fixture
def reader(browser: Browser, built_site: Path) -> Iterator[Reader]:
    with ExitStack() as network:
        address = network.enter_context(served(built_site))
        context = browser.new_context()
        yield Reader(context.new_page(), address, network.close)
        context.close()


def said(library: Library, text: str, language: str, **blanks: str) -> str:
    interface: Interface = library.interface
    words: str = interface.say(text, language)  # type: ignore[arg-type]
    return words.format(**blanks) if blanks else words


def test_nothing_is_kept_by_reading(reader: Reader) -> None:
    for path in ("/", "/da/about/offline/", "/da/search/#q=mentor"):
        page = reader.open(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(COPIES) == []
        assert page.evaluate(WORKERS) == 0


def test_reading_and_searching_go_on_without_a_network(reader: Reader) -> None:
    reader.keep("/da/about/offline/")
    reader.cut_network()
    page = reader.open("/da/handbook/together/duty-to-notify/")
    assert page.locator("h1").inner_text()
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).fontFamily") != "Times New Roman"
    reader.open("/da/search/#q=underretningspligt")
    page.locator('#search-results[data-state="ready"]').wait_for()
    first = page.locator("#search-results > li").first
    assert str(first.locator("a").first.get_attribute("href")).endswith("/da/handbook/together/duty-to-notify/")
    first.locator("mark").first.wait_for()
    page.locator("[data-search-button]").first.click()
    page.locator("#search-words").fill("mentor")
    page.locator(".search__option").first.wait_for()


def test_a_page_that_is_not_kept_leads_to_what_is(reader: Reader) -> None:
    reader.keep("/da/about/offline/")
    reader.cut_network()
    page = reader.open("/handbook/levels/")
    assert page.url.endswith("/da/about/offline/")
    page.locator("[data-offline-remove]:enabled").wait_for()


def test_removing_leaves_nothing_behind(reader: Reader) -> None:
    reader.keep("/about/offline/")
    assert [name.split("-")[1] for name in reader.page.evaluate(COPIES)] == ["en"]
    reader.page.locator("[data-offline-remove]").click()
    reader.page.locator("[data-offline-keep]:enabled").wait_for()
    assert reader.page.evaluate(COPIES) == []
    assert reader.page.evaluate(WORKERS) == 0
    assert not reader.page.locator("[data-offline-remove]").is_visible()


def test_a_copy_that_breaks_off_is_none_and_is_told(reader: Reader, library: Library) -> None:
    reader.page.route("**/search/en.json", lambda route: route.abort())
    page = reader.open("/about/offline/")
    page.locator("[data-offline-keep]:enabled").click()
    page.get_by_text(said(library, "offline.failed", "en")).wait_for(timeout=60_000)
    assert page.evaluate(COPIES) == []
    page.unroute("**/search/en.json")
    page.locator("[data-offline-keep]:enabled").click()
    page.locator("[data-offline-remove]:enabled").wait_for(timeout=60_000)


def test_a_site_that_has_changed_since_offers_a_new_copy(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(built_site, site, ignore=shutil.ignore_patterns("*.zip", "javascripts"))
    context = browser.new_context()
    with served(site) as address:
        reader = Reader(context.new_page(), address, lambda: None)
        reader.keep("/about/offline/")
        assert not reader.page.locator("[data-offline-keep]").is_visible()
        told = json.loads((site / "offline" / "en.json").read_text(encoding="utf-8"))
        (site / "offline" / "en.json").write_text(json.dumps({**told, "version": "newer"}), encoding="utf-8")
        reader.open("/about/offline/")
        reader.page.locator("[data-offline-keep]:enabled").click()
        reader.page.wait_for_function("async () => (await caches.keys()).join() === 'copy-en-newer'")
    context.close()


def test_without_scripts_the_page_says_what_else_can_be_done(visit: Visit, library: Library) -> None:
    page = visit(scripts=False).open("/da/about/offline/")
    told = page.locator("[data-offline-copy] noscript p")
    assert told.is_visible() and told.text_content() == said(library, "offline.no-script", "da")
    assert not page.locator("[data-offline-keep]").is_visible()
