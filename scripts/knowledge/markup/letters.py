"""How wide letters are drawn, for pictures whose lines are broken before any browser sees them.

A picture in the typeface of the site is measured in DejaVu Sans, the widest in which a system is likely to show it: what fits
in it fits in all. A picture that must fit on a sheet of paper asks for Arial, or one of the typefaces made to the same widths.
A test measures the finished pictures in a browser.
"""

from collections.abc import Mapping
from typing import Literal

Face = Literal["any", "arial"]

# Letters by their width, in thousandths of the size of the type.
_REGULAR: Mapping[int, str] = {
    280: "ijl'",
    300: "IJ",
    320: ",. \u00a0’‘·",
    340: "/:;\\|",
    360: "f",
    370: "-",
    400: "t()[]",
    410: "!",
    420: "r",
    460: '"',
    500: "*_`–§",
    520: "“”",
    530: "sz",
    540: "?",
    550: "c",
    560: "L",
    580: "kF",
    600: "vxy",
    610: "P",
    620: "aeoTYøåéäö",
    640: "0123456789bdghnpquES${}Éü",
    660: "K",
    690: "ABVXZÅÄ",
    700: "CR",
    740: "UÜ",
    750: "N",
    760: "H",
    780: "DG&",
    790: "OQØÖ",
    820: "w",
    840: "#+<=>^~→",
    870: "M",
    960: "%",
    970: "½",
    980: "mÆ",
    990: "Wæ",
    1000: "@—…",
}

_BOLD: Mapping[int, str] = {
    310: "'",
    350: "ijl \u00a0",
    370: "/\\|",
    380: "IJ,.’‘·",
    400: ":;",
    420: "-",
    440: "f",
    460: "!()[]",
    480: "t",
    500: "r_`–§",
    530: '"*',
    590: "z?",
    600: "cs",
    640: "L",
    650: "x",
    660: "vy“”",
    670: "k",
    680: "aeåéä",
    690: "oEFTøÉö",
    700: "0123456789$",
    720: "bdghnpqu{}ü",
    730: "SYZ",
    740: "CP",
    770: "B",
    780: "AKRVXÅÄ",
    820: "UÜ",
    830: "G",
    840: "DHN#+<=>^~→",
    860: "OQØÖ",
    880: "&",
    930: "w",
    1000: "M@—…",
    1010: "%",
    1040: "½",
    1050: "mæ",
    1090: "Æ",
    1110: "W",
}

# The widths of Helvetica, to which Arial, Liberation Sans and Arimo are made, from its published metrics.
_ARIAL: Mapping[int, str] = {
    191: "'",
    222: "ijl’‘",
    278: " !,./:;I[]\\ft\u00a0",
    333: "()-r”“·",
    500: "Jckvxyzs",
    556: "#$0123456789?L_abdeghnopqu–§åäéü",
    584: "+=<>",
    611: "FTZø",
    667: "&ABEKPSVXYÅÄÉ",
    722: "CDHNRUÜw",
    778: "GOQØÖ",
    833: "Mm",
    889: "%æ",
    944: "W",
    1000: "Æ→…—",
}
# Words in bold letters are wider by less than this.
_ARIAL_BOLD: Mapping[int, str] = {round(1.1 * width): letters for width, letters in _ARIAL.items()}

_FACES: Mapping[tuple[Face, bool], Mapping[int, str]] = {
    ("any", False): _REGULAR,
    ("any", True): _BOLD,
    ("arial", False): _ARIAL,
    ("arial", True): _ARIAL_BOLD,
}
_WIDTHS: Mapping[tuple[Face, bool], Mapping[str, int]] = {
    face: {letter: width for width, letters in table.items() for letter in letters} for face, table in _FACES.items()
}
# Any other letter counts as wide as the type is high.
_UNKNOWN = 1000


def width(words: str, size: float, *, bold: bool = False, face: Face = "any") -> int:
    """Return how wide words are drawn in type of this size, rounded up."""
    widths = _WIDTHS[face, bold]
    return int(-(-sum(widths.get(letter, _UNKNOWN) for letter in words) * size // 1000))


def lines(words: str, room: float, size: float, *, bold: bool = False, face: Face = "any") -> tuple[str, ...]:
    """Return words broken into lines that are no wider than the room; a single word may still be.

    A hard space keeps what it joins on one line.
    """
    broken: list[str] = []
    for word in filter(None, words.split(" ")):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, bold=bold, face=face) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return tuple(broken)
