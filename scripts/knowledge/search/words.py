"""How a text becomes the words that are searched: taken apart, stemmed and folded. docs/assets/scripts/search/words.js does the same
for what a reader types; a browser test holds the two together for every word of the site."""

import re
import unicodedata
from functools import cache

import snowballstemmer

from knowledge.content.languages import Language

_PART = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W\d_]+[-‐‑][^\W\d_]+")
_STEMMERS = {"en": snowballstemmer.stemmer("english"), "da": snowballstemmer.stemmer("danish")}

# American and British spellings of one word become one: the first of each pair is what a reader may type.
_SPELLINGS: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"iz(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "is"),
        (re.compile(r"(?<=[a-z]{3})our(?=s|al|$)"), "or"),
        (re.compile(r"(?<=progra)mme"), "m"),
        (re.compile(r"(?<=cen)tre"), "ter"),
    ),
    "da": (),
}
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "œ": "oe"})
_MARKS = re.compile(r"[\u0300-\u036f]+")

# Words that carry no subject. They are found in titles and headings alone, and a question is asked without them.
STOP_WORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        "a about all also am an and any are as at be been being between both but by can could did do does doing for from had has "
        "have he her here hers him his how i if in into is it its just may me might more most must my no nor not of off on or our "
        "out over own s shall she should so some somebody someone something such t than that the their them then there these they "
        "this those through to too under until up us very was we were what when where which while who whom whose why will with "
        "would you your one get gets got let there's vs versus".split()
    ),
    "da": frozenset(
        "ad af alle alt altså anden andet andre at begge blev blive bliver da de dem den denne der deres det dette dig din dine "
        "disse dit dog du efter eller en end er et fordi for fra få får før gennem gør gøre ham han hans har havde have hen hende "
        "hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke ind ingen intet ja jeg "
        "jer jeres jo kan kom kommer kunne lige man mange med meget mellem men mere mig min mine mit mod må ned nej noget nogen "
        "nogle nu når og også om op os over på sig sige sin sine sit skal ske sker skulle som så sådan til ud uden under var ved "
        "vi vil ville vor vores være været findes fx".split()
    ),
}


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters; of single signs only the digits."""
    return [word for word in _PART.findall(_even(text)) if len(word) > 1 or word.isdigit()]


def joined(text: str) -> list[str]:
    """Return the words with a hyphen as one word each: 'info-house' may also be looked for as 'infohouse'."""
    return ["".join(_PART.findall(word)) for word in _HYPHENED.findall(_even(text))]


def _even(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def fold(word: str) -> str:
    """Return a word as somebody may type it who has no æ, ø and å: 'æ' and 'ae', 'ø', 'oe' and 'o', 'å', 'aa' and 'a' are one."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_LETTERS)))
    return plain.replace("oe", "o").replace("aa", "a")


def spelled(word: str, language: Language) -> str:
    """Return a word in the one spelling that is searched."""
    for pattern, instead in _SPELLINGS[language]:
        word = pattern.sub(instead, word)
    return word


@cache
def stem(word: str, language: Language) -> str:
    """Return the stem of a word, its letters not yet folded."""
    return str(_STEMMERS[language].stemWord(spelled(word, language)))


@cache
def key(word: str, language: Language) -> str:
    """Return what stands for a word in the index."""
    return fold(stem(word, language))


def keys(text: str, language: Language) -> list[str]:
    """Return the keys of a text's words, in their order."""
    return [key(word, language) for word in tokens(text)]
