"""What a change calls for: the changed files and their twins, and what the change may have broken elsewhere."""

import pytest
from knowledge.checks.catalogue import catalogue
from knowledge.checks.rules import RULES
from knowledge.checks.rules.alone import ALONE, twin_file
from knowledge.checks.since import Scope, check_since
from knowledge.content.findings import Finding

from tests.small_site import SmallSite

# What is looked at in a change only, because it would be too much to ask of everything.
OF_A_CHANGE = frozenset({"spelling"})


class _NoVersions:
    """A copy that holds no earlier version and knows it."""

    complete = True

    def text(self, blob_id: str) -> str | None:
        return None


def _since(site: SmallSite, *changed: str) -> tuple[Finding, ...]:
    return check_since(site.library(), frozenset(changed), _NoVersions())


def _found(site: SmallSite, *changed: str) -> set[tuple[str, str]]:
    return {(found.id, found.file) for found in _since(site, *changed)}


FAULTY = """# A page {#page}

Ring 61 22 33 44 and write to anna.jensen@example.dk. Number 010203-1234.

- [ ] He has become silent
- [ ] He prays

In 2012 there were 412 cases. The exit interview – "said" <b>bold</b>.

| a | b |
|---|---|
| c |

1. one
3. two
* three
[dead](nowhere.md)
"""


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site of four pages, two of them full of faults."""
    small_site.pages("good", "# Good {#good}\n\nText.\n")
    small_site.pages("bad", FAULTY, kind="sourced")
    small_site.pages("worse", FAULTY.replace("412", "413"), FAULTY, kind="sourced", title="Worse")
    return small_site


@pytest.mark.parametrize("key", ["bad", "worse", "good"])
def test_the_findings_of_a_changed_page_are_the_same_as_when_everything_is_checked(site: SmallSite, key: str) -> None:
    files = {f"docs/en/{key}.md", f"docs/da/{key}.md"}
    everything = {(found, tuple(sorted(found.details.items()))) for found in site.findings() if found.file in files}
    told = [found for found in _since(site, f"docs/da/{key}.md") if catalogue()[found.id].subject not in OF_A_CHANGE]
    since = {(found, tuple(sorted(found.details.items()))) for found in told if found.file in files}
    assert since == everything
    assert everything


def test_the_rules_that_are_shown_the_changed_files_only_are_among_all_rules() -> None:
    assert set(RULES) >= ALONE


def test_a_page_that_has_not_changed_is_not_told(site: SmallSite) -> None:
    assert not [file for _, file in _found(site, "docs/en/good.md") if "bad" in file or "worse" in file]


def test_a_link_from_another_page_to_a_section_that_is_gone_is_told(small_site: SmallSite) -> None:
    small_site.pages("a", "# A {#a}\n\nSee [the part](b.md#part).\n")
    small_site.pages("b", "# B {#b}\n\nThe part is gone.\n")
    assert ("link-anchor", "docs/en/a.md") in _found(small_site, "docs/en/b.md")
    assert ("link-anchor", "docs/en/a.md") not in _found(small_site, "docs/en/index.md")


def test_a_page_that_is_gone_is_looked_for_everywhere(small_site: SmallSite) -> None:
    small_site.pages("a", "# A {#a}\n\nSee [the page](b.md).\n")
    assert ("link-dead", "docs/en/a.md") in _found(small_site, "docs/en/b.md")


def test_a_change_of_data_shows_every_error_and_the_advice_of_no_other_file(small_site: SmallSite) -> None:
    small_site.pages("a", "# A {#a}\n\nText [@gone]. Read [more](index.md).\n", sources=["sheet"])
    everything = {(found.id, found.file) for found in small_site.findings()}
    found = _found(small_site, "docs/data/sources.yml")
    assert ("source-unknown", "docs/en/a.md") in found
    assert found <= everything
    assert ("source-unknown", "docs/en/a.md") not in _found(small_site, "docs/en/index.md")


def test_a_source_that_changed_leaves_its_translation_behind(small_site: SmallSite) -> None:
    small_site.page("en", "a", "# A {#a}\n\nText.\n")
    small_site.page("da", "a", "# A {#a}\n\nTekst.\n", translated_from="0" * 40)
    assert ("translation-unknown", "docs/da/a.md") in _found(small_site, "docs/en/a.md")
    assert ("translation-unknown", "docs/da/a.md") not in _found(small_site, "docs/en/index.md")


def test_a_file_that_is_no_content_reaches_nothing(small_site: SmallSite) -> None:
    scope = Scope.of(small_site.library(), frozenset({"README.md", "tests/test_x.py"}))
    assert not scope.wide


@pytest.mark.parametrize(
    ("file", "twin"),
    [
        ("docs/en/about/ethics.md", "docs/da/about/ethics.md"),
        ("docs/da/index.md", "docs/en/index.md"),
        ("docs/data/sources.yml", None),
        ("docs/en/picture.png", None),
    ],
)
def test_only_a_page_has_a_twin(file: str, twin: str | None) -> None:
    assert twin_file(file) == twin
