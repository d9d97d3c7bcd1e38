"""Headings and ids: what is told, and what is left in peace."""

import pytest
from knowledge.checks.catalogue import catalogue

from tests.checks.broken import EN, told
from tests.small_site import SmallSite

DA = "docs/da/index.md"


def found_in(site: SmallSite, body: str) -> list[tuple[str, int]]:
    """Return what is told of the headings of a body that stands in both languages, once for each language."""
    site.pages("index", body)
    findings = [found for found in told(site.findings()) if catalogue()[found[0]].subject in {"headings", "reading"}]
    english = [(name, line) for name, file, line in findings if file == EN]
    assert [(name, line) for name, file, line in findings if file == DA] == english
    return english


@pytest.mark.parametrize(
    "body",
    [
        "# A {#a}\n",
        "\n\n# A {#a}\n\n## B {#b}\n\n### C {#c}\n\n## D {#d}\n",
        "A {#a}\n===\n\nB {#b}\n---\n",
        "# A {: #a .wide}\n",
        "# A {#a}\n\n```\n# B\n#### C\n```\n\n    # D\n\n<!-- # E -->\n",
        "# A {#a}\n\n`# B`\n\n\\# C\n",
    ],
)
def test_headings_in_order_are_left_in_peace(small_site: SmallSite, body: str) -> None:
    assert found_in(small_site, body) == []


@pytest.mark.parametrize("body", ["Text.\n", "## A {#a}\n", "```\n# A {#a}\n```\n", "One\ntwo\n===\n"])
def test_a_page_without_a_main_heading_is_told_where_its_text_begins(small_site: SmallSite, body: str) -> None:
    assert found_in(small_site, body) == [("heading-missing", 12)]


def test_a_page_without_any_text_is_told_as_empty_only(small_site: SmallSite) -> None:
    assert found_in(small_site, "\n") == [("page-empty", 12)]


def test_every_main_heading_after_the_first_is_told(small_site: SmallSite) -> None:
    found = found_in(small_site, "# A {#a}\n\nB {#b}\n===\n\n# C {#c}\n")
    assert found == [("heading-second", 14), ("heading-second", 17)]


def test_a_level_that_is_left_out_is_told_at_the_deeper_heading(small_site: SmallSite) -> None:
    found = found_in(small_site, "# A {#a}\n\n## B {#b}\n\n#### C {#c}\n\n## D {#d}\n\n### E {#e}\n")
    assert found == [("heading-skips", 16)]


def test_each_heading_without_an_id_is_told(small_site: SmallSite) -> None:
    assert found_in(small_site, "# A\n\n## B {.wide}\n\nC\n---\n\n##\n") == [
        ("heading-no-id", 12),
        ("heading-no-id", 14),
        ("heading-no-id", 16),
        ("heading-no-id", 19),
    ]


def test_an_id_that_stands_again_is_told_with_the_line_of_the_first(small_site: SmallSite) -> None:
    assert found_in(small_site, "# A {#a}\n\n<a id='b'></a>\n\n## B {#b}\n\n[c](#b){#a}\n") == [
        ("id-double", 16),
        ("id-double", 18),
    ]
    firsts = [found.details["first"] for found in small_site.findings() if found.id == "id-double" and found.file == EN]
    assert firsts == ["14", "12"]


def test_the_same_id_in_an_example_is_no_double(small_site: SmallSite) -> None:
    assert found_in(small_site, "# A {#a}\n\n`## B {#a}`\n\n```\n## B {#a}\n```\n") == []


def test_the_same_id_on_two_pages_is_no_double(small_site: SmallSite) -> None:
    small_site.pages("other", "# Hello {#hello}\n")
    assert {name for name, _, _ in told(small_site.findings())} == {"nav-entry-missing"}
