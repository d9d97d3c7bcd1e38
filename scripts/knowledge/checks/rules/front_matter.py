"""What pages say about themselves."""

from collections.abc import Iterator

from knowledge.checks.rule import Rule
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library

# Which closed list each field of the front matter is taken from.
VOCABULARIES = {"kind": "kinds", "audience": "audiences", "owner": "owners"}


def vocabularies(library: Library) -> Iterator[Finding]:
    """Kind, audience and owner are terms of their lists."""
    for page in library.pages.values():
        if page.front is None:
            continue
        for field, vocabulary in VOCABULARIES.items():
            known = library.vocabularies.get(vocabulary, {})
            value = getattr(page.front, field)
            for name in (value,) if isinstance(value, str) else value:
                if name not in known:
                    yield finding(
                        "vocabulary-unknown", page.file, page.line_of(field), field=field, got=name, known=", ".join(known)
                    )


RULES: tuple[Rule, ...] = (vocabularies,)
