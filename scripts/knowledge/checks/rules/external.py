"""Links to other sites that were gone when they were last tried. Nothing is tried here: the committed results are read."""

from collections.abc import Iterator, Mapping

from knowledge.checks.rule import Rule
from knowledge.content.external_links import EXTERNAL_LINKS, ExternalLink, NotReadable, external_addresses, read_external_links
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library


def dead(library: Library) -> Iterator[Finding]:
    """A page or a source that names an address which was gone is told of it."""
    try:
        known = read_external_links(library)
    except NotReadable:
        yield finding("external-unreadable", EXTERNAL_LINKS)
        return
    yield from found(library, known)


def found(library: Library, known: Mapping[str, ExternalLink]) -> Iterator[Finding]:
    """Yield every place that names an address which was gone when it was last tried."""
    if not any(link.result == "dead" for link in known.values()):
        return
    for address, places in external_addresses(library).items():
        link = known.get(address)
        if link is None or link.result != "dead":
            continue
        for file, line in dict.fromkeys(places):
            yield finding("link-external-dead", file, line, target=address, reason=link.answer, day=link.tried.isoformat())


RULES: tuple[Rule, ...] = (dead,)
