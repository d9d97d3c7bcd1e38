"""Addresses that have been published keep working."""

from pathlib import Path

import pytest
from knowledge.content.ledger import LEDGER, with_addresses
from knowledge.content.library import Library
from knowledge.content.published import all_addresses, keys_of, lasting_anchors

from tests.small_contacts import CONTACTS
from tests.small_site import SmallSite

REDIRECTS = "docs/data/redirects.yml"
# The ledger of the small site: its pages and their sections in both languages.
LISTED = ("/", "/#hello", "/da/", "/da/#hello")
IDS = {"ledger-line", "address-vanished", "anchor-vanished", "address-unlisted", "redirect-living", "redirect-dead"}


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site with a ledger that is true."""
    small_site.write(LEDGER, with_addresses("", LISTED))
    return small_site


def told(site: SmallSite) -> list[tuple[str, str, int]]:
    return [found for found in site.found() if found[0] in IDS]


def list_also(site: SmallSite, *addresses: str) -> None:
    """Add addresses at the end of the ledger, from its line 7."""
    path = site.root / LEDGER
    path.write_text(path.read_text() + "".join(f"{address}\n" for address in addresses))


def redirect(site: SmallSite, **ways: str) -> None:
    site.data("redirects.yml", [{"from": old.replace("__", "#").replace("_", "/"), "to": new} for old, new in ways.items()])


# ---------- What the ledger lists ----------


def test_the_addresses_are_those_of_pages_and_their_sections_in_both_languages(small_site: SmallSite) -> None:
    assert all_addresses(small_site.library()) == set(LISTED)


def test_sections_of_drawn_records_are_listed_and_the_list_of_sources_is_not(small_site: SmallSite) -> None:
    small_site.data("contacts.yml", CONTACTS)
    blocks = "/// glossary\n///\n\n/// contact-points | now\n///\n\n/// sources-register\n///\n"
    small_site.pages("index", f"# Hello {{#hello}}\n\nText [@sheet].\n\n{blocks}")
    library = small_site.library()
    page = library.pages["en", "index"]
    assert lasting_anchors(library, page) == {"hello", "exit-talk", "contact-emergency"}


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/", ("en", ("index", "index"), "")),
        ("/da/", ("da", ("index", "index"), "")),
        ("/da/#hello", ("da", ("index", "index"), "hello")),
        ("/about/ethics/#a", ("en", ("about/ethics", "about/ethics/index"), "a")),
        ("/da/about/", ("da", ("about", "about/index"), "")),
        ("/data/", ("en", ("data", "data/index"), "")),
    ],
)
def test_an_address_is_read_as_a_language_a_page_and_a_section(address: str, meant: tuple[str, tuple[str, str], str]) -> None:
    assert keys_of(address) == meant


def test_the_real_ledger_lists_every_address(library: Library) -> None:
    assert all_addresses(library) - library.ledger.keys() == set()


# ---------- Addresses that are gone ----------


def test_a_true_ledger_is_passed(site: SmallSite) -> None:
    assert told(site) == []


def test_a_page_that_is_gone_is_told_once_for_both_languages_and_all_its_sections(site: SmallSite) -> None:
    list_also(site, "/old/", "/old/#a", "/da/old/", "/da/old/#a")
    assert told(site) == [("address-vanished", LEDGER, 7)]


def test_a_page_that_is_gone_and_redirected_is_passed(site: SmallSite) -> None:
    list_also(site, "/old/", "/old/#a", "/da/old/", "/da/old/#a")
    redirect(site, old="index")
    assert told(site) == []


def test_a_page_that_stands_in_a_folder_of_its_name_is_the_same_address(site: SmallSite) -> None:
    list_also(site, "/old/", "/da/old/")
    site.pages("old/index", "# Old\n")
    assert told(site) == []


def test_a_page_that_is_gone_in_one_language_is_told_as_a_missing_twin_alone(site: SmallSite) -> None:
    list_also(site, "/old/", "/da/old/")
    site.page("en", "old", "# Old\n")
    assert told(site) == []
    assert "twin-missing" in site.ids()


def test_a_page_that_cannot_be_read_is_not_gone(site: SmallSite) -> None:
    list_also(site, "/old/", "/old/#a")
    site.write("docs/en/old.md", b"\xff")
    assert told(site) == []


def test_a_section_that_is_gone_is_told_once(site: SmallSite) -> None:
    list_also(site, "/#gone", "/da/#gone")
    assert told(site) == [("anchor-vanished", LEDGER, 7)]


def test_a_section_that_is_gone_and_redirected_is_passed(site: SmallSite) -> None:
    list_also(site, "/#gone", "/da/#gone")
    redirect(site, index__gone="index#hello")
    assert told(site) == []


def test_a_section_that_is_gone_in_one_language_is_told_with_the_headings_alone(site: SmallSite) -> None:
    site.page("da", "index", "# Hej {#hej}\n\nTekst.\n")
    assert told(site) == []
    assert "headings-differ" in site.ids()


def test_a_repair_is_offered(site: SmallSite) -> None:
    list_also(site, "/indeks/")
    found = next(found for found in site.findings() if found.id == "address-vanished")
    assert found.details["key"] == "indeks"
    assert "index" in found.details["suggestion_en"]


# ---------- Addresses that are new ----------


def test_a_new_page_is_told_at_both_twins(site: SmallSite) -> None:
    site.pages("new", "# New {#new}\n\nText.\n")
    assert told(site) == [("address-unlisted", "docs/da/new.md", 1), ("address-unlisted", "docs/en/new.md", 1)]


def test_a_new_section_is_told_on_its_line(site: SmallSite) -> None:
    site.pages("index", "# Hello {#hello}\n\nText.\n\n## More {#more}\n\nText.\n")
    assert told(site) == [("address-unlisted", "docs/da/index.md", 16), ("address-unlisted", "docs/en/index.md", 16)]
    found = next(found for found in site.findings() if found.file == "docs/da/index.md" and found.id == "address-unlisted")
    assert dict(found.details) == {"count": "1", "addresses": "/da/#more"}


def test_a_new_section_in_one_language_is_told_with_the_headings_alone(site: SmallSite) -> None:
    site.page("en", "index", "# Hello {#hello}\n\nText.\n\n## More {#more}\n\nText.\n")
    assert told(site) == []
    assert "headings-differ" in site.ids()


def test_a_site_without_a_ledger_keeps_none(small_site: SmallSite) -> None:
    assert told(small_site) == []


@pytest.mark.parametrize("line", ["https://example.org/", "about/ethics/", "/about/ethics", "/a b/"])
def test_a_line_that_is_no_address_is_told(site: SmallSite, line: str) -> None:
    list_also(site, line)
    assert told(site) == [("ledger-line", LEDGER, 7)]


# ---------- Redirects ----------


def test_a_redirect_from_a_page_that_is_there_is_told(site: SmallSite) -> None:
    redirect(site, index="index")
    assert told(site) == [("redirect-living", REDIRECTS, 1)]


def test_a_redirect_from_a_section_that_is_there_is_told(site: SmallSite) -> None:
    redirect(site, index__hello="index")
    assert told(site) == [("redirect-living", REDIRECTS, 1)]


@pytest.mark.parametrize("target", ["gone", "index#gone", "other"])
def test_a_redirect_to_what_is_not_there_is_told(site: SmallSite, target: str) -> None:
    site.data("redirects.yml", [{"from": "old", "to": "index"}, {"from": "other", "to": target}])
    assert told(site) == [("redirect-dead", REDIRECTS, 3)]


@pytest.mark.parametrize("old", ["/old/", "../old", "old/../../x", "https://example.org", "old.md#a b"])
def test_a_redirect_is_written_as_a_path_below_the_language(site: SmallSite, old: str) -> None:
    site.data("redirects.yml", [{"from": old, "to": "index"}])
    assert ("field-wrong", REDIRECTS, 1) in site.found()


def test_redirects_that_cannot_be_read_are_told_once(site: SmallSite) -> None:
    list_also(site, "/old/", "/#gone")
    site.write(REDIRECTS, "- {from: old, to: [index}\n")
    assert [found for found in site.found() if found[0] != "translation-undeclared"] == [("data-yaml", REDIRECTS, 1)]


# ---------- Writing ----------


def test_addresses_are_added_in_order_and_none_is_removed(tmp_path: Path) -> None:
    text = with_addresses("# Kept.\n/old/\n/b/\n", ["/a/", "/b/"])
    assert text == "# Kept.\n/a/\n/b/\n/old/\n"
    assert with_addresses(text, []) == text
