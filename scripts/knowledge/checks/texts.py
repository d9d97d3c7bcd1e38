"""The texts below docs/ as they stand in their files, and the sentences in the data files, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import DATA, Library
from knowledge.content.positions import Location, YamlError, read_yaml

# Files whose words a reader or a search engine can meet. Programs and styles hold the notices of their licences, and stay out.
_TEXTS = (
    *(".md", ".yml", ".yaml", ".txt", ".csv", ".tsv", ".html", ".htm", ".xml", ".svg", ".json", ".geojson"),
    *(".ics", ".vcf", ".vtt", ".srt"),
)
_SCHEMAS = f"{DATA}/schemas/"
# Longer texts are pasted files, which have a finding of their own.
_LARGEST = 2_000_000


@dataclass(frozen=True)
class TextFile:
    """A file's whole text."""

    file: str
    text: str


@dataclass(frozen=True)
class DataText:
    """One text of a data file, in one language."""

    file: str
    language: Language
    words: str
    line: int


def text_files(library: Library) -> Iterator[TextFile]:
    """Yield every text below docs/; a byte that is no UTF-8 has a finding of its own and is passed over."""
    for file, size in library.files.items():
        if file.lower().endswith(_TEXTS) and not file.startswith(_SCHEMAS) and size <= _LARGEST:
            yield text_file(library, file)


def text_file(library: Library, file: str) -> TextFile:
    """Return one file's text."""
    text = (library.root / file).read_bytes().decode("utf-8", errors="replace")
    return TextFile(file, text.replace("\r\n", "\n").replace("\r", "\n"))


# Words of others, or about words: titles of sources and the renderings that the glossary rejects.
_OTHERS_WORDS = frozenset({"avoid", "forms", "title", "name", "quote", "quotation"})


def data_texts(library: Library) -> Iterator[DataText]:
    """Yield what the site itself says in its data files; the register of sources holds titles of others."""
    for file in library.files:
        if not file.startswith(f"{DATA}/") or not file.endswith(".yml") or file == f"{DATA}/sources.yml":
            continue
        yield from _texts_of(file, (library.root / file).read_bytes())


@lru_cache(maxsize=256)
def _texts_of(file: str, content: bytes) -> tuple[DataText, ...]:
    """Return the texts of a data file; the same content is read once."""
    try:
        positioned = read_yaml(content.decode("utf-8", errors="replace"))
    except YamlError:
        return ()
    found = []
    for location, words in _strings(positioned.value, ()):
        language = next((part for part in reversed(location) if part in LANGUAGES), None)
        if language in LANGUAGES and not _OTHERS_WORDS & set(location):
            found.append(DataText(file, "da" if language == "da" else "en", words, positioned.line_of(location)))
    return tuple(found)


def _strings(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _strings(below, (*location, str(key)))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _strings(below, (*location, index))
