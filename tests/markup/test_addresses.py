"""Links and pictures whose address cannot be read."""

import logging

import pytest

from tests.markup.rendering import render
from tests.small_site import SOURCE, SmallSite


@pytest.mark.parametrize(
    "text",
    [
        "Write [here](https://[your address]) now.\n",
        "Write [here](http://[half) now.\n",
        "Write ![here](http://[half) now.\n",
        "Write [here](page.md){ href } now.\n",
    ],
)
def test_an_address_that_cannot_be_read_is_told_and_becomes_words(
    site: SmallSite, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    with caplog.at_level(logging.WARNING):
        page = render(site, text)
    assert page.text.startswith("Write")
    assert not page.all("a, img")
    assert [record.name for record in caplog.records] == ["mkdocs.knowledge"]
    assert caplog.records[0].getMessage().startswith("docs/en/index.md: the address '")


def test_an_address_in_a_data_file_is_told_too(site: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    site.data("sources.yml", [{**SOURCE, "url": "https://[not-one]/"}])
    with caplog.at_level(logging.WARNING):
        page = render(site, "Said [@sheet].\n")
    assert [record.getMessage() for record in caplog.records] == [
        "docs/en/index.md: the address 'https://[not-one]/' cannot be read"
    ]
    assert "A fact sheet" in page.text


def test_ordinary_addresses_stay_as_they_are(site: SmallSite, caplog: pytest.LogCaptureFixture) -> None:
    text = "[a](https://example.org/?a=1&b=2#c) [b](../page.md#part) [c](#here) ![d](p.png) [e](mailto:a@example.org)\n"
    with caplog.at_level(logging.WARNING):
        page = render(site, text)
    assert page.values("a", "href") == [*("https://example.org/?a=1&b=2#c", "../page.md#part", "#here", "mailto:a@example.org")]
    assert page.values("img", "src") == ["p.png"]
    assert not caplog.records
