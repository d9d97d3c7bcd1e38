"""Texts that can harm: cues as checklists, words that mark a group, and what is made up."""

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import FACTS, Expected, Fault, here, said, said_once

_CAVEAT_EN = "A cue proves nothing. You must see it together with everything else, and ask."
_CAVEAT_DA = "Et tegn beviser ingenting. Du skal se det sammen med alt andet og spørge."


def _unlabelled(copy: Copy) -> Expected:
    """Call a page a constructed case in both twins, and leave the label out."""
    places = []
    for language in LANGUAGES:
        copy.front(language, FACTS, "kind", "kind: constructed")
        places.append((page_file(language, FACTS), copy.line(page_file(language, FACTS), r"^# ")))
    return here(*places)


FAULTS: tuple[Fault, ...] = (
    said(
        "Cues can be ticked off",
        "cue-tick-box",
        f"Signs of concern:\n\n- [ ] Has threatened classmates\n- [ ] Defends attacks\n\n{_CAVEAT_EN}",
        f"Bekymringstegn:\n\n- [ ] Har truet klassekammerater\n- [ ] Forsvarer angreb\n\n{_CAVEAT_DA}",
        at=2,
        consequences={"cue-no-caveat": "a caveat that stands below the list is read too late"},
    ),
    said("Cues are counted", "cue-score", "Three or more cues mean a high risk.", "Tre eller flere tegn betyder høj risiko."),
    said(
        "Cues stand without their caveat",
        "cue-no-caveat",
        "Signs of radicalisation:\n\n- defends attacks\n- threatens others",
        "Tegn på radikalisering:\n\n- forsvarer angreb\n- truer andre",
        key="about/reuse",
    ),
    said(
        "A beard is given as a warning sign",
        "cue-not-behaviour",
        "A new beard is a sign of radicalisation.",
        "Et nyt skæg er et tegn på radikalisering.",
    ),
    said_once("A headscarf is given as a cue", "cue-not-behaviour", "da", "Hun går med tørklæde, og det er et bekymringstegn."),
    said_once("Prayer is given as a cue", "cue-not-behaviour", "en", "Praying at school is a sign of radicalisation."),
    Fault("A constructed page has no label", "case-no-label", _unlabelled),
    said(
        "A story about one person has no label",
        "case-story",
        "Nikolaj is 16 and has moved out.",
        "Nikolaj er 16 år og er flyttet hjemmefra.",
    ),
    said(
        "Somebody is quoted without a source",
        "quote-no-source",
        "“Every one of them has left the group,” said the project manager.",
        "”De har alle sammen forladt gruppen,” sagde projektlederen.",
    ),
    said(
        "A speaker is named without a source",
        "speaker-no-source",
        "The keynote speaker was the head of the project.",
        "Hovedtaleren var projektets leder.",
        key=FACTS,
    ),
    said(
        "A faith is tied to extremism",
        "stigma",
        "The course is about Muslim extremism.",
        "Kurset handler om muslimsk ekstremisme.",
        consequences={"term-avoided": "the glossary rejects the same words and gives the right ones"},
    ),
    said_once("A group is called dangerous", "stigma", "en", "Muslims are a threat to society."),
    said_once("A Danish text ties a group to violence", "stigma", "da", "Muslimer er en trussel mod samfundet."),
    said(
        "A page links to a listed host",
        "link-listed",
        "See [the archive](https://propaganda.example/archive).",
        "Se [arkivet](https://propaganda.example/archive).",
    ),
    said(
        "A page invites into a chat",
        "link-listed",
        "Join [the group](https://t.me/group).",
        "Vær med i [gruppen](https://t.me/group).",
        key=FACTS,
    ),
)
