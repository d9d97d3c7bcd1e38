"""Repairs of YAML: tabs, the order of a page's front matter, and the prose in values that are told in both languages."""

import re
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

import yaml

from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.page import FrontMatter
from knowledge.mend.words import replaced, says_the_same
from knowledge.mend.yaml_values import Scalar, read, same_values, scalars

ORDER: tuple[str, ...] = tuple(FrontMatter.model_fields)

# How wide an editor's program may have shown a tab.
_WIDTHS = (2, 4, 8)
_LEADING = re.compile(r"^[ \t]*\t[ \t]*")
_AFTER_MARK = re.compile(r"(?<=[:,-])[ ]*\t[ \t]*(?=\S)")
_KEY = re.compile(r"^(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?:\s|$)")

Prose = Callable[[str, Language], str]


def mended_tabs(text: str) -> str:
    """Return a YAML text with spaces for tabs; unchanged where that does not make it readable, or changes what it says."""
    if "\t" not in text:
        return text
    readable = _is_yaml(text)
    for width in _WIDTHS:
        mended = "\n".join(_without_tabs(line, width) for line in text.split("\n"))
        if same_values(text, mended) if readable else _is_yaml(mended):
            return mended
    return text


def _without_tabs(line: str, width: int) -> str:
    leading = _LEADING.match(line)
    if leading:
        line = leading[0].expandtabs(width) + line[leading.end() :]
    return _AFTER_MARK.sub(" ", line)


def _is_yaml(text: str) -> bool:
    try:
        read(text)
    except (yaml.YAMLError, ValueError):
        return False
    return True


def mended_order(text: str) -> str:
    """Return front matter with its keys in the order of the model; a comment stays with the key below it."""
    entries: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in text.splitlines(keepends=True):
        key = _KEY.match(line)
        if key:
            entries.append((key["name"], [*waiting, line]))
            waiting = []
        elif entries and line[:1] in {" ", "\t", "-"} and line.strip():
            entries[-1][1].extend([*waiting, line])
            waiting = []
        else:
            waiting.append(line)
    rank = {name: place for place, name in enumerate(ORDER)}
    ordered = sorted(entries, key=lambda entry: rank.get(entry[0], len(ORDER)))
    mended = "".join(chain(*(lines for _, lines in ordered), waiting))
    # A key that stands twice is a finding, and which of the two counts depends on their order.
    twice = len({name for name, _ in entries}) < len(entries)
    return mended if ordered != entries and not twice and same_values(text, mended) else text


def mended_front_prose(text: str, language: Language, mend: Prose) -> str:
    """Return front matter with the prose of its title and summary mended, and of the changes that it tells."""

    def tongue(scalar: Scalar) -> Language | None:
        path = scalar.path
        told = path in {("title",), ("summary",)} or (len(path) == 3 and path[0] == "changes" and path[2] == "text")
        return language if told else None

    return _mended_values(text, tongue, mend)


def mended_data_prose(text: str, mend: Prose) -> str:
    """Return a data file with the prose of its values mended: what stands directly under `en` or `da`, and no list of words."""
    tongues: Mapping[Any, Language] = {language: language for language in LANGUAGES}
    return _mended_values(text, lambda scalar: tongues.get(scalar.path[-1]) if scalar.path else None, mend)


def _mended_values(text: str, tongue: Callable[[Scalar], Language | None], mend: Prose) -> str:
    changes = []
    for scalar in scalars(text):
        language = tongue(scalar)
        written = text[scalar.start : scalar.end]
        mended = written if language is None else _mended_value(written, scalar, language, mend)
        if mended != written:
            changes.append((scalar.start, scalar.end, mended))
    together = replaced(text, changes)
    if says_the_same(text, together):
        return together
    # One of them would change more than marks and spaces: the others are made without it.
    for change in reversed(changes):
        alone = replaced(text, [change])
        text = alone if says_the_same(text, alone) else text
    return text


def _mended_value(written: str, scalar: Scalar, language: Language, mend: Prose) -> str:
    """Return a value as it is written, its prose mended; the marks around it are no prose."""
    if scalar.style in {"'", '"'}:
        inner = written[1:-1].replace('\\"', '"') if scalar.style == '"' else written[1:-1]
        mended = mend(inner, language)
        if scalar.style == '"':
            mended = mended.replace('"', '\\"')
        return written[0] + mended + written[-1]
    return mend(written, language)
