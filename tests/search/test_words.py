"""Words as they are searched: stemmed, folded, in one spelling."""

import pytest
from knowledge.content.languages import Language
from knowledge.search.words import fold, joined, key, tokens


@pytest.mark.parametrize(
    ("typed", "written"),
    [("faengsel", "fængsel"), ("loesladelse", "løsladelse"), ("losladelse", "løsladelse"), ("paaroerende", "pårørende")],
)
def test_a_word_typed_without_danish_letters_is_the_same_word(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)
    assert key(typed, "da") == key(written, "da")


def test_foreign_marks_are_dropped() -> None:
    assert fold("österreich") == "osterreich"
    assert fold("årsag") == "arsag"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("underretninger", "underretningen", "da"),
        ("mentorernes", "mentor", "da"),
        ("radicalization", "radicalisation", "en"),
        ("programme", "programs", "en"),
        ("behaviour", "behavior", "en"),
        ("centre", "centers", "en"),
    ],
)
def test_forms_and_spellings_of_a_word_have_one_key(one: str, other: str, language: Language) -> None:
    assert key(one, language) == key(other, language)


def test_single_letters_are_no_words_but_digits_are() -> None:
    assert tokens("EU's § 115 – 5 a") == ["eu", "115", "5"]


def test_a_word_with_a_hyphen_is_also_one_word() -> None:
    assert joined("An info-house, a co-operation and 2011-2012") == ["infohouse", "cooperation"]
