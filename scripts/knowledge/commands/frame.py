"""What every command shares: where it works, how it speaks, and how it says that it was used wrongly."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from knowledge.content.languages import Language
from knowledge.content.library import NoContent, find_root

out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="DIR", help="The copy to work on; without it, the one that this folder is part of."),
]


class Tongue(StrEnum):
    """A language to speak in."""

    en = "en"
    da = "da"


Lang = Annotated[Tongue | None, typer.Option(help="Language of the text; without it, that of each file.")]


def root_of(given: Path | None) -> Path:
    """Return the site's root, or end with exit code 2 where there is none."""
    if given is not None and not given.is_dir():
        wrong_use(f"There is no folder {given}.")
    try:
        return find_root((given or Path.cwd()).resolve())
    except NoContent:
        wrong_use(f"There is no site in {given or Path.cwd()}: mkdocs.yml and docs/ were looked for. Use --root DIR.")


def wrong_use(message: str) -> NoReturn:
    """End with one line and exit code 2."""
    err.print(f"[bold red]✗[/] {escape(message)}")
    raise typer.Exit(2)


def language_of(chosen: Tongue | None) -> Language | None:
    """Return the language that was asked for, if any."""
    match chosen:
        case Tongue.en:
            return "en"
        case Tongue.da:
            return "da"
        case None:
            return None
