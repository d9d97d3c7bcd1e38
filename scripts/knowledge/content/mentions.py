"""Which files of the theme, the styles, the scripts and the configuration name a file, so that it is used without a link."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from knowledge.content.kept import Kept, state_of

# Where a file can be named besides in a page: the theme, the build's own programs, and the styles and scripts beside the file.
_FOLDERS = ("overrides", "scripts")
_READ = frozenset({".html", ".css", ".js", ".mjs", ".json", ".py", ".svg", ".webmanifest", ".xml"})


def mentions(root: Path, files: Mapping[str, Path], kept: Kept | None = None) -> Mapping[str, frozenset[str]]:
    """Return for the name of each file that is neither page nor data, in small letters, which other files hold it."""
    names = {PurePosixPath(file).name.casefold() for file in files if not file.startswith("docs/data/")}
    names = {name for name in names if not name.endswith(".md")}
    texts = [(reader, path.read_bytes()) for reader, path in _readers(root, files)]
    if kept is None:
        return _mentions(names, texts)
    state = state_of([*texts, *((name, None) for name in sorted(names))])
    return kept.get("mentions", state, lambda: _mentions(names, texts))


def _mentions(names: Iterable[str], texts: Iterable[tuple[str, bytes]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {name: set() for name in names}
    for reader, content in texts:
        text = content.decode("utf-8", errors="replace").casefold()
        for name, readers in found.items():
            if name in text:
                readers.add(reader)
    return {name: frozenset(readers) for name, readers in found.items()}


def _readers(root: Path, files: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    yield from ((file, path) for file, path in files.items() if file.startswith("docs/assets/") and path.suffix in _READ)
    config = root / "mkdocs.yml"
    if config.is_file():
        yield "mkdocs.yml", config
    for folder in _FOLDERS:
        yield from ((path.relative_to(root).as_posix(), path) for path in _below(root / folder))


def _below(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _READ and path.is_file())
