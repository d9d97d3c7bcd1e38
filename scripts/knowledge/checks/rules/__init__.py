"""The rules, by subject."""

from collections.abc import Iterable
from itertools import chain

from knowledge.checks.rule import Rule
from knowledge.checks.rules import (
    block_contents,
    blocks,
    changes,
    citations,
    external,
    figures,
    files,
    front_matter,
    guide,
    handbook,
    headings,
    images,
    ledger,
    link_words,
    links,
    lists,
    navigation,
    personal_data,
    programmes,
    readability,
    reviews,
    safety,
    structure,
    tables,
    templates,
    translations,
    trust,
    twins,
    unused,
)
from knowledge.checks.rules.alone import ALONE, found_alone
from knowledge.checks.rules.consequences import without_consequences
from knowledge.checks.rules.discretion import discreet
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept
from knowledge.content.library import Library

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *twins.RULES,
    *translations.RULES,
    *headings.RULES,
    *front_matter.RULES,
    *links.RULES,
    *citations.RULES,
    *programmes.RULES,
    *guide.RULES,
    *blocks.RULES,
    *block_contents.RULES,
    *navigation.RULES,
    *safety.RULES,
    *personal_data.RULES,
    *changes.RULES,
    *structure.RULES,
    *tables.RULES,
    *lists.RULES,
    *link_words.RULES,
    *images.RULES,
    *figures.RULES,
    *reviews.RULES,
    *unused.RULES,
    *ledger.RULES,
    *templates.RULES,
    *trust.RULES,
    *readability.RULES,
    *handbook.RULES,
    *external.RULES,
)


def check(library: Library, more: Iterable[Finding] = (), kept: Kept | None = None, processes: int = 1) -> tuple[Finding, ...]:
    """Return everything there is to say about the library, and `more` that was found elsewhere, each thing once.

    Args:
        library: All content.
        more: What was found elsewhere.
        kept: What the rules that look at one page at a time have found before.
        processes: How many processes may work on what is not kept.
    """
    together = chain.from_iterable(rule(library) for rule in RULES if rule not in ALONE)
    return gathered(library, chain(library.findings, more, found_alone(library, kept, processes=processes), together))


def gathered(library: Library, everything: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in order, each thing once, without those that only follow from a file that cannot be read."""
    found: dict[tuple[object, ...], Finding] = {}
    for item in discreet(library, without_consequences(library, everything)):
        found.setdefault((item.file, item.line, item.id, *sorted(item.details.items())), item)
    return tuple(sorted(found.values()))
