"""Words that mean the same, in both languages: of the glossary, the closed lists, the countries and readers' own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.content.languages import Language, twin_language
from knowledge.content.library import Library
from knowledge.search.words import STOP_WORDS, key, tokens

# Closed lists whose terms readers use as words of their own.
_LISTS = ("settings", "target-groups", "methods", "extremism-forms", "audiences", "prevention-levels")


@dataclass(frozen=True)
class Group:
    """Forms of one thing, each as the keys of its words; those of the language searched come first.

    Attributes:
        term: The id of the glossary's term, where it is one: it answers a question for just this word.
        own: How many of the forms are of the language searched.
    """

    forms: tuple[tuple[str, ...], ...]
    own: int
    term: str = ""


def groups(library: Library, language: Language) -> tuple[Group, ...]:
    """Return every group of forms that says more than one form does, or that the glossary explains."""
    other = twin_language(language)
    found: list[Group] = []
    for term in library.glossary.values():
        own = (term.term, term.forms, term.avoid)
        found.append(_group(language, _said(own, language), _said(own, other), term.id))
    pairs = [entry.label for name in _LISTS for entry in library.vocabularies.get(name, {}).values()]
    for pair in (*pairs, *(country.name for country in library.countries.values())):
        found.append(_group(language, (pair.in_language(language),), (pair.in_language(other),)))
    for words in library.search_words.values():
        if words.alike:
            found.append(_group(language, words.forms.in_language(language), words.forms.in_language(other)))
    return tuple(dict.fromkeys(group for group in found if len(group.forms) > 1 or group.term))


def _said(parts: tuple[object, ...], language: Language) -> Iterator[str]:
    for part in parts:
        words = part.in_language(language)  # type: ignore[attr-defined]
        yield from (words,) if isinstance(words, str) else words


def _group(language: Language, own: Iterable[str], other: Iterable[str], term: str = "") -> Group:
    first = list(dict.fromkeys(form for words in own if (form := form_keys(words, language))))
    rest = [form for words in other if (form := form_keys(words, language)) and form not in first]
    return Group(tuple(dict.fromkeys((*first, *rest))), len(first), term)


def form_keys(words: str, language: Language) -> tuple[str, ...]:
    """Return the keys of a form without the words that carry no subject, unless it has no others."""
    said = tokens(words)
    telling = [word for word in said if word not in STOP_WORDS[language]]
    return tuple(key(word, language) for word in telling or said)
