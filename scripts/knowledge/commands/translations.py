"""`knowledge translations`: which translations lag, which words changed, and declaring one to be in step."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from knowledge.commands.frame import Root, err, out, root_of, wrong_use
from knowledge.content.library import Library, load_library
from knowledge.content.page import Page
from knowledge.twins.confirm import declared, write_whole
from knowledge.twins.differences import Change, Kind
from knowledge.twins.history import GitVersions
from knowledge.twins.state import Standing, TranslationState, state_of, states, translations

app = typer.Typer(help="See which translations lag behind, and declare one to be in step.")

PagePath = Annotated[str, typer.Argument(metavar="PATH", help="A page: docs/da/about/ethics.md, or about/ethics.")]

_SAID = {
    Standing.in_step: "[green]in step[/]",
    Standing.lags: "[red]lags[/]",
    Standing.undeclared: "[yellow]not declared[/]",
    Standing.unknown: "[yellow]cannot be known here[/]",
}


@app.callback(invoke_without_command=True)
def overview(context: typer.Context, root: Root = None) -> None:
    """List the translations that are not in step."""
    context.obj = root
    if context.invoked_subcommand is not None:
        return
    folder = root_of(root)
    library = load_library(folder)
    versions = GitVersions(folder)
    found = states(library, versions)
    behind = [state for state in found if state.standing is not Standing.in_step]
    for state in behind:
        sections = ", ".join(dict.fromkeys(change.id or "(opening)" for change in state.lagging))
        out.print(f"{state.page.file}: {_SAID[state.standing]}{f' – {escape(sections)}' if sections else ''}")
    _say_what_is_unknown(found, versions)
    out.print(f"{len(found) - len(behind)} of {len(found)} translations are in step.")
    raise typer.Exit(1 if behind else 0)


@app.command()
def show(context: typer.Context, path: PagePath) -> None:
    """Show the words that changed in a translation's source since it was made."""
    folder, _, page, source = _translation(context, path)
    versions = GitVersions(folder)
    state = state_of(page, source, versions)
    out.print(f"{page.file} {_SAID[state.standing]} (source: {source.file})")
    for change in state.changes:
        out.print(_lines(change))
    _say_what_is_unknown((state,), versions)


@app.command()
def confirm(context: typer.Context, paths: Annotated[list[str], typer.Argument(metavar="PATH...")]) -> None:
    """Declare that translations say what their sources say now."""
    for path in paths:
        folder, _, page, source = _translation(context, path)
        file = folder / page.file
        try:
            text = declared(file.read_bytes().decode("utf-8"), source.blob_id)
        except ValueError as problem:
            wrong_use(f"{page.file}: {problem}.")
        write_whole(file, text)
        out.print(f"[green]✓[/] {page.file} is declared to be in step with {source.file}")


def _lines(change: Change) -> str:
    head = f"  [bold]#{escape(change.id or '(opening)')}[/] {change.kind} ({change.weight})"
    if change.kind is Kind.moved:
        return head
    places = [f"    [red]- {escape(place.before)}[/]\n    [green]+ {escape(place.after)}[/]" for place in change.words]
    return "\n".join([head, *places])


def _say_what_is_unknown(found: tuple[TranslationState, ...], versions: GitVersions) -> None:
    if any(state.standing is Standing.unknown for state in found):
        reason = (
            "no such version is in this repository"
            if versions.complete
            else "this clone holds only the newest versions; fetch the whole history (git fetch --unshallow)"
        )
        err.print(f"[yellow]![/] What some translations were made from cannot be read: {reason}.")


def _translation(context: typer.Context, path: str) -> tuple[Path, Library, Page, Page]:
    """Return the translation that a path means, whichever twin it names."""
    folder = root_of(context.obj)
    library = load_library(folder)
    key = path.removesuffix(".md")
    for start in ("./", "docs/", "en/", "da/"):
        key = key.removeprefix(start)
    pair = next(((page, source) for page, source in translations(library) if page.key == key), None)
    if pair is None:
        wrong_use(f"'{path}' is no page with a translation. Write it as docs/da/about/ethics.md or about/ethics.")
    return folder, library, *pair
