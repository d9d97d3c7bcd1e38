"""The Markdown extension of one page: citations, glossary terms and drawn blocks, all resting on the library."""

import logging
import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from knowledge.content.blocks import BLOCKS, NOTES
from knowledge.markup.painting import paint
from knowledge.markup.views import VIEWS, Place, source_view

# Below the logger of MkDocs, so that `--strict` counts a warning from here.
log = logging.getLogger("mkdocs.knowledge")


@dataclass
class Notes:
    """What one page has cited and explained so far, in the order of the text."""

    cited: dict[str, int] = field(default_factory=dict)
    citations: dict[str, int] = field(default_factory=dict)
    terms: dict[str, None] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """Return the number of a source on this page; the first to be cited is 1."""
        return self.cited.setdefault(source, len(self.cited) + 1)

    def occurrence(self, source: str) -> int:
        """Return how often the source has been cited so far, this time included."""
        self.citations[source] = self.citations.get(source, 0) + 1
        return self.citations[source]


class KnowledgeExtension(Extension):
    """Our marks, for one page. A new one is made for each page, so nothing leaks between pages or languages."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.notes = Notes()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.inlinePatterns.register(CitationPattern(md, self.place, self.notes), "citation", 176)
        # After inline marks are read (20), before the table of contents (5) and MkDocs' own links (0).
        md.treeprocessors.register(TermMarks(md, self.place, self.notes), "terms", 16)
        md.treeprocessors.register(SourceList(md, self.place, self.notes), "source-list", 15)
        DrawnBlocks(self.place, self.notes).extendMarkdown(md)


class CitationPattern(InlineProcessor):
    """`[@source-id]` becomes a raised number that links to the list at the page's end."""

    def __init__(self, md: Markdown, place: Place, notes: Notes) -> None:
        super().__init__(r"[ \t\n]?\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]", md)
        self.place = place
        self.notes = notes

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override] # noqa: N802
        mark = etree.Element("sup", {"class": "citation"})
        for name in m[1].split(";"):
            mark.append(citation_link(self.place, self.notes, name.strip()[1:]))
        return mark, m.start(0), m.end(0)


def citation_link(place: Place, notes: Notes, name: str) -> etree.Element:
    """Return the raised number of a source, or a question mark (and a warning) where there is no such source."""
    source = place.library.sources.get(name)
    if source is None:
        log.warning("docs/%s/%s.md: there is no source '%s' in docs/data/sources.yml", place.language, place.key, name)
        unknown = etree.Element("span")
        unknown.text = AtomicString("[?]")
        return unknown
    number = notes.number(name)
    label = place.library.interface.say("citation", place.language, number=number, title=source.title)
    link = etree.Element(
        "a", {"href": f"#source-{name}", "id": f"citation-{name}-{notes.occurrence(name)}", "aria-label": label}
    )
    link.text = AtomicString(f"[{number}]")
    return link


class TermMarks(Treeprocessor):
    """`[words](term:id)` becomes a button that opens the definition, which stands once at the page's end."""

    def __init__(self, md: Markdown, place: Place, notes: Notes) -> None:
        super().__init__(md)
        self.place = place
        self.notes = notes

    def run(self, root: etree.Element) -> None:
        for link in list(root.iter("a")):
            target = link.get("href", "")
            if target.startswith("term:"):
                self._become_button(link, target.removeprefix("term:"))
        terms = [self.place.library.glossary[name] for name in self.notes.terms]
        if terms:
            html = paint(
                self.place.library.root,
                "definitions.html",
                self.place.library.interface,
                self.place.language,
                terms=[
                    {
                        "id": term.id,
                        "term": term.term.in_language(self.place.language),
                        "definition": term.definition.in_language(self.place.language),
                        "link": self.place.link("about/glossary", term.id),
                    }
                    for term in terms
                ],
            )
            root.append(as_element(html))

    def _become_button(self, link: etree.Element, name: str) -> None:
        link.attrib.pop("href")
        if name not in self.place.library.glossary:
            log.warning("docs/%s/%s.md: there is no term '%s' in docs/data/glossary.yml", self.place.language, self.place.key, name)
            link.tag = "span"
            return
        self.notes.terms[name] = None
        link.tag = "button"
        link.set("type", "button")
        link.set("class", "term")
        link.set("popovertarget", f"definition-{name}")


class SourceList(Treeprocessor):
    """The numbered list of the page's sources, appended to its end."""

    def __init__(self, md: Markdown, place: Place, notes: Notes) -> None:
        super().__init__(md)
        self.place = place
        self.notes = notes

    def run(self, root: etree.Element) -> None:
        library, language = self.place.library, self.place.language
        page = library.page(language, self.place.key)
        further = page.front.sources if page and page.front else ()
        for name in further:
            if name in library.sources:
                self.notes.number(name)
        if not self.notes.cited:
            return
        sources = [
            source_view(library, library.sources[name], language)
            | {"backlinks": [f"citation-{name}-{count}" for count in range(1, self.notes.citations.get(name, 0) + 1)]}
            for name in self.notes.cited
        ]
        for element in as_element(paint(library.root, "source-list.html", library.interface, language, sources=sources)):
            root.append(element)


class DrawnBlocks(BlocksExtension):
    """Blocks that the build fills, and the frames around an editor's own text."""

    def __init__(self, place: Place, notes: Notes) -> None:
        super().__init__()
        self.place = place
        self.notes = notes

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        for name, form in BLOCKS.items():
            base = DrawnBlock if form.drawn else NoteBlock if name in NOTES else FrameBlock
            argument = {"choice": True, "title": None, "none": False}[form.argument]
            kind = type(f"{name.title()}Block", (base,), {"NAME": name, "ARGUMENT": argument})
            block_mgr.register(kind, {"place": self.place, "notes": self.notes})


class FrameBlock(Block):
    """A plain frame with the block's name as its class."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": self.NAME})


class NoteBlock(Block):
    """A box with a word for its kind, an optional title, and the editor's text."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        place: Place = self.config["place"]
        kind = place.library.interface.say(f"note.{self.NAME}", place.language)
        box = etree.SubElement(parent, "div", {"class": f"notice notice--{self.NAME}", "role": "note", "aria-label": kind})
        heading = etree.SubElement(box, "p", {"class": "notice__title"})
        label = etree.SubElement(heading, "span", {"class": "notice__kind"})
        label.text = AtomicString(kind)
        if self.argument and self.argument.strip().casefold() != kind.casefold():
            label.tail = " " + self.argument
        return box


class DrawnBlock(Block):
    """A block that the build fills from the library."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        place: Place = self.config["place"]
        argument = (self.argument or "").strip()
        choices = BLOCKS[self.NAME].choices(place.library)
        if BLOCKS[self.NAME].argument == "choice" and argument not in choices:
            log.warning("docs/%s/%s.md: '/// %s | %s' names nothing that exists", place.language, place.key, self.NAME, argument)
            return etree.SubElement(parent, "div")
        values = VIEWS[self.NAME](place, argument)
        cite = Citer(place, self.config["notes"])
        html = paint(
            place.library.root,
            f"{self.NAME}.html",
            place.library.interface,
            place.language,
            cite=cite,
            **values,
        )
        element = as_element(html)
        cite.replace(element)
        parent.append(element)
        return element

    def on_markdown(self) -> str:
        return "raw"


class Citer:
    """Lets a template place citations: it leaves a mark that becomes the numbered link."""

    def __init__(self, place: Place, notes: Notes) -> None:
        self.place = place
        self.notes = notes

    def __call__(self, names: Any) -> Any:
        return Markup("".join(Markup('<cite-mark name="{}" />').format(name) for name in names))  # noqa: S704

    def replace(self, element: etree.Element) -> None:
        for parent in list(element.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "cite-mark":
                    raised = etree.Element("sup", {"class": "citation"})
                    raised.append(citation_link(self.place, self.notes, child.get("name", "")))
                    raised.tail = child.tail
                    parent[index] = raised


def as_element(html: str) -> etree.Element:
    """Return painted HTML as an element whose words Markdown leaves alone."""
    element = etree.fromstring(html)
    for part in element.iter():
        part.text = AtomicString(part.text) if part.text else part.text
        part.tail = AtomicString(part.tail) if part.tail else part.tail
    return element
