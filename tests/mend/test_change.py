"""How an editor is shown what would change."""

from knowledge.mend.change import Change, lines_of


def _lines(before: str | None, after: str | None) -> list[str]:
    def content(text: str | None) -> bytes | None:
        return None if text is None else text.encode()

    return list(lines_of(Change("x", content(before), content(after))))


def test_a_changed_line_stands_between_its_neighbours() -> None:
    assert _lines("a\nb\nc\nd\n", "a\nB\nc\nd\n") == ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"]


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert "+a⍽b" in _lines("a b\n", "a\u00a0b\n")
    assert "-a␣␣" in _lines("a  \n", "a\n")
    assert "-→a" in _lines("\ta\n", "  a\n")
    assert "-a (no line end)" in _lines("a", "a\n")


def test_line_ends_and_a_byte_order_mark_are_told_in_one_line_each() -> None:
    assert _lines("\ufeffa\r\nb\r\n", "a\nb\n") == ["! the byte-order mark goes away", "! the line ends become plain (LF)"]


def test_a_long_line_is_cut_down_to_what_changes() -> None:
    words = "ord " * 200
    shown = _lines(f"{words}one {words}\n", f"{words}two {words}\n")
    removed, added = (next(line for line in shown if line.startswith(sign)) for sign in "-+")
    assert "one" in removed
    assert "two" in added
    assert max(map(len, shown)) < 200
    assert " … " in removed or "… " in removed


def test_a_new_file_and_one_that_goes_away_are_shown_whole() -> None:
    assert _lines(None, "a\nb\n")[1:] == ["+a", "+b"]
    assert _lines("a\nb\n", None)[1:] == ["-a", "-b"]


def test_a_picture_is_told_in_words() -> None:
    assert list(lines_of(Change("x.jpg", b"\xff", b"\xfe", note="names go away"))) == ["! names go away"]
