"""Figures on pages of facts, each with a source near it."""

import pytest

from tests.checks.said import said
from tests.small_site import SmallSite


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In all, 90 people took part.\n", 1),
        ("It cost 1,158,154 euros.\n", 1),
        ("A share of 64.5% was paid.\n", 1),
        ("A total of 2,000 people came.\n", 1),
        ("In 2012, 90 people came.\n", 1),
        ("Text [@sheet].\n\n## Next {#next}\n\nText.\n\n- 90 people\n- Few others\n", 7),
        ("| a | b |\n|---|---|\n| People | 90 |\n", 3),
        ("/// note | T\nThere were 90.\n///\n", 2),
        ("There were 90 [in all](index.md#hello).\n", 1),
    ],
)
def test_a_figure_without_a_source_is_found_on_its_line(small_site: SmallSite, text: str, line: int) -> None:
    assert said(small_site, text, kind="sourced") == [("figure-uncited", line)]


@pytest.mark.parametrize(
    "text",
    [
        # With a source: beside it, in its section, above its list, below its table.
        "In all, 90 people took part [@sheet].\n",
        "These came [@sheet]:\n\n- 90 people\n- 20 countries\n",
        "| a | b |\n|---|---|\n| People | 90 |\n\nSo the sheet says [@sheet].\n",
        # Told with its source above, and again here.
        "There were 90 [@sheet].\n\n## Next {#next}\n\nWho were the 90?\n",
        # No figures: years, dates, times, laws, places in a text, names, small numbers.
        "From 2009 to 2012, and again in 2013–14.\n",
        "On 22 November 2026, 8–9 May 2012, 2026-11-22 and 08.05.2012.\n",
        "Ring 112 or 114 at 14:30.\n",
        "See section 115, article 20, page 32 and § 15.\n",
        "An A4 sheet, COVID-19, WCAG 2.2 and directive 2016/679.\n",
        "Five of the 9 states.\n",
        "See [a plan](https://example.org/12345).\n",
        "`1234` in code.\n",
        "## The 27 states {#states}\n\nText.\n",
    ],
)
def test_a_figure_with_a_source_and_what_is_no_figure_is_passed(small_site: SmallSite, text: str) -> None:
    assert said(small_site, text, kind="sourced") == []


def test_danish_forms_are_known(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# Hello {#hello}\n\nText.\n", kind="sourced")
    text = "Den 8.-9. maj 2012 kl. 14.30, jf. stk. 12 og s. 34.\n\nDer kom 90 til 1.158.154 euro.\n"
    small_site.page("da", "index", f"# Hej {{#hello}}\n\n{text}", kind="sourced")
    found = [(entry.line, entry.details["number"]) for entry in small_site.findings() if entry.id == "figure-uncited"]
    assert found == [(16, "90")]


@pytest.mark.parametrize("kind", ["guidance", "constructed"])
def test_pages_that_state_no_facts_are_not_asked_for_sources(small_site: SmallSite, kind: str) -> None:
    assert "figure-uncited" not in {check for check, _ in said(small_site, "Count to 90.\n", kind=kind)}


def test_a_drawn_block_names_the_sources_of_its_section(small_site: SmallSite) -> None:
    assert said(small_site, "There are 90 terms.\n\n/// glossary\n///\n", kind="sourced") == []
