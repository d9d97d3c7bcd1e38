"""A page of a small site as Markdown makes it, with our marks: what the tests of this folder look at."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.markup.extension import KnowledgeExtension
from knowledge.markup.place import Place
from knowledge.twins.state import TranslationState
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from tests.small_site import REPOSITORY, SmallSite

TODAY = date(2026, 11, 22)


def with_templates(site: SmallSite) -> SmallSite:
    """Give a small site the real templates."""
    shutil.copytree(REPOSITORY / "overrides" / "blocks", Path(site.root) / "overrides" / "blocks")
    return site


def drawn(
    library: Library,
    language: Language,
    key: str,
    states: Mapping[str, TranslationState] | None = None,
    today: date = TODAY,
    *,
    contact: str = "",
) -> LexborHTMLParser:
    """Return a page as HTML."""
    page = library.page(language, key)
    assert page is not None
    ours = KnowledgeExtension(Place(library, language, key, states or {}, today, contact))
    markdown = Markdown(extensions=["attr_list", "tables", "toc", "pymdownx.superfences", ours])
    return LexborHTMLParser(markdown.convert(page.body))


def words(page: LexborHTMLParser, selector: str) -> list[str]:
    """Return the words of each element, with single spaces."""
    return [" ".join(node.text().split()) for node in page.css(selector)]
