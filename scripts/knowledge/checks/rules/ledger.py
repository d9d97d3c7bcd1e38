"""Addresses that have been published keep working: each is still there, or a redirect says where it leads.

A page or section that is gone in one language only is told by the rules about twins, and not a second time here.
"""

from collections.abc import Iterator, Mapping

from knowledge.checks.placeholders import has_template_text
from knowledge.checks.rule import Rule
from knowledge.checks.suggestions import suggestion
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.ledger import LEDGER
from knowledge.content.library import Library, PageName
from knowledge.content.page import Page
from knowledge.content.published import address, addresses, keys_of, lasting_anchors
from knowledge.content.redirects import FILE, Redirect

# As many of a page's new addresses as an editor without a terminal would copy by hand.
_SHOWN = 6


def vanished(library: Library) -> Iterator[Finding]:
    """An address of the ledger leads somewhere."""
    told: set[str] = set()
    lasting = {name: lasting_anchors(library, page) for name, page in library.pages.items()}
    for listed, line in library.ledger.items():
        language, keys, anchor = keys_of(listed)
        key = next((key for key in keys if any(_stands(library, tongue, key) for tongue in LANGUAGES)), None)
        if key is None:
            place = next((key for key in keys if key in library.redirects), None)
            if place is None and not anchor and keys[0] not in told:
                told.add(keys[0])
                nearest = suggestion(keys[0], {page.key for page in library.pages.values()})
                yield finding("address-vanished", LEDGER, line, address=listed, key=keys[0], **nearest)
        elif anchor and f"{key}#{anchor}" not in told and _is_lost(library, lasting, (language, key), anchor):
            told.add(f"{key}#{anchor}")
            known = {name for tongue in LANGUAGES for name in lasting.get((tongue, key), ())}
            yield finding("anchor-vanished", LEDGER, line, address=listed, key=f"{key}#{anchor}", **suggestion(anchor, known))


def _stands(library: Library, language: Language, key: str) -> bool:
    return f"docs/{language}/{key}.md" in library.files


def _both(library: Library, key: str) -> Iterator[Page]:
    yield from (page for language in LANGUAGES if (page := library.page(language, key)) is not None)


def _is_lost(library: Library, lasting: Mapping[PageName, frozenset[str]], name: PageName, anchor: str) -> bool:
    """Whether a section is gone and nothing says where; a page that cannot be read may still have it."""
    page = library.pages.get(name)
    if page is None or f"{page.key}#{anchor}" in library.redirects or anchor in lasting[name]:
        return False
    twin = library.twin(page)
    return twin is None or anchor not in {heading.id for heading in twin.document.headings}


def unlisted(library: Library) -> Iterator[Finding]:
    """Every address stands in the ledger, where one is kept; told at the English twin for both."""
    if not library.ledger:
        return
    for page in library.pages.values():
        twin = library.twin(page)
        if twin is None or has_template_text(page):
            # A page that is still being written has no address that anybody may rely on.
            continue
        common = {address(page.language, page.key, name) for name in _common(library, page, twin)}
        new = [found for found in addresses(library, page) if found not in library.ledger and found in common]
        if new:
            shown = ", ".join(new[:_SHOWN]) + (" …" if len(new) > _SHOWN else "")
            yield finding("address-unlisted", page.file, _line(page, new[0]), count=len(new), addresses=shown)


def _common(library: Library, page: Page, twin: Page) -> frozenset[str]:
    """Return the sections that both twins have, and '' for the page itself; others are told by the rules about twins."""
    return (lasting_anchors(library, page) & lasting_anchors(library, twin)) | {""}


def _line(page: Page, new: str) -> int:
    anchor = new.partition("#")[2]
    return next((mark.line for mark in page.document.ids if mark.name == anchor), 1)


def redirects(library: Library) -> Iterator[Finding]:
    """A redirect leads from what is gone to what is there, in both languages."""
    for redirect in library.redirects.values():
        line = library.line_of_record(FILE, redirect.id)
        if _is_living(library, redirect):
            yield finding("redirect-living", FILE, line, name=redirect.id)
        if not _leads_somewhere(library, redirect):
            nearest = suggestion(redirect.new_page, {page.key for page in library.pages.values()})
            yield finding("redirect-dead", FILE, line, name=redirect.id, target=redirect.to, **nearest)


def _is_living(library: Library, redirect: Redirect) -> bool:
    if not redirect.section:
        return any(_stands(library, language, redirect.page) for language in LANGUAGES)
    return any(redirect.section in lasting_anchors(library, page) for page in _both(library, redirect.page))


def _leads_somewhere(library: Library, redirect: Redirect) -> bool:
    for language in LANGUAGES:
        page = library.page(language, redirect.new_page)
        if page is None and f"docs/{language}/{redirect.new_page}.md" not in library.unread:
            return False
        if page is not None and redirect.new_section and redirect.new_section not in lasting_anchors(library, page):
            twin = library.pages.get((twin_language(language), redirect.new_page))
            if twin is None or redirect.new_section not in lasting_anchors(library, twin):
                return False
    return True


RULES: tuple[Rule, ...] = (
    vanished,
    unlisted,
    redirects,
)
