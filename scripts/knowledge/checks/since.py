"""What a change of some files calls for: their own findings, and what the change may have broken elsewhere.

The whole content is read all the same, because a link or a twin may be anywhere. The rules that look at one file at a time,
which take the most time, are shown the changed files only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge.checks.catalogue import severity
from knowledge.checks.rule import Rule
from knowledge.checks.rules import (
    RULES,
    figures,
    gathered,
    lists,
    personal_data,
    safety,
    structure,
    tables,
    translations,
    trust,
)
from knowledge.checks.spelling import spelling
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import DATA, Library
from knowledge.twins.history import Versions

CONFIG = "mkdocs.yml"

# Rules to which each file, with its twin, is a matter of its own.
ALONE: frozenset[Rule] = frozenset(
    {
        *safety.RULES,
        *personal_data.RULES,
        *figures.RULES,
        *structure.RULES,
        *tables.RULES,
        *lists.RULES,
        *trust.RULES,
        translations.facts,
        translations.terms,
    }
)
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

    def narrowed(self, library: Library) -> Library:
        """Return the library of these files alone."""
        pages = {name: page for name, page in library.pages.items() if page.file in self.files}
        return replace(library, pages=pages, files={file: size for file, size in library.files.items() if file in self.files})

    def holds(self, found: Finding) -> bool:
        """Whether a finding is in these files, or is an error that the change may have called forth.

        What is published has no errors, so that one in the data, the menu or behind a link to a changed page is new.
        """
        if found.file in self.files:
            return True
        shared = found.file == CONFIG or found.file.startswith(f"{DATA}/")
        return severity(found) == "error" and (self.wide or shared or _leads_to(found) in self.changed)


def twin_file(file: str) -> str | None:
    """Return the file of a page's twin; None for what is no page."""
    language = _language(file)
    return None if language is None else f"docs/{twin_language(language)}/{file.removeprefix(f'docs/{language}/')}"


def _language(file: str) -> Language | None:
    return next((tongue for tongue in LANGUAGES if file.startswith(f"docs/{tongue}/") and file.endswith(".md")), None)


def _leads_to(found: Finding) -> str:
    """Return the file that a finding about a link names."""
    details: Mapping[str, str] = found.details
    try:
        path = unquote(urlsplit(details.get("target", "")).path)
    except ValueError:
        return ""
    return normpath(join(dirname(found.file), path)) if path else ""


def check_since(library: Library, changed: frozenset[str], versions: Versions) -> tuple[Finding, ...]:
    """Return what there is to say about a change of these files."""
    scope = Scope.of(library, changed)
    of_change = chain(translations.touched(library, versions, changed), spelling(library, changed))
    everything = chain(library.findings, of_change, _found(library, scope))
    return tuple(found for found in gathered(library, everything) if scope.holds(found))


def _found(library: Library, scope: Scope) -> Iterator[Finding]:
    narrow = library if scope.wide else scope.narrowed(library)
    for rule in RULES:
        yield from rule(narrow if rule in ALONE else library)
