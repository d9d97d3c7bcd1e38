"""What a reader can find: the sections of a finished page, each with its heading and its words. Called by `table`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Words around the text, and words that stand on every page: whoever looks for them does not look for this page.
_NOT_TEXT = (
    ".crumbs, .facts, .overdue, .improve, .next, .headerlink, .definitions, .citation, .footnote-backref, .backlink, .letters, "
    ".term-avoid, .term-sources, .programme-sources > ul, .programme__cite, .programme__dates, .other-language, "
    "[data-search-exclude], script, style, template, svg, form, button:not(.term)"
)
# The titles of a programme's sources; of those in other languages than the site's, readers look for names alone.
_FOREIGN = ".programme__by-field a[lang]:not([lang=en], [lang=da])"
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
# Languages that write every noun with a capital letter.
_NOUNS_LIKE_NAMES = frozenset({"de", "lb"})
# The list of a page's own sources: every source has its place in the register.
_SOURCES = "sources"
_HEADINGS = frozenset({"h1", "h2", "h3"})
# Between these, words do not run on.
_BREAKS = frozenset({
    *("address", "article", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
    *("h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
})  # fmt: skip

_BREAK, _DOT = "\0", "·"
# A block that has ended with a stop, and a stop that a mark of a source has left alone.
_PARTED = re.compile(rf"([.!?:;,…]) {_DOT} ")
_STRAY = re.compile(r" ([.,;:!?])(?!\S)")


# The level of a term of the glossary, which is part of its page's text as well as an answer of its own.
TERM = 4


@dataclass
class Section:
    """A part of a page that has an address of its own.

    Attributes:
        anchor: The id of its heading; empty for what stands above the first one.
        title: Its heading; for the first section, the page's.
        level: 1 for the page's beginning, 2 and 3 as the headings, 4 for a term of the glossary.
    """

    anchor: str
    title: str
    level: int
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words as they run, one blank between two; where a block ends without a stop, a dot in the middle parts it."""
        blocks = (_line(block).lstrip(": ") for block in "".join(self.words).split(_BREAK))
        return _STRAY.sub(r"\1", _PARTED.sub(r"\1 ", f" {_DOT} ".join(block for block in blocks if block)))


def sections(html: str) -> tuple[Section, ...]:
    """Return the sections of a finished page in their order; the first one begins with the main heading."""
    article = LexborHTMLParser(html).css_first("#content")
    if article is None:
        return ()
    for part in article.css(_NOT_TEXT):
        part.decompose()
    for title in article.css(_FOREIGN):
        names = _names(title.text(deep=True), title.attributes.get("lang") or "")
        title.replace_with(" ".join(names))
    found = [Section("", "", 1)]
    for node in _walk(article):
        begun = _begun(node)
        if begun is not None and begun.level == 1:
            found[0].title = begun.title
        elif begun is not None:
            found.append(begun)
        elif node.is_text_node and not _in_heading(node):
            found[-1].words.append(node.text_content or "")
        elif node.tag in _BREAKS:
            found[-1].words.append(_BREAK)
    return tuple(section for section in found if section.anchor != _SOURCES)


def _names(title: str, language: str) -> list[str]:
    """Return what is written as a name in a title: in capitals, or with one where the sentence asks for none."""
    words = _WORD.findall(title)
    inside = () if language in _NOUNS_LIKE_NAMES else words[1:]
    return [word for word in words if sum(map(str.isupper, word)) > 1 or (word in inside and word[0].isupper())]


def _walk(article: LexborNode) -> Iterator[LexborNode]:
    yield from article.traverse(include_text=True)


def _begun(node: LexborNode) -> Section | None:
    """Return the section that begins at a node, if any."""
    tag = node.tag or ""
    anchor = node.attributes.get("id") or ""
    if tag in _HEADINGS and anchor:
        return Section(anchor, _line(node.text(deep=True)), int(tag[1]))
    if tag == "dt" and anchor:
        return Section(anchor, _line(node.text(deep=False)), TERM)
    return None


def _in_heading(node: LexborNode) -> bool:
    """Return whether a text is part of a heading that has already been taken as a title."""
    above = node.parent
    while above is not None and above.tag not in {"article", "body"}:
        if above.attributes.get("id") and (above.tag in _HEADINGS or above.tag == "dt"):
            return True
        above = above.parent
    return False


def _line(text: str) -> str:
    return " ".join(text.split())
