"""The data that readers may download."""

import json
from pathlib import Path

from knowledge.web.data_files import data_files, write_data_files
from knowledge.web.settings import Settings

from tests.small_site import SOURCE, SmallSite

SETTINGS = Settings(site_url="https://example.org/", repo_url="")


def test_the_data_holds_every_record_in_both_languages(small_site: SmallSite) -> None:
    files = data_files(small_site.library(), SETTINGS)
    assert json.loads(files["sources.json"])[0]["id"] == "sheet"
    assert json.loads(files["glossary.json"])[0]["term"] == {"en": "exit talk", "da": "exitsamtale"}
    assert json.loads(files["contacts.json"]) == []


def test_every_list_has_a_schema_beside_it(small_site: SmallSite) -> None:
    files = data_files(small_site.library(), SETTINGS)
    lists = {name for name in files if "/" not in name and name.endswith(".json") and name != "programmes.json"}
    assert {f"schemas/{name}" for name in lists} | {"schemas/programme.json"} == {name for name in files if "/" in name}


def test_letters_are_written_as_they_are(small_site: SmallSite) -> None:
    assert "Fælles" not in data_files(small_site.library(), SETTINGS)["sources.json"]
    small_site.data("sources.yml", [{**SOURCE, "title": "Fælles viden"}])
    assert "Fælles" in data_files(small_site.library(), SETTINGS)["sources.json"]


def test_the_table_keeps_its_line_ends(small_site: SmallSite, tmp_path: Path) -> None:
    write_data_files(small_site.library(), SETTINGS, tmp_path)
    assert (tmp_path / "data" / "programmes.csv").read_bytes().endswith(b"review_by\r\n")
