"""How each language writes numbers and dates."""

from datetime import date
from decimal import Decimal

import pytest
from knowledge.content.formats import (
    first_letter,
    sorting_key,
    written_date,
    written_euros,
    written_number,
    written_partial_date,
    written_percent,
    written_period,
)


def test_a_day_is_written_as_each_language_does() -> None:
    assert written_date(date(2012, 5, 8), "en") == "8 May 2012"
    assert written_date(date(2012, 5, 8), "da") == "8. maj 2012"


@pytest.mark.parametrize(
    ("partial", "english", "danish"),
    [("2008", "2008", "2008"), ("2009-01", "January 2009", "januar 2009"), ("2012-05-08", "8 May 2012", "8. maj 2012")],
)
def test_a_date_is_written_as_exactly_as_it_is_known(partial: str, english: str, danish: str) -> None:
    assert written_partial_date(partial, "en") == english
    assert written_partial_date(partial, "da") == danish


@pytest.mark.parametrize(
    ("start", "end", "english", "danish"),
    [
        ("2012-05-08", "2012-05-09", "8–9 May 2012", "8.-9. maj 2012"),
        ("2009", "2012", "2009–2012", "2009–2012"),
        ("2011-05", "2014-05", "May 2011 – May 2014", "maj 2011 – maj 2014"),
        ("2012-05-08", None, "8 May 2012", "8. maj 2012"),
    ],
)
def test_a_period_is_written_as_each_language_does(start: str, end: str | None, english: str, danish: str) -> None:
    assert written_period(start, end, "en") == english
    assert written_period(start, end, "da") == danish


def test_amounts_use_the_separators_of_the_language() -> None:
    assert written_number(1158154, "en") == "1,158,154"
    assert written_number(1158154, "da") == "1.158.154"
    assert written_euros(1, "en") == "1\u00a0euro"
    assert written_euros(311021, "da") == "311.021\u00a0euro"
    assert written_percent(Decimal("64.5"), "en") == "64.5%"
    assert written_percent(Decimal("64.5"), "da") == "64,5\u00a0%"


def test_the_danish_alphabet_ends_with_ae_oe_aa() -> None:
    words = ["ånd", "aktiv", "Aarhus", "zone", "ære", "øst"]
    assert sorted(words, key=lambda word: sorting_key(word, "da")) == ["aktiv", "zone", "ære", "øst", "ånd", "Aarhus"]
    assert sorted(["zone", "Aarhus"], key=lambda word: sorting_key(word, "en")) == ["Aarhus", "zone"]
    assert first_letter("Aarhus", "da") == "Å"
    assert first_letter("Aarhus", "en") == "A"
