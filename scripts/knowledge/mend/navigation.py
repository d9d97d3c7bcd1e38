"""The navigation in mkdocs.yml, changed in its text so that every comment stays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from posixpath import commonpath, dirname

import yaml

from knowledge.content.navigation import read_navigation
from knowledge.content.positions import YamlError
from knowledge.mend.words import replaced
from knowledge.mend.yaml_values import compose, quoted, scalars


class CannotEdit(Exception):
    """The navigation is not written in a way that can be changed for certain; the words say what to do by hand."""


@dataclass(frozen=True)
class _Leaf:
    """A page in the navigation: its key, its title where it has one, the line it ends on and how far it is indented."""

    key: str
    title: str
    last_line: int
    indent: int


def with_page(text: str, key: str, english: str, danish: str) -> str:
    """Return mkdocs.yml with a page behind its neighbours, and its title in both languages.

    Raises:
        CannotEdit: The page cannot be put in its place.
    """
    by_hand = f"Add “{english}: {key}.md” under nav and “{english}: {danish}” under nav_translations in mkdocs.yml yourself."
    root = compose(text)
    titles = _titles(root)
    if titles is None or not titles.value or titles.flow_style:
        raise CannotEdit(f"The Danish titles in mkdocs.yml are not written line by line. {by_hand}")
    known = {str(name.value): str(value.value) for name, value in titles.value}
    if known.get(english, danish) != danish:
        raise CannotEdit(f"The title “{english}” is already another page's (“{known[english]}”). Choose another.")
    leaf = _neighbour(list(_leaves(_child(root, "nav"))), key)
    if leaf is None:
        raise CannotEdit(f"The navigation in mkdocs.yml is not written line by line. {by_hand}")
    added = {leaf.last_line: f"{' ' * leaf.indent}- {quoted(english, within='{}: x')}: {key}.md"}
    if english not in known:
        entry = f"{quoted(english, within='{}: x')}: {quoted(danish, within='x: {}')}"
        indent = titles.value[0][0].start_mark.column
        added[_translation_before(titles, leaf.title).end_mark.line] = " " * indent + entry
    lines = text.split("\n")
    for place in sorted(added, reverse=True):
        lines.insert(place + 1, added[place])
    changed = "\n".join(lines)
    if not _has(changed, key, english, danish):
        raise CannotEdit(f"mkdocs.yml cannot be changed for certain. {by_hand}")
    return changed


def with_moved_page(text: str, old: str, new: str) -> str:
    """Return mkdocs.yml with a page's new path at its old place.

    Raises:
        CannotEdit: Reading the new text does not give the moved page.
    """
    places = [
        (scalar.start, scalar.end, text[scalar.start : scalar.end].replace(f"{old}.md", f"{new}.md"))
        for scalar in scalars(text)
        if scalar.path[:1] == ("nav",) and scalar.value == f"{old}.md"
    ]
    changed = replaced(text, places)
    before, after = read_navigation(text), read_navigation(changed)
    moved = [new if entry.page == old else entry.page for entry in before.entries]
    if [entry.page for entry in after.entries] != moved:
        raise CannotEdit(f"mkdocs.yml cannot be changed for certain. Change {old}.md to {new}.md in it yourself.")
    return changed


def _has(text: str, key: str, english: str, danish: str) -> bool:
    try:
        navigation = read_navigation(text)
    except YamlError:
        return False
    named = any(entry.page == key and entry.title == english for entry in navigation.entries)
    return named and (navigation.danish or {}).get(english) == danish


def _child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _titles(root: yaml.Node | None) -> yaml.MappingNode | None:
    """Return where the Danish titles stand: plugins, i18n, languages, the Danish one, nav_translations."""
    for plugin in _items(_child(root, "plugins")):
        for language in _items(_child(_child(plugin, "i18n"), "languages")):
            locale = _child(language, "locale")
            titles = _child(language, "nav_translations")
            if locale is not None and locale.value == "da" and isinstance(titles, yaml.MappingNode):
                return titles
    return None


def _translation_before(titles: yaml.MappingNode, title: str) -> yaml.Node:
    """Return the Danish title behind which a new one stands: that of the neighbour in the menu, else the last."""
    near: list[yaml.Node] = [value for key, value in titles.value if key.value == title]
    return near[0] if near else titles.value[-1][1]


def _leaves(node: yaml.Node | None) -> Iterator[_Leaf]:
    """Yield the pages of a navigation that is written one a line."""
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        return
    for item in node.value:
        if isinstance(item, yaml.ScalarNode):
            yield _Leaf(item.value.removesuffix(".md"), "", item.end_mark.line, node.start_mark.column)
        elif isinstance(item, yaml.MappingNode) and not item.flow_style:
            for title, value in item.value:
                if isinstance(value, yaml.ScalarNode):
                    key = str(value.value).removesuffix(".md")
                    yield _Leaf(key, str(title.value), value.end_mark.line, node.start_mark.column)
                else:
                    yield from _leaves(value)


def _neighbour(leaves: list[_Leaf], key: str) -> _Leaf | None:
    """Return the last page that shares the most of the folders; a page of a new folder comes last in the outermost list."""
    folder = dirname(key)

    def shared(leaf: _Leaf) -> int:
        common = commonpath([f"/{folder}", f"/{dirname(leaf.key)}"])
        return len([part for part in common.split("/") if part])

    most = max(map(shared, leaves), default=0)
    if leaves and folder and not most:
        return replace(leaves[-1], indent=min(leaf.indent for leaf in leaves))
    near = [leaf for leaf in leaves if shared(leaf) == most]
    exact = [leaf for leaf in near if dirname(leaf.key) == folder]
    return next(reversed(exact or near), None)
