"""What nobody sees but every comparison of versions shows: byte-order marks, line ends, blanks at the ends of lines."""

import re

from knowledge.content.characters import HARD_SPACES
from knowledge.content.visible import without_code
from knowledge.mend.yaml_values import same_values

_TRAIL = re.compile(rf"[ \t{HARD_SPACES}]+$")
# Two blanks before a line end break the line.
_BREAK = "  "
# A heading, a row of a table and the frame of a block end with their line whatever stands behind them.
_NO_TEXT = re.compile(r"\s*(?:#{1,6}\s|///|\|.*\|$)")
# A mark with nothing behind it: without its blank it would be read as a word.
_BARE_MARK = re.compile(r"^\s*(?:[-*+:>]|\d+[.)]|#+)$")


def mended_line_ends(text: str) -> str:
    """Return a text without a byte-order mark, with plain line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def mended_page_blanks(body: str) -> str:
    """Return a Markdown text without blanks at line ends, but for those that break a line, and with one line end at the end."""
    lines = body.split("\n")
    visible = without_code(body).split("\n")
    mended = [
        # A line of a code block comes back empty from the reading and stays as it is.
        line if len(seen) != len(line) else _trimmed(line, lines[number + 1] if number + 1 < len(lines) else "")
        for number, (line, seen) in enumerate(zip(lines, visible, strict=True))
    ]
    return _ended("\n".join(mended))


def _trimmed(line: str, below: str) -> str:
    trail = _TRAIL.search(line)
    words = line[: trail.start()] if trail else line
    if trail is None or _BARE_MARK.match(words):
        return line
    wide = line.expandtabs(4)
    breaks = wide.endswith(_BREAK) and words.strip() and below.strip() and not _NO_TEXT.match(words)
    return words + _BREAK if breaks else words


def mended_data_blanks(text: str) -> str:
    """Return a data file without blanks at line ends, where they are no part of a value."""
    mended = _ended("\n".join(line.rstrip(" \t") for line in text.split("\n")))
    return mended if same_values(text, mended) else text


def _ended(text: str) -> str:
    return f"{text.rstrip(chr(10))}\n" if text.strip() else text
