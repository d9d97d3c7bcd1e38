"""Events: which dates they may have, and where they stand in time."""

from typing import Any

import pytest
from knowledge.content.timeline import Event
from pydantic import ValidationError


def event(**fields: Any) -> Event:
    words = {"en": "Words", "da": "Ord"}
    given = {"id": "event", "title": words, "text": words, "status": "held", "sources": ["sheet"], **fields}
    return Event.model_validate({name: value for name, value in given.items() if value is not None})


@pytest.mark.parametrize("day", ["2008", "2009-01", "2012-05-08", "2012-02-29", "1999-12-31"])
def test_a_date_is_as_exact_as_its_source(day: str) -> None:
    stated = event(date=day)
    assert stated.date == stated.sort_key == day
    assert stated.year == day[:4]


@pytest.mark.parametrize(
    "day",
    [
        "",
        "08",
        "2009-13",
        "2009-00",
        "2009-1",
        "2012-05-32",
        "2012-02-30",
        "2011-02-29",
        "2011-04-31",
        "0000",
        "8 May 2012",
        "2012-05-08T10:00",
        2012,
    ],
)
def test_a_date_that_no_calendar_has_is_refused(day: object) -> None:
    with pytest.raises(ValidationError) as error:
        event(date=day)
    assert error.value.errors()[0]["loc"] == ("date",)


@pytest.mark.parametrize("status", ["held", "planned"])
def test_an_event_that_is_held_or_planned_has_a_date(status: str) -> None:
    assert event(status=status, date="2011").status == status
    with pytest.raises(ValidationError) as error:
        event(status=status)
    (problem,) = error.value.errors()
    assert (problem["type"], problem["ctx"]["field"]) == ("rule", "status")


def test_an_undated_event_has_no_date() -> None:
    assert event(status="undated").year is None
    with pytest.raises(ValidationError) as error:
        event(status="undated", date="2011")
    (problem,) = error.value.errors()
    assert (problem["type"], problem["ctx"]["field"]) == ("rule", "status")


def test_every_rule_says_in_both_languages_what_is_expected() -> None:
    for fields in ({"date": "2011-02-31"}, {"status": "undated", "date": "2011"}, {"status": "held"}):
        with pytest.raises(ValidationError) as error:
            event(**fields)
        context = error.value.errors()[0]["ctx"]
        assert context["en"]
        assert context["da"]
        assert context["en"] != context["da"]


def test_an_undated_event_stands_after_its_earliest_possible_year() -> None:
    events = {
        "later": event(date="2012"),
        "between": event(status="undated", between=["2010", "2013"]),
        "in it": event(date="2010-12-31"),
        "unknown": event(status="undated"),
        "first": event(date="2010"),
    }
    assert sorted(events, key=lambda name: events[name].sort_key) == ["first", "in it", "between", "later", "unknown"]


@pytest.mark.parametrize("between", [["2010"], ["2010", "2011", "2012"], ["2010", "soon"], "2010"])
def test_a_span_has_two_dates(between: object) -> None:
    with pytest.raises(ValidationError) as error:
        event(status="undated", between=between)
    assert error.value.errors()[0]["loc"][0] == "between"


def test_an_event_without_sources_is_refused() -> None:
    with pytest.raises(ValidationError, match="too_short"):
        event(date="2011", sources=[])
