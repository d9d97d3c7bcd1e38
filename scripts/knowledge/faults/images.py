"""Pictures: not there, not ours, too large, of another kind than they say, or without a description."""

import random
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Unpack

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault, Options, here, said

_FOLDER = "../../assets/images"
_NOTHING: Mapping[str, str] = {}


def png(width: int, height: int, *chunks: tuple[bytes, bytes], noise: bool = False) -> bytes:
    """Return a grey picture, or one of noise, which cannot be made smaller."""
    rows = random.Random(1) if noise else None  # noqa: S311
    data = b"".join(b"\0" + (rows.randbytes(3 * width) if rows else b"\x80" * (3 * width)) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), *chunks, (b"IDAT", zlib.compress(data, 0 if noise else 9)), (b"IEND", b""))
    packed = (struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def shown(name: str, check: str, file: str, make: Callable[[], bytes], **options: Unpack[Options]) -> Fault:
    """Return the fault of a picture file that both twins show with a good description."""

    def change(copy: Copy) -> Expected:
        copy.write(f"docs/assets/images/{file}", make())
        copy.say("en", ADVICE, f"![Two people talk at a table]({_FOLDER}/{file})")
        copy.say("da", ADVICE, f"![To mennesker taler sammen ved et bord]({_FOLDER}/{file})")
        return Expected(f"docs/assets/images/{file}", 1)

    return Fault(name, check, change, options.get("consequences", {}))


def _described(name: str, check: str, english: str, danish: str, also: Mapping[str, str] = _NOTHING) -> Fault:
    """Return the fault of the words about a picture that is there."""

    def change(copy: Copy) -> Expected:
        words = {"en": english, "da": danish}
        places = [(page_file(tongue, ADVICE), copy.say(tongue, ADVICE, words[tongue])) for tongue in LANGUAGES]
        return here(*places)

    return Fault(name, check, change, also)


FAULTS: tuple[Fault, ...] = (
    shown(
        "A picture of 8 MB comes straight from the camera",
        "image-too-large",
        "meeting.png",
        lambda: png(1640, 1640, noise=True),
    ),
    shown("A picture is wider than any screen", "image-too-wide", "banner.png", lambda: png(2600, 40)),
    shown(
        "A picture is of a kind that no browser shows",
        "image-format",
        "levels.bmp",
        lambda: b"BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\1\0\1\0\1\0\x18\0\xff\xff\xff\0",
    ),
    shown("A picture is only half downloaded", "image-broken", "levels.png", lambda: b"\x89PNG half a file"),
    shown("A picture has the ending of another kind", "image-misnamed", "talk.jpg", lambda: png(20, 20)),
    said(
        "A picture is not there",
        "image-missing",
        f"![Two people talk at a table]({_FOLDER}/gone.svg)",
        f"![To mennesker taler sammen]({_FOLDER}/gone.svg)",
    ),
    said(
        "A picture comes from another site",
        "image-outside",
        "![Two people talk](https://example.org/a.svg)",
        "![To mennesker taler](https://example.org/a.svg)",
    ),
    _described("A picture has no description", "image-alt", f"![]({_FOLDER}/note.svg)", f"![]({_FOLDER}/note.svg)"),
    _described(
        "A picture in raw HTML has no description",
        "image-alt",
        f'<img src="{_FOLDER}/note.svg">',
        f'<img src="{_FOLDER}/note.svg">',
        {"html-raw": "raw HTML is told as such too"},
    ),
    _described(
        "A picture is described by its file's name",
        "image-alt-name",
        f"![IMG_0412.png]({_FOLDER}/note.svg)",
        f"![IMG_0412.png]({_FOLDER}/note.svg)",
    ),
    _described(
        "A description says that the picture is one",
        "image-alt-begins",
        f"![Picture of two people at a table]({_FOLDER}/note.svg)",
        f"![Billede af to mennesker ved et bord]({_FOLDER}/note.svg)",
    ),
)
