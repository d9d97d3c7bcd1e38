"""A right diagram of each kind for small sites."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

STEP: Mapping[str, Any] = {"id": "look", "label": {"en": "Look", "da": "Se efter"}}
NEXT: Mapping[str, Any] = {
    "id": "ask",
    "when": {"en": "The same day", "da": "Samme dag"},
    "label": {"en": "Ask", "da": "Spørg"},
    "texts": [{"en": "What happened?", "da": "Hvad skete der?"}],
    "sources": ["sheet"],
}
BACK: Mapping[str, Any] = {"after": "ask", "back_to": "look", "label": {"en": "Something new", "da": "Noget nyt"}}
PATH: Mapping[str, Any] = {
    "id": "way",
    "kind": "path",
    "title": {"en": "The way", "da": "Vejen"},
    "description": {"en": "Two steps.", "da": "To trin."},
    "note": {"en": "Our own advice.", "da": "Vores egne råd."},
    "parts": [STEP, NEXT],
    "returns": [BACK],
}
COLUMNS = ({"en": "People", "da": "Mennesker"},)
ROWS = tuple(
    {"id": name, "label": {"en": name.upper(), "da": name.upper()}, "texts": [{"en": f"Who {name}", "da": f"Hvem {name}"}]}
    for name in ("ssp", "psp")
)


def diagram(**more: Any) -> dict[str, Any]:
    """Return the path without its way back, with these fields changed; None leaves a field out."""
    record = {**deepcopy(dict(PATH)), "returns": [], **more}
    return {name: value for name, value in record.items() if value is not None}


def layers(**more: Any) -> dict[str, Any]:
    return diagram(**{"kind": "layers", **more})


def table(**more: Any) -> dict[str, Any]:
    return diagram(**{"kind": "table", "columns": list(COLUMNS), "parts": list(ROWS), **more})
