"""The two languages side by side."""

from collections.abc import Iterator
from itertools import zip_longest

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import Language, twin_language
from knowledge.content.library import Library
from knowledge.content.page import Page

_NAMES: dict[Language, dict[str, str]] = {
    "en": {"language_en": "English", "language_da": "engelske"},
    "da": {"language_en": "Danish", "language_da": "danske"},
}

# What is true of the page and not of its language.
SHARED_FIELDS = ("kind", "audience", "review_by", "owner", "sources", "source_language", "template")


def missing(library: Library) -> Iterator[Finding]:
    """Every page has a twin, looked for from both sides; a twin that stands there unreadable has its own finding."""
    for page in library.pages.values():
        other = twin_language(page.language)
        twin = f"docs/{other}/{page.key}.md"
        if twin not in library.files:
            yield finding("twin-missing", page.file, 1, twin=twin, **_NAMES[other])


def headings(library: Library) -> Iterator[Finding]:
    """Both twins have the same heading ids on the same levels in the same order; told once, at the translation."""
    for page, twin in _pairs(library):
        ours = [(heading.level, heading.id or heading.text) for heading in page.document.headings]
        theirs = [(heading.level, heading.id or heading.text) for heading in twin.document.headings]
        place = _first_difference(_compared(page), _compared(twin))
        if place is None:
            continue
        line = page.document.headings[place].line if place < len(ours) else page.first_line
        yield finding("headings-differ", page.file, line, twin=twin.file, here=_shown(ours, place), there=_shown(theirs, place))


def _compared(page: Page) -> list[tuple[int, str]]:
    """Return levels and ids; a heading that has no id in either twin is told for that alone."""
    return [(heading.level, heading.id or "") for heading in page.document.headings]


def _first_difference(ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> int | None:
    return next((place for place, pair in enumerate(zip_longest(ours, theirs)) if pair[0] != pair[1]), None)


def _shown(headings: list[tuple[int, str]], place: int) -> str:
    if place >= len(headings):
        return "–"
    level, name = headings[place]
    return f"{'#' * level} {name}"


def front_matter(library: Library) -> Iterator[Finding]:
    """What is true of the page is the same in both twins."""
    for page, twin in _pairs(library):
        if page.front is None or twin.front is None:
            continue
        for field in SHARED_FIELDS:
            here, there = getattr(page.front, field), getattr(twin.front, field)
            if here != there:
                said = {"here": _written(here), "there": _written(there)}
                yield finding("front-matter-differs", page.file, page.line_of(field), field=field, twin=twin.file, **said)


def _written(value: object) -> str:
    """Return a value of the front matter as an editor would write it; a dash where nothing stands."""
    return ", ".join(map(str, value)) or "–" if isinstance(value, tuple) else str(value or "–")


def _pairs(library: Library) -> Iterator[tuple[Page, Page]]:
    """Yield each translation with its source, so that a difference is told where it is to be mended."""
    for page in library.in_language("en"):
        twin = library.twin(page)
        if twin is None:
            continue
        source = page.front.source_language if page.front else "en"
        yield (twin, page) if source == "en" else (page, twin)


RULES: tuple[Rule, ...] = (
    missing,
    headings,
    front_matter,
)
