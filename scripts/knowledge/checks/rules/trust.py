"""Markup trust: the HTML of an editor's text holds only what is allowed.

Rendering every page would take longer than all other checks together. A page is therefore rendered only when its source holds a
sign without which Markdown makes nothing but harmless HTML: a tag, a brace, an entity, an unusual address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.checks import allowed_html as allowed
from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.page import Page

_SHOWN = 60
_SCHEMES = "(?:https?|mailto|tel|term):"
_SUSPECT = re.compile(
    r"<[a-zA-Z!?/]"  # a tag
    r"|&(?!(?:amp|nbsp|lt|gt|quot|ndash|mdash|shy);)#?\w+;"  # a sign written as an entity
    r"|\{(?!#[\w-]+\s*\})"  # attributes, but for a plain id
    rf"|[\]\[>][(:]\s*<?(?!{_SCHEMES})[^\s/#?()<>\[\]]*\s*[^\s/#?()<>\[\]]*:"  # a link to an unusual address
    r"|(?:script|data)\s*:"
    r"|!\[[^\]]*\](?:\(\s*<?\s*(?:[a-z][a-z0-9+.-]*:|//)|\[)",  # a picture from elsewhere, or by reference
    re.IGNORECASE,
)
_FRAME = ("html", "head", "body")
# The classes that the site's own forms have, which need no second look.
_BUTTON = re.compile(r"\{:?\s*(?:\.button(?:--main)?\s*)+\}")


def rendered(library: Library) -> Iterator[Finding]:
    """The HTML of each page's own text holds allowed tags, attributes, addresses and classes only."""
    suspects = [page for page in library.pages.values() if _is_suspect(page)]
    if not suspects:
        return
    # Markdown is loaded only where it is needed: most checks run without it.
    from knowledge.markup.rendering import markdown_extensions, unpainted  # noqa: PLC0415

    settings = markdown_extensions(library.root)
    for page in suspects:
        yield from _in_html(page, unpainted(page.body, settings))


def _is_suspect(page: Page) -> bool:
    return _SUSPECT.search(_BUTTON.sub("", page.body)) is not None


@dataclass
class _Where:
    """Tells on which line of a page's source the offending words stand; each place is told once."""

    page: Page

    def __post_init__(self) -> None:
        self._taken: set[tuple[str, int]] = set()
        # An example in code is not what did it, unless nothing else can be.
        self._texts = (self.page.document.visible, self.page.body)

    def line(self, *patterns: str) -> int:
        """Return the line of the first match that has not been told; without one, the last that has; without any, 1."""
        last = 1
        for pattern in patterns:
            for text in self._texts:
                for match in re.finditer(pattern, text, re.IGNORECASE):
                    last = self.page.first_line + text.count("\n", 0, match.start())
                    if (pattern, match.start()) not in self._taken:
                        self._taken.add((pattern, match.start()))
                        return last
                if last > 1:
                    return last
        return last


def _in_html(page: Page, html: str) -> Iterator[Finding]:
    where = _Where(page)
    known = {link.target for link in page.document.links if link.image}
    # A tag that is never finished would take the end of the page into its attributes: here it takes this paragraph.
    tree = LexborHTMLParser(f"{html}\n<p></p>")
    for node in tree.css("*"):
        tag = (node.tag or "").lower()
        if tag in _FRAME:
            continue
        if tag not in allowed.TAGS:
            yield finding("trust-tag", page.file, where.line(rf"<\s*{re.escape(tag)}\b"), words=f"<{tag}>")
            continue
        for name, value in node.attributes.items():
            yield from _attribute(where, node, name.lower(), value or "", known)
    for tag in _FRAME:
        # A browser takes these out of the text; what they carry is put on the page itself.
        if re.search(rf"<{tag}\b", html, re.IGNORECASE):
            yield finding("trust-tag", page.file, where.line(rf"<\s*{tag}\b"), words=f"<{tag}>")


def _attribute(where: _Where, node: LexborNode, name: str, value: str, known: set[str]) -> Iterator[Finding]:
    page, tag = where.page, (node.tag or "").lower()
    if not allowed.is_attribute(tag, name):
        line = where.line(rf"(?<![\w-]){re.escape(name)}\s*=", rf"(?<![\w-]){re.escape(name)}\b")
        yield finding("trust-attribute", page.file, line, name=name, words=f"<{tag}>")
    elif name == "class":
        for word in value.split():
            if not allowed.is_class(word, _in_code(node)):
                line = where.line(rf"(?:\.|class\s*=[^\n]*?)(?<![\w-]){re.escape(word)}(?![\w-])")
                yield finding("trust-class", page.file, line, name=word[:_SHOWN])
    elif name in {"id", "name"} and allowed.why_reserved(value):
        yield from _reserved(page, value, where.line(rf"(?<![\w-]){re.escape(value)}(?![\w-])"))
    elif name in allowed.ADDRESSES:
        yield from _address(where, name, value, known)


def _address(where: _Where, name: str, value: str, known: set[str]) -> Iterator[Finding]:
    page, scheme = where.page, allowed.scheme_of(value)
    if scheme in {"http", "https"} or (not scheme and allowed.is_elsewhere(value)):
        # What can be read as a picture from elsewhere has a finding of its own.
        if name == "src" and value not in known:
            yield finding("trust-outside", page.file, _line_of_address(where, value), target=value[:_SHOWN])
    elif scheme and (name == "src" or scheme not in allowed.LINK_SCHEMES):
        yield finding("trust-link", page.file, _line_of_address(where, value), target=value[:_SHOWN].replace("\n", " "))


def _line_of_address(where: _Where, value: str) -> int:
    """Return the line of an address, which may be written with entities or broken in two."""
    return where.line(re.escape(value), re.escape(value.split("\n", maxsplit=1)[0]), r"&#?\w+;", re.escape(value[-12:]))


def _in_code(node: LexborNode) -> bool:
    parent: LexborNode | None = node
    while parent is not None:
        if parent.tag in {"pre", "code"} or "highlight" in (parent.attributes.get("class") or "").split():
            return True
        parent = parent.parent
    return False


def names(library: Library) -> Iterator[Finding]:
    """No id of a text is one that the page around it has."""
    for page in library.pages.values():
        for mark in page.document.ids:
            yield from _reserved(page, mark.name, mark.line)


def _reserved(page: Page, name: str, line: int) -> Iterator[Finding]:
    reason = allowed.why_reserved(name)
    if reason is not None:
        yield finding("trust-name", page.file, line, name=name[:_SHOWN], reason_en=reason[0], reason_da=reason[1])


_FENCE = re.compile(r"^\s*(?:[>*+-]\s+)*(?P<fence>`{3,}|~{3,})\s*\{?\s*\.?(?P<name>[\w-]*)")


def diagrams(library: Library) -> Iterator[Finding]:
    """No page asks for a diagram that a program from another site would have to draw."""
    for page in library.pages.values():
        if "mermaid" not in page.body.lower():
            continue
        fence = ""
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            match = _FENCE.match(line)
            if fence:
                fence = "" if line.strip(" >\t") == fence else fence
            elif match:
                fence = match["fence"]
                if match["name"].lower() == "mermaid":
                    yield finding("trust-mermaid", page.file, number)


_TAG_IN_WORDS = re.compile(r"<[a-zA-Z/!?][^>\n]*>?|(?:javascript|vbscript):[^\s]*", re.IGNORECASE)


def titles(library: Library) -> Iterator[Finding]:
    """Titles and summaries are plain words: they are shown in places of which an editor does not think."""
    for page in library.pages.values():
        if page.front is None:
            continue
        for field, words in (("title", page.front.title), ("summary", page.front.summary)):
            yield from _plain(page.file, page.line_of(field), words)
        for change in page.front.changes:
            yield from _plain(page.file, page.line_of("changes"), change.text)
    danish = library.navigation.danish or {}
    for entry in library.navigation.entries:
        for words in {entry.title, danish.get(entry.title, "")}:
            yield from _plain("mkdocs.yml", entry.line, words)


def _plain(file: str, line: int, words: str) -> Iterator[Finding]:
    match = _TAG_IN_WORDS.search(words or "")
    if match is not None:
        yield finding("trust-title", file, line, words=match[0][:_SHOWN])


# The source tells the line of an id for certain, and is asked first.
_LOOKS: tuple[Rule, ...] = (names, rendered, diagrams, titles)


def trust(library: Library) -> Iterator[Finding]:
    """Yield what no page may hold; what two looks meet is told once."""
    told: set[tuple[str, ...]] = set()
    for found in chain.from_iterable(look(library) for look in _LOOKS):
        line = "" if found.id == "trust-name" else str(found.line)
        key = (found.file, found.id, line, *found.details.values())
        if key not in told:
            told.add(key)
            yield found


RULES: tuple[Rule, ...] = (trust,)
