"""Two contacts for a small site: one for danger and one for advice."""

from typing import Any

CONTACTS: list[dict[str, Any]] = [
    {
        "id": "emergency",
        "group": "now",
        "name": {"en": "Emergency services", "da": "Alarmcentralen"},
        "use": {"en": "Someone is in danger now.", "da": "Nogen er i fare lige nu."},
        "phone": "112",
        "checked": "2026-11-22",
        "checked_in": {"en": "a stored copy", "da": "en gemt kopi"},
        "sources": ["sheet"],
    },
    {
        "id": "hotline",
        "group": "advice",
        "name": {"en": "The hotline", "da": "Hotlinen"},
        "use": {"en": "You want to talk it through.", "da": "Du vil tale den igennem."},
        "phone": "11 22 33 44",
        "checked": "2026-10-01",
        "checked_in": {"en": "a stored copy", "da": "en gemt kopi"},
        "sources": ["sheet"],
    },
]
