"""The guide for someone who is worried: every choice leads on, every path ends soon, and what the steps name exists."""

from collections.abc import Callable, Iterator, Mapping

from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.content.findings import Finding, finding
from knowledge.content.guide import GUIDE, MOST_CHOICES, Guide
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library
from knowledge.content.positions import Location

Told = Iterator[tuple[str, Location, Mapping[str, object]]]


def _rule(tell: Callable[[Library, Guide], Told]) -> Rule:
    """Return a rule from what is to be told of the guide: the check, the part of the record, the words."""

    def rule(library: Library) -> Iterator[Finding]:
        if library.guide is not None and library.guide_lines is not None:
            for check, location, words in tell(library, library.guide):
                yield finding(check, GUIDE, library.guide_lines.line_of(location), **words)

    rule.__name__ = tell.__name__
    return rule


# ---------- Ways ----------


def _dead_ends(library: Library, guide: Guide) -> Told:
    """A question has choices, and each of them leads to something."""
    nodes = guide.locations()
    for name, location in nodes.items():
        ways = guide.ways(name)
        if not ways and guide.step(name) is None:
            yield "guide-dead-end", location, {"words": name, **_nothing("has no choices", "har ingen valg")}
        for way in ways:
            if way.to not in nodes:
                yield "guide-dead-end", way.location, {"words": way.says.en, **_leads_to(way.to, nodes)}


def _leads_to(name: str, nodes: Mapping[str, object]) -> dict[str, str]:
    """Return what is said of a choice that leads to no node."""
    if not name:
        return _nothing("is given no answer in this role", "får intet svar i denne rolle")
    near = suggestion(name, nodes)
    return {
        "en": f"leads to “{name}”, which does not exist{near['suggestion_en']}",
        "da": f"fører til ”{name}”, som ikke findes{near['suggestion_da']}",
    }


def _nothing(english: str, danish: str) -> dict[str, str]:
    return {"en": english, "da": danish}


def _loops(library: Library, guide: Guide) -> Told:
    """Nobody comes back to where they were."""
    told: set[Location] = set()
    for path in guide.paths():
        if path[-1] in path[:-1]:
            back = next(way for way in guide.ways(path[-2]) if way.to == path[-1])
            if back.location not in told:
                told.add(back.location)
                yield "guide-loop", back.location, {"name": path[-1], "path": _written(path[path.index(path[-1]) :])}


def _written(path: tuple[str, ...]) -> str:
    return " → ".join(path)


def _unreached(library: Library, guide: Guide) -> Told:
    """Somebody comes to every question and every next step."""
    reached = {name for path in guide.paths() for name in path}
    for name, location in guide.locations().items():
        if name not in reached:
            yield "guide-unreached", location, {"name": name}


def _long_paths(library: Library, guide: Guide) -> Told:
    """A next step is never further away than a worried reader will go."""
    nodes = guide.locations()
    longest = {path[-1]: path for path in sorted(guide.paths(), key=len) if path[-1] in nodes and path[-1] not in path[:-1]}
    for name, path in longest.items():
        if len(path) - 1 > MOST_CHOICES:
            words = {"name": name, "count": len(path) - 1, "most": MOST_CHOICES, "path": _written(path)}
            yield "guide-too-long", nodes[name], words


# ---------- What is named ----------


def _pages(library: Library, guide: Guide) -> Told:
    """A page to read next exists in both languages; until then it is not shown."""
    for index, step in enumerate(guide.steps):
        for place, name in enumerate(step.pages):
            if any(library.page(language, name) is None for language in LANGUAGES):
                near = suggestion(name, (key for _, key in library.pages))
                yield "guide-page-unknown", ("steps", index, "pages", place), {"step": step.id, "name": name, **near}


def _contacts(library: Library, guide: Guide) -> Told:
    """A contact of a step is one of the contact points."""
    for index, step in enumerate(guide.steps):
        for place, name in enumerate(step.contacts):
            if name not in library.contacts:
                words = {"step": step.id, "name": name, "known": ", ".join(library.contacts)}
                yield "guide-contact-unknown", ("steps", index, "contacts", place), words | suggestion(name, library.contacts)


def _sources(library: Library, guide: Guide) -> Told:
    """The sources of a part exist."""
    for node, location in guide.nodes():
        for place, name in enumerate(node.sources):
            if name not in library.sources:
                words = {"name": name, **suggestion(name, library.sources)}
                yield "source-unknown", (*location, "sources", place), words


RULES: tuple[Rule, ...] = tuple(
    _rule(tell) for tell in (_dead_ends, _loops, _unreached, _long_paths, _pages, _contacts, _sources)
)
