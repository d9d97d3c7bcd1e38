"""YAML read together with the line on which each value stands, so that an error can name its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Location = tuple[str | int, ...]


class YamlError(Exception):
    """YAML that cannot be read.

    Attributes:
        line: Line of the trouble, counted from 1 within the text.
        problem: What is wrong, in the words of the parser.
    """

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


@dataclass(frozen=True)
class Positioned:
    """A YAML document: its plain value and the line of each part of it."""

    value: Any
    lines: Mapping[Location, int]

    def line_of(self, location: Sequence[str | int]) -> int:
        """Return the line of the value at this location, or of the nearest part around it."""
        for length in range(len(location), -1, -1):
            line = self.lines.get(tuple(location[:length]))
            if line is not None:
                return line
        return 1


def read_yaml(text: str, first_line: int = 1) -> Positioned:
    """Read one YAML document.

    Args:
        text: The document.
        first_line: Line of the file on which the text begins.

    Raises:
        YamlError: The text is not YAML, or a key stands twice in one mapping.
    """
    loader = LOADER(text)
    lines: dict[Location, int] = {}
    try:
        node = loader.get_single_node()
        value = None if node is None else loader.construct_document(node)
        if node is not None:
            _note_lines(node, (), first_line, lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(first_line + (mark.line if mark else 0), error.problem or str(error)) from error
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(first_line, str(error).splitlines()[0]) from error
    finally:
        loader.dispose()
    return Positioned(value, lines)


def _note_lines(node: yaml.Node, location: Location, first_line: int, lines: dict[Location, int]) -> None:
    lines[location] = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        _refuse_double_keys(node, first_line)
        for key, value in node.value:
            below = (*location, str(key.value))
            _note_lines(value, below, first_line, lines)
            lines[below] = first_line + key.start_mark.line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note_lines(value, (*location, index), first_line, lines)


def _refuse_double_keys(node: yaml.MappingNode, first_line: int) -> None:
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in seen:
            raise YamlError(first_line + key.start_mark.line, f"the key '{name}' stands twice")
        seen.add(name)
