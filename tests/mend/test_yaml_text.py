"""Front matter and data files, mended in the text so that comments stay, and only where what they say stays too."""

import pytest
import yaml
from knowledge.mend.quotation_marks import mended_marks
from knowledge.mend.yaml_text import mended_data_prose, mended_front_prose, mended_order, mended_tabs


def test_keys_stand_in_the_order_of_the_model_and_comments_stay_with_the_key_below() -> None:
    name, summary, audience = "# the name\ntitle: A\n", "summary: >-\n  One\n\n  two\n", "audience:\n  - everyone\n\n  - ssp\n"
    written = f"kind: guidance\n{name}{audience}{summary}mine: 1\n# last\n"
    mended = mended_order(written)
    assert mended == f"{name}{summary}kind: guidance\n{audience}mine: 1\n# last\n"
    assert mended_order(mended) == mended
    assert yaml.safe_load(mended) == yaml.safe_load(written)


@pytest.mark.parametrize(
    "written",
    [
        "title: A\nkind: b\n",
        "kind: b\ntitle: A\ntitle: B\n",
        "kind: [a\ntitle: b\n",
        "just words\n",
        "",
        "kind: &k b\ntitle: *k\n",
    ],
)
def test_front_matter_that_is_in_order_or_cannot_be_read_safely_stays(written: str) -> None:
    assert mended_order(written) == written


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("a:\n\tb: 1\n\tc: 2\n", "a:\n  b: 1\n  c: 2\n"),
        ("a:\n  b: 1\n\tc: 2\n", "a:\n  b: 1\n  c: 2\n"),
        ("a:\n    b: 1\n\tc: 2\n", "a:\n    b: 1\n    c: 2\n"),
        ("a:\n\tb:\n\t\tc: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\t1\n", "a: 1\n"),
        ("-\ta: 1\n", "- a: 1\n"),
    ],
)
def test_tabs_become_the_spaces_that_they_stood_for(written: str, mended: str) -> None:
    assert mended_tabs(written) == mended


@pytest.mark.parametrize("written", ['a: "b\tc"\n', "a: |\n  b\tc\n", "a: [\n\tb: : c\n", "a: b\n"])
def test_a_tab_in_a_value_or_in_a_file_that_stays_unreadable_is_left(written: str) -> None:
    assert mended_tabs(written) == written


def test_the_prose_of_front_matter_is_mended_and_its_own_marks_are_not() -> None:
    written = 'title: "Back on track"\nsummary: \'The "plan" of 2009\'\nowner: the "site" editor\nkind: "guidance"\n'
    mended = mended_front_prose(written, "en", mended_marks)
    assert mended == 'title: "Back on track"\nsummary: \'The “plan” of 2009\'\nowner: the "site" editor\nkind: "guidance"\n'


def test_escaped_marks_of_a_value_become_marks_of_the_language() -> None:
    written = 'title: "The \\"plan\\""\nsummary: the "plan" again\n'
    assert mended_front_prose(written, "da", mended_marks) == 'title: "The ”plan”"\nsummary: the ”plan” again\n'


def test_values_of_data_files_are_mended_in_their_language_and_lists_of_words_are_not() -> None:
    written = '- id: a\n  title: {en: the "x" y, da: "det \\"x\\" y"}\n  forms: {en: [the "x"], da: []}\n  note: a "x" b\n'
    mended = mended_data_prose(written, mended_marks)
    assert mended == '- id: a\n  title: {en: the “x” y, da: "det ”x” y"}\n  forms: {en: [the "x"], da: []}\n  note: a "x" b\n'
    assert mended_data_prose(mended, mended_marks) == mended


def test_a_text_over_several_lines_is_mended_where_it_stands() -> None:
    written = '- text:\n    en: >-\n      The "plan"\n      of 2009\n    da: Planen\n'
    assert mended_data_prose(written, mended_marks) == written.replace('"plan"', "“plan”")


def test_data_that_cannot_be_read_stays() -> None:
    written = '- a: [\n  en: the "x"\n'
    assert mended_data_prose(written, mended_marks) == written
