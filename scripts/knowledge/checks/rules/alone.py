"""Rules to which each file, with its twin, is a matter of its own.

They take the most time and are asked of one page and its twin at a time, so that what they found can be kept until one of the
two changes, or something else that the rule looks at.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

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


def found_alone(library: Library, kept: Kept | None, files: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield what these rules find.

    Args:
        library: All content.
        kept: What they have found before.
        files: Only these files, and their twins; without them, all.
    """
    if kept is None:
        part = library if files is None else narrowed(library, {*files, *filter(None, map(twin_file, files))})
        yield from chain.from_iterable(rule(part) for rule in ALONE)
        return
    shared = {also: [(file, content_of(library.root / file)) for file in also] for also in groups()}
    for unit in sorted({_unit(file) for file in (library.files if files is None else files)}):
        own = [(file, content_of(library.root / file)) for file in unit]
        for also, rules in groups().items():
            name = f"{' '.join(also)} in {unit[0]}"
            yield from kept.get(name, state_of([*own, *shared[also]]), _asked(library, unit, rules))


def _asked(library: Library, unit: Collection[str], rules: Iterable[Rule]) -> Callable[[], tuple[Finding, ...]]:
    """Return a function that asks rules about one page and its twin, or about one other file."""
    return lambda: tuple(chain.from_iterable(rule(narrowed(library, unit)) for rule in rules))


def _unit(file: str) -> tuple[str, ...]:
    """Return a file with its twin, in one order whichever of the two is asked about."""
    return tuple(sorted({file, twin_file(file) or file}))
