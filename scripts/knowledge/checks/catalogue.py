"""The words of every finding, read from the files of words/ beside this file."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES, Language, Record, Words

Severity = Literal["error", "advice"]


class Wording(Record):
    """What a check says in one language; `{name}` is filled in by the finding."""

    what: Words
    why: Words
    fix: Words


class Entry(Record):
    """One check of the catalogue."""

    subject: Words
    severity: Severity
    en: Wording
    da: Wording

    def wording(self, language: Language) -> Wording:
        return self.en if language == "en" else self.da


@cache
def catalogue() -> Mapping[str, Entry]:
    """Return every check by its id."""
    entries: dict[str, Entry] = {}
    folder = files("knowledge.checks").joinpath("words")
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name):
        subject = file.name.removesuffix(".yml")
        for name, entry in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            if name in entries:
                raise ValueError(f"the check '{name}' stands twice in the catalogue")
            entries[name] = Entry.model_validate({"subject": subject, **entry})
    return entries


def severity(found: Finding) -> Severity:
    """Return whether a finding must be mended or is worth a look."""
    return catalogue()[found.id].severity


def words(found: Finding, language: Language) -> Wording:
    """Return what to say of a finding, its blanks filled."""
    wording = catalogue()[found.id].wording(language)
    details = dict(found.details)
    return Wording(what=wording.what.format(**details), why=wording.why.format(**details), fix=wording.fix.format(**details))


def as_json(found: Finding) -> dict[str, object]:
    """Return a finding in the form that other programs read."""
    said = {language: words(found, language) for language in LANGUAGES}
    return {
        "id": found.id,
        "severity": severity(found),
        "file": found.file,
        "line": found.line,
        "message": {language: f"{said[language].what} {said[language].why}" for language in LANGUAGES},
        "fix": {language: said[language].fix for language in LANGUAGES},
    }
