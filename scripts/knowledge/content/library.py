"""The library: everything that stands in docs/, read once and never changed. The only reader of docs/."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from knowledge.content.boundaries import Boundaries
from knowledge.content.contact import Contact
from knowledge.content.country import Country
from knowledge.content.diagram import Diagram
from knowledge.content.finances import Budget
from knowledge.content.findings import Finding, finding
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.guide import GUIDE, Guide
from knowledge.content.interface import Interface, InterfaceText
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.ledger import LEDGER, read_ledger
from knowledge.content.mentions import mentions
from knowledge.content.navigation import Navigation, read_navigation
from knowledge.content.page import Page
from knowledge.content.pictures import Picture, read_pictures
from knowledge.content.positions import Positioned, YamlError
from knowledge.content.programme import Programme
from knowledge.content.reading import Reading
from knowledge.content.redirects import Redirect
from knowledge.content.search_words import SearchWords
from knowledge.content.source import Source
from knowledge.content.timeline import Event
from knowledge.content.vocabulary import Term
from knowledge.content.worksheet import WORKSHEETS, ToolPack, Worksheet

PageName = tuple[Language, str]

Model = TypeVar("Model", bound=BaseModel)

# Checks whose file cannot be built into a site at all: MkDocs would stop with a traceback or publish what is not ours.
UNBUILDABLE = frozenset({
    "file-not-utf8", "file-outside", "file-broken-link", "page-too-large", "file-case-clash", "file-name", "block-in-line",
    "merge-conflict",
})  # fmt: skip

DATA = "docs/data"
SOURCES = f"{DATA}/sources.yml"
PROGRAMMES = f"{DATA}/programmes/"
MAP = f"{DATA}/map/europe.json"


# What a command is still writing; it takes its file's place when it is whole.
UNFINISHED = ".unfinished"


class NoContent(Exception):
    """There is no docs folder where content was looked for."""


@dataclass(frozen=True)
class Library:
    """All content of the site.

    Attributes:
        files: Every file in docs/, by path below the root, with its size in bytes.
        findings: What could not be read, each with file and line.
        sources: Those of sources.yml, and those that a programme's record brings itself.
        programmes: The records of docs/data/programmes/, by id.
        worksheets: The records of docs/data/worksheets/, by id; worksheet_lines tells where their parts stand, by file.
        packs: Which worksheets each role needs most, by role.
        guide: The guide of docs/data/guide.yml; None where it cannot be used. guide_lines tells where its parts stand.
        diagrams: The handbook's diagrams, by id.
        search_words: What readers type for what the site calls otherwise.
        boundaries: The outlines of the map; None where they cannot be read.
        programme_lines: Where each part of a programme's record stands, by its file.
        record_lines: The line on which each record begins, by data file and id.
        unread: Files of which nothing could be read.
        left_out: Records that could not be read, by data file and id.
        pictures: What the pictures in docs/ say of themselves.
        mentions: Which files of the theme, the styles and the scripts mention a file, by its name in small letters.
        redirects: Where addresses that are gone lead now, by the old page or section.
        ledger: Every address that has been published, with its line in the ledger; empty where no ledger is kept.
    """

    root: Path
    files: Mapping[str, int]
    pages: Mapping[PageName, Page]
    sources: Mapping[str, Source]
    glossary: Mapping[str, GlossaryTerm]
    vocabularies: Mapping[str, Mapping[str, Term]]
    contacts: Mapping[str, Contact]
    budgets: Mapping[str, Budget]
    events: Mapping[str, Event]
    countries: Mapping[str, Country]
    programmes: Mapping[str, Programme]
    programme_lines: Mapping[str, Positioned]
    worksheets: Mapping[str, Worksheet]
    worksheet_lines: Mapping[str, Positioned]
    packs: Mapping[str, ToolPack]
    guide: Guide | None
    guide_lines: Positioned | None
    diagrams: Mapping[str, Diagram]
    search_words: Mapping[str, SearchWords]
    boundaries: Boundaries | None
    interface: Interface
    navigation: Navigation
    findings: tuple[Finding, ...]
    record_lines: Mapping[tuple[str, str], int]
    unread: frozenset[str]
    left_out: frozenset[tuple[str, str]]
    pictures: Mapping[str, Picture]
    mentions: Mapping[str, frozenset[str]]
    redirects: Mapping[str, Redirect]
    ledger: Mapping[str, int]

    def page(self, language: Language, key: str) -> Page | None:
        return self.pages.get((language, key))

    def twin(self, page: Page) -> Page | None:
        """Return the same page in the other language."""
        return self.pages.get((twin_language(page.language), page.key))

    def in_language(self, language: Language) -> tuple[Page, ...]:
        """Return the pages of a language, sorted by key."""
        return tuple(page for (tongue, _), page in sorted(self.pages.items()) if tongue == language)

    def label(self, vocabulary: str, term: str, language: Language) -> str:
        """Return the label of a term of a closed list, or the term's id when the list does not have it."""
        entry = self.vocabularies.get(vocabulary, {}).get(term)
        return entry.label.in_language(language) if entry else term

    def line_of_record(self, file: str, name: str) -> int:
        """Return the line on which a record of a data file begins."""
        return self.record_lines.get((file, name), 1)

    def file_of_source(self, name: str) -> str:
        """Return the data file in which a source stands."""
        return next((file for file, record in self.record_lines if record == name and file.startswith(PROGRAMMES)), SOURCES)

    @property
    def unbuildable(self) -> tuple[Finding, ...]:
        """Findings in files that no site can be built from."""
        return tuple(found for found in self.findings if found.id in UNBUILDABLE)


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds a site (mkdocs.yml and docs/).

    Raises:
        NoContent: There is none.
    """
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "docs").is_dir():
            return folder
    raise NoContent(str(start))


def load_library(root: Path, kept: Kept | None = None) -> Library:
    """Read everything in docs/ below the root.

    Args:
        root: The folder that holds docs/ and mkdocs.yml.
        kept: What other runs have read and need not be read again.

    Raises:
        NoContent: There is no docs folder.
    """
    if not (root / "docs").is_dir():
        raise NoContent(str(root))
    reading = Reading(kept=kept)
    paths = dict(_walk(root, reading))
    pages = _pages(paths, reading)
    redirects = _records(Redirect, "redirects.yml", paths, reading)
    ledger = _ledger(paths, reading)
    programmes = _programmes(paths, reading)
    worksheets = dict(_single_records(Worksheet, WORKSHEETS, paths, reading))
    guide, guide_lines = _guide(paths, reading)
    return Library(
        root=root,
        files={file: path.stat().st_size for file, path in paths.items()},
        pages=pages,
        sources=_with_own_sources(_records(Source, "sources.yml", paths, reading), programmes, reading),
        glossary=_records(GlossaryTerm, "glossary.yml", paths, reading),
        vocabularies=_vocabularies(paths, reading),
        contacts=_records(Contact, "contacts.yml", paths, reading),
        budgets=_records(Budget, "finances.yml", paths, reading),
        events=_records(Event, "timeline.yml", paths, reading),
        countries=_records(Country, "countries.yml", paths, reading),
        programmes={record.id: record for record, _ in programmes.values()},
        programme_lines={file: lines for file, (_, lines) in programmes.items()},
        worksheets={record.id: record for record, _ in worksheets.values()},
        worksheet_lines={file: lines for file, (_, lines) in worksheets.items()},
        packs=_records(ToolPack, "packs.yml", paths, reading),
        guide=guide,
        guide_lines=guide_lines,
        diagrams=_records(Diagram, "diagrams.yml", paths, reading),
        search_words=_records(SearchWords, "search-words.yml", paths, reading),
        boundaries=_boundaries(paths, reading),
        interface=_interface(paths, reading),
        navigation=_navigation(root, reading),
        findings=tuple(sorted(reading.findings)),
        record_lines=reading.record_lines,
        unread=frozenset(reading.unread),
        left_out=frozenset(reading.left_out),
        pictures=read_pictures(paths),
        mentions=mentions(root, paths, kept),
        redirects=redirects,
        ledger=ledger,
    )


def _walk(root: Path, reading: Reading) -> Iterator[tuple[str, Path]]:
    """Yield every readable file of docs/ in a fixed order; a link that leaves docs/ is told and not followed."""
    docs = root / "docs"
    home = docs.resolve()
    seen: dict[str, str] = {}
    for folder, folders, names in os.walk(docs):
        folders.sort()
        for name in sorted(names + [entry for entry in folders if (Path(folder) / entry).is_symlink()]):
            path = Path(folder) / name
            file = path.relative_to(root).as_posix()
            if name.endswith(UNFINISHED):
                continue
            written = os.fsencode(file).decode("utf-8", "backslashreplace")
            if written != file:
                reading.note(finding("file-name", written))
                continue
            if path.is_symlink() and (trouble := _link_trouble(path, home)):
                reading.note(finding(trouble, file, target=path.readlink()))
                continue
            if not path.is_file():
                continue
            if file.casefold() in seen:
                reading.note(finding("file-case-clash", file, other=seen[file.casefold()]))
            seen.setdefault(file.casefold(), file)
            yield file, path


def _link_trouble(path: Path, home: Path) -> str | None:
    """Return the check that a symbolic link breaks."""
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # the link leads back to itself
        return "file-broken-link"
    if not target.is_relative_to(home):
        return "file-outside"
    return None if target.exists() else "file-broken-link"


def _pages(paths: Mapping[str, Path], reading: Reading) -> dict[PageName, Page]:
    pages: dict[PageName, Page] = {}
    for language in LANGUAGES:
        start = f"docs/{language}/"
        for file, path in paths.items():
            if file.startswith(start) and file.endswith(".md"):
                key = file.removeprefix(start).removesuffix(".md")
                page = reading.page(language, key, file, path.read_bytes())
                if page is not None:
                    pages[language, key] = page
    return pages


def _records(model: type[Model], name: str, paths: Mapping[str, Path], reading: Reading) -> dict[str, Model]:
    path = paths.get(f"{DATA}/{name}")
    return {} if path is None else reading.records(model, f"{DATA}/{name}", path.read_bytes())


def _single_records(
    model: type[Model], folder: str, paths: Mapping[str, Path], reading: Reading
) -> Iterator[tuple[str, tuple[Model, Positioned]]]:
    """Yield each record of a folder in which every file holds one, by its file, with the lines of its parts."""
    for file, path in paths.items():
        if not file.startswith(folder) or not file.endswith(".yml"):
            continue
        record, lines = reading.record(model, file, path.read_bytes())
        if record is None or lines is None:
            reading.left_out.add((file, Path(file).stem))
        else:
            yield file, (record, lines)


def _programmes(paths: Mapping[str, Path], reading: Reading) -> dict[str, tuple[Programme, Positioned]]:
    """Return each programme's record with the lines of its parts, by its file; of two with one id the first counts."""
    found: dict[str, tuple[Programme, Positioned]] = {}
    files: dict[str, str] = {}
    for file, (record, lines) in _single_records(Programme, PROGRAMMES, paths, reading):
        if record.id in files:
            reading.note(finding("programme-double", file, lines.line_of(("id",)), name=record.id, other=files[record.id]))
        else:
            found[file] = (record, lines)
            files[record.id] = file
    return found


def _guide(paths: Mapping[str, Path], reading: Reading) -> tuple[Guide | None, Positioned | None]:
    """Return the guide with the lines of its parts."""
    path = paths.get(GUIDE)
    if path is None:
        return None, None
    guide, lines = reading.record(Guide, GUIDE, path.read_bytes())
    if guide is None:
        # With one slip the page loses all the guide's places, which would be told one by one.
        reading.unread.add(GUIDE)
    return guide, lines


def _boundaries(paths: Mapping[str, Path], reading: Reading) -> Boundaries | None:
    """Return the outlines of the map; JSON is read as the YAML that it is."""
    path = paths.get(MAP)
    return None if path is None else reading.record(Boundaries, MAP, path.read_bytes())[0]


def _with_own_sources(
    sources: dict[str, Source], programmes: Mapping[str, tuple[Programme, Positioned]], reading: Reading
) -> dict[str, Source]:
    """Return the sources of all files together; an id stands for one source in the whole library."""
    for file, (record, lines) in programmes.items():
        for index, source in enumerate(record.own_sources):
            line = lines.line_of(("sources", index))
            if source.id in sources:
                reading.note(finding("data-double-id", file, line, name=source.id))
                continue
            sources[source.id] = source
            reading.record_lines[file, source.id] = line
    return dict(sorted(sources.items()))


def _ledger(paths: Mapping[str, Path], reading: Reading) -> dict[str, int]:
    path = paths.get(LEDGER)
    text = None if path is None else reading.text(LEDGER, path.read_bytes())
    return {} if text is None else read_ledger(text, reading)


def _vocabularies(paths: Mapping[str, Path], reading: Reading) -> dict[str, Mapping[str, Term]]:
    start = f"{DATA}/vocabularies/"
    return {
        file.removeprefix(start).removesuffix(".yml"): reading.records(Term, file, path.read_bytes())
        for file, path in paths.items()
        if file.startswith(start) and file.endswith(".yml")
    }


def _interface(paths: Mapping[str, Path], reading: Reading) -> Interface:
    texts = _records(InterfaceText, "interface.yml", paths, reading)
    return Interface({name: entry.text for name, entry in texts.items()})


def _navigation(root: Path, reading: Reading) -> Navigation:
    path = root / "mkdocs.yml"
    if not path.is_file():
        return Navigation()
    text = reading.text("mkdocs.yml", path.read_bytes())
    try:
        return Navigation() if text is None else read_navigation(text)
    except YamlError as error:
        reading.no_yaml("mkdocs.yml", text or "", error)
        reading.unread.add("mkdocs.yml")
        return Navigation()
