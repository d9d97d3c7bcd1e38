"""The sitemap: every page with its twin."""

from xml.etree import ElementTree as etree

from knowledge.web.sitemap import sitemap

from tests.small_site import SmallSite

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def read(site: SmallSite, address: str = "https://example.org/") -> dict[str, dict[str, str]]:
    """Return the address of each page with its alternates."""
    root = etree.fromstring(sitemap(site.library(), address))  # noqa: S314 (made here)
    return {
        entry.findtext("s:loc", "", NAMES): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", NAMES)
        }
        for entry in root.findall("s:url", NAMES)
    }


def test_every_page_is_listed_with_its_alternates_in_both_directions(small_site: SmallSite) -> None:
    small_site.pages("projects/index", "# Projects {#projects}\n")
    pages = read(small_site)
    assert set(pages) == {
        *("https://example.org/", "https://example.org/da/"),
        *("https://example.org/projects/", "https://example.org/da/projects/"),
    }
    for address, links in pages.items():
        assert set(links) == {"en", "da", "x-default"}
        assert address in links.values()
        assert all(pages[link] == links for link in links.values())


def test_a_page_without_a_twin_is_listed_alone(small_site: SmallSite) -> None:
    small_site.page("da", "alone", "# Alene {#alone}\n")
    assert read(small_site)["https://example.org/da/alone/"] == {"da": "https://example.org/da/alone/"}


def test_an_entry_tells_when_the_page_was_last_reviewed(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n", reviewed="2026-05-08")
    assert sitemap(small_site.library(), "https://example.org/").count("<lastmod>2026-05-08</lastmod>") == 2


def test_a_page_without_front_matter_is_listed_without_a_date(small_site: SmallSite) -> None:
    small_site.write("docs/en/index.md", "# Hello {#hello}\n")
    assert sitemap(small_site.library(), "https://example.org/").count("<lastmod>") == 1
    assert len(read(small_site)) == 2


def test_signs_in_an_address_are_escaped(small_site: SmallSite) -> None:
    pages = read(small_site, 'https://example.org/a&b"c/')
    assert set(pages) == {'https://example.org/a&b"c/', 'https://example.org/a&b"c/da/'}
    assert pages['https://example.org/a&b"c/']["da"] == 'https://example.org/a&b"c/da/'
