"""The words of every finding, its blanks filled, from the catalogue of checks."""

from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.wording import Entry, Severity, Wording, catalogue, entry_of

__all__ = ["Entry", "Severity", "Wording", "as_json", "catalogue", "severity", "words"]


def severity(found: Finding) -> Severity:
    """Return whether a finding must be mended or is worth a look."""
    return entry_of(found.id).severity


def words(found: Finding, language: Language) -> Wording:
    """Return what to say of a finding, its blanks filled."""
    wording = entry_of(found.id).wording(language)
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
