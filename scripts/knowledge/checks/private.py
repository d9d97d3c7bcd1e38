"""Numbers and addresses of people in a text: CPR numbers, telephone numbers, street addresses, e-mail addresses.

What is found is never returned whole: each finding of a person's data would spread it once more.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.checks.lexicon import pattern, private_words


@dataclass(frozen=True)
class Private:
    """What was found, with most of it hidden, and where in the text it begins."""

    masked: str
    start: int


# ---------- What is no number of a person ----------

# Addresses, identifiers of publications, and hexadecimal names of versions: their digits mean something else.
_NOT_NUMBERS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+"
    r"|\b10\.\d{4,9}/[^\s<>\"')\]]+"
    r"|\b(?:urn|doi|isbn|issn|orcid|pmid)[:\s][^\s<>\"')\]]+"
    r"|(?<![0-9a-zA-Z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,64}(?![0-9a-zA-Z])"
    r"|(?<![0-9a-zA-Z])[0-9]{40}(?![0-9a-zA-Z])"
    r"|\b97[89][- ]?(?:\d[- ]?){9}[\dX]\b",
    re.IGNORECASE,
)
# A date or time without separators, such as 20150301 or 20150301T1200.
_COMPACT_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def _blanked(text: str) -> str:
    return _NOT_NUMBERS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


# ---------- CPR ----------

# Six digits of a date and four more. Modulus 11 decides nothing: since 2007 numbers are given out that do not fit it.
_CPR = re.compile(r"(?=(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)(?P<mark>[-‐‑‒–−]|[ \u00a0]?)(?P<serial>\d{4}))")
_CPR_DOTTED = re.compile(r"(?<!\d)(?P<day>\d\d)([./ -])(?P<month>\d\d)\2(?P<year>\d\d)(?P<mark> ?[-‐‑–−] ?)(?P<serial>\d{4})(?!\d)")
_CPR_MASK = "01••••-••••"
_CPR_WORD = re.compile(r"(?:cpr|personnummer|civil registration|person-?nr)\W{0,12}(?:no|nr|number|nummer)?\W{0,8}$", re.IGNORECASE)


def cpr_numbers(text: str) -> Iterator[Private]:
    """Yield what can be a CPR number, also where it is glued to letters or to other digits."""
    clean = _blanked(text)
    end = 0
    for match in sorted((*_CPR.finditer(clean), *_CPR_DOTTED.finditer(clean)), key=lambda match: match.start()):
        if match.start() >= end and _is_cpr(match, clean):
            end = match.end("serial")
            yield Private(_CPR_MASK, match.start())


def _is_cpr(match: re.Match[str], text: str) -> bool:
    if not _is_birthday(match["day"], match["month"], match["year"], match["serial"]):
        return False
    start, end = match.start("day"), match.end("serial")
    before, after = text[max(0, start - 40) : start], text[end : end + 12]
    if _CPR_WORD.search(before):
        return True
    mark = match["mark"].strip()
    if mark:
        # 20150301-1234: the six digits are the end of a date.
        return not _COMPACT_DATE.fullmatch(before[-2:] + text[start : start + 6])
    glued = re.search(r"\d+$", before), re.match(r"\d+", after)
    return not _is_other_number(before, after, *(len(side[0]) if side else 0 for side in glued), spaced=match["mark"] != "")


def _is_other_number(before: str, after: str, left: int, right: int, *, spaced: bool) -> bool:
    """Whether ten digits are part of something else: an amount, a phone number, a time stamp, a long number."""
    if re.search(r"[\d][.,]$|[+#=/_.-]$|\+[\d ]*$|(?:€|\$|£|kr\.?|DKK|EUR)\s?$", before) or re.match(r"[.,]\d|%|\s?(?:kr|euro|EUR|DKK|€|%)", after):
        return True
    if spaced:
        # Two groups of digits that only stand side by side, such as an amount and a year.
        return bool(left or right or re.search(r"\d[ \u00a0]$", before) or re.match(r"[ \u00a0]\d", after))
    # One or two digits too many are a slip of the keyboard; more make it a number of another kind.
    return left + right > 2


def _is_birthday(day: str, month: str, year: str, serial: str) -> bool:
    """Whether a number gives a date on which somebody alive can have been born; its seventh digit tells the century."""
    born = _year_of(int(year), int(serial[0]))
    return born is not None and 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(born, int(month))[1]


def _year_of(year: int, seventh: int) -> int | None:
    """Return the year of birth, by the rules of the Danish civil registration system; None before 1900."""
    if seventh <= 3:
        return 1900 + year
    if seventh in {4, 9}:
        return (2000 if year <= 36 else 1900) + year
    return 2000 + year if year <= 57 else None


# ---------- Telephone ----------

_GROUP = r"[ \u00a0.\-–]"
_DANISH = re.compile(
    rf"(?<![\w.,/+#=-])(?:(?P<code>(?:\(?\+|00)45\)?)[ \u00a0-]?)?"
    rf"(?P<number>[2-9]\d(?P<a>{_GROUP})\d\d(?P=a)\d\d(?P=a)\d\d|[2-9]\d{{3}}[ \u00a0-]\d{{4}}|[2-9]\d\d[ \u00a0]\d\d[ \u00a0]\d{{3}}"
    rf"|[2-9]\d\d[ \u00a0]\d{{3}}[ \u00a0]\d\d|[2-9]\d[ \u00a0]\d{{3}}[ \u00a0]\d{{3}}|[2-9]\d{{7}})(?![\w/%]|[.,-]\d| ?\d)"
)
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)(?!0)(?=(?:[ \u00a0().\-/]?\d){8,15}(?!\d))\d{1,3}(?:[ \u00a0().\-/]{0,2}\d{1,5}){2,6}(?![\d%])")
_YEARS = re.compile(r"(?:19|20)\d\d[^\d]+(?:19|20)\d\d")


def phone_numbers(text: str) -> Iterator[Private]:
    """Yield what can be a telephone number: Danish in any grouping, or with a country's code."""
    clean = _blanked(text)
    abroad = [match for match in _ABROAD.finditer(clean) if _is_grouped(match[0])]
    for match in abroad:
        yield Private(_phone_mask(match[0]), match.start())
    taken = [match.span() for match in abroad]
    for match in _DANISH.finditer(clean):
        if any(start <= match.start("number") < end for start, end in taken):
            continue
        if match["code"] or _is_phone(match["number"], clean[: match.start()][-30:], clean[match.end() :][:20]):
            yield Private(_phone_mask(match[0]), match.start())


def _is_grouped(number: str) -> bool:
    return number.startswith("+") or any(sign in number for sign in " \u00a0-")


def _is_phone(number: str, before: str, after: str) -> bool:
    if _YEARS.fullmatch(number) or (number.isdigit() and _COMPACT_DATE.fullmatch(number)):
        return False
    if re.search(r"\d[ \u00a0]$", before) or re.match(r"[ \u00a0]\d", after):
        return False
    if re.search(r"(?:19|20)\d\d\W{1,3}$", before) and "-" in number:
        return False
    return not _unit_before().search(before) and not _unit_after().match(after)


@cache
def _unit_before() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, private_words().not_a_phone), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<![^\W\d_]))(?:{words})[.:#]?\s*$", re.IGNORECASE)


@cache
def _unit_after() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, private_words().not_a_phone_after), key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})(?![^\W\d_])", re.IGNORECASE)


def _phone_mask(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    shown = digits[-8:-6] if len(digits) >= 8 else digits[:2]
    return f"{shown} •• •• ••"


# ---------- Street addresses ----------

_TOWN = r"[A-ZÆØÅ][A-Za-zæøåÆØÅéü]+"


@cache
def _address() -> re.Pattern[str]:
    roads = "|".join(sorted(private_words().roads, key=len, reverse=True))
    road = rf"(?P<road>(?:[A-ZÆØÅ][\wæøåéü.'’-]*[ \u00a0]){{0,3}}?(?:[A-ZÆØÅ][\wæøåéü.'’-]*?(?:{roads})|[A-ZÆØÅ][\wæøåéü.'’-]*[ \u00a0](?i:{roads})))"
    number = r"[ \u00a0]\d{1,3}[ \u00a0]?[A-ZÆØÅa-h]?(?![\w])"
    floor = r"(?:,?[ \u00a0]*(?:st|kl|\d{1,2})\.?(?:[ \u00a0]*sal)?(?:[ \u00a0]*(?:tv|th|mf|\d{1,3})\.?)?)?"
    gap = r"(?:[ \u00a0]*(?:,|\\|<br ?/?>|\|)?[ \u00a0]*\n?[ \u00a0>]*)"
    town = rf"(?:DK[- ]?)?\d{{4}}[ \u00a0]{_TOWN}"
    door = r"(?:,[ \u00a0]*(?:st|kl|\d{1,2})\.[ \u00a0]*(?:tv|th|mf)\b)"
    return re.compile(rf"(?<![\w]){road}{number}(?:{floor}{gap}{town}|{door})")


def street_addresses(text: str) -> Iterator[Private]:
    """Yield a Danish road with a number and a postcode, or with a floor and a door."""
    for match in _address().finditer(_blanked(text)):
        yield Private(_word_mask(match[0]), match.start())


def _word_mask(words: str) -> str:
    line = re.sub(r"\s+", " ", words)
    return re.sub(r"\d", "•", re.sub(r"(?<=[^\W\d_])[^\W\d_]", "•", line))


# ---------- E-mail ----------

_EMAIL = re.compile(r"(?<![\w.+@/-])(?P<local>[\w][\w.+-]*)(?P<at>@)(?P<host>[a-z0-9æøå-]+(?:\.[a-z0-9æøå-]+)*\.[a-z]{2,})(?![\w@])", re.IGNORECASE)
# Written so that programs do not see it: name (at) host.dk, name [snabel-a] host [punktum] dk.
_HIDDEN = re.compile(
    r"(?<![\w.])(?P<local>[\w][\w.+-]*)\s*[(\[{]\s*(?:at|a|snabel-?a|@)\s*[)\]}]\s*(?P<host>[a-z0-9æøå-]+(?:(?:\.|\s*[(\[{]\s*(?:dot|punktum|\.)\s*[)\]}]\s*)[a-z0-9æøå-]+)+)",
    re.IGNORECASE,
)


def personal_emails(text: str) -> Iterator[Private]:
    """Yield e-mail addresses that are not an office's."""
    for match in (*_EMAIL.finditer(text), *_HIDDEN.finditer(text)):
        host = match["host"].casefold()
        if not _is_office(match["local"]) and not _is_example(host):
            yield Private(f"{match['local'][0]}•••@{match['host']}", match.start())


def _is_office(local: str) -> bool:
    """Whether the part before the @ begins with the name of an office, or is one with figures: kontakt, info2, ssp-aarhus."""
    first = re.split(r"[.+_-]|\d", local.casefold())[0]
    return local.casefold() in private_words().roles or first in private_words().roles


def _is_example(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in private_words().example_hosts)


def is_nobody(name: str) -> bool:
    """Whether a name in a file's metadata is a program's filling, or this site's own."""
    return name.strip().casefold() in private_words().nobody or not re.search(r"[^\W\d_]", name)


__all__ = ["Private", "cpr_numbers", "is_nobody", "pattern", "personal_emails", "phone_numbers", "street_addresses"]
