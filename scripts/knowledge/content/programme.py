"""Programme records, from docs/data/programmes/: one file a programme, the same for both languages.

Every field is a fact: a value with the sources it rests on, and a word for how it is known. The models hold the shape; what
must be true of a record as a whole (sources that exist, years in order, terms of a closed list) is for the checks to say, so
that a record with a mistake in it can still be shown and mended.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field

from knowledge.content.languages import Record, Text, Words
from knowledge.content.source import Source, SourceId

Value = TypeVar("Value")

ProgrammeId = Annotated[str, Field(pattern=r"^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$")]
CountryCode = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Year = Annotated[int, Field(ge=1900, le=2100)]

# How a fact is known: a source says it; we conclude it from what sources say; sources differ; no source says it.
FactStatus = Literal["stated", "derived", "conflicting", "not-stated"]

ProfileDimension = Literal["target-group", "method", "implementation", "effect", "economy"]
PROFILE_DIMENSIONS: tuple[ProfileDimension, ...] = ("target-group", "method", "implementation", "effect", "economy")


def _as_words(value: object) -> object:
    """A year alone is a number in YAML; as the beginning of a date it is words."""
    return str(value) if isinstance(value, int | date) and not isinstance(value, bool) else value


_PARTIAL_DATE = r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
PartialDate = Annotated[str, BeforeValidator(_as_words), Field(pattern=_PARTIAL_DATE)]


class Version(Record, Generic[Value]):
    """What some of the sources say where others say otherwise."""

    value: Value
    sources: tuple[SourceId, ...] = ()


class Fact(Record, Generic[Value]):
    """A value, how it is known, and what it rests on.

    Attributes:
        value: None where no source says it, or where sources differ.
        versions: What the sources say that differ; only with the status 'conflicting'.
        note: What a reader should know of it, such as how it was concluded.
    """

    status: FactStatus
    value: Value | None = None
    versions: tuple[Version[Value], ...] = ()
    sources: tuple[SourceId, ...] = ()
    note: Text | None = None

    @property
    def values(self) -> tuple[Value, ...]:
        """Everything that any source says."""
        own = () if self.value is None else (self.value,)
        return (*own, *(version.value for version in self.versions))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all sources of the fact, each once."""
        return tuple(dict.fromkeys([*self.sources, *(name for version in self.versions for name in version.sources)]))


class DatedFact(Fact[Words]):
    """A fact that was true in a year, and may have changed since."""

    as_of: Year | None = None


class OriginalName(Record):
    """A programme's own name in its own language (ISO 639-1)."""

    text: Words
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class Sourced(Record):
    """A part of a record that names the sources it rests on."""

    sources: tuple[SourceId, ...] = ()


class Told(Sourced):
    """A part of a record with a word for how it is known."""

    status: FactStatus


class Statement(Told):
    """Something that is said of a programme."""

    text: Text


class Scale(Told):
    """How many, of what, when.

    Attributes:
        number: None where a source tells of an amount without a figure.
        what: What is counted, to be read after the number: 'people counselled since 2015'.
        year: The year that the figure is of.
        self_reported: The programme or its organisation counted; readers are told so.
    """

    number: Annotated[int, Field(ge=0)] | None = None
    what: Text
    year: Year | None = None
    self_reported: bool


class Funding(Told):
    """Who paid, and how much where that is said.

    Attributes:
        what: Who paid and for what, to be read after the amount.
        amount: In whole units of the currency (ISO 4217).
        per: What the amount is for: a year, or the whole time.
    """

    what: Text
    amount: Annotated[int, Field(ge=0)] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    year: Year | None = None
    per: Literal["year", "total"] | None = None


class ProfileEntry(Sourced):
    """How much is told of one dimension of a programme, and why we say so."""

    said: Words
    reason: Text


class Evaluation(Told):
    """One evaluation: what kind, by whom, what it found, and what limits that."""

    kind: Words
    who: Text
    year: Year | None = None
    finding: Text
    limits: Text | None = None


class Conflict(Sourced):
    """Where sources disagree, in words, and which field it is about."""

    field: Words
    text: Text


class Programme(Record):
    """A programme that helps people leave, or that borders on that work.

    Attributes:
        id: Country and name; the file has the same name.
        work: What kind of work it is; a programme that turns out to be prevention says so here.
        status: Whether it runs, as of a year.
        end: None where it has not ended.
        summary: What it is, in two sentences.
        scale: Empty where no source gives a figure; so is `funding` where no source says who pays.
        evaluations: Empty where we have found none.
        own_sources: Sources that only this record uses; written as `sources`. The others stand in sources.yml.
    """

    id: ProgrammeId
    name: Fact[Text]
    original_name: Fact[OriginalName]
    country: Fact[CountryCode]
    also_active_in: Fact[tuple[CountryCode, ...]]
    organisation: Fact[Text]
    organisation_type: Fact[Words]
    work: Fact[Words]
    status: DatedFact
    start: Fact[PartialDate]
    end: Fact[PartialDate] | None = None
    settings: Fact[tuple[Words, ...]]
    levels: Fact[tuple[Words, ...]]
    forms: Fact[tuple[Words, ...]]
    aim: Fact[Words]
    target_groups: Fact[tuple[Words, ...]]
    methods: Fact[tuple[Words, ...]]
    consent: Fact[Words]
    summary: Fact[Text]
    scale: tuple[Scale, ...]
    funding: tuple[Funding, ...]
    profile: dict[ProfileDimension, ProfileEntry]
    evaluations: tuple[Evaluation, ...]
    lessons: tuple[Statement, ...]
    contested: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    reviewed: date
    review_by: date
    own_sources: Annotated[tuple[Source, ...], Field(alias="sources")] = ()

    @property
    def page(self) -> str:
        """The key of the programme's page."""
        return f"{FOLDER}/{self.id}"

    @property
    def code(self) -> str:
        """The country's code, as the id gives it."""
        return self.id[:2]

    def facts(self) -> Iterator[tuple[str, Fact[object]]]:
        """Yield each field that is one fact, with its name."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Fact):
                yield name, value

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all sources that a part of the record rests on, in the order of the record, each once."""
        parts: tuple[Sourced, ...] = (
            *(*self.scale, *self.funding, *self.profile.values(), *self.evaluations),
            *(*self.lessons, *self.contested, *self.conflicts),
        )
        names = [name for _, fact in self.facts() for name in fact.rests_on]
        return tuple(dict.fromkeys([*names, *(name for part in parts for name in part.sources)]))


# The folder of the programmes' pages below each language, and of their records below docs/data.
FOLDER = "programmes"

# Which closed list (a file of docs/data/vocabularies/) the terms of a field come from.
FIELD_VOCABULARIES: dict[str, str] = {
    "organisation_type": "organisation-types",
    "work": "work-kinds",
    "status": "programme-statuses",
    "settings": "settings",
    "levels": "prevention-levels",
    "forms": "extremism-forms",
    "aim": "aims",
    "target_groups": "target-groups",
    "methods": "methods",
    "consent": "consents",
}

# From the weakest to the strongest: a programme counts by the strongest evaluation that we have found.
EVALUATION_KINDS: tuple[str, ...] = ("internal", "public-research-office", "external-process", "external-outcome")
NO_EVALUATION = "none-found"


def strongest_evaluation(programme: Programme) -> str:
    """Return the kind of the strongest evaluation found, or that none was found; computed, never typed."""
    kinds = [evaluation.kind for evaluation in programme.evaluations if evaluation.kind in EVALUATION_KINDS]
    return max(kinds, key=EVALUATION_KINDS.index, default=NO_EVALUATION)
