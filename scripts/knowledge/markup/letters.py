"""How wide letters are drawn, for pictures whose lines are broken before any browser sees them.

The widths are those of DejaVu Sans, the widest font in which a system is likely to show the site: what fits in it fits in all.
A test measures the finished pictures in a browser.
"""

from collections.abc import Mapping

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

_WIDTHS: Mapping[bool, Mapping[str, int]] = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
# Any other letter counts as wide as the type is high.
_UNKNOWN = 1000


def width(words: str, size: int, *, bold: bool = False) -> int:
    """Return how wide words are drawn in type of this size, rounded up."""
    widths = _WIDTHS[bold]
    return -(-sum(widths.get(letter, _UNKNOWN) for letter in words) * size // 1000)


def lines(words: str, room: int, size: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return words broken into lines that are no wider than the room; a single word may still be.

    Only a plain space is a place to break.
    """
    broken: list[str] = []
    for word in filter(None, words.split(" ")):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, bold=bold) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return tuple(broken)
