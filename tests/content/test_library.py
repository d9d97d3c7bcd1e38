"""The library as a whole: which files it reads, which it refuses, and that it stays as it was read."""

import dataclasses
import os
from pathlib import Path

import pytest
from knowledge.content.library import Library, NoContent, find_root, load_library
from pydantic import ValidationError

from tests.small_site import SOURCE, SmallSite

BODY = "# Hello {#hello}\n\nText.\n"


def told(library: Library) -> list[tuple[str, str, int]]:
    return [(found.id, found.file, found.line) for found in library.findings]


# The root


def test_the_root_is_found_from_any_folder_below_it(small_site: SmallSite) -> None:
    deep = small_site.root / "docs" / "en" / "deep" / "deeper"
    deep.mkdir(parents=True)
    assert find_root(small_site.root) == small_site.root
    assert find_root(deep) == small_site.root


def test_the_nearest_root_is_taken(small_site: SmallSite) -> None:
    inner = SmallSite.create(small_site.root / "copies" / "inner")
    assert find_root(inner.root / "docs") == inner.root


@pytest.mark.parametrize("missing", ["mkdocs.yml", "docs"])
def test_a_folder_with_half_a_site_is_no_root(tmp_path: Path, missing: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    assert find_root(tmp_path) == tmp_path
    (tmp_path / missing).rename(tmp_path / "elsewhere")
    with pytest.raises(NoContent):
        find_root(tmp_path)


def test_a_folder_without_docs_has_no_content(tmp_path: Path) -> None:
    with pytest.raises(NoContent):
        load_library(tmp_path)
    (tmp_path / "docs").write_text("a file", encoding="utf-8")
    with pytest.raises(NoContent):
        load_library(tmp_path)


def test_a_site_of_an_empty_folder_has_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    library = load_library(tmp_path)
    assert (library.files, library.pages, library.sources, library.findings) == ({}, {}, {}, ())
    assert library.navigation.entries == ()
    assert library.page("en", "index") is None


# Links in the file system


def test_a_link_to_a_file_outside_is_told_and_not_followed(small_site: SmallSite) -> None:
    secret = small_site.write("secret.md", "# Secret {#secret}\n")
    (small_site.root / "docs/en/secret.md").symlink_to(secret)
    library = small_site.library()
    (found,) = library.findings
    assert (found.id, found.file, found.line) == ("file-outside", "docs/en/secret.md", 1)
    assert found.details["target"] == str(secret)
    assert "docs/en/secret.md" not in library.files
    assert library.page("en", "secret") is None


def test_a_link_to_a_folder_outside_is_told_and_not_followed(small_site: SmallSite) -> None:
    small_site.write("elsewhere/secret.md", "# Secret {#secret}\n")
    (small_site.root / "docs/en/more").symlink_to("../../elsewhere")
    library = small_site.library()
    assert told(library) == [("file-outside", "docs/en/more", 1)]
    assert not any(file.startswith("docs/en/more") for file in library.files)


def test_a_broken_link_that_leads_outside_is_told_as_leading_outside(small_site: SmallSite) -> None:
    (small_site.root / "docs/en/gone.md").symlink_to("../../../gone.md")
    assert told(small_site.library()) == [("file-outside", "docs/en/gone.md", 1)]


def test_a_link_to_nothing_is_told(small_site: SmallSite) -> None:
    (small_site.root / "docs/en/old.md").symlink_to("gone.md")
    library = small_site.library()
    assert told(library) == [("file-broken-link", "docs/en/old.md", 1)]
    assert library.page("en", "old") is None


def test_links_that_lead_to_each_other_are_told(small_site: SmallSite) -> None:
    (small_site.root / "docs/en/a.md").symlink_to("b.md")
    (small_site.root / "docs/en/b.md").symlink_to("a.md")
    assert told(small_site.library()) == [("file-broken-link", "docs/en/a.md", 1), ("file-broken-link", "docs/en/b.md", 1)]


def test_a_link_within_docs_is_followed(small_site: SmallSite) -> None:
    (small_site.root / "docs/en/again.md").symlink_to("index.md")
    library = small_site.library()
    assert library.findings == ()
    page = library.page("en", "again")
    assert page is not None
    assert page.heading is not None


def test_a_docs_folder_that_is_itself_a_link_is_read(tmp_path: Path, small_site: SmallSite) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/docs").symlink_to(small_site.root / "docs")
    library = load_library(tmp_path / "other")
    assert library.findings == ()
    assert len(library.pages) == 2


# Names


def test_names_that_differ_only_in_case_are_told_at_the_second_one(small_site: SmallSite) -> None:
    small_site.page("en", "About", BODY)
    small_site.page("en", "about", BODY)
    library = small_site.library()
    (found,) = library.findings
    assert (found.id, found.file, found.line) == ("file-case-clash", "docs/en/about.md", 1)
    assert found.details["other"] == "docs/en/About.md"
    assert {("en", "About"), ("en", "about")} <= set(library.pages)


def test_folders_that_differ_only_in_case_are_told(small_site: SmallSite) -> None:
    small_site.page("en", "Part/index", BODY)
    small_site.page("en", "part/index", BODY)
    assert told(small_site.library()) == [("file-case-clash", "docs/en/part/index.md", 1)]


def test_the_same_name_in_two_folders_is_no_clash(small_site: SmallSite) -> None:
    small_site.page("en", "one/About", BODY)
    small_site.page("en", "two/about", BODY)
    assert small_site.library().findings == ()


def test_a_name_that_is_not_utf8_is_told_and_can_be_printed(small_site: SmallSite) -> None:
    folder = os.fsencode(small_site.root / "docs/en")
    Path(os.fsdecode(folder + b"/opl\xe6g.md")).write_text(BODY, encoding="utf-8")
    library = small_site.library()
    assert told(library) == [("file-name", "docs/en/opl\\xe6g.md", 1)]
    assert [file.encode() for file in library.files]


def test_danish_letters_and_spaces_in_names_are_read(small_site: SmallSite) -> None:
    small_site.page("da", "mappe med æ/øl på ål", BODY)
    assert small_site.library().page("da", "mappe med æ/øl på ål") is not None


def test_a_file_that_cannot_be_built_is_told_as_such(small_site: SmallSite) -> None:
    small_site.write("docs/en/a.md", b"\xff")
    small_site.write("docs/en/b.md", "")
    library = small_site.library()
    assert [(found.id, found.file) for found in library.unbuildable] == [("file-not-utf8", "docs/en/a.md")]
    assert len(library.findings) == 3


# Pages


def test_a_page_in_one_language_has_no_twin(small_site: SmallSite) -> None:
    small_site.page("en", "alone", BODY)
    library = small_site.library()
    page, home = library.page("en", "alone"), library.page("en", "index")
    assert page is not None
    assert home is not None
    assert library.twin(page) is None
    assert library.twin(home) is library.page("da", "index")
    assert library.findings == ()


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_site_without_one_of_its_languages_is_read(small_site: SmallSite, language: str) -> None:
    (small_site.root / f"docs/{language}/index.md").unlink()
    (small_site.root / f"docs/{language}").rmdir()
    library = small_site.library()
    assert library.findings == ()
    assert [page.language for page in library.pages.values()] == ["da" if language == "en" else "en"]


def test_only_markdown_in_the_languages_folders_is_a_page(small_site: SmallSite) -> None:
    for file in ("docs/stray.md", "docs/en/notes.txt", "docs/en/picture.md.svg", "docs/data/README.md", "docs/english/a.md"):
        small_site.write(file, BODY)
    library = small_site.library()
    assert set(library.pages) == {("en", "index"), ("da", "index")}
    assert {"docs/stray.md", "docs/en/notes.txt", "docs/english/a.md"} <= set(library.files)


def test_pages_of_a_language_are_sorted_by_key(small_site: SmallSite) -> None:
    for key in ("b", "a/b", "c"):
        small_site.page("en", key, BODY)
    assert [page.key for page in small_site.library().in_language("en")] == ["a/b", "b", "c", "index"]


def test_a_deeply_nested_page_is_read(small_site: SmallSite) -> None:
    key = "/".join(["deep"] * 30)
    small_site.page("en", key, BODY)
    assert small_site.library().page("en", key) is not None


# Data


def test_a_site_without_data_is_read(small_site: SmallSite) -> None:
    for file in sorted((small_site.root / "docs/data").rglob("*.yml")):
        file.unlink()
    library = small_site.library()
    assert library.findings == ()
    assert (library.sources, library.glossary, library.vocabularies, library.interface.texts) == ({}, {}, {}, {})
    assert len(library.pages) == 2


def test_a_record_is_known_by_the_line_it_begins_on(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [SOURCE, {**SOURCE, "id": "other"}])
    library = small_site.library()
    assert library.line_of_record("docs/data/sources.yml", "other") == 9
    assert library.line_of_record("docs/data/sources.yml", "nobody") == 1
    assert library.line_of_record("docs/data/nothing.yml", "other") == 1


def test_a_label_is_given_in_the_language_or_left_as_its_id(small_site: SmallSite) -> None:
    library = small_site.library()
    assert library.label("audiences", "everyone", "en") == "Everyone"
    assert library.label("audiences", "everyone", "da") == "Alle"
    assert library.label("audiences", "nobody", "da") == "nobody"
    assert library.label("nothing", "everyone", "da") == "everyone"


# The same every time


def test_files_come_in_the_same_order_however_they_were_written(tmp_path: Path) -> None:
    keys = ["b/two", "a", "Z", "b/one", "å", "a-b"]
    libraries = []
    for name, order in (("forwards", keys), ("backwards", list(reversed(keys)))):
        site = SmallSite.create(tmp_path / name)
        for key in order:
            site.write(f"docs/en/{key}.md", "")
        libraries.append(site.library())
    first, second = libraries
    assert list(first.files) == list(second.files)
    assert list(first.pages) == list(second.pages)
    assert first.findings == second.findings
    assert list(first.findings) == sorted(first.findings)


def test_sizes_are_in_bytes(small_site: SmallSite) -> None:
    small_site.write("docs/en/note.txt", "æ\n")
    assert small_site.library().files["docs/en/note.txt"] == 3


def test_a_library_does_not_change(small_site: SmallSite) -> None:
    library = small_site.library()
    page = library.page("en", "index")
    assert page is not None
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.pages = {}  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.body = ""  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.document.words = 0  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        library.sources["sheet"].title = ""


def test_reading_changes_no_file(small_site: SmallSite) -> None:
    small_site.write("docs/en/odd.md", b"\xef\xbb\xbf---\r\n- a\r\n---\r\n")
    before = {path: path.read_bytes() for path in small_site.root.rglob("*") if path.is_file()}
    small_site.library()
    assert {path: path.read_bytes() for path in small_site.root.rglob("*") if path.is_file()} == before


def test_what_a_command_is_still_writing_is_passed_over(small_site: SmallSite) -> None:
    before = small_site.library()
    small_site.write("docs/da/.index.md.k3jx0q1z.unfinished", b"half a letter: \xc3")
    assert small_site.library().files == before.files
    assert [found for found in small_site.found() if "unfinished" in found[1]] == []
