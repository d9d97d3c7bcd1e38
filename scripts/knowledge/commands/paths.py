"""What an editor means by a path: a file, a folder, or a page by its name in either language."""

import re
from collections.abc import Collection, Iterator, Sequence
from os.path import normpath
from pathlib import Path

from knowledge.checks.suggestions import suggestion
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library

CONFIG = "mkdocs.yml"

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_SPELT_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ä": "ae", "ö": "oe", "ü": "u"})


class NoSuchPath(Exception):
    """A path that means nothing here; the words say what was looked for."""


def key_of(path: str) -> str:
    """Return the key of a page however it is written: docs/da/about/ethics.md, about\\ethics, about/ethics."""
    key = path.strip().replace("\\", "/").removesuffix(".md").strip("/")
    for start in ("./", "docs/", *(f"{language}/" for language in LANGUAGES)):
        key = key.removeprefix(start)
    return key


def page_files(key: str) -> tuple[str, ...]:
    """Return the files of a page and its twin."""
    return tuple(f"docs/{language}/{key}.md" for language in LANGUAGES)


def known_key(library: Library, path: str) -> str:
    """Return the key of a page that is there, in one language at least.

    Raises:
        NoSuchPath: There is none; the words propose the nearest.
    """
    key = key_of(path)
    if any(file in library.files for file in page_files(key)):
        return key
    near = suggestion(key, {page.key for page in library.pages.values()})["suggestion_en"]
    raise NoSuchPath(f"There is no page '{path}'{near}. Write it as docs/da/about/ethics.md or about/ethics.")


def new_key(path: str) -> str:
    """Return the key of a page that is to be made.

    Raises:
        NoSuchPath: The name has signs that an address should not have; the words propose another.
    """
    key = key_of(path)
    if _KEY.fullmatch(key):
        return key
    better = re.sub(r"[^a-z0-9/]+", "-", key.casefold().translate(_SPELT_OUT))
    better = "/".join(part.strip("-") for part in better.split("/") if part.strip("-"))
    hint = f" Write it as {better}." if better else ""
    raise NoSuchPath(f"'{path}' cannot be the address of a page: use small letters a–z, figures and hyphens.{hint}")


def chosen_files(library: Library, paths: Sequence[str]) -> frozenset[str]:
    """Return the files that the paths mean; all content when there are none.

    Raises:
        NoSuchPath: A path means nothing here.
    """
    known = frozenset({*library.files, CONFIG})
    if not paths:
        return known
    return frozenset(file for path in paths for file in _meant(library.root, path, known))


def _meant(root: Path, path: str, known: Collection[str]) -> Collection[str]:
    names = set(_names(root, path))
    found = [file for file in known if file in names or any(file.startswith(f"{name}/") for name in names) or "." in names]
    found = found or [file for file in page_files(key_of(path)) if file in known]
    if not found:
        near = suggestion(key_of(path), [key_of(file) for file in known if file.endswith(".md")])["suggestion_en"]
        raise NoSuchPath(f"There is no file, folder or page '{path}'{near}.")
    return found


def _names(root: Path, path: str) -> Iterator[str]:
    """Yield the paths below the root that a path may mean: seen from the root, and from the folder one stands in."""
    for start in (root, Path.cwd()):
        meant = Path(normpath(start / path.replace("\\", "/")))
        if meant.is_relative_to(root):
            yield meant.relative_to(root).as_posix()
