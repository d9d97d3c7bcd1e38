"""Ways to break a small site, each with the file and line where that is to be told."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.checks.catalogue import catalogue
from knowledge.checks.rules import check
from knowledge.content.findings import Finding
from knowledge.content.library import Library

from tests.small_site import NAV, SmallSite

EN, DA = "docs/en/index.md", "docs/da/index.md"
# The small site's pages have their front matter on lines 1 to 11; the heading follows, and after an empty line the text.
HEADING_LINE, TEXT_LINE = 12, 14
WORDS = {"en": "Words", "da": "Ord"}
EVENT: Mapping[str, Any] = {
    "id": "start",
    "date": "2009",
    "title": WORDS,
    "text": WORDS,
    "status": "held",
    "sources": ["sheet"],
}


def say(site: SmallSite, text: str) -> None:
    """Write a text below the heading of the English page."""
    site.page("en", "index", f"# Hello {{#hello}}\n\n{text}\n")


def told(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Return id, file and line of each finding that must be mended.

    The small site's translation is declared by nobody, which is no matter here; advice on its few words would be in the way.
    """
    entries = catalogue()
    return [
        (found.id, found.file, found.line)
        for found in findings
        if entries[found.id].severity == "error" and entries[found.id].subject != "translations"
    ]


def ids(findings: Iterable[Finding]) -> set[str]:
    return {name for name, _, _ in told(findings)}


def _everything(library: Library) -> Iterable[Finding]:
    return check(library)


@dataclass(frozen=True)
class Example:
    """A broken site.

    Attributes:
        with_it: Other checks that the same mistake sets off.
        look: What looks at the site.
    """

    file: str
    line: int
    make: Callable[[SmallSite], object]
    with_it: frozenset[str] = frozenset()
    look: Callable[[Library], Iterable[Finding]] = _everything

    def findings(self, site: SmallSite) -> list[Finding]:
        """Break the site and return what is found."""
        self.make(site)
        return list(self.look(site.library()))


def in_text(text: str, line: int = TEXT_LINE) -> Example:
    """Return the example of a text below the heading of the English page."""
    return Example(EN, line, lambda site: say(site, text))


def in_both(body: str, line: int = HEADING_LINE) -> Example:
    """Return the example of a text in both languages, told at the English page first."""
    return Example(EN, line, lambda site: site.pages("index", body))


def in_bytes(change: Callable[[bytes], bytes], line: int = 1) -> Example:
    """Return the example of a change to the English file as it is saved."""
    return Example(EN, line, lambda site: site.write(EN, change((site.root / EN).read_bytes())))


def in_file(file: str, content: str | bytes, line: int = 1) -> Example:
    return Example(file, line, lambda site: site.write(file, content))


def in_link(target: str) -> Example:
    return Example("docs/en/link.md", 1, lambda site: (site.root / "docs/en/link.md").symlink_to(target))


def in_front(file: str, line: int, **front: Any) -> Example:
    """Return the example of front matter in one of the two pages."""
    language = file.split("/")[1]
    return Example(file, line, lambda site: site.page(language, "index", "# Hello {#hello}\n\nText.\n", **front))


def in_records(name: str, records: list[Any], line: int = 1) -> Example:
    # YAML would write a value that stands twice once only; copies have lines of their own.
    copies = json.loads(json.dumps(records))
    return Example(f"docs/data/{name}", line, lambda site: site.data(name, copies))


def in_navigation(more: str, line: int) -> Example:
    """Return the example of lines that follow the only entry of the navigation."""
    entry = "  - Home: index.md\n"
    return Example("mkdocs.yml", line, lambda site: site.write("mkdocs.yml", NAV.replace(entry, entry + more)))
