"""Line ends and blanks, which are mended without moving a word or a line break that was meant."""

import pytest
from knowledge.mend.blanks import mended_data_blanks, mended_line_ends, mended_page_blanks


def test_line_ends_become_plain_and_the_byte_order_mark_goes() -> None:
    assert mended_line_ends("\ufeffa\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("a \nb\n", "a\nb\n"),
        ("a  \nb\n", "a  \nb\n"),
        ("a     \nb\n", "a  \nb\n"),
        ("a  \n\nb\n", "a\n\nb\n"),
        ("a  \n", "a\n"),
        ("# a  \nb\n", "# a\nb\n"),
        ("| a |  \n| b |\n", "| a |\n| b |\n"),
        ("/// note  \nb  \n///\n", "/// note\nb  \n///\n"),
        ("a\t\nb\n", "a  \nb\n"),
        ("   \nb\n", "\nb\n"),
        ("a\u00a0\nb\n", "a\nb\n"),
        ("a", "a\n"),
        ("a\n\n\n", "a\n"),
        ("", ""),
        ("```\na  \n\n  \n```\nb\n", "```\na  \n\n  \n```\nb\n"),
    ],
)
def test_blanks_go_but_for_code_and_for_two_that_break_a_line(written: str, mended: str) -> None:
    assert mended_page_blanks(written) == mended


def test_blanks_in_a_data_file_go_where_they_are_no_part_of_a_value() -> None:
    assert mended_data_blanks("a: b  \nc: d\n\n\n") == "a: b\nc: d\n"
    kept = "a: |\n  x  \n  y\n"
    assert mended_data_blanks(kept) == kept
