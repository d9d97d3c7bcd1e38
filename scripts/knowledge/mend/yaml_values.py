"""Values in YAML and where they stand, so that a text can be changed in place and its comments and layout stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.content.positions import LOADER

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Scalar:
    """A value, and from where to where it is written in the text, its quotation marks included."""

    path: Path
    value: str
    style: str | None
    start: int
    end: int


class _AnyTag(LOADER):  # type: ignore[valid-type,misc]
    """Reads files whose tags mean something to MkDocs alone."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: f"{suffix} {node.value}")


def read(text: str) -> Any:
    """Return the plain value of a YAML text.

    Raises:
        yaml.YAMLError: The text is none.
    """
    return yaml.load(text, _AnyTag)  # noqa: S506 (a safe loader)


def same_values(before: str, after: str) -> bool:
    """Whether two texts are YAML and say the same."""
    try:
        return bool(read(before) == read(after))
    except (yaml.YAMLError, ValueError):
        return False


def compose(text: str) -> yaml.Node | None:
    """Return the nodes of a YAML text; None when it is empty or no YAML."""
    try:
        return yaml.compose(text, _AnyTag)
    except (yaml.YAMLError, ValueError):
        return None


def scalars(text: str) -> Iterator[Scalar]:
    """Yield every value of a YAML text; none when it cannot be read."""
    root = compose(text)
    if root is not None:
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        yield from _below(root, (), starts)


def _below(node: yaml.Node, path: Path, starts: list[int]) -> Iterator[Scalar]:
    if isinstance(node, yaml.ScalarNode):
        start, end = (starts[mark.line] + mark.column for mark in (node.start_mark, node.end_mark))
        yield Scalar(path, str(node.value), node.style, start, end)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _below(value, (*path, str(key.value)), starts)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _below(value, (*path, index), starts)


def quoted(value: str, *, within: str = "{}") -> str:
    """Return a value as YAML takes it: bare where it may be, else in quotation marks.

    Args:
        value: The value.
        within: Where it is to stand, such as '- {}: x.md'.
    """
    try:
        if read(within.format(value)) == read(within.format(_in_marks(value))):
            return value
    except (yaml.YAMLError, ValueError):
        pass
    return _in_marks(value)


def _in_marks(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
