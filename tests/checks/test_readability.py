"""How hard the handbook is to read."""

import pytest
from knowledge.content.library import Library
from knowledge.content.readability import Sentence, flesch, lix, sentences_of, syllables

from tests.small_site import SmallSite

HARD_EN = (
    "Identification of concerning behavioural alterations necessitates immediate interdisciplinary consultation regarding "
    "institutional responsibilities and organisational accountability."
)
HARD_DA = (
    "Ved konstatering af bekymringsvækkende adfærdsændringer foretages øjeblikkelig tværfaglig henvendelse vedrørende "
    "institutionernes ansvarsområder og organisatoriske forpligtelser."
)
EASY = "Talk to the boy and hear what he has to say."
EASY_DA = "Tal med ham og hør, hvad han har at sige."


def told(site: SmallSite, key: str, english: str, danish: str) -> list[tuple[str, str, int]]:
    site.pages(key, f"# Page {{#page}}\n\n{english}\n", f"# Side {{#page}}\n\n{danish}\n")
    return [one for one in site.found() if one[0] in {"lix-high", "flesch-low"}]


def paragraphs(*sentences: str) -> str:
    return "\n\n".join(sentences)


def test_a_hard_page_of_the_handbook_is_told_at_its_longest_sentence(small_site: SmallSite) -> None:
    english, danish = paragraphs(*[HARD_EN] * 8), paragraphs(*[HARD_DA] * 8)
    found = told(small_site, "handbook/a", english, danish)
    assert found == [("lix-high", "docs/da/handbook/a.md", 14), ("flesch-low", "docs/en/handbook/a.md", 14)]


def test_the_three_longest_sentences_are_named(small_site: SmallSite) -> None:
    text = paragraphs(EASY, *[HARD_EN] * 8, "And " + HARD_EN)
    small_site.pages("handbook/a", f"# Page {{#page}}\n\n{text}\n")
    found = next(one for one in small_site.findings() if one.id == "flesch-low")
    assert found.line == 32
    assert found.details["sentences"].count("a.md:") == 3
    assert found.details["sentences"].startswith("And Identification of concerning behavioural alterations … (a.md:32, 16);")


@pytest.mark.parametrize(
    ("key", "english", "danish"),
    [
        ("handbook/a", paragraphs(*[EASY] * 20), paragraphs(*[EASY_DA] * 20)),
        ("about/a", paragraphs(*[HARD_EN] * 8), paragraphs(*[HARD_DA] * 8)),
        ("handbook/a", HARD_EN, HARD_DA),
        ("handbook/a", f"```\n{paragraphs(*[HARD_EN] * 8)}\n```", f"```\n{paragraphs(*[HARD_DA] * 8)}\n```"),
    ],
    ids=["easy", "outside the handbook", "too short to tell", "code"],
)
def test_other_pages_are_left_in_peace(small_site: SmallSite, key: str, english: str, danish: str) -> None:
    assert told(small_site, key, english, danish) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four.", ["One two", "Three four"]),
        ("The meeting was on 8.-9. maj 2012 in Copenhagen.", ["The meeting was on 8.-9 maj 2012 in Copenhagen"]),
        ("Det koster 1.158.154 kr. om året, bl.a. til mentorer.", ["Det koster 1.158.154 kr om året bl.a til mentorer"]),
        ("Ask your manager, e.g. Monday. Then wait.", ["Ask your manager e.g Monday", "Then wait"]),
        ("A [link to it](index.md) and **bold** words [@sheet].", ["A link to it and bold words"]),
        ("- One thing\n- Another thing", ["One thing", "Another thing"]),
        ("Words\nthat run on.", ["Words that run on"]),
        ("| a | b |\n| --- | --- |\n| c | d |", []),
        ("## Words {#words}\n\nText here.", ["Text here"]),
    ],
)
def test_a_text_is_cut_into_sentences(small_site: SmallSite, text: str, expected: list[str]) -> None:
    small_site.page("en", "index", f"# Hello {{#hello}}\n\n{text}\n")
    page = small_site.library().page("en", "index")
    assert page is not None
    assert [" ".join(sentence.words) for sentence in sentences_of(page)] == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("talk", 1),
        ("table", 2),
        ("worried", 2),
        ("the", 1),
        ("made", 1),
        ("people", 2),
        ("organisation", 5),
        ("asked", 1),
    ],
)
def test_syllables_are_counted_by_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formulas_give_what_they_are_known_to_give() -> None:
    # 2 sentences, 10 words, 2 of them long: 5 + 20.
    words = ("en", "to", "tre", "mentorordning", "fem")
    assert lix((Sentence(words, 1), Sentence(words, 2))) == 25
    # 1 sentence of 6 words and 6 syllables: 206.835 - 6.09 - 84.6.
    assert flesch((Sentence(("the", "cat", "sat", "on", "the", "mat"), 1),)) == pytest.approx(116.145)
    assert (lix(()), flesch(())) == (0.0, 100.0)


def test_the_real_handbook_is_easy_to_read(library: Library) -> None:
    pages = [page for page in library.pages.values() if page.key.startswith("handbook/")]
    assert pages
    assert all(lix(sentences_of(page)) <= 45 for page in pages if page.language == "da")
    assert all(flesch(sentences_of(page)) >= 50 for page in pages if page.language == "en")
