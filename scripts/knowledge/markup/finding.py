"""What the blocks for finding a page show: everything in the order of the alphabet, and the frame of a search's results."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from knowledge.catalogue.facets import name as programme_name
from knowledge.content.formats import first_letter, sorting_key
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.languages import LANGUAGES
from knowledge.content.page import Page
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]

# The pages that list the others, and so are no entries themselves.
_LISTS = frozenset({"a-z", "search"})


@dataclass(frozen=True)
class Entry:
    """A line of the list.

    Attributes:
        words: Under which it stands.
        link: Where it leads, as an editor would write it.
        see: The words that the site uses for it, where it is a synonym.
        about: What tells it apart from another line with the same words, such as the country of a programme.
    """

    words: str
    link: str
    see: str = ""
    about: str = ""


def a_to_z(place: Place, argument: str) -> dict[str, Any]:
    """Every page, term, synonym and programme under its letter, in the order of the language's own alphabet."""
    entries = {(entry.words.casefold(), entry.link): entry for entry in _entries(place)}
    ordered = sorted(
        entries.values(), key=lambda entry: (_is_number(entry), sorting_key(_sorted_by(entry), place.language), entry.link)
    )
    groups = [(letter, list(group)) for letter, group in groupby(ordered, key=lambda entry: _letter(place, entry))]
    return {"groups": [{"letter": letter, "entries": group} for letter, group in groups]}


def _entries(place: Place) -> Iterator[Entry]:
    for page in place.library.in_language(place.language):
        if page.front is not None and page.key not in _LISTS:
            yield from _page(place, page)
    if place.library.page(place.language, "about/glossary") is not None:
        for term in place.library.glossary.values():
            yield from _term(place, term)


def _page(place: Place, page: Page) -> Iterator[Entry]:
    assert page.front is not None  # noqa: S101 (pages without one are left out)
    programme = next((one for one in place.library.programmes.values() if one.page == page.key), None)
    country = place.library.countries.get(programme.code) if programme else None
    about = country.name.in_language(place.language) if country else ""
    yield Entry(page.front.title, place.link(page.key), about=about)
    if programme is not None and programme_name(programme, place.language) != page.front.title:
        yield Entry(programme_name(programme, place.language), place.link(page.key), about=about)
    for words in _named_in_menu(place, page):
        if words != page.front.title:
            yield Entry(words, place.link(page.key), see=page.front.title)


def _named_in_menu(place: Place, page: Page) -> Iterator[str]:
    for entry in place.library.navigation.entries:
        if entry.page == page.key and entry.title:
            danish = place.library.navigation.danish or {}
            yield entry.title if place.language == LANGUAGES[0] else danish.get(entry.title, entry.title)


def _term(place: Place, term: GlossaryTerm) -> Iterator[Entry]:
    """Yield a term, and the words that lead to it: those that mean the same, and those that the site avoids."""
    own = term.term.in_language(place.language)
    link = place.link("about/glossary", term.id)
    yield Entry(own, link)
    for words in (*term.forms.in_language(place.language), *term.avoid.in_language(place.language)):
        if not _is_inflection(words, own):
            yield Entry(words, link, see=own)


def _is_inflection(words: str, term: str) -> bool:
    """Return whether two words would stand side by side anyhow, as 'action cards' beside 'action card'."""
    shared = min(len(words), len(term)) - 2
    return words.casefold()[:shared] == term.casefold()[:shared] and abs(len(words) - len(term)) <= 4


def _sorted_by(entry: Entry) -> str:
    """Return what an entry is sorted by: its words from the first letter or digit on."""
    start = next((index for index, sign in enumerate(entry.words) if sign.isalnum()), 0)
    return entry.words[start:]


def _is_number(entry: Entry) -> bool:
    return _sorted_by(entry)[0].isdigit()


def _letter(place: Place, entry: Entry) -> str:
    return place.say("a-z.numbers") if _is_number(entry) else first_letter(_sorted_by(entry), place.language)


def search_results(place: Place, argument: str) -> dict[str, Any]:
    """The frame that results are put into."""
    return {"a_z": place.link("a-z") if place.library.page(place.language, "a-z") else None}


FINDING_VIEWS: Mapping[str, View] = {"a-z": a_to_z, "search-results": search_results}
