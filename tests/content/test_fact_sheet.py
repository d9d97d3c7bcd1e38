"""Every statement of the fact sheet of 2011 stands somewhere on the site, in both languages, with the sheet as its source."""

import re

import pytest
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library

TARGETED, BACK, STORY = "projects/targeted-intervention", "projects/back-on-track", "projects/index"

# What the sheet states: page, section, and words that stand in it in English and in Danish.
STATEMENTS: dict[str, tuple[str, str, str, str]] = {
    "deradicalisation covers disengagement": ("handbook/words", "deradicalisation", r"fact sheet", r"Faktaark"),
    "the action plan of January 2009": ("projects/action-plan", "", r"January 2009", r"januar 2009"),
    "lead country in 2008": ("projects/lead-country", "", r"2008", r"2008"),
    "to gather and share knowledge": ("projects/lead-country", "", r"gather.*share", r"samle.*dele"),
    "the report of 2010": ("projects/lead-country", "", r"2010", r"2010"),
    "the survey behind the report": ("programmes/survey-2010", "", r"27", r"27"),
    "a pilot project of 3 years": (TARGETED, "targeted-intervention", r"3-year", r"3 år"),
    "its partners": (TARGETED, "targeted-intervention", r"Copenhagen and Aarhus.*PET", r"Københavns og Aarhus.*PET"),
    "the worry of professionals": (TARGETED, "background", r"lack tools", r"manglede .*redskaber"),
    "tools for each young person": (TARGETED, "aim", r"fitted to each young person", r"tilpasses den enkelte unge"),
    "long-term support": (TARGETED, "aim", r"long-term support", r"længere tid"),
    "a concept for exit talks": (TARGETED, "exit-talks", r"concept for \[exit talks", r"koncept for \[exitsamtaler"),
    "a concept for mentors": (TARGETED, "mentoring", r"mentor or a \[resource person", r"mentor eller en \[ressourceperson"),
    "voluntary offers": (TARGETED, "voluntary", r"voluntary offers", r"frivillige tilbud"),
    "reaching and motivating": (TARGETED, "voluntary", r"reaching .*motivating", r"nå de unge og motivere"),
    "constructive alternatives": (TARGETED, "voluntary", r"constructive social alternatives", r"konstruktive fællesskaber"),
    "20 were trained": (TARGETED, "competency", r"\b20\b", r"\b20\b"),
    "mentees must be mentors": (TARGETED, "competency", r"must be mentors", r"må være mentorer"),
    "skills developed all along": (TARGETED, "competency", r"ongoing focus", r"løbende"),
    "experience shared all along": (TARGETED, "sharing", r"gathered and shared", r"samle og dele"),
    "the workshop": ("conferences/workshop", "", r"reach.*motivat", r"nå.*motiver"),
    "two studies": (TARGETED, "studies", r"Two studies", r"to undersøgelser"),
    "the handbook": (TARGETED, "handbook", r"one handbook with tools", r"én håndbog med redskaber"),
    "funds for October 2011": ("conferences/national-2011", "", r"allocated.*October 2011", r"oktober 2011.*penge af"),
    "funds for May 2012": ("conferences/international-2012", "", r"allocated.*May 2012", r"penge af.*maj 2012"),
    "working group and steering committee": (
        TARGETED, "partners", r"steering committee.*working group",
        r"styregruppen.*arbejdsgruppen",
    ),
    "no personal data exchanged": (TARGETED, "partners", r"No personal data", r"Ingen .*personoplysninger"),
    "close co-operation": (
        TARGETED, "partners", r"Prison and Probation Service, universities",
        r"Kriminalforsorgen, universiteter",
    ),
    "the prison project of May 2011": (BACK, "back-on-track", r"May 2011.*3-year", r"maj 2011.*3 år"),
    "identity and new solidarities": (
        BACK, "why-prisons", r"identity.*new solidarities",
        r"identitet.*(?:sammenhold|fællesskab|solidaritet)",
    ),
    "earlier prison work aimed at others": (BACK, "why-prisons", r"None of them was aimed", r"[Ii]ngen af dem"),
    "less relapse": (BACK, "aim", r"relapse", r"tilbagefald|falder tilbage"),
    "families and networks": (BACK, "aim", r"Families and social networks", r"[Ff]amilie"),
    "mentors, cognitive skills, dialogue": (
        BACK, "activities", r"cognitive skills.*dialogue",
        r"kognitive færdigheder.*(?:dialog|samtale)",
    ),
    "tools for relatives": (BACK, "activities", r"relatives and social networks", r"pårørende"),
    "study tours and conferences": (BACK, "activities", r"study tours.*conferences", r"studieture.*konferencer"),
    "PET in an advisory group": (BACK, "partners", r"advisory group", r"rådgivende gruppe|følgegruppe"),
    "both projects in the story": (
        STORY, "", r"[Tt]argeted intervention.*Back on track",
        r"[Mm]ålrettet intervention.*Tilbage på sporet",
    ),
}  # fmt: skip


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_stands_on_its_page(library: Library, statement: str, language: str) -> None:
    key, anchor, english, danish = STATEMENTS[statement]
    page = next(page for page in library.pages.values() if (page.language, page.key) == (language, key))
    text = page.body
    if anchor:
        start = text.index(f"{{#{anchor}}}")
        following = text.find("\n## ", start)
        text = text[start : following if following > 0 else len(text)]
    assert re.search(english if language == "en" else danish, text, re.DOTALL)
    if key.startswith("projects"):
        assert "@fact-sheet-2011" in page.body


def test_the_budgets_are_the_sheets_own_figures(library: Library) -> None:
    targeted, back = library.budgets["targeted-intervention"], library.budgets["back-on-track"]
    assert (targeted.total, [part.amount for part in targeted.parts]) == (1_158_154, [747_133, 100_000])
    assert (back.total, [part.amount for part in back.parts]) == (334_644, [267_715, 33_464, 33_464])
    assert (targeted.difference, targeted.explanation) == (311_021, "unexplained")
    assert (back.difference, back.explanation) == (1, "rounding")
    assert [str(targeted.share(targeted.parts[0])), str(back.share(back.parts[0]))] == ["64.5", "80.0"]
    assert targeted.sources == back.sources == ("fact-sheet-2011",)
