"""What a fault is, and short ways to write the common ones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from knowledge.content.languages import LANGUAGES, Language
from knowledge.faults.copy import Copy, page_file

# Where most texts are set: a page of advice and a page of facts, both with several sections.
ADVICE, FACTS = "handbook/words", "conferences/workshop"

Place = tuple[str, int]


@dataclass(frozen=True)
class Expected:
    """Where the fault is to be told: a file and a line, and further ones where the same fault stands in several places."""

    file: str
    line: int
    also: tuple[Place, ...] = ()

    @property
    def places(self) -> frozenset[Place]:
        return frozenset({(self.file, self.line), *self.also})


@dataclass(frozen=True)
class Fault:
    """One way to break the site.

    Attributes:
        name: What somebody has done, as a sentence.
        check: The check that must find it.
        change: Breaks the copy, and returns where that must be told.
        consequences: Other checks that have to speak as well, each with the reason why.
        as_change: Looked at as a pull request that changes these files.
        earlier_known: The versions before the change can be looked up.
    """

    name: str
    check: str
    change: Callable[[Copy], Expected]
    consequences: Mapping[str, str] = field(default_factory=dict)
    as_change: bool = False
    earlier_known: bool = True


class Options(TypedDict, total=False):
    """What may be said of a fault besides.

    Attributes:
        at: How many lines below the beginning of the new text the fault stands.
        key: The page on which the text is set.
        consequences: Other checks that have to speak as well, each with the reason why.
    """

    at: int
    key: str
    consequences: Mapping[str, str]


def here(*places: Place) -> Expected:
    """Return the places where a fault must be told."""
    (file, line), *others = places
    return Expected(file, line, tuple(others))


def said(name: str, check: str, english: str, danish: str = "", **options: Unpack[Options]) -> Fault:
    """Return the fault of a text in the first section of both twins, told in both.

    Both are changed alike, so that figures, links and counts agree and only the fault itself is told.
    """
    key = options.get("key", ADVICE)
    texts: Mapping[Language, str] = {"en": english, "da": danish or english}
    return _in_each(name, check, options, lambda copy, tongue: (page_file(tongue, key), copy.say(tongue, key, texts[tongue])))


def said_once(name: str, check: str, language: Language, text: str, **options: Unpack[Options]) -> Fault:
    """Return the fault of a text in one language, which states nothing that the other would have to state."""
    key = options.get("key", ADVICE)
    return _in_one(name, check, options, lambda copy: (page_file(language, key), copy.say(language, key, text)))


def ended(name: str, check: str, english: str, danish: str, **options: Unpack[Options]) -> Fault:
    """Return the fault of a text at the end of both twins."""
    key = options.get("key", ADVICE)
    texts: Mapping[Language, str] = {"en": english, "da": danish}

    def make(copy: Copy, language: Language) -> Place:
        file = page_file(language, key)
        return file, copy.add(file, f"\n{texts[language]}\n") + 1

    return _in_each(name, check, options, make)


def replaced(name: str, check: str, file: str, change: tuple[str, str], **options: Unpack[Options]) -> Fault:
    """Return the fault of other words where a pattern first matches: `change` gives the pattern and the words."""
    return _in_one(name, check, options, lambda copy: (file, copy.replace(file, *change)))


def replaced_in_both(name: str, check: str, change: tuple[str, str], **options: Unpack[Options]) -> Fault:
    """Return the fault of the same replacement in both twins."""
    key = options.get("key", ADVICE)

    def make(copy: Copy, language: Language) -> Place:
        file = page_file(language, key)
        return file, copy.replace(file, *change)

    return _in_each(name, check, options, make)


def added(name: str, check: str, file: str, text: str, **options: Unpack[Options]) -> Fault:
    """Return the fault of a text at the end of a file."""
    return _in_one(name, check, options, lambda copy: (file, copy.add(file, text)))


def written(name: str, check: str, file: str, content: str | bytes, **options: Unpack[Options]) -> Fault:
    """Return the fault of a file that is new, or holds something else as a whole."""

    def make(copy: Copy) -> Place:
        copy.write(file, content)
        return file, 1

    return _in_one(name, check, options, make)


def _in_one(name: str, check: str, options: Options, make: Callable[[Copy], Place]) -> Fault:
    def change(copy: Copy) -> Expected:
        file, line = make(copy)
        return Expected(file, line + options.get("at", 0))

    return Fault(name, check, change, options.get("consequences", {}))


def _in_each(name: str, check: str, options: Options, make: Callable[[Copy, Language], Place]) -> Fault:
    def change(copy: Copy) -> Expected:
        return here(*((file, line + options.get("at", 0)) for file, line in (make(copy, tongue) for tongue in LANGUAGES)))

    return Fault(name, check, change, options.get("consequences", {}))
