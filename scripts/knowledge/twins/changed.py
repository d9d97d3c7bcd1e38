"""Which files have changed since a commit, as git tells it: committed, not yet committed, and new."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


class UnknownCommit(Exception):
    """Git does not know the commit here.

    Attributes:
        shallow: This copy holds only the newest versions, so that the commit may well exist.
    """

    def __init__(self, *, shallow: bool) -> None:
        super().__init__()
        self.shallow = shallow


class NoHistory(Exception):
    """There is no git, or the folder is in no repository."""


@dataclass(frozen=True)
class Changed:
    """The files that have changed.

    Attributes:
        files: Paths below the root, those of files that are gone among them.
        exact: False where this copy does not hold the commit at which the two histories part, so that what changed on the
            other side only is among the files too.
    """

    files: frozenset[str]
    exact: bool


def changed_since(root: Path, ref: str) -> Changed:
    """Return what has changed since the history parted from a commit.

    Raises:
        NoHistory: Nothing is known of earlier versions.
        UnknownCommit: There is no such commit here.
    """
    if _git(root, "rev-parse", "--git-dir") is None:
        raise NoHistory
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        raise UnknownCommit(shallow=_git(root, "rev-parse", "--is-shallow-repository") == b"true\n")
    parted = _git(root, "merge-base", commit.decode().strip(), "HEAD")
    start = (parted or commit).decode().strip()
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", start, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return Changed(frozenset({*_names(changed), *_names(new)}), exact=parted is not None)


def _names(listed: bytes | None) -> list[str]:
    return [os.fsdecode(name) for name in (listed or b"").split(b"\0") if name]


def _git(root: Path, *words: str) -> bytes | None:
    """Return what git answers; None when it refuses or is not there."""
    try:
        answer = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return answer.stdout if answer.returncode == 0 else None
