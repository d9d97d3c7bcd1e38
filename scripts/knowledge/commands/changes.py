"""Showing what would become of files, and making it so: all of it or nothing."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.markup import escape

from knowledge.commands.frame import out
from knowledge.mend.change import LEGEND, Change, lines_of
from knowledge.twins.confirm import write_whole

_COLOURS = {"+": "green", "-": "red", "@": "cyan", "!": "yellow"}


class NotWritten(Exception):
    """The files could not be written, and are as they were; the words say why."""


def show(changes: Iterable[Change]) -> None:
    """Print the difference that each change makes."""
    legend = False
    for change in changes:
        out.print(f"[bold]{escape(change.file)}[/]{_fate(change)}")
        lines = list(lines_of(change))
        for line in lines:
            out.print(f"  [{_COLOURS.get(line[:1], 'dim')}]{escape(line)}[/]")
        legend = legend or any(sign in line for sign in LEGEND for line in lines)
    if legend:
        said = " · ".join(f"{sign} {meaning}" for sign, meaning in LEGEND.items())
        out.print(f"[dim]{said}[/]")


def _fate(change: Change) -> str:
    if change.before is None:
        return " [green](new)[/]"
    return " [red](goes away)[/]" if change.after is None else ""


def write(root: Path, changes: Sequence[Change]) -> None:
    """Make the changes. New files and new texts come first, so that nothing is lost when one of them fails.

    Raises:
        NotWritten: A file is no longer what the change was made from, or cannot be written. Nothing has changed then.
    """
    for change in changes:
        if _content(root / change.file) != change.before:
            raise NotWritten(f"{change.file} has changed meanwhile. Nothing was written; run the command again.")
    made: list[Change] = []
    try:
        for change in sorted(changes, key=lambda change: change.after is None):
            made.append(change)
            _put(root / change.file, change.after)
    except OSError as error:
        lost = [change.file for change in made if not _restored(root / change.file, change.before)]
        state = f"Look at these, which may be half done: {', '.join(lost)}." if lost else "Every file is as it was."
        raise NotWritten(f"{made[-1].file} cannot be written ({error.strerror}). {state}") from error


def _restored(path: Path, content: bytes | None) -> bool:
    """Put back what stood in a file; return whether it stands there now."""
    try:
        if _content(path) != content:
            _put(path, content)
    except OSError:
        return False
    return True


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
