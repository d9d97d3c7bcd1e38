"""Findings that keep to themselves what the checks of personal data have found.

Other checks show words of the text: the figures in which two languages differ, or the words of a heading. Where a CPR number
stands among them, the finding would print it after all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from knowledge.checks.rules.personal_data import found_in
from knowledge.checks.texts import text_file
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES, twin_language
from knowledge.content.library import Library

_HIDDEN = "••••"
_TELLING = "personal-"


def discreet(library: Library, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; in files with personal data, and in their twins, without these data."""
    findings = tuple(found)
    files = {item.file for item in findings if item.id.startswith(_TELLING) and item.file in library.files}
    secrets = {file: _secrets(library, file) for file in files}
    for item in findings:
        words = {secret for file in (item.file, _twin(item.file)) for secret in secrets.get(file, ())}
        yield item if not words or item.id.startswith(_TELLING) else _without(item, words)


def _twin(file: str) -> str:
    """Return the file of the same page in the other language; the file itself where it is no page."""
    language = next((tongue for tongue in LANGUAGES if file.startswith(f"docs/{tongue}/")), None)
    return f"docs/{twin_language(language)}/{file.removeprefix(f'docs/{language}/')}" if language else file


def _secrets(library: Library, file: str) -> frozenset[str]:
    """Return the numbers and addresses in a file, whole and in the groups of digits that they are written in."""
    text = text_file(library, file)
    whole = {text.text[found.start : found.end] for _, found in found_in(text)}
    return frozenset(whole | {group for words in whole for group in re.findall(r"\d{2,}", words)})


def _without(item: Finding, secrets: Iterable[str]) -> Finding:
    # The longest first, so that a whole number goes before the groups that it is made of.
    choices = [_alone(secret) for secret in sorted(secrets, key=len, reverse=True)]
    pattern = re.compile("|".join(choices))
    return replace(item, details=MappingProxyType({name: pattern.sub(_HIDDEN, words) for name, words in item.details.items()}))


def _alone(secret: str) -> str:
    """Return a pattern of a secret; a short group of digits counts only where it stands alone."""
    return rf"(?<!\d){re.escape(secret)}(?!\d)" if len(secret) <= 6 else re.escape(secret)
