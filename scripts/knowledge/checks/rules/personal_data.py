"""Numbers, addresses and names of people, in every text, picture and document below docs/."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from knowledge.checks.private import (
    Private,
    cpr_numbers,
    is_nobody,
    personal_emails,
    phone_numbers,
    street_addresses,
)
from knowledge.checks.rule import Rule
from knowledge.checks.texts import TextFile, text_files
from knowledge.content.findings import Finding, finding
from knowledge.content.library import DATA, Library
from knowledge.content.metadata import UnreadableMetadata, may_hold_metadata, personal_fields

# The one place for telephone numbers and addresses.
CONTACTS = f"{DATA}/contacts.yml"

_TAG = re.compile(r"<[^<>]*>")
_CHECKS: tuple[tuple[str, Callable[[str], Iterator[Private]]], ...] = (
    ("personal-cpr", cpr_numbers),
    ("personal-phone", phone_numbers),
    ("personal-address", street_addresses),
    ("personal-email", personal_emails),
)


def texts(library: Library) -> Iterator[Finding]:
    """No text gives a CPR number, a person's address, or a number that is not in the contact data."""
    for text in text_files(library):
        for check, found in found_in(text):
            yield finding(check, text.file, 1 + text.text.count("\n", 0, found.start), masked=found.masked)


def found_in(text: TextFile) -> Iterator[tuple[str, Private]]:
    """Yield what a text gives away, each with the id of its check."""
    # A drawing's coordinates are no numbers of people.
    words = _TAG.sub(_as_blanks, text.text) if text.file.endswith(".svg") else text.text
    for check, find in _CHECKS:
        if text.file != CONTACTS or check not in {"personal-phone", "personal-address"}:
            for found in _found(find, words):
                yield check, found


@lru_cache(maxsize=16_384)
def _found(find: Callable[[str], Iterator[Private]], words: str) -> tuple[Private, ...]:
    """Return what stands in a text; the same text is looked at once."""
    return tuple(find(words))


def _as_blanks(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def names_of_files(library: Library) -> Iterator[Finding]:
    """No file is named by a CPR number; told at its folder, because a finding must not print the name."""
    for file in library.files:
        path = PurePosixPath(file)
        for found in cpr_numbers(path.name):
            yield finding("personal-cpr", path.parent, masked=f"{found.masked}{path.suffix}")


def metadata(library: Library) -> Iterator[Finding]:
    """No picture or document names who made it, or where."""
    for file in library.files:
        if not may_hold_metadata(file):
            continue
        try:
            fields = personal_fields(file, (library.root / file).read_bytes())
        except UnreadableMetadata as problem:
            yield finding("metadata-unreadable", file, reason_en=problem.reason.en, reason_da=problem.reason.da)
            continue
        named = dict.fromkeys(field.name for field in fields if field.place or not is_nobody(field.value))
        if named:
            yield finding("metadata-personal", file, fields=", ".join(named))


RULES: tuple[Rule, ...] = (
    texts,
    names_of_files,
    metadata,
)
