"""Links rewritten where they stand."""

import pytest
from knowledge.mend.links import CannotRewrite, retargeted, rewritten, target_from


def _changed(target: str) -> str:
    return target.replace("old.md", "new.md")


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ("[a](old.md)", "[a](new.md)"),
        ('[a](<old.md> "t") and [b](../x/old.md#part)', '[a](<new.md> "t") and [b](../x/new.md#part)'),
        ("[![alt](a.png)](old.md)", "[![alt](a.png)](new.md)"),
        ("[a][r]\n\n[r]: old.md 'title'", "[a][r]\n\n[r]: new.md 'title'"),
        ('<a href="old.md">x</a>', '<a href="new.md">x</a>'),
        ("- [a](old.md)\n\n    [b](old.md)", "- [a](new.md)\n\n    [b](new.md)"),
        ("| [a](old.md) |", "| [a](new.md) |"),
        ("[a](term:old.md)", "[a](term:old.md)"),
    ],
)
def test_a_link_is_rewritten_in_every_form(written: str, changed: str) -> None:
    assert rewritten(written, lambda target: target if target.startswith("term:") else _changed(target)) == changed


@pytest.mark.parametrize("written", ["`[a](old.md)`", "```\n[a](old.md)\n```", "<!-- [a](old.md) -->", "old.md", "Text."])
def test_what_only_looks_like_a_link_stays(written: str) -> None:
    assert rewritten(written, _changed) == written


def test_a_text_is_refused_when_its_links_do_not_read_back_as_rewritten() -> None:
    with pytest.raises(CannotRewrite):
        rewritten("[a](old.md)", lambda target: "a)b")


@pytest.mark.parametrize(
    ("file", "target", "leads_to"),
    [
        ("docs/en/a/b.md", "c.md#x", "docs/en/a/c.md"),
        ("docs/en/a/b.md", "../c.md?q=1", "docs/en/c.md"),
        ("docs/en/a/b.md", "s%C3%B8.md", "docs/en/a/sø.md"),
        ("docs/en/a/b.md", "#x", None),
        ("docs/en/a/b.md", "https://example.org/c.md", None),
        ("docs/en/a/b.md", "mailto:a@b.dk", None),
        ("docs/en/a/b.md", "/c.md", None),
        ("docs/en/a/b.md", "", None),
    ],
)
def test_a_target_leads_to_a_file_or_out_of_the_site(file: str, target: str, leads_to: str | None) -> None:
    assert target_from(file, target) == leads_to


@pytest.mark.parametrize(
    ("target", "place", "to", "written"),
    [
        ("c.md#x", "docs/en/a/b.md", "docs/en/d/c.md", "../d/c.md#x"),
        ("../c/", "docs/en/a/b.md", "docs/en/d", "../d/"),
        ("s%C3%B8.md", "docs/en/a.md", "docs/en/n%.md", "n%25.md"),
    ],
)
def test_a_target_is_written_from_where_its_page_stands(target: str, place: str, to: str, written: str) -> None:
    assert retargeted(target, place, to) == written
