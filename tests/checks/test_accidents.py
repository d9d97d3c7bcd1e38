"""Slips while editing: unfinished merges, half-saved files, invisible signs, YAML that a word processor has touched."""

import pytest

from tests.checks.said import FIRST, PAGE, said
from tests.small_site import SmallSite

HEAD = (
    "title: A page\nsummary: One sentence that says what a reader gets from this page.\nkind: guidance\naudience: [everyone]\n"
    "reviewed: 2026-11-22\nreview_by: 2027-11-22\nowner: site-editor\nsource_language: en\n"
)
TEXT = "# Hello {#hello}\n\nText.\n"


def of_page(site: SmallSite, head: str, text: str = TEXT) -> list[tuple[str, int]]:
    """Return what is said of the English page with this front matter, as it is written."""
    site.write(PAGE, f"---\n{head}---\n{text}")
    return [(found.id, found.line) for found in site.findings() if found.file == PAGE]


def test_the_text_begins_where_these_tests_count_from(small_site: SmallSite) -> None:
    assert said(small_site, "##Tight\n") == [("heading-tight", 1)]
    assert (small_site.root / PAGE).read_text().split("\n")[FIRST - 1] == "##Tight"


# ---------- Unfinished merges ----------

CONFLICT = "Text.\n\n<<<<<<< HEAD\nOne.\n=======\nAnother.\n>>>>>>> branch\n"


def test_the_marks_of_an_unfinished_merge_are_the_only_thing_said_of_a_file(small_site: SmallSite) -> None:
    small_site.pages("other", "# Other {#other}\n\nSee [there](index.md#gone).\n")
    small_site.page("en", "index", f"# Hello {{#hello}}\n\n{CONFLICT}")
    about = [entry for entry in small_site.found() if "other" not in entry[1] and entry[0] != "translation-undeclared"]
    assert about == [("merge-conflict", PAGE, FIRST + 2)]


def test_no_site_is_built_from_two_versions_in_one(small_site: SmallSite) -> None:
    small_site.page("en", "index", f"# Hello {{#hello}}\n\n{CONFLICT}")
    assert [found.id for found in small_site.library().unbuildable] == ["merge-conflict"]


def test_the_end_of_a_conflict_alone_is_told(small_site: SmallSite) -> None:
    assert said(small_site, "One.\n>>>>>>> branch\n") == [("merge-conflict", 2)]


def test_a_conflict_in_a_data_file_is_told_there_and_not_at_every_citation(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nText [@sheet].\n")
    small_site.write("docs/data/sources.yml", "- id: sheet\n<<<<<<< HEAD\n  year: 2011\n=======\n  year: 2012\n>>>>>>> x\n")
    assert small_site.ids() == {"merge-conflict", "translation-undeclared"}


@pytest.mark.parametrize("text", ["a <<<<<<< b\n", "    <<<<<<< HEAD\n", "> quoted\n", "`>>>>>>> x`\n", "<<< three\n"])
def test_what_only_looks_like_such_marks_is_passed(small_site: SmallSite, text: str) -> None:
    assert "merge-conflict" not in {check for check, _ in said(small_site, text)}


# ---------- Half-saved files ----------


def test_front_matter_that_never_ends_is_the_only_thing_said_of_a_file(small_site: SmallSite) -> None:
    small_site.write(PAGE, f"---\n{HEAD}\n{TEXT}")
    assert [(check, line) for check, file, line in small_site.found() if file == PAGE] == [("front-matter-open", 1)]
    assert "twin-missing" not in small_site.ids()


def test_a_page_without_any_front_matter_is_told_so(small_site: SmallSite) -> None:
    small_site.write(PAGE, TEXT)
    assert "front-matter-missing" in small_site.ids()
    assert "front-matter-open" not in small_site.ids()


# ---------- Invisible signs ----------


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("A zero\u200bwidth space.\n", "invisible-character"),
        ("A soft\u00adhyphen.\n", "invisible-character"),
        ("A word\u2060joiner.\n", "invisible-character"),
        ("A byte-order\ufeff mark within.\n", "invisible-character"),
        ("An object \ufffc of Word.\n", "invisible-character"),
        ("A form\x0cfeed.\n", "invisible-character"),
        ("A line\u2028separator.\n", "invisible-character"),
        ("Turned \u202egnitirw.\n", "turning-character"),
        ("An isolate \u2066here\u2069.\n", "turning-character"),
        ("A mark \u200fhere.\n", "turning-character"),
        ("LÃ¦rer og Ã¸vrige.\n", "text-garbled"),
        ("â€œQuotedâ€\u009d words.\n", "text-garbled"),
        ("A lost \ufffd letter.\n", "text-garbled"),
        ("\u00a0\u00a0- a\n", "hard-space-mark"),
        ("-\u00a0a\n", "hard-space-mark"),
        ("Two\u00a0\u00a0in a row.\n", "hard-space-run"),
        ("Two \u00a0in a row.\n", "hard-space-run"),
    ],
)
def test_a_sign_that_should_not_be_there_is_found_on_its_line(small_site: SmallSite, text: str, check: str) -> None:
    assert {*said(small_site, f"First.\n\n{text}")} == {(check, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "8\u00a0% and 5\u202fkm.\n",
        "Æblegrød på Ærø, naïve, Ångström, façade, Ã alone.\n",
        "A family \U0001f468\u200d\U0001f469\u200d\U0001f467.\n",
        "“Quoted” – and … so on.\n",
        "A\ttab.\n",
        "Trailing.\u00a0\n",
    ],
)
def test_signs_that_belong_to_a_text_are_passed(small_site: SmallSite, text: str) -> None:
    assert said(small_site, text) == []


def test_the_place_of_an_invisible_sign_is_shown(small_site: SmallSite) -> None:
    said(small_site, "Here stands a zero\u200bwidth space.\n")
    found = next(found for found in small_site.findings() if found.id == "invisible-character")
    assert found.details["place"] == "zero▯width"
    assert found.details["words"] == "U+200B zero width space"


def test_data_files_are_looked_at_too(small_site: SmallSite) -> None:
    path = small_site.root / "docs/data/sources.yml"
    path.write_text(path.read_text().replace("A fact sheet", "A fact\u200b sheet"))
    assert ("invisible-character", "docs/data/sources.yml", 2) in small_site.found()


# ---------- YAML ----------


@pytest.mark.parametrize(
    ("head", "check", "line"),
    [
        (HEAD.replace("title: A page", "title: “A page: who”"), "yaml-quotes", 2),
        (HEAD.replace("title: A page", "title: ”A page”"), "yaml-quotes", 2),
        (HEAD.replace("[everyone]", "[“everyone”]"), "yaml-quotes", 5),
        (HEAD.replace("audience: [everyone]", "audience:\n\t- everyone"), "yaml-tab", 6),
        (HEAD.replace("title: A page", "title: A page: who"), "yaml-colon", 2),
        (HEAD.replace("kind: guidance", "kind:\u00a0guidance"), "yaml-hard-space", 4),
    ],
)
def test_a_slip_in_yaml_is_told_in_the_editors_terms(small_site: SmallSite, head: str, check: str, line: int) -> None:
    assert of_page(small_site, head) == [(check, line)]


def test_a_sign_that_yaml_stumbles_over_is_told_as_that_sign(small_site: SmallSite) -> None:
    assert of_page(small_site, HEAD.replace("title: A page", "title: A\x0bpage")) == [("invisible-character", 2)]
    small_site.write("mkdocs.yml", "nav: \x00\n")
    assert [found for found in small_site.found() if found[1] == "mkdocs.yml"] == [("invisible-character", "mkdocs.yml", 1)]


def test_a_slip_that_nobody_has_foreseen_is_told_in_the_parsers_words(small_site: SmallSite) -> None:
    assert of_page(small_site, HEAD.replace("kind: guidance", "kind: [guidance")) == [("front-matter-yaml", 5)]


@pytest.mark.parametrize(
    "title", ["'“A page”'", '"A page: who"', "“Us and them” in class", "What “us” means", "A page – who: not", "It’s here"]
)
def test_curly_quotation_marks_within_a_value_are_passed(small_site: SmallSite, title: str) -> None:
    head = HEAD.replace("title: A page", f"title: {title}")
    assert "yaml-quotes" not in {check for check, _ in of_page(small_site, head)}


def test_a_tab_in_a_data_file_is_told_there_alone(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nText [@sheet].\n")
    small_site.write("docs/data/sources.yml", "- id: sheet\n\ttitle: A\n")
    found = [entry for entry in small_site.found() if entry[0] != "translation-undeclared"]
    assert found == [("yaml-tab", "docs/data/sources.yml", 2)]


def test_a_slip_in_mkdocs_yml_is_not_told_at_every_page(small_site: SmallSite) -> None:
    small_site.write("mkdocs.yml", "nav:\n\t- Home: index.md\n")
    found = [entry for entry in small_site.found() if entry[0] != "translation-undeclared"]
    assert found == [("yaml-tab", "mkdocs.yml", 2)]


# ---------- What follows from them ----------


def test_a_record_that_cannot_be_read_is_told_once(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nText [@sheet], and [talk](term:exit-talk).\n")
    path = small_site.root / "docs/data/sources.yml"
    path.write_text(path.read_text().replace("extent: whole", "extent: all"))
    assert small_site.ids() == {"field-wrong", "translation-undeclared"}


def test_a_source_that_is_nowhere_is_told_while_another_file_is_broken(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nText [@gone].\n")
    small_site.write("docs/data/glossary.yml", "- id: x\n\tterm: y\n")
    assert small_site.ids() >= {"source-unknown", "yaml-tab"}


def test_a_vocabulary_that_cannot_be_read_is_told_once(small_site: SmallSite) -> None:
    small_site.write("docs/data/vocabularies/owners.yml", "- id: site-editor\n  label: [\n")
    assert small_site.ids() == {"data-yaml", "translation-undeclared"}
