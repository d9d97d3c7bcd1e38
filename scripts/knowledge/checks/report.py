"""Findings as people and programs read them."""

from collections.abc import Sequence
from itertools import groupby

from rich.markup import escape

from knowledge.checks.catalogue import severity, words
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES, Language

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "error": "error",
        "advice": "advice",
        "why": "Why",
        "fix": "Mend",
        "none": "✓ Nothing to mend.",
        "one": "1 finding",
        "many": "{count} findings",
    },
    "da": {
        "error": "fejl",
        "advice": "råd",
        "why": "Hvorfor",
        "fix": "Ret",
        "none": "✓ Intet at rette.",
        "one": "1 fund",
        "many": "{count} fund",
    },
}


def language_of(found: Finding) -> Language:
    """Return the language of the file that a finding is in; data files speak English."""
    return next((language for language in LANGUAGES if found.file.startswith(f"docs/{language}/")), "en")


def text(findings: Sequence[Finding], language: Language | None) -> str:
    """Return findings grouped by file, in Rich markup."""
    tongue = language or "en"
    if not findings:
        return f"[green]{_WORDS[tongue]['none']}[/]"
    parts = [
        "\n".join([f"[bold]{escape(file)}[/]", *(_entry(found, language or language_of(found)) for found in group)])
        for file, group in groupby(sorted(findings), key=lambda found: found.file)
    ]
    count = _WORDS[tongue]["one"] if len(findings) == 1 else _WORDS[tongue]["many"].format(count=len(findings))
    return "\n\n".join([*parts, f"[bold]{count}[/]"])


def _entry(found: Finding, language: Language) -> str:
    said, labels = words(found, language), _WORDS[language]
    colour = "red" if severity(found) == "error" else "yellow"
    place = f"[bold]{escape(found.file)}:{found.line}[/] [{colour}]{labels[severity(found)]}[/]"
    return (
        f"  {place} {escape(said.what)} [dim]{found.id}[/]\n"
        f"      {labels['why']}: {escape(said.why)}\n"
        f"      {labels['fix']}: {escape(said.fix)}"
    )


def github_line(found: Finding, language: Language | None) -> str:
    """Return a finding as a workflow command that GitHub shows beside the line."""
    said = words(found, language or language_of(found))
    level = "error" if severity(found) == "error" else "notice"
    message = f"{said.what} {said.why} {said.fix}"
    return f"::{level} file={_property(found.file)},line={found.line},title={_property(found.id)}::{_data(message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def exit_code(findings: Sequence[Finding]) -> int:
    """Return 1 when something must be mended; advice alone does not stop anyone."""
    return 1 if any(severity(found) == "error" for found in findings) else 0
