"""The feeds: what is new in each language, in a form that programs understand, the same each time."""

from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.web.feeds import LONGEST, feed, feed_path, write_feeds
from knowledge.web.settings import Settings

from tests.small_site import SmallSite

SETTINGS = Settings("https://example.org/site/", "https://example.org/code")
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(text: str) -> list[dict[str, str]]:
    """Return title, day, kind, words, link and id of each entry."""
    return [
        {
            "title": entry.findtext(f"{ATOM}title", ""),
            "day": entry.findtext(f"{ATOM}updated", ""),
            "kind": entry.find(f"{ATOM}category").attrib["term"],  # type: ignore[union-attr]
            "words": entry.findtext(f"{ATOM}summary", ""),
            "link": entry.find(f"{ATOM}link").attrib["href"],  # type: ignore[union-attr]
            "id": entry.findtext(f"{ATOM}id", ""),
        }
        for entry in etree.fromstring(text).iter(f"{ATOM}entry")  # noqa: S314 (our own)
    ]


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A small site with a page that has changed twice."""
    for language, first, second in (("en", "A & B are mended.", "The law is new."), ("da", "A & B er rettet.", "Loven er ny.")):
        changes = [
            {"date": "2027-03-01", "kind": "facts", "text": first},
            {"date": "2027-04-02", "kind": "law", "text": second},
        ]
        small_site.page(language, "about/law", "# Law {#law}\n", title="Law <1>", changes=changes)
    return small_site


def test_a_feed_tells_the_newest_first_in_its_own_language(site: SmallSite) -> None:
    found = entries(feed(site.library(), SETTINGS, "da"))
    assert [(entry["day"], entry["kind"], entry["words"]) for entry in found[:2]] == [
        ("2027-04-02T00:00:00Z", "law", "Loven er ny."),
        ("2027-03-01T00:00:00Z", "facts", "A & B er rettet."),
    ]
    assert found[0]["title"] == "Law <1>"
    assert found[0]["link"] == "https://example.org/site/da/about/law/"


def test_a_page_that_was_here_from_the_first_day_is_told_with_its_summary(site: SmallSite) -> None:
    found = entries(feed(site.library(), SETTINGS, "en"))
    assert [(entry["link"], entry["day"], entry["kind"]) for entry in found[2:]] == [
        ("https://example.org/site/about/law/", "2026-11-22T00:00:00Z", "new"),
        ("https://example.org/site/", "2026-11-22T00:00:00Z", "new"),
    ]
    assert found[3]["words"] == "One sentence that says what a reader gets from this page."


def test_a_feed_has_what_atom_asks_for(site: SmallSite) -> None:
    root = etree.fromstring(feed(site.library(), SETTINGS, "da"))  # noqa: S314 (our own)
    assert root.findtext(f"{ATOM}id") == "https://example.org/site/da/feed.xml"
    assert root.findtext(f"{ATOM}title") == "Fælles viden: nyt på sitet"
    assert root.findtext(f"{ATOM}updated") == "2027-04-02T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Fælles viden"
    links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}
    assert links == {"self": "https://example.org/site/da/feed.xml", "alternate": "https://example.org/site/da/about/changes/"}


def test_no_two_entries_have_the_same_id(site: SmallSite) -> None:
    ids = [entry["id"] for language in LANGUAGES for entry in entries(feed(site.library(), SETTINGS, language))]
    assert len(ids) == len(set(ids)) == 8


def test_a_feed_holds_the_newest_and_not_the_whole_history(small_site: SmallSite) -> None:
    changes = [
        {"date": f"20{year}-01-01", "kind": "facts", "text": f"The facts of {year}."} for year in range(27, 27 + LONGEST)
    ]
    small_site.pages("index", "# Hello {#hello}\n", changes=changes)
    found = entries(feed(small_site.library(), SETTINGS, "en"))
    assert (len(found), found[0]["day"], found[-1]["day"]) == (LONGEST, "2076-01-01T00:00:00Z", "2027-01-01T00:00:00Z")


def test_a_site_without_pages_still_has_a_feed(small_site: SmallSite) -> None:
    for language in LANGUAGES:
        (small_site.root / f"docs/{language}/index.md").unlink()
    assert entries(feed(small_site.library(), SETTINGS, "en")) == []


def test_the_feeds_are_written_where_the_head_of_each_page_says(site: SmallSite, tmp_path: Path) -> None:
    write_feeds(site.library(), SETTINGS, tmp_path / "built")
    assert [feed_path(language) for language in LANGUAGES] == ["feed.xml", "da/feed.xml"]
    for language in LANGUAGES:
        written = (tmp_path / "built" / feed_path(language)).read_text(encoding="utf-8")
        assert written == feed(site.library(), SETTINGS, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_feed_can_be_read_and_is_the_same_each_time(library: Library, language: Language) -> None:
    text = feed(library, SETTINGS, language)
    assert entries(text) and text == feed(library, SETTINGS, language)


def test_two_changes_of_one_kind_on_one_day_are_written_as_one(small_site: SmallSite) -> None:
    change = {"date": "2027-03-01", "kind": "facts", "text": "The number is mended."}
    small_site.pages("index", "# Hello {#hello}\n", changes=[change, change])
    assert {(found.id, found.file) for found in small_site.library().findings} == {
        ("field-wrong", "docs/en/index.md"),
        ("field-wrong", "docs/da/index.md"),
    }
