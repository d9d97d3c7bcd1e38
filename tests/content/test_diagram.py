"""The records of diagrams: what is right, and what is told of a wrong one, with its line."""

from typing import Any

import pytest
from knowledge.content.library import Library

from tests.small_diagrams import BACK, COLUMNS, NEXT, PATH, ROWS, STEP, diagram, layers, table
from tests.small_site import SmallSite

FILE = "docs/data/diagrams.yml"


@pytest.mark.parametrize("record", [dict(PATH), diagram(), layers(), table()], ids=["path", "without", "layers", "table"])
def test_a_right_diagram_is_read(small_site: SmallSite, record: dict[str, Any]) -> None:
    small_site.data("diagrams.yml", [record])
    assert list(small_site.library().diagrams) == ["way"]
    assert [found for found in small_site.found() if found[1] == FILE] == []


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (diagram(kind="funnel"), 2),
        (diagram(title={"en": "The way"}), 3),
        (diagram(parts=[STEP]), 12),
        (diagram(parts=[STEP, STEP]), 12),
        (diagram(columns=list(COLUMNS)), 30),
        (table(columns=None), 1),
        (table(columns=[*COLUMNS, *COLUMNS]), 12),
        (table(parts=[STEP, *ROWS]), 12),
        (diagram(returns=[{**BACK, "back_to": "ask"}]), 29),
        (diagram(returns=[{**BACK, "after": "look", "back_to": "ask"}]), 29),
        (diagram(returns=[{**BACK, "back_to": "nowhere"}]), 29),
        (layers(returns=[BACK]), 29),
        (diagram(colour="red"), 30),
    ],
)
def test_a_wrong_diagram_is_told_with_its_line(small_site: SmallSite, record: dict[str, Any], line: int) -> None:
    small_site.data("diagrams.yml", [record])
    told = [found for found in small_site.found() if found[1] == FILE]
    assert told, record
    assert all(name.startswith("field-") for name, _, _ in told)
    assert line in {at for _, _, at in told}, told
    assert small_site.library().diagrams == {}


def test_a_source_that_does_not_exist_is_told_at_the_diagram(small_site: SmallSite) -> None:
    small_site.data("diagrams.yml", [diagram(), diagram(id="other", parts=[STEP, {**NEXT, "sources": ["gone"]}])])
    text = small_site.root.joinpath(FILE).read_text(encoding="utf-8")
    line = text[: text.index("- id: other")].count("\n") + 1
    assert ("source-unknown", FILE, line) in small_site.found()


def test_the_five_diagrams_of_the_handbook_are_there(library: Library) -> None:
    kinds = {name: record.kind for name, record in library.diagrams.items()}
    assert kinds == {
        "concern": "path",
        "levels": "layers",
        "who-does-what": "table",
        "exit-talks": "path",
        "mentoring-year": "path",
    }


@pytest.mark.parametrize("name", ["concern", "levels", "who-does-what", "exit-talks", "mentoring-year"])
def test_each_is_shown_on_one_page_in_both_languages(library: Library, name: str) -> None:
    shown = {
        (page.language, page.key)
        for page in library.pages.values()
        for block in page.document.blocks
        if (block.name, block.argument) == ("diagram", name)
    }
    assert {language for language, _ in shown} == {"en", "da"}
    assert len({key for _, key in shown}) == 1
