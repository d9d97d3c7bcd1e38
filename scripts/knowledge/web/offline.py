"""The copy that a reader may keep in the browser: what belongs to it in each language, and the worker that answers from it.

The worker stands at the site's root, since a browser lets it answer for what lies below its own place and for nothing else.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library

FOLDER = "offline"
# The worker as it is written, and where it stands below the site's root.
WORKER_SOURCE = "assets/scripts/offline-worker.js"
WORKER = "offline-worker.js"

# What pages are drawn with. The theme's own scripts and the maps for its developers are used by none.
_DRAWN_WITH = frozenset({".css", ".js", ".svg", ".png", ".ttf", ".woff2"})
_UNUSED = ("assets/javascripts/",)


@dataclass(frozen=True)
class Copy:
    """What a copy in one language holds.

    Attributes:
        version: Tells whether the site has changed since; the same for the same bytes.
        bytes: How much room it takes.
        addresses: Below the site's root, in the order of the alphabet; a page's ends with a stroke.
    """

    version: str
    bytes: int
    addresses: tuple[str, ...]


def write_copies(library: Library, folder: Path) -> None:
    """Write the list of each language, and the worker, into a site's folder that is complete otherwise."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        copy = copy_of(library, language, folder)
        told = {"version": copy.version, "bytes": copy.bytes, "files": copy.addresses}
        (folder / FOLDER / f"{language}.json").write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
    if (source := folder / WORKER_SOURCE).is_file():
        shutil.copyfile(source, folder / WORKER)


def copy_of(library: Library, language: Language, folder: Path) -> Copy:
    """Return what belongs to a language's copy: its pages, its search, its worksheets, and what all pages are drawn with."""
    addresses = tuple(sorted(_addresses(library, language, folder)))
    digest, size = hashlib.sha256(), 0
    for address in addresses:
        content = _file(folder, address).read_bytes()
        digest.update(f"{address}\n{len(content)}\n".encode())
        digest.update(content)
        size += len(content)
    return Copy(digest.hexdigest()[:12], size, addresses)


def _addresses(library: Library, language: Language, folder: Path) -> Iterator[str]:
    for page in library.in_language(language):
        if _file(folder, address := site_path(language, page.key)).is_file():
            yield address
    places = [folder / "search" / language, folder / "assets", folder / site_path(language, "handbook/tools")]
    files = [folder / "search" / f"{language}.json", *(file for place in places for file in place.rglob("*"))]
    for file in files:
        address = file.relative_to(folder).as_posix()
        belongs = file.suffix in ({".pdf", ".json"} if not address.startswith("assets/") else _DRAWN_WITH)
        if file.is_file() and belongs and not address.startswith(_UNUSED):
            yield address


def _file(folder: Path, address: str) -> Path:
    return folder / address / "index.html" if address.endswith("/") or not address else folder / address
