"""The structures that editors write, as they are shown: in both languages, with right options, wrong ones and none."""

import logging
import shutil
from datetime import date
from pathlib import Path

import pytest
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.markup.extension import KnowledgeExtension
from knowledge.markup.place import Place
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.small_contacts import CONTACTS
from tests.small_site import SmallSite


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Library:
    """A small site with two contacts, a page to link to, and the real templates."""
    site = SmallSite.create(tmp_path_factory.mktemp("structures") / "small")
    site.data("contacts.yml", CONTACTS)
    site.pages("handbook/other", "# Other reasons {#other}\n\nText.\n", title="Other reasons")
    shutil.copytree(repository / "overrides" / "blocks", site.root / "overrides" / "blocks")
    return site.library()


def shown(library: Library, text: str, language: Language = "en", today: date = date(2026, 11, 22)) -> LexborHTMLParser:
    """Return the page that a text becomes."""
    ours = KnowledgeExtension(Place(library, language, "index", today=today))
    return LexborHTMLParser(Markdown(extensions=["attr_list", "tables", "pymdownx.superfences", ours]).convert(text))


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css(selector)
    assert len(found) == 1, f"{len(found)} × {selector} in {page.html}"
    return found[0]


def words(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(one(page, selector).text().split())


# ---------- Action cards ----------

LEVELS = [
    ("en", "now", "Act now", "Do this if"),
    ("en", "soon", "Act soon", "Do this if"),
    ("en", "talk", "Talk it over", "Do this if"),
    ("da", "now", "Handl nu", "Gør det her, hvis"),
    ("da", "soon", "Handl snart", "Gør det her, hvis"),
    ("da", "talk", "Tal det igennem", "Gør det her, hvis"),
]


@pytest.mark.parametrize(("language", "level", "word", "lead"), LEVELS)
def test_a_card_says_its_urgency_in_words_and_goes_on_from_its_lead(
    library: Library, language: Language, level: str, word: str, lead: str
) -> None:
    page = shown(library, f"/// action-card | X happens\n    level: {level}\n\nAct.\n///\n", language)
    assert words(page, ".card__level") == word
    assert words(page, ".card__if") == f"{lead} X happens"
    assert words(page, ".card__text") == "Act."
    card = one(page, f".card--{level}")
    assert card.attributes["aria-label"] == word


def test_a_title_that_repeats_the_lead_says_it_once(library: Library) -> None:
    page = shown(library, "/// action-card | Do this if X happens\n    level: now\n\nAct.\n///\n")
    assert words(page, ".card__if") == "Do this if X happens"


@pytest.mark.parametrize("option", ["", "    level: urgent\n", "    level\n", "    levl: now\n", "    level:\n"])
def test_a_card_without_a_right_level_is_plain_text_and_claims_no_urgency(
    library: Library, caplog: pytest.LogCaptureFixture, option: str
) -> None:
    page = shown(library, f"/// action-card | X happens\n{option}\nAct.\n///\n\nAfter.\n")
    assert page.css(".card") == []
    assert "Act" not in page.text().replace("Act.", "")
    assert words(page, ".plain") == "X happens Act."
    assert "level" not in page.text()
    assert "'level'" in caplog.text and "docs/en/index.md" in caplog.text


def test_lists_and_blocks_stand_inside_a_card(library: Library) -> None:
    text = (
        "//// action-card | X happens\n    level: soon\n\nFirst.\n\n1. One\n    - inner\n    - inner\n2. Two\n\n"
        "/// note | Mind\nA note.\n///\n\nLast.\n////\n\nAfter.\n"
    )
    page = shown(library, text)
    inside = one(page, ".card__text")
    assert [len(inside.css(selector)) for selector in ("ol > li", "ol ul > li", ".notice p")] == [2, 2, 2]
    assert inside.css("p")[-1].text() == "Last."
    assert "After." not in inside.text()


def test_a_card_inside_a_list_item_keeps_its_options(library: Library) -> None:
    page = shown(library, "- a\n\n    /// action-card | X happens\n        level: now\n\n    Act.\n    ///\n\n- b\n")
    assert words(page, "li .card--now .card__text") == "Act."
    assert len(page.css("ul > li")) == 2


# ---------- Cues ----------

CAVEATS = [("en", "proves nothing", "Other explanations first"), ("da", "beviser ingenting", "Andre forklaringer først")]


@pytest.mark.parametrize(("language", "caveat", "others"), CAVEATS)
@pytest.mark.parametrize("ending", ["///\n", ""], ids=["closed", "never closed"])
def test_the_caveat_and_the_other_explanations_travel_with_a_cue(
    library: Library, language: Language, caveat: str, others: str, ending: str
) -> None:
    page = shown(library, f"/// cue | Threatens others\n    others: nowhere\n\nMore than once.\n{ending}", language)
    assert caveat in words(page, ".box--cue > .cue__caveat:last-child")
    assert words(page, ".cue__others").startswith(others)
    assert page.css(".cue__others a") == []
    assert words(page, ".box__text") == "More than once."


def test_a_cue_links_to_the_page_with_other_explanations(library: Library) -> None:
    page = shown(library, "/// cue | Threatens others\n    others: handbook/other\n\nText.\n///\n")
    assert one(page, ".cue__others a").attributes["href"] == "handbook/other.md"


@pytest.mark.parametrize("box", ["- [ ] ", "- [x] ", "- [X] ", "- ☐ ", "- ☑ ", "☐ ", "[ ] ", "- □ "])
def test_a_tick_box_in_a_cue_is_taken_away(library: Library, box: str) -> None:
    page = shown(library, f"/// cue | Threatens others\n\n{box}More than once\n///\n")
    assert words(page, ".box__text") == "More than once"


def test_a_link_at_the_beginning_of_a_cue_is_no_tick_box(library: Library) -> None:
    page = shown(library, "/// cue | Threatens others\n\n- [x](handbook/other.md) is read\n///\n")
    assert words(page, ".box__text") == "x is read"


# ---------- Steps ----------

HEADS = {
    "en": ["Step", "Who", "By when", "What is written down"],
    "da": ["Trin", "Hvem", "Hvornår", "Det skriver I ned"],
}


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_list_of_steps_becomes_a_labelled_table(library: Library, language: Language) -> None:
    page = shown(
        library, "/// steps | The plan\n1. Tell *it* | You | Today | A note\n2. Meet | All | Soon | –\n///\n", language
    )
    assert [cell.text() for cell in page.css("thead th[scope=col]")] == HEADS[language]
    assert words(page, "caption") == "The plan"
    assert [cell.text() for cell in page.css("tbody th[scope=row]")] == ["1. Tell it", "2. Meet"]
    assert [cell.attributes["data-label"] for cell in page.css("tbody tr:first-child > *")] == HEADS[language]
    assert page.css("ol, li, .steps__title") == []


def test_a_written_table_of_steps_is_labelled_too(library: Library) -> None:
    table = "| Step | **Who** | By when | What is written down |\n|---|---|---|---|\n| a | b | c | d |\n"
    text = f"/// steps\n\nBefore.\n\n{table}///\n"
    page = shown(library, text)
    assert words(page, "caption") == "Who does what, and by when"
    assert [cell.attributes["data-label"] for cell in page.css("tbody tr > *")] == HEADS["en"]
    assert words(page, ".steps p") == "Before."


def test_what_is_nested_in_a_step_stays_with_it(library: Library) -> None:
    text = "/// steps\n1. Tell | You | Today | A note\n    - how\n        - deeper\n2. Meet | All | Soon | –\n///\n"
    page = shown(library, text)
    assert words(page, "tbody tr:first-child th li li") == "deeper"
    assert len(page.css("tbody tr")) == 2


def test_steps_with_empty_lines_between_them_become_a_table(library: Library) -> None:
    page = shown(library, "/// steps\n- Tell | You | Today | A note\n\n- Meet | All | Soon | –\n///\n")
    assert [cell.text() for cell in page.css("tbody tr > :first-child")] == ["Tell", "Meet"]


def test_a_stroke_in_code_or_a_link_divides_nothing(library: Library) -> None:
    page = shown(library, "/// steps\n- `a|b` | [c|d](handbook/other.md) | e \\| f | g\n///\n")
    assert [cell.text() for cell in page.css("tbody tr > *")] == ["a|b", "c|d", "e | f", "g"]


def test_a_list_without_the_four_parts_stays_a_list(library: Library) -> None:
    page = shown(library, "/// steps | The plan\n- Tell | You\n- Meet | All | Soon | –\n///\n")
    assert page.css("table") == []
    assert [item.text() for item in page.css("li")] == ["Tell | You", "Meet | All | Soon | –"]
    assert words(page, ".steps__title") == "The plan"


# ---------- Cases ----------

LABELS = [("en", "Constructed training case – not a real person"), ("da", "Opdigtet øvelse – ikke en virkelig person")]


@pytest.mark.parametrize(("language", "label"), LABELS)
@pytest.mark.parametrize("opening", ["/// case", "/// case | A title", "/// case | A title\n    label: no"])
def test_the_first_line_of_a_case_says_that_it_is_made_up(
    library: Library, language: Language, label: str, opening: str
) -> None:
    page = shown(library, f"{opening}\n\nA story.\n///\n", language)
    assert words(page, ".box--case > p:first-child") == label
    assert words(page, ".box__text") == "A story."


# ---------- Tools ----------

TOOL = "/// tool | The sheet\n    when: you *doubt* [@sheet]\n    when-not: someone is in danger\n    time: ten minutes\n"
FACTS = {"en": ["Use it when", "Do not use it when", "It takes"], "da": ["Brug det, når", "Brug det ikke, når", "Det tager"]}


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_tool_says_when_to_use_it_when_not_and_how_long_it_takes(library: Library, language: Language) -> None:
    page = shown(library, f"{TOOL}    page: handbook/other\n\nText.\n///\n", language)
    assert [term.text() for term in page.css("dt")] == FACTS[language]
    assert [fact.text() for fact in page.css("dd")] == ["you doubt[1]", "someone is in danger", "ten minutes"]
    assert one(page, "dd em").text() == "doubt"
    link = one(page, ".box--tool > p > a")
    assert link.attributes["href"] == "handbook/other.md"
    assert "Other reasons" in link.text()


def test_a_tool_without_a_page_has_no_link_and_one_with_a_wrong_page_neither(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    assert shown(library, f"{TOOL}\nText.\n///\n").css(".box--tool > p > a") == []
    assert caplog.text == ""
    assert shown(library, f"{TOOL}    page: handbook/none\n\nText.\n///\n").css(".box--tool > p > a") == []
    assert "'page'" in caplog.text


def test_a_tool_shows_those_of_its_options_that_are_there(library: Library) -> None:
    page = shown(library, "/// tool | The sheet\n    time: ten minutes\n\nText.\n///\n")
    assert [term.text() for term in page.css("dt")] == ["It takes"]
    assert words(page, ".box__text") == "Text."


# ---------- Law ----------

LAW = "/// law | The duty\n    provision: the act § 1: part 2\n    source: sheet\n    checked: 2026-11-22\n\nThe rule.\n///\n"


@pytest.mark.parametrize(
    ("language", "label", "checked"),
    [
        ("en", "Law – not legal advice", "22 November 2026, to be checked again by 22 November 2027"),
        ("da", "Lov – ikke juridisk rådgivning", "22. november 2026, skal kontrolleres igen senest den 22. november 2027"),
    ],
)
def test_a_law_box_shows_provision_source_and_date_and_is_no_advice(
    library: Library, language: Language, label: str, checked: str
) -> None:
    page = shown(library, LAW, language)
    assert words(page, ".box--law > p:first-child") == label
    assert [" ".join(fact.text().split()) for fact in page.css("dd")] == ["the act § 1: part 2", "A fact sheet[1]", checked]
    assert one(page, "time").attributes["datetime"] == "2027-11-22"
    assert one(page, "li#source-sheet").css("a")
    assert page.css(".law__expired") == []


def test_a_law_box_older_than_twelve_months_says_so_itself(library: Library) -> None:
    assert shown(library, LAW, today=date(2027, 11, 22)).css(".law__expired") == []
    assert "12 months" in words(shown(library, LAW, today=date(2027, 11, 23)), ".law__expired")


@pytest.mark.parametrize("option", ["    source: none\n", "    checked: 22/11/2026\n", "    provision\n", ""])
def test_a_law_box_with_wrong_options_is_still_no_legal_advice(
    library: Library, caplog: pytest.LogCaptureFixture, option: str
) -> None:
    page = shown(library, f"/// law | The duty\n{option}\nThe rule.\n///\n")
    assert words(page, ".box__label") == "Law – not legal advice"
    assert words(page, ".box__text") == "The rule."
    assert page.css("dd, .citation") == []
    assert "'/// law'" in caplog.text


# ---------- Who to contact ----------


@pytest.mark.parametrize(
    ("language", "call", "checked"),
    [("en", "Call 112", "Checked 1 October 2026"), ("da", "Ring 112", "Kontrolleret den 1. oktober 2026")],
)
def test_chosen_contacts_stand_with_date_and_source_and_danger_first(
    library: Library, language: Language, call: str, checked: str
) -> None:
    page = shown(library, "/// who-to-contact | hotline, emergency\n///\n", language)
    first, second = page.css(".who-to-contact .contact")
    assert call in first.text()
    assert first.parent is not None and "contacts--urgent" in (first.parent.attributes["class"] or "")
    assert checked in second.text()
    assert second.css("sup.citation a")


def test_a_chosen_contact_has_no_id_that_its_group_on_the_same_page_has(library: Library) -> None:
    page = shown(library, "/// contact-points | advice\n///\n\n/// who-to-contact | hotline\n///\n")
    assert len(page.css("#contact-hotline")) == 1
    assert len(page.css(".contact")) == 2


def test_an_unknown_contact_is_left_out_and_told(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    page = shown(library, "/// who-to-contact | hotlin, emergency\n///\n\nAfter.\n")
    assert len(page.css(".contact")) == 1
    assert "hotlin" in caplog.text
    assert "After." in page.text()


@pytest.mark.parametrize("opening", ["/// who-to-contact", "/// who-to-contact |", "/// who-to-contact | none"])
def test_no_known_contact_gives_an_empty_place_and_a_warning(
    library: Library, caplog: pytest.LogCaptureFixture, opening: str
) -> None:
    page = shown(library, f"{opening}\n///\n\nAfter.\n")
    assert page.css(".contact") == []
    assert page.text().strip() == "After."
    assert "names nothing" in caplog.text


# ---------- What all blocks share ----------

WRONG = [
    "    attrs: {onclick: alert(1)}",
    "    a: b: c",
    "    - item",
    "    'x",
    "    {",
    "    @x: y",
    "    key: [1, 2",
    "    level: &a now",
    "\tlevel:\tnow",
    "    # comment",
    "    level: now\n    level: soon",
]
NAMES = ["note", "now", "band", "action-card", "cue", "steps", "case", "tool", "law"]


@pytest.mark.parametrize("option", WRONG)
@pytest.mark.parametrize("name", NAMES)
def test_no_option_stops_the_build_or_hides_the_text(library: Library, name: str, option: str) -> None:
    page = shown(library, f"/// {name} | Title\n{option}\n\nThe text stays.\n///\n\nAfter.\n")
    assert "The text stays." in page.text()
    assert "///" not in page.text()
    assert page.css("[onclick]") == []


def test_right_blocks_warn_of_nothing(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown(library, f"{LAW}\n{TOOL}\nText.\n///\n\n/// note\nText.\n///\n\n/// cue | X\nText.\n///\n\n/// case\nText.\n///\n")
    assert [record for record in caplog.records if record.name == "mkdocs.knowledge"] == []


def test_words_after_the_stroke_of_a_frame_are_told_and_not_shown(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    page = shown(library, "/// band | Lost words\nText.\n///\n")
    assert words(page, ".band") == "Text."
    assert "Lost words" in caplog.text


def test_code_that_shows_a_block_stays_code(library: Library) -> None:
    page = shown(library, "```markdown\n/// cue | X\n    others: y\n\nText.\n///\n```\n")
    assert page.css(".box") == []
    assert "others: y" in one(page, "pre").text()
