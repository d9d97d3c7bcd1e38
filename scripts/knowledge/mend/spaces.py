"""Spaces that must not break: before %, between a figure and its unit, after § – in the way each language writes them.

English writes 64.5%, Danish 64,5 %. A hard space elsewhere came by accident, from a word processor or a key held too long; to
Markdown it is no space at all, so that a list or a heading is not seen.
"""

import re
from collections.abc import Iterator, Mapping

from knowledge.content.characters import HARD_SPACES
from knowledge.content.languages import Language
from knowledge.mend.prose import covered
from knowledge.mend.words import replaced

HARD = "\u00a0"

_UNITS: Mapping[Language, str] = {
    "en": r"euros?|kroner|DKK|EUR|millions?|billions?|km|cm|mm|kg|kB|KB|MB|GB|°C",
    "da": r"euro|kroner|kr\.|DKK|EUR|mio\.|mia\.|millioner|milliarder|pct\.|procent|km|cm|mm|kg|kB|KB|MB|GB|°C",
}
_UNIT_GAPS: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))|(?<=§) (?=\d)") for language, units in _UNITS.items()
}
# Danish has more that belongs to a figure: 8 mio. kr. and kl. 8.
_DANISH_GAPS = re.compile(r"(?<=mio\.|mia\.) (?=kr\.)|(?<=\bkl\.) (?=\d)")
_SPACE = f" {HARD_SPACES}\u2009"
_PERCENT_GAP = re.compile(rf"(?<=\d)[{_SPACE}]*(?=%(?![\w-]))")

_HARD_SIGN = re.compile(f"[{HARD_SPACES}]")
_RUN = re.compile(f"[{_SPACE}]+")
# What may stand before the text of a line. A number is left out: in "8. maj" a hard space keeps a date from becoming a list.
_LEAD = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>[-*+]|#{1,6})?")
_KEEPS_AFTER = re.compile(r"[\d§€£$–]$|(?:mio|mia|kl|nr|stk)\.$|^\s*\d+[.)]$")
_KEEPS_BEFORE = re.compile(r"[\d%–€]")


def mended_spaces(text: str, language: Language) -> str:
    """Return a Markdown text with the hard spaces of its language, and no others."""
    text = _without_stray(text)
    seen = covered(text)
    gaps: list[tuple[int, int, str]] = []
    percent = HARD if language == "da" else ""
    gaps += [(match.start(), match.end(), percent) for match in _PERCENT_GAP.finditer(seen)]
    patterns = (_UNIT_GAPS[language], *((_DANISH_GAPS,) if language == "da" else ()))
    gaps += [(match.start(), match.end(), HARD) for pattern in patterns for match in pattern.finditer(seen)]
    return replaced(text, gaps)


def _without_stray(text: str) -> str:
    """Make plain those hard spaces that hold no figure; those at the end of a line are left to the repair of blanks."""
    lines = text.split("\n")
    for number, seen in enumerate(covered(text).split("\n")):
        if _HARD_SIGN.search(seen):
            lines[number] = replaced(lines[number], list(_stray(seen)))
    return "\n".join(lines)


def _stray(seen: str) -> Iterator[tuple[int, int, str]]:
    lead = _LEAD.match(seen)
    indent, mark = (lead.end("indent"), lead.end()) if lead else (0, 0)
    for run in _RUN.finditer(seen):
        start, end = run.span()
        if end == len(seen) or not _HARD_SIGN.search(run[0]):
            continue
        if start <= indent:
            # At the beginning of a line it is no indentation, only in the way of what follows.
            yield max(start, indent), end, ""
        elif start == mark:
            yield start, end, " "
        else:
            keeps = _KEEPS_AFTER.search(seen[max(0, start - 5) : start]) or _KEEPS_BEFORE.match(seen[end])
            yield start, end, HARD if keeps else " "
