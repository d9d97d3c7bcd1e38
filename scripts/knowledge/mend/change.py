"""What is to become of a file, and how an editor is shown it before it happens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from knowledge.mend.blanks import mended_line_ends

# Signs that are told apart from a plain space or from nothing only by their effect.
_SHOWN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2007": "⍽", "\t": "→"})
LEGEND: Mapping[str, str] = {"⍽": "hard space", "→": "tab", "␣": "blank at the end of a line"}


@dataclass(frozen=True)
class Change:
    """A file before and after: `before` is None for a new file, `after` for one that goes away.

    Attributes:
        file: Path below the repository's root.
        note: What cannot be shown as lines.
    """

    file: str
    before: bytes | None
    after: bytes | None
    note: str = ""


def lines_of(change: Change, context: int = 1) -> Iterator[str]:
    """Yield the lines of the difference, each with its sign: '+', '-', '@', ' ', and '!' for what no line shows."""
    if change.note:
        yield f"! {change.note}"
        return
    before, after = _text(change.before), _text(change.after)
    if before.startswith("\ufeff") and not after.startswith("\ufeff"):
        yield "! the byte-order mark goes away"
    if "\r" in before and "\r" not in after:
        yield "! the line ends become plain (LF)"
    difference = unified_diff(_shown(before), _shown(after), lineterm="", n=context)
    yield from (line for number, line in enumerate(difference) if number > 1)


def _text(content: bytes | None) -> str:
    return "" if content is None else content.decode("utf-8")


def _shown(text: str) -> list[str]:
    """Return the lines with what cannot be seen made visible; the last one says when its line end is missing."""
    lines = mended_line_ends(text).split("\n")
    last = lines.pop()
    if last:
        lines.append(f"{last} (no line end)")
    return [_line(line) for line in lines]


def _line(line: str) -> str:
    words = line.rstrip(" ")
    return (words + "␣" * (len(line) - len(words))).translate(_SHOWN)
