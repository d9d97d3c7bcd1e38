"""What every repair must leave as it is: the words of a text, and of the values in it."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from knowledge.mend.yaml_values import read

_SAME_MARK = str.maketrans(dict.fromkeys("“”„‟", '"'))
_TOKEN = re.compile(r"\w+|[^\w\s]")


def same_words(before: str, after: str) -> bool:
    """Whether two texts have the same words and signs in the same order, whatever their spaces and quotation marks."""
    return _TOKEN.findall(before.translate(_SAME_MARK)) == _TOKEN.findall(after.translate(_SAME_MARK))


def says_the_same(before: str, after: str) -> bool:
    """Whether two YAML texts hold the same words in the same places."""
    try:
        return _same_values(read(before), read(after))
    except (yaml.YAMLError, ValueError):
        return False


def _same_values(before: Any, after: Any) -> bool:
    if isinstance(before, str) and isinstance(after, str):
        return same_words(before, after)
    if isinstance(before, dict) and isinstance(after, dict):
        return list(before) == list(after) and all(_same_values(before[key], after[key]) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same_values, before, after))
    return bool(before == after)


def replaced(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    """Return a text in which each place, given by its start and end, holds other words."""
    pieces, at = [], 0
    for start, end, words in sorted(places):
        pieces += [text[at:start], words]
        at = end
    return "".join([*pieces, text[at:]])
