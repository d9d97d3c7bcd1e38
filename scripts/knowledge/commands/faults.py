"""`knowledge faults`: break a copy of the site on purpose, and tell whether the checks notice."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from knowledge.checks.catalogue import catalogue
from knowledge.commands.frame import Root, err, out, root_of, wrong_use

if TYPE_CHECKING:
    from knowledge.faults.run import Outcome, Score


def faults(
    root: Root = None,
    only: Annotated[str | None, typer.Option("--only", metavar="ID", help="Try the faults of this check alone.")] = None,
) -> None:
    """Break a copy of the site in every way that is known, one at a time, and tell whether the checks notice.

    Exit code 0: every fault is found, and nothing else is said; 1: something is missed; 2: the command was used wrongly.
    """
    # The faults are many, and no other command needs them.
    from knowledge.faults.catalogue import exempt  # noqa: PLC0415
    from knowledge.faults.run import chosen, run  # noqa: PLC0415

    if only is not None and only not in catalogue():
        wrong_use(f"There is no check {only}. `knowledge check --format json` shows the ids.")
    if only is not None and not chosen(only):
        wrong_use(f"No fault tries {only}: {exempt().get(only, 'it has none yet')}.")
    score = run(root_of(root), only, _tell)
    _summary(score, len(exempt()))
    raise typer.Exit(0 if score.whole else 1)


def _tell(outcome: "Outcome") -> None:
    """Say at once what is wrong with a fault; a fault that is found needs no words."""
    wrong = (
        *(("missed", place) for place in outcome.missed),
        *(("said besides", told) for told in outcome.false_alarms),
        *(("badly said", told) for told in outcome.badly_said),
    )
    if wrong:
        out.print(f"[bold]{escape(outcome.fault.name)}[/] [dim]{outcome.fault.check}[/]")
    for kind, told in wrong:
        out.print(f"  [red]{kind}[/]: {escape(told)}")


def _summary(score: "Score", exempt: int) -> None:
    for told in score.control:
        err.print(f"[red]The untouched site is not clean[/]: {escape(told)}")
    for name in score.without:
        err.print(f"[red]No fault tries[/] {name}")
    out.print(
        f"{len(score.outcomes)} faults: {score.found} found, {score.missed} missed; {score.false_alarms} false alarms; "
        f"{len({outcome.fault.check for outcome in score.outcomes})} of {len(catalogue())} checks tried, "
        f"{len(score.without)} without a fault, {exempt} exempt"
    )
