"""A programme's facts in words."""

from typing import Any

import pytest
from knowledge.catalogue.facts import Row, row, rows, status_of_parts
from knowledge.content.languages import Language

from tests.small_programmes import NOT_STATED, RECORD, add_programme, stated, text
from tests.small_site import SmallSite


def shown(site: SmallSite, field: str, language: Language = "en", **changes: Any) -> Row | None:
    add_programme(site, **changes)
    library = site.library()
    return row(library, next(iter(library.programmes.values())), language, field)


def words(one: Row | None) -> list[str]:
    assert one is not None
    return [answer.words for answer in one.answers]


@pytest.mark.parametrize(
    ("field", "english", "danish"),
    [
        ("country", "Denmark", "Danmark"),
        ("organisation", "A municipality", "En kommune"),
        ("settings", "Community, Prison", "Lokalsamfund, Fængsel"),
        ("status", "Running (as told in 2020)", "I gang (oplyst i 2020)"),
        (
            "scale",
            "1,200 people since the start (2019; the programme’s own figure)",
            "1.200 mennesker siden starten (2019; indsatsens eget tal)",
        ),
        ("funding", "334,644 euros: from the state (2011; a year)", "334.644 euro: fra staten (2011; om året)"),
        ("evaluation", "External (process)", "Ekstern (proces)"),
        ("membership", "EU member", "EU-land"),
    ],
)
def test_a_fact_is_told_in_the_words_of_each_language(small_site: SmallSite, field: str, english: str, danish: str) -> None:
    assert words(shown(small_site, field, "en")) == [english]
    assert words(shown(small_site, field, "da")) == [danish]


def test_a_name_in_its_own_language_says_which(small_site: SmallSite) -> None:
    one = shown(small_site, "original_name")
    assert one is not None
    assert [(answer.words, answer.language) for answer in one.answers] == [("Vejen ud", "da")]


def test_a_partial_date_is_written_out(small_site: SmallSite) -> None:
    assert words(shown(small_site, "start", "da", start=stated("2009-01"))) == ["januar 2009"]


def test_sources_that_differ_are_all_told_each_with_its_own(small_site: SmallSite) -> None:
    versions = [{"value": 2011, "sources": ["sheet"]}, {"value": 2012, "sources": ["other"]}]
    one = shown(small_site, "start", start={"status": "conflicting", "versions": versions})
    assert one is not None
    assert [(answer.words, answer.sources) for answer in one.answers] == [("2011", ("sheet",)), ("2012", ("other",))]
    assert one.status == "conflicting"


def test_what_no_source_says_has_no_answer(small_site: SmallSite) -> None:
    one = shown(small_site, "consent", consent=NOT_STATED)
    assert one is not None
    assert (one.status, one.answers) == ("not-stated", ())


def test_a_figure_without_a_number_is_told_in_words(small_site: SmallSite) -> None:
    scale = [{"what": text("a handful", "en håndfuld"), "self_reported": False, "status": "stated", "sources": ["sheet"]}]
    assert words(shown(small_site, "scale", scale=scale)) == ["a handful"]


def test_a_former_member_of_the_union_is_told_with_the_year(small_site: SmallSite) -> None:
    one = shown(small_site, "membership", id="gb-way-out", country=stated("gb"))
    assert words(one) == ["Former EU member (left in 2020)"]


def test_the_strongest_evaluation_counts(small_site: SmallSite) -> None:
    first = RECORD["evaluations"][0]
    assert words(shown(small_site, "evaluation", evaluations=[first, {**first, "kind": "external-outcome"}])) == [
        "External (outcome)"
    ]
    assert words(shown(small_site, "evaluation", evaluations=[{**first, "kind": "internal"}, first])) == ["External (process)"]
    assert words(shown(small_site, "evaluation", evaluations=[])) == ["None found"]


def test_a_programme_that_has_not_ended_has_no_end(small_site: SmallSite) -> None:
    add_programme(small_site)
    library = small_site.library()
    fields = [one.field for one in rows(library, library.programmes["dk-way-out"], "en")]
    assert "end" not in fields
    assert fields[0] == "original_name"


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([], "not-stated"),
        (["stated", "stated"], "stated"),
        (["stated", "derived"], "derived"),
        (["conflicting", "derived"], "conflicting"),
    ],
)
def test_a_field_of_parts_is_as_certain_as_its_least_certain_part(parts: list[str], status: str) -> None:
    assert status_of_parts(parts) == status
