"""The blocks that an editor may write (`/// name | argument`), and which arguments each takes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from knowledge.content.library import Library
from knowledge.content.page import Page

# Boxes around an editor's own text; what each means is said in contribute/edit.
NOTES: tuple[str, ...] = ("note", "gap", "conflict", "caution", "now")


@dataclass(frozen=True)
class BlockForm:
    """How a block is written.

    Attributes:
        argument: 'title' (any text), 'none', or 'choice' (one of `choices`).
        drawn: The build fills the block; text that an editor writes in it would be lost.
        choices: The arguments that name something.
        anchors: The ids that the drawn block brings to the page, given its argument.
    """

    argument: str
    drawn: bool
    choices: Callable[[Library], Collection[str]] = lambda library: ()
    anchors: Callable[[Library, str], Collection[str]] = lambda library, argument: ()


def contact_groups(library: Library) -> Collection[str]:
    return sorted({contact.group for contact in library.contacts.values()})


def timeline_anchors(library: Library, argument: str) -> Collection[str]:
    years = {f"y{event.year}" for event in library.events.values() if event.year}
    return {*library.events, *years, "undated"}


def contact_anchors(library: Library, argument: str) -> Collection[str]:
    return {f"contact-{contact.id}" for contact in library.contacts.values() if contact.group == argument}


BLOCKS: Mapping[str, BlockForm] = {
    **{name: BlockForm("title", drawn=False) for name in NOTES},
    "band": BlockForm("none", drawn=False),
    "doors": BlockForm("none", drawn=False),
    "finances": BlockForm("choice", drawn=True, choices=lambda library: library.budgets.keys()),
    "timeline": BlockForm("none", drawn=True, anchors=timeline_anchors),
    "glossary": BlockForm("none", drawn=True, anchors=lambda library, argument: library.glossary.keys()),
    "sources-register": BlockForm(
        "none", drawn=True, anchors=lambda library, argument: {f"source-{name}" for name in library.sources}
    ),
    "contact-points": BlockForm("choice", drawn=True, choices=contact_groups, anchors=contact_anchors),
}


def anchors(library: Library, page: Page) -> frozenset[str]:
    """Return every id that a link may point to on a page: the editor's own, the drawn blocks', and the source list's."""
    drawn = {
        anchor
        for block in page.document.blocks
        if block.name in BLOCKS
        for anchor in BLOCKS[block.name].anchors(library, block.argument)
    }
    cited = {mark.name for mark in page.document.citations} | set(page.front.sources if page.front else ())
    sources = {"sources", *(f"source-{name}" for name in cited)} if cited else set()
    return page.anchors | drawn | sources
