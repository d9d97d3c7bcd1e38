"""`knowledge vendor`: the stemmers that the search runs in a browser, made anew from the package that ships them."""

import hashlib
from pathlib import Path
from typing import Annotated
from zipfile import BadZipFile, ZipFile

import typer

from knowledge.commands.frame import Root, out, root_of, wrong_use

FOLDER = Path("docs/assets/scripts/vendor")
SUMS = "SHA256SUMS"

# Snowball's own compiler writes them; Sphinx ships them. Their version must be that of 'snowballstemmer' in pyproject.toml.
_INSIDE = "sphinx/search/non-minified-js"
_STEMMERS = {"danish-stemmer.js": "DanishStemmer", "english-stemmer.js": "EnglishStemmer"}


def vendor(
    wheel: Annotated[
        Path, typer.Argument(help="The file that 'pip download --no-deps sphinx==9.0.4' fetches.", exists=True, dir_okay=False)
    ],
    root: Root = None,
) -> None:
    """Make the vendored stemmers anew, as modules, and record what they are."""
    folder = root_of(root) / FOLDER
    try:
        with ZipFile(wheel) as package:
            base = package.read(f"{_INSIDE}/base-stemmer.js").decode()
            files = {name: module(base, package.read(f"{_INSIDE}/{name}").decode(), made) for name, made in _STEMMERS.items()}
    except (BadZipFile, KeyError) as error:
        wrong_use(f"{wheel} is not a package that holds the stemmers: {error}.")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / SUMS).write_text("".join(sums(folder)), encoding="utf-8", newline="")
    out.print(f"{len(files)} files written to {FOLDER}")


def module(base: str, stemmer: str, name: str) -> str:
    """Return a stemmer and what it rests on as one module."""
    rooted = base.replace("\nBaseStemmer = function", "\nconst BaseStemmer = function")
    return f"{rooted.rstrip()}\n\n{stemmer.rstrip()}\n\nexport {{ {name} }};\n"


def sums(folder: Path) -> list[str]:
    """Return a line for each vendored file: its hash and its name, as sha256sum writes and checks them."""
    names = sorted(path.name for path in folder.iterdir() if path.name != SUMS)
    return [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
