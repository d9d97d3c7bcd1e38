"""Addresses of hosts that no page links to, found wherever they stand in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from knowledge.checks.lexicon import HostKind, hosts
from knowledge.checks.remember import of_text

# A name of at least two parts; after a slash only where it begins an address, so that the path of another host does not count.
_HOST = re.compile(
    r"(?P<link>(?<=//)(?:[^\s/@]*@)?)?(?<![\w.-])(?<!(?<!/)/)(?P<host>(?:[a-z0-9-]{1,63}\.){1,9}[a-z][a-z0-9-]{1,62})(?P<path>(?::\d+)?/)?",
    re.I,
)


@dataclass(frozen=True)
class Listed:
    """A listed host in a text, and why it is listed."""

    host: str
    line: int
    kind: HostKind


@of_text
def listed_hosts(text: str) -> Iterator[Listed]:
    """Yield the listed hosts that a text links to, or for some kinds only names."""
    for match in _HOST.finditer(text):
        name = match["host"].casefold()
        kind = _kind_of(name)
        if kind and (kind.mention or match["link"] is not None or match["path"]):
            yield Listed(name, 1 + text.count("\n", 0, match.start("host")), kind)


@cache
def _kind_of(name: str) -> HostKind | None:
    """Return why a host is listed, itself or a host that it is part of."""
    parts = name.split(".")
    for start in range(len(parts)):
        kind = _listed().get(_fingerprint(".".join(parts[start:])))
        if kind is not None:
            return kind
    return None


@cache
def _listed() -> Mapping[str, HostKind]:
    kinds = {kind.id: kind for kind in hosts().kinds}
    return {entry.fingerprint or _fingerprint(entry.host or ""): kinds[entry.kind] for entry in hosts().hosts}


def _fingerprint(name: str) -> str:
    return sha256(name.encode()).hexdigest()
