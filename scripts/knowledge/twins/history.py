"""Earlier versions of files, by the id that git gives their content."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Versions(Protocol):
    """Where earlier versions are looked up."""

    def text(self, blob_id: str) -> str | None:
        """Return the text of a version, or None when it is not to be had here."""
        ...

    @property
    def complete(self) -> bool:
        """Whether a version that is not found here does not exist; a shallow clone cannot say."""
        ...


@dataclass(frozen=True)
class GitVersions:
    """The versions that a git repository holds."""

    root: Path

    def text(self, blob_id: str) -> str | None:
        """Return the text of a blob; None when the repository does not hold it or it is no text."""
        answer = self._git("cat-file", "blob", blob_id)
        try:
            return None if answer is None else answer.decode("utf-8")
        except UnicodeDecodeError:
            return None

    @property
    def complete(self) -> bool:
        """False in a shallow clone, and where there is no git at all."""
        answer = self._git("rev-parse", "--is-shallow-repository")
        return answer is not None and answer.strip() == b"false"

    def _git(self, *words: str) -> bytes | None:
        try:
            answer = subprocess.run(["git", "-C", str(self.root), *words], capture_output=True, check=False)  # noqa: S603, S607
        except OSError:
            return None
        return answer.stdout if answer.returncode == 0 else None
