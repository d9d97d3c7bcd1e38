"""Ids that one twin has and the other lacks."""

import pytest
from knowledge.mend.heading_ids import with_twin_ids

TWIN = "---\ntitle: x\n---\n# A {#a}\n\n## B {#b}\n\n## C {#c}\n"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("# Å {#a}\n\n## Bé\n\n## Sé {#c}\n", "# Å {#a}\n\n## Bé {#b}\n\n## Sé {#c}\n"),
        ("# Å\n## B ##\n## C {.wide}\n", "# Å {#a}\n## B {#b}\n## C {#c .wide}\n"),
        ("Å\n===\n\nB\n---\n\n## C\n", "Å {#a}\n===\n\nB {#b}\n---\n\n## C {#c}\n"),
    ],
)
def test_a_heading_without_an_id_gets_that_of_its_twin(written: str, mended: str) -> None:
    front = "---\ntitle: y\nsummary: z\n---\n"
    assert with_twin_ids(front + written, TWIN) == front + mended
    assert with_twin_ids(front + mended, TWIN) == front + mended


@pytest.mark.parametrize(
    "written",
    [
        "# A\n\n## B\n",
        "# A\n\n### B\n\n## C\n",
        "# A\n\n## B {#other}\n\n## C\n",
        "# A {#a}\n\n## B {#b}\n\n## C {#c}\n",
    ],
)
def test_nothing_is_copied_where_nobody_can_say_which_heading_is_which(written: str) -> None:
    assert with_twin_ids(written, TWIN) == written


def test_an_id_that_the_page_already_uses_is_not_given_twice() -> None:
    written = "# A {#a}\n\n## B\n\nText.\n{#b}\n\n## C {#c}\n"
    assert with_twin_ids(written, TWIN) == written


def test_a_heading_in_a_code_block_is_none() -> None:
    written = "# A\n\n```\n## Z\n```\n\n## B\n\n## C\n"
    assert with_twin_ids(written, TWIN) == "# A {#a}\n\n```\n## Z\n```\n\n## B {#b}\n\n## C {#c}\n"
