"""A copy of the real site in which one fault at a time is made and undone.

Faults find their places by what stands there (a heading, a field, a sentence), so that ordinary edits of the content do not
break them. Where a place is gone, the fault is told as one that no longer fits the site.
"""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from knowledge.content.languages import Language

# What the checks read besides docs/: whatever may use a file without linking to it.
_COPIED = ("docs", "overrides")
_SINGLE = ("mkdocs.yml", "scripts/hooks.py")


class OutOfDate(Exception):
    """The place that a fault changes is no longer there."""


def page_file(language: Language, key: str) -> str:
    """Return the file of a page."""
    return f"docs/{language}/{key}.md"


@dataclass
class Copy:
    """A copy of the site; what is changed is kept, so that it can be undone.

    Attributes:
        root: Where the copy stands.
        kept: What each changed file held before; None where there was none.
    """

    root: Path
    kept: dict[str, bytes | None] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Path, root: Path) -> Self:
        """Copy what the checks of a site read."""
        for name in _COPIED:
            shutil.copytree(site / name, root / name, symlinks=True)
        for name in _SINGLE:
            if (site / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(site / name, root / name)
        return cls(root)

    # ---------- Reading ----------

    def text(self, file: str) -> str:
        """Return a file's text."""
        path = self.root / file
        if not path.is_file():
            raise OutOfDate(f"there is no {file}")
        return path.read_text(encoding="utf-8")

    def find(self, file: str, pattern: str) -> re.Match[str]:
        """Return the first place where a pattern stands; ^ and $ are those of a line."""
        match = re.compile(pattern, re.MULTILINE).search(self.text(file))
        if match is None:
            raise OutOfDate(f"{file} has no {pattern}")
        return match

    def line(self, file: str, pattern: str) -> int:
        """Return the line on which a pattern first stands."""
        match = self.find(file, pattern)
        return match.string.count("\n", 0, match.start()) + 1

    # ---------- Changing ----------

    def write(self, file: str, content: str | bytes) -> None:
        """Write a file as a whole."""
        path = self.root / file
        self._keep(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def link(self, file: str, target: str) -> None:
        """Make a symbolic link."""
        self._keep(file)
        (self.root / file).symlink_to(target)

    def remove(self, *files: str) -> None:
        """Delete files."""
        for file in files:
            self.text(file)
            self._keep(file)
            (self.root / file).unlink()

    def replace(self, file: str, pattern: str, new: str) -> int:
        """Put a text in the place of the first match of a pattern, and return its line."""
        match = self.find(file, pattern)
        self.write(file, match.string[: match.start()] + new + match.string[match.end() :])
        return match.string.count("\n", 0, match.start()) + 1

    def say(self, language: Language, key: str, text: str) -> int:
        """Write a text at the end of a page's first section, and return the line on which it begins."""
        file = page_file(language, key)
        return self.replace(file, r"^## ", f"{text}\n\n## ")

    def add(self, file: str, text: str) -> int:
        """Write a text at the end of a file, and return the line on which it begins."""
        before = self.text(file).rstrip("\n") + "\n"
        self.write(file, before + text)
        return before.count("\n") + 1

    def front(self, language: Language, key: str, name: str, line: str | None) -> int:
        """Put a whole line in the place of a field of the front matter (None takes it away), and return its line."""
        new = "" if line is None else f"{line}\n"
        return self.replace(page_file(language, key), rf"^{name}:.*\n", new)

    # ---------- Undoing ----------

    def undo(self) -> None:
        """Put back everything as it was."""
        for file, content in self.kept.items():
            path = self._path(file)
            if os.path.lexists(path):
                path.unlink()
            if content is not None:
                path.write_bytes(content)
            elif not any(path.parent.iterdir()):
                path.parent.rmdir()
        self.kept.clear()

    def _keep(self, file: str) -> None:
        if file not in self.kept:
            path = self._path(file)
            self.kept[file] = path.read_bytes() if path.is_file() else None

    def _path(self, file: str) -> Path:
        return self.root / file
