"""The index that a reader's browser loads: the table put into a few short lines of text.

docs/assets/scripts/search/packed.js reads it back. Sections are put together to pages: which section of a page fits best is
seen in the page's passages, which are fetched for the pages that are shown and for no others. That halves the index, and what a
page is about is told by its headings anyhow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from knowledge.content.languages import Language
from knowledge.search.sections import TERM
from knowledge.search.synonyms import Group
from knowledge.search.table import TEXT, TEXT_OFTEN, Row, weight_of_count
from knowledge.search.words import STOP_WORDS, beginning_of, fold, key

VERSION = 1

# A word that more than this share of all pages say hardly tells them apart: it counts where it stands often or in a heading.
COMMON = 0.2
# On a small site every word is on a large share of the pages.
MANY = 12
# Pages that readers hardly ever look for, by their prior: long lists, found by their headings alone.
BY_HEADINGS = 4
# Pages that say again of every programme what its own page says.
LISTS = frozenset({"programmes/index", "programmes/compare", "programmes/matrix"})

_FINAL = "abcdefghijklmnopqrstuvwxyz"
_GOES_ON = _FINAL.upper()
_BASE = len(_FINAL)


@dataclass(frozen=True)
class PackedPage:
    """A page with the weight of each of its words."""

    rows: tuple[Row, ...]
    weights: Mapping[str, int]
    length: int


def pages_of(rows: Iterable[Row]) -> tuple[PackedPage, ...]:
    """Return the pages that sections make up, in their order."""
    return tuple(_page(tuple(group)) for _, group in groupby(rows, key=lambda row: row.page))


def _page(rows: tuple[Row, ...]) -> PackedPage:
    counts: Counter[str] = Counter()
    places: dict[str, int] = defaultdict(int)
    for row in rows:
        counts.update(row.counts)
        for word, weight in row.weights.items():
            places[word] = max(places[word], weight)
    weights = {
        word: weight if weight > TEXT_OFTEN else weight_of_count(counts[word]) for word, weight in sorted(places.items())
    }
    return PackedPage(rows, weights, counts.total())


def term_lines(stems: Mapping[str, str], surfaces: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the keys in the order of their stems, and a line for each: what it shares with the one before, and what it adds.

    Args:
        stems: The stem of each key with its letters as written.
        surfaces: The word that is shown for each key.
    """
    order = sorted(stems, key=lambda word: (stems[word], word))
    lines: list[str] = []
    before = ""
    for word in order:
        stemmed, surface = stems[word], surfaces[word]
        shared = _shared(before, stemmed)
        ending = surface.removeprefix(stemmed)
        shown = "" if surface == stemmed else f"|{ending}" if surface.startswith(stemmed) else f">{surface}"
        lines.append(f"{shared:x}{stemmed[shared:]}{shown}")
        before = stemmed
    return order, lines


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at their beginning, as far as one digit tells."""
    count = 0
    while count < min(len(one), len(other), 15) and one[count] == other[count]:
        count += 1
    return count


def postings(pages: Iterable[tuple[int, int]]) -> str:
    """Return where a word stands: for each page its weight (none for the least) and how many pages further on it is."""
    written: list[str] = []
    before = -1
    for number, weight in pages:
        if weight > 1:
            written.append(str(weight))
        written.append(_number(number - before - 1))
        before = number
    return "".join(written)


def _number(number: int) -> str:
    """Return a number in letters: capitals say that it goes on."""
    digits = _FINAL[number % _BASE]
    while number >= _BASE:
        number = number // _BASE - 1
        digits = _GOES_ON[number % _BASE] + digits
    return digits


def shown_words(texts: Iterable[tuple[str, ...]], language: Language) -> tuple[dict[str, str], dict[str, str]]:
    """Return for each key the stem and the word that is written most often."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words in texts:
        for word in words:
            seen[key(word, language)][word] += 1
    surfaces = {one: min(counter, key=lambda word: (-counter[word], word)) for one, counter in seen.items()}
    stems = {one: beginning_of(word, one) for one, word in surfaces.items()}
    return stems, surfaces


def packed(language: Language, rows: tuple[Row, ...], groups: tuple[Group, ...], names: Mapping[str, Any]) -> dict[str, Any]:
    """Return the index as it is written.

    Args:
        names: The words for parts, kinds and countries, which results show.
    """
    pages = pages_of(rows)
    common = common_words(pages)
    found = _found(pages, common)
    stems, surfaces = shown_words((row.words for row in rows), language)
    stems = {word: stems[word] for word in found}
    order, lines = term_lines(stems, surfaces)
    return {
        "version": VERSION,
        "language": language,
        **names,
        "pages": [_page_line(page) for page in pages],
        # The page that explains the terms, if there is one.
        "glossary": next((number for number, page in enumerate(pages) if any(row.level == TERM for row in page.rows)), None),
        "terms": "\n".join(lines),
        "postings": " ".join(_spread(common.get(word)) + postings(found[word]) for word in order),
        "groups": "\n".join(_group_line(group) for group in groups),
        "stop": " ".join(sorted({fold(word) for word in STOP_WORDS[language]})),
    }


def common_words(pages: tuple[PackedPage, ...]) -> dict[str, int]:
    """Return the words that so many pages say that it tells little of a page to say them, with the number of pages."""
    spread = Counter(word for page in pages for word in page.weights)
    return {word: count for word, count in spread.items() if count > max(MANY, len(pages) * COMMON)}


def _spread(count: int | None) -> str:
    """Return on how many pages a common word stands, of which only some are told: 'bz!'."""
    return "" if count is None else f"{_number(count)}!"


def _found(pages: tuple[PackedPage, ...], common: Mapping[str, int]) -> dict[str, list[tuple[int, int]]]:
    """Return on which pages each word stands, with its weight, without what nobody would miss."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        told_by_headings = page.rows[0].prior <= BY_HEADINGS or page.rows[0].page in LISTS
        for word, weight in page.weights.items():
            if weight > TEXT_OFTEN or not (told_by_headings or (weight == TEXT and word in common)):
                found[word].append((number, weight))
    return found


def _page_line(page: PackedPage) -> list[str | int]:
    first = page.rows[0]
    line: list[str | int] = [first.address, first.page_title, first.part, first.kind, first.prior, page.length // 10]
    return [*line, *first.facets.get("country", ())]


def _group_line(group: Group) -> str:
    """Return 'term=form|form/form': before the stroke the forms of the language searched, after it those of the other."""
    own = "|".join(" ".join(form) for form in group.forms[: group.own])
    other = "|".join(" ".join(form) for form in group.forms[group.own :])
    return f"{group.term}={own}/{other}" if other else f"{group.term}={own}"
