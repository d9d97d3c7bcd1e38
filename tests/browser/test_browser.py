"""The built site as a reader meets it, in Chromium."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from knowledge.content.addresses import site_path
from knowledge.content.library import Library

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]

# One page of each kind: what a reader can meet differs between them, not within them.
KINDS = {
    "home": "",
    "guide": "worried/",
    "question": "worried/#danger",
    "step": "worried/#talk-over",
    "chart": "worried-chart/",
    "handbook": "handbook/",
    "guidance": "handbook/what-not-to-do/",
    "leaving": "leaving/",
    "layers": "handbook/levels/",
    "path": "handbook/notice/",
    "table": "handbook/together/",
    "facts": "projects/targeted-intervention/",
    "record": "conferences/international-2012/",
    "budgets": "projects/finances/",
    "timeline": "projects/timeline/",
    "register": "about/sources/",
    "glossary": "about/glossary/",
    "contacts": "about/contact/",
    "code": "contribute/edit/",
    "board": "contribute/status/",
    "blocks": "contribute/blocks/",
    "checks": "contribute/checks/#check-link-dead",
    "catalogue": "programmes/",
    "programme": "programmes/de-exit-deutschland/",
    "country": "programmes/countries/de/",
    "matrix": "programmes/matrix/",
    "themes": "programmes/themes/",
    "evidence": "programmes/evidence/",
    "compare": "programmes/compare/",
    "worksheet": "programmes/adapt/",
    "data": "programmes/data/",
    "search": "search/",
    "a-z": "a-z/",
    "not-found": "404.html",
}
LANGUAGES = {"en": "/", "da": "/da/"}


@pytest.mark.parametrize("start", LANGUAGES.values(), ids=LANGUAGES)
def test_each_door_of_the_home_page_opens_a_page(visit: Visit, start: str) -> None:
    visitor = visit()
    doors = visitor.open(start).locator(".doors li > p:first-child a")
    targets = [doors.nth(index).get_attribute("href") for index in range(doors.count())]
    assert len(targets) == 3
    for index in range(3):
        visitor.open(start).locator(".doors li > p:first-child a").nth(index).click()
        visitor.page.wait_for_load_state("load")
        assert visitor.path.startswith(start) and visitor.path != start
        assert visitor.page.locator("h1").count() == 1
    assert visitor.troubles == []


@pytest.mark.parametrize(("start", "twin"), [("/", "/da/"), ("/da/", "/")], ids=["en", "da"])
def test_the_language_switch_keeps_the_section(visit: Visit, start: str, twin: str) -> None:
    visitor = visit()
    visitor.open(f"{start}handbook/words/#disengagement")
    visitor.page.locator("[data-keep-section]").first.click()
    visitor.page.wait_for_url(f"**{twin}handbook/words/#disengagement")
    assert visitor.path == f"{twin}handbook/words/#disengagement"
    top = visitor.page.locator("#disengagement").evaluate("(heading) => heading.getBoundingClientRect().top")
    assert -1 <= top < 800


def test_the_language_switch_follows_the_reader_to_another_section(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/handbook/words/")
    visitor.page.locator('a[href="#extremism"]').first.evaluate("(link) => link.click()")
    visitor.page.locator("[data-keep-section]").first.click()
    visitor.page.wait_for_url("**/da/handbook/words/#extremism")
    assert visitor.path == "/da/handbook/words/#extremism"


def test_without_scripts_the_language_switch_goes_to_the_twin_page(visit: Visit) -> None:
    visitor = visit(scripts=False)
    visitor.open("/handbook/words/#disengagement")
    visitor.page.locator("[data-keep-section]").first.click()
    visitor.page.wait_for_load_state("load")
    assert visitor.path == "/da/handbook/words/"


def test_the_readers_choice_of_colours_stands_on_the_next_page(visit: Visit) -> None:
    visitor = visit(scheme="light")
    visitor.open("/")
    light = _background(visitor)
    button = visitor.page.locator("[data-scheme-button]:visible").first
    before = button.inner_text()
    button.click()
    dark = _background(visitor)
    assert dark != light
    assert button.inner_text() != before
    visitor.open("/da/about/")
    assert _background(visitor) == dark
    visitor.page.locator("[data-scheme-button]:visible").first.click()
    assert _background(visitor) == light


def test_without_a_choice_the_colours_follow_the_system(visit: Visit) -> None:
    light, dark = visit(scheme="light", scripts=False), visit(scheme="dark", scripts=False)
    light.open("/")
    dark.open("/")
    assert _background(light) != _background(dark)


def _background(visitor: Visitor) -> str:
    return str(visitor.page.evaluate("() => getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_console_error_or_asks_another_host(visit: Visit, library: Library, language: str) -> None:
    visitor = visit(width=360)
    pages = [page for page in library.pages.values() if page.language == language]
    for page in pages:
        visitor.open("/" + site_path(page.language, page.key))
    assert len(pages) > 25
    assert visitor.troubles == []


def test_a_visitor_that_asks_another_host_is_noticed(visit: Visit) -> None:
    """The control of the test above: the policy refuses the picture, and the visitor notes it."""
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate(
        "() => { const image = new Image(); image.src = 'https://elsewhere.invalid/a.png'; document.body.append(image) }"
    )
    visitor.page.wait_for_timeout(100)
    assert any("elsewhere.invalid" in trouble for trouble in visitor.troubles)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Visit, kind: str, language: str, scheme: str) -> None:
    # Phone for one scheme, desktop for the other: both widths and both schemes are seen without doubling the time.
    visitor = visit(width=360 if scheme == "dark" else 1280, scheme=scheme)
    visitor.open(LANGUAGES[language] + KINDS[kind])
    assert _axe(visitor) == []


def test_axe_finds_what_is_wrong(visit: Visit) -> None:
    """The control of the test above."""
    visitor = visit()
    visitor.open("/")
    visitor.page.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.svg\">')")
    assert [problem.split(":")[0] for problem in _axe(visitor)] == ["image-alt"]


def _axe(visitor: Visitor) -> list[str]:
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    # Evaluated by the browser's debugger, which the page's policy does not bind.
    visitor.page.evaluate(script)
    result: dict[str, Any] = visitor.page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]}" for found in result["violations"] for node in found["nodes"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_at_320_pixels_nothing_scrolls_sideways(visit: Visit, kind: str, language: str) -> None:
    visitor = visit(width=320)
    visitor.open(LANGUAGES[language] + KINDS[kind])
    width = visitor.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 320


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "step", "chart", "facts", "contacts"])
def test_every_stop_of_the_tab_key_is_seen(visit: Visit, kind: str, width: int) -> None:
    """No stop is off the screen, hidden, or without a name; the walk ends where the page does."""
    visitor = visit(width=width)
    visitor.open("/" + KINDS[kind])
    stops: list[str] = []
    for _ in range(250):
        visitor.page.keyboard.press("Tab")
        stop = visitor.page.evaluate(
            """() => {
              const element = document.activeElement;
              if (!element || element === document.body) return null;
              const box = element.getBoundingClientRect();
              const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
                && box.bottom > 0 && box.top < innerHeight && element.checkVisibility({visibilityProperty: true});
              // A link in a picture has no innerText.
              const words = element.innerText ?? element.textContent;
              const name = element.getAttribute('aria-label') || words || element.getAttribute('title') || '';
              return (seen && name.trim() ? '' : 'lost: ') + element.outerHTML.slice(0, 120);
            }"""
        )
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 10
    assert [stop for stop in stops if stop.startswith("lost: ")] == []


def test_the_skip_link_comes_first_and_leads_to_the_content(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/da/handbook/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("() => document.activeElement.innerText") == "Gå til indholdet"
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("() => document.activeElement.id") == "content"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_term_opens_its_meaning_by_keyboard_and_closes_with_escape(visit: Visit, scripts: bool) -> None:
    visitor = visit(scripts=scripts)
    visitor.open("/da/projects/targeted-intervention/")
    term = visitor.page.locator("button.term").first
    meaning = visitor.page.locator(f"#{term.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    term.focus()
    visitor.page.keyboard.press("Enter")
    assert meaning.is_visible()
    assert len(meaning.inner_text()) > 30
    visitor.page.keyboard.press("Escape")
    assert not meaning.is_visible()


def test_a_term_opens_by_touch_and_stays_on_a_phones_screen(visit: Visit) -> None:
    visitor = visit(width=320)
    visitor.open("/projects/targeted-intervention/")
    term = visitor.page.locator("button.term").nth(1)
    term.click()
    box = visitor.page.locator(f"#{term.get_attribute('popovertarget')}").bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert box["y"] >= 0 and box["y"] + box["height"] <= 800


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_check_opens_it_and_no_other(visit: Visit, width: int) -> None:
    visitor = visit(width=width)
    page = visitor.open("/contribute/checks/#check-link-dead")
    opened = page.locator("details.check[open]")
    assert opened.locator(".check__name").all_text_contents() == ["link-dead"]
    assert opened.get_by_text("Mend it:").is_visible()
    page.evaluate("location.hash = 'check-link-anchor'")
    page.locator("details#check-link-anchor[open]").wait_for()
    assert visitor.troubles == []


def test_without_scripts_a_link_to_a_check_shows_its_name_which_opens_it(visit: Visit) -> None:
    page = visit(scripts=False).open("/da/contribute/checks/#check-link-dead")
    name = page.locator("#check-link-dead")
    box = name.bounding_box()
    assert box is not None and 0 <= box["y"] < 600
    name.click()
    assert page.locator("details.check[open] pre").first.is_visible()


def test_a_citation_leads_to_its_source_and_back(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/projects/lead-country/")
    visitor.page.locator("sup.citation a").first.click()
    place = visitor.path.split("#")[1]
    assert place.startswith("source-")
    visitor.page.locator(f"#{place} .backlink").first.click()
    assert visitor.path.split("#")[1] == place.replace("source-", "citation-") + "-1"


def test_on_a_phone_the_menu_opens_and_escape_closes_it(visit: Visit) -> None:
    visitor = visit(width=360)
    visitor.open("/da/projects/finances/")
    summary = visitor.page.locator(".menu summary")
    summary.focus()
    visitor.page.keyboard.press("Enter")
    assert visitor.page.get_by_role("link", name="Tidslinje").first.is_visible()
    visitor.page.keyboard.press("Escape")
    assert not visitor.page.locator(".menu nav").is_visible()
    assert visitor.page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_without_scripts_a_phones_menu_opens(visit: Visit) -> None:
    visitor = visit(width=360, scripts=False)
    visitor.open("/")
    visitor.page.locator(".menu summary").click()
    assert visitor.page.locator(".menu nav a").first.is_visible()


def test_letters_alone_do_nothing(visit: Visit) -> None:
    """Single-key shortcuts with no way to switch them off fail WCAG 2.1.4; "/" has one, see test_search."""
    visitor = visit()
    visitor.open("/projects/lead-country/")
    for key in ("s", "f", "n", "p", ",", "."):
        visitor.page.keyboard.press(key)
    assert visitor.path == "/projects/lead-country/"
    assert not visitor.page.locator("#search-dialog").is_visible()


@pytest.mark.parametrize(("path", "language"), [("/no/such/page/", "en"), ("/da/ingen/side/", "da")])
def test_an_address_without_a_page_answers_in_the_readers_language(visit: Visit, path: str, language: str) -> None:
    visitor = visit()
    visitor.open(path)
    assert visitor.page.locator("html").get_attribute("lang") == language
    link = visitor.page.locator("#content li a").first
    link.click()
    visitor.page.wait_for_load_state("load")
    assert visitor.page.locator("h1").count() == 1
    assert "404" not in visitor.path


@pytest.mark.parametrize("kind", ["facts", "budgets", "contacts"])
def test_print_keeps_the_content_and_drops_the_chrome(visit: Visit, kind: str) -> None:
    screen, paper = visit(), visit(media="print")
    screen.open("/" + KINDS[kind])
    paper.open("/" + KINDS[kind])
    chrome = paper.page.locator("header, nav, .footer, .improve")
    assert chrome.count() > 2
    assert [index for index in range(chrome.count()) if chrome.nth(index).is_visible()] == []
    for selector in ("h1", "h2", "h3", "p", "td", "th", "li"):
        shown = _words(screen, f".article {selector}:visible:not(.improve *, .next, nav *)")
        assert shown or selector in {"h3", "td", "th"}
        assert [words for words in shown if words not in _words(paper, f".article {selector}:visible")] == []


def _words(visitor: Visitor, selector: str) -> list[str]:
    """Return the words of elements, without white space and the marks that only the screen shows."""
    texts = visitor.page.locator(selector).evaluate_all("(all) => all.map((one) => one.textContent)")
    return ["".join(text.replace("#", "").split()) for text in texts]
