"""What a change of some files calls for: their own findings, and what the change may have broken elsewhere.

The whole content is read all the same, because a link or a twin may be anywhere. The rules that look at one file at a time,
which take the most time, are shown the changed files only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge.checks.catalogue import severity
from knowledge.checks.rules import RULES, gathered, translations
from knowledge.checks.rules.alone import ALONE, CONFIG, found_alone, twin_file
from knowledge.checks.spelling import spelling
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept
from knowledge.content.library import DATA, Library
from knowledge.twins.history import Versions

# What is shown on many pages, or says how pages are checked: a change may break any of them.
_SHARED = ("docs/", CONFIG, "scripts/knowledge/")


@dataclass(frozen=True)
class Scope:
    """What a change reaches.

    Attributes:
        changed: The files that have changed.
        files: Those files and the twins of the pages among them.
        wide: Something has changed that pages share, or a page is gone.
    """

    changed: frozenset[str]
    files: frozenset[str]
    wide: bool

    @classmethod
    def of(cls, library: Library, changed: frozenset[str]) -> "Scope":
        """Return what a change of these files reaches."""
        twins = {twin for file in changed if (twin := twin_file(file)) is not None}
        wide = any(file.startswith(_SHARED) and (twin_file(file) is None or file not in library.files) for file in changed)
        return cls(changed, changed | twins, wide)

    def holds(self, found: Finding) -> bool:
        """Whether a finding is in these files, or is an error that the change may have called forth.

        What is published has no errors, so that one in the data, the menu or behind a link to a changed page is new.
        """
        if found.file in self.files:
            return True
        shared = found.file == CONFIG or found.file.startswith(f"{DATA}/")
        return severity(found) == "error" and (self.wide or shared or _leads_to(found) in self.changed)


def _leads_to(found: Finding) -> str:
    """Return the file that a finding about a link names."""
    details: Mapping[str, str] = found.details
    try:
        path = unquote(urlsplit(details.get("target", "")).path)
    except ValueError:
        return ""
    return normpath(join(dirname(found.file), path)) if path else ""


def check_since(library: Library, changed: frozenset[str], versions: Versions, kept: Kept | None = None) -> tuple[Finding, ...]:
    """Return what there is to say about a change of these files.

    Args:
        library: All content.
        changed: The files that have changed.
        versions: What stood in them before.
        kept: What the rules that look at one page at a time have found before.
    """
    scope = Scope.of(library, changed)
    of_change = chain(translations.touched(library, versions, changed), spelling(library, changed, kept))
    together = chain.from_iterable(rule(library) for rule in RULES if rule not in ALONE)
    alone = found_alone(library, kept, None if scope.wide else scope.files & library.files.keys())
    everything = chain(library.findings, of_change, together, alone)
    return tuple(found for found in gathered(library, everything) if scope.holds(found))
