"""The blocks that an editor may write (`/// name | argument`), and which arguments each takes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.content.contact import Contact
from knowledge.content.finances import Budget
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.content.timeline import Event

# Boxes around an editor's own text; what each means is said in contribute/edit.
NOTES: tuple[str, ...] = ("note", "gap", "conflict", "caution", "now")


@dataclass(frozen=True)
class BlockForm:
    """How a block is written, and what a drawn one brings to its page.

    Attributes:
        argument: 'title' (any text), 'none', or 'choice' (one of `choices`).
        drawn: The build fills the block; text that an editor writes in it would be lost.
        choices: The arguments that name something.
        anchors: The ids that the drawn block brings, given its argument.
        sources: The sources that it rests on, given its argument.
    """

    argument: Literal["title", "none", "choice"]
    drawn: bool
    choices: Callable[[Library], Collection[str]] = lambda library: ()
    anchors: Callable[[Library, str], Collection[str]] = lambda library, argument: ()
    sources: Callable[[Library, str], Collection[str]] = lambda library, argument: ()


def contact_groups(library: Library) -> Collection[str]:
    """Return the groups that have a contact."""
    return sorted({contact.group for contact in library.contacts.values()})


def _contacts(library: Library, group: str) -> list[Contact]:
    return [contact for contact in library.contacts.values() if contact.group == group]


def _timeline_anchors(library: Library, argument: str) -> Collection[str]:
    years = {f"y{event.year}" for event in library.events.values() if event.year}
    return {*library.events, *years, "undated"}


def _sources(records: Iterable[Budget | Event | GlossaryTerm | Contact]) -> Collection[str]:
    return {name for record in records for name in record.sources}


BLOCKS: Mapping[str, BlockForm] = {
    **{name: BlockForm("title", drawn=False) for name in NOTES},
    "band": BlockForm("none", drawn=False),
    "doors": BlockForm("none", drawn=False),
    "finances": BlockForm(
        "choice",
        drawn=True,
        choices=lambda library: library.budgets.keys(),
        sources=lambda library, name: library.budgets[name].sources if name in library.budgets else (),
    ),
    "timeline": BlockForm(
        "none",
        drawn=True,
        anchors=_timeline_anchors,
        sources=lambda library, _: _sources(library.events.values()),
    ),
    "glossary": BlockForm(
        "none",
        drawn=True,
        anchors=lambda library, _: library.glossary.keys(),
        sources=lambda library, _: _sources(library.glossary.values()),
    ),
    # The register lists every source and rests on none of them.
    "sources-register": BlockForm(
        "none", drawn=True, anchors=lambda library, _: {f"source-{name}" for name in library.sources}
    ),
    "contact-points": BlockForm(
        "choice",
        drawn=True,
        choices=contact_groups,
        anchors=lambda library, group: {f"contact-{contact.id}" for contact in _contacts(library, group)},
        sources=lambda library, group: _sources(_contacts(library, group)),
    ),
}

# Drawn blocks whose records show their sources themselves; the others are cited in the page's numbered list.
_LISTS_ITS_OWN = frozenset({"glossary"})


def _drawn(page: Page) -> Iterator[tuple[str, BlockForm, str]]:
    for block in page.document.blocks:
        if block.name in BLOCKS and BLOCKS[block.name].drawn:
            yield block.name, BLOCKS[block.name], block.argument


def sources_of(library: Library, page: Page) -> frozenset[str]:
    """Return the sources that a page rests on: cited in its text, named in its front matter, or behind a drawn block."""
    drawn = {name for _, form, argument in _drawn(page) for name in form.sources(library, argument)}
    return frozenset({mark.name for mark in page.document.citations} | set(page.front.sources if page.front else ()) | drawn)


def anchors(library: Library, page: Page) -> frozenset[str]:
    """Return every id that a link may point to on a page: the editor's own, the drawn blocks', and the source list's."""
    drawn = {anchor for _, form, argument in _drawn(page) for anchor in form.anchors(library, argument)}
    own_lists = {
        name for block, form, argument in _drawn(page) if block in _LISTS_ITS_OWN for name in form.sources(library, argument)
    }
    cited = sources_of(library, page) - own_lists
    return page.anchors | drawn | ({"sources", *(f"source-{name}" for name in cited)} if cited else set())
