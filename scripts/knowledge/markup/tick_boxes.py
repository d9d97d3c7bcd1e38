"""Taking tick boxes away from a cue: a cue is never a point on a list to tick off."""

import re
from xml.etree import ElementTree as etree

# The box of a task list at the beginning of a point, and the signs that look like one.
_BOX = re.compile(r"^\s*(?:[-*+]\s+)?\[[ xX]?\]\s+|[\u2610-\u2612\u25a1\u2611\U0001f5f9]\s*")


def without_tick_boxes(text: etree.Element) -> None:
    """Remove the boxes from every part of a text whose inline marks are not read yet."""
    for part in text.iter():
        if part.text and part.tag not in {"code", "pre"}:
            part.text = _BOX.sub("", part.text)
