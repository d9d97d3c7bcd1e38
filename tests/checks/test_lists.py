"""Lists that Markdown would show otherwise than they are meant."""

import pytest

from tests.checks.said import said
from tests.small_site import SmallSite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No blank line above.
        ("Bring:\n- a\n- b\n", [("list-tight", 2)]),
        ("Bring:\n1. a\n2. b\n", [("list-tight", 2)]),
        ("One line.\nBring:\n* a\n", [("list-tight", 3)]),
        ("- a\n\n    Bring:\n    - b\n", [("list-tight", 4)]),
        ("/// note | T\nBring:\n- a\n///\n", [("list-tight", 3)]),
        # Indented by less than four.
        ("- a\n  - b\n- c\n", [("list-indent", 2)]),
        ("1. a\n   - b\n", [("list-indent", 2)]),
        ("- a\n    - b\n      - c\n", [("list-indent", 3)]),
        ("- a\n\n  More of a.\n", [("list-indent", 3)]),
        ("- a\n\n  More of a.\n- b\n", [("list-indent", 3)]),
        ("- a\n\n  - b\n", [("list-indent", 3)]),
        # Two kinds in one list.
        ("- a\n1. b\n", [("list-mixed", 2)]),
        ("1. a\n\n- b\n", [("list-mixed", 3)]),
        ("- a\n    - b\n    1. c\n", [("list-mixed", 3)]),
        # Numbers that would be lost.
        ("8. maj 2012 began the conference.\n", [("list-number", 1)]),
        ("- 1. april 2024: a law.\n- Later.\n", [("list-number", 1)]),
        ("- On the\n8. maj 2012 they met.\n", [("list-number", 2)]),
        ("2012. That year.\n", [("list-number", 1)]),
        ("> 8. maj 2012 it began.\n", [("list-number", 1)]),
        ("3. a\n4. b\n", [("list-number", 1)]),
        ("1. a\n\nText between.\n\n2. b\n", [("list-number", 5)]),
        ("1. a\n\n```text\ncode\n```\n\n2. b\n", [("list-number", 7)]),
        # Signs of other programs.
        ("• a\n• b\n", [("list-sign", 1)]),
        ("Bring:\n\n1) a\n2) b\n", [("list-sign", 3)]),
        ("Bring:\n· a\n· b\n", [("list-sign", 2)]),
        ("-a\n-b\n", [("list-sign", 1)]),
        ("\uf0b7\ta\n", [("list-sign", 1)]),
    ],
)
def test_a_list_that_would_go_wrong_is_found_on_its_line(
    small_site: SmallSite, text: str, expected: list[tuple[str, int]]
) -> None:
    assert said(small_site, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bring:\n\n- a\n- b\n",
        "## Section {#section}\n- a\n",
        "/// note | T\n- a\n- b\n///\n",
        "- a\n    - b\n        - c\n- d\n",
        "- a\n\n    More of a.\n\n- b\n",
        "- a that is long\n  and goes on\n- b\n",
        "1. a\n2. b\n    - c\n3. d\n",
        "1. a\n\n    - b\n\n2. c\n",
        "1. a\n\n    1. x\n\n    2. y\n\n2. c\n",
        "1. a\n\n    ```text\n    code\n    ```\n\n2. b\n",
        "- a\n\nText.\n\n1. b\n",
        "8\\. maj 2012 began it.\n",
        "It began on the\n8. maj 2012 in the morning.\n",
        "- 8.-9. maj 2012: a conference.\n",
        "1. a\n2. b\n3. Declare it.\n4. May we go?\n",
        "```text\nBring:\n- a\n  - b\n```\n",
        "| a | b |\n|---|---|\n| - c | 8. maj |\n",
        "- - -\n\nText.\n",
        "* * *\n\nText.\n",
        "– So he said.\n– So she said.\n",
        "The result was\n-5 degrees.\n",
        "> Quoted:\n> - a\n",
        "Term\n:   What it means.\n",
    ],
)
def test_a_list_that_is_shown_as_it_is_meant_is_passed(small_site: SmallSite, text: str) -> None:
    assert said(small_site, text) == []
