"""The words of every check, read from the files of checks/words: what is wrong, why it matters, how to mend it, an example.

They are read here, below everything else, because three sides need them and may not know each other: the checks speak them,
the page "Every check explained" shows them, and links may point to each check on that page.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import BeforeValidator, ConfigDict, Field

from knowledge.content.languages import Language, Record, Words

# The same loader, several times as fast, where the machine has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A check's id is a key of its file.
_NAME = re.compile(r"^([a-z][\w-]*):", re.MULTILINE)

Severity = Literal["error", "advice"]


class Wording(Record):
    """What a check says in one language; `{name}` is filled in by the finding."""

    what: Words
    why: Words
    fix: Words


def _without_last_line_end(value: object) -> object:
    return value.rstrip("\n") if isinstance(value, str) else value


# Spaces count in an example, where they may be what is wrong; only the line end that YAML adds is taken away.
ExampleText = Annotated[str, BeforeValidator(_without_last_line_end), Field(min_length=1)]


class Example(Record):
    """What an editor might write, and how it is mended."""

    model_config = ConfigDict(str_strip_whitespace=False)

    wrong: ExampleText
    right: ExampleText


class Entry(Record):
    """One check of the catalogue.

    Attributes:
        example: For readers of both languages, or of English where `example_da` stands beside it.
        example_da: What differs in a Danish text.
    """

    subject: Words
    severity: Severity
    en: Wording
    da: Wording
    example: Example | None = None
    example_da: Example | None = None

    def wording(self, language: Language) -> Wording:
        return self.en if language == "en" else self.da

    def example_in(self, language: Language) -> Example | None:
        """Return the example that a reader of this language is shown."""
        return self.example_da if language == "da" and self.example_da else self.example


@cache
def catalogue() -> Mapping[str, Entry]:
    """Return every check by its id."""
    entries: dict[str, Entry] = {}
    for subject in _texts():
        for name, entry in _entries(subject).items():
            if name in entries:
                raise ValueError(f"the check '{name}' stands twice in the catalogue")
            entries[name] = entry
    return entries


def entry_of(name: str) -> Entry:
    """Return one check. Only the words of its subject are read: a run that finds something needs few of them.

    Raises:
        KeyError: There is no such check.
    """
    subject = next((subject for subject, text in _texts().items() if f"\n{name}:" in text), None)
    if subject is None:
        raise KeyError(name)
    return _entries(subject)[name]


@cache
def _texts() -> Mapping[str, str]:
    """Return the text of each file of words, by subject; it begins with a line end."""
    folder = files("knowledge.checks").joinpath("words")
    found = {file.name.removesuffix(".yml"): file for file in folder.iterdir() if file.name.endswith(".yml")}
    return {subject: "\n" + file.read_text(encoding="utf-8") for subject, file in sorted(found.items())}


@cache
def _entries(subject: str) -> Mapping[str, Entry]:
    entries = yaml.load(_texts()[subject], _LOADER)  # noqa: S506 (a safe loader)
    return {name: Entry.model_validate({"subject": subject, **entry}) for name, entry in entries.items()}


def check_anchor(name: str) -> str:
    """Return the id of a check's heading on the page that explains them all."""
    return f"check-{name}"


def subject_anchor(name: str) -> str:
    """Return the id of the heading above the checks of one subject."""
    return f"subject-{name}"


def checks_anchors() -> frozenset[str]:
    """Return every id that the page of all checks has."""
    # The ids alone are read, and not the words: every run asks for them, and few show the words of many checks.
    names = (name for text in _texts().values() for name in _NAME.findall(text))
    return frozenset({*map(check_anchor, names), *map(subject_anchor, _texts())})
