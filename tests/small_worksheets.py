"""A right worksheet and pack for small sites, with the pages that they need."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.small_site import SmallSite

FIELD: Mapping[str, Any] = {"id": "seen", "kind": "text", "lines": 3, "label": {"en": "What did you see?", "da": "Hvad så du?"}}
SHEET: Mapping[str, Any] = {
    "id": "note",
    "title": {"en": "A note", "da": "En note"},
    "purpose": {"en": "For thinking.", "da": "Til at tænke."},
    "reminder": {"en": "A role will do.", "da": "En rolle er nok."},
    "parts": [{"heading": {"en": "Seen", "da": "Set"}, "fields": [FIELD]}],
}
PACK: Mapping[str, Any] = {"id": "teacher", "tools": ["note"]}


def sheet(**more: Any) -> dict[str, Any]:
    """Return the record with these fields changed."""
    return {**deepcopy(dict(SHEET)), **more}


def with_fields(*fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record with these fields to fill in."""
    return sheet(parts=[{"heading": {"en": "Seen", "da": "Set"}, "fields": [dict(field) for field in fields]}])


def add_worksheet(site: SmallSite, record: Mapping[str, Any] = SHEET, pack: Mapping[str, Any] = PACK) -> None:
    """Write a worksheet, the page that shows it, a pack and the page of its role."""
    site.data("worksheets/note.yml", deepcopy(dict(record)))
    site.data("packs.yml", [dict(pack)])
    site.pages(
        "handbook/tools/note",
        "# A note {#note}\n\n/// worksheet | note\n///\n",
        "# En note {#note}\n\n/// worksheet | note\n///\n",
    )
    cards = "".join(f"\n/// action-card | x\n    level: {level}\n\nAct.\n///\n" for level in ("now", "soon", "talk"))
    site.pages("handbook/roles/teacher", f"# Teacher {{#teacher}}\n{cards}", f"# Lærer {{#teacher}}\n{cards}")
