"""Where files stand."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library


def misplaced(library: Library) -> Iterator[Finding]:
    """A page outside the languages' folders has no language and no twin; a README explains a folder and is none."""
    homes = tuple(f"docs/{language}/" for language in LANGUAGES)
    for file in library.files:
        if file.endswith(".md") and not file.startswith(homes) and not file.endswith("/README.md"):
            yield finding("file-misplaced", file)


RULES: tuple[Rule, ...] = (misplaced,)
