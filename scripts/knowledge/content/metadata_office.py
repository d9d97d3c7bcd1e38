"""Names in office files: of authors and of those who commented or changed, in Microsoft's and in OpenDocument formats.

Both are zip archives of XML parts. Only the names are taken out of the parts; everything else stays as it was packed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from knowledge.content import metadata_pictures
from knowledge.content.languages import Text
from knowledge.content.metadata_fields import Fields, MetadataField, UnreadableMetadata

_PASSWORD = Text(en="it asks for a password", da="filen kræver en adgangskode")
_TOO_LARGE = Text(en="a part of it is too large", da="en del af den er for stor")
# A larger part of XML is no document that anybody wrote by hand.
_LARGEST = 60_000_000


@dataclass(frozen=True)
class _Place:
    """Where a name stands: in which parts, by which pattern (its group `value`), and what is put there instead."""

    part: re.Pattern[str]
    pattern: re.Pattern[str]
    name: str
    instead: str = ""


def _element(part: str, tags: str, name: str, instead: str = "") -> _Place:
    pattern = re.compile(rf"<(?P<tag>(?:{tags}))(?:\s[^<>]*)?(?<!/)>(?P<value>[^<]*)(?=</(?P=tag)>)")
    return _Place(re.compile(part), pattern, name, instead)


def _attribute(part: str, names: str, name: str, instead: str = "") -> _Place:
    return _Place(re.compile(part), re.compile(rf"\s(?:{names})=\"(?P<value>[^\"]*)\""), name, instead)


# A comment or a change must keep an author, so it gets one that is nobody.
_NOBODY, _INITIAL = "Author", "A"
_PLACES = (
    _element(r"docProps/core\.xml", "dc:creator|cp:lastModifiedBy|dc:contributor", "author"),
    _element(r"docProps/app\.xml", "(?:ap:)?Manager", "manager"),
    _attribute(r"word/.*\.xml", "w:author|w15:author", "author of a comment or change", _NOBODY),
    _attribute(r"word/.*\.xml", "w:initials", "author of a comment or change", _INITIAL),
    _attribute(r"word/people\.xml", "w15:userId", "author of a comment or change", _NOBODY),
    _attribute(r"ppt/(?:commentAuthors|authors)\.xml", "name|userId", "author of a comment", _NOBODY),
    _attribute(r"ppt/(?:commentAuthors|authors)\.xml", "initials", "author of a comment", _INITIAL),
    _element(r"xl/comments[^/]*\.xml|xl/comments/.*\.xml", "author", "author of a comment", _NOBODY),
    _attribute(r"xl/persons/.*\.xml", "displayName|userId", "author of a comment", _NOBODY),
    _attribute(r"xl/workbook\.xml", "userName", "user", _NOBODY),
    _attribute(r"xl/workbook\.xml", 'url(?=="(?:[A-Za-z]:|/Users|/home|\\\\\\\\))', "folder"),
    _element(r"meta\.xml", "meta:initial-creator|dc:creator|meta:printed-by|dc:contributor", "author"),
    _element(r"content\.xml|styles\.xml", "dc:creator", "author of a comment or change", _NOBODY),
    _element(
        r"content\.xml|styles\.xml",
        "meta:creator-initials|loext:sender-initials|officeooo:sender-initials",
        "author of a comment",
        _INITIAL,
    ),
)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def fields_of(suffix: str, content: bytes) -> Fields:
    """Return what a document says about people."""
    with _opened(content) as archive:
        return tuple(field for info in archive.infolist() for field in _part_fields(archive, info))


def _opened(content: bytes) -> ZipFile:
    # Word keeps a document with a password in the old kind of file.
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableMetadata(_PASSWORD)
    try:
        return ZipFile(BytesIO(content))
    except BadZipFile as error:
        raise ValueError("no zip archive") from error


def _part_fields(archive: ZipFile, info: ZipInfo) -> Iterator[MetadataField]:
    if _is_picture(info.filename):
        yield from metadata_pictures.fields_of(_suffix(info.filename), _content(archive, info))
        return
    places = [place for place in _PLACES if place.part.fullmatch(info.filename)]
    text = _content(archive, info).decode("utf-8", errors="replace") if places else ""
    for place in places:
        for match in place.pattern.finditer(text):
            value = unescape(match["value"]).strip()
            if value and value != place.instead:
                yield MetadataField(place.name, value)


def _content(archive: ZipFile, info: ZipInfo) -> bytes:
    if info.flag_bits & 1:
        raise UnreadableMetadata(_PASSWORD)
    if info.file_size > _LARGEST:
        raise UnreadableMetadata(_TOO_LARGE)
    try:
        return archive.read(info)
    except BadZipFile as error:
        raise ValueError("a damaged zip archive") from error


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _is_picture(name: str) -> bool:
    return _suffix(name) in _PICTURES


def stripped(suffix: str, content: bytes) -> bytes:
    """Return a document without what it says about people; order, packing and dates of the parts stay."""
    whole = BytesIO()
    with _opened(content) as archive, ZipFile(whole, "w") as cleaned:
        for info in archive.infolist():
            cleaned.writestr(info, _cleaned(info.filename, _content(archive, info)), compress_type=info.compress_type)
    return whole.getvalue()


def _cleaned(name: str, content: bytes) -> bytes:
    if _is_picture(name):
        kind = _suffix(name)
        return metadata_pictures.stripped(kind, content) if metadata_pictures.fields_of(kind, content) else content
    places = [place for place in _PLACES if place.part.fullmatch(name)]
    if not places:
        return content
    text = content.decode("utf-8")
    for place in places:
        text = place.pattern.sub(lambda match, instead=place.instead: _replaced(match, instead), text)  # type: ignore[misc]
    return text.encode("utf-8")


def _replaced(match: re.Match[str], instead: str) -> str:
    start, end = match.span("value")
    return (
        f"{match[0][: start - match.start()]}{instead}{match[0][end - match.start() :]}" if match["value"].strip() else match[0]
    )
