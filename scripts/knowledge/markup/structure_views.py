"""What each structure shows besides the editor's own text, prepared from its options; templates only paint it."""

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.content.blocks import check_again
from knowledge.content.options import read_date
from knowledge.markup.place import Place

View = Callable[[Place, Mapping[str, str]], dict[str, Any]]


def title_of(place: Place, name: str, title: str) -> str:
    """Return the title of a structure; a card's begins after the words 'Do this if', which an editor may have written too."""
    lead = place.say("card.if")
    if name == "action-card" and title.casefold().startswith(lead.casefold()):
        return title[len(lead) :].strip()
    return title


def action_card(place: Place, options: Mapping[str, str]) -> dict[str, Any]:
    """A card without its urgency claims none: it is shown as plain text."""
    return {"level": options["level"]} if "level" in options else {"template": "plain.html"}


def cue(place: Place, options: Mapping[str, str]) -> dict[str, Any]:
    """The page with other explanations, where the editor names one."""
    return {"others": place.link(options["others"]) if "others" in options else None}


def case(place: Place, options: Mapping[str, str]) -> dict[str, Any]:
    """The words that tell a made-up case from a real one: the same as on the page that holds it."""
    return {"label": place.library.label("kinds", "constructed", place.language)}


def tool(place: Place, options: Mapping[str, str]) -> dict[str, Any]:
    """The tool's own page by its title."""
    page = place.library.page(place.language, options["page"]) if "page" in options else None
    if page is None:
        return {"page": None}
    return {"page": {"title": page.front.title if page.front else page.key, "link": place.link(page.key)}}


def law(place: Place, options: Mapping[str, str]) -> dict[str, Any]:
    """The source, the day on which the provision was looked up, and the last one before that must be done again."""
    checked = read_date(options.get("checked", ""))
    again = check_again(checked) if checked else None
    return {
        "source": place.library.sources[options["source"]] if "source" in options else None,
        "checked": checked,
        "again": again,
        "expired": again is not None and again < place.today,
    }


STRUCTURE_VIEWS: Mapping[str, View] = {
    "action-card": action_card,
    "cue": cue,
    "steps": lambda place, options: {},
    "answer": lambda place, options: {},
    "case": case,
    "tool": tool,
    "law": law,
}
