"""The guide for someone who is worried as a reader uses it, with and without scripts, and its chart on one sheet of paper."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from knowledge.content.guide import Guide
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.test_catalogue import page_sizes

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]

START: dict[Language, str] = {"en": "/", "da": "/da/"}
# A sheet of A4 in points, to the nearest one.
A4 = (595, 842)
# The smallest letters on paper, in points, and how many dots of a screen make one.
SMALLEST, DOTS = 10.5, 96 / 72


@pytest.fixture
def guide(library: Library) -> Guide:
    assert library.guide is not None
    return library.guide


def seen(page: Page) -> list[str]:
    """Return the headings of the guide that can be seen, by id."""
    ids: list[str] = page.locator(".guide :is(h2, h3):visible").evaluate_all("(nodes) => nodes.map((node) => node.id)")
    return ids


# ---------- Questions and next steps ----------


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_three_answers_lead_to_a_next_step(visit: Visit, guide: Guide, language: Language, scripts: bool) -> None:
    visitor = visit(width=360, scripts=scripts)
    page = visitor.open(f"{START[language]}worried/")
    assert seen(page) == [name for name in guide.anchors() if name != "guide"]
    path = next(path for path in guide.paths() if path[-1] == "not-alone")
    for name, to in pairwise(path):
        page.locator(f'section[aria-labelledby="{name}"] > .guide__choices a[href="#{to}"]').first.click()
        page.wait_for_url(f"**#{to}")
        assert seen(page) == [to]
        expect(page.locator(f"#{to}")).to_be_in_viewport()
    assert page.locator(".guide .contact:visible").count() > 0
    assert visitor.troubles == []


def test_the_back_button_takes_an_answer_back_and_everything_can_be_seen_again(visit: Visit, guide: Guide) -> None:
    page = visit().open("/worried/#danger")
    assert seen(page) == ["danger"]
    page.locator('#danger ~ .guide__choices a[href="#ring-112"]').click()
    assert seen(page) == ["ring-112"]
    page.go_back()
    assert seen(page) == ["danger"]
    page.get_by_role("link", name="Start again").click()
    assert seen(page) == ["who"]
    page.go_back()
    page.get_by_role("link", name="See the whole guide").click()
    assert len(seen(page)) == len(guide.anchors()) - 1


def test_a_link_to_a_part_of_the_guide_shows_all_of_that_part(visit: Visit, guide: Guide) -> None:
    page = visit().open("/worried/#how-urgent")
    assert seen(page) == ["how-urgent", *(question.id for question in guide.questions)]


def test_the_guide_can_be_answered_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit().open("/worried/#danger")
    page.keyboard.press("Tab")
    for _ in range(3):
        if page.evaluate("document.activeElement.closest('.guide__choices') !== null"):
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#ring-112"
    page.keyboard.press("Enter")
    page.wait_for_url("**#ring-112")
    assert seen(page) == ["ring-112"]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_choices_are_large_enough_for_a_thumb_and_nothing_is_cut_off(visit: Visit, width: int) -> None:
    page = visit(width=width).open("/da/worried/")
    heights = page.locator(".guide__choices a").evaluate_all("(links) => links.map((link) => link.offsetHeight)")
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_that_is_chosen_is_kept_or_sent(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/worried/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator('#who ~ .guide__choices a[href="#school"]').click()
    page.locator('section[aria-labelledby="school"] a[href="#group"]').click()
    # What is fetched is only what shows the page, and its address says nothing of the answer.
    assert [url for url in asked if not url.startswith(f"{visitor.address}/assets/") or "?" in url] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_home_page_leads_to_the_guide_twice(visit: Visit) -> None:
    page = visit().open("/")
    expect(page.locator(".band .button--main")).to_have_attribute("href", "worried/")
    page.locator('.doors li:first-child p:not(:first-child) a[href="worried/"]').click()
    page.wait_for_url("**/worried/")


def test_on_paper_every_question_and_step_is_there(visit: Visit, guide: Guide) -> None:
    page = visit(media="print").open("/worried/#danger")
    assert seen(page) == [name for name in guide.anchors() if name != "guide"]
    assert page.locator(".guide__again:visible").count() == 0


# ---------- The chart ----------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_prints_on_exactly_one_sheet(visit: Visit, language: Language, scheme: str) -> None:
    page = visit(scheme=scheme).open(f"{START[language]}worried-chart/")
    sizes = page_sizes(page)
    assert [(round(width), round(height)) for width, height in sizes] == [A4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_on_the_sheet_is_too_small(visit: Visit, language: Language) -> None:
    """Nor is the whole made smaller by the printer, as it is where something is wider than the sheet has room for."""
    page = visit(media="print").open(f"{START[language]}worried-chart/")
    sizes = page.locator(".chart__picture text").evaluate_all(
        "(texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
    )
    assert min(sizes) >= SMALLEST * DOTS - 0.02
    room = (A4[0] - 2 * 10 * 72 / 25.4) * DOTS
    assert page.locator(".chart__picture").evaluate("(picture) => picture.getBoundingClientRect().width") <= room


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leaves_its_box_and_no_two_lines_touch(visit: Visit, language: Language) -> None:
    page = visit().open(f"{START[language]}worried-chart/")
    outside = page.locator(".chart__box").evaluate_all(
        """(boxes) => boxes.flatMap((box) => {
          const frame = box.querySelector("rect").getBBox();
          const texts = [...box.querySelectorAll(":scope > text")].map((text) => text.getBBox());
          const out = texts.filter((text) => text.x < frame.x || text.y < frame.y - 1 ||
            text.x + text.width > frame.x + frame.width || text.y + text.height > frame.y + frame.height + 1);
          const touching = texts.slice(1).filter((text, at) => text.y < texts[at].y + texts[at].height - 2);
          return out.length + touching.length ? [box.textContent] : [];
        })"""
    )
    assert outside == []


def test_on_a_telephone_the_chart_scrolls_in_a_region_of_its_own(visit: Visit) -> None:
    page = visit(width=360).open("/worried-chart/")
    region = page.get_by_role("region", name="The guide on one sheet")
    assert region.evaluate("(part) => part.scrollWidth > part.clientWidth") is True
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)


def test_a_step_on_the_chart_leads_to_the_step_of_the_guide(visit: Visit) -> None:
    page = visit().open("/da/worried-chart/")
    page.locator(".chart__box--step").nth(1).click()
    page.wait_for_url("**/da/worried/#ring-114")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_stand_out_from_their_letters(visit: Visit, scheme: str) -> None:
    """In greyscale too: how bright shape and letter are decides, and not their colour."""
    page = visit(scheme=scheme).open("/worried-chart/")
    contrasts = page.locator(".chart__badge").evaluate_all(
        """(badges) => badges.map((badge) => {
          const light = (node) => {
            const parts = getComputedStyle(node).fill.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
            const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const [one, other] = [light(badge.querySelector("path, circle")), light(badge.querySelector("text"))];
          return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        })"""
    )
    assert min(contrasts) >= 4.5
