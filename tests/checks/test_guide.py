"""The guide for someone who is worried: for each check a guide that it has nothing to say about, and one that it finds."""

from typing import Any

import pytest

from tests.small_guide import FILE, add_guide, guide, question, role, step
from tests.small_site import SmallSite


def found(site: SmallSite) -> list[tuple[str, str]]:
    """Return what is said of the guide, with the line of its file that is pointed at."""
    lines = (site.root / FILE).read_text(encoding="utf-8").splitlines()
    return [(one.id, lines[one.line - 1].strip()) for one in site.findings() if one.file == FILE]


def test_a_right_guide_is_left_alone(small_site: SmallSite) -> None:
    add_guide(small_site)
    assert found(small_site) == []


def test_a_site_without_a_guide_needs_none(small_site: SmallSite) -> None:
    assert [one.id for one in small_site.findings() if one.id.startswith("guide-")] == []


# What else would be left without a way to it is reached from the second role.
CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "a choice leads to nothing": (
        guide(questions=[question("soon", "ring", "rest", "gone")]),
        [("guide-dead-end", "to: gone")],
    ),
    "a question has no choices": (
        guide(questions=[question("soon", "ring", "rest"), question("later")], roles=[role("school"), role("friend", "later")]),
        [("guide-dead-end", "- id: later")],
    ),
    "a role has no answer": (
        guide(roles=[role("school"), {**role("friend"), "situations": {"other": "ring"}}]),
        [("guide-dead-end", "situations:")],
    ),
    "a role leads to nothing": (
        guide(roles=[role("school"), role("friend", "gone")]),
        [("guide-dead-end", "change: gone")],
    ),
    "a question leads back to itself": (
        guide(questions=[question("soon", "ring", "rest", "soon")]),
        [("guide-loop", "to: soon")],
    ),
    "two questions lead to each other": (
        guide(questions=[question("soon", "ring", "later"), question("later", "rest", "soon")]),
        [("guide-loop", "to: soon")],
    ),
    "nobody comes to a step": (
        guide(questions=[question("soon", "ring")]),
        [("guide-unreached", "- id: rest")],
    ),
    "nobody comes to a question": (
        guide(questions=[question("soon", "ring", "rest"), question("later", "rest")]),
        [("guide-unreached", "- id: later")],
    ),
    "five choices to a step": (
        guide(questions=[question("soon", "ring", "b"), question("b", "c"), question("c", "rest")]),
        [("guide-too-long", "- id: rest")],
    ),
    "a page that does not exist": (
        guide(steps=[step("ring", "now"), step("rest", pages=["handbook/gone"])]),
        [("guide-page-unknown", "- handbook/gone")],
    ),
    "a contact that does not exist": (
        guide(steps=[step("ring", "now"), step("rest", contacts=["hotlin"])]),
        [("guide-contact-unknown", "- hotlin")],
    ),
    "a source that does not exist": (
        guide(steps=[step("ring", "now"), step("rest", sources=["gone"])]),
        [("source-unknown", "- gone")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_guide_is_told_at_its_line(small_site: SmallSite, name: str) -> None:
    record, told = CASES[name]
    add_guide(small_site, record)
    assert found(small_site) == told


def test_four_choices_are_not_too_many(small_site: SmallSite) -> None:
    add_guide(small_site, guide(questions=[question("soon", "ring", "later"), question("later", "rest")]))
    assert found(small_site) == []


def test_a_situation_may_lead_straight_to_a_step(small_site: SmallSite) -> None:
    add_guide(small_site, guide(roles=[role("school"), role("friend", "rest")]))
    assert found(small_site) == []


def test_a_page_that_is_there_in_one_language_only_is_told(small_site: SmallSite) -> None:
    small_site.page("en", "alone", "# Alone {#alone}\n\nText.\n")
    add_guide(small_site, guide(steps=[step("ring", "now"), step("rest", pages=["alone"])]))
    assert ("guide-page-unknown", "- alone") in found(small_site)


@pytest.mark.parametrize(
    ("record", "check", "line"),
    [
        (guide(steps=[step("ring", "urgent"), step("rest")]), "field-wrong", "level: urgent"),
        (guide(steps=[step("ring", contacts=[]), step("rest")]), "field-wrong", "contacts: []"),
        (guide(steps=[step("ring"), step("ring")]), "field-wrong", "steps:"),
        (guide(roles=[role("school"), role("how-urgent")]), "field-wrong", "roles:"),
        (guide(what={"en": "What is it?"}), "field-missing", "what:"),
        (guide(score=3), "field-unknown", "score: 3"),
    ],
)
def test_a_guide_that_cannot_be_used_is_told_once(small_site: SmallSite, record: dict[str, Any], check: str, line: str) -> None:
    """The page loses all the places that the guide brings to it, and that is not told again at every link."""
    add_guide(small_site, record)
    small_site.pages("index", "# Hello {#hello}\n\n[Ring](worried.md#ring)\n", "# Hej {#hello}\n\n[Ring](worried.md#ring)\n")
    assert found(small_site) == [(check, line)]
    assert [one.id for one in small_site.findings() if one.id in {"link-anchor", "source-unused"}] == []
    named = {one.details["record"] for one in small_site.findings() if one.id == check}
    assert named == {"guide.yml"}
