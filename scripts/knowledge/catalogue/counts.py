"""What the catalogue as a whole shows: tables of counts, how facts are known, and what it does not cover."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.catalogue.facets import FACETS, NOT_STATED, count, order, terms
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.programme import EVALUATION_KINDS, NO_EVALUATION, PROFILE_DIMENSIONS, Programme, strongest_evaluation

# Fields whose parts each have a status of their own.
_PARTED = ("scale", "funding", "evaluations", "lessons", "contested")


@dataclass(frozen=True)
class Table:
    """How many programmes have both a term of the rows' facet and one of the columns' facet.

    Attributes:
        cells: By row and column; a pair that no programme has is 0.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], int]


def table(library: Library, language: Language, rows: str, columns: str) -> Table:
    """Return the table of two facets, with the rows and columns that some programme has."""
    programmes = tuple(library.programmes.values())
    pairs = Counter((row, column) for one in programmes for row in terms(one, rows) for column in terms(one, columns))
    return Table(_shown(library, language, programmes, rows), _shown(library, language, programmes, columns), dict(pairs))


def _shown(library: Library, language: Language, programmes: Iterable[Programme], facet: str) -> tuple[str, ...]:
    counts = count(programmes, facet)
    return tuple(term for term in order(library, facet, language) if counts[term])


def countries_without(library: Library) -> tuple[str, ...]:
    """Return the codes of the EU's members that have no programme here."""
    with_one = {one.code for one in library.programmes.values()}
    return tuple(
        country.id for country in library.countries.values() if country.membership == "member" and country.id not in with_one
    )


def unused_terms(library: Library, language: Language, facet: str) -> tuple[str, ...]:
    """Return the terms of a facet's closed list that no programme has."""
    counts = count(library.programmes.values(), facet)
    return tuple(term for term in order(library, facet, language) if not counts[term] and term != NOT_STATED)


def statuses(programmes: Iterable[Programme]) -> Counter[str]:
    """Return how many facts are stated, derived, conflicting and not stated, over every field of every record.

    A field of several parts counts once for each part, and once as not stated where it has none.
    """
    found: Counter[str] = Counter()
    for one in programmes:
        found.update(fact.status for _, fact in one.facts())
        for field in _PARTED:
            parts = getattr(one, field)
            found.update(part.status for part in parts)
            if not parts:
                found["not-stated"] += 1
    return found


def not_stated_by_field(programmes: Iterable[Programme]) -> Counter[str]:
    """Return for how many programmes no source says a field."""
    return Counter(name for one in programmes for name, fact in one.facts() if fact.status == "not-stated")


def evaluations(programmes: Iterable[Programme]) -> dict[str, int]:
    """Return how many programmes have each kind as their strongest evaluation, from none to an outcome study."""
    found = Counter(strongest_evaluation(one) for one in programmes)
    return {kind: found[kind] for kind in (NO_EVALUATION, *EVALUATION_KINDS)}


def profiles(programmes: Iterable[Programme]) -> dict[str, Counter[str]]:
    """Return how often each dimension of the knowledge profile is described, partly described or not stated."""
    records = tuple(programmes)
    return {
        dimension: Counter(one.profile[dimension].said for one in records if dimension in one.profile)
        for dimension in PROFILE_DIMENSIONS
    }


def patterns(library: Library) -> dict[str, Counter[str]]:
    """Return how many programmes have each term, facet by facet."""
    return {facet: count(library.programmes.values(), facet) for facet in FACETS}
