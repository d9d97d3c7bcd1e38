"""Numbers and addresses of people in a text: CPR numbers, telephone numbers, street addresses, e-mail addresses.

What is found is never returned whole: each finding of a person's data would spread it once more.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.checks.lexicon import private_words


@dataclass(frozen=True)
class Private:
    """What was found, with most of it hidden, and where in the text it begins and ends."""

    masked: str
    start: int
    end: int


# ---------- What is no number of a person ----------

# Addresses, identifiers of publications, names of versions, and long rows of digits: they mean something else.
_NOT_NUMBERS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+"
    r"|\b10\.\d{4,9}/[^\s<>\"')\]]+"
    r"|\b(?:urn|doi|isbn|issn|orcid|pmid)[:\s][^\s<>\"')\]]+"
    r"|(?<![0-9a-zA-Z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,64}(?![0-9a-zA-Z])"
    r"|\d{17,}"
    r"|\b97[89][- ]?(?:\d[- ]?){9}[\dX]\b",
    re.IGNORECASE,
)
# A date or time without separators, such as 20150301 or 20150301T1200.
_COMPACT_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


@lru_cache(maxsize=2)
def _blanked(text: str) -> str:
    """Return a text of the same length without addresses and identifiers; one that names a CPR number stays."""
    return _NOT_NUMBERS.sub(lambda match: match[0] if "cpr" in match[0].lower() else re.sub(r"[^\n]", " ", match[0]), text)


# ---------- CPR ----------

# Six digits of a date and four more, at any place in a row of digits. Modulus 11 decides nothing: since 2007 numbers are given
# out that do not fit it.
_CPR = re.compile(r"(?=(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>\d\d)(?P<mark>[-‐‑‒–−]|[ \u00a0]?)(?P<serial>\d{4}))")
_CPR_APART = re.compile(
    r"(?<!\d)(?P<day>[0-3]\d)(?P<sign>[./ -])(?P<month>[01]\d)(?P=sign)(?P<year>\d\d)(?P<mark> ?[-‐‑–−] ?)"
    r"(?P<serial>\d{4})(?!\d)"
)
_CPR_MASK = "01••••-••••"
_CPR_WORD = re.compile(
    r"(?:cpr|personnummer|civil registration|person-?nr)\W{0,12}(?:no|nr|number|nummer)?\W{0,8}$", re.IGNORECASE
)
_AMOUNT_BEFORE = re.compile(r"\d[.,/-]$|\+[\d ]*$|[#/]$|(?:€|\$|£|kr\.?|DKK|EUR) ?$")
_AMOUNT_AFTER = re.compile(r"[.,]\d|%|\s?(?:kr|euro|EUR|DKK|€|%)")


def cpr_numbers(text: str) -> Iterator[Private]:
    """Yield what can be a CPR number, also where it is glued to letters or to other digits."""
    clean = _blanked(text)
    end = 0
    for match in sorted((*_CPR.finditer(clean), *_CPR_APART.finditer(clean)), key=lambda match: match.start()):
        if match.start() >= end and _is_birthday(match) and _is_cpr(match, clean):
            end = match.end("serial")
            yield Private(_CPR_MASK, match.start(), end)


def _is_birthday(match: re.Match[str]) -> bool:
    """Whether a number gives a date on which somebody alive can have been born; its seventh digit tells the century."""
    born = _year_of(int(match["year"]), int(match["serial"][0]))
    month, day = int(match["month"]), int(match["day"])
    return born is not None and 1 <= month <= 12 and 1 <= day <= monthrange(born, month)[1]


def _year_of(year: int, seventh: int) -> int | None:
    """Return the year of birth, by the rules of the Danish civil registration system; None before 1900."""
    if seventh <= 3:
        return 1900 + year
    if seventh in {4, 9}:
        return (2000 if year <= 36 else 1900) + year
    return 2000 + year if year <= 57 else None


def _is_cpr(match: re.Match[str], text: str) -> bool:
    """Whether the digits around a possible number leave it one."""
    start, end = match.start("day"), match.end("serial")
    first = start - len(_trailing_digits(text[max(0, start - 40) : start]))
    last = end + len(_leading_digits(text[end : end + 40]))
    before, after = text[max(0, first - 40) : first], text[last : last + 12]
    if _CPR_WORD.search(before):
        return True
    if match["mark"].strip():
        # In 20150301-1234 the six digits are the end of a date.
        return not _COMPACT_DATE.fullmatch(text[max(0, start - 2) : start + 6])
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after):
        return False
    if match["mark"]:
        # Two groups of digits that only stand side by side, such as an amount and a year, have more digits beside them.
        return (first, last) == (start, end) and not (re.search(r"\d[ \u00a0]$", before) or re.match(r"[ \u00a0]\d", after))
    return not _is_other_number(text[first:last])


def _trailing_digits(words: str) -> str:
    return words[len(words.rstrip("0123456789")) :]


def _leading_digits(words: str) -> str:
    return words[: len(words) - len(words.lstrip("0123456789"))]


def _is_other_number(digits: str) -> bool:
    """Whether a row of digits is a time stamp, or an article or location number whose check digit is right."""
    if len(digits) in {12, 14} and _COMPACT_DATE.match(digits) and int(digits[8:10]) < 24 and int(digits[10:12]) < 60:
        return True
    return len(digits) == 13 and sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


# ---------- Telephone ----------

_GROUP = r"[ \u00a0.\-–]"
_DANISH = re.compile(
    rf"(?<![\w.,/+#=-])(?:(?P<code>(?:\(?\+|00)45\)?)[ \u00a0-]?)?"
    rf"(?P<number>[2-9]\d(?P<a>{_GROUP})\d\d(?P=a)\d\d(?P=a)\d\d"
    rf"|[2-9]\d{{3}}[ \u00a0-]\d{{4}}|[2-9]\d\d[ \u00a0]\d\d[ \u00a0]\d{{3}}"
    rf"|[2-9]\d\d[ \u00a0]\d{{3}}[ \u00a0]\d\d|[2-9]\d[ \u00a0]\d{{3}}[ \u00a0]\d{{3}}|[2-9]\d{{7}})(?![\w/%]|[.,-]\d| ?\d)"
)
_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|00)(?!0)(?=(?:[ \u00a0().\-/]{0,2}\d){8,15}(?!\d))\d{1,3}(?:[ \u00a0().\-/]{0,2}\d{1,5}){2,6}(?![\d%])"
)
_YEARS = re.compile(r"(?:19|20)\d\d[^\d]+(?:19|20)\d\d")


def phone_numbers(text: str) -> Iterator[Private]:
    """Yield what can be a telephone number: Danish in any grouping, or with a country's code."""
    clean = _blanked(text)
    abroad = [match for match in _ABROAD.finditer(clean) if _is_grouped(match[0])]
    for match in abroad:
        yield Private(_phone_mask(match[0]), *match.span())
    taken = [match.span() for match in abroad]
    for match in _DANISH.finditer(clean):
        if any(start <= match.start("number") < end for start, end in taken):
            continue
        if match["code"] or _is_phone(match["number"], clean[: match.start()][-30:], clean[match.end() :][:20]):
            yield Private(_phone_mask(match[0]), *match.span())


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
    return re.compile(rf"(?:^|(?<![^\W\d_]))(?:{words})[.:#]{{0,2}}\s*$", re.IGNORECASE)


@cache
def _unit_after() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, private_words().not_a_phone_after), key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})(?![^\W\d_])", re.IGNORECASE)


def _phone_mask(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    shown = digits[-8:-6] if len(digits) >= 8 else digits[:2]
    return f"{shown} •• •• ••"


# ---------- Street addresses ----------

_ADDRESS = re.compile(
    r"(?P<road>[A-ZÆØÅ][\w.'’-]*(?:[ \u00a0][\w.'’-]+){0,4})[ \u00a0]\d{1,3}(?:[ \u00a0]?[A-ZÆØÅa-h])?(?!\w)"
    r"(?:(?:,?[ \u00a0]*(?:st|kl|\d{1,2})\.?(?:[ \u00a0]*sal)?(?:[ \u00a0]*(?:tv|th|mf)\.?)?)?"
    r"[ \u00a0]*(?:,|\\|<br ?/?>|\|)?[ \u00a0]*\n?[ \u00a0>|]*(?:DK[- ]?)?"
    r"(?!20\d[1-9]|20[1-9]0)[1-9]\d{3}[ \u00a0][A-ZÆØÅ][a-zæøåé]"
    r"|,[ \u00a0]*(?:st|kl|\d{1,2})\.[ \u00a0]*(?:tv|th|mf)\b)"
)


def street_addresses(text: str) -> Iterator[Private]:
    """Yield a Danish road with a number and a postcode, or with a floor and a door."""
    for match in _ADDRESS.finditer(text):
        if match["road"].split()[-1].casefold().endswith(private_words().roads):
            yield Private(_word_mask(match[0]), *match.span())


def _word_mask(words: str) -> str:
    line = re.sub(r"\s+", " ", words)
    return re.sub(r"\d", "•", re.sub(r"(?<=[^\W\d_])[^\W\d_]", "•", line))


# ---------- E-mail ----------

_EMAIL = re.compile(
    r"(?<![\w.+@/-])(?P<local>\w[\w.+-]{0,63})@(?!\d+x\.)(?P<host>[a-z0-9æøå-]+(?:\.[a-z0-9æøå-]+)*\.[a-z]{2,})(?![\w@])",
    re.IGNORECASE,
)
# Written so that programs do not see it: name (at) host.dk, name [snabel-a] host [punktum] dk.
_HIDDEN = re.compile(
    r"(?<![\w.])(?P<local>\w[\w.+-]{0,63})\s*[(\[{]\s*(?:at|a|snabel-?a|@)\s*[)\]}]\s*"
    r"(?P<host>[a-z0-9æøå-]+(?:(?:\.|\s*[(\[{]\s*(?:dot|punktum|\.)\s*[)\]}]\s*)[a-z0-9æøå-]+)+)",
    re.IGNORECASE,
)


def personal_emails(text: str) -> Iterator[Private]:
    """Yield e-mail addresses that are not an office's."""
    for match in (*_EMAIL.finditer(text), *_HIDDEN.finditer(text)):
        host = match["host"].casefold()
        if not _is_office(match["local"]) and not _is_example(host):
            yield Private(f"{match['local'][0]}•••@{match['host']}", *match.span())


def _is_office(local: str) -> bool:
    """Whether the part before the @ begins with the name of an office, or is one with figures: kontakt, info2, ssp-aarhus."""
    first = re.split(r"[.+_-]|\d", local.casefold())[0]
    return local.casefold() in private_words().roles or first in private_words().roles


def _is_example(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in private_words().example_hosts)


def is_nobody(name: str) -> bool:
    """Whether a name in a file's metadata is a program's filling, or this site's own."""
    return name.strip().casefold() in private_words().nobody or not re.search(r"[^\W\d_]", name)
