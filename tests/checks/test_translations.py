"""The checks of translations: pass, fail and exempt, with file and line."""

from knowledge.checks.rules.translations import declared, facts, terms, touched
from knowledge.twins.history import GitVersions

from tests.small_site import TERM, SmallSite
from tests.twins.repositories import commit, declare

ENGLISH = "# A {#a}\n\nThe group of 20 was trained.\n"
DANISH = "# A {#a}\n\nGruppen på 20 blev uddannet.\n"


def test_a_declared_translation_is_left_in_peace(small_site: SmallSite) -> None:
    declare(small_site, "index")
    assert list(declared(small_site.library())) == []


def test_an_undeclared_translation_is_told_at_its_source_language(small_site: SmallSite) -> None:
    (found,) = declared(small_site.library())
    assert (found.id, found.file, found.line) == ("translation-undeclared", "docs/da/index.md", 10)


def test_a_source_that_claims_to_be_translated_is_told(small_site: SmallSite) -> None:
    declare(small_site, "index")
    small_site.page("en", "index", "# Hello {#hello}\n\nText.\n", translated_from="a" * 40)
    (found,) = declared(small_site.library())
    assert (found.id, found.file, found.line) == ("translation-needless", "docs/en/index.md", 11)


def test_facts_that_differ_are_told_at_the_section_of_the_translation(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH.replace("20", "25"))
    (found,) = facts(small_site.library())
    assert (found.id, found.file, found.line) == ("facts-differ", "docs/da/index.md", 12)
    assert (found.details["here"], found.details["there"]) == ("25", "20")


def test_facts_that_agree_and_examples_in_code_are_left_in_peace(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH + "\n`1 page`\n", DANISH + "\n`2 sider`\n")
    assert list(facts(small_site.library())) == []


def test_a_rejected_rendering_is_told_with_the_right_one(small_site: SmallSite) -> None:
    small_site.data("glossary.yml", [{**TERM, "avoid": {"da": ["exit interview"], "en": ["exit interview"]}}])
    small_site.pages("index", "# A {#a}\n\nAn Exit interview.\n", "# A {#a}\n\nEt exit interview.\n")
    found = [(item.file, item.line, item.details["right"]) for item in terms(small_site.library())]
    assert sorted(found) == [("docs/da/index.md", 14, "exitsamtale"), ("docs/en/index.md", 14, "exit talk")]


def test_a_rejected_rendering_that_is_spoken_about_is_left_in_peace(small_site: SmallSite) -> None:
    small_site.data("glossary.yml", [{**TERM, "avoid": {"da": ["exit interview"], "en": ["exit interview"]}}])
    small_site.pages("index", "# A {#a}\n\nNot “exit interview”, `exit interview`.\n", "# A {#a}\n\nIkke ”exit interview”.\n")
    assert list(terms(small_site.library())) == []


def test_a_changed_source_is_told_and_stops_nobody(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH)
    declare(small_site, "index")
    commit(small_site)
    small_site.page("en", "index", ENGLISH.replace("20", "25"))
    (found,) = touched(small_site.library(), GitVersions(small_site.root), frozenset({"docs/en/index.md"}))
    assert (found.id, found.file, found.details["sections"]) == ("translation-lags", "docs/da/index.md", "a")


def test_a_translation_changed_beside_its_changed_source_must_be_declared(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH)
    declare(small_site, "index")
    commit(small_site)
    small_site.page("en", "index", ENGLISH.replace("20", "25"))
    changed = frozenset({"docs/en/index.md", "docs/da/index.md"})
    (found,) = touched(small_site.library(), GitVersions(small_site.root), changed)
    assert (found.id, found.file, found.line) == ("translation-left-behind", "docs/da/index.md", 11)
    declare(small_site, "index")
    assert list(touched(small_site.library(), GitVersions(small_site.root), changed)) == []


def test_pages_that_nobody_touched_are_left_in_peace(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH)
    declare(small_site, "index")
    commit(small_site)
    small_site.page("en", "index", ENGLISH.replace("20", "25"))
    assert list(touched(small_site.library(), GitVersions(small_site.root), frozenset({"README.md"}))) == []


def test_what_cannot_be_known_here_is_said(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH)
    small_site.page("da", "index", DANISH, translated_from="a" * 40)
    (found,) = touched(small_site.library(), GitVersions(small_site.root), frozenset({"docs/da/index.md"}))
    assert (found.id, found.file) == ("translation-unknown", "docs/da/index.md")
