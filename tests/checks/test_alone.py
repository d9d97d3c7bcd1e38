"""Rules that are asked of one page and its twin at a time: what they found is kept, and only while it holds."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from knowledge.checks.rules import RULES, check
from knowledge.checks.rules.alone import ALONE, found_alone, groups
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library, load_library
from knowledge.faults.catalogue import SUBJECTS
from knowledge.faults.copy import Copy
from knowledge.faults.fault import Fault

from tests.small_site import TERM, SmallSite

# Every third fault of each subject, so that all kinds of file are changed.
FAULTS = [fault for faults in SUBJECTS.values() for fault in faults[::3]]


def with_details(found: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(one.id, one.file, one.line, *sorted(one.details.items())) for one in found]


@pytest.fixture(scope="module")
def copy(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy.of(repository, tmp_path_factory.mktemp("kept") / "site")


@pytest.fixture(scope="module")
def kept(copy: Copy) -> Kept:
    """What a check of the whole site has found."""
    kept = Kept()
    check(load_library(copy.root, kept), kept=kept)
    return kept


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_what_is_kept_never_hides_a_fault(copy: Copy, kept: Kept, fault: Fault) -> None:
    try:
        fault.change(copy)
        again = check(load_library(copy.root, kept), kept=kept)
        fresh = check(load_library(copy.root))
    finally:
        copy.undo()
    assert with_details(again) == with_details(fresh)
    assert fresh or fault.as_change


class Forbidden:
    """Stands where a rule has no business to look."""

    def _stop(self, *_: object) -> Any:
        raise AssertionError("a rule looks at more than it declares")

    __getattr__ = __iter__ = __getitem__ = __contains__ = __len__ = __bool__ = __eq__ = __call__ = _stop
    __hash__ = None  # type: ignore[assignment]


# What is in the hands of every such rule: where files are, the page with its twin, and a record with its lines.
OWN = {"root", "files", "pages", "programmes", "programme_lines"}
DECLARED: dict[str, set[str]] = {
    "docs/data/vocabularies/kinds.yml": {"vocabularies"},
    "docs/data/glossary.yml": {"glossary"},
    "mkdocs.yml": {"navigation"},
}


def test_the_forbidden_stops_whoever_looks() -> None:
    for look in (lambda x: x.keys(), iter, len, bool, lambda x: x["a"], lambda x: "a" in x):
        with pytest.raises(AssertionError):
            look(Forbidden())


@pytest.mark.parametrize("also", list(groups()), ids=lambda also: " ".join(also) or "nothing else")
def test_a_rule_looks_at_nothing_but_the_file_its_twin_and_what_it_declares(library: Library, also: tuple[str, ...]) -> None:
    open_to_it = OWN.union(*(DECLARED[file] for file in also))
    hidden: dict[str, Any] = {field.name: Forbidden() for field in fields(library) if field.name not in open_to_it}
    pages = {(tongue, "handbook/words"): library.pages[tongue, "handbook/words"] for tongue in LANGUAGES}
    part = replace(library, pages=pages, **hidden)
    assert [found for rule in groups()[also] for found in rule(part)] == []


def test_every_rule_that_is_asked_alone_is_among_all_rules_and_asked_once() -> None:
    assert set(RULES) >= ALONE
    asked = [rule for rules in groups().values() for rule in rules]
    assert len(asked) == len(set(asked))
    assert set(asked) == ALONE


def asked_again(site: SmallSite, kept: Kept, change: Callable[[], object]) -> Iterator[str]:
    """Change the site, and yield the ids of what is found with and without what is kept."""
    list(found_alone(site.library(), kept))
    change()
    library = site.library()
    again, fresh = set(found_alone(library, kept)), set(found_alone(library, None))
    assert again == fresh
    yield from (found.id for found in again)


def test_a_word_that_the_glossary_comes_to_reject_is_told_on_a_page_that_stays(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nA brainwash talk.\n")
    rejecting = {**TERM, "avoid": {"en": ["brainwash talk"], "da": []}}
    assert "term-avoided" in asked_again(small_site, Kept(), lambda: small_site.data("glossary.yml", [rejecting]))


def test_a_fact_that_changes_in_the_twin_is_told_on_a_page_that_stays(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nThere were 12.\n", translated_from="0" * 40)
    other = "# Hello {#hello}\n\nThere were 13.\n"
    assert "facts-differ" in asked_again(small_site, Kept(), lambda: small_site.page("en", "index", other))


def test_a_number_that_comes_into_a_data_file_is_told(small_site: SmallSite) -> None:
    change = {**TERM, "definition": {"en": "Ring 61 22 33 44.", "da": "Ring."}}
    assert "personal-phone" in asked_again(small_site, Kept(), lambda: small_site.data("glossary.yml", [change]))


def test_only_what_a_change_reaches_is_asked_about_again(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site.pages("other", "# Other {#other}\n\nText.\n")
    kept = Kept()
    list(found_alone(small_site.library(), kept))
    small_site.page("da", "other", "# Andet {#other}\n\nTekst.\n")
    asked: list[str] = []
    monkeypatch.setattr(kept, "put", lambda name, state, answer: asked.append(name))
    list(found_alone(small_site.library(), kept))
    assert asked
    assert {name.rpartition(" ")[2] for name in asked} == {"docs/da/other.md"}
