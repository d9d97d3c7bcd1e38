"""Where everything in a diagram stands: boxes, arrows and lines of words, for a narrow and for a wide picture.

Units are CSS pixels: a picture is shown no larger than it is drawn, and the narrow one is as wide as the text on a telephone of
360 pixels. Letters are large enough to be read on one of 320, where it is drawn somewhat smaller.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from knowledge.content.diagram import Diagram, DiagramPart, DiagramReturn
from knowledge.content.languages import Language, Text
from knowledge.markup import letters

Size = Literal["narrow", "wide"]

# As wide as the text is on a telephone of 360 pixels, and as a line of our text at its longest.
WIDTHS: Mapping[Size, int] = {"narrow": 328, "wide": 576}

# What words are drawn in: the size of the type, and whether it is bold. blocks.css says the same.
TYPE: Mapping[str, tuple[int, bool]] = {
    "label": (17, True),
    "text": (16, False),
    "when": (16, False),
    "return": (16, False),
    "number": (16, True),
    "column": (16, True),
}
_LEADING = 22
# From the top of a line to where its letters stand.
_RISE = 16
_PADDING = 12
_GAP = 14
# Between the texts of a part.
_BETWEEN = 3


@dataclass(frozen=True)
class Stroke:
    """A form in a diagram: its kind, which the style sheet colours, and its outline as an SVG path."""

    kind: str
    outline: str


@dataclass(frozen=True)
class Line:
    """A line of words: where it begins and the height on which its letters stand."""

    x: int
    y: int
    words: str


@dataclass(frozen=True)
class Saying:
    """Words that belong together, broken into lines.

    Attributes:
        room: How wide a line may be.
    """

    kind: str
    room: int
    lines: tuple[Line, ...]
    centred: bool = False


@dataclass(frozen=True)
class Picture:
    """A diagram that only needs to be painted."""

    size: Size
    width: int
    height: int
    strokes: tuple[Stroke, ...]
    sayings: tuple[Saying, ...]


def picture(diagram: Diagram, language: Language, size: Size) -> Picture:
    """Return the diagram laid out in one language and size."""
    drawing = _Drawing(WIDTHS[size], language)
    height = _LAYOUTS[diagram.kind, size](drawing, diagram)
    return Picture(size, drawing.width, height, tuple(drawing.strokes), tuple(drawing.sayings))


def too_wide(diagram: Diagram, language: Language) -> Sequence[str]:
    """Return the words that are wider than the place they stand in, and would be drawn beyond it."""
    return tuple(
        dict.fromkeys(
            line.words
            for size in WIDTHS
            for saying in picture(diagram, language, size).sayings
            for line in saying.lines
            if letters.width(line.words, TYPE[saying.kind][0], bold=TYPE[saying.kind][1]) > saying.room
        )
    )


@dataclass(frozen=True)
class _Room:
    """A place for words: its upper left corner, how wide a line may be, and whether lines stand in the middle."""

    x: int
    y: int
    width: int
    centred: bool = False


class _Drawing:
    """A picture while it is being drawn."""

    def __init__(self, width: int, language: Language) -> None:
        self.width = width
        self.language = language
        self.strokes: list[Stroke] = []
        self.sayings: list[Saying] = []

    def box(self, kind: str, x: int, y: int, width: int, height: int) -> None:
        self.strokes.append(Stroke(kind, f"M{x} {y}h{width}v{height}h{-width}z"))

    def say(self, kind: str, words: Text | str, room: _Room) -> int:
        """Set words in a room, and return the height below them."""
        size, bold = TYPE[kind]
        said = words if isinstance(words, str) else words.in_language(self.language)
        broken = letters.lines(said, room.width, size, bold=bold)
        start = room.x + room.width // 2 if room.centred else room.x
        lines = tuple(Line(start, room.y + _RISE + index * _LEADING, line) for index, line in enumerate(broken))
        self.sayings.append(Saying(kind, room.width, lines, room.centred))
        return room.y + len(broken) * _LEADING

    def say_part(self, part: DiagramPart, room: _Room) -> int:
        """Set the words of a part under each other, and return the height below them."""
        y = room.y
        if part.when is not None:
            y = self.say("when", part.when, room)
        y = self.say("label", part.label, replace(room, y=y))
        for text in part.texts:
            y = self.say("text", text, replace(room, y=y + _BETWEEN))
        return y

    def arrow_down(self, x: int, top: int, tip: int) -> None:
        self.strokes += [Stroke("line", f"M{x} {top}V{tip - 8}"), Stroke("head", f"M{x - 6} {tip - 9}h12l-6 9z")]


# ---------- A path: steps below each other, numbered along a line; ways back run up on the right ----------

_NUMBER = 15  # the radius of the circle around a number
_STEP_X = 2 * _NUMBER + 12
_LANE = 18  # the width that a way back takes


def _path(drawing: _Drawing, diagram: Diagram) -> int:
    lanes = _lanes(diagram)
    right = drawing.width - _LANE * (max(lanes.values(), default=-1) + 1) - (4 if lanes else 1)
    tops: dict[str, int] = {}
    y = below = 0
    for number, part in enumerate(diagram.parts, 1):
        tops[part.id] = y
        _number(drawing, number, y, below)
        below = y + 2 * _NUMBER + 1
        y = _step(drawing, part, y, right)
        for way in (way for way in diagram.returns if way.after == part.id):
            x = drawing.width - _LANE * (max(lanes.values()) - lanes[way]) - 8
            y = _way_back(drawing, diagram, way, y + _GAP // 2, (right, x, tops[way.back_to]))
        y += _GAP
    return y - _GAP + 1


def _lanes(diagram: Diagram) -> dict[DiagramReturn, int]:
    """Return the lane in which each way back runs, the shortest ones next to the steps, so that no two share a line."""
    reach = {way: (diagram.number_of(way.back_to), diagram.number_of(way.after)) for way in diagram.returns}
    lanes: dict[DiagramReturn, int] = {}
    for way in sorted(diagram.returns, key=lambda way: reach[way][1] - reach[way][0]):
        first, last = reach[way]
        taken = {lanes[other] for other in lanes if reach[other][0] <= last and first <= reach[other][1]}
        lanes[way] = min(lane for lane in range(len(diagram.returns)) if lane not in taken)
    return lanes


def _number(drawing: _Drawing, number: int, y: int, above: int) -> None:
    """Draw a number in its circle, and the arrow that leads to it from the one above."""
    if number > 1:
        drawing.arrow_down(_NUMBER + 1, above, y)
    r = _NUMBER
    drawing.strokes.append(Stroke("number", f"M1 {y + r + 1}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1 {-2 * r} 0z"))
    drawing.say("number", str(number), _Room(1, y + r - 9, 2 * r, centred=True))


def _step(drawing: _Drawing, part: DiagramPart, y: int, right: int) -> int:
    room = _Room(_STEP_X + _PADDING, y + _PADDING - 2, right - _STEP_X - 2 * _PADDING)
    bottom = drawing.say_part(part, room) + _PADDING
    drawing.box("box", _STEP_X, y + 1, right - _STEP_X, bottom - y - 1)
    return bottom


def _way_back(drawing: _Drawing, diagram: Diagram, way: DiagramReturn, y: int, lane: tuple[int, int, int]) -> int:
    """Draw what makes one go back, and the arrow that leads up to the earlier step."""
    right, x, top = lane
    left = _STEP_X + _PADDING
    words = f"{way.label.in_language(drawing.language)} →\u00a0{diagram.number_of(way.back_to)}"
    bottom = drawing.say("return", words, _Room(left + _PADDING, y + 6, right - left - 2 * _PADDING)) + 8
    drawing.box("back", left, y, right - left, bottom - y)
    start, target = (y + bottom) // 2, top + _NUMBER + 1
    drawing.strokes += [
        Stroke("line line--back", f"M{right} {start}H{x}V{target}H{right + 9}"),
        Stroke("head", f"M{right + 10} {target - 6}v12l-9 -6z"),
    ]
    return bottom


# ---------- Layers: bands that grow wider downwards, with sloping sides ----------

# How wide the top of the first layer is, as a part of the whole.
_TOP: Mapping[int, float] = {WIDTHS["narrow"]: 0.82, WIDTHS["wide"]: 0.6}


def _layers(drawing: _Drawing, diagram: Diagram) -> int:
    whole, y = drawing.width - 2, 1
    narrowest = int(whole * _TOP[drawing.width])
    widths = [narrowest + (whole - narrowest) * index // len(diagram.parts) for index in range(len(diagram.parts) + 1)]
    for index, (part, (upper, lower)) in enumerate(zip(diagram.parts, pairwise(widths), strict=True)):
        x = 1 + (whole - upper) // 2
        room = _Room(x + _PADDING, y + _PADDING, upper - 2 * _PADDING, centred=True)
        bottom = drawing.say_part(part, room) + _PADDING
        outline = f"M{x} {y}h{upper}L{1 + (whole + lower) // 2} {bottom}h{-lower}z"
        drawing.strokes.append(Stroke(f"layer layer--{index % 3 + 1}", outline))
        y = bottom + 6
    return y - 5


# ---------- A table: rows and columns where there is room, else a card for each row ----------


def _cards(drawing: _Drawing, diagram: Diagram) -> int:
    y, room = 1, _Room(_PADDING + 1, 0, drawing.width - 2 * _PADDING - 2)
    for part in diagram.parts:
        head = drawing.say("label", part.label, replace(room, y=y + 7)) + 8
        drawing.box("head-row", 1, y, drawing.width - 2, head - y)
        below = head + 6
        for column, text in zip(diagram.columns, part.texts, strict=True):
            below = drawing.say("column", column, replace(room, y=below))
            below = drawing.say("text", text, replace(room, y=below)) + 4
        drawing.box("frame", 1, y, drawing.width - 2, below + 4 - y)
        y = below + 4 + _GAP
    return y - _GAP + 1


def _grid(drawing: _Drawing, diagram: Diagram) -> int:
    whole = drawing.width - 2
    first = whole * 30 // 100
    rest = (whole - first) // len(diagram.columns)
    edges = [1, *(1 + first + rest * index for index in range(len(diagram.columns))), whole + 1]
    rooms = [_Room(start + _PADDING, 0, end - start - 2 * _PADDING) for start, end in pairwise(edges)]
    y = _row(drawing, "head-row", [("column", column) for column in diagram.columns], rooms[1:], 1)
    for part in diagram.parts:
        y = _row(drawing, "frame", [("label", part.label), *(("text", text) for text in part.texts)], rooms, y)
    return y + 1


def _row(drawing: _Drawing, kind: str, cells: Sequence[tuple[str, Text]], rooms: Sequence[_Room], y: int) -> int:
    below = [drawing.say(how, text, replace(room, y=y + 8)) for (how, text), room in zip(cells, rooms, strict=True)]
    bottom = max(below) + 8
    drawing.box(kind, 1, y, drawing.width - 2, bottom - y)
    return bottom


_LAYOUTS: Mapping[tuple[str, Size], Callable[[_Drawing, Diagram], int]] = {
    ("path", "narrow"): _path,
    ("path", "wide"): _path,
    ("layers", "narrow"): _layers,
    ("layers", "wide"): _layers,
    ("table", "narrow"): _cards,
    ("table", "wide"): _grid,
}
