"""Pages of the handbook that let a worried reader search, and tools that ask for names."""

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import Expected, Fault, here, replaced

# A page that is read in a hurry, and a tool that a pack holds.
_HURRIED = "handbook/together/refer"
_TOOL = "concern-description"
_SHEET = f"docs/data/worksheets/{_TOOL}.yml"
_PACKS = "docs/data/packs.yml"
_DIAGRAMS = "docs/data/diagrams.yml"


def _cards(name: str, pattern: str, new: str) -> Fault:
    """Return the fault of other cards on a page and its twin, which is told at their main headings."""

    def change(copy: Copy) -> Expected:
        places = []
        for language in LANGUAGES:
            file = page_file(language, _HURRIED)
            copy.replace(file, pattern, new)
            places.append((file, copy.line(file, "^# ")))
        return here(*places)

    return Fault(name, "cards-uneven", change)


def _late(copy: Copy) -> Expected:
    words = {"en": "Think it over once more before you do it. " * 20, "da": "Tænk dig om en gang til, før du gør det. " * 20}
    places = []
    for language in LANGUAGES:
        file = page_file(language, _HURRIED)
        line = copy.replace(file, "^/// action-card", f"{words[language]}\n\n/// action-card")
        places.append((file, line + 2))
    return here(*places)


def _other_name(copy: Copy) -> Expected:
    file = _SHEET.replace(_TOOL, "describe")
    copy.write(file, copy.text(_SHEET))
    copy.remove(_SHEET)
    return here((file, copy.line(file, "^id:")))


def _not_shown(copy: Copy) -> Expected:
    for language in LANGUAGES:
        copy.replace(page_file(language, f"handbook/tools/{_TOOL}"), rf"^/// worksheet \| {_TOOL}\n///\n", "")
    return here((_SHEET, copy.line(_SHEET, "^id:")))


def _long_word(copy: Copy) -> Expected:
    copy.replace(_DIAGRAMS, 'da: Socialforvaltningen|da: "Socialforvaltningen"', 'da: "Socialforvaltningsmyndighederne"')
    return here((_DIAGRAMS, copy.line(_DIAGRAMS, "^- id: who-does-what$")))


FAULTS: tuple[Fault, ...] = (
    _cards("A page has no card for soon", r"^/// action-card[^\n]*\n    level: soon\n(?:(?!///)[^\n]*\n)*///\n", ""),
    _cards("A page has two cards for now and none for doubt", "level: talk", "level: now"),
    Fault("The first card comes after a long text", "card-late", _late),
    Fault("A worksheet has another name than its file", "worksheet-file-name", _other_name),
    Fault("A worksheet is shown on no page", "worksheet-no-page", _not_shown),
    replaced("A field asks for a name", "worksheet-asks-who", _SHEET, ("I was told this", "Name of the pupil")),
    replaced("A field asks for a CPR number in Danish", "worksheet-asks-who", _SHEET, ("Det har andre fortalt mig", "CPR")),
    replaced("A pack holds a tool that does not exist", "pack-tool-unknown", _PACKS, (r"tools: \[[\w-]+", "tools: [concern")),
    Fault("A diagram holds a word that is wider than its box", "diagram-word-long", _long_word),
    replaced(
        "A pack is for a role without a page",
        "pack-role-unknown",
        _PACKS,
        (r"id: teacher\b", "id: teachers"),
        consequences={"block-argument": "the page of the role asks for the pack by its right name"},
    ),
)
