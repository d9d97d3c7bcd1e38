"""What is to become of a file, and how an editor is shown it before it happens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from knowledge.mend.blanks import mended_line_ends

# Signs that are told apart from a plain space or from nothing only by their effect.
_SHOWN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2007": "⍽", "\t": "→"})
LEGEND: Mapping[str, str] = {"⍽": "hard space", "→": "tab", "␣": "blank at the end of a line"}
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# How much of an unchanged stretch is shown beside a change in a long line.
_NEAR = 40


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
    difference = list(unified_diff(_shown(before), _shown(after), lineterm="", n=context))[2:]
    for removed, added, other in _pairs(difference):
        yield from (f"-{line}" for line in _short(removed, added))
        yield from (f"+{line}" for line in _short(added, removed))
        yield from (line if len(line) <= 4 * _NEAR else f"{line[: 4 * _NEAR].rpartition(' ')[0]} …" for line in other)


def _pairs(lines: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield the removed lines with those that stand in their place, and the line below them."""
    removed: list[str] = []
    added: list[str] = []
    for line in lines:
        if line.startswith("-") and not added:
            removed.append(line[1:])
        elif line.startswith("+"):
            added.append(line[1:])
        else:
            starts_anew = line.startswith("-")
            yield removed, added, [] if starts_anew else [line]
            removed, added = [line[1:]] if starts_anew else [], []
    yield removed, added, []


def _short(lines: list[str], others: list[str]) -> Iterator[str]:
    """Yield lines, long ones cut down to what differs from the line in the same place on the other side."""
    if len(lines) != len(others):
        yield from lines
        return
    for line, other in zip(lines, others, strict=True):
        words = _WORDS.findall(line)
        matcher = SequenceMatcher(a=words, b=_WORDS.findall(other), autojunk=False)
        parts = ["".join(words[start:end]) for _, start, end, _, _ in matcher.get_opcodes()]
        same = [tag == "equal" for tag, *_ in matcher.get_opcodes()]
        yield "".join(
            _cut(part, first=index == 0, last=index == len(parts) - 1) if same[index] else part
            for index, part in enumerate(parts)
        )


def _cut(words: str, *, first: bool, last: bool) -> str:
    """Return what both sides of a line have in common, its middle left out."""
    if len(words) <= 3 * _NEAR:
        return words
    start = "" if first else words[:_NEAR].rpartition(" ")[0]
    end = "" if last else words[-_NEAR:].partition(" ")[2]
    return f"{start} … {end}".strip(" ")


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
