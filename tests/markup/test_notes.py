"""Boxes around an editor's own text, and plain frames."""

import pytest
from knowledge.content.blocks import NOTES
from knowledge.content.languages import LANGUAGES, Language

from tests.markup.rendering import render, say, words
from tests.small_site import SmallSite


@pytest.mark.parametrize("kind", NOTES)
@pytest.mark.parametrize("language", ["en", "da"])
def test_a_box_says_its_kind_in_words_to_eye_and_ear(site: SmallSite, language: Language, kind: str) -> None:
    page = render(site, f"/// {kind} | A *title*\nText of the box.\n///\n", language)
    box = page.one("[role='note']")
    (said,) = say(site, language, f"note.{kind}")
    assert box.attributes["aria-label"] == said
    assert words(box) == f"{said} A title Text of the box."
    assert page.texts("em") == ["title"]


def test_the_kinds_of_box_are_told_apart_by_their_words(site: SmallSite) -> None:
    for language in LANGUAGES:
        assert len(set(say(site, language, *(f"note.{kind}" for kind in NOTES)))) == len(NOTES)


def test_a_box_whose_title_is_its_kind_says_it_once(site: SmallSite) -> None:
    (said,) = say(site, "en", "note.gap")
    for opening in ("/// gap", f"/// gap | {said}", f"/// gap | {said.upper()}"):
        assert words(render(site, f"{opening}\nText.\n///\n").one("[role='note']")) == f"{said} Text."


def test_a_box_holds_lists_and_other_boxes(site: SmallSite) -> None:
    page = render(site, "//// caution | Outer\n- one\n- two\n\n/// now | Inner\nRing 112.\n///\n////\n\nAfter.\n")
    outer, inner = page.all("[role='note']")
    assert "Ring 112." in words(inner)
    assert "Ring 112." in words(outer)
    assert "After." not in words(outer)
    assert page.texts("li") == ["one", "two"]


def test_a_box_whose_text_begins_with_a_colon_keeps_its_title(site: SmallSite) -> None:
    (said,) = say(site, "en", "note.note")
    box = render(site, "Before.\n\n/// note | Title\n: text\n///\n").one("[role='note']")
    assert words(box) == f"{said} Title text"
    assert [words(node) for node in box.css("p")] == [f"{said} Title"]


def test_a_box_stands_within_a_point_of_a_list(site: SmallSite) -> None:
    page = render(site, "- one\n\n    /// note | Title\n    Text.\n    ///\n\n- two\n")
    assert words(page.one("li [role='note']")) == f"{say(site, 'en', 'note.note')[0]} Title Text."
    assert len(page.all("ul > li")) == 2


@pytest.mark.parametrize("name", ["band", "doors"])
def test_a_frame_holds_the_editors_text(site: SmallSite, name: str) -> None:
    page = render(site, f"/// {name}\n- a *point*\n///\n\nAfter.\n")
    assert words(page.one(f"div.{name}")) == "a point"
