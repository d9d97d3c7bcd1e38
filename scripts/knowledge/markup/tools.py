"""What the blocks about the handbook's tools show: a worksheet as it is on paper, and where it is to be had."""

from collections.abc import Callable, Mapping
from typing import Any

from knowledge.content.languages import Language
from knowledge.content.worksheet import SheetField, SheetPart, SheetTable, Worksheet, document_path
from knowledge.markup.place import Place

View = Callable[[Place, str], dict[str, Any]]


def sheet_view(sheet: Worksheet, language: Language) -> dict[str, Any]:
    """A worksheet in one language, for the page and for paper alike."""
    return {
        "id": sheet.id,
        "title": sheet.title.in_language(language),
        "purpose": sheet.purpose.in_language(language),
        "reminder": sheet.reminder.in_language(language),
        "parts": [_part(part, language) for part in sheet.parts],
    }


def _part(part: SheetPart, language: Language) -> dict[str, Any]:
    return {
        "heading": part.heading.in_language(language),
        "help": part.help.in_language(language) if part.help else None,
        "points": [point.in_language(language) for point in part.points],
        "fields": [_field(field, language) for field in part.fields],
        "table": _table(part.table, language) if part.table else None,
    }


def _field(field: SheetField, language: Language) -> dict[str, Any]:
    return {
        "id": field.id,
        "kind": field.kind,
        "label": field.label.in_language(language),
        "help": field.help.in_language(language) if field.help else None,
        "lines": field.lines if field.kind == "text" else 1,
        "half": field.half,
        "choices": [choice.in_language(language) for choice in field.choices],
    }


def _table(table: SheetTable, language: Language) -> dict[str, Any]:
    rows = [row.in_language(language) for row in table.rows]
    named = 2 if rows else 0
    whole = named + sum(column.width for column in table.columns)
    return {
        "id": table.id,
        "lines": table.lines,
        "row_label": table.row_label.in_language(language) if table.row_label else None,
        "row_percent": 100 * named // whole,
        "rows": rows or [None] * table.empty,
        "columns": [
            {"id": column.id, "label": column.label.in_language(language), "percent": 100 * column.width // whole}
            for column in table.columns
        ],
    }


def worksheet(place: Place, name: str) -> dict[str, Any]:
    """The sheet as text, with what it asks, and its document."""
    return {
        "sheet": sheet_view(place.library.worksheets[name], place.language),
        "document": document_path(place.language, name),
    }


def tool_pack(place: Place, role: str) -> dict[str, Any]:
    """The tools of one role, and all of them in one document."""
    pack = place.library.packs[role]
    page = place.library.page(place.language, pack.page)
    return {
        "title": page.front.title if page and page.front else role,
        "link": place.link(pack.page) if page else None,
        "document": document_path(place.language, f"pack-{role}"),
        "tools": [_tool(place, name) for name in pack.tools if name in place.library.worksheets],
    }


def _tool(place: Place, name: str) -> dict[str, Any]:
    sheet = place.library.worksheets[name]
    return {
        "title": sheet.title.in_language(place.language),
        "purpose": sheet.purpose.in_language(place.language),
        "link": place.link(sheet.page) if place.library.page(place.language, sheet.page) else None,
        "document": document_path(place.language, name),
    }


def tool_packs(place: Place, argument: str) -> dict[str, Any]:
    """Every tool, every role's pack, and everything at once."""
    return {
        "tools": [_tool(place, name) for name in place.library.worksheets],
        "packs": [tool_pack(place, role) for role in place.library.packs],
        "everything": document_path(place.language, "all-tools", "zip"),
    }


HANDBOOK_VIEWS: Mapping[str, View] = {"worksheet": worksheet, "tool-pack": tool_pack, "tool-packs": tool_packs}
