"""Markdown rendered as the build renders a page, and read back as a tree."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.markup.place import Place
from knowledge.markup.rendering import as_built, markdown_extensions
from knowledge.web.build import markdown_settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.small_site import SmallSite

REPOSITORY = Path(__file__).parent.parent.parent


def words(node: LexborNode) -> str:
    """Return the text of a node with single spaces; a space that does not break stays one."""
    return re.sub(r"[ \t\n]+", " ", node.text()).strip(" ")


def say(site: SmallSite, language: Language, *names: str, **blanks: object) -> list[str]:
    """Return texts of the chrome in a language."""
    return [site.library().interface.say(name, language, **blanks) for name in names]


@dataclass(frozen=True)
class Rendered:
    """A page's text as HTML, and the (id, words) of each entry of its table of contents."""

    html: str
    contents: tuple[tuple[str, str], ...]

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def text(self) -> str:
        assert self.tree.body is not None
        return words(self.tree.body)

    @property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector} in {self.html}"
        return found[0]

    def texts(self, selector: str) -> list[str]:
        return [words(node) for node in self.all(selector)]

    def values(self, selector: str, attribute: str) -> list[str]:
        return [node.attributes[attribute] or "" for node in self.all(selector)]


@cache
def mkdocs_extensions() -> dict[str, dict[str, Any]]:
    """Return the Markdown extensions of the real mkdocs.yml with their settings."""
    return markdown_extensions(REPOSITORY)


def render_page(library: Library, language: Language, key: str) -> Rendered:
    """Return a page of a library as the build renders its text."""
    page = library.page(language, key)
    assert page is not None
    settings = {**mkdocs_extensions(), **markdown_settings(library, language)}
    rendering = as_built(Place(library, language, key), page, settings)
    return Rendered(rendering.html, tuple(_entries(rendering.contents)))


def _entries(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        yield str(token["id"]), str(token["name"])
        yield from _entries(token["children"])


def render(site: SmallSite, text: str, language: Language = "en", key: str = "index", **front: Any) -> Rendered:
    """Write a text into a page of a small site in both languages, and return it as the build renders it in one."""
    site.pages(key, text, **front)
    return render_page(site.library(), language, key)
