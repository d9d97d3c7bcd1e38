"""Texts of the handbook that are hard to read."""

from knowledge.content.languages import Language
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault

_HEAVY_EN = (
    "Identification of potentially concerning behavioural alterations necessitates immediate interdisciplinary consultation "
    "regarding individually appropriate institutional interventions, notwithstanding administrative considerations. "
)
_HEAVY_DA = (
    "Ved konstatering af bekymringsvækkende adfærdsændringer foretages "
    "øjeblikkelig henvendelse til kontaktpersonen med henblik på "
    "iværksættelse af tværsektorielle foranstaltninger under iagttagelse af gældende retningslinjer. "
)


def _longest(text: str) -> str:
    """Make one sentence of several, because the finding is told at the longest on the page."""
    return ", and ".join([text.strip(" .")] * 4) + ". "


def _heavy(language: Language, text: str) -> Fault:
    def change(copy: Copy) -> Expected:
        return Expected(page_file(language, ADVICE), copy.say(language, ADVICE, _longest(text) + text * 25))

    check = "flesch-low" if language == "en" else "lix-high"
    return Fault(f"A page of the handbook is written as an office would write it ({language})", check, change)


FAULTS: tuple[Fault, ...] = (_heavy("en", _HEAVY_EN), _heavy("da", _HEAVY_DA))
