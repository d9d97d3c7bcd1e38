"""The way off a page, as it stands in the page."""

import pytest
from knowledge.content.external_links import external_addresses
from knowledge.content.languages import Language
from knowledge.content.library import Library

from tests.markup.drawn import drawn, with_templates, words
from tests.small_site import SmallSite

PAGE = "# Hello {#hello}\n\n/// exit-page\n///\n"


@pytest.mark.parametrize("language", ["en", "da"])
def test_it_is_a_plain_link_that_tells_the_other_site_nothing(small_site: SmallSite, language: Language) -> None:
    small_site.pages("index", PAGE)
    page = drawn(with_templates(small_site).library(), language, "index")
    links = page.css("a[data-exit-page]")
    assert [link.attributes["href"] for link in links] == ["https://www.dmi.dk/"]
    assert links[0].attributes["rel"] == "noreferrer noopener"
    assert "target" not in links[0].attributes


@pytest.mark.parametrize(("language", "expected"), [("en", ("history", "private")), ("da", ("historik", "privat"))])
def test_it_says_what_it_does_not_erase(small_site: SmallSite, language: Language, expected: tuple[str, ...]) -> None:
    small_site.pages("index", PAGE)
    told = words(drawn(with_templates(small_site).library(), language, "index"), "section.exit-page")
    assert all(word in told[0] for word in expected)


def test_the_checks_accept_what_the_template_draws(small_site: SmallSite) -> None:
    before = small_site.found()
    small_site.pages("index", PAGE)
    assert {found[0] for found in small_site.found()} <= {found[0] for found in before}


def test_a_link_of_an_editor_may_not_look_like_it(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\n[Go](https://www.dmi.dk/){ .exit-page__link data-exit-page='' }\n")
    assert {"trust-class", "trust-attribute"} <= small_site.ids()


def test_its_address_is_tried_with_the_others(small_site: SmallSite) -> None:
    small_site.pages("index", PAGE)
    assert external_addresses(small_site.library())["https://www.dmi.dk/"] == [
        ("docs/en/index.md", 14),
        ("docs/da/index.md", 14),
    ]


def test_one_page_has_it_in_both_languages_and_no_other(library: Library) -> None:
    has = {
        (page.language, page.key)
        for page in library.pages.values()
        for block in page.document.blocks
        if block.name == "exit-page"
    }
    assert has == {("en", "leaving"), ("da", "leaving")}


def test_the_home_page_and_the_handbook_lead_to_it(library: Library) -> None:
    for language in ("en", "da"):
        for key, target in (("index", "leaving.md"), ("handbook/index", "../leaving.md")):
            page = library.pages[language, key]
            assert target in {link.target for link in page.document.links}
