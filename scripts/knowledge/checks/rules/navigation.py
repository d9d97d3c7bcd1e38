"""The navigation: complete, without doubles, and in both languages."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library

CONFIG = "mkdocs.yml"


def entries(library: Library) -> Iterator[Finding]:
    """Every entry names a page once, and its title has a Danish form."""
    seen: set[str] = set()
    danish = library.navigation.danish or {}
    for entry in library.navigation.entries:
        if entry.page and any(f"docs/{language}/{entry.page}.md" not in library.files for language in LANGUAGES):
            yield finding("nav-page-missing", CONFIG, entry.line, name=entry.page)
        if entry.page in seen:
            yield finding("nav-double", CONFIG, entry.line, name=entry.page)
        if entry.page:
            seen.add(entry.page)
        if entry.title and entry.title not in danish:
            yield finding("nav-untranslated", CONFIG, entry.line, title=entry.title)


def pages(library: Library) -> Iterator[Finding]:
    """Every page is in the navigation."""
    for page in library.pages.values():
        if page.key not in library.navigation.pages:
            yield finding("nav-entry-missing", page.file)


RULES: tuple[Rule, ...] = (
    entries,
    pages,
)
