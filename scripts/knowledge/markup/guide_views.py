"""What the blocks of the guide for someone who is worried show: its questions and next steps, and the chart on one sheet."""

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.content.guide import PARTS, START, Guide, NextStep, Question, Role
from knowledge.markup.contact_views import who_to_contact
from knowledge.markup.guide_chart import LEADING, WIDTH, chart
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]


def guide(place: Place, argument: str) -> dict[str, Any]:
    """Every question and every next step; nothing where the guide cannot be used."""
    one = place.library.guide
    if one is None:
        return {"guide": None}
    return {
        "guide": {
            "start": START,
            "parts": PARTS,
            "who": one.who.in_language(place.language),
            "what": one.what.in_language(place.language),
            "ways": _ways(place, one, START),
            "roles": [_role(place, one, role) for role in one.roles],
            "questions": [_question(place, one, question) for question in one.questions],
            "steps": [_step(place, one, step) for step in one.steps],
        }
    }


def _ways(place: Place, one: Guide, name: str) -> list[dict[str, str]]:
    """Return the choices of a node that lead to something, and where each leads."""
    nodes = one.locations()
    return [{"says": way.says.in_language(place.language), "to": way.to} for way in one.ways(name) if way.to in nodes]


def _role(place: Place, one: Guide, role: Role) -> dict[str, Any]:
    return {
        "id": role.id,
        "says": role.says.in_language(place.language),
        "first": role.first.in_language(place.language),
        "text": role.text.in_language(place.language),
        "sources": role.sources,
        "ways": _ways(place, one, role.id),
    }


def _question(place: Place, one: Guide, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "asks": question.asks.in_language(place.language),
        "text": question.text.in_language(place.language) if question.text else None,
        "sources": question.sources,
        "ways": _ways(place, one, question.id),
    }


def _step(place: Place, one: Guide, step: NextStep) -> dict[str, Any]:
    return {
        "id": step.id,
        "level": step.level,
        "heading": step.heading.in_language(place.language),
        "text": step.text.in_language(place.language),
        "sources": step.sources,
        "first": [
            {"role": role.says.in_language(place.language), "first": role.first.in_language(place.language)}
            for role in (one.roles if step.tells else ())
        ],
        "groups": who_to_contact(place, ", ".join(step.contacts))["groups"],
        "pages": [page for name in step.pages if (page := _page(place, name))],
    }


def _page(place: Place, name: str) -> dict[str, str] | None:
    """Return a page's title and address; None while there is no such page."""
    page = place.library.page(place.language, name)
    if page is None:
        return None
    return {"title": page.front.title if page.front else page.key, "link": place.link(page.key)}


def guide_chart(place: Place, argument: str) -> dict[str, Any]:
    """The same guide as one picture."""
    one = place.library.guide
    return {"chart": chart(place, one) if one else None, "width": WIDTH, "leading": LEADING}


GUIDE_VIEWS: Mapping[str, View] = {"guide": guide, "guide-chart": guide_chart}
