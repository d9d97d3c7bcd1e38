"""Every address that the site publishes, known without building it: pages in both languages and their lasting sections."""

from collections.abc import Iterator

from knowledge.content.addresses import site_path
from knowledge.content.blocks import BLOCKS
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.page import Page

# Boards whose parts come and go with the work on the site; nobody is promised their addresses. The list of sources at a page's
# end is left out for the same reason: it follows the citations.
_PASSING = frozenset({"checks", "status", "changes", "sources-register"})


def lasting_anchors(library: Library, page: Page) -> frozenset[str]:
    """Return the ids on a page that a reader may keep: those that editors wrote, and those of the records drawn on it."""
    drawn = {
        anchor
        for block in page.document.blocks
        if block.name in BLOCKS and block.name not in _PASSING
        for anchor in BLOCKS[block.name].anchors(library, block.argument)
    }
    return page.anchors | drawn


def address(language: Language, key: str, anchor: str = "") -> str:
    """Return an address as the ledger writes it: '/da/about/ethics/#voluntary'."""
    return f"/{site_path(language, key)}{f'#{anchor}' if anchor else ''}"


def addresses(library: Library, page: Page) -> Iterator[str]:
    """Yield a page's own address and those of its sections, sorted."""
    yield address(page.language, page.key)
    for anchor in sorted(lasting_anchors(library, page)):
        yield address(page.language, page.key, anchor)


def all_addresses(library: Library) -> frozenset[str]:
    """Return every address of the site."""
    return frozenset(found for page in library.pages.values() for found in addresses(library, page))


def keys_of(listed: str) -> tuple[Language, tuple[str, str], str]:
    """Return what an address of the ledger means: the language, the two keys that its page may have, and the section."""
    path, _, anchor = listed.partition("#")
    parts = path.strip("/")
    others = (tongue for tongue in LANGUAGES if tongue != DEFAULT_LANGUAGE)
    language = next((tongue for tongue in others if f"{parts}/".startswith(f"{tongue}/")), DEFAULT_LANGUAGE)
    key = parts if language == DEFAULT_LANGUAGE else parts.removeprefix(language).strip("/")
    return language, (key or "index", f"{key}/index" if key else "index"), anchor
