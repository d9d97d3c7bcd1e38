"""The catalogue for other programs: a table (CSV), whole records (JSON) and a description of both (JSON-LD).

Every export is a function of the library, so that a page and a file can never say different things.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.catalogue.facets import by_name
from knowledge.catalogue.facts import row
from knowledge.content.addresses import site_path
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES
from knowledge.content.library import Library
from knowledge.content.programme import Fact, Programme, strongest_evaluation

# Between several values in one cell.
SEPARATOR = "; "

# The fields of the table in the order of its columns.
FIELDS: tuple[str, ...] = (
    *(
        "name",
        "original_name",
        "country",
        "membership",
        "also_active_in",
        "organisation",
        "organisation_type",
        "work",
        "status",
    ),
    *(
        "start",
        "end",
        "settings",
        "levels",
        "forms",
        "aim",
        "target_groups",
        "methods",
        "consent",
        "summary",
        "scale",
        "funding",
    ),
    "evaluation",
)
# Fields whose values are terms of closed lists, codes or dates: they have a column without words, for sorting and counting.
CODED: frozenset[str] = frozenset({
    *("country", "membership", "also_active_in", "organisation_type", "work", "status", "start", "end", "settings", "levels"),
    *("forms", "aim", "target_groups", "methods", "consent", "evaluation"),
})  # fmt: skip


def version(library: Library) -> str:
    """Return the version of the data: the day on which a record was last reviewed."""
    return max((one.reviewed.isoformat() for one in library.programmes.values()), default="")


def columns() -> tuple[str, ...]:
    """Return the names of the table's columns."""
    found = ["id", "page"]
    for field in FIELDS:
        found += [field] if field in CODED else []
        found += [f"{field}_{language}" for language in LANGUAGES]
        found += [f"{field}_how_known", f"{field}_sources"]
    return (*found, "reviewed", "review_by")


def csv_text(library: Library) -> str:
    """Return the table: UTF-8, commas, a heading row, a row a programme."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns(), lineterminator="\r\n")
    writer.writeheader()
    for one in by_name(library, DEFAULT_LANGUAGE):
        writer.writerow(dict(cells(library, one)))
    return out.getvalue()


def cells(library: Library, programme: Programme) -> Iterator[tuple[str, str]]:
    """Yield a programme's cells by column."""
    yield "id", programme.id
    yield "page", site_path(DEFAULT_LANGUAGE, programme.page)
    for field in FIELDS:
        if field in CODED:
            yield field, SEPARATOR.join(codes(library, programme, field))
        shown = {language: row(library, programme, language, field) for language in LANGUAGES}
        for language, one in shown.items():
            yield f"{field}_{language}", SEPARATOR.join(answer.words for answer in one.answers) if one else ""
        one = shown[DEFAULT_LANGUAGE]
        yield f"{field}_how_known", one.status if one else ""
        names = dict.fromkeys(name for answer in one.answers for name in answer.sources) if one else {}
        yield f"{field}_sources", SEPARATOR.join(names)
    yield "reviewed", programme.reviewed.isoformat()
    yield "review_by", programme.review_by.isoformat()


def codes(library: Library, programme: Programme, field: str) -> tuple[str, ...]:
    """Return a field's terms, codes or dates as the record has them."""
    if field == "evaluation":
        return (strongest_evaluation(programme),)
    if field == "membership":
        country = library.countries.get(programme.code)
        return (country.membership,) if country else ()
    fact: Fact[object] | None = getattr(programme, field)
    values = fact.values if fact else ()
    return tuple(dict.fromkeys(str(term) for value in values for term in (value if isinstance(value, tuple) else (value,))))


def records(library: Library) -> list[dict[str, Any]]:
    """Return every record whole, with what is computed beside it."""
    return [record(library, one) for one in by_name(library, DEFAULT_LANGUAGE)]


def record(library: Library, programme: Programme) -> dict[str, Any]:
    """Return one record whole: as it is written, with its pages, the computed fields, and the sources that it names."""
    written = programme.model_dump(mode="json", by_alias=True, exclude_none=True)
    names = programme.rests_on
    return written | {
        "pages": {language: site_path(language, programme.page) for language in LANGUAGES},
        "computed": {field: list(codes(library, programme, field)) for field in ("membership", "evaluation")},
        "sources": [
            library.sources[name].model_dump(mode="json", exclude_none=True)
            for name in sorted(names)
            if name in library.sources
        ],
    }


def dataset(library: Library, address: str) -> dict[str, Any]:
    """Return the description of the data in the words of schema.org and DCAT.

    Args:
        library: All content.
        address: Where the site is published, with a slash at the end.
    """
    say = library.interface.say
    return {
        "@context": {"@vocab": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": f"{address}programmes/data/",
        "name": [{"@language": language, "@value": say("data.name", language)} for language in LANGUAGES],
        "description": [{"@language": language, "@value": say("data.description", language)} for language in LANGUAGES],
        "inLanguage": list(LANGUAGES),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "dct:license": "https://creativecommons.org/licenses/by/4.0/",
        "version": version(library),
        "dateModified": version(library),
        "size": f"{len(library.programmes)}",
        "spatialCoverage": sorted({one.code.upper() for one in library.programmes.values()}),
        "variableMeasured": list(columns()),
        "distribution": [
            {
                "@type": ["DataDownload", "dcat:Distribution"],
                "contentUrl": f"{address}data/{name}",
                "dcat:downloadURL": f"{address}data/{name}",
                "encodingFormat": kind,
                "dcat:mediaType": kind,
            }
            for name, kind in FILES.items()
        ],
    }


# The files of the data and their media types.
FILES: Mapping[str, str] = {"programmes.csv": "text/csv", "programmes.json": "application/json"}


def files(library: Library, address: str) -> dict[str, str]:
    """Return the exports by file name."""
    return {
        "programmes.csv": csv_text(library),
        "programmes.json": json_text(records(library)),
        "dataset.jsonld": json_text(dataset(library, address)),
    }


def json_text(value: Any) -> str:
    """Return a value as JSON for people and programs: letters as they are, lines to compare."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
