"""`[@source]`: numbers in the order of reading, a label for the ear, and a warning where there is no such source."""

import logging

import pytest
from knowledge.content.languages import LANGUAGES

from tests.markup.rendering import Rendered, render, say, words
from tests.small_site import SOURCE, SmallSite


@pytest.fixture
def site(site: SmallSite) -> SmallSite:
    site.data("sources.yml", [{**SOURCE, "id": name, "title": f"The {name}"} for name in ("sheet", "report", "law", "plan")])
    return site


def numbers(page: Rendered) -> list[tuple[str, str]]:
    """Return the number and the address of each citation, in the order of reading."""
    return [(words(link), link.attributes["href"] or "") for link in page.all("sup a[href^='#source-']")]


def test_sources_are_numbered_in_the_order_in_which_they_are_read(site: SmallSite) -> None:
    page = render(site, "One [@report]. Two [@sheet].\n\nThree [@law].\n")
    assert numbers(page) == [("[1]", "#source-report"), ("[2]", "#source-sheet"), ("[3]", "#source-law")]


def test_a_source_keeps_its_number_when_it_is_cited_again(site: SmallSite) -> None:
    page = render(site, "One [@report]. Two [@sheet]. One again [@report]. Two again [@sheet].\n")
    assert [number for number, _ in numbers(page)] == ["[1]", "[2]", "[1]", "[2]"]


def test_the_order_of_reading_runs_through_headings_lists_tables_boxes_and_blocks_within_blocks(site: SmallSite) -> None:
    site.data(
        "contacts.yml",
        [
            {
                "id": "one",
                "group": "now",
                "name": {"en": "One", "da": "Et"},
                "use": {"en": "Use", "da": "Brug"},
                "checked": "2026-11-22",
                "checked_in": {"en": "a page", "da": "en side"},
                "sources": ["plan"],
            }
        ],
    )
    text = """# Hello {#hello}

## Heading [@law] {#heading}

- point [@report]
    - inner point [@law]

| a | b |
| --- | --- |
| cell [@sheet] | cell [@report] |

/// note | Title [@sheet]
text [@law]

/// contact-points | now
///

after [@report]
///

> said [@plan]
"""
    page = render(site, text)
    assert [address.removeprefix("#source-") for _, address in numbers(page)] == [
        *("law", "report", "law", "sheet", "report", "sheet", "law", "plan", "report", "plan")
    ]
    assert [number for number, _ in numbers(page)] == ["[1]", "[2]", "[1]", "[3]", "[2]", "[3]", "[1]", "[4]", "[2]", "[4]"]


def test_one_mark_may_name_several_sources(site: SmallSite) -> None:
    page = render(site, "Said by three [@sheet; @report ;@law].\n")
    assert len(page.all("sup")) == 1
    assert [number for number, _ in numbers(page)] == ["[1]", "[2]", "[3]"]


def test_a_source_named_twice_in_one_mark_is_shown_once(site: SmallSite) -> None:
    page = render(site, "Said [@sheet; @report; @sheet].\n")
    assert [number for number, _ in numbers(page)] == ["[1]", "[2]"]


@pytest.mark.parametrize("gap", ["", " ", "  ", "\t", "\n", "\u00a0"])
def test_the_mark_stands_close_to_the_word_before_it(site: SmallSite, gap: str) -> None:
    page = render(site, f"The word{gap}[@sheet] goes on.\n")
    assert page.one("p").text() == "The word[1] goes on."


def test_every_citation_has_an_id_of_its_own_and_leads_to_its_entry(site: SmallSite) -> None:
    page = render(site, "One [@sheet; @report]. Again [@sheet].\n")
    assert len(set(page.ids)) == len(page.ids)
    for link in page.all("sup a"):
        assert link.attributes["id"] in page.ids
        assert (link.attributes["href"] or "").removeprefix("#") in page.ids


def test_a_listener_hears_which_source_it_is(site: SmallSite) -> None:
    for language in LANGUAGES:
        labels = render(site, "One [@report].\n", language).values("sup a", "aria-label")
        assert labels == say(site, language, "citation", number=1, title="The report")


@pytest.mark.parametrize("text", ["`[@sheet]`\n", "    [@sheet]\n", "```\n[@sheet]\n```\n", "\\[@sheet]\n"])
def test_an_example_of_a_mark_is_no_citation(site: SmallSite, text: str) -> None:
    page = render(site, text)
    assert "[@sheet]" in page.text
    assert not page.all("sup")


def test_a_source_that_does_not_exist_is_told_with_the_file_and_leads_nowhere(
    site: SmallSite, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        page = render(site, "One [@sheet]. Two [@sheets]. Three [@report].\n", "da")
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("mkdocs.knowledge", "docs/da/index.md: there is no source 'sheets' in docs/data/sources.yml")
    ]
    assert page.one("p").text() == "One[1]. Two[?]. Three[2]."
    assert all(link.attributes.get("href") for link in page.all("a")), "MkDocs stops at a link without an address"


def test_the_table_of_contents_is_free_of_numbers(site: SmallSite) -> None:
    page = render(site, "# Hello {#hello}\n\n## A & B *said* [@sheet] {#said}\n\n### Deep [@report] down {#deep}\n")
    assert page.contents == (("said", "A &amp; B said"), ("deep", "Deep down"), ("sources", *say(site, "en", "sources")))
    assert page.texts("h2 sup, h3 sup") == ["[1]", "[2]"]
