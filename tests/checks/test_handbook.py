"""The handbook's promises: one card for each urgency and early, tools that ask for nobody's name, packs of what exists."""

from typing import Any

import pytest

from tests.small_diagrams import NEXT, diagram
from tests.small_site import SmallSite
from tests.small_worksheets import FIELD, add_worksheet, sheet, with_fields

PAGE = "handbook/talk/opening"
OURS = {"cards-uneven", "card-late"}


def cards(*levels: str) -> str:
    return "".join(f"\n/// action-card | x\n    level: {level}\n\nAct.\n///\n" for level in levels)


def of_handbook(site: SmallSite) -> list[tuple[str, str, int]]:
    """Return what the rules of the handbook find in English or in the data."""
    ids = {*OURS, "worksheet-file-name", "worksheet-no-page", "worksheet-asks-who", "pack-tool-unknown", "pack-role-unknown"}
    return [found for found in site.found() if found[0] in ids and not found[1].startswith("docs/da/")]


def page_with(site: SmallSite, body: str, key: str = PAGE) -> list[tuple[str, str, int]]:
    site.pages(key, f"# Open {{#open}}\n{body}")
    return of_handbook(site)


# ---------- Cards ----------


def test_a_page_with_a_card_of_each_kind_is_right(small_site: SmallSite) -> None:
    assert page_with(small_site, cards("now", "soon", "talk")) == []


@pytest.mark.parametrize("levels", [(), ("now",), ("now", "soon"), ("now", "soon", "talk", "talk"), ("now", "soon", "later")])
def test_a_page_read_in_a_hurry_has_each_card_once(small_site: SmallSite, levels: tuple[str, ...]) -> None:
    assert ("cards-uneven", f"docs/en/{PAGE}.md", 12) in page_with(small_site, cards(*levels))


@pytest.mark.parametrize("key", ["handbook/mentoring/index", "handbook/roles/index", "projects/a", "handbook/noticeboard"])
def test_other_pages_need_no_cards(small_site: SmallSite, key: str) -> None:
    assert page_with(small_site, "\nText.\n", key) == []


@pytest.mark.parametrize(("words", "late"), [(100, False), (130, True)])
def test_the_first_card_stands_early(small_site: SmallSite, words: int, late: bool) -> None:
    found = page_with(small_site, f"\n{'Word ' * words}\n{cards('now', 'soon', 'talk')}")
    assert found == ([("card-late", f"docs/en/{PAGE}.md", 16)] if late else [])


# ---------- Tools ----------


def test_a_worksheet_with_its_page_and_pack_is_right(small_site: SmallSite) -> None:
    add_worksheet(small_site)
    assert of_handbook(small_site) == []


def test_a_worksheet_has_the_name_of_its_file(small_site: SmallSite) -> None:
    add_worksheet(small_site, sheet(id="other"))
    assert ("worksheet-file-name", "docs/data/worksheets/note.yml", 1) in of_handbook(small_site)


def test_a_worksheet_is_shown_on_its_page_in_both_languages(small_site: SmallSite) -> None:
    add_worksheet(small_site)
    small_site.page("da", "handbook/tools/note", "# En note {#note}\n\nTekst.\n")
    assert of_handbook(small_site) == [("worksheet-no-page", "docs/data/worksheets/note.yml", 1)]


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("Name", "Rolle"),
        ("Name of the pupil", "Elev"),
        ("Home address", "Sted"),
        ("Her phone number", "Nummer"),
        ("Role", "Elevens navn"),
        ("Role", "CPR-nummer"),
        ("Role", "Adresse"),
        ("Born", "Fødselsdato"),
        ("Role", "Mors mailadresse"),
    ],
)
def test_a_field_that_asks_who_somebody_is_is_told(small_site: SmallSite, english: str, danish: str) -> None:
    add_worksheet(small_site, with_fields({**FIELD, "label": {"en": english, "da": danish}}))
    assert [found[0] for found in of_handbook(small_site)] == ["worksheet-asks-who"]


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("Who (a role, no name)", "Hvem (en rolle, intet navn)"),
        ("What is it called?", "Hvad kalder I det?"),
        ("When my work phone is off", "Når min arbejdstelefon er slukket"),
        ("What the office can be reached by", "Sådan får vi fat i kontoret"),
        ("Say what you saw without names", "Sig, hvad du så, uden navne"),
    ],
)
def test_a_field_that_asks_for_a_role_is_right(small_site: SmallSite, english: str, danish: str) -> None:
    add_worksheet(small_site, with_fields({**FIELD, "label": {"en": english, "da": danish}}))
    assert of_handbook(small_site) == []


def test_the_columns_and_rows_of_a_table_are_looked_at_too(small_site: SmallSite) -> None:
    table: dict[str, Any] = {
        "id": "who",
        "empty": 2,
        "columns": [
            {"id": "a", "label": {"en": "Full name", "da": "Rolle"}},
            {"id": "b", "label": {"en": "When", "da": "Hvornår"}},
        ],
    }
    add_worksheet(small_site, sheet(parts=[{"heading": {"en": "Who", "da": "Hvem"}, "table": table}]))
    assert [found[0] for found in of_handbook(small_site)] == ["worksheet-asks-who"]


def test_a_pack_holds_tools_that_exist_for_a_role_with_a_page(small_site: SmallSite) -> None:
    add_worksheet(small_site, pack={"id": "teachers", "tools": ["note", "notes"]})
    assert of_handbook(small_site) == [
        ("pack-role-unknown", "docs/data/packs.yml", 1),
        ("pack-tool-unknown", "docs/data/packs.yml", 1),
    ]


# ---------- Records ----------


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (with_fields({**FIELD, "kind": "choice"}), 16),
        (with_fields(FIELD, FIELD), 11),
        (sheet(parts=[{"heading": {"en": "Seen", "da": "Set"}}]), 12),
        (sheet(title={"en": "A note"}), 2),
        (sheet(colour="red"), 22),
    ],
)
def test_a_wrong_worksheet_is_told_with_its_line(small_site: SmallSite, record: dict[str, Any], line: int) -> None:
    add_worksheet(small_site, record)
    told = [(one.id, one.line) for one in small_site.findings() if one.file == "docs/data/worksheets/note.yml"]
    assert [name for name, _ in told if name.startswith("field-")], told
    assert line in {at for _, at in told}


# ---------- Diagrams ----------


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ({"en": "Look again at what was said, and by whom it was heard", "da": "Se efter"}, False),
        ({"en": "Look", "da": "Kriminalforsorgsmedarbejdere"}, True),
        ({"en": "W" * 16, "da": "Kort"}, True),
        ({"en": "i" * 30, "da": "Kort"}, False),
    ],
)
def test_a_word_that_is_wider_than_its_box_is_told(small_site: SmallSite, label: dict[str, str], told: bool) -> None:
    small_site.data("diagrams.yml", [diagram(), diagram(id="other", parts=[{"id": "a", "label": label}, NEXT])])
    found = [one for one in small_site.found() if one[0] == "diagram-word-long"]
    assert bool(found) == told
    text = (small_site.root / "docs/data/diagrams.yml").read_text(encoding="utf-8")
    assert all(line == text[: text.index("- id: other")].count("\n") + 1 for _, _, line in found)
