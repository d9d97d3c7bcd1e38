"""`knowledge rename`: a page gets another address, and everything that leads to it follows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from knowledge.commands import changes as files
from knowledge.commands.frame import Root, err, out, root_of, wrong_use
from knowledge.commands.paths import CONFIG, NoSuchPath, known_key, new_key
from knowledge.content.ledger import LEDGER, with_addresses
from knowledge.content.library import DATA, Library, load_library
from knowledge.content.published import addresses
from knowledge.mend.blanks import mended_line_ends
from knowledge.mend.change import Change
from knowledge.mend.following import followed
from knowledge.mend.navigation import CannotEdit
from knowledge.mend.rename import CannotRename, Move, plan, renamed
from knowledge.twins.history import GitVersions

# Where a page's address can stand besides in the content: these are for people who program, and are only named.
_ELSEWHERE = (("overrides", "*.html"), ("scripts", "*.py"), ("docs/assets", "*.js"), (".", "*.md"))


@dataclass(frozen=True)
class Plan:
    """Everything that a new address brings with it, and what somebody has to look at."""

    move: Move
    before: Mapping[str, str]
    after: Mapping[str, str]
    mentions: tuple[str, ...]

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes as an editor reads them: a page that moves is compared with itself."""
        return tuple(
            Change(self.move.moves.get(file, file), self._bytes(file), text.encode())
            for file, text in sorted(self.after.items())
        )

    @property
    def made(self) -> tuple[Change, ...]:
        """The changes as files."""
        stay = [
            Change(file, self._bytes(file), text.encode()) for file, text in self.after.items() if file not in self.move.moves
        ]
        new = [Change(to, None, self.after.get(file, self.before[file]).encode()) for file, to in self.move.moves.items()]
        return (*stay, *new, *(Change(file, self._bytes(file), None) for file in self.move.moves))

    def _bytes(self, file: str) -> bytes | None:
        return self.before[file].encode() if file in self.before else None


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A page: about/ethics, or docs/da/about/ethics.md.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new address, in small letters and hyphens: about/our-ethics.")],
    root: Root = None,
    write: Annotated[bool, typer.Option("--write", help="Make the changes. Without it they are only shown.")] = False,
) -> None:
    """Give a page another address: both twins, links, menu, data files, and a redirect from the old one.

    Exit code 0: done; 1: this would change; 2: the command was used wrongly, or a file must be mended first.
    """
    folder = root_of(root)
    library = load_library(folder)
    try:
        made = planned(library, known_key(library, old), new_key(new))
    except (CannotRename, CannotEdit, NoSuchPath) as problem:
        wrong_use(str(problem))
    for here, there in made.move.moves.items():
        out.print(f"[bold]{escape(here)}[/] → [bold]{escape(there)}[/]")
    files.show(made.shown)
    for place in made.mentions:
        err.print(f"[yellow]![/] {escape(place)} names the old address too: look at it yourself.")
    if not write:
        out.print("Nothing is written yet: add --write.")
        raise typer.Exit(1)
    try:
        files.write(folder, made.made)
    except files.NotWritten as problem:
        wrong_use(str(problem))
    out.print(f"[bold green]✓[/] {escape(made.move.old)} is now {escape(made.move.new)}, and the old address leads there.")


def planned(library: Library, old: str, new: str) -> Plan:
    """Return everything that moving a page changes; nothing is written.

    Raises:
        CannotRename: The page cannot be moved, or a file cannot be read, so that links in it would be left behind.
        CannotEdit: The navigation cannot be changed for certain.
    """
    move = plan(library, old, new)
    before = _texts(library)
    after = followed(library, GitVersions(library.root), renamed(library, move, before), before)
    if LEDGER in before:
        pages = [page for page in library.pages.values() if page.file in {**move.moves, **move.moved}]
        new_ones = {place for page in pages for place in addresses(library, replace(page, key=new))}
        after[LEDGER] = with_addresses(before[LEDGER], new_ones)
    odd = sorted(file for file in {*after, *move.moves} if file in before and before[file] != mended_line_ends(before[file]))
    if odd:
        raise CannotRename(f"{odd[0]} has Windows line ends. Run “knowledge fix line-ends --write” first.")
    return Plan(move, before, after, tuple(_mentions(library.root, old)))


def _texts(library: Library) -> dict[str, str]:
    """Return the text of everything that may name a page."""
    read = {page.file for page in library.pages.values()}
    names = [file for file in library.files if file in read or file == LEDGER or _is_data(file)]
    lost = sorted(
        {
            file
            for file in library.files
            if file.endswith(".md") and file not in read and file.startswith(("docs/en/", "docs/da/"))
        }
        | library.unread
    )
    if lost:
        raise CannotRename(
            f"{lost[0]} cannot be read, so links in it would be left behind. “knowledge check” says what is wrong."
        )
    return {file: (library.root / file).read_bytes().decode("utf-8") for file in (*names, CONFIG)}


def _is_data(file: str) -> bool:
    return file.startswith(f"{DATA}/") and file.endswith((".yml", ".yaml"))


def _mentions(root: Path, key: str) -> Iterator[str]:
    """Yield where programs and templates name an address: 'overrides/404.html:18'."""
    # As a program or a template would write it: in quotation marks, or at the end of a longer path.
    pattern = re.compile(rf"[\"'/]{re.escape(key.removesuffix('/index'))}(?:/|\.md)?[\"'#)]")
    for folder, names in _ELSEWHERE:
        search = (root / folder).glob(names) if folder == "." else (root / folder).rglob(names)
        for path in sorted(path for path in search if path.is_file()):
            text = path.read_text(encoding="utf-8", errors="replace")
            match = pattern.search(text) if "/" in key else None
            if match:
                yield f"{path.relative_to(root).as_posix()}:{text.count(chr(10), 0, match.start()) + 1}"
