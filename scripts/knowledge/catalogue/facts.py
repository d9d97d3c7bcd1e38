"""A programme's facts in the words of a language: what its page, the comparison and the exports all show."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.content.formats import written_money, written_number, written_partial_date
from knowledge.content.languages import Language, Text
from knowledge.content.library import Library
from knowledge.content.programme import (
    FIELD_VOCABULARIES,
    DatedFact,
    Fact,
    Funding,
    OriginalName,
    Programme,
    Scale,
    strongest_evaluation,
)


@dataclass(frozen=True)
class Answer:
    """One thing that sources say of a field.

    Attributes:
        words: As a reader sees it.
        language: The language of the words where it is not the page's.
        sources: The ids of the sources that say it.
    """

    words: str
    sources: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True)
class Row:
    """A field of a programme in words.

    Attributes:
        field: The field's name, a term of the list 'programme-fields'.
        status: How it is known; a field of several parts has the status of the least certain one.
        answers: Empty where no source says it; several where sources differ, or where the field has several parts.
    """

    field: str
    label: str
    status: str
    answers: tuple[Answer, ...]
    note: str | None = None


# The order in which a page tells the facts. `summary`, the profile, lessons and the rest have places of their own.
FACT_TABLE: tuple[str, ...] = (
    *(
        "original_name",
        "country",
        "membership",
        "also_active_in",
        "organisation",
        "organisation_type",
        "work",
        "status",
        "start",
    ),
    *("end", "settings", "levels", "forms", "aim", "target_groups", "methods", "consent", "scale", "funding", "evaluation"),
)

_CERTAINTY = ("stated", "derived", "conflicting", "not-stated")


def rows(library: Library, programme: Programme, language: Language, fields: Iterable[str] = FACT_TABLE) -> tuple[Row, ...]:
    """Return the programme's facts, field by field; the end of a programme that has none is left out."""
    found = (row(library, programme, language, field) for field in fields)
    return tuple(one for one in found if one is not None)


def row(library: Library, programme: Programme, language: Language, field: str) -> Row | None:
    """Return one field in words; None where it does not apply to the programme."""
    label = library.label("programme-fields", field, language)
    computed = _COMPUTED.get(field)
    if computed is not None:
        status, answers = computed(library, programme, language)
        return Row(field, label, status, tuple(answers))
    fact: Fact[object] | None = getattr(programme, field)
    if fact is None:
        return None
    return Row(field, label, fact.status, _answers(library, fact, field, language), _in(fact.note, language))


def _answers(library: Library, fact: Fact[object], field: str, language: Language) -> tuple[Answer, ...]:
    own = [] if fact.value is None else [(fact.value, fact.sources)]
    said = [*own, *((version.value, version.sources) for version in fact.versions)]
    answers = (_answer(library, value, field, language, sources) for value, sources in said)
    if isinstance(fact, DatedFact) and fact.as_of is not None:
        as_of = fact.as_of
        return tuple(_dated(library, answer, as_of, language) for answer in answers)
    return tuple(answers)


def _dated(library: Library, answer: Answer, year: int, language: Language) -> Answer:
    words = library.interface.say("programme.as-of", language, words=answer.words, year=year)
    return Answer(words, answer.sources, answer.language)


def _answer(library: Library, value: object, field: str, language: Language, sources: tuple[str, ...]) -> Answer:
    if isinstance(value, OriginalName):
        return Answer(value.text, sources, value.language)
    if isinstance(value, Text):
        return Answer(value.in_language(language), sources)
    terms = value if isinstance(value, tuple) else (value,)
    return Answer(", ".join(term_words(library, field, str(term), language) for term in terms), sources)


def term_words(library: Library, field: str, term: str, language: Language) -> str:
    """Return a term, a country's code or a date of a field as a reader sees it."""
    if field in {"country", "also_active_in"}:
        country = library.countries.get(term)
        return country.name.in_language(language) if country else term
    if field in {"start", "end"}:
        return written_partial_date(term, language)
    return library.label(FIELD_VOCABULARIES[field], term, language)


def _in(text: Text | None, language: Language) -> str | None:
    return None if text is None else text.in_language(language)


def status_of_parts(statuses: Iterable[str]) -> str:
    """Return the status of a field of several parts: that of the least certain one; no part is nothing stated."""
    return max(statuses, key=_CERTAINTY.index, default="not-stated")


# ---------- Fields that are computed, or have parts ----------

Told = tuple[str, Iterable[Answer]]


def _membership(library: Library, programme: Programme, language: Language) -> Told:
    country = library.countries.get(programme.code)
    if country is None:
        return "not-stated", ()
    words = library.label("memberships", country.membership, language)
    if country.until is not None:
        words = library.interface.say("programme.until", language, words=words, year=country.until)
    return "derived", (Answer(words, country.sources),)


def _evaluation(library: Library, programme: Programme, language: Language) -> Told:
    kind = strongest_evaluation(programme)
    sources = {name: None for evaluation in programme.evaluations for name in evaluation.sources}
    words = library.label("evaluation-kinds", kind, language)
    return status_of_parts(part.status for part in programme.evaluations), (Answer(words, tuple(sources)),)


def _scale(library: Library, programme: Programme, language: Language) -> Told:
    return status_of_parts(part.status for part in programme.scale), _scale_answers(library, programme.scale, language)


def _scale_answers(library: Library, parts: Iterable[Scale], language: Language) -> Iterator[Answer]:
    for part in parts:
        notes = [str(part.year)] if part.year is not None else []
        if part.self_reported:
            notes.append(library.interface.say("programme.self-reported", language))
        number = "" if part.number is None else f"{written_number(part.number, language)} "
        yield Answer(f"{number}{part.what.in_language(language)}{_noted(notes)}", part.sources)


def _funding(library: Library, programme: Programme, language: Language) -> Told:
    return status_of_parts(part.status for part in programme.funding), _funding_answers(library, programme.funding, language)


def _funding_answers(library: Library, parts: Iterable[Funding], language: Language) -> Iterator[Answer]:
    for part in parts:
        notes = [str(part.year)] if part.year is not None else []
        if part.per == "year":
            notes.append(library.interface.say("programme.per-year", language))
        what = part.what.in_language(language)
        if part.amount is not None and part.currency is not None:
            what = f"{written_money(part.amount, part.currency, language)}: {what}"
        yield Answer(f"{what}{_noted(notes)}", part.sources)


def _noted(notes: list[str]) -> str:
    return f" ({'; '.join(notes)})" if notes else ""


_COMPUTED: Mapping[str, Callable[[Library, Programme, Language], Told]] = {
    "membership": _membership,
    "evaluation": _evaluation,
    "scale": _scale,
    "funding": _funding,
}
