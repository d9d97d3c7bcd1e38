"""Text that a template has left: what the editor was to write, and the help for writing it."""

import re
from collections.abc import Iterator

from knowledge.content.page import Page
from knowledge.content.visible import without_code

# The marks around what an editor is to write (see scripts/knowledge/templates).
PLACEHOLDER = re.compile(r"‹[^‹›\n]{2,}›")
_HELP = re.compile(r"<!--\s*(?P<words>(?:Help|Hjælp):)")
_LEFT = re.compile(rf"{PLACEHOLDER.pattern}|‹(?:Help|Hjælp):[^\n]*?(?=\s*(?:-->|$))")


def left_in_text(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of everything that a template has left in a page's text; code shows marks and has none."""
    if "‹" not in page.body and not _HELP.search(page.body):
        return
    # A comment is blanked out with the code: its help is made text first.
    shown = without_code(_HELP.sub(lambda match: f"‹{match['words']}", page.body))
    for number, line in enumerate(shown.split("\n"), page.first_line):
        for match in _LEFT.finditer(line):
            yield number, match[0].removesuffix("-->").strip(" ‹›")


def has_template_text(page: Page) -> bool:
    """Whether a page is still being written."""
    return next(left_in_text(page), None) is not None
