"""The four things that each step of a plan says, and how a list writes them: `1. Step | who | by when | what is kept`."""

import re
from collections.abc import Mapping

from knowledge.content.interface import Interface
from knowledge.content.languages import Language

# The columns in their order, by the name of their heading in docs/data/interface.yml.
COLUMNS: tuple[str, ...] = ("steps.step", "steps.who", "steps.when", "steps.written")

# A stroke, or what may hold one that divides nothing: code, a link, a sign after a backslash.
_STROKE = re.compile(r"`[^`\n]*`|\[[^\[\]\n]*\]\([^()\n]*\)|\\.|(?P<stroke>\|)")
_FORM = str.maketrans("", "", "*_`")


def column_names(interface: Interface, language: Language) -> Mapping[str, str]:
    """Return the headings of the columns as an editor writes them; a heading that the interface lacks is left out."""
    return {name: interface.texts[name].in_language(language) for name in COLUMNS if name in interface.texts}


def parts_of(words: str) -> tuple[str, ...]:
    """Return what stands between the strokes of a list item or a table row."""
    strokes = [match.start() for match in _STROKE.finditer(words) if match["stroke"]]
    starts, ends = [0, *(place + 1 for place in strokes)], [*strokes, len(words)]
    return tuple(words[start:end].strip() for start, end in zip(starts, ends, strict=True))


def plain(heading: str) -> str:
    """Return a heading without marks of emphasis, as it is compared with the names of the columns."""
    return heading.translate(_FORM).strip().rstrip(":")
