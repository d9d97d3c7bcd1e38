"""The data for other programs says what the records and pages say, and the other way round."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from knowledge.catalogue import exports
from knowledge.catalogue.facts import row
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library
from knowledge.content.schemas import schemas
from selectolax.lexbor import LexborHTMLParser

from tests.small_programmes import NOT_STATED, add_programme
from tests.small_site import SmallSite


def table(library: Library) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exports.csv_text(library))))


def test_a_row_tells_a_programme_in_both_languages(small_site: SmallSite) -> None:
    add_programme(small_site, aim=NOT_STATED)
    one = table(small_site.library())[0]
    assert (one["id"], one["page"]) == ("dk-way-out", "programmes/dk-way-out/")
    assert (one["settings"], one["settings_en"], one["settings_da"]) == (
        "community; prison",
        "Community, Prison",
        "Lokalsamfund, Fængsel",
    )
    assert (one["settings_how_known"], one["settings_sources"]) == ("derived", "sheet")
    assert (one["aim"], one["aim_en"], one["aim_how_known"]) == ("", "", "not-stated")
    assert (one["end"], one["end_how_known"]) == ("", "")


def test_the_table_is_read_as_one_row_a_programme_whatever_stands_in_it(small_site: SmallSite) -> None:
    name = {"value": {"en": 'A "name", with\nall; signs', "da": "Æ"}, "status": "stated", "sources": ["sheet"]}
    add_programme(small_site, name=name)
    assert [one["name_en"] for one in table(small_site.library())] == ['A "name", with\nall; signs']


def test_every_column_is_explained(library: Library) -> None:
    fields = set(library.vocabularies["programme-fields"])
    endings = "|".join((*(f"_{language}" for language in LANGUAGES), "_how_known", "_sources"))
    for column in exports.columns():
        assert re.sub(rf"({endings})$", "", column) in fields | {"id", "page"}, column


def test_the_real_records_the_table_and_the_json_say_the_same(library: Library) -> None:
    rows = {one["id"]: one for one in table(library)}
    whole = {one["id"]: one for one in json.loads(exports.files(library, "https://example.org/")["programmes.json"])}
    assert set(rows) == set(whole) == set(library.programmes)
    for name, record in library.programmes.items():
        for field in exports.FIELDS:
            for language in LANGUAGES:
                shown = row(library, record, language, field)
                words = exports.SEPARATOR.join(answer.words for answer in shown.answers) if shown else ""
                assert rows[name][f"{field}_{language}"] == words, (name, field, language)
        for field, fact in record.facts():
            assert whole[name][field]["status"] == fact.status == rows[name][f"{field}_how_known"]
        assert whole[name]["computed"]["evaluation"] == [rows[name]["evaluation"]]
        assert {source["id"] for source in whole[name]["sources"]} == set(record.rests_on) & library.sources.keys()


def test_the_record_in_the_json_is_the_record_that_an_editor_wrote(library: Library) -> None:
    whole = {one["id"]: one for one in exports.records(library)}
    for file in library.programme_lines:
        written = yaml.safe_load((library.root / file).read_text(encoding="utf-8"))
        given = whole[written["id"]]
        for field in ("name", "summary", "lessons", "contested", "scale", "funding"):
            assert bare(given[field]) == bare(written[field]), (file, field)


def bare(value: Any) -> Any:
    """Return a value without what is empty, and with days as words."""
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items() if part not in (None, [])}
    return [bare(part) for part in value] if isinstance(value, list) else str(value)


@pytest.mark.xdist_group("site")
def test_pages_and_table_say_the_same_in_both_directions(library: Library, built_site: Path) -> None:
    rows = {one["id"]: one for one in table(library)}
    for language, start in (("en", ""), ("da", "da/")):
        for name, one in rows.items():
            html = (built_site / start / "programmes" / name / "index.html").read_text(encoding="utf-8")
            shown = {
                line.attributes["data-field"]: exports.SEPARATOR.join(
                    " ".join(answer.text().split()) for answer in line.css(".answer")
                )
                for line in LexborHTMLParser(html).css("table.programme__facts tr[data-field]")
            }
            told = {field: " ".join(one[f"{field}_{language}"].split()) for field in shown if field}
            assert shown == told, (name, language)


def test_every_record_in_the_json_has_the_form_that_the_schema_tells(library: Library) -> None:
    validator = Draft202012Validator(json.loads(schemas()["programme.json"]))
    for one in exports.records(library):
        record = {name: value for name, value in one.items() if name not in {"pages", "computed"}}
        assert [error.message for error in validator.iter_errors(record)] == []
    assert not validator.is_valid({"id": "dk-x"})


def test_the_description_names_files_that_are_there(small_site: SmallSite) -> None:
    add_programme(small_site)
    files = exports.files(small_site.library(), "https://example.org/")
    described = json.loads(files["dataset.jsonld"])
    assert {part["contentUrl"] for part in described["distribution"]} == {
        f"https://example.org/data/{name}" for name in files if name != "dataset.jsonld"
    }
    assert (described["version"], described["size"]) == ("2026-11-22", "1")


def test_an_empty_catalogue_has_a_table_with_headings_alone(small_site: SmallSite) -> None:
    assert table(small_site.library()) == []
    assert exports.version(small_site.library()) == ""


def test_the_citation_file_names_the_version_of_the_data(library: Library, repository: Path) -> None:
    cited = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["version"] == exports.version(library)
    assert str(cited["date-released"]) == exports.version(library)
    assert cited["license"] == "CC-BY-4.0"
