"""The navigation as mkdocs.yml lists it: which pages, in which order, with a title in each language."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.content.positions import LOADER, Location, PlainLoader, Positioned, YamlError, read_yaml


@dataclass(frozen=True)
class NavEntry:
    """A title in the navigation; `page` is None for a heading that groups pages."""

    title: str
    page: str | None
    line: int
    depth: int


@dataclass(frozen=True)
class Navigation:
    """The navigation's entries in order, and the Danish title of each English one.

    Attributes:
        addresses: Where mkdocs.yml says that the site is published: what it names itself, and what the publisher has set.
    """

    entries: tuple[NavEntry, ...] = ()
    danish: Mapping[str, str] | None = None
    addresses: tuple[str, ...] = ()

    @property
    def pages(self) -> frozenset[str]:
        return frozenset(entry.page for entry in self.entries if entry.page)


class _ConfigLoader(PlainLoader):
    """Reads mkdocs.yml, whose tags for settings and Python names mean nothing here."""


_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_navigation(text: str) -> Navigation:
    """Read the navigation from the text of mkdocs.yml.

    Raises:
        YamlError: The text is not YAML, or holds no settings.
    """
    positioned = read_yaml(text, loader=_ConfigLoader)
    if positioned.value is None:
        return Navigation()
    if not isinstance(positioned.value, dict):
        raise YamlError(positioned.line_of(()), "expected settings such as 'nav:'")
    entries = _entries(positioned, _list(positioned.value.get("nav")), ("nav",))
    return Navigation(tuple(entries), _danish_titles(positioned.value), tuple(_site_addresses(text)))


def _site_addresses(text: str) -> Iterator[str]:
    """Yield the addresses that the site may have: written plainly, or as `!ENV [NAME, address]`."""
    root = yaml.compose(text, Loader=LOADER)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "site_url" and isinstance(node, yaml.ScalarNode):
            yield str(node.value)
        elif key.value == "site_url" and isinstance(node, yaml.SequenceNode):
            *names, default = [str(part.value) for part in node.value]
            yield from (os.environ[name] for name in names if os.environ.get(name))
            yield default


def _entries(positioned: Positioned, value: Any, at: Location, depth: int = 0) -> Iterator[NavEntry]:
    """Walk a list of `title: page.md`, `title: [...]` and bare `page.md`."""
    if isinstance(value, dict):
        for title, below in value.items():
            page = _key(below) if isinstance(below, str) else None
            yield NavEntry(title, page, positioned.line_of((*at, title)), depth)
            yield from _entries(positioned, below, (*at, title), depth + 1)
    for index, item in enumerate(_list(value)):
        place = (*at, index)
        if isinstance(item, str):
            yield NavEntry("", _key(item), positioned.line_of(place), depth)
        else:
            yield from _entries(positioned, item, place, depth)


def _key(path: str) -> str:
    return path.removesuffix(".md")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _danish_titles(config: Mapping[str, Any]) -> Mapping[str, str]:
    plugins = config.get("plugins")
    for plugin in [plugins, *_list(plugins)]:
        settings = plugin.get("i18n") if isinstance(plugin, dict) else None
        for language in _list(settings.get("languages")) if isinstance(settings, dict) else ():
            if isinstance(language, dict) and language.get("locale") == "da":
                titles = language.get("nav_translations")
                return {title: str(danish) for title, danish in titles.items() if danish} if isinstance(titles, dict) else {}
    return {}
