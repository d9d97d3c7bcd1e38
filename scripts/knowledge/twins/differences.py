"""What changed between two versions of a page: which sections, how, and with which words.

A change of form or a mended typing error leaves a translation right; a change of a number, a date, a link, a negation or of
other words does not. The difference is what decides whether a reader of the translation is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from knowledge.twins.sections import Section


class Kind(StrEnum):
    """What happened to a section."""

    added = "added"
    removed = "removed"
    moved = "moved"
    changed = "changed"


class Weight(StrEnum):
    """How much a change matters to a translation."""

    form = "form"
    typo = "typo"
    meaning = "meaning"


@dataclass(frozen=True)
class Words:
    """One place where words were replaced: what stood there and what stands there now (either may be empty)."""

    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What happened to one section between two versions."""

    id: str
    title: str
    kind: Kind
    weight: Weight
    words: tuple[Words, ...] = ()


# Words that turn a sentence round or set a duty: a change of one is never a typing error, however alike the two look.
_TURNING = frozenset({
    "not", "no", "never", "none", "nor", "neither", "without", "only", "must", "may", "can", "cannot", "should",
    "shall", "will", "would", "all", "any", "some", "every", "always", "often", "ikke", "ingen", "intet", "aldrig",
    "hverken", "uden", "kun", "skal", "må", "kan", "bør", "vil", "ville", "skulle", "alle", "nogen", "nogle", "hver",
    "altid", "ofte",
})  # fmt: skip
_TOKEN = re.compile(
    r"\]\([^)\s]*\)|\[@[^\]]*\]|\[\^[^\]]*\]|https?://[^\s)>]+|\{[^{}\n]*\}|\d[\d.,–-]*\d|\w+(?:['’-]\w+)*|[^\w\s]"
)
_FORM = re.compile(r"^[*_`~>|#\-+=:.,;!?\"'“”‘’«»()\[\]…–—/\\]+$|^\{[^{}]*\}$")
_LIST_NUMBER = re.compile(r"^(\s*)\d+[.)](?=\s)", re.MULTILINE)
# Two words are taken for one word mended when one letter differs, or two in a long word; a short word is another word.
_TYPO_LETTERS = 2
_LONG_WORD = 8
_TYPO_SHORTEST = 4


def compare(before: Sequence[Section], after: Sequence[Section]) -> tuple[Change, ...]:
    """Return what changed from one version's sections to another's, in the order of the newer version, removed ones last."""
    old = {section.id: section for section in before}
    new = {section.id: section for section in after}
    moved = _moved([section.id for section in before], [section.id for section in after])
    changes: list[Change] = []
    for section in after:
        if section.id not in old:
            changes.append(Change(section.id, section.title, Kind.added, Weight.meaning, (Words("", _plain(section.text)),)))
            continue
        changed = _change(old[section.id], section)
        if changed is not None:
            changes.append(changed)
        if section.id in moved:
            changes.append(Change(section.id, section.title, Kind.moved, Weight.form))
    for section in before:
        if section.id not in new:
            changes.append(Change(section.id, section.title, Kind.removed, Weight.meaning, (Words(_plain(section.text), ""),)))
    return tuple(changes)


def _moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return the sections that stand elsewhere in the order of those that both versions have."""
    common = set(before) & set(after)
    old, new = [name for name in before if name in common], [name for name in after if name in common]
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    kept = {name for block in matcher.get_matching_blocks() for name in old[block.a : block.a + block.size]}
    return frozenset(common - kept)


def _change(before: Section, after: Section) -> Change | None:
    if (before.title, before.text, before.level) == (after.title, after.text, after.level):
        return None
    old, new = _tokens(f"{before.title}\n{before.text}"), _tokens(f"{after.title}\n{after.text}")
    words = tuple(_replaced(old, new))
    weight = max((_weigh(place) for place in words), key=_HEAVIER.index, default=Weight.form)
    return Change(after.id, after.title, Kind.changed, weight, words)


_HEAVIER = [Weight.form, Weight.typo, Weight.meaning]


def _tokens(text: str) -> list[str]:
    """Return words, numbers, links and citations; marks of form are left out, so that a change of form is no change here."""
    plain = _LIST_NUMBER.sub(r"\1", text)
    return [token for token in _TOKEN.findall(plain) if not _FORM.match(token)]


def _plain(text: str) -> str:
    return " ".join(_tokens(text))


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Words]:
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield Words(" ".join(before[start:end]), " ".join(after[other_start:other_end]))


def _weigh(place: Words) -> Weight:
    before, after = place.before.split(), place.after.split()
    if len(before) != len(after) or not before:
        # Two words written as one, or one as two, say the same.
        joined = "".join(before).replace("-", "").casefold() == "".join(after).replace("-", "").casefold()
        return Weight.typo if joined and before else Weight.meaning
    return Weight.typo if all(map(_is_typo, before, after)) else Weight.meaning


def _is_typo(before: str, after: str) -> bool:
    if before.casefold() == after.casefold():
        return True
    if any(letter.isdigit() for letter in before + after) or before.startswith(("[", "]", "http", "{")):
        return False
    if {before.casefold(), after.casefold()} & _TURNING or min(len(before), len(after)) < _TYPO_SHORTEST:
        return False
    return before[0].casefold() == after[0].casefold() and edit_distance(before.casefold(), after.casefold()) <= _allowed(
        before
    )


def _allowed(word: str) -> int:
    return 1 if len(word) < 8 else _TYPO_LETTERS


def edit_distance(before: str, after: str) -> int:
    """Return how many letters must be changed, added or taken away, or neighbours swapped, to make one word the other."""
    rows = [list(range(len(after) + 1))]
    for i, letter in enumerate(before, 1):
        row = [i]
        for j, other in enumerate(after, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == after[j - 2] and before[i - 2] == other:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
