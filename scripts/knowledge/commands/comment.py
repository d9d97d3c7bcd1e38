"""`knowledge comment`: the findings of a check as one comment for a pull request."""

from pathlib import Path
from typing import Annotated

import typer

from knowledge.checks.comment import Report, Reported, read_report
from knowledge.checks.comment import comment as written
from knowledge.commands.frame import wrong_use

# A report of so many bytes holds thousands of findings: it is none of ours.
_LARGEST_REPORT = 30_000_000


def comment(
    findings: Annotated[Path, typer.Argument(metavar="FILE.json", help="What `knowledge check --format json` has printed.")],
    base_findings: Annotated[
        Path | None,
        typer.Option("--base-findings", metavar="OLD.json", help="The same for the version that the change goes into."),
    ] = None,
    changed: Annotated[
        list[str] | None, typer.Option("--changed", metavar="PATH", help="A file of the change; may be repeated.")
    ] = None,
    preview: Annotated[
        str | None, typer.Option("--preview", metavar="URL", help="Where the built site of the change can be had.")
    ] = None,
) -> None:
    """Print one comment in Markdown, in both languages, for a pull request.

    Exit code 0: printed; 2: a file is no report.
    """
    if preview is not None and not preview.startswith("https://"):
        wrong_use(f"'{preview}' is no address that begins with https://.")
    base = None if base_findings is None else _read(base_findings)
    print(written(Report(_read(findings), base, changed or (), preview)), end="")


def _read(file: Path) -> tuple[Reported, ...]:
    try:
        if file.stat().st_size > _LARGEST_REPORT:
            wrong_use(f"{file} is too large for a report of findings.")
        return read_report(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        wrong_use(f"{file} is no report: make it with `knowledge check --format json`.")
