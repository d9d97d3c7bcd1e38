"""The blocks on a page: frames around an editor's own text, structures with options, and blocks that the build fills.

Nothing that an editor writes wrongly stops a build or makes a block disappear: what is wrong is warned of and left out, the
text stays, and what protects the reader (the label of a case, the caveat of a cue) does not depend on any option.
"""

from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksMgrExtension, BlocksProcessor, BlocksTreeprocessor
from pymdownx.blocks.block import Block

from knowledge.content.blocks import BLOCKS, NOTES, STRUCTURES, words_of
from knowledge.content.option_lines import OptionLines, read_options
from knowledge.content.options import right_options
from knowledge.markup.elements import as_element, cite
from knowledge.markup.painting import paint
from knowledge.markup.place import Place
from knowledge.markup.steps import label_steps
from knowledge.markup.structure_views import STRUCTURE_VIEWS, title_of
from knowledge.markup.tick_boxes import without_tick_boxes
from knowledge.markup.views import VIEWS


class Blocks(BlocksExtension):
    """Registers every block that an editor may write."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def register_block_mgr(self, md: Markdown) -> BlocksProcessor:
        manager = _Manager()
        manager.extendMarkdown(md)
        return manager.extension

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        made: list[StructureBlock] = []
        for name in BLOCKS:
            kind = type(f"{name.title()}Block", (_base(name),), {"NAME": name})
            block_mgr.register(kind, {"place": self.place, "made": made})
        # Before inline marks are read (20), as parts of the text become cells of a table.
        md.treeprocessors.register(CompleteStructures(md, made), "structures", 25)


def _base(name: str) -> type[Block]:
    if BLOCKS[name].drawn:
        return DrawnBlock
    if name in STRUCTURES:
        return StructureBlock
    return NoteBlock if name in NOTES else FrameBlock


class _Manager(BlocksMgrExtension):
    """Puts our reading of options in the place of the package's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        self.extension = PlainOptions(md.parser, md)
        # The names and places of the package's own two parts, which these replace.
        md.parser.blockprocessors.register(self.extension, "blocks", 89.99)
        md.treeprocessors.register(BlocksTreeprocessor(md, self.extension), "blocks_on_inline_end", 19.99)


class PlainOptions(BlocksProcessor):
    """Reads options line by line; the package reads YAML, and shows a block as text when that or a value in it is wrong."""

    def split_header(self, block: str, length: int) -> tuple[dict[str, Any], str]:
        lines = block.split("\n")
        written = read_options(lines)
        return {"written": written}, "\n".join(lines[written.count :])


class OurBlock(Block):
    """What all blocks share: any argument and any options are taken, and told when they are wrong."""

    ARGUMENT = None
    OPTIONS = {"written": (None, None)}  # noqa: RUF012 (the form that the package asks for)

    @property
    def place(self) -> Place:
        place: Place = self.config["place"]
        return place

    @property
    def title(self) -> str:
        """The words after the stroke."""
        return (self.argument or "").strip()

    def right_options(self) -> dict[str, str]:
        """Return the options that can be used, and warn of all that cannot."""
        written: OptionLines = self.options["written"] or read_options(())
        forms = BLOCKS[self.NAME].options
        right = right_options(self.place.library, self.place.language, forms, written.values)
        needed = [form.name for form in forms if form.required]
        for name in dict.fromkeys((*needed, *written.values)):
            if name not in right:
                self.place.warn("'/// %s' has no right option '%s'", self.NAME, name)
        for _, words in written.strays:
            self.place.warn("'%s' is no option of '/// %s'", words, self.NAME)
        if BLOCKS[self.NAME].argument == "none" and self.title:
            self.place.warn("'/// %s' takes no words: '%s'", self.NAME, self.title)
        return right


class FrameBlock(OurBlock):
    """A plain frame with the block's name as its class."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        self.right_options()
        return etree.SubElement(parent, "div", {"class": self.NAME})


class NoteBlock(OurBlock):
    """A box with a word for its kind, an optional title, and the editor's text."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        self.right_options()
        kind = self.place.say(f"note.{self.NAME}")
        box = etree.SubElement(parent, "div", {"class": f"notice notice--{self.NAME}", "role": "note", "aria-label": kind})
        # No paragraph yet: a first line that begins with a colon would take it for the term that it defines.
        heading = etree.SubElement(box, "div", {"class": "notice__title"})
        label = etree.SubElement(heading, "span", {"class": "notice__kind"})
        label.text = AtomicString(kind)
        if self.title and self.title.casefold() != kind.casefold():
            label.tail = " " + self.title
        return box

    def on_end(self, block: etree.Element) -> None:
        block[0].tag = "p"


class StructureBlock(OurBlock):
    """A box painted by the template of its name, with the editor's words and text in the places that it marks.

    A template marks a place for words that are Markdown with `data-words` (the title, or an option), and the one for the text
    with `data-slot`, directly in the box.
    """

    def on_create(self, parent: etree.Element) -> etree.Element:
        options = self.right_options()
        if BLOCKS[self.NAME].named and not self.title:
            self.place.warn("'/// %s' has no title", self.NAME)
        words = {**options, "title": title_of(self.place, self.NAME, self.title)}
        values = STRUCTURE_VIEWS[self.NAME](self.place, options)
        library = self.place.library
        template = values.pop("template", f"{self.NAME}.html")
        html = paint(
            library.root, template, library.interface, self.place.language, cite=cite, options=options, words=words, **values
        )
        self.box = as_element(html)
        for element in list(self.box.iter()):
            name = element.attrib.pop("data-words", None)
            if name is not None:
                element.text = words[name]
        self._open_slot()
        parent.append(self.box)
        self.config["made"].append(self)
        return self.box

    def _open_slot(self) -> None:
        """Find the place for the text and take away what follows it: Markdown looks for an unfinished block at the end."""
        parts = list(self.box)
        place = next(index for index, part in enumerate(parts) if part.attrib.pop("data-slot", None) is not None)
        self.slot = parts[place]
        self.after = parts[place + 1 :]
        for part in self.after:
            self.box.remove(part)

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.slot

    def complete(self) -> None:
        """Put what follows the text in its place, and give the text the form of the structure."""
        self.box.extend(self.after)
        if self.NAME == "steps":
            label_steps(self.place, self.box, self.slot)
        if self.NAME == "cue":
            without_tick_boxes(self.slot)
        if not len(self.slot) and not (self.slot.text or "").strip():
            self.box.remove(self.slot)


class CompleteStructures(Treeprocessor):
    """Completes every structure when the page is read, also one that is never closed."""

    def __init__(self, md: Markdown, made: list[StructureBlock]) -> None:
        super().__init__(md)
        self.made = made

    def run(self, root: etree.Element) -> None:
        # The last one first: an inner structure is complete before the outer one looks at it.
        while self.made:
            self.made.pop().complete()


class DrawnBlock(OurBlock):
    """A block that the build fills from the library."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        self.right_options()
        place, form = self.place, BLOCKS[self.NAME]
        library = place.library
        if form.argument in {"choice", "choices"}:
            known = form.choices(library)
            names = words_of(self.title) if form.argument == "choices" else (self.title,)
            for name in [name for name in names if name not in known] or ([] if names else [""]):
                place.warn("'/// %s | %s' names nothing that exists", self.NAME, name)
            if not any(name in known for name in names):
                return etree.SubElement(parent, "div")
        values = VIEWS[self.NAME](place, self.title)
        element = as_element(paint(library.root, f"{self.NAME}.html", library.interface, place.language, cite=cite, **values))
        parent.append(element)
        return element

    def on_markdown(self) -> str:
        return "raw"
