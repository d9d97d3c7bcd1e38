"""Addresses and navigation: what readers have kept and what leads to each page."""

from collections.abc import Callable

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault, added, here, replaced, said

_LEDGER, _REDIRECTS, _CONFIG = "docs/data/published-urls.txt", "docs/data/redirects.yml", "mkdocs.yml"
_LEAST_LINKED = "contribute/experience"


def menu_title(danish: str) -> Callable[[Copy], Expected]:
    """Return the change of a Danish title in the navigation, told at the entry."""

    def change(copy: Copy) -> Expected:
        copy.replace(_CONFIG, r"^            Home: Forside$", f"            Home: {danish}")
        return Expected(_CONFIG, copy.line(_CONFIG, r"^  - Home: index.md$"))

    return change


def _both_deleted(copy: Copy) -> Expected:
    copy.remove(*(page_file(tongue, _LEAST_LINKED) for tongue in LANGUAGES))
    return Expected(_LEDGER, copy.line(_LEDGER, rf"^/{_LEAST_LINKED}/$"))


def _id_renamed(copy: Copy) -> Expected:
    for language in LANGUAGES:
        copy.replace(page_file(language, ADVICE), r"\{#concern\}", "{#worry}")
    return Expected(_LEDGER, copy.line(_LEDGER, rf"^/da/{ADVICE}/#concern$"))


def _redirect(name: str, check: str, record: str) -> Fault:
    def change(copy: Copy) -> Expected:
        # The file is an empty list until the first address has gone.
        has_none = copy.text(_REDIRECTS).rstrip().endswith("\n[]")
        line = copy.replace(_REDIRECTS, r"^\[\]$", f"- {record}") if has_none else copy.add(_REDIRECTS, f"- {record}\n")
        return Expected(_REDIRECTS, line)

    return Fault(name, check, change)


def _new_page(copy: Copy) -> Expected:
    """Save a page in both languages and forget the navigation; its addresses stand in the ledger."""
    copy.add(_LEDGER, "/handbook/parents/\n/handbook/parents/#parents\n/da/handbook/parents/\n/da/handbook/parents/#parents\n")
    for language in LANGUAGES:
        front = copy.find(page_file(language, ADVICE), r"\A---\n(?:.*\n)*?---\n")[0]
        body = "# Parents {#parents}\n\nListen first.\n" if language == "en" else "# Forældre {#parents}\n\nLyt først.\n"
        copy.write(page_file(language, "handbook/parents"), f"{front}\n{body}")
    return here(*((page_file(tongue, "handbook/parents"), 1) for tongue in LANGUAGES))


FAULTS: tuple[Fault, ...] = (
    Fault(
        "A page is deleted in both languages",
        "address-vanished",
        _both_deleted,
        consequences={
            "nav-page-missing": "the navigation still names the page",
            "link-dead": "other pages still link to it",
            "record-page-unknown": "records may still name it",
        },
    ),
    Fault(
        "An id is renamed in both languages",
        "anchor-vanished",
        _id_renamed,
        consequences={
            "address-unlisted": "the new id is an address that the ledger does not have yet",
            "link-anchor": "other pages may link to the old id",
        },
    ),
    said(
        "A new section stands in no ledger",
        "address-unlisted",
        "## Who took part? {#who-came}\n\nNobody knows.",
        "## Hvem var med? {#who-came}\n\nDet ved ingen.",
    ),
    added("A line of the ledger is no address", "ledger-line", _LEDGER, "about/ethics.md\n"),
    _redirect(
        "A redirect leads away from a page that is still there",
        "redirect-living",
        "{from: handbook/words, to: handbook/levels}",
    ),
    _redirect("A redirect leads to a page that is not there", "redirect-dead", "{from: handbook/old, to: handbook/wrods}"),
    _redirect(
        "A redirect leads to a section that is not there", "redirect-dead", "{from: handbook/old, to: handbook/words#gone}"
    ),
    Fault("A new page is not in the navigation", "nav-entry-missing", _new_page),
    replaced(
        "The navigation names a page that is not there",
        "nav-page-missing",
        _CONFIG,
        (r"^nav:\n", "nav:\n  - Home: gone.md\n"),
        at=1,
    ),
    replaced(
        "The navigation names a page twice",
        "nav-double",
        _CONFIG,
        (r"^(  - Home: index.md\n)", "  - Home: index.md\n  - Home: index.md\n"),
        at=1,
    ),
    replaced(
        "A title of the navigation has no Danish form",
        "nav-untranslated",
        _CONFIG,
        (r"^  - Home: index.md\n", "  - Start: index.md\n"),
    ),
    replaced("A tab stands in the navigation", "yaml-tab", _CONFIG, (r"^  - Home: index.md\n", "\t- Home: index.md\n")),
    Fault("A Danish title of the navigation is a template's", "template-text", menu_title("‹Titel på siden›")),
)
