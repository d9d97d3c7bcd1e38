"""The rules, by subject."""

from collections.abc import Iterable
from itertools import chain

from knowledge.checks.rule import Rule
from knowledge.checks.rules import blocks, citations, files, front_matter, headings, links, navigation, translations, twins
from knowledge.content.findings import Finding
from knowledge.content.library import Library

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *twins.RULES,
    *translations.RULES,
    *headings.RULES,
    *front_matter.RULES,
    *links.RULES,
    *citations.RULES,
    *blocks.RULES,
    *navigation.RULES,
)


def check(library: Library, more: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Return everything there is to say about the library, and `more` that was found elsewhere, each thing once."""
    found: dict[tuple[object, ...], Finding] = {}
    for item in chain(library.findings, more, *(rule(library) for rule in RULES)):
        found.setdefault((item.file, item.line, item.id, *sorted(item.details.items())), item)
    return tuple(sorted(found.values()))
