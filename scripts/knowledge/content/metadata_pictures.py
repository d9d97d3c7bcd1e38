"""Names and places in JPEG, PNG, WebP and SVG files, read and cut out without touching the picture itself."""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.content.metadata_fields import (
    Fields,
    MetadataField,
    exif_fields,
    kept_exif,
    traces,
    xmp_fields,
    xmp_rights,
)


@dataclass(frozen=True)
class Part:
    """A part of a picture file, under the name that its format gives it."""

    name: str
    data: bytes
    whole: bytes


def fields_of(suffix: str, content: bytes) -> Fields:
    """Return what a picture says about people."""
    read, _ = _FORMATS[suffix]
    return tuple(read(content))


def stripped(suffix: str, content: bytes) -> bytes:
    """Return a picture without what it says about people."""
    _, strip = _FORMATS[suffix]
    return strip(content)


# ---------- JPEG ----------

_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_START, _SCAN, _END, _COMMENT = 0xD8, 0xDA, 0xD9, 0xFE
_ALONE = frozenset({0x01, _START, _END, *range(0xD0, 0xD8)})
# Fields of IPTC that name people: by-line and its title, credit, contact, writer.
_IPTC = re.compile(rb"\x1c\x02(?P<field>[\x50\x55\x6e\x76\x7a])(?P<length>..)", re.DOTALL)


def _jpeg_parts(content: bytes) -> list[Part]:
    """Return the segments of a JPEG file; a scan holds its picture data, and what follows the end is a part of its own."""
    if not content.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG")
    parts: list[Part] = []
    place = 0
    while place < len(content):
        if content[place] != 0xFF:
            raise ValueError("a JPEG segment is damaged")
        marker = content[place + 1]
        end = place + 2 if marker in _ALONE else place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if end > len(content) or (marker not in _ALONE and end < place + 4):
            raise ValueError("a JPEG file is cut off")
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        parts.append(Part(f"{marker:02x}", content[place + 4 : end], content[place:end]))
        place = end
        if marker == _END:
            break
    if not any(part.name == f"{_SCAN:02x}" for part in parts):
        raise ValueError("a JPEG file without a picture")
    if place < len(content):
        parts.append(Part("rest", content[place:], content[place:]))
    return parts


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where a scan's picture data end: at a marker that is no filling and no restart."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            return len(content)
        following = content[place + 1]
        if following != 0 and following not in range(0xD0, 0xD8) and following != 0xFF:
            return place
        place += 1 if following == 0xFF else 2


def _jpeg_fields(content: bytes) -> Iterator[MetadataField]:
    for part in _jpeg_parts(content):
        if part.name == "e1" and part.data.startswith(_EXIF):
            yield from exif_fields(part.data)
        elif part.name == "e1":
            yield from xmp_fields(part.data)
        elif part.name == "ed":
            for match in _IPTC.finditer(part.data):
                length = int.from_bytes(match["length"], "big")
                value = part.data[match.end() : match.end() + length].decode("utf-8", errors="replace").strip()
                if value:
                    yield MetadataField("IPTC by-line", value)
        elif part.name == "fe":
            yield from traces("JPEG comment", part.data.decode("utf-8", errors="replace"))
        elif part.name == "rest" and part.data.startswith(b"\xff\xd8"):
            # Cameras put a second, smaller picture behind the first.
            yield from _jpeg_fields(part.data)


def _jpeg_stripped(content: bytes) -> bytes:
    parts = _jpeg_parts(content)
    exif = next((part.data for part in parts if part.name == "e1" and part.data.startswith(_EXIF)), b"")
    rights = next((xmp_rights(part.data) for part in parts if part.name == "e1" and part.data.startswith(_XMP)), "")
    kept = kept_exif(exif, rights)
    segment = b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(kept)) + _EXIF + kept if kept else b""
    head, *tail = [part for part in parts if _is_picture(part)]
    jfif = b"".join(part.whole for part in tail if part.name == "e0")
    return head.whole + jfif + segment + b"".join(part.whole for part in tail if part.name != "e0")


def _is_picture(part: Part) -> bool:
    """Whether a segment is needed to show the picture: its data, its colours, and the head of the file."""
    if part.name in {"fe", "rest"}:
        return False
    if part.name.startswith("e"):
        return part.name in {"e0", "ee"} or (part.name == "e2" and part.data.startswith(b"ICC_PROFILE\0"))
    return True


# ---------- PNG ----------

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PEOPLE = frozenset({"author", "artist", "creator", "owner", "by-line", "photographer", "uploaded by"})
_PNG_TEXTS = frozenset({"tEXt", "zTXt", "iTXt"})


def _png_parts(content: bytes) -> list[Part]:
    if not content.startswith(_PNG):
        raise ValueError("no PNG")
    parts: list[Part] = []
    place = len(_PNG)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        end = place + 12 + length
        if end > len(content):
            raise ValueError("a PNG chunk is damaged")
        name = content[place + 4 : place + 8].decode("latin-1")
        parts.append(Part(name, content[place + 8 : end - 4], content[place:end]))
        place = end
        if name == "IEND":
            return parts
    raise ValueError("a PNG file is cut off")


def _png_text(part: Part) -> tuple[str, bytes]:
    """Return the keyword and the text of a text chunk."""
    keyword, _, rest = part.data.partition(b"\0")
    if part.name == "zTXt":
        rest = _unpacked(rest[1:])
    elif part.name == "iTXt":
        # Flag, method, language, the keyword in that language, and the text.
        text = rest[2:].split(b"\0", 2)[-1]
        rest = _unpacked(text) if rest[:1] == b"\1" else text
    return keyword.decode("latin-1"), rest


def _unpacked(data: bytes) -> bytes:
    # A text of more than this is no name; the limit keeps a packed file from filling the memory.
    try:
        return zlib.decompressobj().decompress(data, 1_000_000)
    except zlib.error as error:
        raise ValueError("a PNG text is damaged") from error


def _png_fields(content: bytes) -> Iterator[MetadataField]:
    for part in _png_parts(content):
        if part.name == "eXIf":
            yield from exif_fields(part.data)
        elif part.name in _PNG_TEXTS:
            keyword, text = _png_text(part)
            if keyword == "XML:com.adobe.xmp":
                yield from xmp_fields(text)
            elif keyword.startswith("Raw profile type"):
                yield from _raw_profile(text)
            elif keyword.casefold() in _PNG_PEOPLE and text.strip():
                yield MetadataField(f"PNG {keyword}", text.decode("utf-8", errors="replace"))
            else:
                yield from traces(f"PNG {keyword}", text.decode("utf-8", errors="replace"))


def _raw_profile(text: bytes) -> Iterator[MetadataField]:
    """Yield the fields of EXIF or XMP data that a program wrote into a text chunk as hexadecimal digits."""
    data = bytes.fromhex("".join(text.decode("latin-1").split()[2:]))
    yield from exif_fields(data) if data.startswith((_EXIF, b"II", b"MM")) else xmp_fields(data)


def _png_stripped(content: bytes) -> bytes:
    parts = _png_parts(content)
    exif = next((part.data for part in parts if part.name == "eXIf"), b"")
    texts = [_png_text(part) for part in parts if part.name in _PNG_TEXTS]
    rights = [text.decode("utf-8", errors="replace") for keyword, text in texts if keyword.casefold() == "copyright"]
    rights += [xmp_rights(text) for keyword, text in texts if keyword == "XML:com.adobe.xmp"]
    kept = kept_exif(exif, next(filter(None, rights), ""))
    head, *tail = [part.whole for part in parts if part.name not in {*_PNG_TEXTS, "eXIf", "tIME"}]
    return _PNG + head + (_png_chunk(b"eXIf", kept) if kept else b"") + b"".join(tail)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


# ---------- WebP ----------


def _webp_parts(content: bytes) -> list[Part]:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    parts: list[Part] = []
    place, end = 12, min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while place + 8 <= end:
        length = int.from_bytes(content[place + 4 : place + 8], "little")
        following = place + 8 + length + length % 2
        parts.append(
            Part(
                content[place : place + 4].decode("latin-1"), content[place + 8 : place + 8 + length], content[place:following]
            )
        )
        place = following
    return parts


def _webp_fields(content: bytes) -> Iterator[MetadataField]:
    for part in _webp_parts(content):
        if part.name == "EXIF":
            yield from exif_fields(part.data)
        elif part.name == "XMP ":
            yield from xmp_fields(part.data)


# Bits of the head that announce EXIF and XMP parts.
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _webp_stripped(content: bytes) -> bytes:
    parts = _webp_parts(content)
    exif = next((part.data for part in parts if part.name == "EXIF"), b"")
    rights = next((xmp_rights(part.data) for part in parts if part.name == "XMP "), "")
    kept = kept_exif(exif, rights)
    body = b"".join(_webp_kept(part, with_exif=bool(kept)) for part in parts if part.name not in {"EXIF", "XMP "})
    if kept:
        body += _webp_chunk(b"EXIF", kept)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def _webp_kept(part: Part, *, with_exif: bool) -> bytes:
    if part.name != "VP8X":
        return part.whole
    flags = part.data[0] & ~_HAS_XMP & ~_HAS_EXIF | (_HAS_EXIF if with_exif else 0)
    return _webp_chunk(b"VP8X", bytes([flags]) + part.data[1:])


def _webp_chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


# ---------- SVG ----------

_SVG_METADATA = re.compile(r"\s*<metadata\b[^<>]*?(?:/>|>.*?</metadata\s*>)", re.DOTALL)
_SVG_CREATOR = re.compile(r"<(?P<tag>dc:(?:creator|contributor))\b[^<>]*>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
# Where the program saved the drawing, with the folders of whoever drew it.
_SVG_PATHS = re.compile(
    r"\s(?P<name>inkscape:export-filename|sodipodi:docname|sodipodi:docbase|sodipodi:absref)\s*=\s*(?P<mark>[\"'])(?P<value>.*?)(?P=mark)"
)


def _svg_fields(content: bytes) -> Iterator[MetadataField]:
    text = content.decode("utf-8")
    for found in _SVG_METADATA.finditer(text):
        for match in _SVG_CREATOR.finditer(found[0]):
            value = re.sub(r"<[^<>]*>", " ", match["inner"]).strip()
            if value:
                yield MetadataField(f"SVG {match['tag']}", value)
        yield from traces("SVG metadata", found[0])
    for match in _SVG_PATHS.finditer(text):
        yield from traces(f"SVG {match['name']}", match["value"])


def _svg_stripped(content: bytes) -> bytes:
    text = content.decode("utf-8")
    return _SVG_PATHS.sub("", _SVG_METADATA.sub("", text)).encode("utf-8")


_Read = Callable[[bytes], Iterator[MetadataField]]
_Strip = Callable[[bytes], bytes]
_FORMATS: dict[str, tuple[_Read, _Strip]] = {
    ".jpg": (_jpeg_fields, _jpeg_stripped),
    ".jpeg": (_jpeg_fields, _jpeg_stripped),
    ".png": (_png_fields, _png_stripped),
    ".webp": (_webp_fields, _webp_stripped),
    ".svg": (_svg_fields, _svg_stripped),
}
