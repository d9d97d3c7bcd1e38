"""Pictures that every browser shows, that load quickly, and whose description says something."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library

# Every browser in use shows these.
FORMATS = ("svg", "png", "webp", "avif", "jpg")
_ENDINGS = {"jpeg": "jpg"}

# 1 Mbit/s, a phone at the edge of its network: readers come worried and are not to wait longer than two seconds.
_BYTES_A_SECOND = 125_000
LARGEST_FILE = 2 * _BYTES_A_SECOND

# The text column is 576 CSS pixels wide; the sharpest phones draw three dots for each.
WIDEST = 2_000

_FILE_NAME = re.compile(r"^[\w%-]+(?:[ _-][\w%-]+)*\.(?:png|jpe?g|svg|webp|avif|gif|tiff?|bmp|heic)$", re.IGNORECASE)
_CAMERA_NAME = re.compile(
    r"^(?:img|dsc[fn]?|image|billede|screenshot|skærmbillede|foto|photo|picture)[ _-]*[\d(][\d() _.-]*$", re.IGNORECASE
)
_ONLY_KIND = frozenset(
    {"image", "picture", "photo", "graphic", "illustration", "figure", "logo", "icon", "diagram", "screenshot"}
    | {"billede", "foto", "grafik", "figur", "ikon", "skærmbillede", "tegning", "alt"}
)
_BEGINS = re.compile(
    r"^(?:an? |the |et |en )?(?:image|picture|photo|photograph|graphic|illustration|screenshot|billede|foto|fotografi|grafik"
    r"|illustration|skærmbillede)(?:et|en)? (?:of|showing|that shows|af|med|der viser|som viser)\b",
    re.IGNORECASE,
)


def formats(library: Library) -> Iterator[Finding]:
    """A picture is of a kind that browsers show, and its name says which."""
    known = ", ".join(FORMATS)
    for file, picture in library.pictures.items():
        ending = PurePosixPath(file).suffix.lower().lstrip(".")
        ending = _ENDINGS.get(ending, ending)
        if ending not in FORMATS:
            yield finding("image-format", file, format=ending, known=known)
        elif not picture.format:
            yield finding("image-broken", file)
        elif picture.format != ending:
            yield finding("image-misnamed", file, format=picture.format, ending=ending)


def sizes(library: Library) -> Iterator[Finding]:
    """A picture is no larger than a page can use."""
    for file, picture in library.pictures.items():
        size = library.files[file]
        if size > LARGEST_FILE:
            limit, seconds = _kilobytes(LARGEST_FILE), size // _BYTES_A_SECOND
            yield finding("image-too-large", file, size=_kilobytes(size), limit=limit, seconds=seconds)
        if max(picture.width, picture.height) > WIDEST:
            yield finding("image-too-wide", file, width=picture.width, height=picture.height, limit=WIDEST)


def _kilobytes(size: int) -> str:
    return f"{size // 1000} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def descriptions(library: Library) -> Iterator[Finding]:
    """A picture's description says what it shows to somebody who does not see it."""
    for page in library.pages.values():
        for link in page.document.links:
            words = " ".join(link.text.split())
            if not link.image or not words:
                continue
            if _FILE_NAME.match(words) or _CAMERA_NAME.match(words) or words.casefold() in _ONLY_KIND:
                yield finding("image-alt-name", page.file, link.line, words=words[:60])
            elif _BEGINS.match(words):
                yield finding("image-alt-begins", page.file, link.line, words=words[:60], begins=_BEGINS.match(words)[0])  # type: ignore[index]


RULES: tuple[Rule, ...] = (
    formats,
    sizes,
    descriptions,
)
