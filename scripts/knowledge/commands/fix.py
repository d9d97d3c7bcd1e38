"""`knowledge fix`: the repairs that need no judgement, shown first and made when asked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from knowledge.commands import changes as files
from knowledge.commands.frame import Root, err, out, root_of, wrong_use
from knowledge.commands.paths import CONFIG, NoSuchPath, chosen_files
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import DATA, Library, load_library
from knowledge.content.metadata import UnreadableMetadata, may_hold_metadata, strip_metadata
from knowledge.content.reading import LARGEST_PAGE
from knowledge.mend.change import Change
from knowledge.mend.following import followed
from knowledge.mend.repairs import METADATA, NAMES, PageFile, mended_data, mended_page, unmendable
from knowledge.twins.history import GitVersions


@dataclass(frozen=True)
class Repair:
    """What would change, and what was left alone and why."""

    changes: tuple[Change, ...]
    left: tuple[str, ...]


def fix(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REPAIR|PATH]...",
            help=f"Files, folders or pages (about/ethics); without one, all content. Repairs: {', '.join(NAMES)}.",
        ),
    ] = None,
    root: Root = None,
    write: Annotated[bool, typer.Option("--write", help="Change the files. Without it they are only shown.")] = False,
) -> None:
    """Mend what needs no judgement: marks, spaces, order, ids, line ends, metadata. Shows the difference first.

    Exit code 0: nothing to do; 1: something would change; 2: the command was used wrongly.
    """
    folder = root_of(root)
    library = load_library(folder)
    named = [path for path in paths or () if path in NAMES]
    try:
        chosen = chosen_files(library, [path for path in paths or () if path not in NAMES])
    except NoSuchPath as problem:
        wrong_use(str(problem))
    repair = repaired(library, chosen, named or list(NAMES))
    files.show(repair.changes)
    for reason in repair.left:
        err.print(f"[yellow]![/] {escape(reason)}")
    raise typer.Exit(_finish(folder, repair.changes, write=write))


def _finish(folder: Path, changes: Sequence[Change], *, write: bool) -> int:
    count = "1 file" if len(changes) == 1 else f"{len(changes)} files"
    if not changes:
        out.print("[green]✓ Nothing to mend.[/]")
        return 0
    if not write:
        out.print(f"[bold]{count} would change.[/] Nothing is written yet: add --write.")
        return 1
    try:
        files.write(folder, changes)
    except files.NotWritten as problem:
        wrong_use(str(problem))
    out.print(f"[bold green]✓[/] {count} mended.")
    return 0


def repaired(library: Library, chosen: Collection[str], names: Collection[str]) -> Repair:
    """Return what the named repairs make of the chosen files."""
    left: list[str] = []
    texts: dict[str, str] = {}
    originals: dict[str, str] = {}
    for file in sorted(file for file in _texts(library) if file in chosen or _is_page(file)):
        try:
            original = (library.root / file).read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            left += [f"{file} is left alone: it is not saved as UTF-8."] if file in chosen else []
            continue
        originals[file] = original
    for file in (file for file in originals if file in chosen):
        reason = unmendable(originals[file]) or ("it is too long for a page" if len(originals[file]) > LARGEST_PAGE else None)
        if reason is not None:
            left.append(f"{file} is left alone: {reason}.")
            continue
        mended = _mended(file, originals, names)
        if mended != originals[file]:
            texts[file] = mended
    together = followed(library, GitVersions(library.root), texts, originals)
    changed = [Change(file, originals[file].encode(), together[file].encode()) for file in sorted(together)]
    cleaned, uncleaned = _cleaned(library, chosen) if METADATA in names else ([], [])
    return Repair((*changed, *cleaned), (*left, *uncleaned))


def _is_page(file: str) -> bool:
    return file.endswith(".md") and file.startswith(tuple(f"docs/{language}/" for language in LANGUAGES))


def _texts(library: Library) -> Iterator[str]:
    """Yield the texts that editors write: pages, data files and the configuration."""
    yield CONFIG
    for file in library.files:
        if _is_page(file) or (file.startswith(f"{DATA}/") and file.endswith((".yml", ".yaml"))):
            yield file


def _mended(file: str, originals: dict[str, str], names: Collection[str]) -> str:
    if not _is_page(file):
        return mended_data(originals[file], names)
    language: Language = "da" if file.startswith("docs/da/") else "en"
    twin = f"docs/{twin_language(language)}/{file.removeprefix(f'docs/{language}/')}"
    return mended_page(PageFile(originals[file], language, originals.get(twin)), names)


def _cleaned(library: Library, chosen: Collection[str]) -> tuple[list[Change], list[str]]:
    """Return the pictures and documents without the names in them, and which could not be cleaned."""
    changes: list[Change] = []
    left: list[str] = []
    for file in sorted(file for file in library.files if file in chosen and may_hold_metadata(file)):
        content = (library.root / file).read_bytes()
        try:
            cleaned = strip_metadata(file, content)
        except UnreadableMetadata as problem:
            left.append(f"{file} is left alone: {problem.reason.en}.")
            continue
        if cleaned != content:
            changes.append(Change(file, content, cleaned, note="the names and places that the file carries go away"))
    return changes, left
