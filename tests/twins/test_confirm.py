"""Declaring a translation changes one line and nothing else."""

import pytest
from knowledge.twins.confirm import declared, write_whole

from tests.small_site import SmallSite

BLOB = "a" * 40


def test_the_line_is_added_after_the_source_language() -> None:
    text = "---\ntitle: A\nsource_language: en\ntemplate: home.html\n---\n# A\n"
    assert (
        declared(text, BLOB) == f"---\ntitle: A\nsource_language: en\ntranslated_from: {BLOB}\ntemplate: home.html\n---\n# A\n"
    )


def test_an_older_declaration_is_replaced_and_twice_is_once() -> None:
    text = f"---\nsource_language: en\ntranslated_from: {'b' * 40}\n---\ntranslated_from: in the text\n"
    once = declared(text, BLOB)
    assert once == f"---\nsource_language: en\ntranslated_from: {BLOB}\n---\ntranslated_from: in the text\n"
    assert declared(once, BLOB) == once


@pytest.mark.parametrize("text", ["# No front matter\n", "---\ntitle: A\n---\n# A\n", ""])
def test_a_text_that_cannot_be_declared_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="source_language"):
        declared(text, BLOB)


def test_a_file_is_written_whole_and_keeps_its_rights(small_site: SmallSite) -> None:
    path = small_site.write("docs/da/x.md", "old")
    path.chmod(0o640)
    write_whole(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.glob(".x.md.*")) == []
