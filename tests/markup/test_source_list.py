"""The list of sources at a page's end."""

import pytest
from knowledge.content.languages import LANGUAGES, Language

from tests.markup.rendering import Rendered, render, say, words
from tests.small_site import SOURCE, SmallSite


def entries(page: Rendered) -> dict[str, str]:
    """Return the words of each entry of the list, by its id."""
    return {node.attributes["id"] or "": words(node) for node in page.all("li[id^='source-']")}


@pytest.mark.parametrize(
    ("language", "day", "extent"), [("en", "22 November 2026", "Whole"), ("da", "22. november 2026", "Hele kilden")]
)
def test_an_entry_tells_title_publisher_year_and_when_it_was_read(
    site: SmallSite, language: Language, day: str, extent: str
) -> None:
    page = render(site, "Said [@sheet].\n", language)
    heading, read = *say(site, language, "sources"), *say(site, language, "source.read", day=day)
    assert words(page.one("h2#sources")).startswith(heading)
    assert "A fact sheet. A ministry, 2011." in entries(page)["source-sheet"]
    assert f"{read} ({extent})" in entries(page)["source-sheet"]


def test_the_title_links_to_the_source_and_says_its_language(site: SmallSite) -> None:
    site.data("sources.yml", [{**SOURCE, "language": "da", "url": "https://example.org/a?b=1&copy=2"}])
    link = render(site, "Said [@sheet].\n").one("li#source-sheet a[lang]")
    assert link.attributes["href"] == "https://example.org/a?b=1&copy=2"
    assert link.attributes["lang"] == "da"
    assert words(link) == "A fact sheet"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_that_the_source_does_not_state_is_not_guessed(site: SmallSite, language: Language) -> None:
    site.data("sources.yml", [{name: value for name, value in SOURCE.items() if name != "year"}])
    (not_stated,) = say(site, language, "source.no-year")
    assert f"A ministry, {not_stated}." in entries(render(site, "Said [@sheet].\n", language))["source-sheet"]


def test_a_period_is_shown_instead_of_a_year(site: SmallSite) -> None:
    site.data("sources.yml", [{**SOURCE, "period": "2009–12"}])
    assert "A ministry, 2009–12." in entries(render(site, "Said [@sheet].\n"))["source-sheet"]


@pytest.mark.parametrize(("language", "note"), [("en", "Only the opening."), ("da", "Kun begyndelsen.")])
def test_a_copy_kept_elsewhere_and_a_note_are_told(site: SmallSite, language: Language, note: str) -> None:
    extra = {"held_by": "archive.example", "note": {"en": "Only the opening.", "da": "Kun begyndelsen."}}
    site.data("sources.yml", [{**SOURCE, **extra}])
    entry = entries(render(site, "Said [@sheet].\n", language))["source-sheet"]
    assert say(site, language, "source.held-by", place="archive.example")[0] in entry
    assert note in entry


def test_the_list_stands_in_the_order_of_the_numbers(site: SmallSite) -> None:
    site.data("sources.yml", [SOURCE, {**SOURCE, "id": "report"}, {**SOURCE, "id": "law"}])
    page = render(site, "One [@law]. Two [@sheet]. Three [@report]. Four [@sheet].\n")
    assert list(entries(page)) == ["source-law", "source-sheet", "source-report"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_leads_back_to_the_first_places_that_cite_it(site: SmallSite, language: Language) -> None:
    page = render(site, "One [@sheet].\n\n- two [@sheet]\n\n/// note\nthree [@sheet]\n///\n\nFour [@sheet].\n", language)
    back = page.all("li#source-sheet a[href^='#']")
    labels = [label for number in (1, 2, 3) for label in say(site, language, "source.back", number=number)]
    assert [link.attributes["aria-label"] for link in back] == labels
    citations = page.values("sup a", "id")
    assert [(link.attributes["href"] or "").removeprefix("#") for link in back] == citations[:3]
    assert len(set(citations)) == 4


def test_sources_of_the_front_matter_come_after_those_of_the_text(site: SmallSite) -> None:
    site.data("sources.yml", [SOURCE, {**SOURCE, "id": "report"}, {**SOURCE, "id": "law"}])
    page = render(site, "One [@law].\n", sources=["report", "law", "sheet"])
    assert list(entries(page)) == ["source-law", "source-report", "source-sheet"]
    assert [len(page.all(f"li#{name} a[href^='#']")) for name in entries(page)] == [1, 0, 0]


def test_an_unknown_source_of_the_front_matter_is_left_out(site: SmallSite) -> None:
    assert list(entries(render(site, "Text.\n", sources=["nobody", "sheet"]))) == ["source-sheet"]


def test_a_page_without_sources_has_no_list(site: SmallSite) -> None:
    page = render(site, "Text.\n")
    assert not entries(page)
    assert "sources" not in page.ids


def test_a_page_whose_only_citation_is_wrong_has_no_list(site: SmallSite) -> None:
    assert "sources" not in render(site, "Text [@nobody].\n").ids


def test_the_register_is_the_list_of_the_page_that_it_stands_on(site: SmallSite) -> None:
    page = render(site, "Said [@sheet].\n\n/// sources-register\n///\n", key="about/sources")
    assert page.ids.count("source-sheet") == 1
    assert page.values("sup a", "href") == ["#source-sheet"]
