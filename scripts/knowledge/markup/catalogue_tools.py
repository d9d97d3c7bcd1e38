"""What the catalogue's tools show: programmes side by side, the worksheet, and the data to download."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from knowledge.catalogue import counts, exports, facets
from knowledge.catalogue.facts import FACT_TABLE, rows, term_words
from knowledge.content.addresses import site_path
from knowledge.content.programme import FIELD_VOCABULARIES, Programme
from knowledge.markup.place import Place
from knowledge.markup.programme_views import row_view

View = Callable[[Place, str], dict[str, Any]]


def comparison(place: Place, programmes: Sequence[Programme]) -> dict[str, Any]:
    """Programmes side by side, a row a field; a field on which they differ is told in a word."""
    sides = [{shown.field: shown for shown in rows(place.library, one, place.language)} for one in programmes]
    return {
        "programmes": [{"name": facets.name(one, place.language), "link": place.link(one.page)} for one in programmes],
        "rows": [
            {
                "field": field,
                "label": place.library.label("programme-fields", field, place.language),
                "differs": len({_words(side, field) for side in sides}) > 1,
                "cells": [row_view(place, side[field]) if field in side else None for side in sides],
            }
            for field in FACT_TABLE
            if any(field in side for side in sides)
        ],
    }


def _words(side: Mapping[str, Any], field: str) -> str:
    return "|".join(answer.words for answer in side[field].answers) if field in side else ""


def listed_countries(place: Place) -> list[dict[str, Any]]:
    """Every country with a programme, in the order of the language's alphabet."""
    library, language = place.library, place.language
    found = facets.count(library.programmes.values(), "country")
    return [
        {
            "name": term_words(library, "country", code, language),
            "link": place.link(f"programmes/countries/{code}"),
            "count": found[code],
            "membership": library.label("memberships", library.countries[code].membership, language),
        }
        for code in facets.order(library, "country", language)
        if found[code]
    ]


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent."""
    return round(100 * part / whole) if whole else 0


# ---------- Comparing and adapting ----------


def programme_compare(place: Place, argument: str) -> dict[str, Any]:
    """What a reader may choose from; the comparison itself is put together from the programmes' own pages."""
    return {"groups": _by_country(place), "countries": listed_countries(place)}


def _by_country(place: Place) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for one in facets.by_name(place.library, place.language):
        country = term_words(place.library, "country", one.code, place.language)
        groups.setdefault(country, []).append(
            {
                "id": one.id,
                "name": facets.name(one, place.language),
                "address": place.address(site_path(place.language, one.page)),
            }
        )
    return [{"country": country, "programmes": programmes} for country, programmes in groups.items()]


# What a worksheet asks of, in the order in which a planner would: fields of the record, and two of our own.
ADAPT_FIELDS: tuple[str, ...] = (
    *("target_groups", "forms", "settings", "organisation", "methods", "aim", "consent", "scale", "funding", "evaluation"),
)


def programme_adapt(place: Place, argument: str) -> dict[str, Any]:
    """An empty worksheet, a row a field, and the programmes that it can be filled in from."""
    return {
        "groups": _by_country(place),
        "rows": [
            {
                "field": field,
                "label": place.library.label("programme-fields", field, place.language),
                "ask": place.say(f"adapt.ask.{field}"),
            }
            for field in ADAPT_FIELDS
        ],
    }


# ---------- Data ----------


def programme_data(place: Place, argument: str) -> dict[str, Any]:
    """The files, what each column means, and the closed lists."""
    library, language = place.library, place.language
    return {
        "count": len(library.programmes),
        "version": exports.version(library),
        "files": [f"data/{name}" for name in (*exports.FILES, "dataset.jsonld", "schemas/programme.json", "countries.json")],
        "columns": len(exports.columns()),
        "fields": [
            {
                "field": field,
                "label": term.label.in_language(language),
                "definition": term.definition.in_language(language),
                "coded": field in exports.CODED,
                "vocabulary": FIELD_VOCABULARIES.get(field),
            }
            for field, term in library.vocabularies.get("programme-fields", {}).items()
        ],
        "lists": [
            {
                "name": name,
                "terms": [
                    {
                        "id": term.id,
                        "label": term.label.in_language(language),
                        "definition": term.definition.in_language(language),
                    }
                    for term in library.vocabularies.get(name, {}).values()
                ],
            }
            for name in (
                *FIELD_VOCABULARIES.values(),
                "evaluation-kinds",
                "profile-dimensions",
                "profile-values",
                "fact-statuses",
            )
        ],
        "statuses": _status_shares(place),
    }


def _status_shares(place: Place) -> list[dict[str, Any]]:
    found = counts.statuses(place.library.programmes.values())
    whole = sum(found.values())
    return [
        {
            "label": place.library.label("fact-statuses", status, place.language),
            "count": found[status],
            "percent": percent(found[status], whole),
        }
        for status in ("stated", "derived", "conflicting", "not-stated")
    ]


TOOL_VIEWS: Mapping[str, View] = {
    "programme-compare": programme_compare,
    "programme-adapt": programme_adapt,
    "programme-data": programme_data,
}
