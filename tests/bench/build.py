"""Measure our build against stock MkDocs + Material + static-i18n on the same generated text, and our checks.

Run by `make bench`. The two builds take turns, so that a machine that slows down slows both;
what counts is the ratio of the medians.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
from tests.bench.generate import our_site, stock_site


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds of wall clock and of processor, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command: list[str], folder: Path, *, may_find: bool = False) -> Run:
    """Run a command to its end and return what it took; a check that finds something (exit code 1) has worked too.

    Raises:
        SystemExit: The command failed, so that its figures would mean nothing.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=output, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode > (1 if may_find else 0):
            output.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{output.read().decode()[-3000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(runs: list[Run], part: Callable[[Run], float]) -> float:
    return statistics.median(part(run) for run in runs)


def compare(pages: int, runs: int, work: Path) -> list[str]:
    """Return a row of the table: pages, medians of both builds, ratios."""
    folders = {"ours": work / f"ours-{pages}", "stock": work / f"stock-{pages}"}
    our_site(folders["ours"], pages)
    stock_site(folders["stock"], pages)
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    taken: dict[str, list[Run]] = {"ours": [], "stock": []}
    for _ in range(runs):
        for name, folder in folders.items():
            taken[name].append(measure(build, folder))
    ours, stock = taken["ours"], taken["stock"]
    return [
        str(pages),
        f"{median(ours, lambda run: run.cpu):.1f}",
        f"{median(stock, lambda run: run.cpu):.1f}",
        f"{median(ours, lambda run: run.cpu) / median(stock, lambda run: run.cpu):.2f}",
        f"{median(ours, lambda run: run.wall) / median(stock, lambda run: run.wall):.2f}",
        f"{median(ours, lambda run: run.memory) / median(stock, lambda run: run.memory):.2f}",
        f"{folder_size(folders['ours'] / 'site') / folder_size(folders['stock'] / 'site'):.2f}",
    ]


def folder_size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def checks(runs: int) -> Table:
    """Return a table of what our checks take on the real site, the start of the program told apart.

    One page is changed for each of the last runs, in a copy of the repository that is thrown away.
    """
    repository = Path(__file__).parent.parent.parent
    command = [sys.executable, "-m", "knowledge.cli", "check"]
    names = ("start", "all, from nothing", "all, again", "one page, first", "one page, again")
    taken: dict[str, list[Run]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        subprocess.run(["git", "clone", "--quiet", str(repository), str(copy)], check=True)
        page = copy / "docs/en/about/evidence.md"
        for _ in range(runs):
            shutil.rmtree(copy / ".cache", ignore_errors=True)
            taken["start"].append(measure([sys.executable, "-c", "import knowledge.cli"], copy))
            taken["all, from nothing"].append(measure(command, copy, may_find=True))
            taken["all, again"].append(measure(command, copy, may_find=True))
            # The first change asks the dictionaries, as the first run of a day does; the second is the editor's everyday.
            for name in ("one page, first", "one page, again"):
                page.write_text(f"{page.read_text(encoding='utf-8')}\nThis is a word.\n", encoding="utf-8")
                taken[name].append(measure([*command, "--since", "HEAD"], copy, may_find=True))
    start = median(taken["start"], lambda run: run.cpu)
    table = Table("checks of the real site", "CPU s", "without the start", "wall s")
    for name, some in taken.items():
        cpu = median(some, lambda run: run.cpu)
        table.add_row(name, f"{cpu:.2f}", f"{cpu - start:.2f}", f"{median(some, lambda run: run.wall):.2f}")
    return table


def main() -> None:
    """Parse the wishes and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 400], help="pages per language")
    parser.add_argument("--runs", type=int, default=3, help="runs of each build")
    wishes = parser.parse_args()
    out = Console()
    table = Table("pages a language", "ours CPU s", "stock CPU s", "CPU ratio", "wall ratio", "memory ratio", "bytes ratio")
    with tempfile.TemporaryDirectory() as folder:
        for pages in wishes.pages:
            table.add_row(*compare(pages, wishes.runs, Path(folder)))
    out.print("Our build and the stock build (MkDocs + Material + static-i18n); a ratio below 1 is in our favour.")
    out.print(table)
    out.print(checks(wishes.runs))


if __name__ == "__main__":
    main()
