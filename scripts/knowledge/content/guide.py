"""The guide for someone who is worried, from docs/data/guide.yml: from a role over a situation and its urgency to a next step.

One record for both languages. The page, the chart on paper, the checks and the tests all walk it by `ways` and `paths`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from knowledge.content.languages import Record, Text, Words, broken_rule
from knowledge.content.positions import Location
from knowledge.content.source import SourceId

GUIDE = "docs/data/guide.yml"

NodeId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]

# The page on which it stands to be clicked through; the chart leads there.
PAGE = "worried"

# The guide as a whole, where it begins, and the headings above the parts that follow: ids on the page, and no names for
# anything else.
WHOLE, START, PARTS = "guide", "who", ("what", "how-urgent", "next-step")

# Someone who is worried and short of time answers no more than this.
MOST_CHOICES = 4


class Situation(Record):
    """What worries someone; every role is asked the same."""

    id: NodeId
    says: Text


class Role(Record):
    """From where someone knows the person.

    Attributes:
        says: The role as an answer to the first question.
        first: Whom to tell first, in a few words that go on from 'Tell first:'.
        text: What to mind in this role.
        situations: Where each situation leads, by the situation's id: to a question or a next step.
    """

    id: NodeId
    says: Text
    first: Text
    text: Text
    situations: Mapping[NodeId, Words]
    sources: tuple[SourceId, ...] = ()


class Choice(Record):
    """An answer, and the question or next step that it leads to."""

    says: Text
    to: Words


class Question(Record):
    """How urgent it is. Without choices it leads nowhere, which a check tells."""

    id: NodeId
    asks: Text
    text: Text | None = None
    choices: tuple[Choice, ...] = ()
    sources: tuple[SourceId, ...] = ()


class NextStep(Record):
    """What to do now, whom to ring and what to read.

    Attributes:
        level: How urgent it is, as on an action card.
        contacts: Ids of docs/data/contacts.yml.
        pages: Paths below the language's folder without '.md'; one that does not exist is not shown.
        tells: It says again whom each role tells first.
    """

    id: NodeId
    level: Literal["now", "soon", "talk"]
    heading: Text
    text: Text
    contacts: Annotated[tuple[Words, ...], Field(min_length=1)]
    pages: tuple[Words, ...] = ()
    tells: bool = False
    sources: tuple[SourceId, ...] = ()


Node = Role | Question | NextStep


@dataclass(frozen=True)
class Way:
    """What can be chosen at a place of the guide.

    Attributes:
        to: The node that it leads to, if there is one of that id.
        location: Where the choice stands in the record.
    """

    says: Text
    to: str
    location: Location


class Guide(Record):
    """The whole guide.

    Attributes:
        who: The first question; the roles answer it.
        what: The second question, asked of every role; the situations answer it.
    """

    who: Text
    what: Text
    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=5)]
    situations: Annotated[tuple[Situation, ...], Field(min_length=1, max_length=6)]
    questions: tuple[Question, ...] = ()
    steps: Annotated[tuple[NextStep, ...], Field(min_length=1, max_length=12)]

    @model_validator(mode="after")
    def _each_part_has_its_own_id(self) -> Self:
        parts: Mapping[str, tuple[Role | Situation | Question | NextStep, ...]] = {
            "roles": self.roles,
            "situations": self.situations,
            "questions": self.questions,
            "steps": self.steps,
        }
        seen = {WHOLE, START, *PARTS}
        for field, records in parts.items():
            # A situation has no place of its own on the page, and may share its name with the question that it leads to.
            own: set[str] = set() if field == "situations" else seen
            for record in records:
                if record.id in own:
                    raise broken_rule(
                        f"another id than “{record.id}”, which stands twice",
                        f"et andet id end ”{record.id}”, som står to gange",
                        field,
                    )
                own.add(record.id)
        return self

    # ---------- Walking ----------

    def locations(self) -> Mapping[str, Location]:
        """Return where each node stands in the record, by its id, in the order of the guide."""
        return {START: ("who",), **{node.id: location for node, location in self.nodes()}}

    def nodes(self) -> Iterator[tuple[Node, Location]]:
        """Yield each role, question and next step with where it stands in the record."""
        lists: Mapping[str, tuple[Node, ...]] = {"roles": self.roles, "questions": self.questions, "steps": self.steps}
        for field, nodes in lists.items():
            yield from ((node, (field, index)) for index, node in enumerate(nodes))

    def ways(self, name: str) -> tuple[Way, ...]:
        """Return what can be chosen at a node; nothing at a next step, and at a node that does not exist."""
        if name == START:
            return tuple(Way(role.says, role.id, ("roles", index)) for index, role in enumerate(self.roles))
        for index, role in enumerate(self.roles):
            if role.id == name:
                return tuple(self._situations(role, ("roles", index, "situations")))
        for index, question in enumerate(self.questions):
            if question.id == name:
                return tuple(
                    Way(choice.says, choice.to, ("questions", index, "choices", at, "to"))
                    for at, choice in enumerate(question.choices)
                )
        return ()

    def _situations(self, role: Role, location: Location) -> Iterator[Way]:
        """Yield the situations in their order; one for which the role has no answer leads to nothing."""
        for situation in self.situations:
            yield Way(situation.says, role.situations.get(situation.id, ""), (*location, situation.id))

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Yield every path from the start: the nodes in their order, up to one that leads no further or was there before."""
        yield from self._paths((START,))

    def _paths(self, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        onward = [way.to for way in self.ways(path[-1]) if way.to]
        if not onward or path[-1] in path[:-1]:
            yield path
            return
        for name in onward:
            yield from self._paths((*path, name))

    def step(self, name: str) -> NextStep | None:
        return next((step for step in self.steps if step.id == name), None)

    def anchors(self) -> tuple[str, ...]:
        """Return the ids that the guide brings to its page, in their order."""
        roles, questions, steps = ([node.id for node in nodes] for nodes in (self.roles, self.questions, self.steps))
        what, urgent, step = PARTS
        return (WHOLE, START, what, *roles, urgent, *questions, step, *steps)

    def rests_on(self) -> frozenset[str]:
        """Return the sources of all its parts."""
        return frozenset(name for node, _ in self.nodes() for name in node.sources)

    def contact_names(self) -> frozenset[str]:
        """Return the contacts that its steps name."""
        return frozenset(name for step in self.steps for name in step.contacts)
