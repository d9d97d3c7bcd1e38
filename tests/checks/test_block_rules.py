"""What checks say of blocks: each with a text that passes, one that fails at an exact line, and one that is exempt."""

import pytest
from knowledge.checks.catalogue import words
from knowledge.checks.rules import block_contents, blocks
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES

from tests.small_contacts import CONTACTS
from tests.small_site import SmallSite

# Line of the file on which a text begins: below the front matter and the main heading of the small site's pages.
FIRST = 14

CARD = "/// action-card | X happens\n    level: now\n\nAct.\n///\n"
CUE = "/// cue | Threatens others\n    others: index\n\nText.\n///\n"
TOOL = "/// tool | T\n    when: a\n    when-not: b\n    time: c\n\nText.\n///\n"
LAW = "/// law | T\n    provision: the act § 1\n    source: sheet\n    checked: 2026-11-22\n\nText.\n///\n"
LIST = "/// steps | T\n1. a | b | c | d\n    - e\n\n2. f | g | h | i\n///\n"
TABLE = (
    "/// steps\n\nText.\n\n| Who | **Step** | by when | What is written down | More |\n|---|---|:-:|---|---|\n"
    "| a | b | c | d | e |\n///\n"
)
WHO = "/// who-to-contact | emergency, hotline\n///\n"


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_TODAY", "2026-11-22")


def findings(site: SmallSite, english: str, danish: str = "") -> list[Finding]:
    """Return what the rules of this subject say of a page and its twin."""
    site.data("contacts.yml", CONTACTS)
    site.page("en", "index", f"# Hello {{#hello}}\n\n{english}")
    site.page("da", "index", f"# Hej {{#hello}}\n\n{danish}")
    library = site.library()
    return sorted(found for rule in (*blocks.RULES, *block_contents.RULES) for found in rule(library))


def told(site: SmallSite, english: str, danish: str = "") -> list[tuple[str, int]]:
    """Return the id and the line of each finding, the line counted in the text."""
    return [(found.id, found.line - FIRST + 1) for found in findings(site, english, danish)]


def test_the_text_begins_where_these_tests_count_from(small_site: SmallSite) -> None:
    assert told(small_site, "/// nothing\n///\n") == [("block-unknown", 1)]


@pytest.mark.parametrize(
    "text", [CARD, CUE, TOOL, LAW, LIST, TABLE, WHO, "/// case\nText.\n///\n", "/// steps | T\n- a | b | c | –\n///\n"]
)
def test_right_blocks_are_passed(small_site: SmallSite, text: str) -> None:
    assert told(small_site, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The argument.
        ("/// band | Words\nText.\n///\n", [("block-words-lost", 1)]),
        (CARD.replace(" | X happens", ""), [("block-title-missing", 1)]),
        (WHO.replace("hotline", "hotlin"), [("contact-unknown", 1)]),
        ("/// who-to-contact |\n///\n", [("block-argument", 1)]),
        # The form and the place of options.
        (CARD.replace("level: now", "level now"), [("block-option-form", 2)]),
        (CARD.replace("    level: now\n", "    level: now\n    level: soon\n"), [("block-option-form", 3)]),
        ("/// note | T\n    code\n\nText.\n///\n", [("block-option-form", 2)]),
        ("/// action-card | level: now\n\nText.\n///\n", [("block-option-place", 1)]),
        (CARD.replace("    level", "  level"), [("block-option-place", 2)]),
        (CARD.replace("    level", "\n    level"), [("block-option-place", 3)]),
        # Options that are unknown or missing.
        (CARD.replace("level:", "levl:"), [("block-option-unknown", 2)]),
        (CARD.replace("level:", "hurry:"), [("block-option-missing", 1), ("block-option-unknown", 2)]),
        (CARD.replace("    level: now\n", "    level: now\n    attrs: {id: x}\n"), [("block-option-unknown", 3)]),
        ("/// note | T\n    level: now\n\nText.\n///\n", [("block-option-unknown", 2)]),
        (CARD.replace("    level: now\n", ""), [("block-option-missing", 1)]),
        (CARD.replace("level: now", "level:"), [("block-option-missing", 2)]),
        (CUE.replace("others: index", "others:"), [("block-option-missing", 2)]),
        (TOOL.replace("    time: c\n", ""), [("block-option-missing", 1)]),
        # Values.
        (CARD.replace("now", "Now"), [("block-option-value", 2)]),
        (LAW.replace("2026-11-22", "22.11.2026"), [("block-option-date", 4)]),
        (LAW.replace("2026-11-22", "2026-11-31"), [("block-option-date", 4)]),
        (LAW.replace("sheet", "sheets"), [("source-unknown", 3)]),
        (CUE.replace("index", "docs/en/index.md"), [("block-option-page", 2)]),
        (TOOL.replace("    time: c\n", "    time: c\n    page: nowhere\n"), [("block-option-page", 5)]),
        # Steps.
        (TABLE.replace("by when", "When"), [("steps-columns", 5)]),
        (TABLE.replace("| Who ", "| Person "), [("steps-columns", 5)]),
        (LIST.replace("2. f | g | h | i", "2. f | g"), [("steps-parts", 5)]),
        (LIST.replace("a | b | c | d", "a | b\n   | c"), [("steps-parts", 2)]),
        ("/// steps | T\n\nText.\n///\n", [("steps-empty", 1)]),
        # Law.
        (LAW.replace("2026-11-22", "2025-11-21"), [("law-expired", 4)]),
        (LAW.replace("2026-11-22", "2025-11-22"), [("law-expires-soon", 4)]),
        (LAW.replace("2026-11-22", "2025-12-22"), [("law-expires-soon", 4)]),
        (LAW.replace("2026-11-22", "2026-11-24"), [("law-checked-ahead", 4)]),
    ],
)
def test_what_is_wrong_is_told_once_at_its_own_line(small_site: SmallSite, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(small_site, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A title is asked of nobody but those blocks that say something with it.
        "/// note\nText.\n///\n",
        # What looks like an option further down, or with another name, is text.
        "/// tool | T\n    when: a\n    when-not: b\n    time: c\n\nText.\n\nMore.\n\npage: three\n///\n",
        "/// tool | T\n    when: a\n    when-not: b\n    time: c\n\nTime: it varies.\n///\n",
        # Code shows blocks, and does not use them.
        "```\n/// action-card\n    levl: x\n\n///\n```\n",
        # A value may hold what has a meaning elsewhere.
        TOOL.replace("when: a", "when: you see: `a`"),
        # The second list or table of a block is the editor's own.
        LIST.removesuffix("///\n") + "\nText.\n\n- one\n- two\n///\n",
        # A step may go on on the next line, and code in it divides nothing.
        "/// steps\n1. a | b\n   | c | d\n2. `e|f` | [g|h](index.md) | i | j\n///\n",
        # Thirty-one days are no notice yet, and tomorrow has begun elsewhere.
        LAW.replace("2026-11-22", "2025-12-23"),
        LAW.replace("2026-11-22", "2026-11-23"),
    ],
)
def test_what_is_right_though_it_looks_otherwise_is_passed(small_site: SmallSite, text: str) -> None:
    assert told(small_site, text) == []


def test_steps_that_are_never_closed_are_told_once(small_site: SmallSite) -> None:
    assert told(small_site, "/// steps | T\n\nText.\n") == [("block-open", 1)]


def test_the_columns_of_a_danish_table_are_danish(small_site: SmallSite) -> None:
    danish = "/// steps\n\n| Trin | Hvem | Hvornår | Det skriver I ned |\n|---|---|---|---|\n| a | b | c | d |\n///\n"
    english = danish.replace("Trin | Hvem | Hvornår | Det skriver I ned", "Step | Who | By when | What is written down")
    assert told(small_site, english, danish) == []
    assert told(small_site, english, english) == [("steps-columns", 3)]


@pytest.mark.parametrize(
    ("danish", "line"),
    [
        (CARD.replace("now", "soon"), 2),
        (CARD + "\n" + CUE.replace("    others: index\n", ""), None),
    ],
)
def test_only_what_differs_in_blocks_of_the_same_order_is_compared(
    small_site: SmallSite, danish: str, line: int | None
) -> None:
    expected = [] if line is None else [("block-options-differ", line)]
    assert told(small_site, CARD, danish) == expected


@pytest.mark.parametrize(
    ("english", "danish", "line"),
    [
        (CUE, CUE.replace("    others: index\n", ""), 1),
        (LAW, LAW.replace("2026-11-22", "2026-11-21"), 4),
        (WHO, WHO.replace(", hotline", ""), 1),
    ],
)
def test_what_is_not_a_matter_of_language_is_the_same_in_both(
    small_site: SmallSite, english: str, danish: str, line: int
) -> None:
    found = findings(small_site, english, danish)
    assert [(item.id, item.file, item.line - FIRST + 1) for item in found] == [
        ("block-options-differ", "docs/da/index.md", line)
    ]


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        (TOOL, TOOL.replace("when: a", "when: noget andet")),
        (WHO, WHO.replace("emergency, hotline", "hotline,emergency")),
        (LAW, LAW.replace("the act § 1", "loven § 1")),
    ],
)
def test_words_for_readers_and_the_order_of_contacts_may_differ(small_site: SmallSite, english: str, danish: str) -> None:
    assert told(small_site, english, danish) == []


def test_a_wrong_value_in_one_language_is_told_once(small_site: SmallSite) -> None:
    assert told(small_site, CARD, CARD.replace("now", "straks")) == [("block-option-value", 2)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (CARD.replace("now", "nov"), ("“nov”", "now, soon, talk", "did you mean “now”?")),
        (CARD.replace("level:", "levl:"), ("“levl”", "“action-card”", "did you mean “level”?")),
        (WHO.replace("hotline", "hotlin"), ("“hotlin”", "did you mean “hotline”?", "emergency, hotline")),
        (LAW.replace("2026-11-22", "2025-11-21"), ("the act § 1", "2025-11-21", "2026-11-21", "2026-11-22")),
        (TABLE.replace("by when", "When"), ("column By when", "Step | Who | By when | What is written down")),
        (CARD.replace("    level: now\n", ""), ("“level: now”", "four spaces")),
    ],
)
def test_a_message_names_the_words_what_is_allowed_and_the_repair(
    small_site: SmallSite, text: str, parts: tuple[str, ...]
) -> None:
    (found,) = findings(small_site, text)
    said = words(found, "en")
    assert [part for part in parts if part not in f"{said.what} {said.fix}"] == []


def test_every_message_can_be_said_in_both_languages(small_site: SmallSite) -> None:
    texts = [
        "/// band | W\nT.\n///\n",
        "/// action-card\n    a\n    b: c\n\nT.\n///\n",
        LAW.replace("2026-11-22", "x").replace("sheet", "y"),
        CUE.replace("index", "z"),
        "/// steps\n- a\n///\n",
        LAW.replace("2026-11-22", "2020-01-01"),
    ]
    for text in texts:
        for found in findings(small_site, text):
            for language in LANGUAGES:
                assert "{" not in words(found, language).what
