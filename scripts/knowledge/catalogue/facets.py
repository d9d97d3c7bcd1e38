"""By what programmes are filtered and counted: for each facet the terms that a programme has, in words of a language.

A programme of which no source says a thing has the term 'not-stated' in that facet, so that a reader can ask for just those.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.catalogue.facts import term_words
from knowledge.content.formats import sorting_key
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.programme import FIELD_VOCABULARIES, Fact, Programme, strongest_evaluation

NOT_STATED = "not-stated"

# In the order in which a reader is asked; the field's name is also the facet's name in addresses.
FACETS: tuple[str, ...] = (
    *("country", "settings", "target_groups", "methods", "forms", "levels", "consent", "evaluation", "status", "work"),
)
# Where every term of the closed list is offered, also one that no programme has.
_EVALUATIONS = "evaluation-kinds"


@dataclass(frozen=True)
class Choice:
    """A term of a facet that a reader may choose, and how many programmes have it."""

    term: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A question by which programmes are told apart."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def terms(programme: Programme, facet: str) -> tuple[str, ...]:
    """Return the terms that a programme has in a facet; of sources that differ, everything that any says."""
    if facet == "evaluation":
        return (strongest_evaluation(programme),)
    fact: Fact[object] = getattr(programme, facet)
    said = [term for value in fact.values for term in (value if isinstance(value, tuple) else (value,))]
    return tuple(dict.fromkeys(map(str, said))) or (NOT_STATED,)


def label(library: Library, facet: str, term: str, language: Language) -> str:
    """Return a facet's term as a reader sees it."""
    if term == NOT_STATED:
        return library.label("fact-statuses", NOT_STATED, language)
    if facet == "evaluation":
        return library.label(_EVALUATIONS, term, language)
    return term_words(library, facet, term, language)


def facets(library: Library, language: Language, programmes: Iterable[Programme]) -> tuple[Facet, ...]:
    """Return every facet with the terms that the programmes have, in the order of the closed list, countries by name."""
    records = tuple(programmes)
    return tuple(_facet(library, language, records, name) for name in FACETS)


def _facet(library: Library, language: Language, records: tuple[Programme, ...], name: str) -> Facet:
    counts = count(records, name)
    choices = [
        Choice(term, label(library, name, term, language), counts[term])
        for term in order(library, name, language)
        if counts[term]
    ]
    return Facet(name, library.label("programme-fields", name, language), tuple(choices))


def count(programmes: Iterable[Programme], facet: str) -> Counter[str]:
    """Return how many programmes have each term of a facet."""
    return Counter(term for programme in programmes for term in terms(programme, facet))


def order(library: Library, facet: str, language: Language) -> tuple[str, ...]:
    """Return all terms of a facet in the order in which they are shown, 'not-stated' last."""
    if facet == "country":
        countries = library.countries.values()
        named = sorted(countries, key=lambda country: sorting_key(country.name.in_language(language), language))
        return (*(country.id for country in named), NOT_STATED)
    vocabulary = _EVALUATIONS if facet == "evaluation" else FIELD_VOCABULARIES[facet]
    return (*library.vocabularies.get(vocabulary, {}), NOT_STATED)


def by_name(library: Library, language: Language) -> tuple[Programme, ...]:
    """Return all programmes by country and name, in the order of the language's alphabet."""
    return tuple(
        sorted(
            library.programmes.values(),
            key=lambda one: (
                sorting_key(term_words(library, "country", one.code, language), language),
                sorting_key(name(one, language), language),
            ),
        )
    )


def name(programme: Programme, language: Language) -> str:
    """Return a programme's name in a language; its id where no source names it."""
    return next((text.in_language(language) for text in programme.name.values), programme.id)
