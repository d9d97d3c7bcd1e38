"""The names of files that templates, styles, scripts and the configuration mention: what is used though no page links to it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# Where a file can be named besides in a page: the theme, the build's own programs, styles and scripts beside the file itself.
_TEMPLATES = ("overrides", "scripts")
_READ = frozenset({".html", ".css", ".js", ".mjs", ".json", ".py", ".yml", ".svg", ".webmanifest", ".xml"})
_NAME = re.compile(r"[\w@+-]+(?:\.[\w@+-]+)+")


def mentions(root: Path, files: Mapping[str, Path]) -> dict[str, frozenset[str]]:
    """Return for each name of a file which files mention it; names without a point are no files."""
    found: dict[str, set[str]] = {}
    for name, path in _readers(root, files):
        for word in set(_NAME.findall(path.read_text(encoding="utf-8", errors="replace"))):
            found.setdefault(word.casefold(), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _readers(root: Path, files: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    yield from ((file, path) for file, path in files.items() if file.startswith("docs/assets/") and path.suffix in _READ)
    config = root / "mkdocs.yml"
    if config.is_file():
        yield "mkdocs.yml", config
    for folder in _TEMPLATES:
        yield from ((path.relative_to(root).as_posix(), path) for path in _below(root / folder))


def _below(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _READ and path.is_file())
