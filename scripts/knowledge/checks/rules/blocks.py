"""Blocks with their titles and options, and the marks that the site would print as text."""

from collections.abc import Iterator, Mapping

from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import nearest, suggestion
from knowledge.content.blocks import BLOCKS, BlockForm, words_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.markdown import Block
from knowledge.content.options import OptionForm, OptionKind, is_right
from knowledge.content.page import Page


def broken(library: Library) -> Iterator[Finding]:
    """A mark is closed, opened, and one that is used here."""
    for page in library.pages.values():
        for trouble in page.document.troubles:
            yield finding(trouble.kind, page.file, trouble.line, words=trouble.words)


def _blocks(library: Library) -> Iterator[tuple[Page, Block, BlockForm]]:
    """Yield every block that exists, with its page and its form."""
    for page in library.pages.values():
        for block in page.document.blocks:
            if block.name in BLOCKS:
                yield page, block, BLOCKS[block.name]


def unknown(library: Library) -> Iterator[Finding]:
    """A block exists."""
    for page in library.pages.values():
        for block in page.document.blocks:
            if block.name not in BLOCKS:
                near = suggestion(block.name, BLOCKS)
                yield finding("block-unknown", page.file, block.line, name=block.name, known=", ".join(BLOCKS), **near)


def arguments(library: Library) -> Iterator[Finding]:
    """What stands after the stroke names something, is there where it is needed, and is not there where it would be lost."""
    for page, block, form in _blocks(library):
        words = {"name": block.name, "argument": block.argument}
        if form.argument == "choice" and block.argument not in form.choices(library):
            yield finding("block-argument", page.file, block.line, **words, known=", ".join(form.choices(library)))
        elif form.argument == "choices":
            yield from _choices(library, page, block, form)
        elif form.argument == "none" and block.argument:
            yield finding("block-words-lost", page.file, block.line, **words)
        elif form.named and not block.argument:
            yield finding("block-title-missing", page.file, block.line, name=block.name)


def _choices(library: Library, page: Page, block: Block, form: BlockForm) -> Iterator[Finding]:
    known = form.choices(library)
    names = words_of(block.argument)
    if not names:
        yield finding("block-argument", page.file, block.line, name=block.name, argument="", known=", ".join(known))
    for name in names:
        if name not in known:
            near = suggestion(name, known)
            yield finding("contact-unknown", page.file, block.line, name=name, known=", ".join(known), **near)


def options(library: Library) -> Iterator[Finding]:
    """Each option exists and has a value that it can have, and those that a block needs are there."""
    for page, block, form in _blocks(library):
        for stray in block.strays:
            known = _known(form)
            yield finding("block-option-form", page.file, stray.line, words=stray.name, name=block.name, known=known)
        yield from _unknown_options(page, block, form)
        misplaced = dict(_misplaced(page, block, form))
        for name, line in misplaced.items():
            yield finding("block-option-place", page.file, line, option=name, name=block.name)
        if not block.strays:
            yield from _missing_options(page, block, form, misplaced)
        for option in form.options:
            value = block.options.get(option.name, "")
            if value and not is_right(library, page.language, option, value):
                yield _wrong(library, page, block, option)


def _known(form: BlockForm) -> str:
    return ", ".join(option.name for option in form.options) or "–"


def _unknown_options(page: Page, block: Block, form: BlockForm) -> Iterator[Finding]:
    declared = [option.name for option in form.options]
    for name in block.options:
        if name not in declared:
            words = {"option": name, "name": block.name, "known": _known(form)}
            yield finding("block-option-unknown", page.file, block.option_lines[name], **words, **suggestion(name, declared))


def _missing_options(page: Page, block: Block, form: BlockForm, misplaced: Mapping[str, int]) -> Iterator[Finding]:
    """An option that is there under a misspelt name, or on a wrong line, is told once."""
    declared = [option.name for option in form.options]
    meant = {nearest(name, declared) for name in block.options if name not in declared}
    for option in form.options:
        empty = option.name in block.options and not block.options[option.name]
        absent = option.required and option.name not in block.options and option.name not in {*misplaced, *meant}
        if empty or absent:
            line = block.option_lines.get(option.name, block.line)
            example = f"{option.name}: {option.choices[0] if option.choices else _EXAMPLES[option.kind]}"
            yield finding("block-option-missing", page.file, line, option=option.name, name=block.name, example=example)


# How far below a block's opening an option is looked for that is not in its place.
_NEAR = 3


def _misplaced(page: Page, block: Block, form: BlockForm) -> Iterator[tuple[str, int]]:
    """Yield the options that stand where they are read as text: after the stroke, not indented, or below an empty line."""
    wanted = {option.name for option in form.options if option.name not in block.options}
    if not wanted:
        return
    lines = page.body.split("\n")
    below = range(block.text_line, min(block.text_line + _NEAR, block.closing_line or block.text_line))
    places = [(block.line, block.argument), *((line, lines[line - page.first_line]) for line in below)]
    for line, words in places:
        name, colon, _ = words.strip().partition(":")
        if colon and name.strip() in wanted:
            yield name.strip(), line


_EXAMPLES: Mapping[OptionKind, str] = {
    "choice": "…",
    "date": "2026-11-22",
    "source": "fact-sheet-2011",
    "page": "handbook/words",
    "text": "…",
}


def _wrong(library: Library, page: Page, block: Block, option: OptionForm) -> Finding:
    """Return what is to be said of a value that the option cannot have."""
    value, line = block.options[option.name], block.option_lines[option.name]
    if option.kind == "source":
        return finding("source-unknown", page.file, line, name=value, **suggestion(value, library.sources))
    words = {"option": option.name, "value": value}
    if option.kind == "date":
        return finding("block-option-date", page.file, line, **words)
    if option.kind == "page":
        near = suggestion(value, (other.key for other in library.in_language(page.language)))
        return finding("block-option-page", page.file, line, **words, **near)
    known = ", ".join(option.choices)
    return finding("block-option-value", page.file, line, **words, known=known, **suggestion(value, option.choices))


RULES: tuple[Rule, ...] = (
    broken,
    unknown,
    arguments,
    options,
)
