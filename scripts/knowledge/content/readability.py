"""How hard a text is to read: LIX for Danish, Flesch's reading ease for English, and its longest sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.content.chunks import chunks_of, item_of
from knowledge.content.page import Page

_CITATION = re.compile(r"\[@[^\]\n]*\]|\[\^[^\]\n]*\]")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_MARKS = re.compile(r"\{[^{}]*\}|<[^<>]*>|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
# Neither sentence nor paragraph: a heading, a table row, the line of a block, a definition, a rule across the page.
_NO_PROSE = re.compile(r"^\s*(?:#{1,6}\s|\||/{3,}|\[[^\]]+\]:|[-*_=]{3,}\s*$)")
_WORD = re.compile(r"[^\W_](?:[\w'’.,-]*[\w])?")
# A period ends a sentence only before a word with a capital letter: 8.-9. maj, 1.158.154, pct. and fx do not.
_END = re.compile(r"(?<=[.!?…])[”\"’)»]*\s+(?=[“”\"‘’(«»]*[A-ZÆØÅ0-9])|(?<=:)\s+(?=[“”\"‘’(«»]*[A-ZÆØÅ])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:[a-zæøå]|ca|fx|bl\.a|nr|stk|pct|kr|mio|mia|kl|jf|osv|mv|mfl|e\.g|i\.e|no|art|sec|Mr|Ms|Dr)|\d)\.$"
)

_VOWELS = re.compile(r"[aeiouy]+")
LONG_WORD = 6
# A shorter text says too little of how its author writes.
ENOUGH_WORDS = 100


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the line on which its paragraph begins."""

    words: tuple[str, ...]
    line: int

    @property
    def begins(self) -> str:
        """Its first words, for an editor to find it by."""
        return " ".join(self.words[:6])


def sentences_of(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a page's own text; headings, tables, code and the lines of blocks are none."""
    return tuple(
        Sentence(words, line)
        for line, paragraph in _paragraphs(page)
        for sentence in _cut(paragraph)
        if (words := tuple(_WORD.findall(sentence)))
    )


def _paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each paragraph and each list item with its line."""
    for chunk in chunks_of(page):
        held: list[str] = []
        first = chunk.line
        for number, line in enumerate(chunk.lines, chunk.line):
            item = item_of(line, number)
            if (item is not None or _NO_PROSE.match(line)) and held:
                yield first, _plain(" ".join(held))
                held = []
            if _NO_PROSE.match(line):
                continue
            first = first if held else number
            held.append(item.text if item else line.strip(" >\t"))
        if held:
            yield first, _plain(" ".join(held))


def _plain(text: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", _CITATION.sub("", text)))


def _cut(paragraph: str) -> Iterator[str]:
    held = ""
    for part in _END.split(paragraph):
        held = f"{held} {part}" if held else part
        if not _SHORT_FORM.search(held):
            yield held
            held = ""
    if held:
        yield held


def lix(sentences: tuple[Sentence, ...]) -> float:
    """Return Björnsson's LIX: words in a sentence, and the share in per cent of words with more than six letters."""
    words = [word for sentence in sentences for word in sentence.words]
    long = sum(len(re.sub(r"\W", "", word)) > LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * long / len(words) if words else 0.0


def flesch(sentences: tuple[Sentence, ...]) -> float:
    """Return Flesch's reading ease for English: 100 is very easy, below 30 very hard."""
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return 100.0
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Return roughly how many syllables an English word has: its groups of vowels, less a silent e at the end."""
    letters = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(_VOWELS.findall(letters))
    silent = (
        groups > 1 and re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|(?<=[^aeiouysxz])es$", letters) and not letters.endswith("ches")
    )
    return max(1, groups - bool(silent))


def longest(sentences: tuple[Sentence, ...], count: int = 3) -> tuple[Sentence, ...]:
    """Return the longest sentences, the longest first."""
    return tuple(sorted(sentences, key=lambda sentence: -len(sentence.words))[:count])
