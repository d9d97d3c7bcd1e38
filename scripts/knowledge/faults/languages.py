"""The two languages: twins that are missing or differ, facts that do not agree, translations that are not declared."""

from knowledge.content.languages import Language
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, FACTS, Expected, Fault, replaced

_EN, _DA = page_file("en", ADVICE), page_file("da", ADVICE)
_BOARD = "contribute/blocks"
_SHARED = 'changes:\n  - {{date: {day}, kind: facts, text: "{text}"}}\n'


def _renamed_in_danish(copy: Copy) -> Expected:
    new = page_file("da", "handbook/ord")
    copy.write(new, copy.text(_DA))
    copy.remove(_DA)
    return Expected(_EN, 1, ((new, 1),))


def _first_section(copy: Copy, language: Language, key: str) -> int:
    return copy.line(page_file(language, key), r"^# ")


def _only_english(name: str, text: str, key: str = ADVICE) -> Fault:
    """Return the fault of something that only the English page states; told at the section of the translation."""

    def change(copy: Copy) -> Expected:
        copy.say("en", key, text)
        return Expected(page_file("da", key), _first_section(copy, "da", key))

    return Fault(name, "facts-differ", change)


def _written_otherwise(name: str, english: str, danish: str, key: str = ADVICE) -> Fault:
    """Return the fault of two sentences that do not state the same."""

    def change(copy: Copy) -> Expected:
        copy.say("en", key, english)
        copy.say("da", key, danish)
        return Expected(page_file("da", key), _first_section(copy, "da", key))

    return Fault(name, "facts-differ", change)


def _other_level(copy: Copy) -> Expected:
    file = page_file("da", _BOARD)
    # The examples in code come before the cards themselves.
    return Expected(file, copy.replace(file, r"^    level: now$(?!(?:.*\n)*    level: now$)", "    level: soon"))


def _told_otherwise(copy: Copy) -> Expected:
    copy.replace(_EN, r"^source_language:", _SHARED.format(day="2026-11-20", text="The number is mended.") + "source_language:")
    line = copy.replace(
        _DA, r"^source_language:", _SHARED.format(day="2026-11-21", text="Tallet er rettet.") + "source_language:"
    )
    return Expected(_DA, line)


def _undeclared(copy: Copy) -> Expected:
    copy.front("da", ADVICE, "translated_from", None)
    return Expected(_DA, copy.line(_DA, r"^source_language:"))


def _needless(copy: Copy) -> Expected:
    return Expected(
        _EN, copy.replace(_EN, r"^source_language: en\n", f"source_language: en\ntranslated_from: {'a' * 40}\n") + 1
    )


def _new_meaning(copy: Copy) -> Expected:
    """Change what the source says, and leave its translation as it was."""
    copy.say("en", ADVICE, "Never promise that nobody will hear of it.")
    return Expected(_DA, copy.line(_DA, r"^translated_from:"))


def _both_touched(copy: Copy) -> Expected:
    expected = _new_meaning(copy)
    copy.replace(_DA, r"^title: .*$", "title: Ord, som vi bruger")
    return expected


FAULTS: tuple[Fault, ...] = (
    Fault(
        "A page is renamed in one language",
        "twin-missing",
        _renamed_in_danish,
        consequences={
            "nav-page-missing": "the navigation names the old page, which one language no longer has",
            "nav-entry-missing": "the navigation does not name the new page",
            "link-dead": "Danish pages link to the old name",
            "record-page-unknown": "search words lead to the old name",
        },
    ),
    replaced("A heading's id is translated", "headings-differ", _DA, (r"\{#prevention\}", "{#forebyggelse}")),
    replaced(
        "A heading stands on another level in Danish",
        "headings-differ",
        _DA,
        (r"^## ", "### "),
        consequences={"heading-skips": "the first section stands two levels below the main heading"},
    ),
    replaced(
        "A review is due on another day in Danish", "front-matter-differs", _DA, (r"^review_by: .*$", "review_by: 2027-04-22")
    ),
    replaced("An owner is changed in one language", "front-matter-differs", _DA, (r"^owner: .*$", "owner: site-editor")),
    _only_english("A figure is added in one language", "The group had room for 20 people."),
    _only_english("A link is added in one language", "Read [all ten rules](../about/ethics.md)."),
    _only_english("A citation is added in one language", "The offer is voluntary [@fact-sheet-2011].", FACTS),
    _only_english("A point is added in one language", "- Talk to your leader."),
    _only_english("A box is added in one language", "/// note | Good to know\nTalk to your leader.\n///"),
    _only_english("A table is added in one language", "| Who | When |\n| --- | --- |\n| You | Today |"),
    _written_otherwise("Two digits change places", "It cost 1,158,154 euros.", "Det kostede 1.158.145 euro."),
    _written_otherwise("A month is another one", "It was held on 8–9 May 2012.", "Den blev holdt 8.-9. marts 2012."),
    _written_otherwise("A percentage loses its decimal", "It was 64.5% of them.", "Det var 64 % af dem."),
    Fault("A card is less urgent in Danish", "block-options-differ", _other_level),
    Fault("The twins tell a change on different days", "changes-differ", _told_otherwise),
    Fault("A translation is declared by nobody", "translation-undeclared", _undeclared),
    Fault("A source says that it is a translation", "translation-needless", _needless),
    Fault("The source changes and its translation stays", "translation-lags", _new_meaning, as_change=True),
    Fault("A translation is touched and left behind its source", "translation-left-behind", _both_touched, as_change=True),
    Fault(
        "The version that was translated cannot be looked up",
        "translation-unknown",
        _new_meaning,
        as_change=True,
        earlier_known=False,
    ),
)
