"""Painted HTML as elements of the page that Markdown is making, and the marks for sources in it."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as etree

from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString
from markupsafe import Markup

# A citation is first marked by name; its number is known only when the whole page stands in the order of reading.
MARK = "data-source"

# Signs in our data that Markdown's last steps would still read as marks ({attributes}, [TOC], the place of the footnotes), and
# the form in which Markdown itself keeps such signs until it has finished.
KEPT = str.maketrans({sign: f"{STX}{ord(sign)}{ETX}" for sign in "{[/"} | {"&": f"{AMP_SUBSTITUTE}amp;"})

# Signs that no HTML may hold; a text in "double quotes" gets one from a Windows path such as C:\vejledning.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def citation_mark(names: Iterable[str]) -> etree.Element:
    """Return the raised mark for sources, its numbers still to be given."""
    mark = etree.Element("sup", {"class": "citation"})
    for name in dict.fromkeys(names):
        etree.SubElement(mark, "a", {MARK: name})
    return mark


def cite(names: Iterable[str]) -> Markup:
    """Return the mark for sources that a template puts into its text."""
    return Markup(etree.tostring(citation_mark(names), encoding="unicode"))  # noqa: S704 (made of checked ids)


def as_element(html: str) -> etree.Element:
    """Return painted HTML as an element whose words Markdown leaves alone."""
    element = etree.fromstring(_FORBIDDEN.sub("", html))  # noqa: S314 (painted by our own templates)
    for part in element.iter():
        # In code Markdown reads no marks, and gives back none that are kept.
        kept = {ord("&"): KEPT[ord("&")]} if part.tag == "code" else KEPT
        part.text = AtomicString(part.text.translate(kept)) if part.text else part.text
        part.tail = AtomicString(part.tail.translate(KEPT)) if part.tail else part.tail
        for name, value in part.items():
            part.set(name, value.replace("&", KEPT[ord("&")]))
    return element
