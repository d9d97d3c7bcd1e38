"""The guide for someone who is worried with a way that leads nowhere, in a circle, or too far."""

from knowledge.content.guide import GUIDE
from knowledge.faults.copy import Copy
from knowledge.faults.fault import Expected, Fault, here, replaced

_NEW = {"address-unlisted": "a question with a new id has a new address"}

# Two more questions on the way out.
_LONGER = """  - id: first-more
    asks: {en: Since when?, da: Siden hvornår?}
    choices: [{says: {en: Long, da: Længe}, to: second-more}]
  - id: second-more
    asks: {en: Who knows?, da: Hvem ved det?}
    choices: [{says: {en: Nobody, da: Ingen}, to: way-out}]

steps:
"""


def _unreached(copy: Copy) -> Expected:
    copy.replace(GUIDE, "to: own-line", "to: ring-114")
    return here((GUIDE, copy.line(GUIDE, "^  - id: own-line")))


def _longer(copy: Copy) -> Expected:
    copy.replace(GUIDE, "^steps:\n", _LONGER)
    copy.replace(GUIDE, "^        to: way-out", "        to: first-more")
    return here((GUIDE, copy.line(GUIDE, "^  - id: way-out")))


FAULTS: tuple[Fault, ...] = (
    replaced(
        "A choice leads to a misspelt step",
        "guide-dead-end",
        GUIDE,
        ("to: tell-municipality", "to: tell-municipalty"),
    ),
    replaced(
        "A question loses its choices",
        "guide-dead-end",
        GUIDE,
        (
            r"^(  - id: change\n    asks:(?:.*\n)+?)    choices:\n(?:      .*\n)+",
            "  - id: change\n    asks: {en: Can it wait?, da: Kan det vente?}\n",
        ),
    ),
    replaced(
        "A role has no answer to a situation",
        "guide-dead-end",
        GUIDE,
        (r"\{danger: danger, change: change,", "{danger: danger,"),
    ),
    replaced(
        "A question leads back to itself",
        "guide-loop",
        GUIDE,
        (
            r"^(      - says: \{en: \"Not sure, or it can wait\".*\n)        to: talk-over",
            "      - says: {en: Not sure, da: Ikke sikker}\n        to: change",
        ),
        at=1,
    ),
    Fault("Nobody leads to a step any more", "guide-unreached", _unreached),
    Fault("Two more questions stand before a step", "guide-too-long", _longer, _NEW),
    replaced(
        "A step names a page that does not exist",
        "guide-page-unknown",
        GUIDE,
        (r"pages: \[handbook/notice/act-now\b", "pages: [handbook/notice/act-noww"),
    ),
    replaced(
        "A step names a contact that does not exist",
        "guide-contact-unknown",
        GUIDE,
        (r"contacts: \[emergency\]", "contacts: [emergancy]"),
    ),
)
