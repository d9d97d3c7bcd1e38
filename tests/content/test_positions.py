"""YAML with the line of each value, and every way in which it can be wrong."""

import pytest
from knowledge.content.positions import YamlError, read_yaml

RECORDS = """\
# A comment.
- id: one
  title: {en: One, da: En}
- id: two
  title:
    en: Two
    da: To
  tags:
    - first
    - second
"""


def test_every_value_is_known_by_the_line_it_stands_on() -> None:
    positioned = read_yaml(RECORDS)
    assert positioned.value[1]["title"] == {"en": "Two", "da": "To"}
    assert positioned.line_of((0,)) == 2
    assert positioned.line_of((0, "title", "da")) == 3
    assert positioned.line_of((1, "title")) == 5
    assert positioned.line_of((1, "title", "da")) == 7
    assert positioned.line_of((1, "tags", 1)) == 10


def test_a_value_that_is_missing_has_the_line_of_what_is_around_it() -> None:
    positioned = read_yaml(RECORDS)
    assert positioned.line_of((1, "title", "sv")) == 5
    assert positioned.line_of((1, "nothing", 4, "below")) == 4
    assert positioned.line_of((9,)) == 2


def test_lines_are_counted_in_the_file_that_the_text_is_part_of() -> None:
    positioned = read_yaml("title: A\nkind: b\n", first_line=2)
    assert positioned.line_of(("kind",)) == 3
    assert positioned.line_of(()) == 2


@pytest.mark.parametrize("text", ["", "# Only a comment.\n", "\n\n"])
def test_a_text_without_values_is_none_at_its_first_line(text: str) -> None:
    positioned = read_yaml(text, first_line=5)
    assert positioned.value is None
    assert positioned.line_of(("title",)) == 5


def test_keys_are_kept_as_they_are_written() -> None:
    positioned = read_yaml("no: a\n2012: b\nnull: c\n2026-11-22: d\n1.50: e\n")
    assert positioned.value == {"no": "a", "2012": "b", "null": "c", "2026-11-22": "d", "1.50": "e"}
    assert positioned.line_of(("2012",)) == 2


def test_a_key_that_stands_twice_is_told_at_the_second_one() -> None:
    with pytest.raises(YamlError, match="'title' stands twice") as error:
        read_yaml("title: A\nkind: b\ntitle: C\n", first_line=2)
    assert error.value.line == 4


def test_a_key_that_stands_twice_deep_inside_is_told() -> None:
    with pytest.raises(YamlError) as error:
        read_yaml("- id: a\n  title:\n    en: A\n    en: B\n")
    assert error.value.line == 4


def test_the_same_key_in_two_records_is_no_double() -> None:
    assert read_yaml("- {id: a}\n- {id: b}\n").value == [{"id": "a"}, {"id": "b"}]


def test_a_merged_key_may_be_written_anew() -> None:
    positioned = read_yaml("base: &base {a: 1, b: 2}\nother:\n  <<: *base\n  b: 3\n")
    assert positioned.value["other"] == {"a": 1, "b": 3}
    assert positioned.line_of(("other", "b")) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\nb: 'never closed\n", 3),
        ("a: b: c\n", 1),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", 3),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: *nobody\n", 2),
        ("a: 1\nb: !private c\n", 2),
        ("a: 1\nb: @c\n", 2),
        ("a: 1\n? [b, c]\n: d\n", 2),
        ("a: 1\nb: =\n", 2),
        ("a: 1\nb: {<<: 3}\n", 2),
    ],
)
def test_text_that_is_no_yaml_is_told_at_its_line(text: str, line: int) -> None:
    with pytest.raises(YamlError) as error:
        read_yaml(text)
    assert error.value.line == line
    assert error.value.problem
    assert "\n" not in error.value.problem


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2026-13-45", "date"),
        ("2026-02-30", "date"),
        ("!!timestamp soon", "date"),
        ("0b_", "number"),
        ("!!int ''", "number"),
        ("!!float ''", "number"),
        ("9" * 5000, "number"),
        ("!!bool perhaps", "bool"),
    ],
)
def test_a_value_that_yaml_cannot_make_is_told_at_its_own_line(value: str, kind: str) -> None:
    with pytest.raises(YamlError, match=f"is not a correct {kind}") as error:
        read_yaml(f"first: 1\nsecond:\n  third: {value}\nfourth: 4\n", first_line=2)
    assert error.value.line == 4
    assert len(error.value.problem) < 100


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\ufffe"])
def test_an_invisible_character_is_told_at_its_own_line(sign: str) -> None:
    with pytest.raises(YamlError, match="invisible character") as error:
        read_yaml(f"æ: ø\nb: a{sign}b\n")
    assert error.value.line == 2


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_break_that_no_editor_shows_moves_no_line(sign: str) -> None:
    positioned = read_yaml(f"a: one{sign}two\nb: three\n# not{sign}c: four\n")
    assert positioned.value == {"a": "one two", "b": "three"}
    assert positioned.line_of(("b",)) == 2


@pytest.mark.parametrize("text", ["&all [*all]", "a: &a {b: *a}", "[" * 900 + "]" * 900])
def test_values_within_values_without_end_are_refused(text: str) -> None:
    with pytest.raises(YamlError, match="nested too deeply") as error:
        read_yaml(text)
    assert error.value.line == 1


def test_few_words_that_stand_for_millions_of_values_are_refused() -> None:
    rows = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    rows += [f"a{row}: &a{row} [{', '.join([f'*a{row - 1}'] * 10)}]" for row in range(1, 9)]
    with pytest.raises(YamlError, match="refer to themselves"):
        read_yaml("\n".join(rows))


def test_letters_beyond_the_alphabet_are_read() -> None:
    assert read_yaml("navn: Ærø på ålen 😀\n").value == {"navn": "Ærø på ålen 😀"}
