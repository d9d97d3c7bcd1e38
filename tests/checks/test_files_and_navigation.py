"""Where files stand, and whether the navigation leads to each page once and in both languages."""

import pytest
from knowledge.checks.rules import check
from knowledge.content.findings import finding

from tests.checks.broken import told
from tests.small_site import NAV, SmallSite

CONFIG = "mkdocs.yml"
BODY = "# Page {#page}\n"


@pytest.mark.parametrize(
    "file", ["docs/stray.md", "docs/sv/index.md", "docs/assets/note.md", "docs/data/notes.md", "docs/english/a.md"]
)
def test_a_page_outside_the_languages_folders_is_told(small_site: SmallSite, file: str) -> None:
    small_site.write(file, BODY)
    assert told(small_site.findings()) == [("file-misplaced", file, 1)]


@pytest.mark.parametrize("file", ["docs/README.md", "docs/data/README.md", "docs/assets/images/README.md", "docs/assets/a.txt"])
def test_a_file_that_explains_a_folder_is_left_in_peace(small_site: SmallSite, file: str) -> None:
    small_site.write(file, "What stands here.\n")
    assert told(small_site.findings()) == []


def test_a_readme_within_a_language_is_a_page_like_any_other(small_site: SmallSite) -> None:
    small_site.page("en", "README", BODY)
    assert told(small_site.findings()) == [
        ("nav-entry-missing", "docs/en/README.md", 1),
        ("twin-missing", "docs/en/README.md", 1),
    ]


def test_a_navigation_of_all_pages_in_both_languages_is_left_in_peace(small_site: SmallSite) -> None:
    small_site.pages("part/index", BODY)
    small_site.pages("part/one", BODY)
    titles = "            Home: Forside\n            Part: Del\n            One: Et\n"
    config = NAV.replace("plugins:", "  - Part:\n      - part/index.md\n      - One: part/one.md\nplugins:")
    small_site.write(CONFIG, config.replace("            Home: Forside\n", titles))
    assert told(small_site.findings()) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("  - gone.md\n", [("nav-page-missing", 4)]),
        ("  - Home:\n      - gone.md\n      - gone/too.md\n", [("nav-page-missing", 5), ("nav-page-missing", 6)]),
        ("  - index.md\n  - Home: index.md\n", [("nav-double", 4), ("nav-double", 5)]),
        ("  - New part:\n", [("nav-untranslated", 4)]),
        ("  - New part: gone.md\n", [("nav-page-missing", 4), ("nav-untranslated", 4)]),
        ("  - Home: INDEX.md\n", [("nav-page-missing", 4)]),
        ("  - Home:\n", []),
    ],
)
def test_an_entry_that_leads_nowhere_or_twice_is_told_at_its_line(
    small_site: SmallSite, entries: str, expected: list[tuple[str, int]]
) -> None:
    small_site.write(CONFIG, NAV.replace("  - Home: index.md\n", f"  - Home: index.md\n{entries}"))
    assert [(name, line) for name, file, line in told(small_site.findings()) if file == CONFIG] == expected


def test_an_entry_whose_page_exists_in_one_language_only_is_told(small_site: SmallSite) -> None:
    small_site.page("da", "alone", BODY)
    small_site.write(CONFIG, NAV.replace("nav:\n", "nav:\n  - alone.md\n"))
    assert told(small_site.findings()) == [("twin-missing", "docs/da/alone.md", 1), ("nav-page-missing", CONFIG, 3)]


def test_an_entry_whose_page_cannot_be_read_is_left_in_peace(small_site: SmallSite) -> None:
    small_site.write("docs/en/index.md", b"\xff")
    assert told(small_site.findings()) == [("file-not-utf8", "docs/en/index.md", 1)]


@pytest.mark.parametrize("config", ["site_name: A\n", "nav: 3\n", "", "nav: []\nplugins: 3\n"])
def test_a_page_that_no_entry_names_is_told_in_each_language(small_site: SmallSite, config: str) -> None:
    small_site.write(CONFIG, config)
    assert told(small_site.findings()) == [
        ("nav-entry-missing", "docs/da/index.md", 1),
        ("nav-entry-missing", "docs/en/index.md", 1),
    ]


@pytest.mark.parametrize(
    ("config", "line"), [("nav:\n  - [\n", 3), ("- index.md\n", 1), ("words\n", 1), ("nav: []\nnav: []\n", 2)]
)
def test_a_configuration_that_cannot_be_read_is_told(small_site: SmallSite, config: str, line: int) -> None:
    small_site.write(CONFIG, config)
    assert ("data-yaml", CONFIG, line) in told(small_site.findings())


def test_a_site_without_a_configuration_is_checked_all_the_same(small_site: SmallSite) -> None:
    (small_site.root / CONFIG).unlink()
    assert {name for name, _, _ in told(small_site.findings())} == {"nav-entry-missing"}


def test_findings_come_sorted_and_each_once(small_site: SmallSite) -> None:
    small_site.write("docs/stray.md", "")
    small_site.write("docs/en/a.md", b"\xff")
    small_site.page("en", "b", "# B {#b}\n\n[a](gone.md) [a](gone.md)\n")
    findings = small_site.findings()
    assert list(findings) == sorted(findings)
    assert len({(found.file, found.line, found.id, tuple(found.details.items())) for found in findings}) == len(findings)


def test_what_was_found_elsewhere_stands_among_the_rest(small_site: SmallSite) -> None:
    library = small_site.library()
    more = finding("link-dead", "docs/aa.md", 2, target="x", suggestion_en="", suggestion_da="")
    findings = check(library, [more, more])
    assert findings[0] is more
    assert findings.count(more) == 1
