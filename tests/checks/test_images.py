"""Picture files and their descriptions."""

from io import BytesIO

import pytest
from PIL import Image

from tests.checks.said import said
from tests.small_site import SmallSite

FOLDER = "docs/assets/images"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def picture(form: str, size: tuple[int, int] = (8, 6)) -> bytes:
    """Return a picture file of one colour."""
    file = BytesIO()
    Image.new("RGB", size).save(file, form)
    return file.getvalue()


def said_of(site: SmallSite, name: str, content: bytes) -> list[tuple[str, str, int]]:
    """Return what is said of a picture that the page shows."""
    site.write(f"{FOLDER}/{name}", content)
    site.pages("index", f"# Hello {{#hello}}\n\n![Two people talk](../assets/images/{name})\n")
    return [found for found in site.found() if found[1].startswith("docs/assets/")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", picture("PNG")),
        ("a.jpg", picture("JPEG")),
        ("a.jpeg", picture("JPEG")),
        ("a.webp", picture("WEBP")),
        ("a.avif", picture("AVIF")),
        ("A.PNG", picture("PNG")),
        ("a.svg", SVG),
        ("b.svg", b"<?xml version='1.0'?>\n<!-- A drawing -->\n<svg\nviewBox='0 0 1 1'/>"),
        ("wide.png", picture("PNG", (2000, 2))),
        ("full.png", picture("PNG") + bytes(249_000)),
    ],
)
def test_a_picture_that_every_browser_shows_is_passed(small_site: SmallSite, name: str, content: bytes) -> None:
    assert said_of(small_site, name, content) == []


@pytest.mark.parametrize(
    ("name", "content", "check"),
    [
        ("a.gif", picture("GIF"), "image-format"),
        ("a.tiff", picture("TIFF"), "image-format"),
        ("a.bmp", picture("BMP"), "image-format"),
        ("a.heic", b"anything", "image-format"),
        ("a.png", b"no picture at all", "image-broken"),
        ("a.png", picture("PNG")[:20], "image-broken"),
        ("a.svg", b"", "image-broken"),
        ("a.png", picture("JPEG"), "image-misnamed"),
        ("a.jpg", picture("WEBP"), "image-misnamed"),
        ("a.png", SVG, "image-misnamed"),
        ("a.png", picture("PNG", (2001, 2)), "image-too-wide"),
        ("a.png", picture("PNG", (2, 2001)), "image-too-wide"),
        ("a.png", picture("PNG") + bytes(250_000), "image-too-large"),
    ],
)
def test_a_picture_that_would_not_do_is_found_at_its_file(small_site: SmallSite, name: str, content: bytes, check: str) -> None:
    assert said_of(small_site, name, content) == [(check, f"{FOLDER}/{name}", 1)]


def test_a_picture_of_eight_megabytes_is_told_with_its_size_and_its_price(small_site: SmallSite) -> None:
    said_of(small_site, "a.jpg", picture("JPEG") + bytes(8_000_000))
    found = next(found for found in small_site.findings() if found.id == "image-too-large")
    assert dict(found.details) == {"size": "8.0 MB", "limit": "250 kB", "seconds": "64"}


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("talk.svg", "image-alt-name"),
        ("IMG_1234.JPG", "image-alt-name"),
        ("DSC 0042", "image-alt-name"),
        ("Screenshot (3)", "image-alt-name"),
        ("billede", "image-alt-name"),
        ("Image of two people", "image-alt-begins"),
        ("A picture showing two people", "image-alt-begins"),
        ("Billede af to mennesker", "image-alt-begins"),
        ("Foto af to mennesker", "image-alt-begins"),
    ],
)
def test_a_description_that_says_nothing_is_found_on_its_line(small_site: SmallSite, words: str, check: str) -> None:
    small_site.write(f"{FOLDER}/talk.svg", SVG)
    assert said(small_site, f"Text.\n\n![{words}](../assets/images/talk.svg)\n") == [(check, 3)]


@pytest.mark.parametrize(
    "words", ["Two people talk", "Imagine a bridge", "Photographers at work", "Billedkunst på en væg", "A map of 27 countries"]
)
def test_a_description_that_says_what_is_shown_is_passed(small_site: SmallSite, words: str) -> None:
    small_site.write(f"{FOLDER}/talk.svg", SVG)
    assert said(small_site, f"![{words}](../assets/images/talk.svg)\n") == []
