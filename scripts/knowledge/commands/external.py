"""`knowledge external`: try the links to other sites, for a workflow that runs once a week."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.markup import escape

from knowledge.checks import report
from knowledge.checks.external import NoNetwork, try_addresses
from knowledge.checks.rules import external as rules
from knowledge.checks.today import today
from knowledge.commands.frame import Lang, Root, err, language_of, out, root_of
from knowledge.content.external_links import (
    EXTERNAL_LINKS,
    ExternalLink,
    NotReadable,
    external_addresses,
    external_links_text,
    read_external_links,
)
from knowledge.content.library import Library, load_library
from knowledge.twins.confirm import write_whole

# A workflow that runs once a week tries everything; one that is started by hand in between tries what is new.
OFTEN = 6


def external(
    root: Root = None,
    write: Annotated[bool, typer.Option("--write", help=f"Keep the results in {EXTERNAL_LINKS}.")] = False,
    age: Annotated[int, typer.Option(help="Try only addresses whose last result is older than this many days.", min=0)] = OFTEN,
    lang: Lang = None,
) -> None:
    """Try the links of pages and sources to other sites, and tell which are gone.

    The exit code is 0 whatever is found: other sites come and go, and that stops nobody's work.
    """
    library = load_library(root_of(root))
    results = results_of(library, write, age)
    gone = sorted(rules.found(library, results)) if results is not None else []
    if gone:
        out.print(report.text(gone, language_of(lang)))


def results_of(library: Library, write: bool, age: int = OFTEN) -> Mapping[str, ExternalLink] | None:
    """Try what is due, say in one line on the error stream what came of it, and return all results; none without a network.

    Args:
        library: All content.
        write: Keep the results.
        age: How many days a result is good for.
    """
    try:
        known = read_external_links(library)
    except NotReadable:
        err.print(f"[yellow]![/] {EXTERNAL_LINKS} cannot be read, and every address is tried anew.")
        known = {}
    named = external_addresses(library)
    due = [address for address in named if address not in known or (today() - known[address].tried).days > age]
    try:
        tried = try_addresses(due, today())
    except NoNetwork:
        err.print(f"[yellow]![/] None of {len(due)} addresses could be reached; without a network nothing is changed.")
        return None
    results = {address: link for address, link in known.items() if address in named} | {link.address: link for link in tried}
    if write and (tried or results != known):
        write_whole(library.root / EXTERNAL_LINKS, external_links_text(results.values()))
    counts = {result: sum(link.result == result for link in results.values()) for result in ("ok", "dead", "unsure")}
    kept = f"kept in {EXTERNAL_LINKS}" if write else "nothing written (use --write)"
    err.print(
        escape(f"{len(named)} addresses; {len(tried)} tried now; {counts['ok']} ok, {counts['dead']} dead, ")
        + escape(f"{counts['unsure']} unsure; {kept}.")
    )
    return results
