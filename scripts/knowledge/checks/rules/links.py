"""Links, images and references, in Markdown and in raw HTML."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.content.blocks import anchors
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library
from knowledge.content.markdown import Link
from knowledge.content.page import Page

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
# An address of the web that lacks its beginning.
BARE_ADDRESS = re.compile(r"^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:dk|com|org|net|eu|info|int)(?:/|$)", re.IGNORECASE)
# The title of a link in the quotation marks of a word processor, which makes it a part of the address; it is told as such.
_CURLY_TITLE = re.compile(r"\s[“”„‟‘’]")
# A path as Windows writes it, or one of a single machine.
_OF_A_MACHINE = re.compile(r"^[a-z]:[\\/]|^file:|\\", re.IGNORECASE)


def pages(library: Library) -> Iterator[Finding]:
    """A link within the site leads to a file that exists, and to a section that it has."""
    for page in library.pages.values():
        for link in page.document.links:
            if _OF_A_MACHINE.search(link.target):
                yield finding("link-windows", page.file, link.line, target=link.target)
            elif not link.image and not any(form.search(link.target) for form in (_ELSEWHERE, BARE_ADDRESS, _CURLY_TITLE)):
                yield from _page_link(library, page, link)


def _page_link(library: Library, page: Page, link: Link) -> Iterator[Finding]:
    path, anchor = _parts(link.target)
    if path.startswith("/"):
        yield finding("link-absolute", page.file, link.line, target=link.target)
        return
    if not link.target:
        yield finding("link-dead", page.file, link.line, target=link.target, **suggestion("", ()))
        return
    target = page.file if not path else normpath(join(dirname(page.file), path))
    if target not in library.files:
        if path and not path.endswith(".md") and _built_page(library, target):
            yield finding("link-built", page.file, link.line, target=link.target)
            return
        right = other_case(library, target)
        if right is not None:
            yield finding("link-case", page.file, link.line, target=link.target, right=right)
            return
        nearest = suggestion(target, (file for file in library.files if file.startswith(f"docs/{page.language}/")))
        yield finding("link-dead", page.file, link.line, target=link.target, **nearest)
        return
    other = _page_at(library, target)
    if anchor and other is not None and anchor not in anchors(library, other):
        nearest = suggestion(anchor, anchors(library, other))
        yield finding("link-anchor", page.file, link.line, target=link.target, **nearest)


def other_case(library: Library, target: str) -> str | None:
    """Return the file whose path is this one but for capital letters."""
    return next((file for file in library.files if file.casefold() == target.casefold()), None)


def _parts(target: str) -> tuple[str, str]:
    """Return the path and the anchor of a link, readable; a query is for the reader's browser."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target, ""
    return unquote(parts.path), unquote(parts.fragment)


def _page_at(library: Library, file: str) -> Page | None:
    """Return the page whose file this is."""
    for language in LANGUAGES:
        start = f"docs/{language}/"
        if file.startswith(start):
            return library.page(language, file.removeprefix(start).removesuffix(".md"))
    return None


def _built_page(library: Library, target: str) -> bool:
    """Whether a path is the address of a built page rather than its file."""
    return f"{target}.md" in library.files or f"{target}/index.md" in library.files


def images(library: Library) -> Iterator[Finding]:
    """A picture is ours, exists, and says what it shows."""
    for page in library.pages.values():
        for link in page.document.links:
            if not link.image:
                continue
            if _ELSEWHERE.match(link.target) and not _OF_A_MACHINE.search(link.target):
                yield finding("image-outside", page.file, link.line, target=link.target)
            elif not _OF_A_MACHINE.search(link.target):
                yield from _own_image(library, page, link)
            if not link.text.strip():
                yield finding("image-alt", page.file, link.line, target=link.target)


def _own_image(library: Library, page: Page, link: Link) -> Iterator[Finding]:
    target = normpath(join(dirname(page.file), _parts(link.target)[0]))
    if target in library.files:
        return
    right = other_case(library, target)
    if right is None:
        yield finding("image-missing", page.file, link.line, target=link.target)
    else:
        yield finding("link-case", page.file, link.line, target=link.target, right=right)


def references(library: Library) -> Iterator[Finding]:
    """A reference or a footnote that is used is defined on the same page."""
    for page in library.pages.values():
        document = page.document
        defined = {mark.name.casefold() for mark in document.defined_references}
        for mark in document.used_references:
            if mark.name.casefold() not in defined:
                yield finding("reference-undefined", page.file, mark.line, name=mark.name)
        notes = {mark.name for mark in document.defined_footnotes}
        for mark in document.used_footnotes:
            if mark.name not in notes:
                yield finding("footnote-undefined", page.file, mark.line, name=mark.name)


RULES: tuple[Rule, ...] = (
    pages,
    images,
    references,
)
