"""`knowledge new`: both twins of a page from a template that explains itself, and their place in the menu."""

import sys
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.markup import escape

from knowledge.checks.today import today
from knowledge.commands import changes as files
from knowledge.commands.frame import Root, Tongue, out, root_of, wrong_use
from knowledge.commands.paths import CONFIG, NoSuchPath, new_key
from knowledge.content.library import DATA
from knowledge.content.worksheet import TOOLS
from knowledge.mend.blanks import mended_line_ends
from knowledge.mend.change import Change
from knowledge.mend.navigation import CannotEdit, with_page
from knowledge.mend.templates import Kind, NewPage, page_texts, placeholder, record_text

# Where the records of this kind stand, each in a file of its own.
_RECORDS = {"programme": "programmes", "tool": "worksheets"}
# Where the pages of these kinds stand when nothing else is said.
_FOLDERS = {"programme": "programmes", "event": "conferences", "tool": TOOLS}
_TIMELINE = f"{DATA}/timeline.yml"


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of {', '.join(get_args(Kind))}.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The address of the page: handbook/first-talk.")],
    root: Root = None,
    titles: Annotated[
        tuple[str, str] | None,
        typer.Option("--titles", metavar="ENGLISH DANISH", help="The titles; without them you are asked."),
    ] = None,
    source: Annotated[Tongue, typer.Option("--source", help="The language in which the page is written first.")] = Tongue.en,
) -> None:
    """Make both twins of a page from a template, and put the page into the menu. Nothing that is there is overwritten.

    What you have to write stands in ‹such marks›, and help in <!-- comments -->: both are findings until you have done them.
    Exit code 0: made; 2: the command was used wrongly, or the page is there already.
    """
    folder = root_of(root)
    if kind not in get_args(Kind):
        wrong_use(f"There is no kind '{kind}'. Choose one of {', '.join(get_args(Kind))}.")
    try:
        page = _asked(kind, new_key(path), titles, source)  # type: ignore[arg-type]
        made = new_files(folder, page)
        files.write(folder, made)
    except (NoSuchPath, CannotEdit, files.NotWritten) as problem:
        wrong_use(str(problem))
    for change in made:
        out.print(f"[green]{'+' if change.before is None else '~'}[/] {escape(change.file)}")
    out.print(f"Write what stands in ‹such marks›, then run: knowledge check --since HEAD   ({escape(page.key)})")


def _asked(kind: Kind, key: str, titles: tuple[str, str] | None, source: Tongue) -> NewPage:
    """Return the new page, its titles asked for where somebody is there to answer."""
    if kind in _FOLDERS and "/" not in key:
        key = f"{_FOLDERS[kind]}/{key}"
    if titles is None and sys.stdin.isatty():
        titles = (typer.prompt("English title"), typer.prompt("Dansk titel"))
    english, danish = titles or (placeholder(key), placeholder(key))
    return NewPage(kind, key, english, danish, source.value, today())


def new_files(folder: Path, page: NewPage) -> list[Change]:
    """Return the files that a new page brings; nothing is written.

    Raises:
        NoSuchPath: A file is there already, pages of this kind are not set up, or they stand elsewhere.
        CannotEdit: The page cannot be put into the menu.
    """
    if page.kind == "tool" and page.key != f"{TOOLS}/{page.slug}":
        raise NoSuchPath(f"A tool stands in {TOOLS}/, where its PDF is: {TOOLS}/{page.slug}. Nothing was made.")
    added = {f"docs/{language}/{page.key}.md": text for language, text in page_texts(page).items()}
    if page.kind in _RECORDS:
        records = f"{DATA}/{_RECORDS[page.kind]}"
        added[f"{records}/{page.slug}.yml"] = record_text(page)
    there = sorted(file for file in added if (folder / file).exists())
    if there:
        raise NoSuchPath(f"{there[0]} is there already. Nothing was made.")
    config, text = _to_edit(folder, CONFIG)
    menu = with_page(text, page.key, page.english, page.danish)
    return [
        *(Change(file, None, text.encode()) for file, text in sorted(added.items())),
        *([_in_timeline(folder, page)] if page.kind == "event" else []),
        Change(CONFIG, config, menu.encode()),
    ]


def _in_timeline(folder: Path, page: NewPage) -> Change:
    """Return the timeline with the event's record at its end, as a comment: an event without a source is no record yet."""
    if not (folder / _TIMELINE).is_file():
        raise NoSuchPath(f"This site keeps no timeline: {_TIMELINE} is not there. Nothing was made.")
    before, text = _to_edit(folder, _TIMELINE)
    return Change(_TIMELINE, before, f"{text.rstrip()}\n{record_text(page)}".encode())


def _to_edit(folder: Path, file: str) -> tuple[bytes, str]:
    """Return a file as it is, and its text.

    Raises:
        CannotEdit: It is no text that a program may change.
    """
    content = (folder / file).read_bytes()
    try:
        return content, mended_line_ends(content.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise CannotEdit(f"{file} is not saved as UTF-8. Mend that first.") from problem
