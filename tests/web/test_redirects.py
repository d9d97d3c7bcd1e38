"""Pages that stand where a page or section used to be and lead on."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from knowledge.web.redirects import moved_sections, redirect_pages
from knowledge.web.settings import Settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.small_site import REPOSITORY, SmallSite

SETTINGS = Settings("https://knowledge.example/", "")


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site of which one page has moved, and a section has left another."""
    small_site.pages("about/new", "# New {#new}\n\n## Here *it* is [@sheet] {#here}\n\nText.\n", title='New & "old"')
    small_site.data(
        "redirects.yml",
        [
            {"from": "old/page", "to": "about/new"},
            {"from": "old/page#deep", "to": "about/new#here"},
            {"from": "deep/index", "to": "index"},
            {"from": "index#gone", "to": "about/new#here"},
        ],
    )
    return small_site


def page(site: SmallSite, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(redirect_pages(site.library(), SETTINGS)[path])


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the first element of this kind, which must be there."""
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def test_each_page_that_is_gone_leads_on_in_each_language(site: SmallSite) -> None:
    paths = redirect_pages(site.library(), SETTINGS).keys()
    assert paths == {"old/page/", "da/old/page/", "deep/", "da/deep/"}


@pytest.mark.parametrize(
    ("path", "language", "target", "canonical"),
    [
        ("old/page/", "en", "../../about/new/", "https://knowledge.example/about/new/"),
        ("da/old/page/", "da", "../../about/new/", "https://knowledge.example/da/about/new/"),
        ("deep/", "en", "../", "https://knowledge.example/"),
        ("da/deep/", "da", "../", "https://knowledge.example/da/"),
    ],
)
def test_it_leads_to_the_page_in_its_own_language(
    site: SmallSite, path: str, language: str, target: str, canonical: str
) -> None:
    tree = page(site, path)
    assert one(tree, "html").attributes["lang"] == language
    assert one(tree, "meta[http-equiv=refresh]").attributes["content"] == f"0; url={target}"
    assert one(tree, "a").attributes["href"] == target
    assert one(tree, "script").attributes["data-to"] == target
    assert one(tree, "link[rel=canonical]").attributes["href"] == canonical


def test_it_says_in_words_where_it_leads(site: SmallSite) -> None:
    words = one(page(site, "da/old/page/"), "main").text().split()
    assert " ".join(words) == 'Siden er flyttet Du finder den nu her: New & "old"'


def test_sections_that_went_elsewhere_are_told_to_the_script(site: SmallSite) -> None:
    script = one(page(site, "old/page/"), "script")
    assert script.attributes["data-sections"] == '{"deep": "../../about/new/#here"}'
    assert script.attributes["src"] == "../../assets/scripts/redirect.js"


def test_the_script_goes_before_the_refresh_and_nothing_is_inline(site: SmallSite) -> None:
    html = redirect_pages(site.library(), SETTINGS)["old/page/"]
    assert html.index("<script") < html.index('http-equiv="refresh"')
    tree = LexborHTMLParser(html)
    assert tree.css_first("script:not([src])") is None and tree.css_first("style, [style]") is None


def test_a_section_that_left_a_page_has_a_note_under_its_old_id(site: SmallSite) -> None:
    link = one(LexborHTMLParser(moved_sections(site.library(), "da", "index")), "#gone a")
    assert (link.attributes["href"], link.text()) == ("about/new/#here", "Here it is")
    assert moved_sections(site.library(), "en", "about/new") == ""


def test_a_page_that_is_there_is_never_written_over(site: SmallSite) -> None:
    site.pages("old/page", "# Back {#back}\n\nText.\n")
    assert redirect_pages(site.library(), SETTINGS).keys() == {"deep/", "da/deep/"}


def test_a_redirect_that_leads_nowhere_makes_no_page(site: SmallSite) -> None:
    site.data("redirects.yml", [{"from": "old", "to": "gone"}, {"from": "index#a", "to": "gone"}])
    assert redirect_pages(site.library(), SETTINGS) == {}
    assert moved_sections(site.library(), "en", "index") == ""


@pytest.fixture
def built(site: SmallSite) -> Path:
    """The small site in the real frame, built by MkDocs alone."""
    root = site.root
    for name in ("overrides", "docs/assets"):
        shutil.copytree(REPOSITORY / name, root / name)
    (root / "scripts" / "knowledge").mkdir(parents=True)
    shutil.copy(REPOSITORY / "scripts" / "hooks.py", root / "scripts" / "hooks.py")
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    pages = "nav:\n  - Home: index.md\n  - New: about/new.md\n"
    site.write("mkdocs.yml", re.sub(r"(?m)^nav:\n(?:  .*\n)+", pages, config))
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / "mkdocs.yml")]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return root / "site"


def test_plain_mkdocs_builds_them_in_both_languages(built: Path) -> None:
    for path in ("old/page", "da/old/page", "deep", "da/deep"):
        assert 'http-equiv="refresh"' in (built / path / "index.html").read_text(encoding="utf-8")
    for path in ("index.html", "da/index.html"):
        assert (built / path).read_text(encoding="utf-8").count('id="gone"') == 1
    assert "old/page" not in (built / "sitemap.xml").read_text(encoding="utf-8")
