"""What usually stands behind YAML that cannot be read: the parser names what it met, an editor needs what was typed."""

import re
from collections.abc import Callable, Sequence

from knowledge.content.characters import HARD_SPACES
from knowledge.content.findings import Finding, finding

# The parser gives up at most this many lines below the one that misled it.
_REACH = 2

_TAB = re.compile(r"^ *\t")
_CURLY = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?(?:\[.*)?[“”„‟‘’«»]")
_COLON = re.compile(r"^\s*(?:- +)*[\w-]+:\s+[^\"'\[{|>&*!#\s].*?:(?:\s|$)")
_HARD = re.compile(f"^[ {HARD_SPACES}]*(?:-[ {HARD_SPACES}])*(?:[\\w-]+:)?[{HARD_SPACES}]")

# A value, or an entry of a list, that stands in quotation marks which YAML does not know.
_CURLY_WHOLE = re.compile(r"^\s*(?:[\w-]+:\s*|- +)[“”„‟][^“”„‟]*[“”„‟]\s*$|^\s*[\w-]+:\s*\[(?:[^\]]*,)?\s*[“”„‟‘’]")


def yaml_cause(file: str, text: str, first_line: int, line: int, problem: str) -> Finding | None:
    """Return what misled the parser near a line of the file, or None where it is nothing that we know."""
    lines = text.split("\n")
    place = min(max(line - first_line, 0), len(lines) - 1)
    tests: Sequence[tuple[str, Callable[[str], object]]] = (
        ("yaml-tab", _TAB.match),
        ("yaml-quotes", _CURLY.match),
        ("yaml-hard-space", _HARD.match),
        ("yaml-colon", _COLON.match if "mapping values" in problem else lambda _: None),
    )
    for index in range(place, max(place - _REACH, 0) - 1, -1):
        for check, is_there in tests:
            if is_there(lines[index]):
                return finding(check, file, first_line + index, words=lines[index].strip()[:60])
    return None


def curly_quotes(text: str, first_line: int) -> tuple[int, str] | None:
    """Return the first line whose whole value stands in curly quotation marks: they would be taken for letters of it."""
    for number, line in enumerate(text.split("\n"), first_line):
        if _CURLY_WHOLE.match(line):
            return number, line.strip()[:60]
    return None
