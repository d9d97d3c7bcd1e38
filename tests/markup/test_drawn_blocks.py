"""The blocks that the build fills from the data: budgets, history, glossary, register, contact points."""

import logging
from collections.abc import Mapping
from typing import Any

import pytest
from knowledge.content.languages import Language

from tests.markup.rendering import Rendered, render, say, words
from tests.small_site import SOURCE, TERM, SmallSite


def both(english: str, danish: str) -> dict[str, str]:
    return {"en": english, "da": danish}


def budget(total: int, *amounts: int, **extra: Any) -> dict[str, Any]:
    parts = [
        {"id": f"p{at}", "name": both(f"Part {at}", f"Del {at}"), "amount": amount} for at, amount in enumerate(amounts, 1)
    ]
    name = both("The project", "Projektet")
    return {"id": "b", "name": name, "currency": "EUR", "total": total, "parts": parts, "sources": ["sheet"], **extra}


def rows(page: Rendered) -> dict[str, list[str]]:
    """Return the cells of each row of the table by the words of its head."""
    return {words(row.css("th")[0]): [words(cell) for cell in row.css("td")] for row in page.all("tbody tr")}


def finances(site: SmallSite, language: Language, record: Mapping[str, Any]) -> Rendered:
    site.data("finances.yml", [record])
    return render(site, "/// finances | b\n///\n", language)


@pytest.mark.parametrize(
    ("language", "part", "amounts", "caption"),
    [
        ("en", "Part", ["747,133\u00a0euros", "100,000\u00a0euros", "847,133\u00a0euros"], "The project"),
        ("da", "Del", ["747.133\u00a0euro", "100.000\u00a0euro", "847.133\u00a0euro"], "Projektet"),
    ],
)
def test_a_budget_shows_its_parts_with_the_computed_share_sum_and_difference(
    site: SmallSite, language: Language, part: str, amounts: list[str], caption: str
) -> None:
    page = finances(site, language, budget(1158154, 747133, 100000))
    total, difference = {
        "en": ["1,158,154\u00a0euros", "311,021\u00a0euros"],
        "da": ["1.158.154\u00a0euro", "311.021\u00a0euro"],
    }[language]
    names = say(site, language, "finances.sum", "finances.total", "finances.difference", "finances.unexplained")
    assert rows(page) == {
        f"{part} 1": [amounts[0], "64.5%" if language == "en" else "64,5\u00a0%"],
        f"{part} 2": [amounts[1], "8.6%" if language == "en" else "8,6\u00a0%"],
        names[0]: [amounts[2], ""],
        names[1]: [total, ""],
        names[2]: [difference, names[3]],
    }
    assert page.texts("thead th") == say(site, language, "finances.part", "finances.amount", "finances.share")
    assert page.texts("caption") == [f"{say(site, language, 'finances.caption', name=caption)[0]}[1]"]


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("total", "amounts", "expected"),
    [
        (100, (60, 40), ("0", "none")),
        (334644, (267715, 33464, 33464), ("1", "rounding")),
        (100, (60, 30), ("10", "unexplained")),
        (100, (60, 50), ("-10", "exceeded")),
    ],
)
def test_a_sum_that_does_not_fit_the_stated_total_is_shown_and_named(
    site: SmallSite, language: Language, total: int, amounts: tuple[int, ...], expected: tuple[str, str]
) -> None:
    difference, explanation = expected
    shown = rows(finances(site, language, budget(total, *amounts)))
    the_sum, the_difference, named = say(site, language, "finances.sum", "finances.difference", f"finances.{explanation}")
    assert shown[the_sum][0].split("\u00a0")[0].replace(",", "").replace(".", "") == str(sum(amounts))
    assert shown[the_difference][0].split("\u00a0")[0] == difference
    assert shown[the_difference][1] == named


def test_a_total_of_nothing_has_no_shares(site: SmallSite) -> None:
    page = finances(site, "en", budget(0, 5))
    assert rows(page)["Part 1"] == ["5\u00a0euros", ""]


def test_the_note_of_a_budget_stands_in_the_language_of_the_page(site: SmallSite) -> None:
    record = budget(10, 10, note=both("Not clear.", "Ikke klart."))
    assert "Ikke klart." in finances(site, "da", record).text
    assert "Not clear." in finances(site, "en", record).text
    assert "Not clear." not in finances(site, "da", record).text


def event(name: str, **fields: Any) -> dict[str, Any]:
    texts = {"title": both(f"Title {name}", f"Titel {name}"), "text": both(f"Text {name}.", f"Tekst {name}.")}
    return {"id": name, "status": "held", "sources": ["sheet"], **texts, **fields}


@pytest.fixture
def history(site: SmallSite) -> SmallSite:
    site.data(
        "timeline.yml",
        [
            event("late", date="2012-05-08", until="2012-05-09", page="index"),
            event("lost", status="undated", between=["2009", "2011-05"]),
            event("early", date="2009"),
            event("unknown", status="undated"),
            event("plan", date="2009-10", status="planned", page="gone"),
        ],
    )
    return site


def test_events_stand_in_the_order_of_time_under_their_year(history: SmallSite) -> None:
    page = render(history, "/// timeline\n///\n")
    assert [name for name in page.ids if name[0] in "yelpu"] == [
        *("y2009", "early", "plan", "y2012", "late", "undated", "lost", "unknown")
    ]
    assert [heading.split("#")[0] for heading in page.texts("h2")] == [
        "2009",
        "2012",
        *say(history, "en", "timeline.undated", "sources"),
    ]
    assert [name for name, _ in page.contents] == ["y2009", "y2012", "undated", "sources"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "early": ["2009", "Title early", "Text early."],
                "plan": ["October 2009", "Planned"],
                "late": ["8–9 May 2012", "Title late"],
                "lost": ["2009–May 2011", "date not stated"],
                "unknown": ["date not stated", "Title unknown"],
            },
        ),
        (
            "da",
            {
                "early": ["2009", "Titel early", "Tekst early."],
                "plan": ["oktober 2009", "Planlagt"],
                "late": ["8.-9. maj 2012", "Titel late"],
                "lost": ["2009–maj 2011", "dato ikke oplyst"],
                "unknown": ["dato ikke oplyst", "Titel unknown"],
            },
        ),
    ],
)
def test_an_event_tells_when_what_and_how_sure_that_is(
    history: SmallSite, language: Language, expected: dict[str, list[str]]
) -> None:
    page = render(history, "/// timeline\n///\n", language)
    shown = {name: words(page.one(f"#{name}")) for name in expected}
    missing = [(name, said) for name, parts in expected.items() for said in parts if said not in shown[name]]
    assert not missing, shown


def test_the_status_of_an_event_is_the_label_of_the_list(history: SmallSite) -> None:
    library = history.library()
    page = render(history, "/// timeline\n///\n", "da")
    for name, event_ in library.events.items():
        label = library.label("event-statuses", event_.status, "da")
        assert label != event_.status
        assert label in words(page.one(f"#{name}"))


def test_an_event_leads_to_its_page_where_there_is_one_and_cites_its_sources(history: SmallSite) -> None:
    page = render(history, "/// timeline\n///\n", key="projects/timeline")
    assert page.values("#late a:not(sup a)", "href") == ["../index.md"]
    assert not page.all("#plan a:not(sup a)")
    assert page.values("#early sup a", "href") == ["#source-sheet"]


def test_the_glossary_follows_the_danish_alphabet_with_aa_last(site: SmallSite) -> None:
    danish = ["åben dør", "ordstyrer", "Aabenraa", "ærlighed", "zebra", "øvelse", "alvor"]
    site.data("glossary.yml", [{**TERM, "id": f"t{at}", "term": both(f"x{at}", word)} for at, word in enumerate(danish)])
    page = render(site, "/// glossary\n///\n", "da")
    assert [heading.split("#")[0] for heading in page.texts("h2")] == ["A", "O", "Z", "Æ", "Ø", "Å"]
    assert [words(term).split(" x")[0] for term in page.all("dt")] == [
        *("alvor", "ordstyrer", "zebra", "ærlighed", "øvelse", "åben dør", "Aabenraa")
    ]


def test_each_letter_leads_to_its_terms(site: SmallSite) -> None:
    site.data("glossary.yml", [TERM, {**TERM, "id": "mentor", "term": both("mentor", "mentor")}])
    page = render(site, "/// glossary\n///\n", "da")
    letters = page.all("a[href^='#letter']:not([title])")
    assert [(words(link), link.attributes["aria-label"]) for link in letters] == [
        (letter, *say(site, "da", "glossary.letter", letter=letter)) for letter in ("E", "M")
    ]
    assert [words(page.one(link.attributes["href"] or "")).rstrip("#") for link in letters] == ["E", "M"]


@pytest.mark.parametrize(
    ("language", "other", "said"),
    [
        ("en", "da", ["exit talk", "exitsamtale", "A talk about leaving.", "A note.", "cure", "brainwash"]),
        ("da", "en", ["exitsamtale", "exit talk", "En samtale om at komme ud.", "En note.", "kur"]),
    ],
)
def test_a_term_tells_its_meaning_its_other_name_and_what_not_to_say(
    site: SmallSite, language: Language, other: str, said: list[str]
) -> None:
    extra = {"note": both("A note.", "En note."), "avoid": {"en": ["cure", "brainwash"], "da": ["kur"]}}
    site.data("glossary.yml", [{**TERM, **extra}])
    page = render(site, "/// glossary\n///\n", language, key="about/glossary")
    said += say(site, language, "glossary.avoid", "glossary.sources")
    assert [part for part in said if part not in page.text] == []
    assert words(page.one("dt#exit-talk")).startswith(said[0])
    assert page.values("dt [lang]", "lang") == [other]
    assert page.values("dd a", "href") == ["sources.md#source-sheet"]
    assert not page.all("#sources"), "the glossary names its sources itself"


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_register_names_the_pages_that_use_each_source(site: SmallSite, language: Language) -> None:
    titles = {"sheet": "B sheet", "report": "Å report", "law": "A law"}
    site.data("sources.yml", [{**SOURCE, "id": name, "title": title} for name, title in titles.items()])
    site.data("timeline.yml", [event("e1", date="2009", sources=["report"])])
    site.pages("one", "# One {#one}\n\nSaid [@sheet].\n", title="Page one")
    site.pages("two", "# Two {#two}\n\n/// timeline\n///\n", title="Page two", sources=["sheet"])
    page = render(site, "/// sources-register\n///\n", language, key="about/sources")
    assert page.values("li", "id") == ["source-law", "source-sheet", "source-report"]
    assert say(site, language, "register.count", count=3)[0] in page.text
    uses = {name: page.all(f"#source-{name} a[href$='.md']") for name in titles}
    assert {name: [(words(link), link.attributes["href"]) for link in links] for name, links in uses.items()} == {
        "sheet": [("Page one", "../one.md"), ("Page two", "../two.md")],
        "report": [("Page two", "../two.md")],
        "law": [],
    }
    used, unused = say(site, language, "register.used-on", "register.unused")
    assert unused in words(page.one("#source-law"))
    assert used in words(page.one("#source-sheet"))


CONTACT = {
    "id": "hotline",
    "group": "now",
    "name": both("The hotline", "Hotlinen"),
    "use": both("Ring about a concern.", "Ring om en bekymring."),
    "phone": "41 74 90 90",
    "hours": both("8–22 every day", "kl. 8–22 alle dage"),
    "find": both("On the website.", "På hjemmesiden."),
    "website": "https://example.org/help?a=1&b=2",
    "note": both("Anonymous.", "Anonymt."),
    "checked": "2026-11-22",
    "checked_in": both("a stored copy", "en gemt kopi"),
    "sources": ["sheet"],
}


@pytest.mark.parametrize(
    ("language", "name", "said", "checked"),
    [
        (
            *("en", "The hotline"),
            ["Ring about a concern.", "8–22 every day", "On the website.", "Anonymous."],
            {"day": "22 November 2026", "place": "a stored copy"},
        ),
        (
            *("da", "Hotlinen"),
            ["Ring om en bekymring.", "kl. 8–22 alle dage", "På hjemmesiden.", "Anonymt."],
            {"day": "22. november 2026", "place": "en gemt kopi"},
        ),
    ],
)
def test_a_contact_point_can_be_rung_and_says_when_it_was_checked(
    site: SmallSite, language: Language, name: str, said: list[str], checked: dict[str, str]
) -> None:
    site.data("contacts.yml", [CONTACT])
    page = render(site, "/// contact-points | now\n///\n", language)
    contact = words(page.one("#contact-hotline"))
    assert contact.startswith(name)
    said += [*say(site, language, "contact.checked", **checked), *say(site, language, "contact.hours", "contact.find")]
    assert [part for part in said if part not in contact] == []
    call = say(site, language, "contact.call", phone="41 74 90 90")
    assert page.texts("a[href='tel:41749090']") == call
    website = page.one("#contact-hotline a[href='https://example.org/help?a=1&b=2']")
    assert [words(website)] == say(site, language, "contact.website", name=name)
    assert page.values("#contact-hotline sup a", "href") == ["#source-sheet"]


def test_contact_points_show_their_group_in_the_order_of_the_file(site: SmallSite) -> None:
    bare = {name: CONTACT[name] for name in ("name", "use", "checked", "checked_in", "sources")}
    site.data("contacts.yml", [CONTACT, {**bare, "id": "z", "group": "local"}, {**bare, "id": "a", "group": "local"}])
    page = render(site, "/// contact-points | local\n///\n")
    assert [name for name in page.ids if name.startswith("contact-")] == ["contact-z", "contact-a"]
    assert not page.all("a[href^='tel:']")


def test_a_drawn_block_stands_within_a_point_of_a_list(site: SmallSite) -> None:
    site.data("contacts.yml", [CONTACT])
    page = render(site, "1. Ring.\n\n    /// contact-points | now\n    ///\n\n2. Then wait.\n")
    assert page.all("ol > li > * #contact-hotline, ol > li > #contact-hotline")
    assert len(page.all("ol:has(> li > p) > li")) == 2
    assert page.text.startswith("Ring. The hotline")


@pytest.mark.parametrize("text", ["/// finances | nothing\n///\n", "/// contact-points | nobody\n///\n"])
def test_a_block_that_names_nothing_is_told_and_stays_empty(
    site: SmallSite, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    with caplog.at_level(logging.WARNING):
        page = render(site, f"Before.\n\n{text}\nAfter.\n")
    name, _, argument = text.removeprefix("/// ").partition("\n")[0].partition(" | ")
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("mkdocs.knowledge", f"docs/en/index.md: '/// {name} | {argument}' names nothing that exists")
    ]
    assert page.text == "Before. After."


@pytest.mark.parametrize("name", ["timeline", "glossary", "sources-register"])
def test_a_block_without_any_data_breaks_nothing(site: SmallSite, name: str) -> None:
    for file in ("sources.yml", "glossary.yml", "timeline.yml"):
        site.data(file, [])
    page = render(site, f"Before.\n\n/// {name}\n///\n\nAfter.\n")
    assert page.text.startswith("Before.")
    assert page.text.endswith("After.")
