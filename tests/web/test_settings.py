"""What the publisher of a copy decides."""

from urllib.parse import parse_qs, urlsplit

import pytest
from knowledge.web.build import settings


@pytest.mark.parametrize("address", ["https://example.org/site", "https://example.org/site/", "https://example.org/site//"])
def test_an_address_may_be_given_with_or_without_a_slash_at_its_end(address: str) -> None:
    chosen = settings(address, address)
    assert chosen.site_url == "https://example.org/site/"
    assert chosen.repo_url == "https://example.org/site"
    assert chosen.address("da/about/") == "https://example.org/site/da/about/"
    assert chosen.edit("docs/en/index.md") == "https://example.org/site/edit/main/docs/en/index.md"


@pytest.mark.parametrize("nothing", [None, ""])
def test_without_an_address_the_site_stands_at_the_root(nothing: str | None) -> None:
    assert settings(nothing, nothing).address("da/") == "/da/"


@pytest.mark.parametrize("contact", ["us@example.org", " us+site@mail.example.org\n"])
def test_a_mailbox_gives_a_link_that_begins_a_message(contact: str) -> None:
    chosen = settings(None, None, contact)
    assert chosen.contact == contact.strip()
    link = urlsplit(chosen.new_message("Fejl på ”A & B”", "Side: a\nUdgave: 1"))
    assert (link.scheme, link.path) == ("mailto", contact.strip())
    assert parse_qs(link.query) == {"subject": ["Fejl på ”A & B”"], "body": ["Side: a\r\nUdgave: 1"]}
    assert " " not in link.geturl() and "+" not in link.query


@pytest.mark.parametrize("contact", [None, "", "us", "us@example", "a@b.org, c@d.org", "us@example.org?cc=x@y.org"])
def test_what_is_no_mailbox_gives_no_link(contact: str | None) -> None:
    chosen = settings(None, None, contact)
    assert (chosen.contact, chosen.new_message("a", "b")) == ("", "")


@pytest.mark.parametrize(
    ("address", "is_local"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("https://localhost.example.org/", False),
        ("https://example.org/127.0.0.1/", False),
        (None, False),
    ],
)
def test_only_an_address_of_this_machine_is_local(address: str | None, is_local: bool) -> None:
    assert settings(address, None).is_local is is_local
