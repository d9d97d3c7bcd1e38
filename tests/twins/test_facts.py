"""Facts read in each language's own form, and compared."""

import pytest
from knowledge.twins.facts import disagreements, facts, normal_number

from tests.small_site import SmallSite


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("The total is 1,158,154 euros.", "Det samlede budget er 1.158.154 euro."),
        ("It was 8–9 May 2012.", "Det var 8.-9. maj 2012."),
        ("It was 8 May 2012.", "Det var den 8. maj 2012."),
        ("The EU pays 64.5% of it.", "EU betaler 64,5 pct. af det."),
        ("The EU pays 64.5% of it.", "EU betaler 64,5 % af det."),
        ("DKK 8 million was set aside.", "Der var afsat 8 mio. kr."),
        ("DKK 60.9 million, 19 initiatives.", "60,9 mio. kr. og 19 initiativer."),
        ("From January 2009.", "Fra januar 2009."),
        ("Open 8–22 every day.", "Åbent kl. 8–22 alle dage."),
        ("Call 112 or 41 74 90 90.", "Ring 112 eller 41 74 90 90."),
        ("Section 115 says so.", "§ 115 siger det."),
        ("A child under 18 may need help.", "Et barn under 18 kan have brug for hjælp."),
        ("- one\n- two [@a]", "- en\n- to [@a]"),
        ("Run `make 3` first.", "Kør `make 4` først."),
        ("| A | B |\n| --- | --- |\n| 1 | 2 |", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    ],
)
def test_the_same_facts_in_both_languages_agree(english: str, danish: str) -> None:
    assert facts(english, "en") == facts(danish, "da")


@pytest.mark.parametrize(
    ("english", "danish", "kind"),
    [
        ("The total is 1,158,154 euros.", "Det samlede budget er 1.158.145 euro.", "number"),
        ("It was 8–9 May 2012.", "Det var 8.-9. juni 2012.", "month"),
        ("It was 1.5 years.", "Det var 15 år.", "number"),
        ("8% of them.", "8 af dem.", "unit"),
        ("DKK 8 million.", "8 mia. kr.", "unit"),
        ("8 euros.", "8 kr.", "unit"),
        ("See [a](a.md).", "Se [a](b.md).", "link"),
        ("So [@a; @b].", "Så [@a].", "citation"),
        ("- one\n- two", "- en", "item"),
        ("| A | B |\n| --- | --- |\n| x | y |", "| A | B |\n| --- | --- |", "cell"),
        ("/// note | A\nText.\n///", "Tekst.", "block"),
    ],
)
def test_a_fact_that_differs_is_named_by_its_kind(english: str, danish: str, kind: str) -> None:
    ours, theirs = facts(english, "en"), facts(danish, "da")
    assert {name for name in ours if ours[name] != theirs[name]} == {kind}


@pytest.mark.parametrize(
    ("written", "language", "normal"),
    [
        ("1,158,154", "en", "1158154"),
        ("1.158.154", "da", "1158154"),
        ("64.5", "en", "64.5"),
        ("64,5", "da", "64.5"),
        ("1.158,50", "da", "1158.50"),
        ("3.2.1", "en", "3.2.1"),
        ("12", "da", "12"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(written: str, language: str, normal: str) -> None:
    assert normal_number(written, "en" if language == "en" else "da") == normal


def test_a_disagreement_names_both_sections_and_what_each_has(small_site: SmallSite) -> None:
    small_site.pages("index", "# A {#a}\n\nTwenty, 20 and 3.\n", "# A {#a}\n\nTyve, 25 og 3.\n")
    library = small_site.library()
    page, twin = library.pages["da", "index"], library.pages["en", "index"]
    (found,) = disagreements(page, twin)
    assert (found.kind, found.section.id, found.here, found.there) == ("number", "a", "25", "20")
    assert found.section.line == page.document.headings[0].line


def test_a_section_that_only_one_twin_has_is_left_to_the_check_of_headings(small_site: SmallSite) -> None:
    small_site.pages("index", "# A {#a}\n\n1.\n\n## B {#b}\n\n2.\n", "# A {#a}\n\n1.\n")
    library = small_site.library()
    assert list(disagreements(library.pages["da", "index"], library.pages["en", "index"])) == []
