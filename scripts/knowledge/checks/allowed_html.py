"""What the HTML of an editor's own text may hold: tags, attributes, addresses and names. Whatever is not listed is refused.

The lists are about the text alone; what the theme puts around it, and what blocks draw, is ours and tested elsewhere.
"""

import re
from collections.abc import Mapping

TAGS: frozenset[str] = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "br",
        "hr",
        "div",
        "section",
        "aside",
        "span",
        "blockquote",
        "figure",
        "figcaption",
    }
    | {"a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "pre", "q", "s", "small", "strong"}
    | {"sub", "sup", "time", "u", "wbr", "var", "samp", "bdi"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "details", "summary"}
    | {"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"}
    | {"img"}
)

_EVERYWHERE = frozenset({"id", "class", "lang", "title", "dir"})
_OF_TAG: Mapping[str, frozenset[str]] = {
    # The mark of a source has no address until the page is complete (see markup/elements.py).
    "a": frozenset({"href", "name", "hreflang", "rel", "data-source"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "th": frozenset({"align", "scope", "colspan", "rowspan"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "col": frozenset({"span"}),
    "ol": frozenset({"start", "reversed"}),
    "li": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "details": frozenset({"open"}),
}

ADDRESSES: frozenset[str] = frozenset({"href", "src"})
# What a link may begin with; `term:` is our own mark and becomes a button.
LINK_SCHEMES: frozenset[str] = frozenset({"http", "https", "mailto", "tel", "term"})

# Browsers pass over these signs in an address, so that `java\nscript:` runs.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_SCHEME = re.compile(r"^([^/?#:]*):")


def is_attribute(tag: str, name: str) -> bool:
    """Return whether a tag may have an attribute of this name."""
    return name in _EVERYWHERE or name in _OF_TAG.get(tag, ())


def scheme_of(address: str) -> str:
    """Return what an address begins with before its first colon, as a browser reads it; empty for one within the site."""
    match = _SCHEME.match(_IGNORED.sub("", address))
    return match[1].lower() if match else ""


def is_elsewhere(address: str) -> bool:
    """Return whether an address leads out of the site, or is no place at all."""
    return bool(scheme_of(address)) or _IGNORED.sub("", address).replace("\\", "/").startswith("//")


# Classes that an editor may give; those of code are made by the site itself.
CLASSES: frozenset[str] = frozenset({"button", "button--main"})
_OF_MARKDOWN = re.compile(r"^(?:language-[\w+#.-]+|highlight|linenos|filename|footnote(?:-ref|-backref)?|headerlink|citation)$")
_OF_CODE = re.compile(r"^[a-z]{1,3}\d?(?:-[A-Za-z-]+)?$|^linenos$|^normal$")


def is_class(name: str, in_code: bool) -> bool:
    """Return whether a part of a text may have this class.

    Args:
        name: One class.
        in_code: The part stands in a block of code, which is coloured by short classes.
    """
    return name in CLASSES or _OF_MARKDOWN.match(name) is not None or (in_code and _OF_CODE.match(name) is not None)


_SEARCH = ("the search uses it", "søgningen bruger det")
_MENU = ("the menu uses it", "menuen bruger det")
_CONTENT = ("the link “Skip to content” leads there", "linket ”Gå til indhold” fører dertil")
_SETTINGS = ("the theme keeps its settings there", "temaet gemmer sine indstillinger dér")
_IMPROVE = ("the box about improving the page uses it", "boksen om at forbedre siden bruger det")
_NOT_FOUND = ("the page for addresses that are gone uses it", "siden om adresser, der ikke findes, bruger det")
_SOURCES = ("the list of sources at the end of the page uses it", "kildelisten nederst på siden bruger det")
_TERMS = ("explanations of terms use it", "forklaringer af fagord bruger det")
_CODE = ("blocks of code are numbered so", "kodeblokke er nummereret sådan")

# Ids that the page around the text has already, with what would stop working.
RESERVED: Mapping[str, tuple[str, str]] = {
    "__config": _SETTINGS,
    "__settings": _SETTINGS,
    "__analytics": _SETTINGS,
    "__consent": _SETTINGS,
    "__toc": _MENU,
    "__drawer": _MENU,
    "__palette": _SETTINGS,
    "main": _CONTENT,
    "content": _CONTENT,
    "search-dialog": _SEARCH,
    "search-label": _SEARCH,
    "search-words": _SEARCH,
    "search-hint": _SEARCH,
    "search-options": _SEARCH,
    "search-texts": _SEARCH,
    "search-results": _SEARCH,
    "contents-title": ("the table of contents uses it", "indholdsfortegnelsen bruger det"),
    "section-nav-title": _MENU,
    "improve": _IMPROVE,
    "not-found": _NOT_FOUND,
    "sources": _SOURCES,
}
_RESERVED_FAMILIES: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile(r"^__"), _SETTINGS),
    (re.compile(r"^not-found-"), _NOT_FOUND),
    (re.compile(r"^(?:source|citation)-"), _SOURCES),
    (re.compile(r"^definition-"), _TERMS),
    (re.compile(r"^(?:search-option|results)-"), _SEARCH),
    (re.compile(r"^code-\d+$"), _CODE),
)


def why_reserved(name: str) -> tuple[str, str] | None:
    """Return what uses an id already, in both languages; None when an editor may give it."""
    if name in RESERVED:
        return RESERVED[name]
    return next((reason for family, reason in _RESERVED_FAMILIES if family.match(name)), None)
