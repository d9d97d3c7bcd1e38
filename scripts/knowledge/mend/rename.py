"""A page that moves: both twins, every link to and from them, what data files and blocks name, the menu, and the redirect."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import yaml

from knowledge.content.blocks import BLOCKS
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import DATA, Library
from knowledge.content.page import Page, split_front_matter
from knowledge.content.redirects import FILE as REDIRECTS
from knowledge.mend.links import CannotRewrite, retargeted, rewritten, target_from
from knowledge.mend.navigation import with_moved_page
from knowledge.mend.words import replaced
from knowledge.mend.yaml_values import compose, read, scalars

CONFIG = "mkdocs.yml"
_NEW_REDIRECTS = """# yaml-language-server: $schema=schemas/redirects.json
# Where pages that have moved are now: paths without language and .md, one entry for both languages.
"""
# Fields of data files that name a page by its key.
_PAGE_FIELDS = frozenset({"page", "pages"})


class CannotRename(Exception):
    """The page cannot be moved; the words say why."""


@dataclass(frozen=True)
class Move:
    """From where to where a page goes.

    Attributes:
        moves: Each file that moves, with its new path.
        moved: Files that an editor has moved by hand already, by their new path, with the old one.
    """

    old: str
    new: str
    moves: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, str]:
        """Every old path with its new one, whoever moves the file."""
        return {**self.moves, **{old: new for new, old in self.moved.items()}}


def plan(library: Library, old: str, new: str) -> Move:
    """Return what moves.

    Raises:
        CannotRename: There is no such page, or another stands at the new place.
    """
    if old == new:
        raise CannotRename(f"{old} and {new} are the same page.")
    moves: dict[str, str] = {}
    moved: dict[str, str] = {}
    for language in LANGUAGES:
        here, there = f"docs/{language}/{old}.md", f"docs/{language}/{new}.md"
        if here in library.files and there in library.files:
            raise CannotRename(f"{there} is there already. Choose another name, or remove one of the two pages first.")
        if here in library.files:
            moves[here] = there
        elif there in library.files:
            moved[there] = here
    if not moves:
        raise CannotRename(f"There is no page {old}.")
    return Move(old, new, moves, moved)


def renamed(library: Library, move: Move, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the new text of each file that changes, by the path that the file has now.

    Args:
        library: The content before the move.
        move: What moves.
        texts: The text of every page, data file and of mkdocs.yml.

    Raises:
        CannotRename: The links of a page cannot be rewritten for certain.
        CannotEdit: The navigation cannot be changed for certain.
    """
    changed: dict[str, str] = {}
    for page in library.pages.values():
        changed[page.file] = _page(library, page, move, texts[page.file])
    for file, text in texts.items():
        if file.startswith(f"{DATA}/") and file != REDIRECTS:
            changed[file] = _with_values(text, _PAGE_FIELDS, move.old, move.new)
    changed[REDIRECTS] = redirected(texts.get(REDIRECTS, _NEW_REDIRECTS), move.old, move.new)
    if CONFIG in texts:
        changed[CONFIG] = with_moved_page(texts[CONFIG], move.old, move.new)
    return {file: text for file, text in changed.items() if text != texts.get(file)}


def _page(library: Library, page: Page, move: Move, text: str) -> str:
    _, body, _ = split_front_matter(text)
    try:
        changed = rewritten(_with_options(page, body, move), _rewrite(library, page.file, move))
    except CannotRewrite as problem:
        raise CannotRename(
            f"The links in {page.file} cannot be rewritten for certain; mend what the checks say of it."
        ) from problem
    return text[: len(text) - len(body)] + changed


def _rewrite(library: Library, file: str, move: Move) -> Callable[[str], str]:
    """Return what the target of a link in this file becomes."""
    places = move.places
    now = move.moves.get(file, file)

    def rewrite(target: str) -> str:
        leads_to = target_from(_base(library, file, target, move), target)
        if leads_to is None:
            return target
        to = places.get(leads_to, leads_to)
        return target if target_from(now, target) == to else retargeted(target, now, to)

    return rewrite


def _base(library: Library, file: str, target: str, move: Move) -> str:
    """Return the file that a link is written from: the old place of a page that was moved by hand, if the link was not."""
    before = move.moved.get(file)
    here = target_from(file, target)
    if before is None or here is None or here in library.files or here in move.places:
        return file
    there = target_from(before, target)
    return before if there is not None and (there in library.files or there in move.places) else file


def _with_options(page: Page, body: str, move: Move) -> str:
    """Return a page's text in which the options of blocks that name the page name its new path."""
    lines = body.split("\n")
    for block in page.document.blocks:
        for option in BLOCKS[block.name].options if block.name in BLOCKS else ():
            if option.kind == "page" and block.options.get(option.name) == move.old:
                line = block.option_lines[option.name] - page.first_line
                name, _, value = lines[line].partition(":")
                lines[line] = f"{name}:{value.replace(move.old, move.new, 1)}"
    return "\n".join(lines)


def _with_values(text: str, fields: frozenset[str], old: str, new: str) -> str:
    """Return a data file in which these fields name the new key, the section behind it kept."""
    places = [
        (scalar.start, scalar.end, text[scalar.start : scalar.end].replace(old, new, 1))
        for scalar in scalars(text)
        if scalar.value.partition("#")[0] == old and fields & {part for part in scalar.path[-2:] if isinstance(part, str)}
    ]
    return replaced(text, places)


def redirected(text: str, old: str, new: str) -> str:
    """Return redirects.yml with the way from the old page to the new; older ways are led on, and none leads away from a page.

    Raises:
        CannotRename: The file is not written as a list, one entry after the other.
    """
    text = _with_values(_without_entries(text, frozenset({old, new})), frozenset({"to"}), old, new)
    try:
        # A list without entries is written in brackets, which an entry takes the place of.
        listed = text.replace("[]", "") if read(text) == [] else text
        changed = f"{listed.rstrip()}\n- {{from: {old}, to: {new}}}\n".lstrip("\n")
        entries = read(changed)
    except (yaml.YAMLError, ValueError):
        entries = None
    if not isinstance(entries, list) or {"from": old, "to": new} not in entries:
        raise CannotRename(f"{REDIRECTS} cannot be changed for certain. Mend what the checks say of it first.")
    return changed


def _without_entries(text: str, keys: frozenset[str]) -> str:
    """Return redirects.yml without the entries that lead away from these pages."""
    root = compose(text)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return text
    lines = text.split("\n")
    for item in reversed([item for item in root.value if isinstance(item, yaml.MappingNode)]):
        if any(name.value == "from" and str(value.value) in keys for name, value in item.value):
            first, last = item.start_mark.line, max(value.end_mark.line for _, value in item.value)
            del lines[first : last + 1]
    return "\n".join(lines)
