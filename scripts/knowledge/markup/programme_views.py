"""What the blocks of a programme's page show, prepared from its record."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from knowledge.catalogue.facts import Row, rows, term_words
from knowledge.content.formats import written_date
from knowledge.content.library import Library
from knowledge.content.programme import (
    PROFILE_DIMENSIONS,
    Conflict,
    Evaluation,
    ProfileDimension,
    Programme,
    Statement,
    strongest_evaluation,
)
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]


def programme(place: Place, argument: str) -> dict[str, Any]:
    """The two sentences and the table of facts."""
    record = place.library.programmes[argument]
    summary = record.summary.value
    return {
        "record": record,
        "summary": summary.in_language(place.language) if summary else None,
        "summary_sources": record.summary.rests_on,
        "rows": [row_view(place, row) for row in rows(place.library, record, place.language)],
        "is_exit_work": record.work.value in {"exit-work", "both"},
        "work": [place.library.label("work-kinds", kind, place.language) for kind in record.work.values],
    }


def row_view(place: Place, row: Row) -> dict[str, Any]:
    """A fact with the words for how it is known, which a reader is spared where a source simply says it."""
    label = place.library.label("fact-statuses", row.status, place.language)
    return {
        "row": row,
        "several": len(row.answers) > 1,
        "status_label": None if row.status == "stated" else label,
    }


def programme_known(place: Place, argument: str) -> dict[str, Any]:
    """The knowledge profile, and every evaluation found."""
    library, record = place.library, place.library.programmes[argument]
    return {
        "profile": [_dimension_view(place, record, name) for name in PROFILE_DIMENSIONS if name in record.profile],
        "strongest": library.label("evaluation-kinds", strongest_evaluation(record), place.language),
        "evaluations": [_evaluation_view(place, evaluation) for evaluation in record.evaluations],
        "self_reported": any(part.self_reported for part in record.scale),
    }


def _dimension_view(place: Place, record: Programme, dimension: ProfileDimension) -> dict[str, Any]:
    entry = record.profile[dimension]
    return {
        "dimension": dimension,
        "label": place.library.label("profile-dimensions", dimension, place.language),
        "said": entry.said,
        "said_label": place.library.label("profile-values", entry.said, place.language),
        "reason": entry.reason.in_language(place.language),
        "sources": entry.sources,
    }


def _evaluation_view(place: Place, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "kind": place.library.label("evaluation-kinds", evaluation.kind, place.language),
        "who": evaluation.who.in_language(place.language),
        "year": evaluation.year,
        "finding": evaluation.finding.in_language(place.language),
        "limits": evaluation.limits.in_language(place.language) if evaluation.limits else None,
        "sources": evaluation.sources,
    }


def programme_lessons(place: Place, argument: str) -> dict[str, Any]:
    """What others can learn, what is contested, and where sources differ, in the same weight."""
    record = place.library.programmes[argument]
    return {
        "lessons": _statements(place, record.lessons),
        "contested": _statements(place, record.contested),
        "conflicts": _conflicts(place, record.conflicts),
    }


def _statements(place: Place, statements: Iterable[Statement]) -> list[dict[str, Any]]:
    return [{"text": one.text.in_language(place.language), "sources": one.sources} for one in statements]


def _conflicts(place: Place, conflicts: Iterable[Conflict]) -> list[dict[str, Any]]:
    return [
        {
            "field": place.library.label("programme-fields", one.field, place.language),
            "text": one.text.in_language(place.language),
            "sources": one.sources,
        }
        for one in conflicts
    ]


def programme_sources(place: Place, argument: str) -> dict[str, Any]:
    """Which source stands behind which field, how to cite the page, and what to do with it next."""
    library, record = place.library, place.library.programmes[argument]
    page = library.page(place.language, record.page)
    title = page.front.title if page and page.front else record.id
    return {
        "fields": [
            {"source": library.sources[name].title, "language": library.sources[name].language, "id": name, "fields": fields}
            for name, fields in sources_by_field(library, record, place).items()
        ],
        "citation": place.say(
            "programme.citation",
            title=title,
            site=place.say("site.name"),
            day=written_date(record.reviewed, place.language),
            path=f"{record.page}/" if place.language == "en" else f"{place.language}/{record.page}/",
        ),
        "record": record,
        "adapt": place.link("programmes/adapt"),
        "compare": place.link("programmes/compare"),
        "country": place.link(f"programmes/countries/{record.code}"),
        "country_name": term_words(library, "country", record.code, place.language),
        "data": place.link("programmes/data"),
    }


def sources_by_field(library: Library, record: Programme, place: Place) -> dict[str, list[str]]:
    """Return the labels of the fields that rest on each source, by the source's id."""
    found: dict[str, list[str]] = {}
    for field, names in _named(record):
        label = library.label("programme-fields", field, place.language)
        for name in names:
            if name in library.sources and label not in found.setdefault(name, []):
                found[name].append(label)
    return found


def _named(record: Programme) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield from ((name, fact.rests_on) for name, fact in record.facts())
    yield from (("profile", entry.sources) for entry in record.profile.values())
    yield from (("evaluation", part.sources) for part in record.evaluations)
    for field in ("scale", "funding", "lessons", "contested", "conflicts"):
        yield from ((field, part.sources) for part in getattr(record, field))


PROGRAMME_VIEWS: Mapping[str, View] = {
    "programme": programme,
    "programme-known": programme_known,
    "programme-lessons": programme_lessons,
    "programme-sources": programme_sources,
}
