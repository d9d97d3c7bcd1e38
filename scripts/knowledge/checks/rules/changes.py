"""What pages tell as new."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import FrontMatter
from knowledge.twins.state import translations


def twins(library: Library) -> Iterator[Finding]:
    """Both twins tell the same changes: dates and kinds, in the same order; told once, at the translation."""
    for page, source in translations(library):
        if page.front is None or source.front is None:
            continue
        here, there = _told(page.front), _told(source.front)
        if here != there:
            line = page.line_of("changes")
            yield finding("changes-differ", page.file, line, twin=source.file, here=_shown(here), there=_shown(there))


def _told(front: FrontMatter) -> list[str]:
    return [f"{change.date.isoformat()} {change.kind}" for change in front.changes]


def _shown(told: list[str]) -> str:
    return ", ".join(told) or "–"


RULES: tuple[Rule, ...] = (twins,)
