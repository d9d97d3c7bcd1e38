"""The reader's notice at a section of a translation whose source has changed: quiet, exact, and only there.

Only changes of meaning are told. What the source has got or lost since is told once, below the main heading.
"""

import re
from collections.abc import Iterable, Sequence
from posixpath import relpath
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from knowledge.content.addresses import site_path
from knowledge.markup.painting import paint
from knowledge.markup.place import Place
from knowledge.twins.differences import Change, Kind
from knowledge.twins.sections import OPENING
from knowledge.twins.state import TranslationState

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINK = re.compile(r"\]\(<?([^)\s>]*)>?\)")
_CITATION = re.compile(r"\[@([^\]]*)\]")
_MARKS = re.compile(r"\[([^\]@]+)\]\([^)]*\)|\s?\[@[^\]]*\]|[*`]")


class LagNotices(Treeprocessor):
    """Puts the notices into a translation's page."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: etree.Element) -> None:
        page = self.place.library.page(self.place.language, self.place.key)
        state = self.place.states.get(page.file) if page else None
        if state is None or not state.lagging:
            return
        headings = {element.get("id"): element for element in root.iter() if element.tag in _HEADINGS}
        top = next((element for element in headings.values() if element.tag == "h1"), None)
        changed = [change for change in state.lagging if change.kind is Kind.changed or change.id == OPENING]
        # From the last to the first, as each stands right after its heading; what belongs to none comes after the main one.
        for heading, changes in reversed(list(_by_heading(changed, headings, top))):
            self._insert(root, heading, self._painted(state, changes))
        added, removed = _new_to(state, headings), _gone_from(state, headings)
        if added or removed:
            self._insert(root, top, self._painted(state, (), added, removed))

    def _painted(
        self, state: TranslationState, changes: Sequence[Change], added: Sequence[Change] = (), removed: Sequence[Change] = ()
    ) -> str:
        library, language = self.place.library, self.place.language
        front = state.page.front
        return paint(
            library.root,
            "lag.html",
            library.interface,
            language,
            since=front.reviewed if front else None,
            source_language=state.source.language,
            words=[words for change in changes for words in words_view(self.place, change)],
            link=source_address(state, changes[0].id) if changes else None,
            added=[{"title": plain_words(change.title), "link": source_address(state, change.id)} for change in added],
            removed=[plain_words(change.title) for change in removed],
        )

    def _insert(self, root: etree.Element, heading: etree.Element | None, html: str) -> None:
        """Put HTML right after a heading, or at the page's beginning; kept aside, so that nothing rewrites its links."""
        paragraph = etree.Element("p")
        paragraph.text = self.md.htmlStash.store(html)
        paragraph.tail = "\n"
        if heading is None:
            root.insert(0, paragraph)
            return
        parent = next(element for element in root.iter() if heading in list(element))
        parent.insert(list(parent).index(heading) + 1, paragraph)


def _by_heading(
    changes: Iterable[Change], headings: dict[str | None, etree.Element], top: etree.Element | None
) -> Iterable[tuple[etree.Element | None, list[Change]]]:
    """Yield each heading with the changes of its section, in the order of the changes."""
    grouped: dict[int, tuple[etree.Element | None, list[Change]]] = {}
    for change in changes:
        heading = headings.get(change.id, top)
        grouped.setdefault(id(heading), (heading, []))[1].append(change)
    return grouped.values()


def _new_to(state: TranslationState, headings: dict[str | None, etree.Element]) -> list[Change]:
    return [change for change in state.lagging if change.kind is Kind.added and change.id not in {*headings, OPENING}]


def _gone_from(state: TranslationState, headings: dict[str | None, etree.Element]) -> list[Change]:
    return [change for change in state.lagging if change.kind is Kind.removed and change.id in headings]


def source_address(state: TranslationState, anchor: str) -> str:
    """Return the address of a section of the source as seen from the translation, within the site."""
    page, source = state.page, state.source
    there, here = site_path(source.language, source.key) or ".", site_path(page.language, page.key) or "."
    path = relpath(there, here)
    return f"{path}/#{anchor}" if anchor else f"{path}/"


def words_view(place: Place, change: Change) -> list[dict[str, Any]]:
    """What stood in a section and what stands there now, place by place, in words that a reader can read."""
    return [{"before": _readable(place, words.before), "after": _readable(place, words.after)} for words in change.words]


def _readable(place: Place, words: str) -> str:
    """Say a link and a citation in words; the words of a change hold them as an editor writes them."""
    linked = _LINK.sub(lambda match: place.say("lag.link", target=match[1]), words)
    return _CITATION.sub(lambda match: place.say("lag.source", name=match[1].replace("@", "")), linked)


def plain_words(words: str) -> str:
    """Return words without the marks of Markdown and without citations."""
    return _MARKS.sub(lambda match: match[1] or "", words).strip()
