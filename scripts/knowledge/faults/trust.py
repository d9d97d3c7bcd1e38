"""Markup that a text may not hold: what could run in a browser, fetch from elsewhere, or take the place of the theme's."""

from typing import Unpack

from knowledge.faults.addresses import menu_title
from knowledge.faults.copy import page_file
from knowledge.faults.fault import ADVICE, FACTS, Fault, Options, replaced, said

_RAW = {"html-raw": "raw HTML is told as such too"}
_EN = page_file("en", ADVICE)


def _link(name: str, check: str, target: str, **options: Unpack[Options]) -> Fault:
    return said(name, check, f"Read [all ten rules]({target}).", f"Læs [alle ti regler]({target}).", **options)


FAULTS: tuple[Fault, ...] = (
    said("A script stands in a text", "trust-tag", "<script>alert(1)</script>"),
    said("A style stands in a text", "trust-tag", "<style>p { color: red }</style>"),
    said(
        "A film is set in from another site",
        "trust-tag",
        '<iframe src="https://example.org/film" title="Film"></iframe>',
        key=FACTS,
    ),
    said(
        "A form asks readers for something",
        "trust-tag",
        '<form action="/x"><input name="who"></form>',
    ),
    said(
        "A drawing in the text could run",
        "trust-tag",
        "<svg onload='alert(1)'></svg>",
    ),
    said(
        "A style sheet is fetched from another site",
        "trust-tag",
        '<link rel="stylesheet" href="https://example.org/a.css">',
    ),
    said(
        "A tag runs something when it is clicked",
        "trust-attribute",
        'The <span onclick="alert(1)">offer</span> is voluntary.',
        'Tilbuddet er <span onclick="alert(1)">frivilligt</span>.',
    ),
    said(
        "Attributes in braces run something when clicked",
        "trust-attribute",
        'Read [all ten rules](../about/ethics.md){ onclick="alert(1)" }.',
        'Læs [alle ti regler](../about/ethics.md){ onclick="alert(1)" }.',
    ),
    said(
        "A picture runs something when it fails",
        "trust-attribute",
        '<img src="../../assets/images/note.svg" alt="Two people talk" onerror="alert(1)">',
        '<img src="../../assets/images/note.svg" alt="To mennesker taler" onerror="alert(1)">',
        consequences=_RAW,
    ),
    said(
        "A text brings its own style",
        "trust-attribute",
        'The <span style="color: red">offer</span> is voluntary.',
        'Tilbuddet er <span style="color: red">frivilligt</span>.',
        key=FACTS,
    ),
    _link("A link runs a program", "trust-link", "javascript:alert(1)"),
    _link(
        "A link runs a program that is written with entities",
        "trust-link",
        "&#106;avascript:alert(1)",
        consequences={"link-dead": "the address as it is written leads nowhere either"},
    ),
    _link("A link holds a page of its own", "trust-link", "data:text/html;base64,PGI+"),
    said(
        "A picture comes from another site by an address with entities",
        "trust-outside",
        '<img src="&#104;ttps://example.org/map.png" alt="Two people talk">',
        '<img src="&#104;ttps://example.org/map.png" alt="To mennesker taler">',
        consequences={**_RAW, "image-missing": "the address as it is written leads nowhere either"},
    ),
    said(
        "An id belongs to the search",
        "trust-name",
        "A [line](levels.md){#search-words}.",
        "En [linje](levels.md){#search-words}.",
        consequences={"address-unlisted": "an id that is new has a new address"},
    ),
    said(
        "A link takes a class of the theme",
        "trust-class",
        "Read [all ten rules](../about/ethics.md){ .header__tools }.",
        "Læs [alle ti regler](../about/ethics.md){ .header__tools }.",
    ),
    said("A diagram asks for a program from another site", "trust-mermaid", "```mermaid\ngraph LR; worry --> talk\n```"),
    replaced("A title holds a tag", "trust-title", _EN, (r"^title: .*$", "title: <b>Words</b> we use")),
    replaced(
        "A summary runs something when it fails",
        "trust-title",
        page_file("da", ADVICE),
        (r"^summary: .*$", "summary: 'Ord, vi bruger, og hvad de betyder <img src=x onerror=alert(1)>.'"),
    ),
    Fault("A Danish title of the navigation holds a tag", "trust-title", menu_title("<b>Forside</b>")),
)
