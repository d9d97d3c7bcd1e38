"""Links, pictures, references and footnotes: what is told, and what is left in peace."""

import pytest
from knowledge.checks.catalogue import catalogue
from knowledge.content.findings import Finding

from tests.checks.broken import EN, say, told
from tests.small_site import NAV, SmallSite


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site with a second page in a folder, a picture, and a file that is no page."""
    small_site.pages("part/other", "# Other {#other}\n\n## Section {#section}\n\nText.\n")
    small_site.pages("part/index", "# Part {#part}\n\nText.\n")
    small_site.write("mkdocs.yml", NAV.replace("nav:\n", "nav:\n  - part/other.md\n  - part/index.md\n"))
    small_site.write("docs/assets/images/a picture.svg", "<svg/>")
    small_site.write("docs/assets/form.csv", "form")
    return small_site


def only(site: SmallSite, text: str) -> Finding:
    """Return the one finding about links and pictures that a text below the English heading causes."""
    say(site, text)
    (found,) = (item for item in site.findings() if catalogue()[item.id].subject == "links")
    return found


@pytest.mark.parametrize(
    "link",
    [
        "[a](part/other.md)",
        "[a](./part/../part/other.md)",
        "[a](part/other.md#section)",
        "[a](part/other.md?print=1#section)",
        "[a](part/other%2Emd#s%65ction)",
        '[a](part/other.md "A title")',
        "[a](<part/other.md>)",
        "[a](../da/index.md#hello)",
        "[a](#hello)",
        "[a](#)",
        "[a](index.md)",
        "[a](../assets/form.csv)",
        "[a](../assets/form.csv#page=2)",
        "<a href='part/other.md#section'>a</a>",
        "[a][b]\n\n[b]: part/other.md#section",
        "![A picture](<../assets/images/a picture.svg>)",
        "![A picture](../assets/images/a%20picture.svg)",
        "![A picture](../assets/images/a picture.svg)",
        "<img src='../assets/images/a%20picture.svg' alt='A picture'>",
        "[![A picture](../assets/images/a%20picture.svg)](part/other.md)",
        "![A picture][b]\n\n[b]: ../assets/images/a%20picture.svg",
    ],
)
def test_a_link_to_what_exists_is_left_in_peace(site: SmallSite, link: str) -> None:
    say(site, link)
    assert told(site.findings()) == []


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://example.org/gone)",
        "[a](HTTPS://EXAMPLE.ORG)",
        "[a](mailto:a@example.org)",
        "[a](tel:112)",
        "[a](//example.org/gone)",
        "<a href='https://example.org'>a</a>",
        "<https://example.org/gone>",
        "[a][b]\n\n[b]: https://example.org",
        "[a](https://example.org/[gone)",
    ],
)
def test_a_link_to_another_site_is_not_looked_up(site: SmallSite, link: str) -> None:
    say(site, link)
    assert told(site.findings()) == []


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("[a](gone.md)", "gone.md"),
        ("[a](gone page.md)", "gone page.md"),
        ("[a](gone%20page.md)", "gone%20page.md"),
        ("[a](part/gone.md#section)", "part/gone.md#section"),
        ("[a](../../../../etc/passwd)", "../../../../etc/passwd"),
        ("[a](part/other.html)", "part/other.html"),
        ("[a]()", ""),
        ("<a href='gone.md'>a</a>", "gone.md"),
        ("[a][b]\n\nText.\n\n[b]: gone.md", "gone.md"),
        ("[a](\x01//[gone)", "\x01//[gone"),
        ("[a](gone%ZZ%ff.md)", "gone%ZZ%ff.md"),
    ],
)
def test_a_link_to_nothing_is_told(site: SmallSite, link: str, target: str) -> None:
    found = only(site, link)
    line = 18 if link.startswith("[a][b]") else 14
    assert (found.id, found.file, found.line, found.details["target"]) == ("link-dead", EN, line, target)


def test_a_slip_in_a_path_is_answered_with_the_nearest_file(site: SmallSite) -> None:
    found = only(site, "[a](part/othr.md)")
    assert "docs/en/part/other.md" in found.details["suggestion_en"]
    assert "docs/en/part/other.md" in found.details["suggestion_da"]


@pytest.mark.parametrize(
    "link", ["[a](#gone)", "[a](part/other.md#gone)", "[a](part/other.md#Section)", "<a href='#gone'>a</a>"]
)
def test_a_link_to_a_section_that_does_not_exist_is_told(site: SmallSite, link: str) -> None:
    found = only(site, f"Text.\n\n{link}")
    assert (found.id, found.file, found.line) == ("link-anchor", EN, 16)


def test_a_slip_in_an_anchor_is_answered_with_the_nearest_id(site: SmallSite) -> None:
    found = only(site, "[a](part/other.md#secton)")
    assert found.details["suggestion_en"] == " (did you mean “section”?)"


def test_a_link_to_the_language_of_a_heading_without_an_id_is_told(site: SmallSite) -> None:
    say(site, "## Part\n\n[a](#part)")
    assert ("link-anchor", EN, 16) in told(site.findings())


def test_a_section_of_a_page_that_cannot_be_read_is_not_guessed_at(site: SmallSite) -> None:
    site.write("docs/en/part/other.md", b"\xff")
    say(site, "[a](part/other.md#section)")
    assert told(site.findings()) == [("file-not-utf8", "docs/en/part/other.md", 1)]


@pytest.mark.parametrize("link", ["[a](/part/other.md)", "[a](/)", "<a href='/da/'>a</a>", "[a](/part/other.md#section)"])
def test_a_link_from_the_top_of_the_site_is_told(site: SmallSite, link: str) -> None:
    assert only(site, link).id == "link-absolute"


@pytest.mark.parametrize("link", ["[a](part/)", "[a](part/other)", "[a](part/other/)", "[a](part/other/#section)", "[a](.)"])
def test_a_link_to_a_built_page_is_told(site: SmallSite, link: str) -> None:
    found = only(site, link)
    assert (found.id, found.file, found.line) == ("link-built", EN, 14)


def test_two_mistakes_in_one_line_are_both_told(site: SmallSite) -> None:
    say(site, "[a](gone.md) and [b](gone-too.md) and again [a](gone.md)")
    assert told(site.findings()) == [("link-dead", EN, 14), ("link-dead", EN, 14)]


@pytest.mark.parametrize(
    ("picture", "check"),
    [
        ("![A picture](gone.svg)", "image-missing"),
        ("![A picture](part/)", "image-missing"),
        ("![A picture]()", "image-missing"),
        ("<img src='gone.svg' alt='A picture'>", "image-missing"),
        ("![A picture](\x01//[gone)", "image-missing"),
        ("![A picture](https://example.org/a.svg)", "image-outside"),
        ("![A picture](//example.org/a.svg)", "image-outside"),
        ("![A picture](data:image/svg+xml,a)", "image-outside"),
        ("![A picture][b]\n\n[b]: HTTPS://example.org/a.svg", "image-outside"),
        ("<img src=https://example.org/a.svg alt=Picture>", "image-outside"),
        ("![](<../assets/images/a picture.svg>)", "image-alt"),
        ("![ ](../assets/images/a%20picture.svg)", "image-alt"),
        ("![][b]\n\n[b]: ../assets/images/a%20picture.svg", "image-alt"),
        ("<img src='../assets/images/a%20picture.svg'>", "image-alt"),
        ("[![](../assets/images/a%20picture.svg)](part/other.md)", "image-alt"),
    ],
)
def test_a_picture_that_readers_cannot_see_is_told(site: SmallSite, picture: str, check: str) -> None:
    found = only(site, f"Text.\n\n{picture}")
    assert (found.id, found.file, found.line) == (check, EN, 16)


def test_a_reference_is_found_whatever_its_capitals(site: SmallSite) -> None:
    say(site, "[a][Other] and [other][].\n\n[oTHER]: part/other.md")
    assert told(site.findings()) == []


@pytest.mark.parametrize(("text", "name"), [("[words][gone]", "gone"), ("[gone][]", "gone"), ("[two\nlines][gone]", "gone")])
def test_a_reference_that_is_not_defined_is_told(site: SmallSite, text: str, name: str) -> None:
    found = only(site, text)
    assert (found.id, found.file, found.line, found.details["name"]) == ("reference-undefined", EN, 14, name)


def test_a_reference_defined_on_another_page_does_not_count(site: SmallSite) -> None:
    site.pages("part/index", "# Part {#part}\n\n[a][here]\n\n[here]: other.md\n")
    assert only(site, "[a][here]").id == "reference-undefined"


@pytest.mark.parametrize(
    "text", ["[sic][^1]\n\n[^1]: So it says.", "Text[^a]: more.\n\n[^a]: A note [@sheet].", "\\[^gone]", "`[^gone]`"]
)
def test_a_footnote_that_has_a_text_is_left_in_peace(site: SmallSite, text: str) -> None:
    say(site, text)
    assert told(site.findings()) == []


def test_a_text_of_a_footnote_that_nobody_uses_is_left_in_peace(site: SmallSite) -> None:
    say(site, "Text.\n\n[^unused]: A note.")
    assert told(site.findings()) == []


def test_a_footnote_without_a_text_is_told_even_before_a_colon(site: SmallSite) -> None:
    found = only(site, "As said[^gone]: more.")
    assert (found.id, found.line, found.details["name"]) == ("footnote-undefined", 14, "gone")
