"""What is named must exist: sources, terms, pages of records, terms of closed lists, blocks."""

from typing import Any

import pytest

from tests.checks.broken import EN, EVENT, WORDS, say, told
from tests.small_site import SOURCE, TERM, SmallSite

BUDGET: dict[str, Any] = {
    "id": "first",
    "name": WORDS,
    "currency": "EUR",
    "total": 5,
    "parts": [{"id": "eu", "name": {"en": "The EU", "da": "EU"}, "amount": 5}],
    "sources": ["gone"],
}
CONTACT: dict[str, Any] = {
    "id": "police",
    "group": "now",
    "name": WORDS,
    "use": {"en": "In danger", "da": "I fare"},
    "checked": "2026-11-22",
    "checked_in": {"en": "The web", "da": "Nettet"},
    "sources": ["gone"],
}


@pytest.mark.parametrize(
    "text", ["Text [@sheet].", "`[@gone]`", "\\[@gone]", "a@gone", "```\n[@gone]\n```", "<!-- [@gone] -->"]
)
def test_a_source_that_exists_or_is_none_is_left_in_peace(small_site: SmallSite, text: str) -> None:
    say(small_site, text)
    assert told(small_site.findings()) == []


def test_each_source_of_a_citation_is_looked_up(small_site: SmallSite) -> None:
    say(small_site, "Text [@sheet; @gone].\n\nText [@shet].")
    assert told(small_site.findings()) == [("source-unknown", EN, 14), ("source-unknown", EN, 16)]
    suggestions = [found.details["suggestion_en"] for found in small_site.findings() if found.id == "source-unknown"]
    assert suggestions == ["", " (did you mean “sheet”?)"]


def test_a_source_of_the_front_matter_is_told_at_its_field(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n", sources=["sheet", "gone"])
    assert ("source-unknown", EN, 11) in told(small_site.findings())


@pytest.mark.parametrize(
    ("file", "record"),
    [
        ("glossary.yml", {**TERM, "id": "mentor", "sources": ["gone"]}),
        ("contacts.yml", CONTACT),
        ("finances.yml", BUDGET),
        ("timeline.yml", {**EVENT, "sources": ["sheet", "gone"]}),
    ],
)
def test_a_source_of_a_record_is_told_at_the_record(small_site: SmallSite, file: str, record: dict[str, Any]) -> None:
    small_site.data(file, [record])
    found = [(item.file, item.line, item.details["name"]) for item in small_site.findings() if item.id == "source-unknown"]
    assert found == [(f"docs/data/{file}", 1, "gone")]


def test_a_source_of_a_later_record_is_told_where_that_record_begins(small_site: SmallSite) -> None:
    small_site.data("glossary.yml", [TERM, {"id": "mentor", "term": WORDS, "definition": dict(WORDS), "sources": ["gone"]}])
    assert told(small_site.findings()) == [("source-unknown", "docs/data/glossary.yml", 10)]


@pytest.mark.parametrize(
    "text", ["A [talk](term:exit-talk).", "`[a](term:gone)`", "[a](https://example.org/term:gone)", "\\[a](term:gone)"]
)
def test_a_term_that_exists_or_is_none_is_left_in_peace(small_site: SmallSite, text: str) -> None:
    say(small_site, text)
    assert told(small_site.findings()) == []


@pytest.mark.parametrize("text", ["A [talk](term:exit-tlk).", "A [talk](term:exit-tlk 'Title').", "A [talk](<term:exit-tlk>)."])
def test_a_slip_in_a_term_is_answered_with_the_right_one(small_site: SmallSite, text: str) -> None:
    say(small_site, f"Text.\n\n{text}")
    (found,) = (item for item in small_site.findings() if item.id == "term-unknown")
    assert (found.file, found.line, found.details["name"]) == (EN, 16, "exit-tlk")
    assert found.details["suggestion_da"] == " (mente du ”exit-talk”?)"


def test_a_term_named_by_a_reference_is_looked_up(small_site: SmallSite) -> None:
    say(small_site, "A [talk][t].\n\n[t]: term:gone")
    assert told(small_site.findings()) == [("term-unknown", EN, 16)]


@pytest.mark.parametrize("page", [None, "index"])
def test_an_event_without_a_page_or_with_one_in_both_languages_is_left_in_peace(
    small_site: SmallSite, page: str | None
) -> None:
    small_site.data("timeline.yml", [{**EVENT, **({"page": page} if page else {})}])
    assert told(small_site.findings()) == []


@pytest.mark.parametrize("page", ["gone", "index.md", "en/index", "/index"])
def test_an_event_of_a_page_that_does_not_exist_is_told(small_site: SmallSite, page: str) -> None:
    small_site.data("timeline.yml", [{**EVENT, "page": page}])
    (found,) = (item for item in small_site.findings() if item.id == "record-page-unknown")
    assert (found.file, found.line) == ("docs/data/timeline.yml", 1)
    assert (found.details["record"], found.details["name"]) == ("start", page)


SEARCH_WORDS = {"id": "talk", "forms": {"en": ["chat"], "da": ["snak"]}}


@pytest.mark.parametrize("page", [None, "index"])
def test_search_words_without_a_page_or_with_one_that_exists_are_left_in_peace(small_site: SmallSite, page: str | None) -> None:
    small_site.data("search-words.yml", [{**SEARCH_WORDS, **({"page": page} if page else {})}])
    assert told(small_site.findings()) == []


def test_search_words_that_lead_nowhere_are_told(small_site: SmallSite) -> None:
    small_site.data("search-words.yml", [SEARCH_WORDS, {**SEARCH_WORDS, "id": "end", "page": "handbook/gone"}])
    (found,) = (item for item in small_site.findings() if item.id == "record-page-unknown")
    assert (found.file, found.line) == ("docs/data/search-words.yml", 7)
    assert (found.details["record"], found.details["name"]) == ("end", "handbook/gone")


def test_an_event_of_a_page_in_one_language_is_told(small_site: SmallSite) -> None:
    small_site.page("da", "alone", "# Alone {#alone}\n")
    small_site.data("timeline.yml", [{**EVENT, "page": "alone"}])
    assert ("record-page-unknown", "docs/data/timeline.yml", 1) in told(small_site.findings())


@pytest.mark.parametrize(
    ("field", "value", "line", "got"),
    [
        ("kind", "poem", 4, "poem"),
        ("audience", ["martians"], 5, "martians"),
        ("owner", "Jens", 9, "Jens"),
        ("owner", "Site-Editor", 9, "Site-Editor"),
    ],
)
def test_a_word_that_is_not_in_its_list_is_told_at_its_field(
    small_site: SmallSite, field: str, value: Any, line: int, got: str
) -> None:
    small_site.pages("index", "# Hello {#hello}\n", **{field: value})
    found = [item for item in small_site.findings() if item.id == "vocabulary-unknown"]
    assert [(item.file, item.line, item.details["got"]) for item in found] == [("docs/da/index.md", line, got), (EN, line, got)]
    assert got not in found[0].details["known"].split(", ")


def test_words_of_the_lists_are_left_in_peace(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n", kind="sourced", audience=["editors", "everyone"], owner="history-editor")
    assert told(small_site.findings()) == []


@pytest.mark.parametrize(
    "text",
    [
        "/// note\nText.\n///",
        "/// Gap | A title of any kind\nText.\n///",
        "//// doors\n/// now | Danger\n///\n////",
        "/// band\nText.\n///",
        "/// timeline\n///",
        "/// sources-register\n///",
        "/// finances | first\n///",
        "`/// box`",
        "```\n/// box\n```",
        "    /// box",
    ],
)
def test_a_block_that_exists_is_left_in_peace(small_site: SmallSite, text: str) -> None:
    small_site.data("finances.yml", [{**BUDGET, "sources": ["sheet"]}])
    say(small_site, text)
    assert told(small_site.findings()) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("/// box\n///", "block-unknown"),
        ("/// warning | Title\n///", "block-unknown"),
        ("/// finances\n///", "block-argument"),
        ("/// finances | second\n///", "block-argument"),
        ("/// contact-points | now\n///", "block-argument"),
        ("/// glossary | a\n///", "block-words-lost"),
        ("/// doors | Title\n///", "block-words-lost"),
    ],
)
def test_a_block_that_the_site_cannot_fill_is_told(small_site: SmallSite, text: str, check: str) -> None:
    small_site.data("finances.yml", [{**BUDGET, "sources": ["sheet"]}])
    say(small_site, f"Text.\n\n{text}")
    assert told(small_site.findings()) == [(check, EN, 16)]


def test_an_unknown_block_is_answered_with_those_that_exist(small_site: SmallSite) -> None:
    say(small_site, "/// box\n///")
    (found,) = (item for item in small_site.findings() if item.id == "block-unknown")
    assert {"note", "gap", "timeline"} <= set(found.details["known"].split(", "))


def test_a_group_without_contacts_is_answered_with_those_that_have_some(small_site: SmallSite) -> None:
    small_site.data("contacts.yml", [{**CONTACT, "sources": ["sheet"]}])
    say(small_site, "/// contact-points | local\n///")
    (found,) = (item for item in small_site.findings() if item.id == "block-argument")
    assert found.details["known"] == "now"


def test_a_record_that_cannot_be_read_is_told_and_not_the_marks_that_name_it(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [{**SOURCE, "year": "old"}])
    say(small_site, "Text [@sheet].")
    assert told(small_site.findings()) == [("field-wrong", "docs/data/sources.yml", 4)]
