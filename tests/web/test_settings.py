"""What the publisher of a copy decides."""

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
