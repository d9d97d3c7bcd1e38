"""What is shown of contact points: on the page of them all, in a block that names some, and in the guide's next steps."""

from typing import Any

from knowledge.content.blocks import chosen_contacts
from knowledge.content.contact import Contact
from knowledge.markup.place import Place

# The group of contacts for when someone may be in danger.
URGENT = "now"


def contact_points(place: Place, argument: str) -> dict[str, Any]:
    """The contacts of one group, in the order of the data file."""
    chosen = [contact for contact in place.library.contacts.values() if contact.group == argument]
    return {
        "contacts": [_contact_view(place, contact) for contact in chosen],
        "urgent": argument == URGENT,
        "anchored": True,
    }


def who_to_contact(place: Place, argument: str) -> dict[str, Any]:
    """The chosen contacts, those for danger first and told apart from the others."""
    chosen = chosen_contacts(place.library, argument)
    groups = [(urgent, [contact for contact in chosen if (contact.group == URGENT) == urgent]) for urgent in (True, False)]
    return {
        "groups": [
            {"urgent": urgent, "contacts": [_contact_view(place, contact) for contact in contacts]}
            for urgent, contacts in groups
            if contacts
        ]
    }


def _contact_view(place: Place, contact: Contact) -> dict[str, Any]:
    return {
        "contact": contact,
        "name": contact.name.in_language(place.language),
        "use": contact.use.in_language(place.language),
        "hours": contact.hours.in_language(place.language) if contact.hours else None,
        "find": contact.find.in_language(place.language) if contact.find else None,
        "note": contact.note.in_language(place.language) if contact.note else None,
        "checked_in": contact.checked_in.in_language(place.language),
        "call": contact.phone.replace(" ", "") if contact.phone else None,
    }
