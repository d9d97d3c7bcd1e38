"""A right guide for small sites: two roles, one situation, one question and two steps, with the page that shows it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.small_contacts import CONTACTS
from tests.small_site import SmallSite

FILE = "docs/data/guide.yml"


def both(english: str, danish: str) -> dict[str, str]:
    return {"en": english, "da": danish}


def role(name: str, to: str = "soon") -> dict[str, Any]:
    """Return a role in which the only situation leads to a node."""
    words = both(f"Role {name}", f"Rolle {name}")
    return {"id": name, "says": words, "first": both("a leader", "en leder"), "text": words, "situations": {"change": to}}


def question(name: str, *to: str) -> dict[str, Any]:
    """Return a question whose answers lead to these nodes."""
    choices = [{"says": both(f"To {one} from {name}", f"Til {one} fra {name}"), "to": one} for one in to]
    return {"id": name, "asks": both(f"Is it {name}?", f"Er det {name}?"), "choices": choices}


def step(name: str, level: str = "talk", **more: Any) -> dict[str, Any]:
    words = both(f"Step {name}", f"Skridt {name}")
    return {"id": name, "level": level, "heading": words, "text": words, "contacts": ["hotline"], "sources": ["sheet"], **more}


GUIDE: Mapping[str, Any] = {
    "who": both("Who are you?", "Hvem er du?"),
    "what": both("What is it?", "Hvad er det?"),
    "situations": [{"id": "change", "says": both("A change", "En forandring")}],
    "roles": [role("school"), role("friend")],
    "questions": [question("soon", "ring", "rest")],
    "steps": [step("ring", "now", contacts=["emergency"]), step("rest", pages=["index"])],
}


def guide(**more: Any) -> dict[str, Any]:
    """Return the guide with these fields changed."""
    return {**deepcopy(dict(GUIDE)), **more}


def add_guide(site: SmallSite, record: Mapping[str, Any] = GUIDE) -> None:
    """Write a guide, its contacts and the page that shows it."""
    site.data("contacts.yml", deepcopy(CONTACTS))
    # YAML would write a value that stands twice once only.
    site.data("guide.yml", deepcopy(dict(record)))
    site.pages("worried", "# Worried {#worried}\n\n/// guide\n///\n", "# Bekymret {#worried}\n\n/// guide\n///\n")
