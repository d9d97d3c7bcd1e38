"""Blocks, and the marks that the site would print as text."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content.blocks import BLOCKS
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library


def broken(library: Library) -> Iterator[Finding]:
    """A mark is closed, opened, and one that is used here."""
    for page in library.pages.values():
        for trouble in page.document.troubles:
            yield finding(trouble.kind, page.file, trouble.line, words=trouble.words)


def unknown(library: Library) -> Iterator[Finding]:
    """A block exists, and its argument names something."""
    for page in library.pages.values():
        for block in page.document.blocks:
            form = BLOCKS.get(block.name)
            if form is None:
                yield finding("block-unknown", page.file, block.line, name=block.name, known=", ".join(BLOCKS))
            elif form.argument == "choice" and block.argument not in form.choices(library):
                known = ", ".join(form.choices(library))
                yield finding("block-argument", page.file, block.line, name=block.name, argument=block.argument, known=known)
            elif form.argument == "none" and block.argument:
                yield finding("block-no-argument", page.file, block.line, name=block.name, argument=block.argument)


RULES: tuple[Rule, ...] = (
    broken,
    unknown,
)
