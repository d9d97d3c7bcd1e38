"""What stands in docs/ and is used by nothing: sources that no statement rests on, files that nothing shows.

Glossary terms without use are no finding: a term may be there to be looked up. The status board lists them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel

from knowledge.checks.rule import Rule
from knowledge.content.blocks import sources_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import DATA, Library

# Files that explain others or give their licence need nobody to show them.
_COMPANIONS = re.compile(
    r"(?:^|/)(?:README|LICEN[CS]E|NOTICE|COPYING|CHECKSUMS?|SHA256SUMS)[^/]*$|\.(?:licen[cs]e|sha256)$"
    r"|(?:^|/)\.(?:nojekyll|gitkeep|gitattributes)$",
    re.IGNORECASE,
)
_SYSTEM = re.compile(r"(?:^|/)(?:Thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*~|\.[^/]+)$", re.IGNORECASE)


def sources(library: Library) -> Iterator[Finding]:
    """A source is there because something rests on it; while a page cannot be read, nobody knows what rests on what."""
    if any(file.endswith((".md", ".yml")) for file in library.unread):
        return
    used = {name for page in library.pages.values() for name in (*sources_of(library, page), *_linked(page.document.links))}
    used |= {name for programme in library.programmes.values() for name in programme.rests_on}
    used |= {name for kind in _records(library) for record in kind.values() for name in _named(record.model_dump())}
    for name in library.sources:
        if name not in used:
            file = library.file_of_source(name)
            yield finding("source-unused", file, library.line_of_record(file, name), name=name)


def _linked(links: Any) -> Iterator[str]:
    """Yield the sources that a page links to in the register."""
    yield from (link.target.partition("#source-")[2] for link in links if "#source-" in link.target)


def _records(library: Library) -> Iterator[Mapping[str, BaseModel]]:
    """Yield every other kind of record that may name sources, whichever kinds the library has."""
    for place in fields(library):
        kind = getattr(library, place.name)
        if place.name in {"sources", "programmes"} or not isinstance(kind, Mapping):
            continue
        if all(isinstance(one, BaseModel) for one in kind.values()):
            yield kind


def _named(value: Any) -> Iterator[str]:
    """Yield what stands in a record, at any depth, under `source` and `sources`."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"source", "sources"}:
                yield from [part] if isinstance(part, str) else (name for name in part or () if isinstance(name, str))
            yield from _named(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _named(part)


def files(library: Library) -> Iterator[Finding]:
    """A file in docs/ is shown by a page, or used by the theme."""
    linked = {
        normpath(join(dirname(page.file), unquote(link.target.partition("#")[0])))
        for page in library.pages.values()
        for link in page.document.links
    }
    for file in library.files:
        if file.endswith(".md") or file.startswith(f"{DATA}/") or _COMPANIONS.search(file):
            continue
        if _SYSTEM.search(file):
            yield finding("file-stray", file, name=PurePosixPath(file).name)
        elif file not in linked and not library.mentions.get(PurePosixPath(file).name.casefold(), frozenset()) - {file}:
            yield finding("file-unused", file, size=f"{library.files[file]:,}")


RULES: tuple[Rule, ...] = (
    sources,
    files,
)
