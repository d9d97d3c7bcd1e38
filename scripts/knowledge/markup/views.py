"""What each drawn block shows, prepared from the library; templates only paint it."""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from knowledge.content.addresses import NEUTRAL_PAGE, mail_link
from knowledge.content.blocks import sources_of
from knowledge.content.formats import first_letter, sorting_key, written_partial_date, written_period
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.languages import Language, twin_language
from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.content.source import Source
from knowledge.content.timeline import Event
from knowledge.markup.boards import BOARDS
from knowledge.markup.catalogue_views import CATALOGUE_VIEWS
from knowledge.markup.contact_views import contact_points, who_to_contact
from knowledge.markup.diagrams import DIAGRAM_VIEWS
from knowledge.markup.finding import FINDING_VIEWS
from knowledge.markup.guide_views import GUIDE_VIEWS
from knowledge.markup.place import Place
from knowledge.markup.programme_views import PROGRAMME_VIEWS
from knowledge.markup.tools import HANDBOOK_VIEWS

View = Callable[[Place, str], dict[str, Any]]


def finances(place: Place, argument: str) -> dict[str, Any]:
    """A budget with its computed sum, shares and difference."""
    budget = place.library.budgets[argument]
    return {"budget": budget, "name": budget.name.in_language(place.language)}


def timeline(place: Place, argument: str) -> dict[str, Any]:
    """The events in order of time, grouped by year; undated ones stand in a group of their own at the end."""
    events = sorted(place.library.events.values(), key=lambda event: (event.status == "undated", event.sort_key))
    groups = [
        {"year": year, "events": [_event_view(place, event) for event in group]}
        for year, group in groupby(events, key=lambda event: event.year)
    ]
    return {"groups": groups}


def _event_view(place: Place, event: Event) -> dict[str, Any]:
    known = event.page is not None and place.library.page(place.language, event.page) is not None
    return {
        "id": event.id,
        "when": _when(event, place.language),
        "title": event.title.in_language(place.language),
        "text": event.text.in_language(place.language),
        "status": event.status,
        "status_label": place.library.label("event-statuses", event.status, place.language),
        "link": place.link(event.page) if event.page and known else None,
        "sources": event.sources,
    }


def _when(event: Event, language: Language) -> str | None:
    if event.date is not None:
        return written_period(event.date, event.until, language)
    if event.between is not None:
        return "–".join(written_partial_date(part, language) for part in event.between)
    return None


def glossary(place: Place, argument: str) -> dict[str, Any]:
    """Every term under its letter, in the order of the language's own alphabet."""
    terms = sorted(
        place.library.glossary.values(), key=lambda term: sorting_key(term.term.in_language(place.language), place.language)
    )
    return {
        "letters": [
            {"letter": letter, "terms": [_term_view(place, term) for term in group]}
            for letter, group in groupby(
                terms, key=lambda term: first_letter(term.term.in_language(place.language), place.language)
            )
        ]
    }


def _term_view(place: Place, term: GlossaryTerm) -> dict[str, Any]:
    other = twin_language(place.language)
    return {
        "id": term.id,
        "term": term.term.in_language(place.language),
        "other": term.term.in_language(other),
        "other_language": other,
        "definition": term.definition.in_language(place.language),
        "note": term.note.in_language(place.language) if term.note else None,
        "avoid": term.avoid.in_language(place.language),
        "sources": [_source_link(place, name) for name in term.sources if name in place.library.sources],
    }


def definition_view(place: Place, name: str) -> dict[str, Any]:
    """What the small window of a term shows."""
    term = place.library.glossary[name]
    return {
        "id": term.id,
        "term": term.term.in_language(place.language),
        "definition": term.definition.in_language(place.language),
        "link": place.link("about/glossary", term.id),
    }


def _source_link(place: Place, name: str) -> dict[str, str]:
    source = place.library.sources[name]
    return {"title": source.title, "language": source.language, "link": place.link("about/sources", f"source-{name}")}


def sources_register(place: Place, argument: str) -> dict[str, Any]:
    """Every source in alphabetical order of its title, with the pages and the data that rest on it."""
    users = uses_of_sources(place.library, place.language)
    entries = sorted(place.library.sources.values(), key=lambda source: sorting_key(source.title, place.language))
    return {
        "sources": [
            source_view(place.library, source, place.language)
            | {
                "pages": [
                    {"title": page.front.title if page.front else page.key, "link": place.link(page.key)}
                    for page in users.get(source.id, ())
                ]
            }
            for source in entries
        ]
    }


def source_view(library: Library, source: Source, language: Language) -> dict[str, Any]:
    """What a reader is told of one source."""
    return {
        "id": source.id,
        "title": source.title,
        "title_language": source.language,
        "publisher": source.publisher,
        "year": source.period or source.year,
        "url": source.url,
        "read": source.read,
        "extent": library.label("extents", source.extent, language),
        "held_by": source.held_by,
        "note": source.note.in_language(language) if source.note else None,
    }


def uses_of_sources(library: Library, language: Language) -> dict[str, tuple[Page, ...]]:
    """Return the pages of a language that rest on each source, sorted by key."""
    users: dict[str, list[Page]] = {}
    for page in library.in_language(language):
        for name in sources_of(library, page):
            users.setdefault(name, []).append(page)
    return {name: tuple(pages) for name, pages in users.items()}


def write_to_us(place: Place, argument: str) -> dict[str, Any]:
    """The publisher's mailbox, with a link that begins a message; nothing where the publisher has given none."""
    if not place.contact:
        return {"address": "", "link": ""}
    return {"address": place.contact, "link": mail_link(place.contact, place.say("write.subject"))}


def exit_page(place: Place, argument: str) -> dict[str, Any]:
    """A link that leaves the page at once, and what it cannot do."""
    return {"address": NEUTRAL_PAGE}


def offline_copy(place: Place, argument: str) -> dict[str, Any]:
    """The buttons that keep a copy of the site in the browser and remove it; their words stand in the template."""
    return {}


VIEWS: Mapping[str, View] = {
    "finances": finances,
    "timeline": timeline,
    "glossary": glossary,
    "sources-register": sources_register,
    "contact-points": contact_points,
    "who-to-contact": who_to_contact,
    "write-to-us": write_to_us,
    "exit-page": exit_page,
    "offline-copy": offline_copy,
    **BOARDS,
    **PROGRAMME_VIEWS,
    **CATALOGUE_VIEWS,
    **HANDBOOK_VIEWS,
    **GUIDE_VIEWS,
    **DIAGRAM_VIEWS,
    **FINDING_VIEWS,
}
