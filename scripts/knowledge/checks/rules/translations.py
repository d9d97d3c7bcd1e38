"""The languages in step: declared translations, facts that agree, and terms in their agreed form."""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.checks.remember import PageKey
from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.content.visible import without_code
from knowledge.twins.facts import disagreements
from knowledge.twins.history import Versions
from knowledge.twins.state import Standing, state_of, translations

_KINDS: dict[str, tuple[str, str]] = {
    "number": ("the numbers", "tallene"),
    "month": ("the dates", "datoerne"),
    "unit": ("the units and signs of per cent", "enhederne og procenttegnene"),
    "link": ("the links", "linkene"),
    "citation": ("the citations", "kildehenvisningerne"),
    "item": ("the number of list items", "antallet af listepunkter"),
    "cell": ("the number of table cells", "antallet af celler i tabellerne"),
    "block": ("the boxes and blocks", "boksene og blokkene"),
}


def declared(library: Library) -> Iterator[Finding]:
    """A translation says which version of its source it was made from; a source page does not."""
    for page, source in translations(library):
        if page.front is not None and page.front.translated_from is None:
            line = page.line_of("source_language")
            yield finding("translation-undeclared", page.file, line, source=source.file, key=page.key)
    for page in library.pages.values():
        if page.front and page.front.translated_from and page.front.source_language == page.language:
            yield finding("translation-needless", page.file, page.line_of("translated_from"))


def facts(library: Library) -> Iterator[Finding]:
    """Figures, dates, links, citations and counts agree, section by section; told once, at the translation."""
    for page, source in translations(library):
        for difference in disagreements(page, source):
            english, danish = _KINDS[difference.kind]
            yield finding(
                "facts-differ",
                page.file,
                difference.section.line,
                kind_en=english,
                kind_da=danish,
                section=difference.section.id or difference.section.title,
                here=difference.here,
                there=difference.there,
                twin=f"{source.file}:{difference.twin_section.line}",
            )


# Words in quotation marks are spoken about and not used.
_QUOTED = re.compile(r"“[^”\n]*”|”[^”\n]*”|\"[^\"\n]*\"|‘[^’\n]*’|’[^’\n]*’(?=\W)|»[^«\n]*«|\*[^*\n]+\*")


def terms(library: Library) -> Iterator[Finding]:
    """No page uses a rendering that the glossary rejects, unless it speaks about the word."""
    for language in LANGUAGES:
        words = _avoided(library, language)
        if not words:
            continue
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
        for page in library.in_language(language):
            for number, got in _used(PageKey(page), pattern):
                yield finding("term-avoided", page.file, number, got=got, right=words[got.casefold()])


@lru_cache(maxsize=4096)
def _used(key: PageKey, pattern: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    """Return where words stand on a page, each with its line; the same page is asked for the same words once."""
    lines = enumerate(_prose(key.page), key.page.first_line)
    return tuple((number, match[0]) for number, line in lines for match in pattern.finditer(line))


def _avoided(library: Library, language: Language) -> dict[str, str]:
    return {
        word.casefold(): term.term.in_language(language)
        for term in library.glossary.values()
        for word in term.avoid.in_language(language)
    }


def _prose(page: Page) -> Iterator[str]:
    for line in without_code(page.body).split("\n"):
        yield _QUOTED.sub(lambda match: " " * len(match[0]), line)


def touched(library: Library, versions: Versions, changed: frozenset[str]) -> Iterator[Finding]:
    """What a change of files does to translations.

    A source that changes leaves its translation behind: that is told and stops nobody. A translation that is itself changed
    must be declared, because afterwards nobody can tell what its author had seen.
    """
    for page, source in translations(library):
        if not {page.file, source.file} & changed:
            continue
        state = state_of(page, source, versions)
        sections = ", ".join(dict.fromkeys(change.id or change.title or "–" for change in state.lagging))
        if state.standing is Standing.lags and page.file in changed:
            line = page.line_of("translated_from")
            yield finding("translation-left-behind", page.file, line, source=source.file, sections=sections, key=page.key)
        elif state.standing is Standing.lags:
            yield finding("translation-lags", page.file, page.line_of("translated_from"), source=source.file, sections=sections)
        elif state.standing is Standing.unknown:
            line = page.line_of("translated_from")
            yield finding("translation-unknown", page.file, line, source=source.file, key=page.key)


RULES: tuple[Rule, ...] = (
    declared,
    facts,
    terms,
)
