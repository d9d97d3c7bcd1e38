"""How links are worded and addressed: words that say where they lead, whole and safe addresses, none to this site itself."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from knowledge.checks.rule import Rule
from knowledge.checks.rules.links import BARE_ADDRESS
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import Language, twin_language
from knowledge.content.library import Library
from knowledge.content.markdown import Link
from knowledge.content.page import Page

# Words that say nothing when a screen reader lists the links of a page (WCAG 2.4.4).
_EMPTY_WORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        {"here", "click", "link", "this link", "the link", "this", "this page", "page", "more", "read more", "see more"}
        | {"learn more", "find out more", "more information", "more here", "see here", "read here", "go", "go here", "website"}
    ),
    "da": frozenset(
        {"her", "klik", "link", "linket", "dette link", "det her link", "dette", "denne side", "siden", "mere", "læs mere"}
        | {
            "se mere",
            "find mere",
            "mere information",
            "mere her",
            "læs mere her",
            "se her",
            "læs her",
            "gå hertil",
            "hjemmeside",
        }
    ),
}
_CLICK = re.compile(r"^(?:click|press|tap) (?:here|on this)\b|^(?:klik|tryk) her\b", re.IGNORECASE)
_FORM = re.compile(r"[*_`\"“”„’.,:;!?»«()→>\s]+")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”|]+[^\s<>()\[\]\"“”|.,:;!?]", re.IGNORECASE)
_BARE = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
# What holds an address without showing it as text: a link, a tag, a definition.
_HOLDERS = re.compile(
    r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|<[a-zA-Z/][^<>\n]*=[^<>\n]*>|^ {0,3}\[[^\]\n]+\]:.*$"
)

_SCHEME = re.compile(r"^(?P<name>[a-z][a-z0-9+.-]+):", re.IGNORECASE)
_KNOWN_SCHEMES = frozenset({"http", "https", "mailto", "tel", "term", "file"})
# These are refused with everything else that could run in a page.
_REFUSED_SCHEMES = frozenset({"javascript", "data", "vbscript"})


def _worded(page: Page) -> Iterator[Link]:
    """Yield the links of a page whose words a reader sees; a definition's words are its name."""
    definitions = {(mark.name, mark.line) for mark in page.document.defined_references}
    for link in page.document.links:
        if not link.image and link.form == "markdown" and (link.text, link.line) not in definitions:
            yield link


def _words(link: Link) -> str:
    return " ".join(_FORM.sub(" ", _PICTURE.sub(r"\1", link.text)).split()).casefold()


def wording(library: Library) -> Iterator[Finding]:
    """A link's words say where it leads."""
    for page in library.pages.values():
        for link in _worded(page):
            words = _words(link)
            if not words:
                yield finding("link-text-empty", page.file, link.line, target=link.target)
            elif words in _EMPTY_WORDS[page.language] or _CLICK.match(words):
                yield finding("link-text", page.file, link.line, words=link.text, target=link.target)
            elif _BARE.match(link.text.strip()):
                yield finding("link-text-bare", page.file, link.line, words=link.text.strip()[:60])
        for number, line in enumerate(page.document.visible.split("\n"), page.first_line):
            if "://" in line or "www." in line:
                for match in _ADDRESS.finditer(_HOLDERS.sub("", line)):
                    yield finding("link-text-bare", page.file, number, words=match[0][:60])


def doubles(library: Library) -> Iterator[Finding]:
    """The same words lead to the same place on one page."""
    for page in library.pages.values():
        first: dict[str, Link] = {}
        for link in _worded(page):
            words = _words(link)
            other = first.setdefault(words, link)
            if words and _place(page, other) != _place(page, link):
                yield finding("link-text-double", page.file, link.line, words=link.text, first=other.line, target=other.target)


def _place(page: Page, link: Link) -> str:
    path, sharp, anchor = link.target.partition("#")
    if _SCHEME.match(link.target):
        return link.target
    return (normpath(join(dirname(page.file), path)) if path else page.file) + sharp + anchor


def insecure(library: Library) -> Iterator[Finding]:
    """An address is one that nobody can change on the way; some publications are to be had by http only, and are sources."""
    known = {source.url for source in library.sources.values()}
    for page in library.pages.values():
        for link in page.document.links:
            if link.target.lower().startswith("http://") and link.target not in known:
                yield finding("link-insecure", page.file, link.line, target=link.target, right=f"https://{link.target[7:]}")


def own_site(library: Library) -> Iterator[Finding]:
    """A page of this site is linked to by its file, so that the link is checked and follows every copy of the site."""
    hosts = {urlsplit(address).netloc for address in library.navigation.addresses} - {""}
    for page in library.pages.values():
        for link in page.document.links:
            if any(re.match(rf"(?:https?:)?//{re.escape(host)}(?:[/?#]|$)", link.target, re.IGNORECASE) for host in hosts):
                yield finding("link-own-site", page.file, link.line, target=link.target)


def language(library: Library) -> Iterator[Finding]:
    """A page links to pages of its own language; the language switch leads to the others."""
    for page in library.pages.values():
        other = f"docs/{twin_language(page.language)}/"
        for link in page.document.links:
            if not link.image and not _SCHEME.match(link.target) and _place(page, link).startswith(other):
                yield finding("link-language", page.file, link.line, target=link.target)


def addresses(library: Library) -> Iterator[Finding]:
    """An address on the web is complete."""
    for page in library.pages.values():
        for link in page.document.links:
            if _is_incomplete(link.target):
                yield finding("link-incomplete", page.file, link.line, target=link.target)


def _is_incomplete(target: str) -> bool:
    scheme = _SCHEME.match(target)
    if scheme is None:
        return BARE_ADDRESS.match(target) is not None
    name = scheme["name"].lower()
    if name in {"http", "https"}:
        return not re.match(r"https?://[^\s/?#]+\.[^\s/?#]", target, re.IGNORECASE)
    return name not in _KNOWN_SCHEMES | _REFUSED_SCHEMES


RULES: tuple[Rule, ...] = (
    wording,
    doubles,
    insecure,
    own_site,
    language,
    addresses,
)
