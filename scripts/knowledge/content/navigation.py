"""The navigation as mkdocs.yml lists it: which pages, in which order, with a title in each language."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.content.positions import LOADER, YamlError


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


class _ConfigLoader(LOADER):  # type: ignore[valid-type,misc]
    """Reads mkdocs.yml, whose tags for settings and Python names mean nothing here."""


_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_navigation(text: str) -> Navigation:
    """Read the navigation from the text of mkdocs.yml.

    Raises:
        YamlError: The text is not YAML.
    """
    loader = _ConfigLoader(text)
    try:
        root = loader.get_single_node()
        config: dict[str, Any] = loader.construct_document(root) if root is not None else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise YamlError(1 + (mark.line if mark else 0), error.problem or str(error)) from error
    finally:
        loader.dispose()
    nodes: dict[str, yaml.Node] = {key.value: value for key, value in root.value} if root is not None else {}
    entries = tuple(_entries(nodes["nav"], 0)) if "nav" in nodes else ()
    addresses = tuple(_settings(nodes["site_url"])) if "site_url" in nodes else ()
    return Navigation(entries, _danish_titles(config), addresses)


def _settings(node: yaml.Node) -> Iterator[str]:
    """Yield the values that a setting may have: written plainly, or as `!ENV [NAME, value]`."""
    if isinstance(node, yaml.ScalarNode):
        yield str(node.value)
    elif isinstance(node, yaml.SequenceNode):
        *names, default = [str(part.value) for part in node.value]
        yield from (os.environ[name] for name in names if os.environ.get(name))
        yield default


def _entries(node: yaml.Node, depth: int) -> Iterator[NavEntry]:
    """Walk a list of `title: page.md`, `title: [...]` and bare `page.md`."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        line = item.start_mark.line + 1
        if isinstance(item, yaml.ScalarNode):
            yield NavEntry("", _key(str(item.value)), line, depth)
        elif isinstance(item, yaml.MappingNode):
            for title, value in item.value:
                page = _key(str(value.value)) if isinstance(value, yaml.ScalarNode) else None
                yield NavEntry(str(title.value), page, line, depth)
                yield from _entries(value, depth + 1)


def _key(path: str) -> str:
    return path.removesuffix(".md")


def _danish_titles(config: Mapping[str, Any]) -> Mapping[str, str]:
    for plugin in config.get("plugins") or ():
        if isinstance(plugin, dict) and "i18n" in plugin:
            for language in plugin["i18n"].get("languages", ()):
                if language.get("locale") == "da":
                    return dict(language.get("nav_translations") or {})
    return {}
