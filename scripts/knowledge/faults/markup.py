"""Marks that the site would print as text, or that swallow what follows: what a strict build lets through without a word."""

from knowledge.faults.fault import FACTS, Fault, said, said_once

_CASE = {"facts-differ": "an unclosed fence hides everything below it from the comparison"}

FAULTS: tuple[Fault, ...] = (
    said(
        "A reference is never defined",
        "reference-undefined",
        "The sheet speaks of [two projects][projects].",
        "Arket fortæller om [to projekter][projects].",
    ),
    said(
        "A footnote is never written", "footnote-undefined", "The sheet carries no date.[^date]", "Arket har ingen dato.[^date]"
    ),
    said(
        "A tip has the marks of another program",
        "admonition-form",
        '!!! note "Good to know"\n    The offer is voluntary.',
        '!!! note "Godt at vide"\n    Tilbuddet er frivilligt.',
    ),
    said(
        "A tip lacks the space after its marks",
        "admonition-form",
        "!!note\n    The offer is voluntary.",
        "!!note\n    Tilbuddet er frivilligt.",
    ),
    said(
        "Tabs have the marks of another program",
        "tab-form",
        '=== "Teachers"\n\n    Talk to your leader.',
        '=== "Lærere"\n\n    Tal med din leder.',
    ),
    said("A text is to be drawn in from another file", "snippet-form", '--8<-- "contacts.md"'),
    said("A file is to be drawn in that is not there", "snippet-form", ';--8<-- "gone.md"'),
    said_once(
        "A fence of code is never closed",
        "fence-open",
        "en",
        "```text\nReviewed by the editors",
        consequences={
            **_CASE,
            "headings-differ": "the sections below are code",
            "link-anchor": "other pages link to sections that are code now",
        },
    ),
    said(
        "A division of HTML is never closed",
        "html-open",
        "<div>\nThe offer is voluntary.",
        "<div>\nTilbuddet er frivilligt.",
        consequences={"html-raw": "raw HTML is told beside the mark that is never closed"},
    ),
    said(
        "A division of HTML is closed and never opened",
        "html-stray",
        "The offer is voluntary.\n</div>",
        "Tilbuddet er frivilligt.\n</div>",
        at=1,
        consequences={"html-raw": "raw HTML is told beside the mark that is never opened"},
    ),
    said("Words are marked with HTML", "html-raw", "The offer is <b>voluntary</b>.", "Tilbuddet er <b>frivilligt</b>."),
    said(
        "A blank in angle brackets would vanish", "html-unknown", "Write to <name of the school>.", "Skriv til <skolens navn>."
    ),
    said("A heading lacks the space after its marks", "heading-tight", "##Who took part?", "##Hvem var med?"),
    said("A heading is indented by a space", "heading-indented", " ## Who took part?", " ## Hvem var med?"),
    said(
        "A line of a template is left",
        "template-text",
        "Begin with ‹what matters most to the reader›.",
        "Begynd med ‹det vigtigste for læseren›.",
    ),
    said(
        "The help of a template is left",
        "template-text",
        "<!-- Help: Begin with what matters most. -->",
        "<!-- Hjælp: Begynd med det vigtigste. -->",
    ),
    said(
        "A box is never closed",
        "block-open",
        "/// gap | Not stated\nNo source says how many took part.",
        "/// gap | Ikke oplyst\nIngen kilde siger, hvor mange der var med.",
    ),
    said(
        "A box is closed and was never opened",
        "block-stray",
        "No source says who took part.\n\n///",
        "Ingen kilde siger, hvem der var med.\n\n///",
        at=2,
    ),
    said(
        "A box has a name that nobody knows",
        "block-unknown",
        "/// warning | Take care\nA label can hurt.\n///",
        "/// warning | Vær varsom\nEt stempel kan gøre ondt.\n///",
    ),
    said("A drawn box names a budget that is not there", "block-argument", "/// finances | back-on-trak\n///", key=FACTS),
    said(
        "Words stand where a drawn box would lose them",
        "block-words-lost",
        "/// sources-register | All sources\n///",
        "/// sources-register | Alle kilder\n///",
        key="about/reuse",
    ),
    said(
        "A card says not when to act",
        "block-title-missing",
        "/// action-card\n    level: soon\n\nTalk to your leader.\n///",
        "/// action-card\n    level: soon\n\nTal med din leder.\n///",
    ),
    said(
        "An option of a card lacks its colon",
        "block-option-form",
        "/// action-card | you are in doubt\n    level soon\n\nTalk to your leader.\n///",
        "/// action-card | du er i tvivl\n    level soon\n\nTal med din leder.\n///",
        at=1,
    ),
    said(
        "An option stands behind the stroke",
        "block-option-place",
        "/// action-card | level: soon\n\nTalk to your leader.\n///",
        "/// action-card | level: soon\n\nTal med din leder.\n///",
    ),
    said(
        "An option is not indented",
        "block-option-place",
        "/// action-card | you are in doubt\nlevel: soon\n\nTalk to your leader.\n///",
        "/// action-card | du er i tvivl\nlevel: soon\n\nTal med din leder.\n///",
        at=1,
    ),
    said(
        "An option has a name that the card does not know",
        "block-option-unknown",
        "/// action-card | you are in doubt\n    level: soon\n    colour: red\n\nTalk to your leader.\n///",
        "/// action-card | du er i tvivl\n    level: soon\n    colour: red\n\nTal med din leder.\n///",
        at=2,
    ),
    said(
        "A card has no level",
        "block-option-missing",
        "/// action-card | you are in doubt\n\nTalk to your leader.\n///",
        "/// action-card | du er i tvivl\n\nTal med din leder.\n///",
    ),
    said(
        "A card has a level that there is not",
        "block-option-value",
        "/// action-card | you are in doubt\n    level: urgent\n\nTalk to your leader.\n///",
        "/// action-card | du er i tvivl\n    level: urgent\n\nTal med din leder.\n///",
        at=1,
    ),
    said(
        "A law box was looked up on a day in words",
        "block-option-date",
        "/// law | A rule\n    provision: barnets lov § 15\n"
        "    source: childs-act-15\n    checked: autumn\n\nAsk your leader.\n///",
        "/// law | En regel\n    provision: barnets lov § 15\n"
        "    source: childs-act-15\n    checked: efteråret\n\nSpørg din leder.\n///",
        at=3,
    ),
    said(
        "A law box names a source that is not there",
        "source-unknown",
        "/// law | A rule\n    provision: barnets lov § 15\n"
        "    source: childs-act-51\n    checked: 2026-11-20\n\nAsk your leader.\n///",
        "/// law | En regel\n    provision: barnets lov § 15\n"
        "    source: childs-act-51\n    checked: 2026-11-20\n\nSpørg din leder.\n///",
        at=2,
    ),
    said(
        "A tool leads to a page by its file",
        "block-option-page",
        "/// tool | Three columns\n    when: before the talk\n    when-not: in danger\n"
        "    time: ten minutes\n    page: docs/en/handbook/levels.md\n\nDraw three columns.\n///",
        "/// tool | Tre kolonner\n    when: før samtalen\n    when-not: ved fare\n"
        "    time: ti minutter\n    page: docs/en/handbook/levels.md\n\nTegn tre kolonner.\n///",
        at=4,
    ),
    said("A contact is named that is not in the data", "contact-unknown", "/// who-to-contact | emergency, hotlin\n///"),
    said(
        "A plan lacks two of its columns",
        "steps-columns",
        "/// steps | After the talk\n| Step | Who |\n|---|---|\n| Talk it over | You |\n///",
        "/// steps | Efter samtalen\n| Trin | Hvem |\n|---|---|\n| Tal det igennem | Du |\n///",
        at=1,
    ),
    said(
        "A step of a plan lacks two of its parts",
        "steps-parts",
        "/// steps | After the talk\n1. Talk it over | You\n///",
        "/// steps | Efter samtalen\n1. Tal det igennem | Du\n///",
        at=1,
    ),
    said(
        "A box begins on the line of a point",
        "block-in-line",
        "- /// note | Voluntary\n    Say no.\n    ///",
        "- /// note | Frivilligt\n    Sig nej.\n    ///",
        consequences={"block-stray": "its end has no beginning"},
    ),
    said(
        "A plan has no steps",
        "steps-empty",
        "/// steps | After the talk\nWrite it down.\n///",
        "/// steps | Efter samtalen\nSkriv det ned.\n///",
    ),
)
