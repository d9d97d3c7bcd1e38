"""The finished site, page by page: every file there, in its language, with its twin."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
from knowledge.checks.built import check_site
from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import Library
from knowledge.web.build import settings
from knowledge.web.data_files import data_files
from selectolax.lexbor import LexborHTMLParser

from tests.site.places import built_file, target_file

pytestmark = pytest.mark.xdist_group("site")

Trees = Mapping[tuple[Language, str], LexborHTMLParser]
NotFound = Mapping[Language, LexborHTMLParser]


def value(tree: LexborHTMLParser, selector: str, attribute: str) -> str:
    """Return an attribute of the one element that a selector means."""
    found = tree.css(selector)
    assert len(found) == 1, f"{len(found)} of {selector}"
    return found[0].attributes[attribute] or ""


def root_address(trees: Trees) -> str:
    return value(trees["en", "index"], 'link[rel="canonical"]', "href")


def test_no_check_finds_anything_in_the_finished_site(library: Library, built_site: Path) -> None:
    assert [(found.id, found.file, dict(found.details)) for found in check_site(library, built_site)] == []


def test_every_page_of_the_library_has_its_file_in_both_languages(library: Library, built_site: Path) -> None:
    keys = {key for _, key in library.pages}
    assert len(keys) > 20
    missing = [
        (language, key)
        for key in sorted(keys)
        for language in LANGUAGES
        if not (built_site / built_file(language, key)).is_file()
    ]
    assert missing == []


def test_no_page_is_built_that_the_library_does_not_have(library: Library, built_site: Path) -> None:
    expected = {built_file(language, key) for language, key in library.pages} | {"404.html", "da/404.html"}
    assert {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")} == expected


def test_every_page_says_its_language(trees: Trees, not_found_trees: NotFound) -> None:
    assert [(key, language) for (language, key), tree in trees.items() if value(tree, "html", "lang") != language] == []
    assert {language: value(tree, "html", "lang") for language, tree in not_found_trees.items()} == {"en": "en", "da": "da"}


def test_title_and_description_are_those_of_the_page(library: Library, trees: Trees) -> None:
    for (language, key), tree in trees.items():
        page = library.pages[language, key]
        assert page.front is not None
        title = tree.css_first("title")
        assert title is not None
        assert library.interface.say("site.name", language) in title.text()
        assert key == "index" or page.front.title in title.text()
        assert value(tree, 'meta[name="description"]', "content") == page.front.summary


def test_every_page_names_itself_and_its_twin_in_both_directions(library: Library, trees: Trees) -> None:
    start = root_address(trees)
    assert start.startswith("https://")
    for (language, key), tree in trees.items():
        assert value(tree, 'link[rel="canonical"]', "href") == start + site_path(language, key)
        alternates = {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[hreflang]")}
        addresses: dict[str, str] = {tongue: start + site_path(tongue, key) for tongue in LANGUAGES}
        assert alternates == {**addresses, "x-default": addresses["en"]}


def test_the_language_link_of_every_page_leads_to_its_twin(trees: Trees, built_site: Path) -> None:
    for (language, key), tree in trees.items():
        other = twin_language(language)
        addresses = {node.attributes["href"] or "" for node in tree.css(f'body a[hreflang="{other}"]')}
        file = built_file(language, key)
        assert {target_file(file, address) for address in addresses} == {built_file(other, key)}
        assert (built_site / built_file(other, key)).is_file()
        assert not tree.css(f'body a[hreflang="{language}"]')


def test_the_pages_for_a_wrong_address_lead_to_each_other(not_found_trees: NotFound) -> None:
    for language, tree in not_found_trees.items():
        file = "404.html" if language == "en" else "da/404.html"
        other = "da/404.html" if language == "en" else "404.html"
        address = value(tree, f'body a[hreflang="{twin_language(language)}"]', "href")
        assert address.startswith("/"), "the page is shown at any address, so its links begin at the root"
        assert target_file(file, address) == other


def test_below_da_a_wrong_address_is_answered_in_danish_alone(library: Library, not_found_trees: NotFound) -> None:
    tree = not_found_trees["da"]
    text = " ".join((tree.body.text() if tree.body else "").split())
    for name in ("not-found.title", "not-found.lead", "not-found.try", "not-found.handbook"):
        assert library.interface.say(name, "da") in text
        assert library.interface.say(name, "en") not in text
    assert not tree.css('main [lang="en"]')
    assert len(tree.css("h1")) == 1


def test_at_the_root_a_wrong_address_is_answered_in_both_languages(library: Library, not_found_trees: NotFound) -> None:
    tree = not_found_trees["en"]
    for language in LANGUAGES:
        (section,) = tree.css(f'main section[lang="{language}"]')
        text = " ".join(section.text().split())
        for name in ("not-found.title", "not-found.lead", "not-found.try", "not-found.handbook"):
            assert library.interface.say(name, language) in text
        own = [node.attributes["href"] or "" for node in section.css("a")]
        assert len(own) >= 4
        assert all(address.startswith("/da/") == (language == "da") for address in own)
    assert len(tree.css("h1")) == 1


def test_no_search_engine_keeps_the_page_for_a_wrong_address(not_found_trees: NotFound) -> None:
    for tree in not_found_trees.values():
        assert value(tree, 'meta[name="robots"]', "content") == "noindex"
        assert not tree.css('link[rel="canonical"], link[hreflang]')


def test_every_page_carries_a_policy_that_lets_nothing_in_from_elsewhere(trees: Trees, not_found_trees: NotFound) -> None:
    for tree in (*trees.values(), *not_found_trees.values()):
        policy = value(tree, 'meta[http-equiv="Content-Security-Policy"]', "content")
        rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
        assert "unsafe" not in policy
        assert "http" not in policy
        first = tree.css("script, link, style")[0]
        assert tree.html is not None
        assert tree.html.index("Content-Security-Policy") < tree.html.index(first.html or "")


def test_no_page_holds_anything_inline_that_the_policy_refuses(trees: Trees, not_found_trees: NotFound) -> None:
    for tree in (*trees.values(), *not_found_trees.values()):
        assert [node.html for node in tree.css("style, [style], script:not([src]):not([type='application/json'])")] == []
        assert [name for node in tree.css("*") for name in node.attributes if name.startswith("on")] == []
        assert [node.html for node in tree.css("a[href^='javascript:' i]")] == []


def test_nothing_is_loaded_from_another_host(trees: Trees) -> None:
    loading = (
        "script[src], img[src], iframe[src], source[src], link[rel~='stylesheet'], link[rel~='icon'], link[rel~='preload']"
    )
    for tree in trees.values():
        addresses = [node.attributes.get("src") or node.attributes.get("href") or "" for node in tree.css(loading)]
        assert addresses
        assert [address for address in addresses if "//" in address] == []


def test_every_label_and_every_button_for_a_meaning_finds_its_element(trees: Trees) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for")
    for (language, key), tree in trees.items():
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for name in names:
            for node in tree.css(f"[{name}]"):
                lost = set((node.attributes[name] or "").split()) - ids
                assert not lost, f"{language}/{key}: {name}={lost}"


def test_the_sitemap_lists_every_page_with_its_alternates(library: Library, trees: Trees, built_site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.fromstring((built_site / "sitemap.xml").read_bytes())  # noqa: S314 (made here)
    listed = {
        entry.findtext("s:loc", "", names): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", names)
        }
        for entry in root.findall("s:url", names)
    }
    start = root_address(trees)
    assert set(listed) == {start + site_path(language, key) for language, key in library.pages}
    assert all(
        address in links.values() and listed[links["da"]] == links == listed[links["en"]] for address, links in listed.items()
    )


def test_the_compressed_sitemap_is_the_same(built_site: Path) -> None:
    assert gzip.decompress((built_site / "sitemap.xml.gz").read_bytes()) == (built_site / "sitemap.xml").read_bytes()


def test_the_data_stands_beside_the_pages(library: Library, built_site: Path) -> None:
    folder = built_site / "data"
    found = {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*.*")}
    assert found == data_files(library, settings("https://faelles-viden.example/", None))
    assert all(json.loads(text) for name, text in found.items() if not name.endswith(".csv"))


def test_what_editors_write_is_not_published_as_it_stands(built_site: Path) -> None:
    assert [path for path in built_site.rglob("*") if path.suffix in {".md", ".yml", ".yaml", ".py"}] == []
