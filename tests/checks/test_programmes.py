"""Records of programmes: for each check a record that it has nothing to say about, and one that it finds."""

from datetime import date
from typing import Any

import pytest
from knowledge.checks.rules.programmes import reviews_on

from tests.small_programmes import NOT_STATED, RECORD, add_programme, page, record, stated, text
from tests.small_site import SmallSite

FILE = "docs/data/programmes/dk-way-out.yml"


def found(site: SmallSite) -> set[str]:
    """Return what is said of the record and its pages, apart from the menu and what they were translated from."""
    return {one.id for one in site.findings() if "programmes/" in one.file} - {"nav-entry-missing", "translation-undeclared"}


def line_of(site: SmallSite, check: str) -> str:
    """Return the line of the record's file that a finding points at."""
    one = next(one for one in site.findings() if one.id == check)
    return (site.root / one.file).read_text(encoding="utf-8").splitlines()[one.line - 1]


def test_a_right_record_is_left_alone(small_site: SmallSite) -> None:
    add_programme(small_site)
    assert found(small_site) == set()


@pytest.mark.parametrize(
    ("check", "changes", "line"),
    [
        ("programme-country", {"country": stated("se")}, "country:"),
        ("programme-unsourced", {"start": {"value": 2011, "status": "stated"}}, "start:"),
        ("programme-unsourced", {"lessons": [{"text": text("Begin."), "status": "stated"}]}, "- text:"),
        ("source-unknown", {"start": {"value": 2011, "status": "stated", "sources": ["shet"]}}, "sources:"),
        ("programme-fact", {"aim": {"value": "both", "status": "not-stated", "sources": ["sheet"]}}, "aim:"),
        ("programme-fact", {"aim": {"status": "stated", "sources": ["sheet"]}}, "aim:"),
        ("programme-fact", {"start": {"status": "conflicting", "versions": [{"value": 2011, "sources": ["sheet"]}]}}, "start:"),
        ("programme-term", {"settings": stated(["jail"])}, "settings:"),
        ("programme-term", {"also_active_in": stated(["xx"])}, "also_active_in:"),
        ("programme-term", {"evaluations": [{**RECORD["evaluations"][0], "kind": "outside"}]}, "kind: outside"),
        ("programme-profile", {"profile": {"method": RECORD["profile"]["method"]}}, "profile:"),
        ("programme-amount", {"funding": [{**RECORD["funding"][0], "currency": None}]}, "- what:"),
        ("programme-amount", {"funding": [{**RECORD["funding"][0], "year": None}]}, "- what:"),
        (
            "programme-conflict-field",
            {"conflicts": [{"field": "began", "text": text("One."), "sources": ["sheet"]}]},
            "field: began",
        ),
        ("programme-year-ahead", {"start": stated(2062)}, "start:"),
        ("programme-year-ahead", {"status": stated("running", as_of=2031)}, "as_of: 2031"),
        ("programme-end-before-start", {"status": stated("ended", as_of=2020), "end": stated(2001)}, "end:"),
        ("programme-end-missing", {"status": stated("ended", as_of=2020)}, "status:"),
        ("programme-end-running", {"end": stated(2019)}, "end:"),
        ("programme-status-undated", {"status": stated("running")}, "status:"),
        ("programme-review-order", {"review_by": "2026-11-22"}, "review_by:"),
        (
            "programme-figures-differ",
            {"lessons": [{**RECORD["lessons"][0], "text": text("It took 12 weeks.", "Det tog 21 uger.")}]},
            "text:",
        ),
    ],
)
def test_a_mistake_in_a_record_is_found_at_its_line(
    small_site: SmallSite, check: str, changes: dict[str, Any], line: str
) -> None:
    add_programme(small_site, **changes)
    assert check in found(small_site)
    assert line in line_of(small_site, check)


def test_sources_that_differ_are_told_as_such(small_site: SmallSite) -> None:
    versions = [{"value": 2011, "sources": ["sheet"]}, {"value": 2012, "sources": ["sheet"]}]
    start = {"status": "conflicting", "versions": versions}
    add_programme(small_site, start=start)
    assert found(small_site) == {"programme-conflict-untold"}
    add_programme(small_site, start=start, conflicts=[{"field": "start", "text": text("Two years."), "sources": ["sheet"]}])
    assert found(small_site) == set()


def test_a_profile_that_says_nothing_needs_no_source(small_site: SmallSite) -> None:
    profile = {name: {"said": "not-stated", "reason": text("Nothing is told.")} for name in RECORD["profile"]}
    add_programme(small_site, profile=profile)
    assert found(small_site) == set()


@pytest.mark.parametrize(
    ("start", "end", "wrong"), [("2012", "2012-05", False), ("2012-06", "2012-05", True), ("2012-06", "2012", False)]
)
def test_dates_of_different_length_are_compared_as_far_as_both_say(
    small_site: SmallSite, start: str, end: str, wrong: bool
) -> None:
    add_programme(small_site, status=stated("ended", as_of=2020), start=stated(start), end=stated(end))
    assert ("programme-end-before-start" in found(small_site)) is wrong


def test_the_norwegian_code_without_quotation_marks_is_told_with_its_mend(small_site: SmallSite) -> None:
    file = add_programme(small_site)
    path = small_site.root / file
    path.write_text(path.read_text().replace("value: dk", "value: no"))
    one = next(one for one in small_site.findings() if one.id == "yaml-yes-no")
    assert (one.file, one.details["got"]) == (FILE, "false")
    assert "value: no" in path.read_text().splitlines()[one.line - 1]


def test_a_quoted_norwegian_code_is_a_country(small_site: SmallSite) -> None:
    add_programme(small_site, id="no-way-out", country=stated("no"))
    assert found(small_site) == set()
    assert small_site.library().programmes["no-way-out"].country.value == "no"


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        ("name:\n\tvalue: x\n", {"data-yaml", "yaml-tab"}),
        ("- id: dk-way-out\n", {"data-not-a-record"}),
        ("id: dk-way-out\nname: [\n", {"data-yaml"}),
    ],
)
def test_a_file_that_is_no_record_is_told_once_and_stops_nothing(small_site: SmallSite, wrong: str, check: set[str]) -> None:
    file = add_programme(small_site)
    small_site.write(file, wrong)
    told = {one.id for one in small_site.findings() if one.file == file}
    assert told & check
    assert small_site.library().programmes == {}


def test_a_missing_danish_text_is_found_at_its_field(small_site: SmallSite) -> None:
    add_programme(small_site, organisation=stated({"en": "A municipality"}))
    one = next(one for one in small_site.findings() if one.id == "field-missing" and one.file == FILE)
    assert one.details["field"] == "organisation.value.da"


def test_a_record_in_a_file_of_another_name_is_found(small_site: SmallSite) -> None:
    add_programme(small_site, file="dk-other")
    assert "programme-file-name" in found(small_site)


def test_of_two_records_with_one_id_the_second_is_left_out_and_told(small_site: SmallSite) -> None:
    add_programme(small_site)
    add_programme(small_site, file="dk-z")
    told = [one for one in small_site.findings() if one.id == "programme-double"]
    assert [one.file for one in told] == ["docs/data/programmes/dk-z.yml"]
    assert list(small_site.library().programmes) == ["dk-way-out"]


def test_a_source_that_a_record_brings_and_nothing_uses_is_found_in_the_record(small_site: SmallSite) -> None:
    own = {"id": "way-out-home", "title": "Home", "publisher": "A town", "url": "https://example.org/way", "language": "da"}
    own |= {"read": "2026-11-22", "extent": "excerpt"}
    add_programme(small_site, sources=[own])
    assert ("source-unused", FILE) in {(one.id, one.file) for one in small_site.findings()}
    add_programme(small_site, sources=[own], start={"value": 2011, "status": "stated", "sources": ["way-out-home"]})
    assert found(small_site) == set()


def test_a_source_id_that_is_taken_is_told_at_the_record(small_site: SmallSite) -> None:
    own = {"id": "sheet", "title": "Home", "publisher": "A town", "url": "https://example.org/way", "language": "da"}
    add_programme(small_site, sources=[own | {"read": "2026-11-22", "extent": "excerpt"}])
    assert ("data-double-id", FILE) in {(one.id, one.file) for one in small_site.findings()}
    assert small_site.library().sources["sheet"].title == "A fact sheet"


def test_a_record_without_a_page_in_both_languages_is_found(small_site: SmallSite) -> None:
    add_programme(small_site, with_pages=False)
    assert "programme-without-page" in found(small_site)
    small_site.page("en", "programmes/dk-way-out", page("dk-way-out"))
    assert "programme-without-page" in found(small_site)


def test_a_page_that_leaves_out_a_part_of_its_record_is_found(small_site: SmallSite) -> None:
    add_programme(small_site)
    whole = page("dk-way-out")
    small_site.pages("programmes/dk-way-out", whole.replace("/// programme-known | dk-way-out\n///\n", ""))
    assert found(small_site) == {"programme-page-block"}
    small_site.pages("programmes/dk-way-out", page("dk-way-out", ("what", "for-whom", "known", "lessons")))
    assert found(small_site) == {"programme-page-section"}


def test_other_pages_of_the_folder_need_no_record(small_site: SmallSite) -> None:
    add_programme(small_site)
    small_site.pages("programmes/method", "# Method {#method}\n\nText.\n")
    assert found(small_site) == set()


@pytest.mark.parametrize(
    ("day", "check"),
    [(date(2027, 10, 1), None), (date(2027, 11, 1), "programme-review-soon"), (date(2027, 11, 23), "programme-overdue")],
)
def test_a_review_is_told_of_before_and_after_it_is_due(small_site: SmallSite, day: date, check: str | None) -> None:
    add_programme(small_site)
    assert [one.id for one in reviews_on(small_site.library(), day)] == ([check] if check else [])


def test_nothing_is_said_of_what_no_source_says(small_site: SmallSite) -> None:
    fields = ("aim", "consent", "also_active_in", "original_name", "start", "organisation")
    silent: dict[str, Any] = dict.fromkeys(fields, NOT_STATED)
    add_programme(small_site, **silent, scale=[], funding=[], evaluations=[], lessons=[])
    assert found(small_site) == set()


def test_every_field_of_the_record_is_explained_to_readers(small_site: SmallSite) -> None:
    explained = set(small_site.library().vocabularies["programme-fields"])
    own = {"id", "evaluations"}
    assert set(record()) | {"end"} <= explained | own
