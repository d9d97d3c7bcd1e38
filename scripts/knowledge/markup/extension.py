"""The Markdown extension of one page: citations, glossary terms and drawn blocks, all resting on the library."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString
from markupsafe import Markup
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from knowledge.content.blocks import BLOCKS, NOTES
from knowledge.markup.painting import paint
from knowledge.markup.place import Place
from knowledge.markup.views import VIEWS, definition_view, source_view

# A citation is first marked by name; its number is known only when the whole page stands in the order of reading.
_MARK = "data-source"

# Signs in our data that Markdown's last steps would still read as marks ({attributes}, [TOC], the place of the footnotes), and
# the form in which Markdown itself keeps such signs until it has finished.
_KEPT = str.maketrans({sign: f"{STX}{ord(sign)}{ETX}" for sign in "{[/"} | {"&": f"{AMP_SUBSTITUTE}amp;"})

# Signs that no HTML may hold; a text in "double quotes" gets one from a Windows path such as C:\vejledning.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class KnowledgeExtension(Extension):
    """Our marks, for one page. A new one is made for each page, so nothing leaks between pages or languages."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        md.inlinePatterns.register(CitationPattern(md), "citation", 176)
        # After inline marks are read (20), before the table of contents (5) and MkDocs' own links (0).
        md.treeprocessors.register(TermMarks(md, self.place), "terms", 16)
        md.treeprocessors.register(SourceList(md, self.place), "source-list", 15)
        # After attributes in braces have been given (8).
        md.treeprocessors.register(HeadingNames(md), "heading-names", 6)
        md.treeprocessors.register(ReadableAddresses(md, self.place), "addresses", 1)
        DrawnBlocks(self.place).extendMarkdown(md)


class CitationPattern(InlineProcessor):
    """`[@source-id]` becomes a raised number that links to the list at the page's end."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\s*\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override] # noqa: N802
        return citation_mark(name.strip()[1:] for name in m[1].split(";")), m.start(0), m.end(0)


def citation_mark(names: Iterable[str]) -> etree.Element:
    """Return the raised mark for sources, its numbers still to be given."""
    mark = etree.Element("sup", {"class": "citation"})
    for name in dict.fromkeys(names):
        etree.SubElement(mark, "a", {_MARK: name})
    return mark


class TermMarks(Treeprocessor):
    """`[words](term:id)` becomes a button that opens the definition, which stands once at the page's end."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: etree.Element) -> None:
        marks = [link for link in root.iter("a") if link.get("href", "").startswith("term:")]
        names = dict.fromkeys(name for link in marks if (name := self._become_button(link)))
        if names:
            html = paint(
                self.place.library.root,
                "definitions.html",
                self.place.library.interface,
                self.place.language,
                terms=[definition_view(self.place, name) for name in names],
            )
            root.append(as_element(html))

    def _become_button(self, link: etree.Element) -> str | None:
        """Turn the link into a button, or into plain words where there is no such term; return the term."""
        name = link.attrib.pop("href").removeprefix("term:")
        if name not in self.place.library.glossary:
            self.place.warn("there is no term '%s' in docs/data/glossary.yml", name)
            link.tag = "span"
            return None
        link.tag = "button"
        link.attrib.update({"type": "button", "class": "term", "popovertarget": f"definition-{name}"})
        return name


class SourceList(Treeprocessor):
    """Numbers the citations in the order of reading and appends the list of sources to the page's end."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: etree.Element) -> None:
        library, language = self.place.library, self.place.language
        page = library.page(language, self.place.key)
        backlinks = self._number(root)
        for name in page.front.sources if page and page.front else ():
            if name in library.sources:
                backlinks.setdefault(name, [])
        has_register = page is not None and any(block.name == "sources-register" for block in page.document.blocks)
        if has_register or not backlinks:
            return
        sources = [
            source_view(library, library.sources[name], language) | {"backlinks": links} for name, links in backlinks.items()
        ]
        for element in as_element(paint(library.root, "source-list.html", library.interface, language, sources=sources)):
            root.append(element)

    def _number(self, root: etree.Element) -> dict[str, list[str]]:
        """Give each citation its number; return the ids of the citations of each source, in the order of the list."""
        backlinks: dict[str, list[str]] = {}
        for link in root.iter("a"):
            name = link.attrib.pop(_MARK, None)
            if name is None:
                continue
            source = self.place.library.sources.get(name)
            if source is None:
                self.place.warn("there is no source '%s' in docs/data/sources.yml", name)
                # Without an address it is no link, and MkDocs asks every link for one.
                link.tag, link.text = "span", AtomicString("[?]")
                continue
            places = backlinks.setdefault(name, [])
            places.append(f"citation-{name}-{len(places) + 1}")
            number = list(backlinks).index(name) + 1
            link.set("href", f"#source-{name}")
            link.set("id", places[-1])
            label = self.place.say("citation", number=number, title=source.title)
            link.set("aria-label", label.replace("&", _KEPT[ord("&")]))
            link.text = AtomicString(f"[{number}]")
        return backlinks


class HeadingNames(Treeprocessor):
    """Keeps the numbers of citations out of the page's table of contents."""

    def run(self, root: etree.Element) -> None:
        for heading in root.iter():
            if heading.tag in {"h2", "h3"} and heading.find(".//sup[@class='citation']") is not None:
                heading.set("data-toc-label", "".join(words_besides_citations(heading)).strip())


def words_besides_citations(element: etree.Element) -> Iterator[str]:
    """Yield the words of an element without the marks of its sources."""
    yield element.text or ""
    for part in element:
        if part.get("class") != "citation":
            yield from words_besides_citations(part)
        yield part.tail or ""


class ReadableAddresses(Treeprocessor):
    """Turns a link or picture whose address cannot be read into plain words; MkDocs would stop with a traceback."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: etree.Element) -> None:
        for tag, name in (("a", "href"), ("img", "src")):
            for element in list(root.iter(tag)):
                address = element.attrib.get(name)
                if not is_readable(address):
                    self.place.warn("the address '%s' cannot be read", address or "")
                    element.tag = "span"
                    del element.attrib[name]


def is_readable(address: str | None) -> bool:
    """Return whether an address has the form of one."""
    try:
        return address is not None and bool(urlsplit(address))
    except ValueError:
        return False


class DrawnBlocks(BlocksExtension):
    """Blocks that the build fills, and the frames around an editor's own text."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        for name, form in BLOCKS.items():
            base = DrawnBlock if form.drawn else NoteBlock if name in NOTES else FrameBlock
            argument = {"choice": True, "title": None, "none": False}[form.argument]
            kind = type(f"{name.title()}Block", (base,), {"NAME": name, "ARGUMENT": argument})
            block_mgr.register(kind, {"place": self.place})


class FrameBlock(Block):
    """A plain frame with the block's name as its class."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": self.NAME})


class NoteBlock(Block):
    """A box with a word for its kind, an optional title, and the editor's text."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        place: Place = self.config["place"]
        kind = place.say(f"note.{self.NAME}")
        box = etree.SubElement(parent, "div", {"class": f"notice notice--{self.NAME}", "role": "note", "aria-label": kind})
        # No paragraph yet: a first line that begins with a colon would take it for the term that it defines.
        heading = etree.SubElement(box, "div", {"class": "notice__title"})
        label = etree.SubElement(heading, "span", {"class": "notice__kind"})
        label.text = AtomicString(kind)
        if self.argument and self.argument.strip().casefold() != kind.casefold():
            label.tail = " " + self.argument
        return box

    def on_end(self, block: etree.Element) -> None:
        block[0].tag = "p"


class DrawnBlock(Block):
    """A block that the build fills from the library."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        place: Place = self.config["place"]
        argument = (self.argument or "").strip()
        choices = BLOCKS[self.NAME].choices(place.library)
        if BLOCKS[self.NAME].argument == "choice" and argument not in choices:
            place.warn("'/// %s | %s' names nothing that exists", self.NAME, argument)
            return etree.SubElement(parent, "div")
        values = VIEWS[self.NAME](place, argument)
        library = place.library
        element = as_element(paint(library.root, f"{self.NAME}.html", library.interface, place.language, cite=cite, **values))
        parent.append(element)
        return element

    def on_markdown(self) -> str:
        return "raw"


def cite(names: Iterable[str]) -> Markup:
    """Return the mark for sources that a template puts into its text."""
    return Markup(etree.tostring(citation_mark(names), encoding="unicode"))  # noqa: S704 (made of checked ids)


def as_element(html: str) -> etree.Element:
    """Return painted HTML as an element whose words Markdown leaves alone."""
    element = etree.fromstring(_FORBIDDEN.sub("", html))  # noqa: S314 (painted by our own templates)
    for part in element.iter():
        part.text = AtomicString(part.text.translate(_KEPT)) if part.text else part.text
        part.tail = AtomicString(part.tail.translate(_KEPT)) if part.tail else part.tail
        for name, value in part.items():
            part.set(name, value.replace("&", _KEPT[ord("&")]))
    return element
