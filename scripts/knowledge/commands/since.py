"""What `knowledge check --since` looks at, and what it says where it cannot know."""

from knowledge.checks.rules import check
from knowledge.checks.since import check_since
from knowledge.commands.frame import err, wrong_use
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept
from knowledge.content.library import Library
from knowledge.twins.changed import NoHistory, UnknownCommit, changed_since
from knowledge.twins.history import GitVersions

_FETCH = "Fetch the whole history (git fetch --unshallow)."


def findings_since(library: Library, ref: str, kept: Kept | None = None) -> tuple[Finding, ...]:
    """Return what there is to say about everything that has changed since a commit.

    Where this copy does not know the commit because it holds only the newest versions, everything is checked, and that is said.
    """
    try:
        changed = changed_since(library.root, ref)
    except NoHistory:
        wrong_use(f"{library.root} is in no git repository, so nobody knows what has changed. Leave out --since.")
    except UnknownCommit as unknown:
        if not unknown.shallow:
            wrong_use(f"Git knows no commit '{ref}' here.")
        err.print(f"[yellow]![/] This clone holds only the newest versions and not '{ref}': everything is checked. {_FETCH}")
        return check(library, kept=kept)
    if not changed.exact:
        err.print(f"[yellow]![/] This clone does not hold where '{ref}' and this version part: more may be listed. {_FETCH}")
    return check_since(library, changed.files, GitVersions(library.root), kept)
