"""JSON Schemas of the data files, derived from the models, for completion in an editor's own program."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, TypeAdapter

from knowledge.content.contact import Contact
from knowledge.content.country import Country
from knowledge.content.diagram import Diagram
from knowledge.content.external_links import ExternalLink
from knowledge.content.finances import Budget
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.guide import Guide
from knowledge.content.interface import InterfaceText
from knowledge.content.page import FrontMatter
from knowledge.content.programme import Programme
from knowledge.content.redirects import Redirect
from knowledge.content.search_words import SearchWords
from knowledge.content.source import Source
from knowledge.content.timeline import Event
from knowledge.content.vocabulary import Term
from knowledge.content.worksheet import ToolPack, Worksheet

LISTS: Mapping[str, type[BaseModel]] = {
    "sources": Source,
    "glossary": GlossaryTerm,
    "vocabulary": Term,
    "contacts": Contact,
    "finances": Budget,
    "timeline": Event,
    "countries": Country,
    "interface": InterfaceText,
    "external-links": ExternalLink,
    "redirects": Redirect,
    "packs": ToolPack,
    "diagrams": Diagram,
    "search-words": SearchWords,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file, by its name below docs/data/schemas/."""
    texts = {f"{name}.json": _text(TypeAdapter(list[model]).json_schema()) for name, model in LISTS.items()}  # type: ignore[valid-type]
    texts["front-matter.json"] = _text(FrontMatter.model_json_schema())
    texts["programme.json"] = _text(Programme.model_json_schema())
    texts["guide.json"] = _text(Guide.model_json_schema())
    texts["worksheet.json"] = _text(Worksheet.model_json_schema())
    return texts


def _text(schema: Mapping[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
