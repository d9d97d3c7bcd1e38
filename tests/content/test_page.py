"""A page's parts, its id in git, and what its front matter may say."""

import subprocess
from pathlib import Path

import pytest
from knowledge.content.library import Library
from knowledge.content.page import FrontMatter, git_blob_id, split_front_matter
from pydantic import ValidationError

from tests.small_site import FRONT, SmallSite


@pytest.mark.parametrize("content", [b"", b"\n", "Ærø\n".encode(), b"a\r\nb", b"\x00\xff", b"# Long\n" * 5000])
def test_the_id_of_a_file_is_the_one_that_git_gives(content: bytes, tmp_path: Path) -> None:
    answer = subprocess.run(
        ["git", "hash-object", "--stdin", "--no-filters"], input=content, capture_output=True, check=True, cwd=tmp_path
    )
    assert git_blob_id(content) == answer.stdout.decode().strip()


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("---\ntitle: A\n---\n# B\n", "title: A\n", "# B\n", 4),
        ("---\n---\n# B\n", "", "# B\n", 3),
        ("--- \ntitle: A\n---\t\n\n# B\n", "title: A\n", "\n# B\n", 4),
        ("---\ntitle: A\n---", "title: A\n", "", 3),
        ("---\ntitle: a --- b\n---\nText\n\n---\nMore\n", "title: a --- b\n", "Text\n\n---\nMore\n", 4),
    ],
)
def test_front_matter_is_parted_from_the_text_below(text: str, front: str, body: str, line: int) -> None:
    assert split_front_matter(text) == (front, body, line)


@pytest.mark.parametrize(
    "text",
    ["", "# B\n", "---\ntitle: A\n# Never closed\n", "\n---\ntitle: A\n---\n", " ---\ntitle: A\n---\n", "----\na\n----\n"],
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert split_front_matter(text) == (None, text, 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "   "),
        ("summary", "Too short."),
        ("summary", "x" * 201),
        ("audience", []),
        ("audience", "everyone"),
        ("reviewed", "soon"),
        ("review_by", "2026-11-22"),
        ("review_by", "2026-11-21"),
        ("source_language", "sv"),
        ("translated_from", "abc"),
        ("sources", ["Not An Id"]),
        ("template", "other.html"),
    ],
)
def test_a_field_that_is_wrong_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        FrontMatter.model_validate({**FRONT, field: value})


def test_correct_front_matter_is_kept_as_it_stands() -> None:
    front = FrontMatter.model_validate({**FRONT, "sources": ["sheet"], "translated_from": "a" * 40})
    assert (front.title, front.audience, front.sources) == ("A page", ("everyone",), ("sheet",))
    assert (front.review_by - front.reviewed).days == 365


def test_front_matter_does_not_change() -> None:
    front = FrontMatter.model_validate(FRONT)
    with pytest.raises(ValidationError, match="frozen"):
        front.title = "Another"


def test_a_page_knows_its_heading_its_anchors_and_the_lines_of_its_fields(small_site: SmallSite) -> None:
    small_site.page("en", "index", "## Part {#part}\n\n# Hello {#hello}\n")
    page = small_site.library().page("en", "index")
    assert page is not None
    assert page.heading is not None
    assert (page.heading.text, page.heading.line) == ("Hello", 14)
    assert page.anchors == {"part", "hello"}
    assert (page.line_of("owner"), page.line_of("nothing")) == (9, 1)


def test_a_page_without_a_main_heading_has_none(small_site: SmallSite) -> None:
    small_site.page("en", "index", "## Part {#part}\n")
    page = small_site.library().page("en", "index")
    assert page is not None
    assert page.heading is None


def test_every_real_page_has_front_matter_and_a_heading(library: Library) -> None:
    assert library.pages
    for page in library.pages.values():
        assert page.front is not None, page.file
        assert page.heading is not None, page.file
