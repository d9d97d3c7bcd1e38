"""The options that a block declares, and which of those that an editor wrote are right. Markup and checks both ask here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.content.languages import Language
from knowledge.content.library import Library

OptionKind = Literal["choice", "date", "source", "page", "text"]


@dataclass(frozen=True)
class OptionForm:
    """An option that a block takes.

    Attributes:
        kind: 'choice' (one of `choices`), 'date' (2026-11-22), 'source' (an id of the register), 'page' (a path below the
            language's folder without '.md') or 'text'. All but a text are the same in both languages.
        required: The block cannot say what it is for without it.
    """

    name: str
    kind: OptionKind
    required: bool = False
    choices: tuple[str, ...] = ()


def read_date(value: str) -> date | None:
    """Return the day that is written as 2026-11-22; None when it is no such day."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if value == day.isoformat() else None


_RIGHT: Mapping[OptionKind, Callable[[Library, Language, OptionForm, str], bool]] = {
    "choice": lambda library, language, form, value: value in form.choices,
    "date": lambda library, language, form, value: read_date(value) is not None,
    "source": lambda library, language, form, value: value in library.sources,
    "page": lambda library, language, form, value: library.page(language, value) is not None,
    "text": lambda library, language, form, value: True,
}


def is_right(library: Library, language: Language, form: OptionForm, value: str) -> bool:
    """Return whether a value that an editor wrote is one that the option can have."""
    return bool(value) and _RIGHT[form.kind](library, language, form, value)


def right_options(
    library: Library, language: Language, forms: Sequence[OptionForm], written: Mapping[str, str]
) -> dict[str, str]:
    """Return those of the written options that are declared and right."""
    return {
        form.name: written[form.name]
        for form in forms
        if form.name in written and is_right(library, language, form, written[form.name])
    }
