"""The rules, by subject. Each is a function from the library to the findings it makes."""

from collections.abc import Callable, Iterator

from knowledge.checks.rules import blocks, citations, files, front_matter, headings, links, navigation, twins
from knowledge.content.findings import Finding
from knowledge.content.library import Library

Rule = Callable[[Library], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    files.misplaced,
    twins.missing,
    twins.headings,
    twins.front_matter,
    headings.main_heading,
    headings.levels,
    headings.ids,
    front_matter.vocabularies,
    links.pages,
    links.images,
    links.references,
    citations.sources,
    citations.terms,
    citations.record_sources,
    citations.record_pages,
    blocks.broken,
    blocks.unknown,
    navigation.entries,
    navigation.pages,
)


def check(library: Library) -> tuple[Finding, ...]:
    """Return everything there is to say about the library, sorted by file and line; each thing once."""
    found = {(item.file, item.line, item.id, tuple(sorted(item.details.items()))): item for item in library.findings}
    for rule in RULES:
        for item in rule(library):
            found.setdefault((item.file, item.line, item.id, tuple(sorted(item.details.items()))), item)
    return tuple(sorted(found.values()))
