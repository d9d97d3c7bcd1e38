"""Figures on pages of facts, each with a source near it.

A figure is an amount, a percentage or a count: a number of two digits or more that is no year, date, time, paragraph of a law,
page, telephone number or name. It is taken to have a source when one is cited in its own section (the text from one heading to
the next), by a citation or by a block that names its source; a table and the sentence below it, or a list and the sentence
above it, are thus one. A figure that is told with its source may be told again elsewhere on the page. Nearer would be better,
and a reader sees where it is not; a check that asked for it would cry wolf.
"""

import re
from collections.abc import Iterator

from knowledge.checks.prose import Passage, passages, plain
from knowledge.checks.remember import of_page
from knowledge.checks.rule import Rule
from knowledge.content.blocks import BLOCKS, BlockForm
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.page import Page

# On these pages the facts are our own: how the site is made, what it weighs, when it was read.
_KIND = "sourced"

_MONTHS: dict[Language, str] = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
}
_NO_FIGURE: dict[Language, re.Pattern[str]] = {
    language: re.compile(
        rf"\b\d{{1,2}}\.?(?:\s?[–-]\s?\d{{1,2}}\.?)?\s+(?:{months})\b(?:\s+\d{{4}})?"  # 8–9 May 2012, 8.-9. maj
        r"|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b"  # 08.05.2012, 2012-05-08
        r"|(?<![\d.,])(?:1[89]|20)\d\d(?:\s?[–/-]\s?\d{2,4})?(?![\d.,]\d|\s?(?:%|€|euro|kr\b|kroner|people|persons|personer|unge))"
        r"|\b(?:kl\.|klokken)\s+\d{1,2}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?)?(?!\d)|\b\d{1,2}:\d\d\b"  # times
        r"|§+\s*\d+(?:\s*(?:,|og|and|–|-)\s*\d+)*|\b(?:section|sections|article|articles|artikel|chapter|kapitel|stk\.|nr\.|no\."
        r"|number|nummer|page|pages|pp?\.|side|s\.|bilag|annex|line|linje|level|niveau)\s+\d+(?:\s?[–-]\s?\d+)?"
        r"|\b\d+\s*/\s*\d{2,4}\b"  # 2016/679
        r"|[^\W\d_][\w.-]*\d[\w.-]*|\d+[-–]?[^\W\d_][\w-]*"  # A4, COVID-19, 2020-plan
        r"|\b(?:\d\d ){3}\d\d\b|\b11[24]\b",  # telephone numbers
        re.IGNORECASE,
    )
    for language, months in _MONTHS.items()
}
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![\w.,])\d{2,}(?:[.,]\d+)?")


def figures(library: Library) -> Iterator[Finding]:
    """A figure on a page of facts stands in a section that names a source."""
    for page in library.pages.values():
        if page.front is not None and page.front.kind == _KIND:
            yield from _uncited(page)


@of_page
def _uncited(page: Page) -> Iterator[Finding]:
    sourced = _sections_with_source(page)
    stated = [(passage, tuple(_figures(passage, page.language))) for passage in passages(page)]
    told = {number for passage, numbers in stated if _section(passage) in sourced for number in numbers}
    for passage, numbers in stated:
        new = [number for number in numbers if number not in told]
        if new:
            yield finding("figure-uncited", page.file, passage.line, number=new[0], words=_shown(passage))


def _sections_with_source(page: Page) -> frozenset[int]:
    """Return the lines of the headings below which a source is named."""
    cited = {_section(passage) for passage in passages(page) if passage.cited}
    lines = [heading.line for heading in page.document.headings]
    drawn = {
        max((line for line in lines if line < block.line), default=0)
        for block in page.document.blocks
        if block.name in BLOCKS and _names_sources(BLOCKS[block.name])
    }
    return frozenset(cited | drawn)


def _names_sources(form: BlockForm) -> bool:
    return form.drawn or any(option.kind == "source" for option in form.options)


def _section(passage: Passage) -> int:
    """Return the line of the heading that a passage stands under; 0 above the first."""
    return passage.heading_lines[-1] if passage.heading_lines else 0


def _figures(passage: Passage, language: Language) -> Iterator[str]:
    yield from (match[0] for match in _FIGURE.finditer(_NO_FIGURE[language].sub(" ", passage.text)))


def _shown(passage: Passage) -> str:
    return " ".join(plain(passage.source).split())[:60]


RULES: tuple[Rule, ...] = (figures,)
