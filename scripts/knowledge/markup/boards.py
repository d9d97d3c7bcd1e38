"""What the boards for editors show: every check explained, where the site needs work, and what is new on it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from string import Formatter
from typing import Any

from knowledge.content.blocks import examples_by_form, sources_of
from knowledge.content.changes import News, news, news_anchor
from knowledge.content.formats import sorting_key, written_month
from knowledge.content.interface import TextMissing
from knowledge.content.markdown import Block
from knowledge.content.page import Page
from knowledge.content.wording import Entry, catalogue, check_anchor, subject_anchor
from knowledge.markup.lag import plain_words, words_view
from knowledge.markup.place import Place
from knowledge.twins.differences import Kind
from knowledge.twins.sections import sections_of
from knowledge.twins.state import Standing, TranslationState

# A review that is due within this time is told of, so that somebody can make room for it.
SOON = timedelta(days=30)

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZÆØÅ“”])")


# ---------- Every check explained ----------


@dataclass(frozen=True)
class Part:
    """A piece of a check's words; a blank is what the finding fills in."""

    text: str
    blank: bool = False


def checks(place: Place, argument: str) -> dict[str, Any]:
    """Every check with its words and its example, grouped by subject in the order of the list of subjects."""
    order = list(place.library.vocabularies.get("check-subjects", {}))
    subjects = sorted({entry.subject for entry in catalogue().values()}, key=lambda name: _rank(order, name))
    return {"subjects": [_subject_view(place, name) for name in subjects], "count": len(catalogue())}


def _rank(order: list[str], name: str) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def _subject_view(place: Place, subject: str) -> dict[str, Any]:
    term = place.library.vocabularies.get("check-subjects", {}).get(subject)
    return {
        "id": subject_anchor(subject),
        "label": place.library.label("check-subjects", subject, place.language),
        "definition": term.definition.in_language(place.language) if term else None,
        "checks": [_check_view(place, name, entry) for name, entry in catalogue().items() if entry.subject == subject],
    }


def _check_view(place: Place, name: str, entry: Entry) -> dict[str, Any]:
    wording = entry.wording(place.language)
    return {
        "id": name,
        "anchor": check_anchor(name),
        "severity": entry.severity,
        "what": parts(place, wording.what),
        "why": parts(place, wording.why),
        "fix": parts(place, wording.fix),
        "example": entry.example_in(place.language),
    }


def parts(place: Place, words: str) -> list[Part]:
    """Return the words of a check with its blanks said in words: '{target}' becomes 'the address'."""
    found: list[Part] = []
    for text, blank, _, _ in Formatter().parse(words):
        if text:
            found.append(Part(text))
        if blank and not blank.startswith("suggestion"):
            found.append(Part(_blank(place, blank), blank=True))
    return found


def _blank(place: Place, name: str) -> str:
    """Return what stands for a blank; the same blank may have a form for each language."""
    try:
        return place.say(f"blank.{name.removesuffix('_en').removesuffix('_da')}")
    except TextMissing:
        return "…"


# ---------- Where the site needs work ----------


def status(place: Place, argument: str) -> dict[str, Any]:
    """Reviews, translations, sources, gaps and terms, each with what somebody could do next."""
    return {
        "today": place.today,
        "reviews": _reviews(place),
        "translations": [_lag_view(place, state) for state in place.states.values() if state.standing is not Standing.in_step],
        "in_step": sum(state.standing is Standing.in_step for state in place.states.values()),
        "sources": _sources(place),
        "gaps": _gaps(place),
        "terms": _unused_terms(place),
        "examples": [
            {"form": _form(place, form), "pages": [_page_view(place, page) for page in pages]}
            for form, pages in examples_by_form(place.library).items()
        ],
    }


def _form(place: Place, form: str) -> str:
    """Return the words for a form of extremism; that a motive is unclear is no form of the closed list."""
    if form in place.library.vocabularies.get("extremism-forms", {}):
        return place.library.label("extremism-forms", form, place.language)
    return place.say(f"form.{form}")


def _page_view(place: Place, page: Page) -> dict[str, Any]:
    """A page by its title and link in the language of the board, whichever twin is meant."""
    shown = place.library.page(place.language, page.key) or page
    return {
        "title": shown.front.title if shown.front else shown.key,
        "link": place.link(shown.key) if shown.language == place.language else None,
        "file": page.file,
    }


def _reviews(place: Place) -> dict[str, Any]:
    pages = [(page.front.review_by, page) for page in place.library.in_language(place.language) if page.front]
    pages.sort(key=lambda item: (item[0], item[1].key))
    later = [day for day, _ in pages if day > place.today + SOON]
    return {
        "overdue": [_review_view(place, day, page) for day, page in pages if day < place.today],
        "soon": [_review_view(place, day, page) for day, page in pages if place.today <= day <= place.today + SOON],
        "later": [
            {"month": written_month(days[0], place.language), "count": len(days)}
            for days in (list(group) for _, group in groupby(later, key=lambda day: (day.year, day.month)))
        ],
    }


def _review_view(place: Place, day: date, page: Page) -> dict[str, Any]:
    owner = page.front.owner if page.front else ""
    return _page_view(place, page) | {"day": day, "owner": place.library.label("owners", owner, place.language)}


def _lag_view(place: Place, state: TranslationState) -> dict[str, Any]:
    return _page_view(place, state.page) | {
        "standing": state.standing,
        "source": state.source.file,
        "source_language": state.source.language,
        "sections": [
            {
                "title": plain_words(change.title),
                "id": change.id,
                "kind": change.kind,
                "words": words_view(place, change) if change.kind is Kind.changed else [],
            }
            for change in state.lagging
        ],
    }


def _sources(place: Place) -> dict[str, Any]:
    library = place.library
    used: dict[str, list[Page]] = {}
    for page in library.pages.values():
        for name in sources_of(library, page):
            used.setdefault(name, []).append(page)
    unused = [source for name, source in library.sources.items() if name not in used]
    return {
        "missing": [
            {"id": name, "files": sorted(page.file for page in used[name])}
            for name in sorted(used.keys() - library.sources.keys())
        ],
        "without": [
            _page_view(place, page)
            for page in library.in_language(place.language)
            if page.front and page.front.kind == "sourced" and not sources_of(library, page) and not _draws_a_register(page)
        ],
        "unused": [
            {
                "title": source.title,
                "language": source.language,
                "id": source.id,
                "link": place.link("about/sources", f"source-{source.id}"),
            }
            for source in sorted(unused, key=lambda source: sorting_key(source.title, place.language))
        ],
        "count": len(library.sources),
    }


def _draws_a_register(page: Page) -> bool:
    """Whether the page is a list of sources, which rests on none of them."""
    return any(block.name == "sources-register" for block in page.document.blocks)


def _gaps(place: Place) -> list[dict[str, Any]]:
    """Every page with what it says is not stated, each at its section."""
    views = []
    for page in place.library.in_language(place.language):
        gaps = [
            {"text": _gap_words(place, page, block), **_section_at(place, page, block.line)}
            for block in page.document.blocks
            if block.name == "gap"
        ]
        if gaps:
            views.append(_page_view(place, page) | {"gaps": gaps})
    return views


def _gap_words(place: Place, page: Page, block: Block) -> str:
    """Return the first sentence of what is not stated, or the box's title where it has no text."""
    end = block.closing_line or block.line
    lines = page.body.split("\n")[block.text_line - page.first_line : end - page.first_line]
    first = _SENTENCE_END.split(plain_words(" ".join(lines)), maxsplit=1)[0]
    return first or block.argument or place.say("note.gap")


def _section_at(place: Place, page: Page, line: int) -> dict[str, str]:
    section = next((section for section in reversed(sections_of(page)) if section.line <= line), None)
    anchor = section.id if section and section.id in page.anchors else ""
    return {"section": plain_words(section.title) if section else "", "link": place.link(page.key, anchor)}


def _unused_terms(place: Place) -> list[dict[str, str]]:
    library = place.library
    marked = {mark.name for page in library.pages.values() for mark in page.document.terms}
    terms = [term for name, term in library.glossary.items() if name not in marked]
    return [
        {"term": term.term.in_language(place.language), "link": place.link("about/glossary", term.id)}
        for term in sorted(terms, key=lambda term: sorting_key(term.term.in_language(place.language), place.language))
    ]


# ---------- What is new ----------


def changes(place: Place, argument: str) -> dict[str, Any]:
    """What is new, day by day, the newest first, and within a day by kind."""
    days = groupby(news(place.library, place.language), key=lambda item: item.day)
    return {"days": [_day_view(place, day, items) for day, items in days]}


def _day_view(place: Place, day: date, items: Iterable[News]) -> dict[str, Any]:
    return {
        "day": day,
        "anchor": news_anchor(day),
        "kinds": [
            {
                "anchor": news_anchor(day, kind),
                "label": place.library.label("change-kinds", kind, place.language),
                "told": [_page_view(place, item.page) | {"text": item.text} for item in group if item.text],
                "first": [_page_view(place, item.page) for item in group if not item.text],
            }
            for kind, group in ((kind, list(items)) for kind, items in groupby(items, key=lambda item: item.kind))
        ],
    }


BOARDS: Mapping[str, Callable[[Place, str], dict[str, Any]]] = {"checks": checks, "status": status, "changes": changes}
