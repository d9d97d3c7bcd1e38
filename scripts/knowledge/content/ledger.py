"""The ledger of published addresses, docs/data/published-urls.txt: what readers may have kept, printed or passed on.

One address a line, counted from the site's root (`/da/about/ethics/#voluntary`). Lines are only ever added: an address that is
gone stays in the ledger, and docs/data/redirects.yml says where it leads now.
"""

import re
from collections.abc import Iterable

from knowledge.content.findings import finding
from knowledge.content.reading import Reading

LEDGER = "docs/data/published-urls.txt"

HEADER = (
    "# Every address that the site has published: pages and their sections. Lines are added by `knowledge addresses --write`\n"
    "# and never removed; where a page or section has gone is told in redirects.yml.\n"
)

_ADDRESS = re.compile(r"^/(?:[\w.-]+/)*(?:#[^\s#]+)?$")


def read_ledger(text: str, reading: Reading) -> dict[str, int]:
    """Return each address with its line; a line that is none is told."""
    addresses: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if _ADDRESS.match(words):
            addresses.setdefault(words, number)
        else:
            reading.note(finding("ledger-line", LEDGER, number, words=words[:60]))
    return addresses


def with_addresses(text: str, addresses: Iterable[str]) -> str:
    """Return the ledger's text with addresses added, sorted; what stands in it stays."""
    lines = text.split("\n")
    notes = [line for line in lines if line.startswith("#")]
    listed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    head = "\n".join(notes) + "\n" if notes else HEADER
    return head + "".join(f"{address}\n" for address in sorted(listed | set(addresses)))
