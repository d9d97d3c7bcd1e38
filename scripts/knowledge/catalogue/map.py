"""The map of programmes: which countries have how many, and where their number stands."""

from dataclasses import dataclass

from knowledge.catalogue.facets import count, order
from knowledge.catalogue.facts import term_words
from knowledge.content.boundaries import Shape
from knowledge.content.languages import Language
from knowledge.content.library import Library


@dataclass(frozen=True)
class MapCountry:
    """A country on the map.

    Attributes:
        page: The key of the country's page; None where it has no programme or no page.
        words: Name and count, as a screen reader says them; the name alone where there is no programme.
    """

    code: str
    name: str
    count: int
    words: str
    shape: Shape
    page: str | None


def map_countries(library: Library, language: Language) -> tuple[MapCountry, ...]:
    """Return every country that the map shows, in the order of the language's alphabet."""
    if library.boundaries is None:
        return ()
    shapes, counts = library.boundaries.countries, count(library.programmes.values(), "country")
    return tuple(
        _country(library, language, code, counts[code], shapes[code])
        for code in order(library, "country", language)
        if code in shapes
    )


def _country(library: Library, language: Language, code: str, number: int, shape: Shape) -> MapCountry:
    name = term_words(library, "country", code, language)
    page = f"programmes/countries/{code}"
    form = "map.country.one" if number == 1 else "map.country"
    words = library.interface.say(form, language, name=name, count=number) if number else name
    return MapCountry(code, name, number, words, shape, page if number and library.page(language, page) else None)
