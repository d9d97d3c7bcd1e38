"""Every check is explained to an editor: in both languages, with a wrong and a right example, at an address of its own."""

import re

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.wording import Entry, catalogue, checks_anchors
from knowledge.markup.boards import checks, parts
from knowledge.markup.painting import paint
from knowledge.markup.place import Place
from selectolax.lexbor import LexborHTMLParser

# Wide enough for a line of code on the page; a longer one would be broken in two on most screens.
WIDEST = 130


def test_every_check_has_an_example() -> None:
    assert [name for name, entry in catalogue().items() if entry.example is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wrong_and_the_right_example_differ(language: Language) -> None:
    same = [
        name
        for name, entry in catalogue().items()
        if (example := entry.example_in(language)) and example.wrong == example.right
    ]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_can_be_read_at_a_glance(language: Language) -> None:
    long = [
        name
        for name, entry in catalogue().items()
        if (example := entry.example_in(language))
        and any(len(line) > WIDEST for line in f"{example.wrong}\n{example.right}".split("\n"))
    ]
    assert long == []


def test_every_subject_is_named_and_explained(library: Library) -> None:
    subjects = {entry.subject for entry in catalogue().values()}
    assert subjects - library.vocabularies["check-subjects"].keys() == set()


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, library: Library) -> LexborHTMLParser:
    """The painted list of all checks in a language."""
    place = Place(library, request.param, "contribute/checks")
    return LexborHTMLParser(paint(library.root, "checks.html", library.interface, request.param, **checks(place, "")))


def test_the_page_explains_every_check_under_its_own_name(page: LexborHTMLParser) -> None:
    names = {node.attributes["id"]: [name.text() for name in node.css("summary .check__name")] for node in page.css("details")}
    assert names == {f"check-{name}": [name] for name in catalogue()}
    assert len(page.css(".check__examples")) == len(catalogue())


def test_the_page_has_exactly_the_ids_that_links_may_point_to(page: LexborHTMLParser) -> None:
    assert {node.attributes["id"] for node in page.css("[id]")} == checks_anchors()


def test_the_page_shows_no_blank_as_an_editor_of_the_words_writes_it(page: LexborHTMLParser) -> None:
    for node in page.css("pre"):
        node.decompose()
    assert re.findall(r"\{\w+\}|\w+_(?:en|da)\b", page.text()) == []


def test_the_page_says_for_each_check_what_why_and_how(library: Library) -> None:
    view = checks(Place(library, "da", "contribute/checks"), "")
    shown = next(check for group in view["subjects"] for check in group["checks"] if check["id"] == "heading-tight")
    entry = catalogue()["heading-tight"]
    assert "".join(part.text for part in shown["why"]) == entry.da.why
    assert "".join(part.text for part in shown["fix"]) == entry.da.fix
    assert shown["example"] == entry.example_da


def test_subjects_stand_in_the_order_of_their_list(library: Library) -> None:
    order = list(library.vocabularies["check-subjects"])
    shown = [group["id"].removeprefix("subject-") for group in checks(Place(library, "en", "x"), "")["subjects"]]
    assert shown == [name for name in order if name in shown]


def test_blanks_are_said_in_words_and_suggestions_left_out(library: Library) -> None:
    english = Place(library, "en", "contribute/checks")
    said = parts(english, "“{target}” is wrong{suggestion_en}; write {{#id}} for {no_such_blank}.")
    assert "".join(part.text for part in said) == "“address” is wrong; write {#id} for …."
    assert [part.text for part in said if part.blank] == ["address", "…"]
    danish = Place(library, "da", "contribute/checks")
    assert [part.text for part in parts(danish, "{kind_da}") if part.blank] == ["tal, datoer eller links"]


def test_spaces_that_are_the_point_of_an_example_are_kept() -> None:
    wording = {"what": "a", "why": "b", "fix": "c"}
    entry = Entry.model_validate(
        {"subject": "x", "severity": "error", "en": wording, "da": wording, "example": {"wrong": "  - a\n", "right": "- a\n"}}
    )
    assert entry.example_in("da") == entry.example
    assert entry.example is not None and entry.example.wrong == "  - a"
