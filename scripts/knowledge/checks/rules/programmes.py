"""Programme records: each fact with its sources, terms of the closed lists, years in order, and the twin pages beside them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from knowledge.checks.placeholders import PLACEHOLDER
from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.checks.today import today
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES, Language, Text
from knowledge.content.library import Library
from knowledge.content.positions import Location, Positioned
from knowledge.content.programme import FIELD_VOCABULARIES, FOLDER, PROFILE_DIMENSIONS, Fact, Programme
from knowledge.twins.facts import facts

# An editor is told this long before a review is due.
NOTICE = timedelta(days=30)

# What every page of a programme shows from its record.
BLOCKS: tuple[str, ...] = ("programme", "programme-known", "programme-lessons", "programme-sources")
# The sections of every page of a programme, by heading id.
SECTIONS: tuple[str, ...] = ("what", "for-whom", "in-and-out", "known", "lessons")

Part = tuple[Location, tuple[str, ...]]
Told = Iterator[tuple[str, Location, Mapping[str, object]]]


def _records(library: Library) -> Iterator[tuple[str, Programme, Positioned]]:
    """Yield each record that could be read, with its file and the lines of its parts."""
    for file, lines in library.programme_lines.items():
        record = library.programmes.get(lines.value.get("id"))
        if record is not None:
            yield file, record, lines


def _rule(tell: Callable[[Library, Programme], Told]) -> Rule:
    """Return a rule of all records from what is to be told of one: the check, the part of the record, the words."""

    def rule(library: Library) -> Iterator[Finding]:
        for file, record, lines in _records(library):
            for check, location, words in tell(library, record):
                yield finding(check, file, lines.line_of(location), **words)

    rule.__name__ = tell.__name__
    return rule


# ---------- Names ----------


def names(library: Library) -> Iterator[Finding]:
    """A record has the name of its file, and begins with its country."""
    for file, record, lines in _records(library):
        name = file.rpartition("/")[2].removesuffix(".yml")
        if record.id != name:
            yield finding("programme-file-name", file, lines.line_of(("id",)), name=record.id, right=f"{record.id}.yml")
        for code in record.country.values:
            if code != record.code:
                yield finding("programme-country", file, lines.line_of(("country",)), name=record.id, code=code)


# ---------- Sources ----------


def _sourced_parts(record: Programme) -> Iterator[Part]:
    """Yield every part of a record that says something, with the sources it names."""
    for name, fact in record.facts():
        if fact.versions:
            yield from (((name, "versions", index), version.sources) for index, version in enumerate(fact.versions))
        if fact.value is not None:
            yield (name,), fact.sources
    for name in ("scale", "funding", "evaluations", "lessons", "contested", "conflicts"):
        yield from (((name, index), part.sources) for index, part in enumerate(getattr(record, name)))
    for dimension, entry in record.profile.items():
        if entry.said != "not-stated":
            yield ("profile", dimension), entry.sources


def _unsourced(library: Library, record: Programme) -> Told:
    for location, sources in _sourced_parts(record):
        if not sources:
            yield "programme-unsourced", location, {"record": record.id, "field": _shown(location)}


def _unknown_sources(library: Library, record: Programme) -> Told:
    for location, sources in _sourced_parts(record):
        for name in sources:
            if name not in library.sources:
                yield "source-unknown", (*location, "sources"), {"name": name, **suggestion(name, library.sources)}


# ---------- Facts ----------


def _shapes(library: Library, record: Programme) -> Told:
    for name, fact in record.facts():
        expected = _expected(fact)
        if expected:
            words = {"record": record.id, "field": name, "status": fact.status, "en": expected[0], "da": expected[1]}
            yield "programme-fact", (name,), words


def _expected(fact: Fact[object]) -> tuple[str, str] | None:
    """Return what a fact's status calls for and it does not have."""
    if fact.status == "conflicting":
        right = fact.value is None and len(fact.versions) > 1
        return (
            None
            if right
            else (
                "at least two entries under “versions”, and no “value”",
                "mindst to punkter under ”versions”, og ingen ”value”",
            )
        )
    if fact.status == "not-stated":
        right = fact.value is None and not fact.versions
        return None if right else ("neither “value” nor “versions”", "hverken ”value” eller ”versions”")
    right = fact.value is not None and not fact.versions
    return None if right else ("a “value” and no “versions”", "en ”value” og ingen ”versions”")


def _terms(library: Library, record: Programme) -> Told:
    known = library.vocabularies
    for location, term, vocabulary in _used_terms(record):
        if term not in known.get(vocabulary, {}):
            words = {"record": record.id, "name": term, "list": vocabulary, **suggestion(term, known.get(vocabulary, {}))}
            yield "programme-term", location, words
    for name in ("country", "also_active_in"):
        for code in _flat(getattr(record, name).values):
            if code not in library.countries:
                words = {"record": record.id, "name": code, "list": "countries", **suggestion(code, library.countries)}
                yield "programme-term", (name,), words


def _used_terms(record: Programme) -> Iterator[tuple[Location, str, str]]:
    """Yield each term of a closed list with the part of the record it stands in, and the list."""
    for name, vocabulary in FIELD_VOCABULARIES.items():
        yield from (((name,), term, vocabulary) for term in _flat(getattr(record, name).values))
    for index, evaluation in enumerate(record.evaluations):
        yield ("evaluations", index, "kind"), evaluation.kind, "evaluation-kinds"
    for dimension, entry in record.profile.items():
        yield ("profile", dimension, "said"), entry.said, "profile-values"


def _flat(values: Collection[object]) -> Iterator[str]:
    """Yield the terms of a field, which may hold one or several."""
    for value in values:
        yield from (map(str, value) if isinstance(value, tuple) else (str(value),))


def _profile(library: Library, record: Programme) -> Told:
    for dimension in PROFILE_DIMENSIONS:
        if dimension not in record.profile:
            yield "programme-profile", ("profile",), {"record": record.id, "name": dimension}


def _amounts(library: Library, record: Programme) -> Told:
    for index, funding in enumerate(record.funding):
        if funding.amount is not None and (funding.currency is None or funding.year is None):
            yield "programme-amount", ("funding", index), {"record": record.id, "amount": funding.amount}


def _conflicts(library: Library, record: Programme) -> Told:
    fields = {name for name, _ in record.facts()}
    told = {conflict.field for conflict in record.conflicts}
    for name, fact in record.facts():
        if fact.status == "conflicting" and name not in told:
            yield "programme-conflict-untold", (name,), {"record": record.id, "field": name}
    for index, conflict in enumerate(record.conflicts):
        if conflict.field not in fields | {"scale", "funding", "evaluations", "profile"}:
            words = {"record": record.id, "field": conflict.field, **suggestion(conflict.field, fields)}
            yield "programme-conflict-field", ("conflicts", index, "field"), words


# ---------- Time ----------


def _years(library: Library, record: Programme) -> Told:
    this_year = today().year
    for location, year in _dates(record):
        if int(year[:4]) > this_year:
            yield "programme-year-ahead", location, {"record": record.id, "field": _shown(location), "year": year}


def _dates(record: Programme) -> Iterator[tuple[Location, str]]:
    for name, fact in (("start", record.start), ("end", record.end)):
        yield from (((name,), value) for value in (fact.values if fact else ()))
    if record.status.as_of is not None:
        yield ("status", "as_of"), str(record.status.as_of)
    for name in ("scale", "funding", "evaluations"):
        yield from (
            ((name, index, "year"), str(part.year)) for index, part in enumerate(getattr(record, name)) if part.year is not None
        )


def _order(library: Library, record: Programme) -> Told:
    starts, ends = record.start.values, record.end.values if record.end else ()
    for end in ends:
        # '2012' may be any day of that year: only what both say is compared.
        if starts and all(end[: len(start)] < start[: len(end)] for start in starts):
            yield "programme-end-before-start", ("end",), {"record": record.id, "start": starts[0], "end": end}


def _ending(library: Library, record: Programme) -> Told:
    status = record.status.value
    if status == "ended" and record.end is None:
        yield "programme-end-missing", ("status",), {"record": record.id}
    if status == "running" and record.end is not None and record.end.values:
        yield "programme-end-running", ("end",), {"record": record.id, "end": record.end.values[0]}
    if status is not None and record.status.as_of is None:
        yield "programme-status-undated", ("status",), {"record": record.id}


def reviews(library: Library) -> Iterator[Finding]:
    """The review of each record is in time on the day of the check."""
    yield from reviews_on(library, today())


def reviews_on(library: Library, day: date) -> Iterator[Finding]:
    """Yield what is to be said of the reviews of records on a day."""
    for file, record, lines in _records(library):
        left, line = record.review_by - day, lines.line_of(("review_by",))
        if record.review_by <= record.reviewed:
            yield finding(
                "programme-review-order", file, line, record=record.id, due=record.review_by, reviewed=record.reviewed
            )
        elif left < timedelta():
            yield finding("programme-overdue", file, line, record=record.id, due=record.review_by, days=-left.days)
        elif left <= NOTICE:
            yield finding("programme-review-soon", file, line, record=record.id, due=record.review_by, days=left.days)


# ---------- Languages ----------


def _figures(library: Library, record: Programme) -> Told:
    for location, text in _texts(record):
        here, there = (_numbers(text, language) for language in LANGUAGES)
        if here != there:
            words = {"record": record.id, "field": _shown(location), "en": _listed(here), "da": _listed(there)}
            yield "programme-figures-differ", location, words


def _unwritten(library: Library, record: Programme) -> Told:
    for location, text in _texts(record):
        for language in LANGUAGES:
            left = PLACEHOLDER.search(text.in_language(language))
            if left:
                yield "template-text", location, {"words": left[0].strip("‹›")}


def _texts(record: Programme) -> Iterator[tuple[Location, Text]]:
    """Yield every text of a record that stands in both languages."""
    for name, fact in record.facts():
        yield from (((name,), value) for value in fact.values if isinstance(value, Text))
        if fact.note:
            yield (name, "note"), fact.note
    for name in ("scale", "funding", "evaluations", "lessons", "contested", "conflicts"):
        for index, part in enumerate(getattr(record, name)):
            yield from (
                ((name, index, field), value)
                for field in type(part).model_fields
                if isinstance(value := getattr(part, field), Text)
            )
    yield from ((("profile", dimension, "reason"), entry.reason) for dimension, entry in record.profile.items())


def _numbers(text: Text, language: Language) -> Mapping[str, int]:
    return facts(text.in_language(language), language)["number"]


def _listed(numbers: Mapping[str, int]) -> str:
    return ", ".join(sorted(numbers)) or "–"


# ---------- Pages ----------


def pages(library: Library) -> Iterator[Finding]:
    """A record has a page in each language that shows it whole, and a programme's page has a record."""
    for file, record, _ in _records(library):
        if any(f"docs/{language}/{record.page}.md" not in library.files for language in LANGUAGES):
            yield finding("programme-without-page", file, 1, record=record.id)
    for page in library.pages.values():
        folder, _, name = page.key.rpartition("/")
        if folder != FOLDER or name not in library.programmes:
            continue
        drawn = {block.name: block for block in page.document.blocks}
        for block in BLOCKS:
            if block not in drawn or drawn[block].argument != name:
                line = drawn[block].line if block in drawn else page.first_line
                yield finding("programme-page-block", page.file, line, block=f"/// {block} | {name}")
        for section in SECTIONS:
            if not any(heading.id == section and heading.level == 2 for heading in page.document.headings):
                yield finding("programme-page-section", page.file, page.first_line, section=section)


def _shown(location: Location) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)


# To these a record is a matter of its own.
OF_A_RECORD: tuple[Rule, ...] = tuple(map(_rule, (_figures, _unwritten)))

RULES: tuple[Rule, ...] = (
    *OF_A_RECORD,
    names,
    pages,
    reviews,
    *map(
        _rule,
        chain(
            (_unsourced, _unknown_sources, _shapes, _terms, _profile, _amounts),
            (_conflicts, _years, _order, _ending),
        ),
    ),
)
