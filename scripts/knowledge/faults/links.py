"""Links that lead nowhere or say nothing, and citations of what is not there."""

from typing import Unpack

from knowledge.faults.fault import FACTS, Fault, Options, said, said_once


def _link(name: str, check: str, target: str, **options: Unpack[Options]) -> Fault:
    """Return the fault of a link with usual words to a wrong place."""
    return said(name, check, f"Read [all ten rules]({target}).", f"Læs [alle ti regler]({target}).", **options)


FAULTS: tuple[Fault, ...] = (
    _link("A link leads to a page that is not there", "link-dead", "../about/ethic.md"),
    _link(
        "A link in raw HTML leads nowhere",
        "link-dead",
        '../about/ethics.md)\n\n<a href="../about/ethik.md">these rules</a> (more',
        at=2,
    ),
    _link("A link leads to nothing at all", "link-dead", ""),
    _link("A link leads to a section that the page does not have", "link-anchor", "../about/ethics.md#frivillig"),
    _link("A link leads to an id of an automatic heading", "link-anchor", "#words-we-use"),
    _link("A link begins at the site's root", "link-absolute", "/about/ethics/"),
    _link("A link leads to the built address of a page", "link-built", "../about/ethics/"),
    _link("A link has a capital letter that the file has not", "link-case", "../about/Ethics.md"),
    _link("A link lacks the beginning of its address", "link-incomplete", "www.creativecommons.org/licenses/by/4.0"),
    _link("A link's address has a space in it", "link-dead", "../about/our ethics.md"),
    _link("A link is not encrypted", "link-insecure", "http://creativecommons.org/licenses/by/4.0/"),
    _link("A link leads to the site's own public address", "link-own-site", "https://faelles-viden.example/about/ethics/"),
    said(
        "A link leads to the other language",
        "link-language",
        "Read [all ten rules](../../da/about/ethics.md).",
        "Læs [alle ti regler](../../en/about/ethics.md).",
        consequences={"facts-differ": "each twin links to the other language, and so not to the same file"},
    ),
    said(
        "A link says only click here",
        "link-text",
        "For all rules, [click here](../about/ethics.md).",
        "Vil du se alle regler, så [klik her](../about/ethics.md).",
    ),
    said(
        "A link says only read more",
        "link-text",
        "[Read more](../about/ethics.md)",
        "[Læs mere](../about/ethics.md)",
        key=FACTS,
    ),
    said("A link has no words", "link-text-empty", "Read [](../about/ethics.md) first.", "Læs [](../about/ethics.md) først."),
    said(
        "An address stands bare in the text",
        "link-text-bare",
        "The licence is at https://creativecommons.org/licenses/by/4.0/.",
        "Licensen står på https://creativecommons.org/licenses/by/4.0/.",
    ),
    said(
        "The same words lead to two places",
        "link-text-double",
        "See [the rules](../about/ethics.md).\n\nFor sources, see [the rules](../about/evidence.md).",
        "Se [reglerne](../about/ethics.md).\n\nOm kilder, se [reglerne](../about/evidence.md).",
        at=2,
    ),
    said(
        "A citation names a source that is not there",
        "source-unknown",
        "Denmark took on the task in 2008 [@fact-sheet].",
        "Danmark tog opgaven på sig i 2008 [@fact-sheet].",
    ),
    said(
        "One of two sources in a citation is not there",
        "source-unknown",
        "Denmark took on the task in 2008 [@fact-sheet-2011; @fact-sheet-2012].",
        "Danmark tog opgaven på sig i 2008 [@fact-sheet-2011; @fact-sheet-2012].",
        key=FACTS,
    ),
    said(
        "A term is marked that the glossary does not have",
        "term-unknown",
        "A [mentor](term:mentors) supports one person.",
        "En [mentor](term:mentors) støtter et menneske.",
    ),
    said(
        "A figure on a page of facts has no source",
        "figure-uncited",
        "In the survey, 18 countries replied.",
        "I undersøgelsen svarede 18 lande.",
        key="conferences/international-2012",
    ),
    said_once("A page uses a word that the glossary rejects", "term-avoided", "en", "The exit interview is voluntary."),
    said_once(
        "A Danish page uses a word that the glossary rejects", "term-avoided", "da", "Det begynder med et exitinterview."
    ),
)
