"""How wide words are in a drawn picture, and where its lines break.

A picture has no lines that break by themselves. Its letters are those of Arial, or of a typeface made to the same widths
(Liberation Sans, Helvetica, Arimo), which chart.css asks for; what other machines put in their place is no wider.
"""

from collections.abc import Iterator, Mapping

# The widths of Helvetica's letters, in thousandths of their size, from its published metrics.
_GROUPS: Mapping[int, str] = {
    191: "'",
    222: "ijl’‘",
    278: " !,./:;IftÌÍ\u00a0",
    333: "()-r”“",
    500: "Jckvxyzs",
    556: "#$0123456789?L_abdeghnopqu–§åé",
    584: "+=<>",
    611: "FTZø",
    667: "&ABEKPSVXYÅ",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "Æ→…—",
}
_WIDTHS: Mapping[str, int] = {letter: width for width, letters in _GROUPS.items() for letter in letters}
# Any other letter counts as one of the widest.
_WIDEST = 1000
# Strong letters are this much wider at most, over a whole word.
_STRONG = 1.1


def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """Return the width of a line of words, in the unit of the size."""
    return sum(_WIDTHS.get(letter, _WIDEST) for letter in words) * size / 1000 * (_STRONG if strong else 1)


def lines_of(words: str, width: float, size: float, *, strong: bool = False) -> tuple[str, ...]:
    """Return the words in lines that are no wider than this; a single word that is wider has a line to itself."""
    return tuple(_lines(words, width, size, strong))


def _lines(words: str, width: float, size: float, strong: bool) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, strong=strong) > width:
            yield line
            line = word
        else:
            line = longer
    yield line
