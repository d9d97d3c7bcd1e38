"""“Improve this page”: links that already know the page and its version, and nothing of the reader."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.web.page_view import page_view
from knowledge.web.settings import Settings

from tests.small_site import SmallSite

SETTINGS = Settings("https://example.org/", "https://example.org/code")


@pytest.mark.parametrize(
    ("language", "path", "title", "version"),
    [
        ("en", "/about/ethics/", "Error on “Rules & more”", "reviewed 22 November 2026"),
        ("da", "/da/about/ethics/", "Fejl på ”Rules & more”", "gennemgået 22. november 2026"),
    ],
)
def test_an_error_report_opens_with_the_page_and_its_version(
    small_site: SmallSite, language: Language, path: str, title: str, version: str
) -> None:
    small_site.pages("about/ethics", "# Rules {#rules}\n", title="Rules & more")
    library = small_site.library()
    page, facts = library.page(language, "about/ethics"), page_view(library, SETTINGS, language, "about/ethics", "").facts
    assert page is not None and facts is not None
    address = urlsplit(facts.report_url.unescape())
    asked = parse_qs(address.query)
    assert (address.netloc, address.path) == ("example.org", "/code/issues/new")
    assert asked["title"] == [title]
    lines = asked["body"][0].split("\n")
    assert lines[0].endswith(path)
    assert page.blob_id[:7] in lines[1] and version in lines[1]


def test_the_address_of_a_report_is_written_as_html_wants_it(small_site: SmallSite) -> None:
    facts = page_view(small_site.library(), SETTINGS, "en", "index", "").facts
    assert facts is not None
    assert "&amp;body=" in facts.report_url and '"' not in facts.report_url and " " not in facts.report_url


def test_the_text_to_change_is_that_of_the_readers_language(small_site: SmallSite) -> None:
    for language in LANGUAGES:
        facts = page_view(small_site.library(), SETTINGS, language, "index", "").facts
        assert facts is not None
        assert facts.edit_url == f"https://example.org/code/edit/main/docs/{language}/index.md"


def test_another_text_has_another_version(small_site: SmallSite) -> None:
    before = page_view(small_site.library(), SETTINGS, "en", "index", "").facts
    small_site.page("en", "index", "# Hello {#hello}\n\nOther text.\n")
    after = page_view(small_site.library(), SETTINGS, "en", "index", "").facts
    assert before is not None and after is not None
    assert before.version != after.version and len(before.version) == 7


def test_a_message_to_the_publisher_opens_with_the_page_where_there_is_a_mailbox(small_site: SmallSite) -> None:
    library, written = small_site.library(), replace(SETTINGS, contact="us@example.org")
    facts = page_view(library, written, "da", "index", "").facts
    assert facts is not None
    link = urlsplit(facts.mail_url.unescape())
    assert (link.scheme, link.path) == ("mailto", "us@example.org")
    assert parse_qs(link.query)["body"][0].startswith("Side: /da/\r\n")
    without = page_view(library, SETTINGS, "da", "index", "").facts
    assert without is not None and without.mail_url == ""
