"""What is kept of earlier readings never shows: after any change the site is read and checked as if for the first time."""

import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from knowledge.checks.rules import check
from knowledge.content.findings import Finding
from knowledge.content.library import Library, load_library
from knowledge.faults.catalogue import SUBJECTS
from knowledge.faults.copy import Copy
from knowledge.faults.fault import Fault

from tests.small_site import SOURCE, SmallSite

BROKEN = "# Hello {#hello}\n\nSee [there](gone.md).\n"
WHOLE = "# Hello {#hello}\n\nText.\n"


def forget() -> None:
    """Empty everything that the package has kept."""
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and str(getattr(kept, "__module__", "")).startswith("knowledge"):
            kept.cache_clear()


def with_details(found: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(one.id, one.file, one.line, *sorted(one.details.items())) for one in found]


@pytest.fixture(scope="module")
def copy(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy.of(repository, tmp_path_factory.mktemp("again") / "site")


@pytest.mark.parametrize("fault", [faults[0] for faults in SUBJECTS.values()], ids=list(SUBJECTS))
def test_a_broken_site_is_told_the_same_with_and_without_what_was_kept(copy: Copy, fault: Fault) -> None:
    check(load_library(copy.root))
    try:
        fault.change(copy)
        kept = check(load_library(copy.root))
        forget()
        fresh = check(load_library(copy.root))
    finally:
        copy.undo()
    assert with_details(kept) == with_details(fresh)


def ids_on_page(site: SmallSite) -> set[str]:
    return {found.id for found in site.findings() if found.file == "docs/en/index.md"}


def test_a_page_that_is_broken_mended_and_broken_again_is_told_each_time(small_site: SmallSite) -> None:
    for body, told in ((BROKEN, {"link-dead"}), (WHOLE, set()), (BROKEN, {"link-dead"}), (BROKEN, {"link-dead"})):
        small_site.pages("index", body)
        assert ids_on_page(small_site) == told


def test_what_another_file_says_is_asked_anew_while_the_page_stays(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\nText [@sheet].\n")
    assert ids_on_page(small_site) == set()
    small_site.data("sources.yml", [{**SOURCE, "id": "another"}])
    assert ids_on_page(small_site) == {"source-unknown"}
    small_site.data("sources.yml", [SOURCE])
    assert ids_on_page(small_site) == set()


def test_the_day_of_the_check_is_asked_anew_while_the_page_stays(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ids_on_page(small_site) == set()
    monkeypatch.setenv("KNOWLEDGE_TODAY", "2028-01-01")
    assert ids_on_page(small_site) == {"review-overdue"}


def test_a_file_that_cannot_be_read_is_told_at_every_reading(small_site: SmallSite) -> None:
    small_site.write("docs/data/sources.yml", "- id: sheet\n\ttitle: A\n")
    first, second = small_site.library(), small_site.library()
    assert first.findings == second.findings != ()
    assert first.unread == second.unread == {"docs/data/sources.yml"}


def test_records_that_are_left_out_are_known_at_every_reading(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [SOURCE, {**SOURCE, "id": "wrong", "extent": "all"}])
    first, second = small_site.library(), small_site.library()
    assert first.left_out == second.left_out == {("docs/data/sources.yml", "wrong")}
    assert first.record_lines == second.record_lines


def test_the_same_text_on_another_page_is_told_there(small_site: SmallSite) -> None:
    small_site.pages("index", BROKEN)
    small_site.pages("other", BROKEN.replace("gone.md", "away.md"))
    small_site.pages("third", BROKEN.replace("gone.md", "away.md"))
    files = {found.file for found in small_site.findings() if found.id == "link-dead"}
    assert {"docs/en/index.md", "docs/en/other.md", "docs/en/third.md"} <= files


def test_two_sites_in_one_program_are_kept_apart(tmp_path: Path) -> None:
    one, other = SmallSite.create(tmp_path / "one"), SmallSite.create(tmp_path / "other")
    one.pages("index", BROKEN)
    other.pages("index", BROKEN)
    other.pages("gone", WHOLE.replace("hello", "gone"))
    assert "link-dead" in ids_on_page(one)
    assert "link-dead" not in ids_on_page(other)


def test_a_library_that_a_program_changes_changes_no_other(small_site: SmallSite) -> None:
    def emptied() -> Iterator[Library]:
        library = small_site.library()
        sources = library.sources
        assert isinstance(sources, dict)
        sources.clear()
        yield small_site.library()

    assert list(next(emptied()).sources) == ["sheet"]
