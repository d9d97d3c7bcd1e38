"""A page's text as HTML without MkDocs: the extensions that mkdocs.yml names, and our own marks.

`as_built` gives what the build gives. `unpainted` gives an editor's own words alone: blocks are plain frames, nothing is drawn
from the library and no template is used, so that whatever stands in the HTML stands there because an editor wrote it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as etree

import yaml
from markdown import Extension, Markdown
from pymdownx.blocks import BlocksProcessor

from knowledge.content.blocks import BLOCKS
from knowledge.content.page import Page
from knowledge.content.positions import PlainLoader
from knowledge.markup.extension import CitationPattern, KnowledgeExtension
from knowledge.markup.place import Place
from knowledge.markup.structures import Blocks, OurBlock

Settings = Mapping[str, Mapping[str, Any]]
CONFIG = "mkdocs.yml"


class _ConfigLoader(PlainLoader):
    """Reads mkdocs.yml, whose settings from the environment and names of Python mean nothing here."""


_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def markdown_extensions(root: Path) -> dict[str, dict[str, Any]]:
    """Return the Markdown extensions of mkdocs.yml with their settings; none where the file cannot be read."""
    try:
        config = yaml.load((root / CONFIG).read_text(encoding="utf-8"), _ConfigLoader)  # noqa: S506 (a SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
    entries = config.get("markdown_extensions") if isinstance(config, dict) else None
    return {
        name: settings or {}
        for entry in entries or ()
        for name, settings in (entry.items() if isinstance(entry, dict) else [(entry, {})])
    }


@dataclass(frozen=True)
class Rendering:
    """A page's text as HTML, and the entries of its table of contents as Markdown gives them."""

    html: str
    contents: tuple[dict[str, Any], ...]


def as_built(place: Place, page: Page, settings: Settings) -> Rendering:
    """Return a page's text as the build gives it.

    Args:
        place: The page that is being made.
        page: The same page, read.
        settings: The extensions beside ours, with their settings.
    """
    return _render(page.body, settings, KnowledgeExtension(place))


def unpainted(body: str, settings: Settings) -> str:
    """Return the HTML of what an editor wrote, without anything that our templates would add."""
    # Attributes in braces are always read: nothing may hide behind an extension that is left out of mkdocs.yml.
    return _render(body, {"attr_list": {}, **settings}, _OwnWords()).html


def _render(body: str, settings: Settings, ours: Extension) -> Rendering:
    markdown = Markdown(extensions=[*settings, ours], extension_configs={name: dict(of) for name, of in settings.items()})
    html = markdown.convert(body)
    return Rendering(html, tuple(getattr(markdown, "toc_tokens", ())))


class _OwnWords(Extension):
    """Our marks without what they draw."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.inlinePatterns.register(CitationPattern(md), "citation", 176)
        _PlainBlocks().extendMarkdown(md)


class _PlainBlocks(Blocks):
    """Every block as a plain frame."""

    def __init__(self) -> None:
        super(Blocks, self).__init__()

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        for name in BLOCKS:
            block_mgr.register(type(f"Plain{name.title()}", (_PlainBlock,), {"NAME": name}), {})


class _PlainBlock(OurBlock):
    """A frame that holds an editor's title, options and text, each of which is Markdown."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        frame = etree.SubElement(parent, "div")
        written = self.options["written"]
        for words in (self.title, *(written.values.values() if written else ())):
            etree.SubElement(frame, "p").text = words
        return frame
