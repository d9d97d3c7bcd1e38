"""`knowledge search-quality`: ask the results page every judged question, and tell how well it answers."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from knowledge.commands.frame import Root, err, out, root_of, wrong_use
from knowledge.search.browser import NoBrowser, chromium, ours, served, stock
from knowledge.search.quality import Outcome, Score, addresses_of, answerable, by_group, outcomes, read_questions

QUESTIONS = "tests/search/queries.yml"
# The site's configuration with the theme's own search, as it is compared with; it is there while that site is built.
STOCK = ".stock-search.yml"
_PLUGINS = "plugins:\n"
_STOCK_PLUGIN = "  - search:\n      lang: [en, da]\n"


def search_quality(
    root: Root = None,
    site: Annotated[
        Path | None, typer.Option("--site", metavar="DIR", help="The built site to ask; without it, site/.", file_okay=False)
    ] = None,
    with_stock: Annotated[
        bool, typer.Option("--stock/--no-stock", help="Also build the theme's own search on the same pages, and ask it.")
    ] = True,
) -> None:
    """Ask the results page every judged question in Chromium, and print how well it answers, beside the theme's own search."""
    folder = root_of(root)
    built = (site or folder / "site").resolve()
    if not (built / "search").is_dir():
        wrong_use(f"There is no built site with a search in {built}. Build one: 'knowledge build'.")
    asked = read_questions(folder / QUESTIONS)
    questions = answerable(asked, addresses_of(built))
    out.print(f"{len(questions)} questions; {len(asked) - len(questions)} left out, whose pages are not there yet")
    try:
        with chromium() as browser:
            with served(built) as address:
                told = tuple(outcomes(questions, ours(browser.new_page(), address)))
            _print("The site's own search", told)
            if with_stock:
                with tempfile.TemporaryDirectory() as place, served(_built_with_stock(folder, Path(place))) as address:
                    worker = next(Path(place).glob("assets/javascripts/workers/search.*.js")).relative_to(place).as_posix()
                    _print("Stock search", tuple(outcomes(questions, stock(browser.new_page(), address, worker))))
    except NoBrowser as missing:
        err.print(f"[bold red]✗[/] {missing}")
        raise typer.Exit(2) from missing


def _built_with_stock(root: Path, place: Path) -> Path:
    """Build the same pages with the theme's own search; it needs no page to be right, only to be there."""
    config = root / STOCK
    plain = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config.write_text(plain.replace(_PLUGINS, _PLUGINS + _STOCK_PLUGIN, 1), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(place)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    finally:
        config.unlink()
    return place


def _print(title: str, told: tuple[Outcome, ...]) -> None:
    table = Table("", "", "questions", "first", "in five", "MRR@10", "nothing", "other language", title=title)
    for (language, group), score in by_group(told).items():
        table.add_row(language, group, *_figures(score))
    out.print(table)


def _figures(score: Score) -> tuple[str, ...]:
    shares = (score.first, score.among_five, score.nothing, score.foreign)
    first, five, nothing, foreign = (f"{100 * share:.1f} %" for share in shares)
    return str(score.questions), first, five, f"{score.rank:.3f}", nothing, foreign
