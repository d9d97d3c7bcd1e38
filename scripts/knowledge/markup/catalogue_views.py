"""What the blocks of the catalogue's own pages show: the list, the map, countries, tables and patterns."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from knowledge.catalogue import counts, facets
from knowledge.catalogue.facts import row, term_words
from knowledge.catalogue.map import map_countries
from knowledge.content.programme import PROFILE_DIMENSIONS, Programme, strongest_evaluation
from knowledge.markup.catalogue_tools import TOOL_VIEWS, comparison, listed_countries, percent
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]

BROWSE = "programmes/index"

# What a row of the list says beside name, country and summary.
_LIST_FIELDS: tuple[str, ...] = ("target_groups", "methods", "evaluation")


# ---------- The list ----------


def programme_list(place: Place, argument: str) -> dict[str, Any]:
    """Every programme in short, and what it can be filtered by."""
    programmes = facets.by_name(place.library, place.language)
    return {
        "programmes": [entry(place, one) for one in programmes],
        "facets": facets.facets(place.library, place.language, programmes),
        "compare": place.link("programmes/compare"),
    }


def entry(place: Place, one: Programme) -> dict[str, Any]:
    """A programme as a row of a list, with the terms that it is filtered by."""
    library, language = place.library, place.language
    summary = one.summary.value
    return {
        "id": one.id,
        "name": facets.name(one, language),
        "link": place.link(one.page),
        "country": term_words(library, "country", one.code, language),
        "status": facets.label(library, "status", facets.terms(one, "status")[0], language),
        "summary": summary.in_language(language) if summary else "",
        "said": [_said(place, one, field) for field in _LIST_FIELDS],
        "terms": {facet: " ".join(facets.terms(one, facet)) for facet in facets.FACETS},
        "words": " ".join(_findable(place, one)),
    }


def _said(place: Place, one: Programme, field: str) -> dict[str, str]:
    labels = [facets.label(place.library, field, term, place.language) for term in facets.terms(one, field)]
    return {"label": place.library.label("programme-fields", field, place.language), "words": ", ".join(labels)}


def _findable(place: Place, one: Programme) -> Iterable[str]:
    """Yield words by which a reader may look for a programme and that its row does not show."""
    for field in ("original_name", "organisation", "settings", "forms"):
        shown = row(place.library, one, place.language, field)
        yield from (answer.words for answer in shown.answers) if shown else ()


# ---------- The map ----------


def programme_map(place: Place, argument: str) -> dict[str, Any]:
    """The countries on a picture, and the same links in a list beside it."""
    boundaries = place.library.boundaries
    shown = [
        {
            "name": one.name,
            "count": one.count,
            "words": one.words,
            "shape": one.shape,
            "link": place.link(one.page) if one.page else None,
        }
        for one in map_countries(place.library, place.language)
    ]
    return {
        "countries": shown,
        "listed": [one for one in shown if one["count"]],
        "view_box": boundaries.view_box if boundaries else "",
        "other": boundaries.other if boundaries else "",
    }


# ---------- Countries ----------


def country_programmes(place: Place, argument: str) -> dict[str, Any]:
    """The programmes of a country, in a list and side by side."""
    programmes = [one for one in facets.by_name(place.library, place.language) if one.code == argument]
    country = place.library.countries[argument]
    return {
        "programmes": [entry(place, one) for one in programmes],
        "country": country.name.in_language(place.language),
        "membership": place.library.label("memberships", country.membership, place.language),
        "until": country.until,
        "sources": country.sources,
        "table": comparison(place, programmes),
    }


def programme_countries(place: Place, argument: str) -> dict[str, Any]:
    """Every country with a programme, and those members of the EU that have none here."""
    without = counts.countries_without(place.library)
    return {
        "countries": listed_countries(place),
        "without": sorted(term_words(place.library, "country", code, place.language) for code in without),
    }


# ---------- Tables and patterns ----------


def programme_matrix(place: Place, argument: str) -> dict[str, Any]:
    """Countries by settings, and methods by countries; each number leads to the list with just those programmes."""
    return {"browse": place.link(BROWSE), "tables": [_table(place, "country", "settings"), _table(place, "methods", "country")]}


def _table(place: Place, rows_facet: str, columns_facet: str) -> dict[str, Any]:
    library, language = place.library, place.language
    table = counts.table(library, language, rows_facet, columns_facet)
    label = partial(facets.label, library, language=language)
    return {
        "caption": place.say(f"matrix.{rows_facet}.{columns_facet}"),
        "corner": library.label("programme-fields", rows_facet, language),
        "columns": [
            {"label": label(columns_facet, column), "short": column.upper() if columns_facet == "country" else None}
            for column in table.columns
        ],
        "rows": [
            {
                "label": label(rows_facet, line),
                "cells": [
                    {
                        "count": table.cells.get((line, column), 0),
                        "choices": choices(**{rows_facet: line, columns_facet: column}),
                        "name": f"{label(rows_facet, line)}, {label(columns_facet, column)}",
                    }
                    for column in table.columns
                ],
            }
            for line in table.rows
        ],
    }


def choices(**chosen: str) -> str:
    """Return what a link to the list asks for, as the list keeps it behind '#' in its address.

    A script puts it into the link: it is no place on a page, and without the script the list cannot be filtered.
    """
    return "&".join(f"{facet}={term}" for facet, term in chosen.items())


def programme_themes(place: Place, argument: str) -> dict[str, Any]:
    """What programmes have in common: how many have each term, and what the catalogue does not cover."""
    library, language = place.library, place.language
    total = len(library.programmes)
    shown = [facet for facet in facets.facets(library, language, library.programmes.values()) if facet.name != "country"]
    gaps = counts.not_stated_by_field(library.programmes.values())
    return {
        "browse": place.link(BROWSE),
        "total": total,
        "facets": [
            {
                "facet": facet,
                "choices": [
                    {
                        "choice": choice,
                        "choices": choices(**{facet.name: choice.term}),
                        "percent": percent(choice.count, total),
                    }
                    for choice in sorted(facet.choices, key=lambda choice: (choice.term == facets.NOT_STATED, -choice.count))
                ],
                "unused": [
                    facets.label(library, facet.name, term, language)
                    for term in counts.unused_terms(library, language, facet.name)
                ],
            }
            for facet in shown
        ],
        "gaps": [
            {"label": library.label("programme-fields", field, language), "count": number}
            for field, number in gaps.most_common()
        ],
        "without": sorted(term_words(library, "country", code, language) for code in counts.countries_without(library)),
    }


# A picture of bars: widths and heights in the units of its own frame.
_BAR_WIDTH, _BAR_STEP, _BAR_LABEL = 400, 44, 24


def programme_evidence(place: Place, argument: str) -> dict[str, Any]:
    """How programmes have been evaluated, as a picture and a table, and how much is told of each dimension."""
    library, language = place.library, place.language
    kinds = counts.evaluations(library.programmes.values())
    most = max([*kinds.values(), 1])
    return {
        "browse": place.link(BROWSE),
        "total": len(library.programmes),
        "bars": [
            {
                "kind": kind,
                "label": library.label("evaluation-kinds", kind, language),
                "definition": library.vocabularies["evaluation-kinds"][kind].definition.in_language(language),
                "count": number,
                "choices": choices(evaluation=kind),
                "y": index * _BAR_STEP,
                "width": round(number * _BAR_WIDTH / most),
            }
            for index, (kind, number) in enumerate(kinds.items())
        ],
        "frame": {"height": len(kinds) * _BAR_STEP, "label": _BAR_LABEL},
        "outcome": [
            _outcome(place, one) for one in facets.by_name(library, language) if strongest_evaluation(one) == "external-outcome"
        ],
        "profiles": _profiles(place),
    }


def _outcome(place: Place, one: Programme) -> dict[str, Any]:
    findings = [part for part in one.evaluations if part.kind == "external-outcome"]
    return {
        "name": facets.name(one, place.language),
        "link": f"{place.link(one.page)}#evaluation",
        "findings": [{"text": part.finding.in_language(place.language), "sources": part.sources} for part in findings],
    }


def _profiles(place: Place) -> dict[str, Any]:
    found = counts.profiles(place.library.programmes.values())
    values = list(place.library.vocabularies["profile-values"])
    return {
        "values": [place.library.label("profile-values", value, place.language) for value in values],
        "rows": [
            {
                "label": place.library.label("profile-dimensions", dimension, place.language),
                "cells": [found[dimension][value] for value in values],
            }
            for dimension in PROFILE_DIMENSIONS
        ],
    }


def programme_figures(place: Place, argument: str) -> dict[str, Any]:
    """The catalogue in three small figures."""
    records = place.library.programmes.values()
    kinds = counts.evaluations(records)
    return {
        "programmes": len(records),
        "countries": len({one.code for one in records}),
        "outcome": kinds["external-outcome"],
        "browse": place.link(BROWSE),
        "evidence": place.link("programmes/evidence"),
        "by_country": place.link("programmes/countries/index"),
    }


CATALOGUE_VIEWS: Mapping[str, View] = {
    "programme-list": programme_list,
    "programme-map": programme_map,
    "country-programmes": country_programmes,
    "programme-countries": programme_countries,
    "programme-matrix": programme_matrix,
    "programme-themes": programme_themes,
    "programme-evidence": programme_evidence,
    "programme-figures": programme_figures,
    **TOOL_VIEWS,
}
