"""A small site in a git repository of its own."""

import subprocess
from pathlib import Path

from knowledge.twins.confirm import declared

from tests.small_site import SmallSite


def git(root: Path, *words: str) -> str:
    """Run git in a folder with an author of its own."""
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
    answer = subprocess.run(["git", "-C", str(root), *identity, *words], capture_output=True, text=True, check=True)
    return answer.stdout.strip()


def commit(site: SmallSite, message: str = "Change") -> str:
    """Commit everything and return the commit's id."""
    if not (site.root / ".git").exists():
        git(site.root, "init", "--quiet", "--initial-branch", "main")
    git(site.root, "add", "--all")
    git(site.root, "commit", "--quiet", "--message", message)
    return git(site.root, "rev-parse", "HEAD")


def declare(site: SmallSite, key: str) -> None:
    """Declare the Danish twin of a page to be in step with the English one."""
    page = site.library().page("en", key)
    assert page is not None
    path = site.root / f"docs/da/{key}.md"
    path.write_text(declared(path.read_text(encoding="utf-8"), page.blob_id), encoding="utf-8")
