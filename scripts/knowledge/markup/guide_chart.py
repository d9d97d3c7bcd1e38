"""The guide as a chart on one upright sheet of A4: roles above, a row for each situation, the next steps below.

Every path of the guide is on it. An arrow across all rows for each answer could not be followed; so each answer has the letter
of its next step, in the shape of its urgency. Lengths are in points, so that a letter's size is its size on paper.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from knowledge.content.contact import Contact
from knowledge.content.guide import PAGE, Guide, Question, Role
from knowledge.markup import letters
from knowledge.markup.place import Place

# The width of the sheet within its margins of 10 mm, and the letters: 10.5 points are what a reader without glasses can manage.
WIDTH, SIZE, LEADING = 536.0, 10.5, 12.2
_HEAD, _PAD, _GAP = 16.0, 4.5, 4.5
_BADGE = 22.0
_STEP_COLUMNS = 3
# The part of a row that says which situation it is about.
_LABEL = 126.0
# The room for an arrow between two parts.
_ARROW = 13.0

# What a name says besides in brackets; an abbreviation there stays, as the page gives no other room to explain it.
_MORE = re.compile(r"\s*\((?![A-ZÆØÅ]+\))[^()]*\)")


@dataclass(frozen=True)
class Words:
    """Words in the picture, line by line.

    Attributes:
        y: The foot of the first line.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    strong: bool = False


@dataclass(frozen=True)
class Badge:
    """The letter of a next step in the shape of its urgency: its middle, and the words that a screen reader says."""

    letter: str
    level: str
    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Box:
    """A box with its words.

    Attributes:
        kind: 'role', 'situation', 'answer' or 'step'.
        link: Where the same is told in full.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...]
    badge: Badge | None = None
    link: str | None = None


@dataclass(frozen=True)
class Chart:
    """The whole picture.

    Attributes:
        arrows: From where to where an arrow leads.
    """

    height: float
    heads: tuple[Words, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[float, float, float, float], ...]


def _lines(words: str, room: float, *, strong: bool = False) -> tuple[str, ...]:
    return letters.lines(words, room, SIZE, bold=strong, face="arial")


@dataclass(frozen=True)
class _Plan:
    """A box before its place on the sheet is known.

    Attributes:
        beside: Words beside the badge, each with whether they are strong; without a badge they have the whole width.
        below: Words below the badge.
    """

    kind: str
    beside: tuple[tuple[str, bool], ...]
    below: str = ""
    badge: tuple[str, str, str] | None = None
    link: str | None = None

    @property
    def inset(self) -> float:
        """How far the words begin from the edge."""
        return _PAD + (_BADGE + _PAD if self.badge else 0)

    def parts(self, width: float) -> tuple[list[tuple[tuple[str, ...], bool]], tuple[str, ...]]:
        """Return the lines beside the badge and those below it, at this width."""
        beside = [(_lines(words, width - self.inset - _PAD, strong=strong), strong) for words, strong in self.beside]
        return beside, _lines(self.below, width - 2 * _PAD) if self.below else ()

    def top(self, width: float) -> float:
        """Return how high the badge and the words beside it are."""
        lines = sum(len(part) for part, _ in self.parts(width)[0])
        return max(lines * LEADING, _BADGE if self.badge else 0)

    def height(self, width: float) -> float:
        """Return how high the box must be at this width."""
        return self.top(width) + len(self.parts(width)[1]) * LEADING + 2 * _PAD - 1

    def placed(self, x: float, y: float, width: float, height: float) -> Box:
        """Return the box at its place, its words in it."""
        beside, below = self.parts(width)
        words, foot = [], y + _PAD + SIZE * 0.86
        for lines, strong in beside:
            words.append(Words(lines, round(x + self.inset, 2), round(foot, 2), strong))
            foot += len(lines) * LEADING
        if below:
            words.append(Words(below, round(x + _PAD, 2), round(y + _PAD + SIZE * 0.86 + self.top(width), 2)))
        return Box(
            self.kind, round(x, 2), round(y, 2), round(width, 2), round(height, 2), tuple(words), self._badge(x, y), self.link
        )

    def _badge(self, x: float, y: float) -> Badge | None:
        if self.badge is None:
            return None
        letter, level, name = self.badge
        return Badge(letter, level, round(x + _PAD + _BADGE / 2, 2), round(y + _PAD + _BADGE / 2 - 1, 2), name)


class _Sheet:
    """What has been drawn so far, from above to below."""

    def __init__(self) -> None:
        self.y = 0.0
        self.heads: list[Words] = []
        self.boxes: list[Box] = []
        self.arrows: list[tuple[float, float, float, float]] = []

    def head(self, words: str) -> None:
        lines = _lines(words, WIDTH, strong=True)
        self.heads.append(Words(lines, 0, round(self.y + SIZE, 2), strong=True))
        self.y += _HEAD + (len(lines) - 1) * LEADING

    def row(self, plans: Sequence[_Plan], widths: Sequence[float]) -> None:
        """Draw boxes beside each other, all as high as the highest."""
        height = max(plan.height(width) for plan, width in zip(plans, widths, strict=True))
        x = 0.0
        for plan, width in zip(plans, widths, strict=True):
            self.boxes.append(plan.placed(x, self.y, width, height))
            x += width + _GAP
        self.y += height + _GAP

    def arrow_down(self) -> None:
        """Draw an arrow from the part above to the one below."""
        start = self.y - _GAP + 2
        self.arrows.append((WIDTH / 2, round(start, 2), WIDTH / 2, round(start + _ARROW - 3, 2)))
        self.y = start + _ARROW


def chart(place: Place, guide: Guide) -> Chart:
    """Return the picture of the guide in the language of the page."""
    sheet = _Sheet()
    sheet.head(guide.who.in_language(place.language))
    _equal(sheet, [_role(place, role) for role in guide.roles], len(guide.roles))
    sheet.arrow_down()
    sheet.head(f"{guide.what.in_language(place.language)} {place.say('guide.chart.rows')}")
    for row in _rows(place, guide):
        rest = (WIDTH - _LABEL) / max(len(row) - 1, 1) - _GAP
        sheet.row(row, [_LABEL, *[rest] * (len(row) - 1)])
    sheet.arrow_down()
    sheet.head(place.say("guide.chart.steps"))
    _equal(sheet, list(_steps(place, guide)), _STEP_COLUMNS)
    return Chart(round(sheet.y, 2), tuple(sheet.heads), tuple(sheet.boxes), tuple(sheet.arrows))


def _equal(sheet: _Sheet, plans: Sequence[_Plan], columns: int) -> None:
    """Draw boxes of the same width, so many beside each other."""
    width = (WIDTH - (columns - 1) * _GAP) / columns
    for start in range(0, len(plans), columns):
        row = plans[start : start + columns]
        sheet.row(row, [width] * len(row))


def _role(place: Place, role: Role) -> _Plan:
    first = f"{place.say('guide.first')} {role.first.in_language(place.language)}."
    return _Plan("role", ((role.says.in_language(place.language), True), (first, False)), link=place.link(PAGE, role.id))


# ---------- Rows ----------


def _rows(place: Place, guide: Guide) -> Iterator[list[_Plan]]:
    """Yield a row for each question or next step that a situation leads to, in the order of the guide."""
    badges = _badges(place, guide)
    reached = {name for role in guide.roles for name in role.situations.values()}
    for question in guide.questions:
        if question.id in reached:
            yield [_label(place, guide, question.id), *_answers(place, question, badges)]
    for step in guide.steps:
        if step.id in reached:
            yield [_label(place, guide, step.id), _Plan("answer", ((badges[step.id][2], False),), badge=badges[step.id])]


def _label(place: Place, guide: Guide, name: str) -> _Plan:
    """Return what a row is about: a situation, or one role's own situations by their numbers."""
    leading = [role for role in guide.roles if name in role.situations.values()]
    numbered = [
        (number, situation)
        for number, situation in enumerate(guide.situations, 1)
        if any(role.situations.get(situation.id) == name for role in leading)
    ]
    if 2 * len(leading) > len(guide.roles):
        about = "; ".join(f"{number} {situation.says.in_language(place.language)}" for number, situation in numbered)
    else:
        roles = ", ".join(role.says.in_language(place.language) for role in leading)
        numbers = ",\u00a0".join(str(number) for number, _ in numbered)
        about = f"{roles}: {numbers}"
    return _Plan("situation", ((about, True),))


def _answers(place: Place, question: Question, badges: Mapping[str, tuple[str, str, str]]) -> Iterator[_Plan]:
    for choice in question.choices:
        yield _Plan("answer", ((choice.says.in_language(place.language), False),), badge=badges.get(choice.to))


# ---------- Next steps ----------


def _badges(place: Place, guide: Guide) -> Mapping[str, tuple[str, str, str]]:
    """Return letter, urgency and name of each next step, by its id."""
    return {
        step.id: (letter, step.level, step.heading.in_language(place.language))
        for letter, step in zip(ascii_uppercase, guide.steps, strict=False)
    }


def _steps(place: Place, guide: Guide) -> Iterator[_Plan]:
    badges = _badges(place, guide)
    for step in guide.steps:
        heading = f"{place.say(f'card.{step.level}')}: {step.heading.in_language(place.language)}"
        contacts = [place.library.contacts[name] for name in step.contacts if name in place.library.contacts]
        named = ", ".join(_short(place, contact) for contact in contacts)
        yield _Plan("step", ((heading, True),), f"{named}.", badges[step.id], place.link(PAGE, step.id))


def _short(place: Place, contact: Contact) -> str:
    """Return a contact by its name, nothing but an abbreviation in brackets, and its number."""
    short = _MORE.sub("", contact.name.in_language(place.language))
    number = (contact.phone or "").replace(" ", "\u00a0")
    return f"{short}\u00a0{number}" if number else short
