"""What the pictures in docs/ are: their real format and their size, read from their first bytes."""

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Names by which pictures go, whether or not a site may show them.
PICTURE_NAMES = frozenset(
    {
        "svg",
        "png",
        "jpg",
        "jpeg",
        "webp",
        "avif",
        "gif",
        "bmp",
        "tif",
        "tiff",
        "heic",
        "heif",
        "ico",
        "psd",
        "eps",
        "jp2",
        "jxl",
        "apng",
    }
)
# The formats as their own first bytes tell them, each under the name that its files have here.
_FORMATS: Mapping[str, str] = {"JPEG": "jpg", "TIFF": "tif", "MPO": "jpg"}

_SVG = re.compile(rb"<svg[\s/>]")
# A drawing names itself near its beginning, below its comments.
_HEAD = 65_536


@dataclass(frozen=True)
class Picture:
    """A picture file.

    Attributes:
        format: What it is by its content ('jpg', 'png', 'svg' …); empty where it is no picture that we know.
        width: In pixels; 0 for a drawing and where it is not known.
    """

    format: str
    width: int = 0
    height: int = 0


def read_pictures(paths: Mapping[str, Path]) -> dict[str, Picture]:
    """Return every file that is named as a picture, by path."""
    return {file: read_picture(path) for file, path in paths.items() if path.suffix.lower().lstrip(".") in PICTURE_NAMES}


def read_picture(path: Path) -> Picture:
    """Return what a picture file is."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return Picture("svg") if _SVG.search(head) else _photograph(path)


def _photograph(path: Path) -> Picture:
    # Most copies of the site hold drawings only, and this library takes long to load.
    from PIL import Image  # noqa: PLC0415

    with warnings.catch_warnings():
        # A picture of very many pixels is told by its size; nothing here unpacks it.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(path) as image:
                name = image.format or ""
                return Picture(_FORMATS.get(name, name.lower()), *image.size)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return Picture("")
