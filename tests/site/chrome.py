"""The words around an article: everything that a reader sees or hears on a page besides the editor's own text."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.page import Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.markup.rendering import render_page

# Attributes whose words are shown or read aloud.
SPOKEN = (
    *("aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder", "title", "placeholder"),
    *("alt", "label"),
)
_SILENT = {"script", "style", "template"}
_LETTER = re.compile(r"[^\W\d_]")
# The lines that a reader may copy into a message name the page and its version.
_TITLE = re.compile(r"(?<=Page: ).+?(?= Address:)|(?<=Side: ).+?(?= Adresse:)")
_VERSION = re.compile(r"(?<=Version: )[0-9a-f]+|(?<=Udgave: )[0-9a-f]+")
_ADDRESS = re.compile(r"https?://\S+")

_MONTHS: dict[Language, str] = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
}
_DAY: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\b\d+ (?:{_MONTHS['en']}) \d{{4}}\b"),
    "da": re.compile(rf"\b\d+\. (?:{_MONTHS['da']}) \d{{4}}\b"),
}

Said = tuple[Language, str]


def said_on(node: LexborNode, language: Language) -> Iterator[Said]:
    """Yield every text that a reader sees or hears within a node, with the language in which it claims to be."""
    attributes = node.attributes
    own = attributes.get("lang")
    language = next((tongue for tongue in LANGUAGES if tongue == own), language)
    yield from ((language, _plain(attributes.get(name) or "")) for name in SPOKEN if _LETTER.search(attributes.get(name) or ""))
    for part in node.iter(include_text=True):
        if part.tag == "-text":
            if _LETTER.search(part.text()):
                yield language, _plain(part.text())
        elif part.tag not in _SILENT:
            yield from said_on(part, language)


def _plain(words: str) -> str:
    return " ".join(words.split())


def chrome(library: Library, page: Page, tree: LexborHTMLParser) -> set[Said]:
    """Return what is said on a built page besides the text of its article and its front matter."""
    assert tree.body is not None
    article = render_page(library, page.language, page.key)
    assert article.tree.body is not None
    written = {words for _, words in said_on(article.tree.body, page.language)}
    written |= {_plain(html.unescape(words)) for _, words in article.contents}
    if page.front is not None:
        written |= {_plain(page.front.title), _plain(page.front.summary)}
    return {
        (language, blanked(library, language, words))
        for language, words in said_on(tree.body, page.language)
        if words not in written
    }


def blanked(library: Library, language: Language, words: str) -> str:
    """Return words with the addresses, dates, labels and numbers in them replaced by blanks, each only in its own language."""
    words = _DAY[language].sub("{day}", _ADDRESS.sub("{address}", words))
    labels = [
        re.escape(term.label.in_language(language))
        for name in ("audiences", "kinds")
        for term in library.vocabularies[name].values()
    ]
    label = rf"(?:{'|'.join(sorted(labels, key=len, reverse=True))})(?!\w)"
    words = re.sub(rf"(?<=: ){label}(?:, {label})*|\A{label}(?:, {label})*\Z", "{label}", words)
    words = _VERSION.sub("{version}", _TITLE.sub("{title}", words))
    return re.sub(r"\d+", "{number}", words)


def titles(library: Library, language: Language) -> set[str]:
    """Return the titles of the pages and of the navigation in a language."""
    pages = {_plain(page.front.title) for page in library.in_language(language) if page.front}
    danish = library.navigation.danish or {}
    entries = {entry.title for entry in library.navigation.entries if entry.title}
    return pages | (entries if language == "en" else {danish.get(title, title) for title in entries})


def translations(tree: LexborHTMLParser) -> dict[str, Any]:
    """Return the words that a page hands to its scripts."""
    told = tree.css_first("script#search-texts")
    assert told is not None
    texts: dict[str, Any] = json.loads(told.text())
    return texts


def unknown(found: Iterable[Said], known: dict[str, list[str]], library: Library) -> set[Said]:
    """Return what stands neither in the list nor among the titles of its language."""
    allowed = {
        language: {*known[language], *(blanked(library, language, title) for title in titles(library, language))}
        for language in LANGUAGES
    }
    return {(language, words) for language, words in found if words not in allowed[language]}


def the_list() -> dict[str, dict[str, list[str]]]:
    """Return chrome.yml: the words that are known, on the pages and in the scripts, in each language."""
    text = (Path(__file__).parent / "chrome.yml").read_text(encoding="utf-8")
    known: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return known
