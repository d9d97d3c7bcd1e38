"""Sources that no statement rests on, and files that nothing shows."""

from typing import Any

import pytest

from tests.small_site import SOURCE, TERM, SmallSite

NEW = {**SOURCE, "id": "new", "title": "Another sheet"}
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
SOURCES = "docs/data/sources.yml"


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site with a second source, from line 10 of the register."""
    small_site.data("sources.yml", [SOURCE, NEW])
    return small_site


def told(site: SmallSite) -> list[tuple[str, str, int]]:
    return [found for found in site.found() if found[0] in {"source-unused", "file-unused", "file-stray"}]


def test_a_source_without_use_is_told_at_its_record(site: SmallSite) -> None:
    line = (site.root / SOURCES).read_text().split("\n").index("- id: new") + 1
    assert told(site) == [("source-unused", SOURCES, line)]


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("Text [@new].", {}),
        ("Text [@sheet; @new].", {}),
        ("Text.", {"sources": ["new"]}),
        ("See [the sheet](index.md#source-new).", {}),
    ],
)
def test_a_source_that_a_page_uses_is_passed(site: SmallSite, text: str, front: dict[str, Any]) -> None:
    site.pages("index", f"# Hello {{#hello}}\n\n{text}\n", **front)
    assert told(site) == []


def test_a_source_that_a_record_uses_is_passed(site: SmallSite) -> None:
    site.data("glossary.yml", [{**TERM, "sources": ["sheet", "new"]}])
    assert told(site) == []


def test_a_source_named_in_a_law_box_is_passed(site: SmallSite) -> None:
    law = "/// law\n    provision: the act\n    source: new\n    checked: 2026-11-22\n\nText.\n///\n"
    site.pages("index", f"# Hello {{#hello}}\n\n{law}")
    assert told(site) == []


def test_nothing_is_said_while_a_page_cannot_be_read(site: SmallSite) -> None:
    site.write("docs/en/index.md", b"\xff")
    assert told(site) == []


def test_a_file_that_nothing_shows_is_told(small_site: SmallSite) -> None:
    small_site.write("docs/assets/images/lost.svg", SVG)
    small_site.write("docs/en/notes.pdf", b"%PDF")
    assert told(small_site) == [("file-unused", "docs/assets/images/lost.svg", 1), ("file-unused", "docs/en/notes.pdf", 1)]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("docs/en/index.md", None),
        ("docs/assets/styles/site.css", "a { background: url('../images/used.svg'); }"),
        ("overrides/main.html", "<img src='assets/images/used.svg'>"),
        ("scripts/knowledge/web/pictures.py", "PICTURE = 'used.svg'"),
        ("mkdocs.yml", "theme:\n  favicon: assets/images/used.svg\nnav:\n  - Home: index.md\n"),
    ],
)
def test_a_file_that_something_names_is_passed(small_site: SmallSite, file: str, content: str | None) -> None:
    small_site.write("docs/assets/images/used.svg", SVG)
    small_site.write("overrides/other.html", "<link href='site.css'>")
    if content is None:
        small_site.pages("index", "# Hello {#hello}\n\n![Two people](../assets/images/used.svg)\n")
    else:
        small_site.write(file, content)
    assert told(small_site) == []


def test_a_file_that_only_names_itself_is_told(small_site: SmallSite) -> None:
    small_site.write("docs/assets/scripts/lost.js", "// lost.js\n")
    assert told(small_site) == [("file-unused", "docs/assets/scripts/lost.js", 1)]


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE", "LICENSE.minisearch.txt", "minisearch.js.license", "SHA256SUMS", ".nojekyll"]
)
def test_files_that_explain_others_are_passed(small_site: SmallSite, name: str) -> None:
    small_site.write(f"docs/assets/vendor/{name}", "Text.")
    assert told(small_site) == []


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$notes.docx", "page.md~"])
def test_what_a_program_has_left_behind_is_told(small_site: SmallSite, name: str) -> None:
    small_site.write(f"docs/en/{name}", "x")
    assert told(small_site) == [("file-stray", f"docs/en/{name}", 1)]
