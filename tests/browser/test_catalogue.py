"""The catalogue of programmes as a reader uses it: filters, comparison, worksheet, on the real records."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from knowledge.catalogue.facets import by_name, terms
from knowledge.content.library import Library
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]


def shown(page: Page) -> list[str]:
    """Return the programmes that the list shows once its filters work, by id."""
    page.wait_for_selector(".filters:not([hidden])", state="attached")
    rows: list[str] = page.locator(".programme-row:visible").evaluate_all("(rows) => rows.map((row) => row.dataset.id)")
    return rows


def expected(library: Library, **chosen: set[str]) -> list[str]:
    """Return the programmes that fit: any term of a facet, and every facet."""
    return [
        one.id for one in by_name(library, "en") if all(set(terms(one, facet)) & wanted for facet, wanted in chosen.items())
    ]


def choose(page: Page, facet: str, term: str) -> None:
    part = page.locator(f'[data-facet="{facet}"]')
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    part.locator(f'input[value="{term}"]').check()


def test_terms_of_a_facet_add_and_facets_narrow(visit: Visit, library: Library) -> None:
    visitor = visit()
    page = visitor.open("/programmes/")
    assert shown(page) == expected(library)
    choose(page, "country", "de")
    choose(page, "country", "dk")
    assert shown(page) == expected(library, country={"de", "dk"})
    choose(page, "settings", "prison")
    assert shown(page) == expected(library, country={"de", "dk"}, settings={"prison"})
    assert visitor.troubles == []


def test_the_number_behind_a_term_is_what_choosing_it_would_show(visit: Visit, library: Library) -> None:
    page = visit().open("/programmes/")
    choose(page, "settings", "prison")
    for code in ("de", "dk", "fr"):
        count = page.locator(f'[data-facet="country"] label:has(input[value="{code}"]) [data-count]').text_content()
        assert count == str(len(expected(library, country={code}, settings={"prison"})))
    # Within the facet itself a reader adds, so its own numbers stay.
    count = page.locator('[data-facet="settings"] label:has(input[value="community"]) [data-count]').text_content()
    assert count == str(len(expected(library, settings={"community"})))


def test_the_number_found_is_announced(visit: Visit, library: Library) -> None:
    page = visit().open("/da/programmes/")
    status = page.locator(".catalogue [role=status]")
    expect(status).to_have_text(f"{len(library.programmes)} indsatser")
    choose(page, "settings", "prison")
    expect(status).to_have_text(f"{len(expected(library, settings={'prison'}))} af {len(library.programmes)} indsatser")


def test_the_choice_stands_in_the_address_and_the_back_button_takes_it_back(visit: Visit, library: Library) -> None:
    visitor = visit()
    page = visitor.open("/programmes/")
    choose(page, "country", "de")
    choose(page, "settings", "prison")
    assert visitor.path == "/programmes/#country=de&settings=prison"
    page.go_back()
    assert shown(page) == expected(library, country={"de"})
    assert page.locator('input[value="prison"]').is_checked() is False
    again = visit()
    assert shown(again.open("/programmes/#country=de&settings=prison")) == expected(
        library, country={"de"}, settings={"prison"}
    )


def test_what_is_chosen_can_be_cleared_at_once(visit: Visit, library: Library) -> None:
    visitor = visit()
    page = visitor.open("/programmes/#country=de&q=prison")
    page.get_by_role("button", name="Clear all").click()
    assert shown(page) == expected(library)
    assert visitor.path == "/programmes/"
    assert page.evaluate("document.activeElement.name") == "q"


@pytest.mark.parametrize("words", ["EXIT-Deutschland", "exit deutschland", "ZDK demokratische", "DEUTSCHLAND exit"])
def test_words_are_found_in_any_order_and_case(visit: Visit, words: str) -> None:
    page = visit().open("/programmes/")
    page.locator("[name=q]").fill(words)
    assert "de-exit-deutschland" in shown(page)


def test_letters_that_a_keyboard_lacks_can_be_typed_otherwise(visit: Visit) -> None:
    page = visit().open("/da/programmes/")
    page.locator("[name=q]").fill("hoejreekstremisme")
    assert "de-exit-deutschland" in shown(page)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "((((", "ÆØÅ" * 2000, "🙂", "%%%", "\u202e"])
def test_odd_words_do_no_harm(visit: Visit, words: str) -> None:
    visitor = visit()
    page = visitor.open("/programmes/")
    page.locator("[name=q]").fill(words)
    assert shown(page) == []
    expect(page.locator(".catalogue [role=status]")).to_contain_text("No programme fits")
    assert visitor.troubles == []


def test_an_address_with_unknown_choices_shows_what_can_be_shown(visit: Visit, library: Library) -> None:
    visitor = visit()
    assert shown(visitor.open("/programmes/#planet=mars&country=de")) == expected(library, country={"de"})
    assert shown(visit().open("/programmes/#all")) == expected(library)
    assert visitor.troubles == []


def test_the_filters_can_be_used_with_the_keyboard_alone(visit: Visit, library: Library) -> None:
    page = visit().open("/programmes/")
    assert shown(page) == expected(library)
    page.locator("[name=q]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    first = page.locator('[data-facet="country"] input').first
    assert first.is_checked()
    assert shown(page) == expected(library, country={first.get_attribute("value") or ""})


def test_on_a_telephone_the_filters_wait_behind_a_button(visit: Visit, library: Library) -> None:
    page = visit(width=360).open("/programmes/")
    assert page.locator("[data-facet]").first.is_visible() is False
    page.get_by_text("Filter the list").click()
    choose(page, "country", "dk")
    assert shown(page) == expected(library, country={"dk"})


def test_without_scripts_the_whole_list_stands_there_and_nothing_that_would_not_work(visit: Visit, library: Library) -> None:
    page = visit(scripts=False).open("/programmes/")
    assert page.locator(".programme-row:visible").count() == len(library.programmes)
    assert page.locator(".filters").is_visible() is False
    assert page.locator("[data-compare]").first.is_visible() is False


def test_a_number_of_the_matrix_leads_to_just_those_programmes(visit: Visit, library: Library) -> None:
    visitor = visit()
    page = visitor.open("/programmes/matrix/")
    cell = page.locator(".matrix__table a").first
    count = int(cell.text_content() or "0")
    cell.click()
    page.wait_for_url("**/programmes/#*")
    expect(page.locator(".programme-row:visible")).to_have_count(count)
    assert visitor.troubles == []


def test_programmes_chosen_in_the_list_stand_side_by_side(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/programmes/")
    boxes = page.locator("[data-compare]")
    for index in range(3):
        boxes.nth(index).check()
    assert boxes.nth(3).is_disabled()
    names = page.locator(".programme-row__name a").all_text_contents()[:3]
    page.get_by_role("link", name="Compare them").click()
    page.wait_for_selector("table.side-by-side")
    assert page.locator(".side-by-side thead a").all_text_contents() == names
    assert visitor.troubles == []


def test_a_comparison_says_in_words_where_programmes_differ_and_where_nobody_knows(visit: Visit, library: Library) -> None:
    first, second = [one for one in by_name(library, "en") if one.aim.status == "not-stated"][:2]
    page = visit().open(f"/programmes/compare/#p={first.id},{second.id}")
    page.wait_for_selector("table.side-by-side")
    for row in page.locator(".side-by-side tbody tr").all():
        cells = [" ".join((cell.text_content() or "").split()) for cell in row.locator("td").all()]
        assert (row.locator(".differs__word").count() == 1) is (len(set(cells)) > 1)
    assert page.locator('.side-by-side tr[data-field="aim"] .not-stated').count() == 2
    assert page.locator(".side-by-side .citation").count() == 0


def test_a_comparison_of_one_asks_for_another(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/da/programmes/compare/#p=de-exit-deutschland,nobody")
    expect(page.locator(".compare [role=status]")).to_have_text("Vælg mindst to indsatser.")
    assert page.locator("table.side-by-side").count() == 0
    assert visitor.troubles == []


def test_a_page_that_cannot_be_fetched_is_said_in_words(visit: Visit, library: Library) -> None:
    first, second = [one.id for one in by_name(library, "en")][:2]
    visitor = visit()
    visitor.page.route(f"**/{second}/", lambda route: route.abort())
    page = visitor.open(f"/programmes/compare/#p={first},{second}")
    expect(page.locator(".compare [role=status]")).to_contain_text("could not be fetched")


def test_a_comparison_prints_on_paper_laid_sideways(visit: Visit, library: Library) -> None:
    page = visit().open(f"/programmes/compare/#p={','.join(one.id for one in by_name(library, 'en')[:3])}")
    page.wait_for_selector("table.side-by-side")
    pages = page_sizes(page)
    assert any(width > height for width, height in pages)


def test_a_programmes_page_leads_to_the_worksheet_filled_in_from_it(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/programmes/de-exit-deutschland/")
    page.get_by_role("link", name="Adapt it to your own place").click()
    page.wait_for_url("**/programmes/adapt/#from=de-exit-deutschland")
    expect(page.locator("caption[data-caption]")).to_have_text("Worksheet: adapt EXIT-Deutschland")
    assert "Exit talks" in (page.locator('tr[data-field="methods"] [data-theirs]').text_content() or "")
    assert visitor.troubles == []


@pytest.mark.parametrize("start", ["/", "/da/"])
def test_every_worksheet_prints_on_two_pages_at_most(visit: Visit, library: Library, start: str) -> None:
    longest = max(library.programmes.values(), key=lambda one: len(one.model_dump_json()))
    page = visit().open(f"{start}programmes/adapt/#from={longest.id}")
    expect(page.locator(".adapt [role=status]")).not_to_be_empty()
    sheets = [size for size in page_sizes(page) if size[0] > size[1]]
    assert 1 <= len(sheets) <= 2


def page_sizes(page: Page) -> list[tuple[float, float]]:
    """Return width and height of each printed page in points, each page's own size respected."""
    page.emulate_media(media="print")
    printed = page.pdf(prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(printed)) as document:
        boxes = [[float(number) for number in sheet.mediabox] for sheet in document.pages]
    return [(box[2] - box[0], box[3] - box[1]) for box in boxes]


def test_five_hundred_programmes_are_sifted_as_one_would_by_hand(visit: Visit) -> None:
    page = visit().open("/programmes/")
    result = page.evaluate(
        """async () => {
          const { sift } = await import("/assets/scripts/catalogue.js");
          const programmes = Array.from({ length: 500 }, (_, n) => ({
            terms: { country: [`c${n % 17}`], settings: n % 2 ? ["prison"] : ["prison", "school"] },
            words: `programme ${n}`,
          }));
          const choices = new Map([["country", new Set(["c0", "c1"])], ["settings", new Set(["school"])]]);
          const { shown, counts } = sift(programmes, choices, ["country", "settings"]);
          return [shown.filter(Boolean).length, counts.get("settings").get("prison"), counts.get("country").get("c2")];
        }"""
    )
    numbers = range(500)
    chosen = [n for n in numbers if n % 17 in (0, 1)]
    assert result == [
        len([n for n in chosen if n % 2 == 0]),
        len(chosen),
        len([n for n in numbers if n % 17 == 2 and n % 2 == 0]),
    ]
