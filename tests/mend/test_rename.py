"""A page that moves, and everything that leads to it."""

from pathlib import Path

import pytest
from knowledge.mend.rename import CannotRename, plan, redirected, renamed

from tests.small_site import SmallSite

MENU = """site_name: Small
nav:
  - Home: index.md
  - A: a.md
  - Deep: deep/b.md
plugins:
  - i18n:
      languages:
        - locale: en
        - locale: da
          nav_translations:
            Home: Forside
            A: Et
            Deep: Dyb
"""


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site of three pages that link to each other."""
    small_site.write("mkdocs.yml", MENU)
    small_site.write("docs/assets/images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    small_site.pages(
        "a", "# A {#a}\n\n[self](a.md#a), [b](deep/b.md#b), [home](index.md), ![x](../assets/images/x.svg)\n", title="A"
    )
    small_site.pages("deep/b", "# B {#b}\n\n[a](../a.md#a) and `[a](../a.md)`.\n", title="B")
    return small_site


def _texts(site: SmallSite) -> dict[str, str]:
    files = [path for path in (site.root / "docs").rglob("*") if path.suffix in {".md", ".yml"}]
    return {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8") for path in [*files, site.root / "mkdocs.yml"]
    }


def _moved(site: SmallSite, old: str, new: str) -> dict[str, str]:
    """Move a page for certain and return the new texts by their new paths."""
    library = site.library()
    move = plan(library, old, new)
    texts = _texts(site)
    changed = renamed(library, move, texts)
    for here, there in move.moves.items():
        text = changed.pop(here, texts[here])
        (site.root / here).unlink()
        site.write(there, text)
        changed[there] = text
    for file, text in changed.items():
        site.write(file, text)
    return changed


def test_both_twins_move_and_every_link_follows(site: SmallSite) -> None:
    changed = _moved(site, "a", "far/away/c")
    for language in ("en", "da"):
        page = changed[f"docs/{language}/far/away/c.md"]
        assert "[self](c.md#a), [b](../../deep/b.md#b), [home](../../index.md), ![x](../../../assets/images/x.svg)" in page
        assert "[a](../far/away/c.md#a) and `[a](../a.md)`." in changed[f"docs/{language}/deep/b.md"]
    assert "  - A: far/away/c.md" in changed["mkdocs.yml"]
    assert "- {from: a, to: far/away/c}" in changed["docs/data/redirects.yml"]
    assert not [found for found in site.found() if found[0].startswith(("link", "nav", "twin", "image", "redirect", "facts"))]


def test_what_does_not_name_the_page_is_not_touched(site: SmallSite) -> None:
    changed = _moved(site, "a", "c")
    assert set(changed) == {
        *(f"docs/{language}/{key}.md" for language in ("en", "da") for key in ("c", "deep/b")),
        "mkdocs.yml",
        "docs/data/redirects.yml",
    }


def test_records_and_options_of_blocks_that_name_the_page_follow(site: SmallSite) -> None:
    cue = "# Home {#home}\n\n/// cue | Someone is silent\n    others: a\n\nText.\n///\n"
    site.pages("index", cue)
    site.write("docs/data/timeline.yml", "- id: x\n  page: a  # its page\n  title: {en: a, da: a}\n- id: y\n  page: aa\n")
    changed = _moved(site, "a", "new/c")
    assert "    others: new/c\n" in changed["docs/en/index.md"]
    assert changed["docs/data/timeline.yml"] == (
        "- id: x\n  page: new/c  # its page\n  title: {en: a, da: a}\n- id: y\n  page: aa\n"
    )


def test_the_way_back_undoes_the_move_but_for_the_redirect(site: SmallSite) -> None:
    before = _texts(site)
    _moved(site, "a", "far/c")
    _moved(site, "far/c", "a")
    after = _texts(site)
    redirects = after.pop("docs/data/redirects.yml")
    assert after == before
    assert "- {from: far/c, to: a}" in redirects
    assert "from: a," not in redirects


def test_a_page_that_was_moved_by_hand_in_one_language_is_moved_in_the_other_and_its_links_mended(site: SmallSite) -> None:
    (site.root / "docs/en/far").mkdir()
    Path(site.root / "docs/en/a.md").rename(site.root / "docs/en/far/c.md")
    changed = _moved(site, "a", "far/c")
    for language in ("en", "da"):
        page = site.root / f"docs/{language}/far/c.md"
        assert "[self](c.md#a), [b](../deep/b.md#b), [home](../index.md)" in page.read_text(encoding="utf-8")
        assert "[a](../far/c.md#a)" in changed[f"docs/{language}/deep/b.md"]
    assert not [found for found in site.found() if found[0].startswith(("link", "nav", "twin", "facts"))]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [("nowhere", "x", "There is no page nowhere"), ("a", "deep/b", "is there already"), ("a", "a", "are the same page")],
)
def test_a_move_that_would_lose_something_is_refused(site: SmallSite, old: str, new: str, reason: str) -> None:
    with pytest.raises(CannotRename, match=reason):
        plan(site.library(), old, new)


@pytest.mark.parametrize(
    ("written", "entries"),
    [
        ("", "- {from: a, to: b}\n"),
        ("# Remark.\n[]\n", "# Remark.\n- {from: a, to: b}\n"),
        ("- {from: x, to: y}\n", "- {from: x, to: y}\n- {from: a, to: b}\n"),
        ("- {from: x, to: a}\n", "- {from: x, to: b}\n- {from: a, to: b}\n"),
        ("- {from: x, to: a#part}\n", "- {from: x, to: b#part}\n- {from: a, to: b}\n"),
        ("- from: b\n  to: a\n# A remark.\n- {from: x, to: y}\n", "# A remark.\n- {from: x, to: y}\n- {from: a, to: b}\n"),
        ("- {from: a#old, to: a#new}\n", "- {from: a#old, to: b#new}\n- {from: a, to: b}\n"),
    ],
)
def test_the_redirect_is_added_and_older_ones_are_led_on(written: str, entries: str) -> None:
    assert redirected(written, "a", "b").strip() == entries.strip()


@pytest.mark.parametrize("written", ["- {from: x\n", "a: b\n", "[{from: x, to: y}]\n"])
def test_redirects_that_are_written_otherwise_are_refused(written: str) -> None:
    with pytest.raises(CannotRename, match="redirects"):
        redirected(written, "a", "b")
