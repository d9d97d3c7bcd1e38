"""One-page tools to fill in, from docs/data/worksheets/: one record a tool, so that both languages have the same fields."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge.content.languages import LANGUAGES, Language, Record, Text, Words, broken_rule

# The folder of the pages, and of the PDF that each tool has beside its page.
TOOLS = "handbook/tools"
WORKSHEETS = "docs/data/worksheets/"

FieldId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]

# More than these and no sheet of A4 holds them.
_MOST_LINES = 12
_MOST_ROWS = 15


class SheetField(Record):
    """Something to fill in.

    Attributes:
        kind: 'line' (one line), 'text' (several), 'tick' (a box to mark) or 'choice' (one of `choices`, side by side).
        lines: How high a text is beside the others, in lines; the sheet stretches them all until it is full.
        half: The field takes half the width, and stands beside the next one.
    """

    id: FieldId
    kind: Literal["line", "text", "tick", "choice"]
    label: Text
    help: Text | None = None
    lines: Annotated[int, Field(ge=1, le=_MOST_LINES)] = 2
    choices: tuple[Text, ...] = ()
    half: bool = False

    @model_validator(mode="after")
    def _choices_belong_to_a_choice(self) -> Self:
        if (self.kind == "choice") != bool(self.choices):
            raise broken_rule(
                "choices for a field of the kind “choice”, and for no other",
                "valg til et felt af slagsen ”choice”, og kun dér",
                "choices",
            )
        return self


class SheetColumn(Record):
    """A column of a table; `width` is its part of the whole, beside the others."""

    id: FieldId
    label: Text
    width: Annotated[int, Field(ge=1, le=10)] = 2


class SheetTable(Record):
    """A table to fill in: rows with a name each, or a number of empty ones.

    Attributes:
        rows: What each row is about; then the first column holds these words, and the others are filled in.
        empty: How many rows stand empty, where they have no names.
        lines: How high a row is, in lines.
    """

    id: FieldId
    columns: Annotated[tuple[SheetColumn, ...], Field(min_length=1, max_length=5)]
    rows: Annotated[tuple[Text, ...], Field(max_length=_MOST_ROWS)] = ()
    row_label: Text | None = None
    empty: Annotated[int, Field(ge=0, le=_MOST_ROWS)] = 0
    lines: Annotated[int, Field(ge=1, le=_MOST_LINES)] = 1

    @model_validator(mode="after")
    def _rows_are_named_or_empty(self) -> Self:
        if bool(self.rows) == bool(self.empty):
            raise broken_rule(
                "rows with names, or a number of empty ones", "rækker med navne eller et antal tomme rækker", "rows"
            )
        if bool(self.rows) != (self.row_label is not None):
            raise broken_rule("a heading above the names of the rows", "en overskrift over rækkernes navne", "row_label")
        return self


class SheetPart(Record):
    """A part of a sheet under its own heading: what to read, what to fill in, or both."""

    heading: Text
    help: Text | None = None
    points: tuple[Text, ...] = ()
    fields: tuple[SheetField, ...] = ()
    table: SheetTable | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.points or self.fields or self.table):
            raise broken_rule("points to read, fields or a table", "punkter at læse, felter eller en tabel")
        return self


class Worksheet(Record):
    """A tool of one page: what it is for, what to mind, and what is filled in.

    Attributes:
        id: The name of the file, and of the tool's page below handbook/tools/.
        purpose: One sentence below the title.
        reminder: Why no name, address or CPR number belongs here, and who keeps the sheet.
    """

    id: FieldId
    title: Text
    purpose: Text
    reminder: Text
    parts: Annotated[tuple[SheetPart, ...], Field(min_length=1, max_length=8)]

    @model_validator(mode="after")
    def _each_field_has_its_own_id(self) -> Self:
        names = list(self.field_names())
        double = next((name for name in names if names.count(name) > 1), None)
        if double is not None:
            raise broken_rule(
                f"another id than “{double}”, which another field has",
                f"et andet id end ”{double}”, som et andet felt har",
                "parts",
            )
        if not names:
            raise broken_rule("at least one field to fill in", "mindst ét felt at udfylde", "parts")
        return self

    @property
    def page(self) -> str:
        """The key of the tool's page."""
        return f"{TOOLS}/{self.id}"

    def field_names(self) -> Iterator[str]:
        """Yield the name of every field, as its PDF has it, in the order of the sheet."""
        for part in self.parts:
            for field in part.fields:
                yield from [f"{field.id}-{number}" for number in range(1, len(field.choices) + 1)] or [field.id]
            if part.table is not None:
                for row in range(1, (len(part.table.rows) or part.table.empty) + 1):
                    yield from (f"{part.table.id}-{row}-{column.id}" for column in part.table.columns)

    def labels(self) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        """Yield what stands beside each place to fill in, with where it stands in the record."""
        for place, part in enumerate(self.parts):
            for index, field in enumerate(part.fields):
                yield ("parts", place, "fields", index, "label"), field.label
            if part.table is not None:
                for index, column in enumerate(part.table.columns):
                    yield ("parts", place, "table", "columns", index, "label"), column.label
                for index, row in enumerate(part.table.rows):
                    yield ("parts", place, "table", "rows", index), row


class ToolPack(Record):
    """The tools that a role needs most, put together in one PDF.

    Attributes:
        id: The name of the role's page below handbook/roles/.
        tools: Ids of worksheets, in the order of the pack.
    """

    id: FieldId
    tools: Annotated[tuple[Words, ...], Field(min_length=1)]

    @property
    def page(self) -> str:
        """The key of the role's page."""
        return f"handbook/roles/{self.id}"


def document_path(language: Language, name: str, ending: str = "pdf") -> str:
    """Return where a document of the handbook's tools stands below the site's root: da/handbook/tools/personal-plan.pdf."""
    start = "" if language == LANGUAGES[0] else f"{language}/"
    return f"{start}{TOOLS}/{name}.{ending}"
