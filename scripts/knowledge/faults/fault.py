"""What a fault is, and short ways to write the common ones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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


def here(*places: Place) -> Expected:
    """Return the places where a fault must be told."""
    (file, line), *others = places
    return Expected(file, line, tuple(others))


def said(name: str, check: str, english: str, danish: str = "", *, at: int = 0, key: str = ADVICE, **more: object) -> Fault:
    """Return the fault of a text in both languages, told in both; `at` counts its lines.

    Both are changed alike, so that figures, links and counts agree and only the fault itself is told.
    """
    texts: Mapping[Language, str] = {"en": english, "da": danish or english}

    def change(copy: Copy) -> Expected:
        return here(*((page_file(tongue, key), copy.say(tongue, key, texts[tongue]) + at) for tongue in LANGUAGES))

    return Fault(name, check, change, **more)  # type: ignore[arg-type]


def said_once(
    name: str, check: str, language: Language, text: str, *, at: int = 0, key: str = ADVICE, **more: object
) -> Fault:
    """Return the fault of a text in one language, which states nothing that the other would have to state."""

    def change(copy: Copy) -> Expected:
        return Expected(page_file(language, key), copy.say(language, key, text) + at)

    return Fault(name, check, change, **more)  # type: ignore[arg-type]


def ended(name: str, check: str, english: str, danish: str, *, at: int = 0, key: str = ADVICE, **more: object) -> Fault:
    """Return the fault of a text at the end of both twins."""
    texts: Mapping[Language, str] = {"en": english, "da": danish}

    def change(copy: Copy) -> Expected:
        return here(
            *((page_file(tongue, key), copy.add(page_file(tongue, key), f"\n{texts[tongue]}\n") + 1 + at) for tongue in LANGUAGES)
        )

    return Fault(name, check, change, **more)  # type: ignore[arg-type]


def replaced(name: str, check: str, file: str, pattern: str, new: str, *, at: int = 0, **more: object) -> Fault:
    """Return the fault of other words in the place of the first match of a pattern."""
    return Fault(name, check, lambda copy: Expected(file, copy.replace(file, pattern, new) + at), **more)  # type: ignore[arg-type]


def replaced_in_both(name: str, check: str, key: str, pattern: str, new: str, *, at: int = 0, **more: object) -> Fault:
    """Return the fault of the same replacement in both twins."""

    def change(copy: Copy) -> Expected:
        files = [page_file(tongue, key) for tongue in LANGUAGES]
        return here(*((file, copy.replace(file, pattern, new) + at) for file in files))

    return Fault(name, check, change, **more)  # type: ignore[arg-type]


def added(name: str, check: str, file: str, text: str, *, at: int = 0, **more: object) -> Fault:
    """Return the fault of a text at the end of a file."""
    return Fault(name, check, lambda copy: Expected(file, copy.add(file, text) + at), **more)  # type: ignore[arg-type]


def written(name: str, check: str, file: str, content: str | bytes, line: int = 1, **more: object) -> Fault:
    """Return the fault of a file that is new, or holds something else as a whole."""

    def change(copy: Copy) -> Expected:
        copy.write(file, content)
        return Expected(file, line)

    return Fault(name, check, change, **more)  # type: ignore[arg-type]
