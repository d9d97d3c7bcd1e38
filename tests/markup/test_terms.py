"""`[words](term:id)`: a button that opens the meaning of a term."""

import logging

import pytest
from knowledge.content.languages import Language

from tests.markup.rendering import render, say, words
from tests.small_site import TERM, SmallSite


@pytest.mark.parametrize(
    ("language", "term", "definition"),
    [("en", "exit talk", "A talk about leaving."), ("da", "exitsamtale", "En samtale om at komme ud.")],
)
def test_a_term_is_a_button_that_opens_its_meaning(site: SmallSite, language: Language, term: str, definition: str) -> None:
    page = render(site, "Ask for an [exit *talk*](term:exit-talk) first.\n", language)
    button = page.one("button:not([popovertargetaction])")
    assert words(button) == "exit talk"
    assert button.attributes["type"] == "button"
    window = page.one(f"#{button.attributes['popovertarget']}")
    assert window.attributes["popover"] == "auto"
    assert [window.attributes["aria-label"]] == say(site, language, "definition.of", term=term)
    said = [term, definition, *say(site, language, "definition.more", "close")]
    assert [part for part in said if part not in words(window)] == []


def test_a_meaning_leads_to_the_glossary_and_can_be_closed(site: SmallSite) -> None:
    page = render(site, "An [exit talk](term:exit-talk).\n", key="handbook/words")
    assert page.values("[popover] a", "href") == ["../about/glossary.md#exit-talk"]
    close = page.one("[popover] button")
    assert close.attributes["popovertargetaction"] == "hide"
    assert close.attributes["popovertarget"] == page.one("[popover]").attributes["id"]


def test_a_term_marked_twice_has_one_meaning(site: SmallSite) -> None:
    page = render(site, "An [exit talk](term:exit-talk) and one [more](term:exit-talk).\n\n- [three](term:exit-talk)\n")
    targets = page.values("button:not([popovertargetaction])", "popovertarget")
    assert len(targets) == 3
    assert len(set(targets)) == 1
    assert page.ids.count(targets[0]) == 1


def test_meanings_stand_in_the_order_of_reading(site: SmallSite) -> None:
    site.data("glossary.yml", [TERM, {**TERM, "id": "mentor"}])
    page = render(site, "A [mentor](term:mentor), an [exit talk](term:exit-talk).\n")
    assert page.values("[popover]", "id") == page.values("button:not([popovertargetaction])", "popovertarget")


def test_an_unknown_term_stays_as_words_and_is_told(site: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        page = render(site, "Ask a [*good* mentor](term:mentors).\n", "da")
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("mkdocs.knowledge", "docs/da/index.md: there is no term 'mentors' in docs/data/glossary.yml")
    ]
    assert page.one("p").text() == "Ask a good mentor."
    assert not page.all("a, button")


def test_a_page_without_terms_has_no_meanings(site: SmallSite) -> None:
    assert not render(site, "A [link](https://example.org/).\n").all("[popover]")


def test_a_meaning_comes_before_the_list_of_sources(site: SmallSite) -> None:
    page = render(site, "An [exit talk](term:exit-talk) [@sheet].\n")
    assert page.html.index('id="definition-exit-talk"') < page.html.index('id="sources"')
