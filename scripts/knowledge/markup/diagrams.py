"""What the block of a diagram shows: the picture in two sizes, and the same as text."""

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.content.diagram import Diagram, DiagramPart
from knowledge.markup.diagram_layout import WIDTHS, picture
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]


def diagram(place: Place, name: str) -> dict[str, Any]:
    """The diagram in the page's language."""
    record, language = place.library.diagrams[name], place.language
    return {
        "id": name,
        "kind": record.kind,
        "title": record.title.in_language(language),
        "description": record.description.in_language(language),
        "note": record.note.in_language(language) if record.note else None,
        "sources": record.sources,
        "pictures": [picture(record, language, size) for size in WIDTHS],
        "columns": [column.in_language(language) for column in record.columns],
        "parts": [_part(place, record, part) for part in record.parts],
    }


def _part(place: Place, record: Diagram, part: DiagramPart) -> dict[str, Any]:
    language = place.language
    return {
        "label": part.label.in_language(language),
        "when": part.when.in_language(language) if part.when else None,
        "texts": [text.in_language(language) for text in part.texts],
        "sources": part.sources,
        "returns": [
            {"label": way.label.in_language(language), "number": record.number_of(way.back_to)}
            for way in record.returns
            if way.after == part.id
        ],
    }


DIAGRAM_VIEWS: Mapping[str, View] = {"diagram": diagram}
