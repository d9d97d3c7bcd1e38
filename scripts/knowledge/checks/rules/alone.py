"""Rules to which each file, with its twin, is a matter of its own.

They take the most time and are asked of one page and its twin at a time, so that what they found can be kept until one of the
two changes, or something else that the rule looks at.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from knowledge.checks.apart import answers
from knowledge.checks.rule import Rule
from knowledge.checks.rules import (
    figures,
    headings,
    link_words,
    lists,
    personal_data,
    programmes,
    readability,
    safety,
    structure,
    tables,
    templates,
    translations,
    trust,
)
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept, content_of, state_of
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import DATA, Library

CONFIG = "mkdocs.yml"

# What a rule looks at besides the file and its twin; a test holds that it is nothing else.
_ALSO: Mapping[Rule, tuple[str, ...]] = {
    safety.cases: (f"{DATA}/vocabularies/kinds.yml",),
    translations.terms: (f"{DATA}/glossary.yml",),
    **dict.fromkeys(trust.RULES, (CONFIG,)),
}
ALONE: frozenset[Rule] = frozenset(
    {
        *safety.RULES,
        *personal_data.RULES,
        *figures.RULES,
        *structure.RULES,
        *tables.RULES,
        *lists.RULES,
        *trust.RULES,
        *readability.RULES,
        *headings.RULES,
        *programmes.OF_A_RECORD,
        link_words.wording,
        link_words.doubles,
        link_words.language,
        link_words.addresses,
        templates.text,
        translations.facts,
        translations.terms,
    }
)


@cache
def groups() -> Mapping[tuple[str, ...], tuple[Rule, ...]]:
    """Return the rules by what they look at besides the file and its twin."""
    found: dict[tuple[str, ...], list[Rule]] = {}
    for rule in sorted(ALONE, key=lambda rule: (rule.__module__, rule.__name__)):
        found.setdefault(_ALSO.get(rule, ()), []).append(rule)
    return {also: tuple(rules) for also, rules in found.items()}


def twin_file(file: str) -> str | None:
    """Return the file of a page's twin; None for what is no page."""
    language = _language(file)
    return None if language is None else f"docs/{twin_language(language)}/{file.removeprefix(f'docs/{language}/')}"


def _language(file: str) -> Language | None:
    return next((tongue for tongue in LANGUAGES if file.startswith(f"docs/{tongue}/") and file.endswith(".md")), None)


def narrowed(library: Library, files: Collection[str]) -> Library:
    """Return the library of these files alone."""
    names = [(language, file[len(f"docs/{language}/") : -len(".md")]) for file in files if (language := _language(file))]
    pages = {name: library.pages[name] for name in names if name in library.pages}
    return replace(
        library,
        pages=pages,
        files={file: library.files[file] for file in files if file in library.files},
        programme_lines={file: library.programme_lines[file] for file in files if file in library.programme_lines},
    )


class Asked(NamedTuple):
    """Rules that are asked about one page and its twin, or about one other file.

    Attributes:
        unit: The files.
        also: What else the rules look at, by which they are grouped.
        state: The content of all that, as `state_of` tells it.
    """

    unit: tuple[str, ...]
    also: tuple[str, ...]
    state: str

    @property
    def name(self) -> str:
        """What it is kept under."""
        return f"{' '.join(self.also)} in {self.unit[0]}"


def found_alone(
    library: Library, kept: Kept | None, files: Collection[str] | None = None, processes: int = 1
) -> Iterator[Finding]:
    """Yield what these rules find.

    Args:
        library: All content.
        kept: What they have found before.
        files: Only these files, and their twins; without them, all.
        processes: How many processes may work on what is not kept.
    """
    if kept is None:
        part = library if files is None else narrowed(library, {*files, *filter(None, map(twin_file, files))})
        yield from chain.from_iterable(rule(part) for rule in ALONE)
        return
    asked = list(_asked(library, library.files if files is None else files))
    fresh = [one for one in asked if not kept.has(one.name, one.state)]
    for one, found in zip(fresh, answers(partial(_found, library), fresh, processes), strict=True):
        kept.put(one.name, one.state, found)
    for one in asked:
        yield from kept.get(one.name, one.state, partial(_found, library, one))


def _asked(library: Library, files: Collection[str]) -> Iterator[Asked]:
    shared = {also: [(file, content_of(library.root / file)) for file in also] for also in groups()}
    for unit in sorted({_unit(file) for file in files}):
        own = [(file, content_of(library.root / file)) for file in unit]
        for also in groups():
            yield Asked(unit, also, state_of([*own, *shared[also]]))


def _found(library: Library, asked: Asked) -> tuple[Finding, ...]:
    part = narrowed(library, asked.unit)
    return tuple(chain.from_iterable(rule(part) for rule in groups()[asked.also]))


def _unit(file: str) -> tuple[str, ...]:
    """Return a file with its twin, in one order whichever of the two is asked about."""
    return tuple(sorted({file, twin_file(file) or file}))
