"""How hard the handbook is to read. Advice: a formula counts letters and words and knows nothing of what they say."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content import readability
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library

_HANDBOOK = "handbook/"
HIGHEST_LIX = 45
LOWEST_FLESCH = 50


def handbook(library: Library) -> Iterator[Finding]:
    """A page of the handbook can be read by somebody who is worried and short of time."""
    for page in library.pages.values():
        if not page.key.startswith(_HANDBOOK):
            continue
        sentences = readability.sentences_of(page)
        if sum(len(sentence.words) for sentence in sentences) < readability.ENOUGH_WORDS:
            continue
        first, *others = readability.longest(sentences)
        shown = "; ".join(
            f"{one.begins} … ({page.file.rpartition('/')[2]}:{one.line}, {len(one.words)})" for one in (first, *others)
        )
        if page.language == "da" and (score := round(readability.lix(sentences))) > HIGHEST_LIX:
            yield finding("lix-high", page.file, first.line, score=score, limit=HIGHEST_LIX, sentences=shown)
        if page.language == "en" and (score := round(readability.flesch(sentences))) < LOWEST_FLESCH:
            yield finding("flesch-low", page.file, first.line, score=score, limit=LOWEST_FLESCH, sentences=shown)


RULES: tuple[Rule, ...] = (handbook,)
