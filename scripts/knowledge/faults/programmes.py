"""Records of programmes with a mistake in them, and pages that do not show their record."""

from datetime import timedelta

from knowledge.checks.today import today
from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import Expected, Fault, here, replaced, written

_NAME = "de-exit-deutschland"
_RECORD = f"docs/data/programmes/{_NAME}.yml"
_PAGE = f"programmes/{_NAME}"

# A record that cannot be read has no pages and brings no sources any more.
_GONE = "the record and the sources that it brings are gone"
_UNREAD = {"block-argument": _GONE, "source-unknown": _GONE, "link-anchor": _GONE, "anchor-vanished": _GONE}


def _replaced(name: str, check: str, pattern: str, new: str, at: int = 0) -> Fault:
    return replaced(name, check, _RECORD, (pattern, new), at=at)


def _other_name(copy: Copy) -> Expected:
    copy.write(_RECORD.replace(_NAME, "de-exit-german"), copy.text(_RECORD))
    copy.remove(_RECORD)
    file = _RECORD.replace(_NAME, "de-exit-german")
    return here((file, copy.line(file, "^id:")))


def _twice(copy: Copy) -> Expected:
    file = _RECORD.replace(_NAME, "de-exit-zwei")
    copy.write(file, copy.text(_RECORD))
    return here((file, copy.line(file, "^id:")))


def _conflict_about_nothing(copy: Copy) -> Expected:
    text = "text: {en: Two years are told., da: Der står to årstal.}"
    entry = f"conflicts:\n  - field: began\n    {text}\n    sources: [exit-deutschland-ran]"
    return here((_RECORD, copy.replace(_RECORD, r"^conflicts: \[\]", entry) + 1))


def _due(days: int, reviewed: int = -300) -> Fault:
    """Return the fault of a review due this many days from today."""
    day, last = today() + timedelta(days=days), today() + timedelta(days=reviewed)
    check = "programme-overdue" if days < 0 else "programme-review-soon"

    def change(copy: Copy) -> Expected:
        copy.replace(_RECORD, r"^reviewed:.*", f"reviewed: {last}")
        return here((_RECORD, copy.replace(_RECORD, r"^review_by:.*", f"review_by: {day}")))

    return Fault(f"A record's review is due in {days} days", check, change)


def _without_pages(copy: Copy) -> Expected:
    copy.write(
        "docs/data/programmes/de-new-one.yml",
        copy.text(_RECORD).replace(f"id: {_NAME}", "id: de-new-one").partition("\nsources:\n")[0] + "\n",
    )
    return here(("docs/data/programmes/de-new-one.yml", 1))


def _without(pattern: str) -> Fault:
    """Return the fault of a page, in both languages, from which a part is gone."""

    def change(copy: Copy) -> Expected:
        places = []
        for language in LANGUAGES:
            file = page_file(language, _PAGE)
            copy.replace(file, pattern, "")
            places.append((file, copy.line(file, r"^# ") - 1))
        return here(*places)

    return Fault("A programme's page does not show what is known", "programme-page-block", change, _PART)


_PART = {
    "anchor-vanished": "the part of the page had places that links lead to",
    "link-anchor": "a link leads to the part",
}


def _without_section(copy: Copy) -> Expected:
    places = []
    for language in LANGUAGES:
        file = page_file(language, _PAGE)
        copy.replace(file, r"^## .*\{#in-and-out\}\n", "")
        places.append((file, copy.line(file, r"^# ") - 1))
    return here(*places)


def _missing_text(copy: Copy) -> Expected:
    copy.replace(_RECORD, r"^    da: ZDK.*\n", "")
    return here((_RECORD, copy.line(_RECORD, "^    en: ZDK") - 1))


FAULTS: tuple[Fault, ...] = (
    Fault("A record's file has another name", "programme-file-name", _other_name),
    Fault("A record is copied and keeps its id", "programme-double", _twice),
    _replaced("A record names another country", "programme-country", r"^country:\n  value: de", "country:\n  value: se"),
    _replaced(
        "A fact loses its source",
        "programme-unsourced",
        r"^(consent:\n.*\n.*\n)  sources:.*\n",
        "consent:\n  value: voluntary\n  status: stated\n",
    ),
    _replaced(
        "A fact is not stated and has a value",
        "programme-fact",
        r"^consent:\n(.*\n).*\n",
        "consent:\n  value: voluntary\n  status: not-stated\n",
    ),
    _replaced(
        "A method is in no list", "programme-term", r"^methods:\n  value: \[exit-talks", "methods:\n  value: [exit-chats"
    ),
    _replaced(
        "An amount has no currency",
        "programme-amount",
        r"^  - what: \{en: from the federal(.*)\n    amount: 225000\n    currency: EUR",
        "  - what: {en: from the federal programme, da: fra forbundsprogrammet}\n    amount: 225000",
    ),
    _replaced(
        "A dimension of the profile is gone",
        "programme-profile",
        r"^profile:\n  target-group:\n(?:    .*\n)+?(?=  method:)",
        "profile:\n",
    ),
    _replaced(
        "Sources differ and no word says how",
        "programme-conflict-untold",
        r"^start:\n(?:  .*\n)+",
        "start:\n  status: conflicting\n  versions: [{value: 2000, sources: [bpb-exit-overview]}, "
        "{value: 2001, sources: [exit-deutschland-practitioners]}]\n",
    ),
    Fault(
        "A conflict is about no field",
        "programme-conflict-field",
        _conflict_about_nothing,
        {"address-unlisted": "the page shows the conflict under a heading of its own"},
    ),
    _replaced("A programme begins in the future", "programme-year-ahead", r"^start:\n  value: 2000", "start:\n  value: 2062"),
    _replaced(
        "A programme ends before it begins",
        "programme-end-before-start",
        r"^status:\n  value: running((?:\n  .*)+)\nstart:",
        "end: {value: 1999, status: stated, sources: [exit-deutschland-2023]}\nstatus:\n  value: ended\n  as_of: 2023\n"
        "  status: stated\n  sources: [exit-deutschland-2023]\nstart:",
    ),
    _replaced(
        "A programme has ended and nobody says when",
        "programme-end-missing",
        r"^status:\n  value: running",
        "status:\n  value: ended",
    ),
    _replaced(
        "A programme that runs has an end",
        "programme-end-running",
        r"^start:",
        "end: {value: 2020, status: stated, sources: [exit-deutschland-2023]}\nstart:",
    ),
    _replaced(
        "A status has no year",
        "programme-status-undated",
        r"^status:\n  value: running\n  as_of: 2023",
        "status:\n  value: running",
    ),
    _replaced("A review is due on the day it was made", "programme-review-order", r"^review_by:.*", "review_by: 2026-11-25"),
    _due(-3),
    _due(20),
    _replaced(
        "A figure differs between the languages",
        "programme-figures-differ",
        r"^      da: I 2019 var",
        "      da: I 2018 var",
        at=-2,
    ),
    Fault("A record has no pages", "programme-without-page", _without_pages),
    _without(rf"^/// programme-known \| {_NAME}\n///\n"),
    Fault(
        "A section of a programme's page is gone",
        "programme-page-section",
        _without_section,
        {"anchor-vanished": "the section had an address"},
    ),
    replaced(
        "The code of Norway stands without quotation marks",
        "yaml-yes-no",
        _RECORD,
        (r"^country:\n  value: de", "country:\n  value: no"),
        at=1,
        consequences=_UNREAD,
    ),
    Fault("A text has no Danish", "field-missing", _missing_text, _UNREAD),
    written("A record is written as a list", "data-not-a-record", _RECORD, "- id: de-exit-deutschland\n", consequences=_UNREAD),
)
