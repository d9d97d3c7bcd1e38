"""The two languages side by side: what is told, where, and what is left in peace."""

from typing import Any

import pytest

from tests.checks.broken import DA, EN, told
from tests.small_site import NAV, SmallSite

BODY = "# Hello {#hello}\n\nText.\n"


@pytest.mark.parametrize(
    ("language", "other", "english", "danish"), [("da", "en", "English", "engelske"), ("en", "da", "Danish", "danske")]
)
def test_a_page_without_its_twin_is_reported_at_its_own_path(
    small_site: SmallSite, language: str, other: str, english: str, danish: str
) -> None:
    small_site.page(language, "part/alone", BODY)
    file = f"docs/{language}/part/alone.md"
    assert told(small_site.findings()) == [("nav-entry-missing", file, 1), ("twin-missing", file, 1)]
    found = next(item for item in small_site.findings() if item.id == "twin-missing")
    assert found.details["twin"] == f"docs/{other}/part/alone.md"
    assert (found.details["language_en"], found.details["language_da"]) == (english, danish)


def test_every_page_of_a_language_that_is_missing_is_told(small_site: SmallSite) -> None:
    (small_site.root / EN).unlink()
    (small_site.root / "docs/en").rmdir()
    assert told(small_site.findings()) == [("twin-missing", DA, 1), ("nav-page-missing", "mkdocs.yml", 3)]


def test_a_twin_that_cannot_be_read_is_there_all_the_same(small_site: SmallSite) -> None:
    small_site.write(DA, b"\xff")
    assert told(small_site.findings()) == [("file-not-utf8", DA, 1)]


def test_a_twin_in_another_folder_is_none(small_site: SmallSite) -> None:
    small_site.page("en", "one/page", BODY)
    small_site.page("da", "two/page", BODY)
    missing = [file for name, file, _ in told(small_site.findings()) if name == "twin-missing"]
    assert missing == ["docs/da/two/page.md", "docs/en/one/page.md"]


@pytest.mark.parametrize("danish", ["# Hej {#hello}\n\n## Del {#part}\n", "Hej {#hello}\n===\n\nDel {#part}\n---\n"])
def test_headings_that_agree_may_have_other_words_and_forms(small_site: SmallSite, danish: str) -> None:
    small_site.pages("index", "# Hello {#hello}\n\n## Part {#part}\n", danish)
    assert "headings-differ" not in {name for name, _, _ in told(small_site.findings())}


@pytest.mark.parametrize(
    ("danish", "line", "here", "there"),
    [
        ("# Hej {#hello}\n\n## Del {#other}\n\n## Mere {#more}\n", 14, "## other", "## part"),
        ("# Hej {#hello}\n\n### Del {#part}\n\n## Mere {#more}\n", 14, "### part", "## part"),
        ("# Hej {#hello}\n\n## Mere {#more}\n\n## Del {#part}\n", 14, "## more", "## part"),
        ("# Hej {#hello}\n\n## Del {#part}\n\n## Mere {#more}\n\n## Ny {#new}\n", 18, "## new", "–"),
        ("# Hej {#hello}\n\n## Del {#part}\n", 12, "–", "## more"),
        ("Tekst.\n", 12, "–", "# hello"),
    ],
)
def test_headings_that_differ_are_told_once_at_the_translation(
    small_site: SmallSite, danish: str, line: int, here: str, there: str
) -> None:
    small_site.pages("index", "# Hello {#hello}\n\n## Part {#part}\n\n## More {#more}\n", danish)
    (found,) = (item for item in small_site.findings() if item.id == "headings-differ")
    assert (found.file, found.line) == (DA, line)
    assert (found.details["here"], found.details["there"], found.details["twin"]) == (here, there, EN)


def test_a_page_written_first_in_danish_has_its_translation_in_english(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#other}\n", "# Hej {#hello}\n", source_language="da")
    assert told(small_site.findings()) == [("headings-differ", EN, 12)]


def test_headings_are_compared_even_when_the_front_matter_cannot_be_read(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# Hello {#other}\n", title=None)
    assert told(small_site.findings()) == [("headings-differ", DA, 12), ("field-missing", EN, 2)]


@pytest.mark.parametrize(
    ("front", "line", "here", "there"),
    [
        ({"kind": "sourced"}, 4, "sourced", "guidance"),
        ({"audience": ["everyone", "editors"]}, 5, "everyone, editors", "everyone"),
        ({"review_by": "2027-05-22"}, 8, "2027-05-22", "2027-11-22"),
        ({"owner": "history-editor"}, 9, "history-editor", "site-editor"),
        ({"sources": ["sheet"]}, 11, "sheet", "–"),
        ({"template": "home.html"}, 11, "home.html", "–"),
    ],
)
def test_what_is_true_of_the_page_is_the_same_in_both_languages(
    small_site: SmallSite, front: dict[str, Any], line: int, here: str, there: str
) -> None:
    small_site.page("da", "index", "# Hej {#hello}\n", **front)
    (found,) = (item for item in small_site.findings() if item.id == "front-matter-differs")
    assert (found.file, found.line) == (DA, line)
    assert (found.details["here"], found.details["there"]) == (here, there)


def test_what_belongs_to_a_language_may_differ(small_site: SmallSite) -> None:
    changes = {"title": "En side", "summary": "En sætning, som siger, hvad læseren får ud af siden.", "reviewed": "2026-11-23"}
    small_site.page("da", "index", "# Hej {#hello}\n", **changes, translated_from="a" * 40)
    assert told(small_site.findings()) == []


def test_pages_are_compared_with_their_own_twins(small_site: SmallSite) -> None:
    small_site.pages("other", "# Other {#other}\n", kind="sourced")
    small_site.write("mkdocs.yml", NAV.replace("nav:\n", "nav:\n  - other.md\n"))
    assert told(small_site.findings()) == []
