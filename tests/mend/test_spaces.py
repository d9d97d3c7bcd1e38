"""Hard spaces where a language wants them, and nowhere else."""

import pytest
from knowledge.mend.spaces import HARD, mended_spaces


@pytest.mark.parametrize(
    ("written", "english", "danish"),
    [
        ("64.5% of", "64.5% of", f"64.5{HARD}% of"),
        ("64,5 % of", "64,5% of", f"64,5{HARD}% of"),
        (f"64,5{HARD}% of", "64,5% of", f"64,5{HARD}% of"),
        ("100 euro", f"100{HARD}euro", f"100{HARD}euro"),
        ("100 euros", f"100{HARD}euros", "100 euros"),
        ("8 mio. kr.", "8 mio. kr.", f"8{HARD}mio.{HARD}kr."),
        ("85 pct. af", "85 pct. af", f"85{HARD}pct. af"),
        ("8 million kroner", f"8{HARD}million kroner", "8 million kroner"),
        ("kl. 8–22", "kl. 8–22", f"kl.{HARD}8–22"),
        ("§ 15 and §§ 153–154", f"§{HARD}15 and §§{HARD}153–154", f"§{HARD}15 and §§{HARD}153–154"),
        ("| 5 km | 3 % |", f"| 5{HARD}km | 3% |", f"| 5{HARD}km | 3{HARD}% |"),
    ],
)
def test_a_figure_keeps_its_unit_as_the_language_writes_it(written: str, english: str, danish: str) -> None:
    assert mended_spaces(written, "en") == english
    assert mended_spaces(written, "da") == danish


@pytest.mark.parametrize(
    "written",
    [
        "`64.5 %`",
        "```\n64 %  5 km\n```",
        "https://example.org/%C3%B8 and a%20b",
        "100%-reglen",
        "a % b",
        "5 kmt",
        "[x](page.md?q=5 km)",
        "<td>5 %</td>",
        "two\nlines 5\neuro",
    ],
)
def test_what_is_no_figure_with_its_unit_stays(written: str) -> None:
    assert mended_spaces(written, "en") == written
    assert mended_spaces(written, "da") == written


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (f"a{HARD}b", "a b"),
        (f"a{HARD} {HARD}b", "a b"),
        ("a\u202fb", "a b"),
        (f"-{HARD}an item", "- an item"),
        (f"##{HARD}A heading", "## A heading"),
        (f"{HARD}{HARD}Text", "Text"),
        (f"{HARD}- an item", "- an item"),
        (f"8{HARD}May", f"8{HARD}May"),
        (f"Article{HARD}5", f"Article{HARD}5"),
        (f"word{HARD}– word", f"word{HARD}– word"),
        (f"8.{HARD}maj 2012 begyndte det.", f"8.{HARD}maj 2012 begyndte det."),
        (f"5 {HARD}km", f"5{HARD}km"),
        (f"`a{HARD}b`", f"`a{HARD}b`"),
        (f"text{HARD}\nmore", f"text{HARD}\nmore"),
    ],
)
def test_a_hard_space_stays_only_beside_a_figure(written: str, mended: str) -> None:
    assert mended_spaces(written, "en") == mended
    assert mended_spaces(written, "da") == mended
