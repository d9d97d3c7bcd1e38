"""What is computed from stated budgets: sums, differences, shares."""

from decimal import Decimal
from typing import Any

import pytest
from knowledge.content.finances import Budget
from pydantic import ValidationError


def budget(total: Any, *amounts: Any) -> Budget:
    words = {"en": "Name", "da": "Navn"}
    parts = [{"id": f"part-{number}", "name": words, "amount": amount} for number, amount in enumerate(amounts)]
    return Budget.model_validate(
        {"id": "budget", "name": words, "currency": "EUR", "total": total, "parts": parts, "sources": ["sheet"]}
    )


def test_the_parts_are_summed_and_compared_with_the_total() -> None:
    stated = budget(1_158_154, 747_133, 100_000)
    assert stated.sum_of_parts == 847_133
    assert stated.difference == 311_021


@pytest.mark.parametrize(
    ("total", "parts", "difference", "explanation"),
    [
        (100, (60, 40), 0, "none"),
        (100, (60, 39), 1, "rounding"),
        (100, (60, 38), 2, "rounding"),
        (100, (60, 37), 3, "unexplained"),
        (100, (60, 42), -2, "rounding"),
        (100, (60, 43), -3, "exceeded"),
        (0, (0,), 0, "none"),
        (0, (5,), -5, "exceeded"),
    ],
)
def test_a_difference_is_explained_by_its_size_and_sign(
    total: int, parts: tuple[int, ...], difference: int, explanation: str
) -> None:
    stated = budget(total, *parts)
    assert stated.difference == difference
    assert stated.explanation == explanation


@pytest.mark.parametrize(
    ("total", "part", "share"),
    [
        (1_158_154, 747_133, "64.5"),
        (334_644, 33_464, "10.0"),
        (2000, 1, "0.1"),
        (3, 1, "33.3"),
        (3, 2, "66.7"),
        (50, 100, "200.0"),
    ],
)
def test_a_share_is_rounded_half_up_to_one_decimal(total: int, part: int, share: str) -> None:
    stated = budget(total, part)
    assert stated.share(stated.parts[0]) == Decimal(share)


def test_nothing_has_a_share_of_a_total_of_zero() -> None:
    stated = budget(0, 5)
    assert stated.share(stated.parts[0]) is None


@pytest.mark.parametrize("amount", ["1.158.154", "1,158,154", -1, 0.5, None, "12 euros"])
def test_an_amount_is_a_whole_number_of_euros(amount: object) -> None:
    with pytest.raises(ValidationError) as error:
        budget(amount, 1)
    assert error.value.errors()[0]["loc"] == ("total",)


def test_a_budget_has_at_least_one_part() -> None:
    with pytest.raises(ValidationError, match="too_short"):
        budget(5)
