"""A small correct site in a folder of its own, with short ways to change it."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import yaml
from knowledge.checks.rules import check
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library, load_library

REPOSITORY = Path(__file__).parent.parent

FRONT: Mapping[str, Any] = {
    "title": "A page",
    "summary": "One sentence that says what a reader gets from this page.",
    "kind": "guidance",
    "audience": ["everyone"],
    "reviewed": "2026-11-22",
    "review_by": "2027-11-22",
    "owner": "site-editor",
    "source_language": "en",
}

SOURCE: Mapping[str, Any] = {
    "id": "sheet",
    "title": "A fact sheet",
    "publisher": "A ministry",
    "year": 2011,
    "url": "https://example.org/sheet",
    "language": "en",
    "read": "2026-11-22",
    "extent": "whole",
}

TERM: Mapping[str, Any] = {
    "id": "exit-talk",
    "term": {"en": "exit talk", "da": "exitsamtale"},
    "definition": {"en": "A talk about leaving.", "da": "En samtale om at komme ud."},
    "sources": ["sheet"],
}

NAV = """site_name: Small
nav:
  - Home: index.md
plugins:
  - i18n:
      languages:
        - locale: en
        - locale: da
          nav_translations:
            Home: Forside
"""

# The same with a second page, for tests that move or lose one.
NAV_OF_TWO = """site_name: Small
nav:
  - Home: index.md
  - A: a.md
plugins:
  - i18n:
      languages:
        - locale: en
        - locale: da
          nav_translations:
            Home: Forside
            A: Et
"""


@dataclass(frozen=True)
class SmallSite:
    """A site that a test may change file by file."""

    root: Path

    @classmethod
    def create(cls, root: Path) -> Self:
        """Write a site of one page in two languages that no check has anything to say about."""
        site = cls(root)
        shutil.copytree(REPOSITORY / "docs/data/vocabularies", root / "docs/data/vocabularies")
        shutil.copy(REPOSITORY / "docs/data/interface.yml", root / "docs/data/interface.yml")
        site.write("mkdocs.yml", NAV)
        site.data("sources.yml", [SOURCE])
        site.data("glossary.yml", [TERM])
        site.pages("index", "# Hello {#hello}\n\nText.\n", "# Hej {#hello}\n\nTekst.\n")
        return site

    def write(self, file: str, content: str | bytes) -> Path:
        """Write a file below the root."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def data(self, name: str, value: Any) -> Path:
        """Write a data file."""
        return self.write(f"docs/data/{name}", yaml.safe_dump(value, allow_unicode=True, sort_keys=False))

    def page(self, language: str, key: str, body: str, **front: Any) -> Path:
        """Write a page with correct front matter, changed by the keywords (None leaves a field out)."""
        fields = {name: value for name, value in {**FRONT, **front}.items() if value is not None}
        head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
        return self.write(f"docs/{language}/{key}.md", f"---\n{head}---\n{body}")

    def pages(self, key: str, english: str, danish: str | None = None, **front: Any) -> None:
        """Write a page and its twin; without a Danish text both have the same."""
        for language, body in zip(LANGUAGES, (english, danish if danish is not None else english), strict=True):
            self.page(language, key, body, **front)

    def library(self) -> Library:
        return load_library(self.root)

    def findings(self) -> tuple[Finding, ...]:
        return check(self.library())

    def found(self) -> list[tuple[str, str, int]]:
        """Return the id, file and line of each finding."""
        return [(found.id, found.file, found.line) for found in self.findings()]

    def ids(self) -> set[str]:
        return {found.id for found in self.findings()}
