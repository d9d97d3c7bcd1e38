"""Facets and counts over several programmes."""

import pytest
from knowledge.catalogue import counts, facets
from knowledge.content.library import Library

from tests.small_programmes import NOT_STATED, RECORD, add_programme, stated, text
from tests.small_site import SmallSite


@pytest.fixture
def three(small_site: SmallSite) -> Library:
    """Two Danish programmes and a Swedish one, which differ in most things."""
    add_programme(small_site)
    add_programme(small_site, id="dk-other", name=stated(text("Other", "Anden")), settings=stated(["school"]), evaluations=[])
    outcome = [{**RECORD["evaluations"][0], "kind": "external-outcome"}]
    add_programme(
        small_site,
        id="se-third",
        country=stated("se"),
        name=stated(text("Third", "Ålborg")),
        settings=NOT_STATED,
        evaluations=outcome,
        lessons=[],
    )
    return small_site.library()


def test_a_facet_offers_what_some_programme_has_with_its_count(three: Library) -> None:
    settings = next(one for one in facets.facets(three, "en", three.programmes.values()) if one.name == "settings")
    assert [(choice.term, choice.label, choice.count) for choice in settings.choices] == [
        ("community", "Community", 1),
        ("prison", "Prison", 1),
        ("school", "School", 1),
        ("not-stated", "Not stated", 1),
    ]


def test_countries_stand_in_the_order_of_the_languages_alphabet(three: Library) -> None:
    assert [code for code in facets.order(three, "country", "en") if code in {"dk", "no", "gb"}] == ["dk", "no", "gb"]
    assert [code for code in facets.order(three, "country", "da") if code in {"dk", "no", "gb"}] == ["dk", "no", "gb"]
    assert facets.order(three, "country", "en")[-1] == "not-stated"


def test_programmes_stand_by_country_and_name(three: Library) -> None:
    assert [one.id for one in facets.by_name(three, "en")] == ["dk-other", "dk-way-out", "se-third"]


def test_versions_of_sources_that_differ_all_count(small_site: SmallSite) -> None:
    versions = [{"value": ["school"], "sources": ["sheet"]}, {"value": ["prison"], "sources": ["sheet"]}]
    add_programme(small_site, settings={"status": "conflicting", "versions": versions})
    assert facets.terms(small_site.library().programmes["dk-way-out"], "settings") == ("school", "prison")


def test_a_table_counts_pairs(three: Library) -> None:
    table = counts.table(three, "en", "country", "settings")
    assert table.rows == ("dk", "se")
    assert table.cells["dk", "school"] == 1
    assert table.cells["se", "not-stated"] == 1
    assert ("se", "school") not in table.cells


def test_members_without_a_programme_are_named_and_others_are_not(three: Library) -> None:
    assert counts.countries_without(three) == ()
    assert "no" in three.countries


def test_terms_that_no_programme_has_are_known(three: Library) -> None:
    assert "online" in counts.unused_terms(three, "en", "settings")
    assert "school" not in counts.unused_terms(three, "en", "settings")


def test_evaluations_are_counted_by_the_strongest(three: Library) -> None:
    found = counts.evaluations(three.programmes.values())
    assert found == {"none-found": 1, "internal": 0, "public-research-office": 0, "external-process": 1, "external-outcome": 1}


def test_every_fact_counts_once_by_how_it_is_known(small_site: SmallSite) -> None:
    add_programme(small_site)
    found = counts.statuses(small_site.library().programmes.values())
    # also_active_in and aim, and nothing contested; settings are derived.
    assert (found["not-stated"], found["derived"], found["conflicting"]) == (3, 1, 0)
    facts = sum(1 for _ in small_site.library().programmes["dk-way-out"].facts())
    assert sum(found.values()) == facts + 5


def test_gaps_are_counted_by_field(three: Library) -> None:
    gaps = counts.not_stated_by_field(three.programmes.values())
    assert (gaps["aim"], gaps["settings"], gaps["country"]) == (3, 1, 0)


def test_the_profile_is_counted_by_dimension(three: Library) -> None:
    assert counts.profiles(three.programmes.values())["method"] == {"partly": 3}
