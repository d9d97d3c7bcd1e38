"""What drawn blocks bring to their page: the ids that links may point to, and the sources that they rest on."""

from collections.abc import Mapping
from typing import Any

import pytest
from knowledge.content.blocks import BLOCKS, NOTES, anchors, contact_groups, sources_of
from knowledge.content.library import Library
from knowledge.content.page import Page

from tests.small_site import SOURCE, TERM, SmallSite

WORDS = {"en": "Words", "da": "Ord"}
BUDGET: Mapping[str, Any] = {
    "id": "first",
    "name": WORDS,
    "currency": "EUR",
    "total": 5,
    "parts": [{"id": "eu", "name": WORDS, "amount": 5}],
    "sources": ["ledger"],
}
EVENTS: list[Mapping[str, Any]] = [
    {"id": "start", "date": "2009-05", "title": WORDS, "text": WORDS, "status": "held", "sources": ["diary"]},
    {"id": "rumour", "title": WORDS, "text": WORDS, "status": "undated", "sources": ["sheet"]},
]
CONTACTS: list[Mapping[str, Any]] = [
    {"id": name, "group": group, "name": WORDS, "use": WORDS, "checked": "2026-11-22", "checked_in": WORDS, "sources": [source]}
    for name, group, source in (("police", "now", "diary"), ("city", "local", "ledger"), ("line", "local", "sheet"))
]


@pytest.fixture
def full_site(small_site: SmallSite) -> SmallSite:
    """A site with records of every kind."""
    small_site.data("sources.yml", [{**SOURCE, "id": name} for name in ("sheet", "ledger", "diary")])
    small_site.data("glossary.yml", [TERM, {**TERM, "id": "mentor", "sources": ["diary"]}])
    small_site.data("finances.yml", [BUDGET])
    small_site.data("timeline.yml", EVENTS)
    small_site.data("contacts.yml", CONTACTS)
    return small_site


def read(site: SmallSite, text: str, **front: Any) -> tuple[Library, Page]:
    site.page("en", "index", f"# Hello {{#hello}}\n\n{text}\n", **front)
    library = site.library()
    page = library.page("en", "index")
    assert page is not None
    assert library.findings == ()
    return library, page


@pytest.mark.parametrize(
    ("block", "sources"),
    [
        ("Text.", set()),
        ("Text [@sheet; @nobody].", {"sheet", "nobody"}),
        ("/// finances | first\n///", {"ledger"}),
        ("/// finances | nothing\n///", set()),
        ("/// timeline\n///", {"diary", "sheet"}),
        ("/// glossary\n///", {"sheet", "diary"}),
        ("/// sources-register\n///", set()),
        ("/// contact-points | local\n///", {"ledger", "sheet"}),
        ("/// contact-points | nowhere\n///", set()),
        ("/// note | Title\nText [@diary].\n///", {"diary"}),
        ("```\n/// timeline\n///\n[@sheet]\n```", set()),
        ("/// unknown | first\n///", set()),
    ],
)
def test_a_page_rests_on_what_it_cites_and_on_what_its_blocks_show(full_site: SmallSite, block: str, sources: set[str]) -> None:
    library, page = read(full_site, block)
    assert sources_of(library, page) == sources


def test_a_page_rests_on_the_sources_of_its_front_matter(full_site: SmallSite) -> None:
    library, page = read(full_site, "Text [@diary].", sources=["sheet"])
    assert sources_of(library, page) == {"sheet", "diary"}
    assert {"sources", "source-sheet", "source-diary"} <= anchors(library, page)


def test_a_page_without_readable_front_matter_still_has_its_citations(full_site: SmallSite) -> None:
    full_site.write("docs/en/index.md", "# Hello {#hello}\n\nText [@diary].\n")
    library = full_site.library()
    page = library.page("en", "index")
    assert page is not None
    assert page.front is None
    assert sources_of(library, page) == {"diary"}


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("Text.", set()),
        ("Text [@sheet].", {"sources", "source-sheet"}),
        ("[a](b.md){#own} <a id='raw'></a>", {"own", "raw"}),
        ("/// finances | first\n///", {"sources", "source-ledger"}),
        ("/// timeline\n///", {"start", "rumour", "y2009", "undated", "sources", "source-diary", "source-sheet"}),
        ("/// glossary\n///", {"exit-talk", "mentor"}),
        ("/// sources-register\n///", {"source-sheet", "source-ledger", "source-diary"}),
        ("/// contact-points | local\n///", {"contact-city", "contact-line", "sources", "source-ledger", "source-sheet"}),
        ("/// contact-points | now\n///", {"contact-police", "sources", "source-diary"}),
        ("`{#code}`", set()),
    ],
)
def test_a_link_may_point_to_what_the_editor_and_the_blocks_name(full_site: SmallSite, block: str, found: set[str]) -> None:
    library, page = read(full_site, block)
    assert anchors(library, page) == {"hello", *found}


def test_the_glossary_does_not_list_its_sources_among_the_pages_own(full_site: SmallSite) -> None:
    library, page = read(full_site, "/// glossary\n///")
    assert "sources" not in anchors(library, page)


def test_only_groups_that_have_a_contact_can_be_shown(full_site: SmallSite) -> None:
    assert contact_groups(full_site.library()) == ["local", "now"]


def test_budgets_are_the_choices_of_their_block(full_site: SmallSite) -> None:
    assert list(BLOCKS["finances"].choices(full_site.library())) == ["first"]


def test_every_box_takes_a_title_and_keeps_the_editors_text() -> None:
    for name in NOTES:
        assert BLOCKS[name].argument == "title"
        assert not BLOCKS[name].drawn


def test_every_block_that_names_something_is_drawn() -> None:
    named = {name for name, form in BLOCKS.items() if form.argument == "choice"}
    assert {"finances", "contact-points", "programme", "country-programmes"} <= named
    assert all(BLOCKS[name].drawn for name in named)


def test_every_block_of_the_real_pages_exists(library: Library) -> None:
    used = {block.name for page in library.pages.values() for block in page.document.blocks}
    assert used
    assert used <= set(BLOCKS)
