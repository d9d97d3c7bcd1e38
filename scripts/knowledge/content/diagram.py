"""The handbook's diagrams, from docs/data/diagrams.yml: what each says, in both languages, and nothing of how it is drawn."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge.content.languages import Record, Text, Words, broken_rule

DiagramId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class DiagramPart(Record):
    """One step of a path, one layer, or one row of a table.

    Attributes:
        when: A short line above the label: when the step is taken, or by whom.
        texts: What is said below the label; in a table one text a column.
    """

    id: DiagramId
    label: Text
    when: Text | None = None
    texts: tuple[Text, ...] = ()
    sources: tuple[Words, ...] = ()

    def words(self) -> Iterator[Text]:
        """Yield everything that the part says, in the order of reading."""
        if self.when is not None:
            yield self.when
        yield self.label
        yield from self.texts


class DiagramReturn(Record):
    """A way back in a path.

    Attributes:
        after: The step after which one may go back.
        back_to: The step with which one goes on.
        label: What makes one go back.
    """

    after: DiagramId
    back_to: DiagramId
    label: Text


class Diagram(Record):
    """A picture of few words that also stands below it as text.

    Attributes:
        kind: 'path' (steps in order, perhaps with ways back), 'layers' (the first one on top) or 'table' (who and what).
        description: What the picture shows, in a sentence, for those who cannot see it.
        note: Whose advice it is, or what to mind; shown below the picture.
        columns: The headings of a table, but for the column of the labels.
        returns: The ways back of a path.
    """

    id: DiagramId
    kind: Literal["path", "layers", "table"]
    title: Text
    description: Text
    note: Text | None = None
    columns: Annotated[tuple[Text, ...], Field(max_length=3)] = ()
    parts: Annotated[tuple[DiagramPart, ...], Field(min_length=2, max_length=12)]
    returns: tuple[DiagramReturn, ...] = ()

    @model_validator(mode="after")
    def _each_part_has_its_own_id(self) -> Self:
        names = [part.id for part in self.parts]
        double = next((name for name in names if names.count(name) > 1), None)
        if double is not None:
            raise broken_rule(
                f"another id than “{double}”, which another part has",
                f"et andet id end ”{double}”, som en anden del har",
                "parts",
            )
        return self

    @model_validator(mode="after")
    def _columns_belong_to_a_table(self) -> Self:
        if (self.kind == "table") != bool(self.columns):
            raise broken_rule(
                "columns for a diagram of the kind “table”, and for no other",
                "kolonner til et diagram af slagsen ”table”, og kun dér",
                "columns",
            )
        if self.columns and any(len(part.texts) != len(self.columns) for part in self.parts):
            raise broken_rule(
                f"as many texts in each part as there are columns ({len(self.columns)})",
                f"lige så mange tekster i hver del, som der er kolonner ({len(self.columns)})",
                "parts",
            )
        return self

    @model_validator(mode="after")
    def _ways_back_lead_back(self) -> Self:
        places = {part.id: place for place, part in enumerate(self.parts)}
        if self.returns and self.kind != "path":
            raise broken_rule(
                "ways back in a diagram of the kind “path” only", "veje tilbage kun i et diagram af slagsen ”path”", "returns"
            )
        for way in self.returns:
            if not places.keys() >= {way.after, way.back_to} or places[way.back_to] >= places[way.after]:
                raise broken_rule(
                    f"a way from one step back to an earlier one, not from “{way.after}” to “{way.back_to}”",
                    f"en vej fra et trin tilbage til et tidligere, ikke fra ”{way.after}” til ”{way.back_to}”",
                    "returns",
                )
        return self

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all parts, each once, in the order of the parts."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.sources))

    def number_of(self, part: str) -> int:
        """Return the number of a step, counted from 1."""
        return next(number for number, one in enumerate(self.parts, 1) if one.id == part)

    def words(self) -> Iterator[Text]:
        """Yield everything that the picture says: its columns, its parts and its ways back."""
        yield from self.columns
        for part in self.parts:
            yield from part.words()
        yield from (way.label for way in self.returns)
