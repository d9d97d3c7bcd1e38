"""Signs that no text file should hold: invisible ones, letters of a lost encoding, the marks of an unfinished merge.

Reading asks for them in every page and data file, so that nothing else has to expect them.
"""

import re
import unicodedata
from collections.abc import Iterator

from knowledge.content.findings import Finding, finding

# Spaces that look like any other and are none to Markdown and YAML: no-break, figure, narrow no-break.
HARD_SPACES = "\u00a0\u2007\u202f"

_JOINER = "\u200d"

# Zero width spaces, joiners and fillers, soft hyphens, separators of lines, objects left behind by a word processor, and the
# control characters besides tab and line end.
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\ufffc\x7f"
    + "".join(chr(code) for code in range(32) if chr(code) not in "\t\n")
)
_UPPER_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))
# After these letters an upper control character is the second half of a garbled letter.
_INVISIBLE = re.compile(f"[{_UNSEEN}]|(?<![ÃÂâ€])[{_UPPER_CONTROLS}]")
# Marks that turn the direction of writing: a line can then read otherwise than it is (CVE-2021-42574).
_TURNERS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TURNING = re.compile(f"[{_TURNERS}]")
# What æ, ø, å, é, quotation marks and spaces become when UTF-8 is read as Windows-1252 or Latin-1 and saved again.
_GARBLED = re.compile("Ã[¦¸¥©†˜…¼¶¤\u0086\u0098\u0085]|â€[™œ“”˜¢\u009d\u0098\u0099\u0093]?|Â[\u00a0§»«·°½]|\ufffd")
_HARD_RUN = re.compile(f"(?<=\\S)(?=[ ]*[{HARD_SPACES}])[ {HARD_SPACES}]{{2,}}(?=\\S)")
_HARD_MARK = re.compile(f"(?m)^[ \\t>]*(?:[-*+]|\\d+\\.)?[{HARD_SPACES}]")
# One of these stands in everything that is looked for.
_ODD_SIGNS = frozenset(f"{_UNSEEN}{_UPPER_CONTROLS}{_TURNERS}{HARD_SPACES}ÃâÂ\ufffd")
_CONFLICT_START = re.compile(r"(?m)^<{7}(?: .*)?$")
_CONFLICT_END = re.compile(r"(?m)^>{7}(?: .*)?$")


def odd_characters(file: str, text: str) -> Iterator[Finding]:
    """Yield what is odd in a text, once for each sign and line."""
    # Nearly every text has none of them, and knowing that is quicker than looking for each.
    if not _ODD_SIGNS.intersection(text):
        return
    seen: set[tuple[str, int, str]] = set()
    for check, match, words in _odd(text):
        line = text.count("\n", 0, match.start()) + 1
        if (check, line, words) not in seen:
            seen.add((check, line, words))
            place = {} if check == "hard-space-mark" else {"place": _around(text, match)}
            yield finding(check, file, line, words=words, **place)


def _odd(text: str) -> Iterator[tuple[str, re.Match[str], str]]:
    for match in _INVISIBLE.finditer(text):
        if not _joins_pictures(text, match):
            yield "invisible-character", match, _name(match[0])
    for match in _TURNING.finditer(text):
        yield "turning-character", match, _name(match[0])
    for match in _GARBLED.finditer(text):
        yield "text-garbled", match, match[0]
    for match in _HARD_MARK.finditer(text):
        yield "hard-space-mark", match, _name(match[0][-1])
    for match in _HARD_RUN.finditer(text):
        yield "hard-space-run", match, str(len(match[0]))


def conflict_line(text: str) -> int | None:
    """Return the line of the first mark that an unfinished merge has left; None where there is none.

    A row of equals signs alone is no such mark: it may underline a heading.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    first = _CONFLICT_START.search(text) or _CONFLICT_END.search(text)
    return None if first is None else text.count("\n", 0, first.start()) + 1


def _joins_pictures(text: str, match: re.Match[str]) -> bool:
    """Whether this is the joiner between two pictures that are shown as one, such as a family of emoji."""
    after = text[match.end() : match.end() + 1]
    return match[0] == _JOINER and bool(after) and unicodedata.category(after) in {"So", "Sm"}


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "CONTROL CHARACTER").lower()
    return f"U+{ord(sign):04X} {name}"


def _around(text: str, match: re.Match[str]) -> str:
    """Return the visible words around a sign on its line, so that an editor finds it."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    before = text[start : match.start()].split()
    after = text[match.end() : end if end >= 0 else len(text)].split()
    shown = f"{before[-1] if before else ''}▯{after[0] if after else ''}"
    return "".join(sign for sign in shown if sign.isprintable())[:60]
