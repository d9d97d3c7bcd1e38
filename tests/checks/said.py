"""What all checks together say of a text on a page of the small site, so that a test sees that nothing else is said."""

from typing import Any

from tests.small_site import SmallSite

PAGE = "docs/en/index.md"
# Line of the file on which the text begins: below the front matter and the main heading.
FIRST = 14


def said(site: SmallSite, text: str, **front: Any) -> list[tuple[str, int]]:
    """Return the id of each finding on a page with this text, and its line counted in the text."""
    site.pages("index", f"# Hello {{#hello}}\n\n{text}", **front)
    return [(found.id, found.line - FIRST + 1) for found in site.findings() if found.file == PAGE]
