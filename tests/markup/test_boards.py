"""The boards for editors: what they tell of a small site, and what they leave out."""

from datetime import date
from pathlib import Path

import pytest
from knowledge.content.blocks import STATUS_PARTS, anchors
from knowledge.content.changes import FIRST_DAY
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.wording import catalogue
from knowledge.markup.place import Place, build_day
from knowledge.twins.differences import compare
from knowledge.twins.sections import sections_of, sections_of_file
from knowledge.twins.state import Standing, TranslationState

from tests.markup.drawn import TODAY, drawn, with_templates, words
from tests.small_site import SOURCE, TERM, SmallSite

BOARD = "# Board {#board}\n\n/// status\n///\n"
NEWS = "# News {#news}\n\n/// changes\n///\n"


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A small site with the real templates and a board on its only page."""
    with_templates(small_site).pages("index", BOARD)
    return small_site


def state(library: Library, standing: Standing, earlier: str | None = None) -> dict[str, TranslationState]:
    """Return how the Danish page stands to the English one, which once was `earlier`."""
    page, source = library.page("da", "index"), library.page("en", "index")
    assert page is not None and source is not None
    changes = compare(sections_of_file(earlier), sections_of(source)) if earlier is not None else ()
    return {page.file: TranslationState(page, source, standing, changes)}


# ---------- Reviews ----------


def test_a_review_is_overdue_from_the_day_after_it_was_due(site: SmallSite) -> None:
    site.pages("late", "# Late {#late}\n", title="Late", reviewed="2025-11-20", review_by=str(TODAY))
    library = site.library()
    on_the_day = drawn(library, "en", "index", today=TODAY)
    assert words(on_the_day, "#status-soon + table td") == ["Late", "22 November 2026", "Site editor"]
    assert on_the_day.css("#status-overdue") == []
    after = drawn(library, "da", "index", today=date(2026, 11, 23))
    assert words(after, "#status-overdue + table td") == ["Late", "22. november 2026", "Webredaktør"]
    assert after.css("#status-soon") == []


def test_a_review_is_told_of_thirty_days_before_and_later_ones_by_month(site: SmallSite) -> None:
    site.pages("near", "# Near {#near}\n", title="Near", review_by="2026-12-22")
    site.pages("far", "# Far {#far}\n", title="Far", review_by="2026-12-23")
    page = drawn(site.library(), "en", "index")
    assert words(page, "#status-soon + table a") == ["Near"]
    assert {"December 2026: 1 page", "November 2027: 1 page"} <= set(words(page, "li"))


def test_a_board_with_nothing_to_do_says_so(site: SmallSite) -> None:
    site.data("glossary.yml", [])
    site.data("sources.yml", [])
    page = drawn(site.library(), "en", "index", state(site.library(), Standing.in_step))
    assert words(page, ".board__counts strong") == ["0"] * 7
    assert len(page.css(".board__none")) == 6
    assert "1 of 1 translations are in step with their source." in words(page, "p")


# ---------- Translations ----------


def test_a_section_that_lags_is_shown_with_its_changed_words(site: SmallSite) -> None:
    before = BOARD + "\n## Who {#who}\n\n18 countries replied.\n\n## Old {#old}\n\nGone.\n"
    site.pages("index", BOARD + "\n## Who {#who}\n\n17 countries replied.\n\n## Added {#added}\n\nNew.\n")
    library = site.library()
    page = drawn(library, "da", "index", state(library, Standing.lags, before))
    assert words(page, "#status-translations ~ .board__list > li > ul > li > p") == [
        "Ændret: Who #who",
        "Kommet til: Added #added",
        "Taget ud: Old #old",
    ]
    assert (words(page, ".board del"), words(page, ".board ins")) == (["18"], ["17"])
    assert [node.attributes["lang"] for node in page.css(".board :is(del, ins)")] == ["en", "en"]
    assert "0 af 1 oversættelser følger med den side, de er lavet efter." in words(page, "p")


@pytest.mark.parametrize(
    ("standing", "said"),
    [(Standing.undeclared, "does not say which version"), (Standing.unknown, "is not in this copy of the repository")],
)
def test_what_cannot_be_known_of_a_translation_is_said_and_not_guessed(site: SmallSite, standing: Standing, said: str) -> None:
    library = site.library()
    page = drawn(library, "en", "index", state(library, standing))
    assert any(said in text and "docs/en/index.md" in text for text in words(page, ".board__list p"))
    assert words(page, ".board__list code") == ["docs/da/index.md"]


def test_a_board_that_was_told_nothing_of_translations_claims_nothing(site: SmallSite) -> None:
    assert "How the translations stand was not looked up." in words(drawn(site.library(), "en", "index"), "p")


# ---------- Sources, gaps, terms ----------


def test_sources_are_told_when_they_are_unused_unknown_or_missing(site: SmallSite) -> None:
    site.data("sources.yml", [SOURCE, {**SOURCE, "id": "other", "title": "Another sheet"}])
    site.pages("cites", "# Cites {#cites}\n\nSo it is [@sheet; @nowhere].\n", title="Cites", kind="sourced")
    site.pages("bare", "# Bare {#bare}\n\nText.\n", title="Bare", kind="sourced")
    page = drawn(site.library(), "en", "index")
    assert words(page, "#status-sources-unused ~ details li") == ["Another sheet other", "exit talk"]
    assert words(page, "#status-sources + ul li") == [
        "Not in the register: nowhere docs/da/cites.md, docs/en/cites.md",
        "Bare: a page of facts without a source",
    ]


def test_a_gap_is_told_by_its_first_sentence_and_leads_to_its_section(site: SmallSite) -> None:
    gap = "/// gap | Not stated\n{}\n///\n"
    text = gap.format("**No** [source](index.md) says how many took part [@sheet]. Nor when.")
    site.pages("facts", f"# Facts {{#facts}}\n\n{gap.format('')}\n## Who took part? {{#who}}\n\n{text}", title="Facts")
    page = drawn(site.library(), "en", "index")
    assert words(page, "#status-not-stated ~ .board__list li li") == [
        "Facts: Not stated",
        "Who took part?: No source says how many took part.",
    ]
    assert [node.attributes["href"] for node in page.css("#status-not-stated ~ .board__list a")] == [
        "facts.md#facts",
        "facts.md#who",
    ]


def test_a_term_is_unused_until_a_page_of_either_language_marks_it(site: SmallSite) -> None:
    site.data("glossary.yml", [TERM, {**TERM, "id": "mentor", "term": {"en": "mentor", "da": "mentor"}}])
    site.page("da", "uses", "# Bruger {#uses}\n\nEn [exitsamtale](term:exit-talk).\n", title="Bruger")
    assert words(drawn(site.library(), "da", "index"), ".board__terms a") == ["mentor"]


def test_constructed_cases_are_counted_by_form_and_one_that_is_missing_is_seen(site: SmallSite) -> None:
    case = "/// case | A boy of 15\n    form: {}\n\nHe said it.\n///\n"
    for key, form in (("one", "left-wing"), ("two", "unclear"), ("three", "unclear")):
        # A second part of the same story is no second case.
        site.pages(
            key, f"# {key} {{#{key}}}\n\n{case.format(form)}\n{case.format(form)}", title=key.title(), kind="constructed"
        )
    assert words(drawn(site.library(), "en", "index"), "#status-examples ~ table tbody tr") == [
        "Islamist 0",
        "Right-wing 0",
        "Left-wing 1: One",
        "Single-issue 0",
        "Motive unclear 2: Three, Two",
    ]


def test_the_headings_that_links_may_point_to_are_always_there(site: SmallSite) -> None:
    library = site.library()
    board = library.page("en", "index")
    assert board is not None
    ids = {node.attributes["id"] for node in drawn(library, "en", "index").css("[id]")}
    assert {f"status-{part}" for part in STATUS_PARTS} <= ids
    assert anchors(library, board) <= ids


# ---------- What is new ----------


def test_pages_from_the_first_day_need_no_entry_and_later_changes_tell_theirs(site: SmallSite) -> None:
    site.pages("index", NEWS, reviewed="2027-06-01", review_by="2027-11-22")
    entry = {"date": "2027-03-01", "text": "The number is mended."}
    site.pages("facts", "# Facts {#facts}\n", title="Facts", changes=[{**entry, "kind": "facts"}, {**entry, "kind": "law"}])
    site.pages("later", "# Later {#later}\n", title="Later", changes=[{**entry, "kind": "new", "text": "A new page came."}])
    page = drawn(site.library(), "en", "index")
    assert words(page, ".news h2") == ["1 March 2027", "22 November 2026"]
    assert words(page, ".news h3") == ["Law and contact points", "Facts", "New pages", "New pages"]
    assert words(page, "#d2027-03-01-new + ul li") == ["Later: A new page came."]
    assert words(page, ".news details li") == ["Facts", "A page"]
    assert str(FIRST_DAY) == "2026-11-22"


def test_the_list_of_changes_has_the_ids_that_links_may_point_to(site: SmallSite) -> None:
    site.pages("index", NEWS)
    library = site.library()
    news = library.page("da", "index")
    assert news is not None
    assert {"d2026-11-22", "d2026-11-22-new"} <= anchors(library, news)
    assert anchors(library, news) <= {node.attributes["id"] for node in drawn(library, "da", "index").css("[id]")}


# ---------- The publisher's mailbox ----------


@pytest.mark.parametrize(("language", "begins"), [("en", "Write to us@example.org"), ("da", "Skriv til us@example.org")])
def test_a_mailbox_is_shown_as_a_link_with_a_warning(site: SmallSite, language: Language, begins: str) -> None:
    site.pages("index", "# Write {#write}\n\n/// write-to-us\n///\n")
    page = drawn(site.library(), language, "index", contact="us@example.org")
    (link,) = page.css(".write-to-us a")
    assert (link.attributes["href"] or "").startswith("mailto:us@example.org?subject=")
    assert words(page, ".write-to-us")[0].startswith(begins)
    assert {"en": "No names", "da": "Ingen navne"}[language] in words(page, ".write-to-us")[0]


@pytest.mark.parametrize(("language", "said"), [("en", "no mailbox"), ("da", "ikke oplyst en postkasse")])
def test_where_there_is_no_mailbox_the_page_says_so(site: SmallSite, language: Language, said: str) -> None:
    site.pages("index", "# Write {#write}\n\n/// write-to-us\n///\n")
    page = drawn(site.library(), language, "index")
    assert page.css(".write-to-us a") == []
    assert said in words(page, ".write-to-us")[0]


# ---------- The day of the build ----------


def test_the_day_of_the_board_is_that_of_the_build(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert build_day() == Place(site.library(), "en", "index").today == date(2027, 1, 15)


def test_each_check_is_folded_under_its_name_and_each_subject_has_its_place_in_the_index(site: SmallSite) -> None:
    site.pages("index", "# Checks {#checks}\n\n/// checks\n///\n")
    page = drawn(site.library(), "da", "index")
    folded = page.css("details.check")
    names = [node.text() for node in page.css("details.check > summary > .check__name")]
    assert names == [(node.attributes["id"] or "").removeprefix("check-") for node in folded]
    assert sorted(names) == sorted(catalogue())
    assert not any("open" in node.attributes for node in folded)
    assert all(node.css("summary ~ p") and not node.css("summary p") for node in folded)
    subjects = [node.attributes["id"] for node in page.css(".checks > h2")]
    assert [node.attributes["href"] for node in page.css(".checks__subjects a")] == [f"#{name}" for name in subjects]


def test_examples_with_marks_of_markdown_are_shown_as_they_are_written(site: SmallSite, repository: Path) -> None:
    site.pages("index", "# Checks {#checks}\n\n/// checks\n///\n")
    page = drawn(site.library(), "en", "index")
    code = [node.text() for node in page.css(".check__examples code")]
    assert "## Who took part? {#partners}\n" in code
    assert any("[text]" in text or "[two projects][projects]" in text for text in code)
    assert not any(sign in (page.html or "") for sign in "\x02\x03")
