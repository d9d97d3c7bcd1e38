"""Links within the site, rewritten where they stand because a page has moved."""

import re
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote

from knowledge.content.markdown import read_markdown
from knowledge.content.visible import without_code
from knowledge.mend.words import replaced

# Where the address of a link stands: in brackets behind its words, behind its name, in an attribute of HTML.
_PLACES: tuple[re.Pattern[str], ...] = (
    re.compile(r"\]\(\s*<(?P<target>[^<>\n]*)>"),
    re.compile(r"\]\(\s*(?P<target>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*)"),
    re.compile(r"(?m)^ {0,3}\[[^\[\]^@\n]+\]:\s*<?(?P<target>[^\s<>]+)"),
    re.compile(r"(?i)\s(?:href|src)\s*=\s*[\"']?(?P<target>[^\"'\s>]+)"),
)
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|[/#?])", re.IGNORECASE)

# Returns what a link's target becomes.
Rewrite = Callable[[str], str]


class CannotRewrite(Exception):
    """A text whose links cannot be rewritten for certain."""


def rewritten(text: str, rewrite: Rewrite) -> str:
    """Return a Markdown text with its links rewritten; code, which shows links and has none, stays.

    Raises:
        CannotRewrite: Reading the new text does not give the rewritten links of the old.
    """
    changed = replaced(text, sorted(set(_changes(text, rewrite))))
    before = [rewrite(link.target) for link in read_markdown(text).links]
    if before != [link.target for link in read_markdown(changed).links]:
        raise CannotRewrite
    return changed


def _changes(text: str, rewrite: Rewrite) -> Iterator[tuple[int, int, str]]:
    start = 0
    visible = _visible(text)
    for pattern in _PLACES:
        for match in pattern.finditer(visible):
            target = rewrite(match["target"])
            if target != match["target"]:
                start, end = match.span("target")
                yield start, end, target


def _visible(text: str) -> str:
    """Return a text of the same length in which code and comments are blank."""
    lines = zip(text.split("\n"), without_code(text).split("\n"), strict=True)
    return "\n".join(seen if len(seen) == len(line) else " " * len(line) for line, seen in lines)


def target_from(file: str, target: str) -> str | None:
    """Return the file that a link in a file leads to, as a path below the root; None when it leads nowhere within the site."""
    if not target or _ELSEWHERE.match(target):
        return None
    return normpath(join(dirname(file), unquote(_parts(target)[0])))


def retargeted(target: str, place: str, to: str) -> str:
    """Return a link's target as it is written in the file `place` to lead to the file `to`, its section kept."""
    path, rest = _parts(target)
    address = relpath(to, dirname(place) or ".")
    if unquote(path) != path:
        address = quote(address)
    return address + ("/" if path.endswith("/") else "") + rest


def _parts(target: str) -> tuple[str, str]:
    """Split a target into its path and what follows it: '?…' and '#…'."""
    match = re.search(r"[?#]", target)
    place = match.start() if match else len(target)
    return target[:place], target[place:]
