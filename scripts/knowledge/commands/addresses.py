"""`knowledge addresses`: the ledger of published addresses beside what the site has now."""

from typing import Annotated

import typer
from rich.markup import escape

from knowledge.checks import report
from knowledge.checks.rules import ledger as rules
from knowledge.commands.frame import Root, out, root_of, wrong_use
from knowledge.content.ledger import LEDGER, with_addresses
from knowledge.content.library import Library, load_library
from knowledge.content.published import all_addresses
from knowledge.twins.confirm import write_whole

# A page has some ten addresses; a list longer than this is read in the file.
_SHOWN = 40


def addresses(
    root: Root = None,
    write: Annotated[bool, typer.Option("--write", help="Add the new addresses to the ledger; none is ever removed.")] = False,
) -> None:
    """List the addresses that are not in the ledger yet, and those that are gone without a redirect.

    Exit code 0: the ledger is true; 1: something is to be added or redirected.
    """
    library = load_library(root_of(root))
    if LEDGER in library.unread:
        wrong_use(f"{LEDGER} cannot be read; 'knowledge check' says why.")
    new = sorted(all_addresses(library) - library.ledger.keys())
    for address in new[:_SHOWN]:
        out.print(f"[green]+[/] {escape(address)}")
    if len(new) > _SHOWN:
        out.print(f"  … and {len(new) - _SHOWN} more")
    if write and new:
        _add(library, new)
    gone = sorted(rules.vanished(library))
    if gone:
        out.print(report.text(gone, None))
    done = "added" if write else "to be added"
    out.print(f"{len(library.ledger)} addresses in {LEDGER}; {len(new)} {done}; {len(gone)} gone without a redirect.")
    raise typer.Exit(1 if gone or (new and not write) else 0)


def _add(library: Library, new: list[str]) -> None:
    file = library.root / LEDGER
    file.parent.mkdir(parents=True, exist_ok=True)
    old = file.read_text(encoding="utf-8") if file.is_file() else ""
    write_whole(file, with_addresses(old, new))
