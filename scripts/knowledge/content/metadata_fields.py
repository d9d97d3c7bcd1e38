"""One thing that a file says about whoever made it, and what EXIF and XMP say, which pictures and documents have in common."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from warnings import catch_warnings

from knowledge.content.languages import Text

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True)
class MetadataField:
    """A field that names a person, or a place where `place` is set. The value is never shown to anybody."""

    name: str
    value: str
    place: bool = False


Fields = tuple[MetadataField, ...]


class UnreadableMetadata(ValueError):
    """What a file says about whoever made it cannot be read or taken away; `reason` says why in both languages."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


# An e-mail address, or a folder that is named after its user.
_TRACE = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}|(?:/home/|/Users/|[A-Za-z]:\\+Users\\+)[^\s/\\\"']+")


def traces(name: str, words: str) -> Iterator[MetadataField]:
    """Yield a field whose free text gives a person away."""
    match = _TRACE.search(words)
    if match:
        yield MetadataField(name, match[0])


# ---------- EXIF ----------

_PEOPLE = {
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x9C9D: "XPAuthor",
    0xA430: "CameraOwnerName",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
    0xC62F: "CameraSerialNumber",
}
_FREE_TEXT = {0x010E: "ImageDescription", 0x010D: "DocumentName", 0x9286: "UserComment", 0x9C9C: "XPComment"}
_ORIENTATION, _COPYRIGHT, _DETAILS, _GPS = 0x0112, 0x8298, 0x8769, 0x8825


def exif_fields(data: bytes) -> Iterator[MetadataField]:
    """Yield what EXIF data say about people; `data` may begin with 'Exif' or with the TIFF head."""
    exif = _exif(data)
    tags = {**dict(exif), **exif.get_ifd(_DETAILS)}
    for number, name in _PEOPLE.items():
        value = _text(tags.get(number, ""))
        if value:
            yield MetadataField(f"EXIF {name}", value)
    for number, name in _FREE_TEXT.items():
        yield from traces(f"EXIF {name}", _text(tags.get(number, "")))
    if any(number > 0 for number in exif.get_ifd(_GPS)):
        yield MetadataField("EXIF GPS", "", place=True)


def _exif(data: bytes) -> "Image.Exif":
    # Most copies of the site hold no photograph, and this library takes long to load.
    from PIL import Image  # noqa: PLC0415

    exif = Image.Exif()
    if not data:
        return exif
    # Data that are cut off call forth no more than a warning, and a name may stand in the part that was not read.
    with catch_warnings(category=UserWarning, action="error"):
        exif.load(data if data.startswith(b"Exif") else b"Exif\0\0" + data)
    return exif


def _text(value: object) -> str:
    if isinstance(value, bytes):
        wide = len(value) > 1 and value[1:2] == b"\0"
        value = value.decode("utf-16-le" if wide else "utf-8", errors="replace")
    return _as_utf8(str(value)).replace("\0", "").strip()


def _as_utf8(words: str) -> str:
    """Return words that were written as UTF-8 and read as Latin-1 as they were meant."""
    try:
        return words.encode("latin-1").decode("utf-8")
    except ValueError:
        return words


def kept_exif(data: bytes, rights: str = "") -> bytes:
    """Return EXIF data, from the TIFF head on, of what is kept: how the picture is turned, and whose it is; or nothing.

    Args:
        data: The EXIF data of the picture, or nothing.
        rights: What other metadata say about the rights.
    """
    exif = _exif(data)
    turned = int(exif.get(_ORIENTATION, 1) or 1)
    holder = (_text(exif.get(_COPYRIGHT, "")) or rights).encode("utf-8") + b"\0"
    entries = []
    if 1 < turned <= 8:
        entries.append(struct.pack("<HHIHH", _ORIENTATION, 3, 1, turned, 0))
    if len(holder) > 1:
        # Values of more than four bytes stand behind the directory.
        behind = 8 + 2 + 12 * (len(entries) + 1) + 4
        place = holder.ljust(4, b"\0") if len(holder) <= 4 else struct.pack("<I", behind)
        entries.append(struct.pack("<HHI", _COPYRIGHT, 2, len(holder)) + place)
    if not entries:
        return b""
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", 0)
    return b"II*\0" + struct.pack("<I", 8) + directory + (holder if len(holder) > 4 else b"")


# ---------- XMP ----------

_XMP_PEOPLE = (
    *(
        "creator",
        "contributor",
        "Author",
        "AuthorsPosition",
        "Artist",
        "CaptionWriter",
        "Credit",
        "Manager",
        "Owner",
        "OwnerName",
    ),
    *("PersonInImage", "CiEmailWork", "CiTelWork", "CiAdrExtadr", "ImageCreatorName", "LicensorName", "LicensorEmail"),
    *("CameraOwnerName", "SerialNumber", "LensSerialNumber", "BodySerialNumber"),
)
_XMP_PLACES = ("GPSLatitude", "GPSLongitude", "GPSPosition")


def _xmp_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    choice = "|".join(names)
    return re.compile(
        rf"<(?P<tag>[\w-]+:(?P<name>{choice}))\b(?P<attributes>[^<>]*?)(?<!/)>(?P<inner>.*?)</(?P=tag)>"
        rf"|\s[\w-]+:(?P<attribute>{choice})\s*=\s*(?P<mark>[\"'])(?P<value>.*?)(?P=mark)",
        re.DOTALL,
    )


_PEOPLE_IN_XMP, _PLACES_IN_XMP = _xmp_pattern(_XMP_PEOPLE), _xmp_pattern(_XMP_PLACES)
_RIGHTS_IN_XMP = _xmp_pattern(("rights",))


def xmp_fields(data: bytes) -> Iterator[MetadataField]:
    """Yield what an XMP packet says about people and places."""
    text = xmp_text(data)
    for match in _PEOPLE_IN_XMP.finditer(text):
        value = _xmp_value(match)
        if value:
            yield MetadataField(f"XMP {match['name'] or match['attribute']}", value)
    if any(_xmp_value(match) for match in _PLACES_IN_XMP.finditer(text)):
        yield MetadataField("XMP GPS", "", place=True)
    yield from traces("XMP", text)


def xmp_rights(data: bytes) -> str:
    """Return who holds the rights, by an XMP packet."""
    return next((value for match in _RIGHTS_IN_XMP.finditer(xmp_text(data)) if (value := _xmp_value(match))), "")


def xmp_text(data: bytes) -> str:
    """Return an XMP packet as text; it may be written in any of Unicode's forms."""
    for mark, form in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data.decode(form, errors="replace")
    return data.decode("utf-8", errors="replace")


def _xmp_value(match: re.Match[str]) -> str:
    inner = match["value"] if match["attribute"] else match["inner"]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^<>]*>", " ", inner))).strip()
