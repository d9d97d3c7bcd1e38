"""Facts that must agree between the languages, section by section: figures, dates, links, citations, and what is counted.

Each language is read in its own form (1,158,154 and 1.158.154; 8–9 May 2012 and 8.-9. maj 2012; 64.5% and 64,5 pct.), and
what remains is compared without regard to order, because the order of words differs between the languages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.page import Page
from knowledge.twins.sections import Section, sections_of

_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
}  # fmt: skip


def _month_pattern(language: Language) -> re.Pattern[str]:
    names = _MONTHS[language] if language == "en" else [f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _MONTHS[language]]
    month = "|".join(names)
    return re.compile(rf"\d\.?\s+(?P<after>{month})\b|\b(?P<before>{month})(?=\s+\d)")


_MONTH: Mapping[Language, re.Pattern[str]] = {language: _month_pattern(language) for language in LANGUAGES}

_CODE = re.compile(r"(?ms)^\s*(`{3,}|~{3,}).*?^\s*\1\s*$|`[^`\n]*`")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_CITATION = re.compile(r"\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_ITEM = re.compile(r"(?m)^\s*(?:[-*+]|\d+[.)])\s+")
_ROW = re.compile(r"(?m)^\s*\|.*\|\s*$")
_RULE_ROW = re.compile(r"^[\s|:-]+$")
_BLOCK = re.compile(r"(?m)^\s*/{3,}\s*([a-z][\w-]*)")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PERCENT = re.compile(r"%|\bper cent\b|\bpercent\b|\bpct\b|\bprocent\b", re.IGNORECASE)
_CURRENCIES: Mapping[str, re.Pattern[str]] = {
    "EUR": re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE),
    "DKK": re.compile(r"\bkr\b|\bkroner\b|\bDKK\b", re.IGNORECASE),
}
_SCALES: Mapping[str, re.Pattern[str]] = {
    "million": re.compile(r"\bmillions?\b|\bmio\b|\bmillioner\b", re.IGNORECASE),
    "billion": re.compile(r"\bbillions?\b|\bmia\b|\bmilliarder\b|\bmilliard\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Disagreement:
    """One thing on which two sections differ.

    Attributes:
        kind: What is compared: number, month, link, citation, item, cell, block …
        here: How often the page has it and its twin does not, as words.
        there: The other way round.
    """

    kind: str
    section: Section
    twin_section: Section
    here: str
    there: str


def disagreements(page: Page, twin: Page) -> Iterator[Disagreement]:
    """Yield what differs between the sections that both twins have, in the order of the page."""
    others = {section.id: section for section in sections_of(twin)}
    for section in sections_of(page):
        other = others.get(section.id)
        if other is None:
            continue
        ours, theirs = facts(section.text, page.language), facts(other.text, twin.language)
        for kind in ours:
            more, less = ours[kind] - theirs[kind], theirs[kind] - ours[kind]
            if more or less:
                yield Disagreement(kind, section, other, _shown(more), _shown(less))


def _shown(facts_found: Counter[str]) -> str:
    return ", ".join(name if count == 1 else f"{name} (×{count})" for name, count in sorted(facts_found.items())) or "–"


@lru_cache(maxsize=16_384)
def facts(text: str, language: Language) -> Mapping[str, Counter[str]]:
    """Return what a text states that can be compared, by kind."""
    bare = _CODE.sub("", text)
    prose = _NUMBERLESS.sub(" ", bare)
    prose = _ITEM.sub("", prose)
    return {
        "link": Counter(_LINK.findall(bare)),
        "citation": Counter(name.strip() for marks in _CITATION.findall(bare) for name in marks.split(";")),
        "item": _count("item", len(_ITEM.findall(bare))),
        "cell": _count("cell", sum(row.count("|") - 1 for row in _rows(bare))),
        "block": Counter(_BLOCK.findall(bare)),
        "number": Counter(_numbers(prose, language)),
        "month": Counter(_months(prose, language)),
        "unit": Counter(_units(prose)),
    }


_NUMBERLESS = re.compile("|".join(part.pattern for part in (_LINK, _CITATION, _FOOTNOTE, _ATTRIBUTES)))


def _count(name: str, number: int) -> Counter[str]:
    return Counter({name: number}) if number else Counter()


def _rows(text: str) -> Iterator[str]:
    for match in _ROW.finditer(text):
        if not _RULE_ROW.match(match[0]):
            yield match[0]


def _numbers(prose: str, language: Language) -> Iterator[str]:
    for match in _NUMBER.finditer(prose):
        yield normal_number(match[0], language)


def normal_number(written: str, language: Language) -> str:
    """Return a number without separators of thousands and with a point before its decimals.

    A group of exactly three digits after the language's separator of thousands is part of the whole number; anything else that
    a point or comma divides stays as it is written, such as '3.2.1'.
    """
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", written):
        return written.replace(thousands, "").replace(decimal, ".")
    if re.fullmatch(rf"\d+{re.escape(decimal)}\d+", written):
        return written.replace(decimal, ".")
    return written


def _months(prose: str, language: Language) -> Iterator[str]:
    """Yield the months that stand beside a number, in the language's own spelling: '18 may' holds a verb, '18 May' a month."""
    numbers = {name.lower(): number for number, name in enumerate(_MONTHS[language], 1)}
    for match in _MONTH[language].finditer(prose):
        yield f"month {numbers[(match['after'] or match['before']).lower()]}"


def _units(prose: str) -> Iterator[str]:
    yield from ("%" for _ in _PERCENT.finditer(prose))
    for name, pattern in (*_CURRENCIES.items(), *_SCALES.items()):
        yield from (name for _ in pattern.finditer(prose))
