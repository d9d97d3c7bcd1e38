"""Quotation marks as each language writes them: “English” and ”dansk”.

A pair is changed only where every mark of its paragraph is plainly an opening or a closing one and all of them pair up.
Marks for inches, quotations within quotations and »…« stay as they are.
"""

import re
from collections.abc import Mapping

from knowledge.content.languages import Language
from knowledge.mend.prose import covered, units

MARKS: Mapping[Language, tuple[str, str]] = {"en": ("“", "”"), "da": ("”", "”")}

_ANY = re.compile('["“”„‟]')
# Signs of emphasis stand between a mark and its word without parting them.
_EMPHASIS = "*_~"
_BEFORE_OPENING = frozenset("([{–—-/…’'‘|>:")


def mended_marks(text: str, language: Language) -> str:
    """Return a Markdown text with the quotation marks of its language."""
    signs = list(text)
    seen = covered(text)
    for start, end in units(seen):
        for places in _pairs(seen[start:end]):
            for place, mark in zip(places, MARKS[language], strict=True):
                signs[start + place] = mark
    return "".join(signs)


def _pairs(unit: str) -> list[tuple[int, int]]:
    """Return the places of the pairs of marks; none when a single one of them is in doubt."""
    places = [match.start() for match in _ANY.finditer(unit)]
    if len(places) % 2:
        return []
    pairs = list(zip(places[::2], places[1::2], strict=True))
    return pairs if all(_opens(unit, first) and _closes(unit, last) for first, last in pairs) else []


def _opens(unit: str, place: int) -> bool:
    before, after = _beside(unit, place, -1), unit[place + 1 : place + 2]
    return bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)


def _closes(unit: str, place: int) -> bool:
    before, after = unit[place - 1], _beside(unit, place, 1)
    return bool(before.strip()) and not after.isalnum()


def _beside(unit: str, place: int, step: int) -> str:
    """Return the sign beside a mark, signs of emphasis left out; nothing at the end of the unit."""
    place += step
    while 0 <= place < len(unit) and unit[place] in _EMPHASIS:
        place += step
    return unit[place] if 0 <= place < len(unit) else ""
