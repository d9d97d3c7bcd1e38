"""What follows from a file that cannot be read, and would only bury the one finding that tells why.

While the register of sources has a slip in its YAML, every citation on the site names a source that is not there.
"""

from collections.abc import Iterable, Iterator, Mapping

from knowledge.content.findings import Finding
from knowledge.content.library import DATA, Library

# The findings that a data file calls forth when nothing of it can be read.
_FOLLOW: Mapping[str, frozenset[str]] = {
    f"{DATA}/sources.yml": frozenset({"source-unknown", "link-anchor"}),
    f"{DATA}/glossary.yml": frozenset({"term-unknown", "link-anchor"}),
    f"{DATA}/contacts.yml": frozenset({"block-argument", "contact-unknown", "guide-contact-unknown", "link-anchor"}),
    f"{DATA}/finances.yml": frozenset({"block-argument"}),
    f"{DATA}/timeline.yml": frozenset({"link-anchor"}),
    f"{DATA}/redirects.yml": frozenset({"address-vanished", "anchor-vanished"}),
    "mkdocs.yml": frozenset({"nav-entry-missing"}),
}
_VOCABULARIES = f"{DATA}/vocabularies/"
_ANCHORS = frozenset({"link-anchor", "anchor-vanished"})

# Two checks that look at the same place from two sides: the first is not needed where one of the others has spoken.
_TOLD_BETTER: Mapping[str, tuple[str, ...]] = {
    "metadata-unreadable": ("image-format", "image-broken", "image-misnamed"),
    "trust-tag": ("html-unknown",),
    "trust-link": ("link-windows", "link-incomplete"),
    "html-raw": ("trust-tag",),
}

# The data file of the records that a finding names.
_RECORDS: Mapping[str, str] = {
    "source-unknown": f"{DATA}/sources.yml",
    "term-unknown": f"{DATA}/glossary.yml",
    "block-argument": f"{DATA}/finances.yml",
}


def without_consequences(library: Library, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that would be there if every file could be read."""
    silent = {check for file in library.unread for check in _FOLLOW.get(file, ())}
    if any(file.startswith(_VOCABULARIES) for file in library.unread):
        silent.add("vocabulary-unknown")
    if any(file.startswith(DATA) for file in library.unread):
        silent |= _ANCHORS
    everything = [one for one in found if one.id not in silent and not _names_what_is_left_out(library, one)]
    told = {(one.id, one.file, one.line) for one in everything}
    for one in everything:
        if not any((better, one.file, one.line) in told for better in _TOLD_BETTER.get(one.id, ())):
            yield one


def _names_what_is_left_out(library: Library, found: Finding) -> bool:
    name = found.details.get("argument") or found.details.get("name", "")
    if found.id == "record-page-unknown":
        return any(file.endswith(f"/{name}.md") for file in library.unread)
    if found.id in _ANCHORS and "key" in found.details:
        return any(found.details["key"].endswith(f"#{record}") for _, record in library.left_out)
    return (_RECORDS.get(found.id, ""), name) in library.left_out
