"""Tables that Markdown would show with cells missing, or print as text."""

import pytest

from tests.checks.said import said
from tests.small_site import SmallSite

HEAD = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEAD}| c | d |\n| e |\n", [("table-row-short", 4)]),
        (f"{HEAD}| c | d | e |\n", [("table-row-long", 3)]),
        (f"{HEAD}| c | d |\nText below.\n", [("table-row-short", 4)]),
        ("a | b\n--|--\nc\n", [("table-row-short", 3)]),
        (f"{HEAD}| c \\| d |\n", [("table-row-short", 3)]),
        ("| a | b |\n|---|\n| c | d |\n", [("table-rule", 2)]),
        ("| a | b |\n| c | d |\n", [("table-no-head", 1)]),
        ("|---|---|\n| a | b |\n", [("table-no-head", 1)]),
        ("| a | b |\n| — | — |\n| c | d |\n", [("table-no-head", 1)]),
        (f"Text.\n{HEAD}| c | d |\n", [("table-tight", 2)]),
        (f"| First | row |\n{HEAD}| c | d |\n", [("table-tight", 2)]),
        ("| | |\n|---|---|\n| c | d |\n", [("table-head-empty", 1)]),
        ("| a | |\n|---|---|\n| c | d |\n", [("table-head-empty", 1)]),
    ],
)
def test_a_table_that_would_go_wrong_is_found_on_its_line(
    small_site: SmallSite, text: str, expected: list[tuple[str, int]]
) -> None:
    assert said(small_site, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}| c | d |\n",
        "| a | b |\n|:--|--:|\n| c | d |\n",
        "a | b\n--|--\nc | d\n",
        "| | b |\n|---|---|\n| c | d |\n",
        f"{HEAD}| `x|y` | d |\n",
        f"{HEAD}| c \\| d | e |\n",
        f"{HEAD}| c | |\n",
        f"{HEAD}| - | - |\n",
        "| `a` | b |\n|---|---|\n| c | d |\n",
        f"Text.\n\n{HEAD}| c | d |\n\nText below.\n",
        f"/// note | T\n{HEAD}| c | d |\n///\n",
        "Either | or, says a line with a stroke.\n",
        "```text\n| a |\n| b | c |\n```\n",
    ],
)
def test_a_table_that_is_shown_as_it_is_meant_is_passed(small_site: SmallSite, text: str) -> None:
    assert said(small_site, text) == []
