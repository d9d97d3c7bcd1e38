"""The options of a block as an editor writes them, and which values are right."""

from datetime import date

import pytest
from knowledge.content.blocks import check_again, sources_of, words_of
from knowledge.content.markdown import Block, read_markdown
from knowledge.content.options import OptionForm, OptionKind, is_right, read_date, right_options
from knowledge.content.steps import parts_of

from tests.small_site import SmallSite


def block_of(text: str, first_line: int = 1) -> Block:
    (block,) = read_markdown(text, first_line).blocks
    return block


def test_options_are_read_with_their_lines_and_the_text_begins_below_them() -> None:
    block = block_of("/// law | The duty\n    provision: the act § 1\n    checked: 2026-11-22\n\nText.\n///\n", first_line=10)
    assert block.options == {"provision": "the act § 1", "checked": "2026-11-22"}
    assert block.option_lines == {"provision": 11, "checked": 12}
    assert (block.argument, block.line, block.text_line, block.closing_line) == ("The duty", 10, 13, 15)


def test_a_block_without_options_has_none() -> None:
    block = block_of("/// note | A title\nlevel: now\n///\n")
    assert (block.options, block.strays, block.text_line) == ({}, (), 2)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("    when: you see it: twice", "you see it: twice"),
        ('    when: "in quotes"', "in quotes"),
        ("    when: 'in quotes'", "in quotes"),
        ('    when: it\'s "one" of them', 'it\'s "one" of them'),
        ("    when : spaces   ", "spaces"),
        ("\twhen: a tab", "a tab"),
        ("        when: deeper", "deeper"),
        ("    when: `code`", "`code`"),
        ("    when:", ""),
        ("    when: # no comment", "# no comment"),
        ("    when: @at", "@at"),
    ],
)
def test_the_value_is_what_stands_after_the_colon(line: str, value: str) -> None:
    assert block_of(f"/// tool | X\n{line}\n\nText.\n///\n").options == {"when": value}


@pytest.mark.parametrize("line", ["    level now", "    - level: now", "    level:now", "    # note", "    {", "    12: now"])
def test_an_indented_line_that_is_no_option_is_kept_as_a_stray(line: str) -> None:
    block = block_of(f"/// action-card | X\n{line}\n    level: now\n\nText.\n///\n")
    assert [(stray.name, stray.line) for stray in block.strays] == [(line.strip(), 2)]
    assert block.options == {"level": "now"}


def test_the_second_line_of_the_same_option_is_a_stray_and_the_first_stands() -> None:
    block = block_of("/// action-card | X\n    level: now\n    level: soon\n///\n")
    assert block.options == {"level": "now"}
    assert [stray.line for stray in block.strays] == [3]


@pytest.mark.parametrize("text", ["\n    level: now\n", "  level: now\n", "level: now\n", "Text.\n    level: now\n"])
def test_what_is_not_right_below_and_indented_is_text(text: str) -> None:
    assert block_of(f"/// action-card | X\n{text}///\n").options == {}


def test_options_in_a_list_are_indented_below_their_own_opening() -> None:
    text = "- a\n\n    /// action-card | X\n        level: now\n\n    ///\n"
    assert block_of(text).options == {"level": "now"}
    assert block_of(text.replace("        level", "    level")).options == {}


def test_the_closing_strokes_end_the_options() -> None:
    block = block_of("/// action-card | X\n    level: now\n///\n\n    code: here\n")
    assert (block.options, block.closing_line) == ({"level": "now"}, 3)


def test_each_of_two_nested_blocks_has_its_own_options() -> None:
    text = "//// action-card | X\n    level: now\n\n/// cue | Y\n    others: z\n\nText.\n///\n////\n"
    assert [(block.name, dict(block.options)) for block in read_markdown(text).blocks] == [
        ("action-card", {"level": "now"}),
        ("cue", {"others": "z"}),
    ]


def test_a_block_in_a_code_block_is_none() -> None:
    assert read_markdown("```\n/// action-card | X\n    level: now\n///\n```\n").blocks == ()


def test_a_long_run_of_spaces_is_read_at_once() -> None:
    line = "    a: x" + " " * 200_000 + "y"
    assert len(block_of(f"/// tool | X\n{line}\n///\n").options["a"]) == 200_002


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026-11-22", date(2026, 11, 22)), ("20261122", None), ("2026-W47-7", None), ("2026-02-30", None), ("", None)],
)
def test_a_date_is_written_in_one_way(value: str, day: date | None) -> None:
    assert read_date(value) == day


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [
        ("choice", "now", True),
        ("choice", "Now", False),
        ("date", "2026-11-22", True),
        ("date", "22 November 2026", False),
        ("source", "sheet", True),
        ("source", "sheets", False),
        ("page", "index", True),
        ("page", "index.md", False),
        ("text", "anything", True),
        ("text", "", False),
    ],
)
def test_a_value_is_right_when_its_kind_knows_it(small_site: SmallSite, kind: OptionKind, value: str, right: bool) -> None:
    form = OptionForm("x", kind, choices=("now", "soon"))
    assert is_right(small_site.library(), "en", form, value) is right
    assert right_options(small_site.library(), "en", [form], {"x": value, "y": value}) == ({"x": value} if right else {})


def test_a_source_in_an_option_is_a_source_of_the_page(small_site: SmallSite) -> None:
    law = "/// law | T\n    provision: p\n    source: {}\n    checked: 2026-11-22\n\nText.\n///\n"
    small_site.page("en", "index", f"# Hello {{#hello}}\n\n{law.format('sheet')}")
    small_site.page("da", "index", f"# Hej {{#hello}}\n\n{law.format('none')}")
    library = small_site.library()
    assert sources_of(library, library.pages["en", "index"]) == {"sheet"}
    assert sources_of(library, library.pages["da", "index"]) == frozenset()


def test_a_law_box_is_good_for_twelve_months() -> None:
    assert check_again(date(2026, 11, 22)) == date(2027, 11, 22)
    assert check_again(date(2028, 2, 29)) == date(2029, 2, 28)


def test_several_names_are_divided_by_commas_and_stand_once() -> None:
    assert words_of(" a, b ,,a,c-d ") == ("a", "b", "c-d")
    assert words_of(" , ") == ()


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        ("a | b | c", ("a", "b", "c")),
        ("a|b", ("a", "b")),
        ("a \\| b | c", ("a \\| b", "c")),
        ("`a|b` | [c|d](e.md) | f", ("`a|b`", "[c|d](e.md)", "f")),
        ("a", ("a",)),
        ("", ("",)),
        ("` a | b", ("` a", "b")),
    ],
)
def test_a_step_is_divided_at_its_strokes(item: str, parts: tuple[str, ...]) -> None:
    assert parts_of(item) == parts
