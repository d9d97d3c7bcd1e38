"""Records of programmes for small sites: a right one, and short ways to change it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tests.small_site import SmallSite

COUNTRIES = [
    {"id": "dk", "name": {"en": "Denmark", "da": "Danmark"}, "membership": "member", "sources": ["sheet"]},
    {
        "id": "gb",
        "name": {"en": "United Kingdom", "da": "Storbritannien"},
        "membership": "former",
        "until": 2020,
        "sources": ["sheet"],
    },
    {"id": "no", "name": {"en": "Norway", "da": "Norge"}, "membership": "non-member", "sources": ["sheet"]},
    {"id": "se", "name": {"en": "Sweden", "da": "Sverige"}, "membership": "member", "sources": ["sheet"]},
]


def text(english: str, danish: str | None = None) -> dict[str, str]:
    return {"en": english, "da": danish or f"{english} (dansk)"}


def stated(value: Any, **more: Any) -> dict[str, Any]:
    return {"value": value, "status": "stated", "sources": ["sheet"], **more}


NOT_STATED: Mapping[str, str] = {"status": "not-stated"}

RECORD: Mapping[str, Any] = {
    "id": "dk-way-out",
    "name": stated(text("Way out", "Vejen ud")),
    "original_name": stated({"text": "Vejen ud", "language": "da"}),
    "country": stated("dk"),
    "also_active_in": NOT_STATED,
    "organisation": stated(text("A municipality", "En kommune")),
    "organisation_type": stated("municipality"),
    "work": stated("exit-work"),
    "status": stated("running", as_of=2020),
    "start": stated(2011),
    "settings": {"value": ["community", "prison"], "status": "derived", "sources": ["sheet"]},
    "levels": stated(["tertiary"]),
    "forms": stated(["all"]),
    "aim": NOT_STATED,
    "target_groups": stated(["young-people"]),
    "methods": stated(["mentoring", "exit-talks"]),
    "consent": stated("voluntary"),
    "summary": stated(text("It helps people out. It takes time.", "Den hjælper mennesker ud. Det tager tid.")),
    "scale": [
        {
            "number": 1200,
            "what": text("people since the start", "mennesker siden starten"),
            "year": 2019,
            "self_reported": True,
            "status": "stated",
            "sources": ["sheet"],
        }
    ],
    "funding": [
        {
            "what": text("from the state", "fra staten"),
            "amount": 334644,
            "currency": "EUR",
            "year": 2011,
            "per": "year",
            "status": "stated",
            "sources": ["sheet"],
        }
    ],
    "profile": {
        "target-group": {"said": "described", "reason": text("It is told.", "Det er fortalt."), "sources": ["sheet"]},
        "method": {"said": "partly", "reason": text("Some is told.", "Noget er fortalt."), "sources": ["sheet"]},
        "implementation": {"said": "not-stated", "reason": text("Nothing is told.", "Intet er fortalt.")},
        "effect": {"said": "not-stated", "reason": text("Nobody looked.", "Ingen har set efter.")},
        "economy": {"said": "described", "reason": text("The cost is told.", "Prisen er fortalt."), "sources": ["sheet"]},
    },
    "evaluations": [
        {
            "kind": "external-process",
            "who": text("a university", "et universitet"),
            "year": 2014,
            "finding": text("Staff lacked time.", "Medarbejderne manglede tid."),
            "limits": text("Nobody asked those who left.", "Ingen spurgte dem, der stoppede."),
            "status": "stated",
            "sources": ["sheet"],
        }
    ],
    "lessons": [{"text": text("Begin early.", "Begynd tidligt."), "status": "stated", "sources": ["sheet"]}],
    "contested": [],
    "conflicts": [],
    "reviewed": "2026-11-22",
    "review_by": "2027-11-22",
    "sources": [],
}

_SECTIONS = ("what", "for-whom", "in-and-out", "known", "lessons")


def record(**changes: Any) -> dict[str, Any]:
    """Return a right record, changed by the keywords; None leaves a field out."""
    return {name: value for name, value in {**deepcopy(dict(RECORD)), **changes}.items() if value is not None}


def page(name: str, sections: tuple[str, ...] = _SECTIONS) -> str:
    """Return the text of a programme's page that shows everything."""
    blocks = {"known": "programme-known", "lessons": "programme-lessons"}
    parts = [f"# Page {{#{name}}}\n\n/// programme | {name}\n///\n"]
    for section in sections:
        block = f"\n/// {blocks[section]} | {name}\n///\n" if section in blocks else ""
        parts.append(f"\n## Section {{#{section}}}\n\nText.\n{block}")
    return "".join([*parts, f"\n/// programme-sources | {name}\n///\n"])


def add_programme(site: SmallSite, *, file: str | None = None, with_pages: bool = True, **changes: Any) -> str:
    """Write a record with its two pages; return the record's file."""
    site.data("countries.yml", COUNTRIES)
    written = record(**changes)
    path = f"docs/data/programmes/{file or written['id']}.yml"
    site.data(path.removeprefix("docs/data/"), written)
    if with_pages:
        site.pages(f"programmes/{written['id']}", page(written["id"]))
    return path
