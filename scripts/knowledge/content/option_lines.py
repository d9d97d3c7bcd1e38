"""The options below the opening of a block as an editor writes them: one line each, `name: value`, indented by four spaces.

Checks and the renderer both read them here. The package that knows blocks reads YAML instead, and shows the whole block as text
when that cannot be read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_OPTION = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*:(?:\s+(?P<value>.*))?")
# How far options are indented below their block's opening; Markdown counts a tab as as many.
_INDENT = 4


@dataclass(frozen=True)
class OptionLines:
    """The options of a block as they are written; lines are counted from the one below the opening, which is 0.

    Attributes:
        values: The value of each option, by name.
        at: The line of each option, by name.
        strays: Lines that are no option or that say one a second time.
        count: How many lines belong to the options.
    """

    values: Mapping[str, str]
    at: Mapping[str, int]
    strays: tuple[tuple[int, str], ...]
    count: int


def read_options(lines: Iterable[str], opening: str = "") -> OptionLines:
    """Read the options that stand on the lines below a block's opening, as far as they are indented below it.

    Args:
        lines: All that follows the opening.
        opening: The opening itself, which may be indented as part of a list.
    """
    indent = _indent(opening.expandtabs(_INDENT)) // _INDENT * _INDENT + _INDENT
    values: dict[str, str] = {}
    at: dict[str, int] = {}
    strays: list[tuple[int, str]] = []
    count = 0
    for place, line in enumerate(lines):
        wide = line.expandtabs(_INDENT)
        words = wide.strip()
        if not words or words.startswith("///") or _indent(wide) < indent:
            break
        count = place + 1
        match = _OPTION.fullmatch(words)
        if match is None or match["name"] in values:
            strays.append((place, words))
        else:
            values[match["name"]] = _unquoted(match["value"] or "")
            at[match["name"]] = place
    return OptionLines(values, at, tuple(strays), count)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _unquoted(value: str) -> str:
    """Return a value without quotation marks around the whole of it, which YAML allows."""
    is_quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    return value[1:-1] if is_quoted else value
