"""Sources and glossary terms that are named but do not exist, on pages and in records."""

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import DATA, Library


def sources(library: Library) -> Iterator[Finding]:
    """A citation in the text and a source in the front matter exist."""
    for page in library.pages.values():
        named = [(mark.name, mark.line) for mark in page.document.citations]
        if page.front is not None:
            named += [(name, page.line_of("sources")) for name in page.front.sources]
        for name, line in named:
            if name not in library.sources:
                yield finding("source-unknown", page.file, line, name=name, **suggestion(name, library.sources))


def terms(library: Library) -> Iterator[Finding]:
    """A term that is marked in the text is in the glossary."""
    for page in library.pages.values():
        for mark in page.document.terms:
            if mark.name not in library.glossary:
                yield finding("term-unknown", page.file, mark.line, name=mark.name, **suggestion(mark.name, library.glossary))


def _record_files(library: Library) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield f"{DATA}/glossary.yml", library.glossary
    yield f"{DATA}/contacts.yml", library.contacts
    yield f"{DATA}/finances.yml", library.budgets
    yield f"{DATA}/timeline.yml", library.events
    yield f"{DATA}/diagrams.yml", library.diagrams


def record_sources(library: Library) -> Iterator[Finding]:
    """The sources of a record exist."""
    for file, records in _record_files(library):
        for record in records.values():
            for name in record.sources:
                if name not in library.sources:
                    line = library.line_of_record(file, record.id)
                    yield finding("source-unknown", file, line, name=name, **suggestion(name, library.sources))


def record_pages(library: Library) -> Iterator[Finding]:
    """The page that an event or a line of search words leads to exists in both languages."""
    for file, records in ((f"{DATA}/timeline.yml", library.events), (f"{DATA}/search-words.yml", library.search_words)):
        for record in records.values():
            if record.page and any(library.page(language, record.page) is None for language in LANGUAGES):
                line = library.line_of_record(file, record.id)
                yield finding("record-page-unknown", file, line, record=record.id, name=record.page)


RULES: tuple[Rule, ...] = (
    sources,
    terms,
    record_sources,
    record_pages,
)
