"""The blocks that an editor may write (`/// name | argument`), and which arguments each takes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from knowledge.content.library import Library

# Boxes around an editor's own text; what each means is said in contribute/edit.
NOTES: tuple[str, ...] = ("note", "gap", "conflict", "caution", "now")


@dataclass(frozen=True)
class BlockForm:
    """How a block is written.

    Attributes:
        argument: 'title' (any text), 'none', or 'choice' (one of `choices`).
        drawn: The build fills the block; text that an editor writes in it would be lost.
    """

    argument: str
    drawn: bool
    choices: Callable[[Library], Collection[str]] = lambda library: ()


def contact_groups(library: Library) -> Collection[str]:
    return sorted({contact.group for contact in library.contacts.values()})


BLOCKS: Mapping[str, BlockForm] = {
    **{name: BlockForm("title", drawn=False) for name in NOTES},
    "band": BlockForm("none", drawn=False),
    "doors": BlockForm("none", drawn=False),
    "finances": BlockForm("choice", drawn=True, choices=lambda library: library.budgets.keys()),
    "timeline": BlockForm("none", drawn=True),
    "glossary": BlockForm("none", drawn=True),
    "sources-register": BlockForm("none", drawn=True),
    "contact-points": BlockForm("choice", drawn=True, choices=contact_groups),
}
