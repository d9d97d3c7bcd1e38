"""Numbers, dates and sorting as each language writes them."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from knowledge.content.languages import Language

LOCALES: dict[Language, str] = {"en": "en_GB", "da": "da_DK"}

# The Danish alphabet ends with æ, ø, å (aa in names is an old å): the three signs that follow z in ASCII stand in for them.
_DANISH_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def written_date(day: date, language: Language) -> str:
    """Return '8 May 2012' or '8. maj 2012'."""
    pattern = "d MMMM y" if language == "en" else "d. MMMM y"
    return format_date(day, pattern, locale=LOCALES[language])


def written_month(day: date, language: Language) -> str:
    """Return the month of a day with its year: 'May 2012' or 'maj 2012'."""
    return format_date(day, "MMMM y", locale=LOCALES[language])


def written_partial_date(partial: str, language: Language) -> str:
    """Return a year, a month or a day ('2008', '2009-01', '2012-05-08') as the language writes it."""
    numbers = [int(part) for part in partial.split("-")]
    if len(numbers) == 1:
        return partial
    if len(numbers) == 2:
        return written_month(date(numbers[0], numbers[1], 1), language)
    return written_date(date(*numbers), language)


def written_period(start: str, end: str | None, language: Language) -> str:
    """Return the dates of something that lasted, such as '8–9 May 2012' or '8.-9. maj 2012'."""
    if end is None or end == start:
        return written_partial_date(start, language)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        first, last = int(start[8:]), written_partial_date(end, language)
        return f"{first}–{last}" if language == "en" else f"{first}.-{last}"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{written_partial_date(start, language)} – {written_partial_date(end, language)}"


def written_number(number: int | Decimal, language: Language) -> str:
    """Return '1,158,154' or '1.158.154'."""
    return format_decimal(number, locale=LOCALES[language])


def written_percent(number: Decimal, language: Language) -> str:
    """Return '64.5%' or '64,5 %' (a table's form; a number that does not break from its sign)."""
    digits = format_decimal(number, format="0.0", locale=LOCALES[language])
    return f"{digits}%" if language == "en" else f"{digits}\u00a0%"


def written_euros(amount: int, language: Language) -> str:
    """Return '1,158,154 euros' or '1.158.154 euro'."""
    unit = "euro" if language == "da" or abs(amount) == 1 else "euros"
    return f"{written_number(amount, language)}\u00a0{unit}"


def written_money(amount: int, currency: str, language: Language) -> str:
    """Return an amount in whole units with the currency's name: '225,000 euros' or '225.000 euro'."""
    return format_currency(
        amount, currency, locale=LOCALES[language], format="#,##0", currency_digits=False, format_type="name"
    )


def sorting_key(word: str, language: Language) -> str:
    """Return the key by which a word is sorted, in Danish with æ, ø, å at the end."""
    lowered = word.casefold()
    if language == "da":
        return lowered.replace("aa", "å").translate(_DANISH_ORDER)
    return lowered


def first_letter(word: str, language: Language) -> str:
    """Return the letter under which a word is listed; Aa counts as Å in Danish."""
    upper = word.upper()
    if language == "da" and upper.startswith("AA"):
        return "Å"
    return upper[0]
