"""How a text becomes the words that are searched: taken apart, stemmed and folded.

docs/assets/scripts/search/words.js does the same for what a reader types; a test holds the two together on every word.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

import snowballstemmer
import yaml

from knowledge.content.languages import LANGUAGES, Language

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

_LISTS = yaml.safe_load(files("knowledge.search").joinpath("stop-words.yml").read_text(encoding="utf-8"))
STOP_WORDS: dict[Language, frozenset[str]] = {language: frozenset(_LISTS[language].split()) for language in LANGUAGES}


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters; of single signs only the digits."""
    return [word for word in _PART.findall(_even(text)) if len(word) > 1 or word.isdigit()]


def joined(text: str) -> list[str]:
    """Return the words with a hyphen as one word each: 'info-house' may also be looked for as 'infohouse'."""
    return ["".join(_PART.findall(word)) for word in _HYPHENED.findall(_even(text))]


def _even(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def fold(word: str) -> str:
    """Return a word as somebody may type it without æ, ø and å: 'æ' is 'ae'; 'ø' is 'oe' or 'o'; 'å' is 'aa' or 'a'."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_LETTERS)))
    return plain.replace("oe", "o").replace("aa", "a")


def spelled(word: str, language: Language) -> str:
    """Return a word in the one spelling that is searched."""
    for pattern, instead in _SPELLINGS[language]:
        word = pattern.sub(instead, word)
    return word


@cache
def key(word: str, language: Language) -> str:
    """Return what stands for a word in the index: the stem of the folded word, the same however it is typed."""
    return str(_STEMMERS[language].stemWord(fold(spelled(word, language))))


def beginning_of(word: str, its_key: str) -> str:
    """Return the beginning of a word as it is written that its key stands for; the key itself where there is none."""
    beginnings = (word[:end] for end in range(1, len(word) + 1))
    return next((beginning for beginning in beginnings if fold(beginning) == its_key), its_key)


def keys(text: str, language: Language) -> list[str]:
    """Return the keys of a text's words, in their order."""
    return [key(word, language) for word in tokens(text)]
