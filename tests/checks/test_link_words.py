"""How links are worded and addressed, and the traps of paths: capital letters, backslashes, other languages."""

import pytest
from knowledge.content.findings import Finding

from tests.checks.said import PAGE, said
from tests.small_site import SmallSite


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site with a second page to link to, a picture, and an address of its own."""
    small_site.pages("about/ethics", "# Ethics {#ethics}\n\n## Voluntary {#voluntary}\n\nText.\n")
    small_site.write("docs/assets/images/talk.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    config = (small_site.root / "mkdocs.yml").read_text()
    address = 'site_url: !ENV [SITE_URL, "https://knowledge.example/"]\n'
    small_site.write(
        "mkdocs.yml", address + config.replace("  - Home: index.md\n", "  - Home: index.md\n  - index2: about/ethics.md\n")
    )
    return small_site


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Paths.
        ("See [it](about\\ethics.md).\n", [("link-windows", 1)]),
        ("See [it](C:\\Users\\me\\ethics.md).\n", [("link-windows", 1)]),
        ("See [it](file:///home/me/ethics.md).\n", [("link-windows", 1)]),
        ("![Two people talk](..\\assets\\images\\talk.svg)\n", [("link-windows", 1)]),
        ("See [it](About/Ethics.md).\n", [("link-case", 1)]),
        ("![Two people talk](../assets/images/Talk.SVG)\n", [("link-case", 1)]),
        # Sections, in the language of the link's target.
        ("See [it](about/ethics.md#gone).\n", [("link-anchor", 1)]),
        ("See [it](../da/about/ethics.md#voluntary).\n", [("link-language", 1)]),
        # Words.
        ("For more, [click here](about/ethics.md).\n", [("link-text", 1)]),
        ("Read more [here](about/ethics.md).\n", [("link-text", 1)]),
        ("[Click here to read it](about/ethics.md).\n", [("link-text", 1)]),
        ("[**Read more** »](about/ethics.md).\n", [("link-text", 1)]),
        ("[](about/ethics.md).\n", [("link-text-empty", 1)]),
        ("See [https://example.org/a](https://example.org/a).\n", [("link-text-bare", 1)]),
        ("See <https://example.org/a>.\n", [("link-text-bare", 1)]),
        ("See https://example.org/a, it says.\n", [("link-text-bare", 1)]),
        ("See www.example.org.\n", [("link-text-bare", 1)]),
        ("[Ethics](about/ethics.md)\n\n[Ethics](about/ethics.md#voluntary).\n", [("link-text-double", 3)]),
        # Addresses.
        ("See [the sheet](http://example.org/other).\n", [("link-insecure", 1)]),
        ("See [ethics](https://knowledge.example/about/ethics/).\n", [("link-own-site", 1)]),
        ("See [ethics](//knowledge.example/about/ethics/).\n", [("link-own-site", 1)]),
        ("See [a page](www.example.org/a).\n", [("link-incomplete", 1)]),
        ("See [a page](example.org).\n", [("link-incomplete", 1)]),
        ("See [a page](https:/example.org).\n", [("link-incomplete", 1)]),
        ("See [a page](htps://example.org).\n", [("link-incomplete", 1)]),
    ],
)
def test_a_link_that_would_fail_or_say_nothing_is_found(site: SmallSite, text: str, expected: list[tuple[str, int]]) -> None:
    assert said(site, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See [it](about/ethics.md) and [what is voluntary](about/ethics.md#voluntary).\n",
        "![Two people talk](../assets/images/talk.svg)\n",
        "See [here in Denmark](about/ethics.md) and [the page on more](index.md#hello).\n",
        "[Ethics](about/ethics.md) and again [ethics](about/ethics.md).\n",
        "[![Two people talk](../assets/images/talk.svg)](about/ethics.md)\n",
        "See [the sheet](https://example.org/sheet) and [wiki](https://example.org/a_(b)).\n",
        "Ring [112](tel:112).\n",
        "Write `https://example.org/` or `www.example.org` in code.\n",
        "See [the sheet][s].\n\n[s]: https://example.org/sheet\n",
        "[Other site](https://knowledge.example.org/).\n",
        'See [it](about/ethics.md "A title with blanks").\n',
    ],
)
def test_a_link_that_says_where_it_leads_is_passed(site: SmallSite, text: str) -> None:
    assert said(site, text) == []


def test_danish_pages_are_held_to_danish_words(site: SmallSite) -> None:
    site.page(
        "da",
        "index",
        "# Hej {#hello}\n\n[Klik her](about/ethics.md), [læs mere](about/ethics.md) eller [more](about/ethics.md).\n",
    )
    found = [(entry.id, entry.details["words"]) for entry in in_danish(site) if entry.id == "link-text"]
    assert found == [("link-text", "Klik her"), ("link-text", "læs mere")]


def test_a_danish_link_to_a_section_is_looked_up_in_the_danish_page(site: SmallSite) -> None:
    site.page("da", "about/ethics", "# Etik {#ethics}\n\nTekst.\n")
    site.pages("index", "# Hello {#hello}\n\n[Voluntary](about/ethics.md#voluntary).\n")
    assert "link-anchor" in {entry.id for entry in in_danish(site)}
    assert not any(entry.file == PAGE for entry in site.findings())


def in_danish(site: SmallSite) -> list[Finding]:
    return [found for found in site.findings() if found.file == "docs/da/index.md"]


def test_an_address_that_exists_by_http_only_may_be_a_source(site: SmallSite) -> None:
    path = site.root / "docs/data/sources.yml"
    path.write_text(path.read_text().replace("https://example.org/sheet", "http://example.org/sheet"))
    assert said(site, "See [the sheet](http://example.org/sheet).\n") == []


def test_the_publishers_address_counts_as_the_sites_own(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://published.example/knowledge/")
    assert said(site, "See [ethics](https://published.example/knowledge/about/).\n") == [("link-own-site", 1)]
