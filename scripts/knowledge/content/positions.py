"""YAML read together with the line on which each value stands, so that an error can name its line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.reader import ReaderError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Far above what any file of ours needs: deeper or larger is a value that refers to itself.
DEEPEST, MOST_VALUES = 50, 100_000

# YAML counts these as line breaks and no editor does; each is read as a space, so that the lines agree.
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")

_KINDS = {"timestamp": "date", "int": "number", "float": "number"}

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


class PlainLoader(LOADER):  # type: ignore[valid-type,misc]
    """Keeps keys as they are written (`no:` is the key 'no'), and tells where a value cannot be read."""

    def construct_mapping(self, node: yaml.Node, deep: bool = False) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise ConstructorError(None, None, "expected keys with values", node.start_mark)
        self.flatten_mapping(node)
        return {_written(key): self.construct_object(value, deep=deep) for key, value in node.value}

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            kind = node.tag.rpartition(":")[2]
            problem = f"'{str(node.value)[:40]}' is not a correct {_KINDS.get(kind, kind)}"
            raise ConstructorError(None, None, problem, node.start_mark) from error


def _written(key: yaml.Node) -> str:
    if not isinstance(key, yaml.ScalarNode):
        raise ConstructorError(None, None, "a key must be a word", key.start_mark)
    return str(key.value)


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


def read_yaml(text: str, first_line: int = 1, loader: Any = PlainLoader) -> Positioned:
    """Read one YAML document.

    Args:
        text: The document.
        first_line: Line of the file on which the text begins.
        loader: What makes values of it.

    Raises:
        YamlError: The text is not YAML, or a key stands twice in one mapping.
    """
    try:
        return _read(_ODD_BREAKS.sub(" ", text), first_line, loader)
    except ReaderError as error:
        sign = chr(int(error.character))
        problem = f"the invisible character #x{ord(sign):04x} cannot stand here"
        raise YamlError(first_line + text.count("\n", 0, max(0, text.find(sign))), problem) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(first_line + (mark.line if mark else 0), error.problem or str(error)) from error
    except yaml.YAMLError as error:
        raise YamlError(first_line, str(error).splitlines()[0]) from error


def _read(text: str, first_line: int, loader: Any) -> Positioned:
    reader = loader(text)
    lines: dict[Location, int] = {}
    try:
        node = reader.get_single_node()
        if node is None:
            return Positioned(None, {(): first_line})
        # Before the values are made: making them writes merged keys into the mapping that merges them.
        _note_lines(node, (), first_line, lines)
        return Positioned(reader.construct_document(node), lines)
    finally:
        reader.dispose()


def _note_lines(node: yaml.Node, location: Location, first_line: int, lines: dict[Location, int]) -> None:
    lines[location] = first_line + node.start_mark.line
    if len(location) > DEEPEST or len(lines) > MOST_VALUES:
        raise YamlError(lines[location], "the values are nested too deeply, or refer to themselves")
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
