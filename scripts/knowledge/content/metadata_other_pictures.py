"""Names and places in the kinds of picture that are read here and not cleaned: GIF, TIFF and AVIF."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from knowledge.content.languages import Text
from knowledge.content.metadata_fields import Fields, MetadataField, UnreadableMetadata, exif_fields, traces, xmp_fields

_SAVE_ANEW = Text(
    en="this kind of picture cannot be cleaned here; save it anew as PNG, JPEG or WebP",
    da="den slags billeder kan ikke renses her. Gem det igen som PNG, JPEG eller WebP",
)


def fields_of(suffix: str, content: bytes) -> Fields:
    """Return what a picture says about people."""
    return tuple(_fields(content))


def _fields(content: bytes) -> Iterator[MetadataField]:
    with Image.open(BytesIO(content)) as picture:
        exif = picture.getexif()
        if exif:
            yield from exif_fields(exif.tobytes())
        xmp = picture.info.get("xmp", b"")
        yield from xmp_fields(xmp if isinstance(xmp, bytes) else str(xmp).encode())
        comment = picture.info.get("comment", b"")
        yield from traces("comment", comment.decode("utf-8", errors="replace") if isinstance(comment, bytes) else str(comment))


def stripped(suffix: str, content: bytes) -> bytes:
    """Refuse: taking names out of these formats would mean to compute the picture anew."""
    raise UnreadableMetadata(_SAVE_ANEW)
