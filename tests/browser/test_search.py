"""The search in Chromium: by keyboard, by touch, without scripts, without an index, and with words that nobody should type."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.search.words import key, tokens
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]
STARTS = {"en": "/", "da": "/da/"}
READY = '#search-results[data-state="ready"]'

HOSTILE = {
    "long": "fængsel " * 1250,
    "one word": "a" * 10_000,
    "emoji": "🧑‍🏫🔥 mentor 🕊️",
    "punctuation": "?!…—–()[]{}<>/\\|~^`´¨",
    "pattern": ".*+?^${}()|[]\\ (a+)+$",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "right to left": "\u202emen\u200ftor\u202c",
    "prototype": "__proto__ constructor hasOwnProperty",
}


def ask(page: Page, words: str) -> None:
    page.evaluate("(words) => (location.hash = `q=${encodeURIComponent(words)}`)", words)
    page.wait_for_function(
        """(words) => {
            const {state, query} = document.getElementById('search-results').dataset;
            return state === 'ready' && query === words;
        }""",
        arg=words,
    )


def dialog_with(visitor: Visitor, path: str, words: str) -> Page:
    page = visitor.open(path)
    page.locator("[data-search-button]").first.click()
    page.locator("#search-words").fill(words)
    answered(page, words)
    return page


def answered(page: Page, words: str) -> None:
    """Wait until the dialog shows what was found for all that was typed."""
    page.wait_for_function("(words) => document.getElementById('search-options').dataset.query === words", arg=words)
    page.locator(".search__option").first.wait_for()


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_nothing_of_the_search_is_fetched_before_it_is_opened(visit: Visit, start: str) -> None:
    visitor = visit()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open(start + "handbook/levels/")
    visitor.page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url or "/vendor/" in url] == []


@pytest.mark.parametrize(
    ("path", "words", "opened"),
    [
        ("/handbook/levels/", "mentor agreement", "/handbook/mentoring/agreement/"),
        ("/da/handbook/levels/", "mentoraftale", "/da/handbook/tools/mentor-agreement/"),
    ],
    ids=STARTS,
)
def test_the_dialog_by_keyboard(visit: Visit, path: str, words: str, opened: str) -> None:
    visitor = visit()
    page = visitor.open(path)
    page.locator("[data-search-button]").first.focus()
    page.keyboard.press("Control+k")
    page.locator("#search-dialog[open]").wait_for()
    page.keyboard.type(words)
    answered(page, words)
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#search-words").get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    assert page.evaluate("() => document.activeElement.id") == "search-words"
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.matches('[data-search-button]')")
    page.keyboard.press("/")
    page.locator("#search-dialog[open]").wait_for()
    page.locator(".search__option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{opened}")
    assert visitor.troubles == []


def test_who_has_walked_to_an_answer_stays_on_it_while_typing_goes_on(visit: Visit) -> None:
    page = dialog_with(visit(), "/da/", "mentoraftal")
    page.locator("#search-words").focus()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]").get_attribute("data-address")
    page.keyboard.type("e")
    answered(page, "mentoraftale")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("data-address") == chosen
    page.locator("#search-words").fill("underretningspligt")
    answered(page, "underretningspligt")
    assert page.locator("[role=option][aria-selected=true]").count() == 0
    assert page.locator("#search-words").get_attribute("aria-activedescendant") is None


def test_the_single_key_can_be_switched_off_and_stays_off(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/")
    page.keyboard.press("/")
    page.locator("#search-dialog[open]").wait_for()
    page.locator("[data-search-key]").uncheck()
    page.keyboard.press("Escape")
    visitor.open("/handbook/levels/")
    page.keyboard.press("/")
    assert not page.locator("#search-dialog").is_visible()
    page.keyboard.press("Control+k")
    page.locator("#search-dialog[open]").wait_for()


def test_a_touch_opens_a_result(visit: Visit) -> None:
    page = dialog_with(visit(width=320), "/da/", "underretningspligt")
    page.locator(".search__option").first.click()
    page.wait_for_url("**/da/handbook/together/duty-to-notify/")


def test_a_question_for_a_term_is_answered_from_the_glossary(visit: Visit) -> None:
    page = dialog_with(visit(), "/da/", "hvad er et infohus")
    page.locator(".search__term a").wait_for()
    assert str(page.locator(".search__term a").get_attribute("href")).endswith("da/about/glossary/#infohouse")


@pytest.mark.parametrize(
    ("start", "words", "first"),
    [
        ("/da/", "foer loesladelsen", "da/handbook/prison/release/"),
        ("/da/", "underetningspligt", "da/handbook/together/duty-to-notify/"),
        ("/da/", "hvad skal jeg lade være med", "da/handbook/what-not-to-do/"),
        ("/", "confidentialty", "handbook/together/sharing-information/"),
        ("/", "underretningspligt", "handbook/together/duty-to-notify/"),
    ],
)
def test_the_results_page_finds(visit: Visit, start: str, words: str, first: str) -> None:
    visitor = visit()
    page = visitor.open(f"{start}search/")
    ask(page, words)
    link = page.locator("#search-results > li > a").first
    assert str(link.get_attribute("href")).endswith(f"/{first}")
    assert page.locator("#search-results > li").first.evaluate("(item) => item.firstElementChild.tagName") == "A"
    page.locator("#search-results mark").first.wait_for()
    assert visitor.troubles == []


def test_a_link_with_a_question_shows_its_results(visit: Visit) -> None:
    page = visit().open("/da/search/#q=mentor")
    page.locator(READY).wait_for()
    assert page.locator("#results-words").input_value() == "mentor"
    assert page.locator("#search-results > li").count() > 3


def test_results_are_filtered_by_part_and_country(visit: Visit) -> None:
    page = visit().open("/search/")
    ask(page, "exit prison")
    whole = page.locator("#search-results > li").count()
    page.locator("#results-country").select_option("de")
    page.wait_for_function("() => location.hash.includes('country=de')")
    page.locator(READY).wait_for()
    shown = page.locator("#search-results > li > a").evaluate_all("(all) => all.map((one) => one.href)")
    assert shown and len(shown) < whole
    assert all("/programmes/de-" in address for address in shown)


def test_a_word_that_is_nowhere_is_corrected_aloud(visit: Visit) -> None:
    page = visit().open("/search/")
    ask(page, "confidentialty")
    assert "confidentialty" in page.locator(".search__note").first.inner_text()
    page.locator(".search__note a").first.click()
    page.wait_for_function("() => document.getElementById('search-results').dataset.query === 'confidentiality'")


@pytest.mark.parametrize(
    ("start", "words", "told"),
    [
        ("/da/", "underretningspligt lærer", r"^\d+ sider, heraf \d+ med alle dine ord$"),
        ("/", "confidentiality", r"^\d+ pages$"),
    ],
)
def test_it_is_told_how_many_pages_have_all_that_was_asked_for(visit: Visit, start: str, words: str, told: str) -> None:
    page = visit().open(f"{start}search/")
    ask(page, words)
    assert re.match(told, page.locator("[data-results-count]").inner_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_programme_is_found_by_each_of_its_names(visit: Visit, library: Library, language: Language) -> None:
    names = [
        (one.page, name)
        for one in library.programmes.values()
        for name in (
            *(named.in_language(language) for named in one.name.values),
            *(own.text for own in one.original_name.values),
        )
    ]
    found = (
        visit()
        .open("/")
        .evaluate(
            """async ([language, names]) => {
            const {Engine} = await import('/assets/scripts/search/engine.js');
            const {stemmerOf} = await import('/assets/scripts/search/words.js');
            const told = await (await fetch(`/search/${language}.json`)).json();
            const engine = new Engine(told, await stemmerOf(language));
            return names.map((name) => engine.search(name).results.slice(0, 10).map(({page}) => told.pages[page][0]));
        }""",
            [language, [name for _, name in names]],
        )
    )
    # What one programme is called is also the common Danish word for exit talks, which the handbook is about.
    common = {"EXIT-samtaler"}
    lost = [name for (page, name), shown in zip(names, found, strict=True) if site_path(language, page) not in shown]
    assert len(names) > 100 and set(lost) <= common


def test_nothing_found_leads_on(visit: Visit) -> None:
    page = visit().open("/da/search/")
    ask(page, "zzxxyyqq")
    assert page.locator("#search-results > li").count() == 0
    hrefs = page.locator("[data-results-ways] a").evaluate_all("(all) => all.map((one) => one.pathname)")
    assert hrefs == ["/da/a-z/", "/da/about/glossary/", "/da/handbook/together/contacts/"]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_do_no_harm(visit: Visit, words: str) -> None:
    visitor = visit()
    page = visitor.open("/da/search/")
    ask(page, words)
    page.locator("#results-words").fill(words[:300])
    page.wait_for_timeout(100)
    assert page.locator("#content script, #content img[src=x]").count() == 0
    assert visitor.troubles == []


def test_two_hundred_keystrokes_in_a_second_end_with_the_last(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("/da/search/")
    page.evaluate(
        """() => {
            const field = document.getElementById('results-words');
            for (let step = 0; step < 200; step += 1) {
                field.value = 'mentor underretning '.slice(0, 1 + step % 19);
                field.dispatchEvent(new Event('input'));
            }
            field.value = 'supervision';
            field.dispatchEvent(new Event('input'));
        }"""
    )
    page.wait_for_function("() => document.getElementById('search-results').dataset.query === 'supervision'")
    assert "supervision" in str(page.locator("#search-results > li > a").first.get_attribute("href"))
    assert visitor.troubles == []


def test_an_index_that_does_not_come_is_told_in_words_and_can_be_fetched_again(visit: Visit) -> None:
    page = visit().open("/da/handbook/levels/")
    page.route("**/search/da.json", lambda route: route.abort())
    page.locator("[data-search-button]").first.click()
    page.locator("#search-words").fill("mentor")
    retry = page.locator("[data-search-notes] button")
    retry.wait_for()
    assert page.locator("[data-search-elsewhere] a").first.is_visible()
    page.unroute("**/search/da.json")
    retry.click()
    page.locator(".search__option").first.wait_for()


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_without_scripts_the_button_leads_to_the_list_of_everything(visit: Visit, start: str) -> None:
    page = visit(scripts=False).open(start)
    page.locator("[data-search-button]").first.click()
    page.wait_for_url(f"**{start}a-z/")
    page.locator(".letters a").last.click()
    assert "#letter-" in page.url


def test_the_list_of_everything_ends_with_the_danish_letters(visit: Visit) -> None:
    letters = visit().open("/da/a-z/").locator(".a-z h2").all_inner_texts()
    named = [letter[0] for letter in letters if letter[0].isalpha()]
    assert named == sorted(named, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ".index)
    assert {"Æ", "Ø", "Å"} & set(named)


def test_no_word_of_the_reader_is_sent(visit: Visit) -> None:
    visitor = visit()
    sent: list[str] = []
    visitor.page.on("request", lambda request: sent.append(request.url))
    ask(visitor.open("/search/"), "xylophone secret")
    assert not any("xylophone" in url.split("#")[0] for url in sent)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_stems_and_folds_as_the_build_does(visit: Visit, built_site: Path, language: Language) -> None:
    told: dict[str, Any] = json.loads((built_site / "search" / f"{language}.json").read_text(encoding="utf-8"))
    words = sorted(
        {
            word
            for path in (built_site / "search" / language).rglob("passages.json")
            for _, _, text in json.loads(path.read_text(encoding="utf-8"))
            for word in tokens(text)
        }
    )
    page = visit().open("/")
    keys = page.evaluate(
        """async ([language, words]) => {
            const {keying, stemmerOf} = await import('/assets/scripts/search/words.js');
            return words.map(keying(language, await stemmerOf(language)));
        }""",
        [language, words],
    )
    assert len(words) > 3000 and told["language"] == language
    assert [(word, got) for word, got in zip(words, keys, strict=True) if got != key(word, language)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_dialog_and_results_pass_the_accessibility_checker(visit: Visit, start: str, scheme: str) -> None:
    visitor = visit(scheme=scheme, width=360)
    page = dialog_with(visitor, start, "mentor")
    page.wait_for_timeout(500)
    found = Axe().run(page).response["violations"]
    page.keyboard.press("Escape")
    visitor.open(f"{start}search/")
    ask(page, "mentor")
    found += Axe().run(page).response["violations"]
    visitor.open(f"{start}a-z/")
    found += Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:2]]) for one in found] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
