"""A finding: something an editor should know, at a file and a line.

The words of a finding live in the catalogue of checks; here is only what was found, so that reading never depends on checking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType


@dataclass(frozen=True, order=True)
class Finding:
    """One thing found.

    Attributes:
        file: Path below the repository's root, with forward slashes.
        line: Line in that file, counted from 1.
        id: Name of the check, a key of the catalogue.
        details: The words that fill the catalogue's message.
    """

    file: str
    line: int
    id: str
    details: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.file, self.line, self.id, dict(self.details))


def _again(file: str, line: int, check: str, details: dict[str, str]) -> Finding:
    return Finding(file, line, check, MappingProxyType(details))


def finding(check: str, file: str | PurePosixPath, line: int = 1, **details: object) -> Finding:
    """Return a finding of the check with this id."""
    words = {name: str(value) for name, value in details.items()}
    return Finding(str(file), max(1, line), check, MappingProxyType(words))
