"""The command `knowledge`: its parts, put together."""

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from knowledge.checks import report
from knowledge.checks.built import check_site
from knowledge.checks.catalogue import as_json
from knowledge.checks.rules import check as check_library
from knowledge.commands import addresses, comment, external, faults, fix, new, rename, search_quality, translations, vendor
from knowledge.commands.frame import Lang, Root, err, language_of, out, root_of, wrong_use
from knowledge.commands.since import findings_since
from knowledge.content.kept import Kept
from knowledge.content.library import Library, load_library
from knowledge.content.schemas import schemas as schema_texts
from knowledge.publish import BuildRefused, build_site, serve_site

app = typer.Typer(
    name="knowledge",
    help="Fælles viden / Common Knowledge: read, check, build and serve the site.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(translations.app, name="translations")
app.command()(faults.faults)
app.command()(fix.fix)
app.command()(new.new)
app.command()(comment.comment)
app.command()(rename.rename)
app.command()(addresses.addresses)
app.command()(external.external)
app.command()(vendor.vendor)
app.command("search-quality")(search_quality.search_quality)


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    github = "github"
    json = "json"


@app.command()
def serve(
    root: Root = None,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
) -> None:
    """Serve the site on this machine, and build it anew when a file changes."""
    folder = root_of(root)
    _show(load_library(folder))
    err.print(f"[bold]http://127.0.0.1:{port}/[/] and [bold]http://127.0.0.1:{port}/da/[/] (stop with Ctrl+C)")
    raise typer.Exit(serve_site(folder, port))


@app.command()
def build(
    root: Root = None,
    site: Annotated[Path | None, typer.Option("--site", metavar="DIR", help="Where to build; without it, site/.")] = None,
) -> None:
    """Build what is published: the pages in both languages, and the data files beside them."""
    folder = root_of(root)
    library = load_library(folder)
    try:
        summary = build_site(library, (site or folder / "site").resolve())
    except BuildRefused as refused:
        _show(library)
        err.print(f"[bold red]✗[/] {escape(str(refused))}")
        raise typer.Exit(1) from refused
    for note in summary.notes:
        err.print(f"[yellow]![/] {escape(note)}")
    counts = ", ".join(f"{form} {count}" for form, count in summary.examples.items())
    out.print(f"Constructed cases by form: {counts}")
    out.print(f"[bold green]✓[/] {summary.pages} pages and {summary.data_files} data files in {escape(str(summary.folder))}")


@app.command()
def check(  # noqa: PLR0913, PLR0917 (each option of a command is an argument)
    root: Root = None,
    format: Annotated[Format, typer.Option(help="How to print the findings.")] = Format.text,
    lang: Lang = None,
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DIR", help="Check this built site as well.", exists=True, file_okay=False)
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="REF", help="Only what changed since this commit, and what that may break.")
    ] = None,
    links_out: Annotated[
        bool, typer.Option("--external", help="Try the links to other sites first, as 'knowledge external --write' does.")
    ] = False,
) -> None:
    """Print what is wrong in the content, where, why it matters, and how to mend it.

    Exit code 0: nothing; 1: something to mend; 2: the command was used wrongly.
    """
    folder = root_of(root)
    if links_out:
        external.results_of(load_library(folder), write=True)
    kept = Kept.below(folder)
    library = load_library(folder, kept)
    if site is not None and not (site / "index.html").is_file():
        wrong_use(f"There is no built site in {site}: index.html was looked for.")
    if since is None:
        findings = check_library(library, kept=kept, processes=os.cpu_count() or 1)
    else:
        findings = findings_since(library, since, kept)
    kept.save(asked_only=since is None)
    if site is not None:
        findings = tuple(sorted((*findings, *check_site(library, site.resolve()))))
    match format:
        case Format.json:
            print(json.dumps([as_json(found) for found in findings], ensure_ascii=False, indent=2))
        case Format.github:
            for found in findings:
                print(report.github_line(found, language_of(lang)))
        case Format.text:
            out.print(report.text(findings, language_of(lang)))
    raise typer.Exit(report.exit_code(findings))


@app.command()
def schemas(
    root: Root = None,
    write: Annotated[bool, typer.Option("--write", help="Write them to docs/data/schemas/.")] = False,
) -> None:
    """List the JSON Schemas of the data files, or write them for editors' programs."""
    folder = root_of(root) / "docs" / "data" / "schemas"
    for name, text in schema_texts().items():
        path = folder / name
        state = "same" if path.is_file() and path.read_text(encoding="utf-8") == text else "differs"
        if write and state == "differs":
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            state = "written"
        out.print(f"{name}: {state}")


def _show(library: Library) -> None:
    """Print the findings that reading alone has made, so that an editor sees them before any build."""
    if library.findings:
        err.print(report.text(library.findings, None))


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
