"""The files that the search fetches: an index a language, and beside it the passages of each page."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.search.packed import packed
from knowledge.search.synonyms import groups
from knowledge.search.table import Row, table

# Where they stand below the site's root.
FOLDER = "search"


def write_search(library: Library, site: Path) -> None:
    """Write what is searched into a site's folder, from the pages that stand there."""
    for language in LANGUAGES:
        rows = table(library, language, site)
        folder = site / FOLDER
        _write(folder / f"{language}.json", index(library, language, rows))
        for page, lines in passages(rows):
            _write(folder / language / page / "passages.json", lines)


def index(library: Library, language: Language, rows: tuple[Row, ...]) -> dict[str, Any]:
    """Return the index of a language."""
    return packed(language, rows, groups(library, language), _names(library, language, rows))


def passages(rows: Iterable[Row]) -> Iterable[tuple[str, list[list[str | int]]]]:
    """Yield the address of each page below its language, with its sections: anchor, title and text."""
    for _, group in groupby(rows, key=lambda row: row.page):
        sections = tuple(group)
        first = sections[0]
        yield site_path(LANGUAGES[0], first.page), [[row.anchor, row.title, row.text] for row in sections]


def _names(library: Library, language: Language, rows: Iterable[Row]) -> dict[str, Mapping[str, str]]:
    """Return the words that results show for parts, kinds and countries, by what stands in the rows."""
    shown = tuple(rows)
    parts = dict.fromkeys(row.part for row in shown if row.part)
    kinds = dict.fromkeys(row.kind for row in shown)
    countries = sorted({country for row in shown for country in row.facets.get("country", ())})
    return {
        "parts": {part: _part_name(library, part, language) for part in parts},
        "kinds": {kind: library.label("kinds", kind, language) for kind in kinds},
        "countries": {
            code: library.countries[code].name.in_language(language) for code in countries if code in library.countries
        },
    }


def _part_name(library: Library, part: str, language: Language) -> str:
    """Return the name of a part of the site: the heading of its pages in the navigation."""
    entries = library.navigation.entries
    place = next(number for number, entry in enumerate(entries) if entry.page == part)
    heading = next(entry.title for entry in reversed(entries[: place + 1]) if entry.depth == 0)
    return heading if language == LANGUAGES[0] else (library.navigation.danish or {}).get(heading, heading)


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
