"""The schemas in docs/data/schemas: up to date, named by every data file, and fitting the real data."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from knowledge.content.library import Library
from knowledge.content.positions import read_yaml
from knowledge.content.schemas import LISTS, schemas
from pydantic import TypeAdapter

REPOSITORY = Path(__file__).parent.parent.parent
DATA = REPOSITORY / "docs" / "data"
DATA_FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yml"))
# Files of one record each; all others are lists.
RECORD_FILES = [file for file in DATA_FILES if file.startswith(("programmes/", "worksheets/", "guide.yml"))]
LIST_FILES = [file for file in DATA_FILES if file not in RECORD_FILES]


def schema_path(file: str) -> Path:
    first_line = (DATA / file).read_text(encoding="utf-8").partition("\n")[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first_line)
    assert match, f"{file} does not begin with the name of its schema"
    return ((DATA / file).parent / match[1]).resolve()


@cache
def records_of(file: str) -> list[dict[str, Any]]:
    records = read_yaml((DATA / file).read_text(encoding="utf-8")).value
    assert isinstance(records, list)
    return records


def objects_in(value: Any, schema: Any, root: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each object of a value beside the schema that it must fit."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", ()):
        yield from objects_in(value, choice, root)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from objects_in(item, schema["items"], root)
    if isinstance(value, dict) and "properties" in schema:
        yield value, schema
        for name, below in value.items():
            yield from objects_in(below, schema["properties"].get(name, {}), root)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "schemas").iterdir()}
    assert committed == schemas()


def test_there_are_data_files_to_look_at() -> None:
    assert {"sources.yml", "glossary.yml", "vocabularies/kinds.yml"} <= set(DATA_FILES)


@pytest.mark.parametrize("file", DATA_FILES)
def test_the_first_line_of_a_data_file_names_its_schema(file: str) -> None:
    path = schema_path(file)
    assert path.parent == DATA / "schemas"
    assert path.is_file()
    kinds = {"vocabularies": "vocabulary", "programmes": "programme", "worksheets": "worksheet"}
    assert path.stem == kinds.get(Path(file).parent.name, Path(file).stem)


@pytest.mark.parametrize("file", LIST_FILES)
def test_a_data_file_is_what_its_model_reads(file: str) -> None:
    model = LISTS[schema_path(file).stem]
    records = records_of(file)
    # No page need have moved, and the links elsewhere are tried where there is a network.
    assert records or file in {"redirects.yml", "external-links.yml"}
    assert len(TypeAdapter(list[model]).validate_python(records)) == len(records)  # type: ignore[valid-type]


@pytest.mark.parametrize("file", RECORD_FILES)
def test_a_record_is_what_its_schema_tells_an_editors_program(file: str) -> None:
    schema = json.loads(schema_path(file).read_text(encoding="utf-8"))
    record = json.loads(json.dumps(read_yaml((DATA / file).read_text(encoding="utf-8")).value, default=str))
    # A year alone is a number in YAML and the beginning of a date in a record.
    for name in ("start", "end"):
        for part in (record.get(name, {}), *record.get(name, {}).get("versions", ())):
            part.update({"value": str(part["value"])} if "value" in part else {})
    assert [error.message for error in Draft202012Validator(schema).iter_errors(record)] == []


@pytest.mark.parametrize("file", LIST_FILES)
def test_every_object_of_a_data_file_has_the_keys_that_its_schema_asks_for(file: str) -> None:
    root = json.loads(schema_path(file).read_text(encoding="utf-8"))
    pairs = list(objects_in(records_of(file), root, root))
    assert len(pairs) >= len(records_of(file))
    for value, schema in pairs:
        assert set(schema.get("required", ())) <= set(value) <= set(schema["properties"]), value
        assert schema["additionalProperties"] is False


def test_front_matter_of_real_pages_has_only_keys_of_its_schema(library: Library) -> None:
    schema = json.loads((DATA / "schemas" / "front-matter.json").read_text(encoding="utf-8"))
    for page in library.pages.values():
        assert set(schema["required"]) <= set(page.front_lines) <= set(schema["properties"]), page.file


def test_nothing_in_the_real_data_is_left_out(library: Library) -> None:
    assert library.findings == ()
    brought = sum(len(record.own_sources) for record in library.programmes.values())
    assert len(library.sources) == len(records_of("sources.yml")) + brought
    assert len(library.programmes) + len(library.worksheets) + (library.guide is not None) == len(RECORD_FILES)
    assert len(library.packs) == len(records_of("packs.yml"))
    assert len(library.glossary) == len(records_of("glossary.yml"))
    assert len(library.events) == len(records_of("timeline.yml"))
