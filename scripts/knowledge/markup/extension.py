"""The Markdown extension of one page: citations, glossary terms and blocks, all resting on the library."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from knowledge.markup.elements import KEPT, MARK, as_element, citation_mark
from knowledge.markup.lag import LagNotices
from knowledge.markup.painting import paint
from knowledge.markup.place import Place
from knowledge.markup.structures import Blocks
from knowledge.markup.views import definition_view, source_view


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
        # After attributes in braces have been given (8), before MkDocs' own links (0).
        md.treeprocessors.register(LagNotices(md, self.place), "lag", 4)
        # After attributes in braces have been given (8).
        md.treeprocessors.register(HeadingNames(md), "heading-names", 6)
        md.treeprocessors.register(ReadableAddresses(md, self.place), "addresses", 1)
        # After MkDocs' own links (0), which knows only what editors write.
        md.treeprocessors.register(FileLinks(md, self.place), "file-links", -1)
        Blocks(self.place).extendMarkdown(md)


class CitationPattern(InlineProcessor):
    """`[@source-id]` becomes a raised number that links to the list at the page's end."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\s*\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override] # noqa: N802
        return citation_mark(name.strip()[1:] for name in m[1].split(";")), m.start(0), m.end(0)


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


# A programme's facts name the same source twenty times; as many arrows would hide the list.
_WAYS_BACK = 3


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
            source_view(library, library.sources[name], language) | {"backlinks": links[:_WAYS_BACK]}
            for name, links in backlinks.items()
        ]
        for element in as_element(paint(library.root, "source-list.html", library.interface, language, sources=sources)):
            root.append(element)

    def _number(self, root: etree.Element) -> dict[str, list[str]]:
        """Give each citation its number; return the ids of the citations of each source, in the order of the list."""
        backlinks: dict[str, list[str]] = {}
        for link in root.iter("a"):
            name = link.attrib.pop(MARK, None)
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
            link.set("aria-label", label.replace("&", KEPT[ord("&")]))
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


class FileLinks(Treeprocessor):
    """Makes a link of the words for a file that the build makes (`data-file`, below the site's root)."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: etree.Element) -> None:
        # MkDocs asks every link for an address that it knows, so it is a link only now.
        for link in root.iter("span"):
            file = link.attrib.pop("data-file", None)
            if file is not None:
                link.tag = "a"
                link.set("href", self.place.address(file))


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
