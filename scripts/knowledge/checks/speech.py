"""Words and talks that a text gives to somebody outside this site: found where no source stands with them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from knowledge.checks.lexicon import pattern, speech, speech_words
from knowledge.checks.prose import Passage, Sentence, plain, without_quotations
from knowledge.content.languages import Language

Kind = Literal["sourced", "guidance", "constructed"]

# At least three words in quotation marks are speech; fewer are a term or a title.
_SPEECH = re.compile(r"“(?P<a>[^“”]{8,600})”|”(?P<b>[^”]{8,600})”|\"(?P<c>[^\"]{8,600})\"|»(?P<d>[^«»]{8,600})«")
_THREE = re.compile(r"\w+\W+\w+\W+\w+")
# A first name and a family name; a title or an initial may stand between or before.
_NAME = r"[A-ZÆØÅÉ][a-zæøåéöäü]+(?:\s+(?:[A-ZÆØÅ]\.|af|von|van|de|el|al-))*\s+(?:[A-Z][a-z]+-)?[A-ZÆØÅÉ][a-zæøåéöäü]+"
# How far from the quotation its verb stands.
_REACH = 140
_SIGNED = re.compile(r"^[>\s]*(?:[–—]|-{1,2})\s*[A-ZÆØÅ]", re.MULTILINE)


def unsourced_speech(passage: Passage, kind: str, language: Language) -> Iterator[Sentence]:
    """Yield the quotations that are given to somebody real, or on a page of facts to anybody, without a source."""
    if passage.cited or kind == "constructed" or "case" in passage.blocks:
        return
    text = plain(passage.source)
    if passage.kind == "quote" and _SIGNED.search(text):
        yield Sentence(text.strip(" >\n").split("\n")[0], passage.line)
        return
    for match in _SPEECH.finditer(text):
        words = next(filter(None, match.groups()))
        if _THREE.search(words) and _is_given(_around(text, match), kind, language):
            yield Sentence(words, passage.line + text.count("\n", 0, match.start()))


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return the sentence's words before and after a quotation, other quotations left out."""
    before = without_quotations(text[: match.start()])[-_REACH:]
    after = without_quotations(text[match.end() :])[:_REACH]
    before = re.split(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÆØÅ])", before)[-1]
    after = re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ–])", after)[0] if not match[0][:-1].rstrip().endswith((".", "!", "?")) else ""
    return before, after


def _is_given(around: tuple[str, str], kind: str, language: Language) -> bool:
    words = " – ".join(around)
    if not speech("verbs", language).search(words):
        return False
    if _named(language).search(words):
        return True
    if speech("sample", language).search(words):
        return False
    if speech("actors", language).search(words):
        return True
    return kind == "sourced" and bool(speech("anyone", language).search(words))


@cache
def _named(language: Language) -> re.Pattern[str]:
    """Return a pattern of a person's name beside a verb of speech: 'said Anna Holm', 'Anna Holm, who led it, said'."""
    verbs = pattern(speech_words().verbs.in_language(language)).pattern
    titles = "|".join(re.escape(title) for title in speech_words().titles.in_language(language))
    name = rf"(?:(?:{titles})\.?\s+)?{_NAME}"
    verb = rf"(?i:{verbs})"
    return re.compile(rf"{verb}\s+(?:\w+\s+){{0,2}}?{name}|{name}(?:,[^.!?]{{1,80}},)?\s+(?:[a-zæøå]+\s+){{0,4}}?{verb}")


def unsourced_speakers(passage: Passage, kind: str, language: Language) -> Iterator[Sentence]:
    """Yield the sentences that tell of a speaker or a talk at a meeting, as something that happened, without a source."""
    if passage.cited or kind == "constructed" or "case" in passage.blocks:
        return
    for sentence in passage.sentences:
        words = sentence.text
        talks = speech("speakers", language).search(words) or speech("speeches", language).search(words)
        if not talks or speech("not_stated", language).search(words):
            continue
        name = re.search(_NAME, words)
        if name or (speech("told", language).search(words) and not speech("planned", language).search(words)):
            yield sentence
