"""The guide on its page and as a chart: the same ways in the data, in the HTML of both languages and in the picture."""

from itertools import combinations

import pytest
from knowledge.content.guide import START, Guide
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.markup import letters
from knowledge.markup.guide_chart import LEADING, SIZE, WIDTH, Box, chart
from knowledge.markup.place import Place
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.markup.drawn import drawn, with_templates, words
from tests.small_guide import add_guide, guide, role, step
from tests.small_site import SmallSite

# What is left of a sheet of A4 for the picture, in points: its margins, the title, the legend and the address are taken off.
HIGHEST = 715


@pytest.fixture
def real(library: Library) -> Guide:
    assert library.guide is not None
    return library.guide


# ---------- The page ----------


def only(page: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the one element of a kind."""
    (node,) = page.css(selector)
    return node


def node_of(page: LexborHTMLParser, name: str) -> LexborNode:
    """Return the section of a question or a next step."""
    section = only(page, f'section[aria-labelledby="{name}"]')
    assert section.css_first(f":is(h2, h3)#{name}") is not None, name
    return section


def paths_on(page: LexborHTMLParser) -> list[tuple[str, ...]]:
    """Return every path that a reader can click, from the first question on."""

    def onward(path: tuple[str, ...]) -> list[tuple[str, ...]]:
        links = [node.attributes["href"] or "" for node in node_of(page, path[-1]).css(".guide__choices a")]
        assert all(link.startswith("#") for link in links)
        assert len(path) < 10
        return [longer for link in links for longer in onward((*path, link[1:]))] if links else [path]

    return onward((START,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_offers_every_path_of_the_guide_and_no_other(library: Library, real: Guide, language: Language) -> None:
    page = drawn(library, language, "worried")
    assert paths_on(page) == list(real.paths())
    for name in {path[-1] for path in real.paths()}:
        ending = node_of(page, name)
        assert ending.css(".contact"), name
        assert ending.css(".guide__choices") == []


def test_both_languages_have_the_same_sections_links_and_contacts(library: Library) -> None:
    english, danish = (drawn(library, language, "worried") for language in LANGUAGES)
    for selector, name in (("[id]", "id"), (".guide a", "href"), (".guide section", "class")):
        here, there = ([node.attributes.get(name) for node in page.css(selector)] for page in (english, danish))
        assert here == there
    assert len(english.css(".contact")) == len(danish.css(".contact")) > 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_says_whom_to_tell_first_and_asks_what_it_is_about(
    library: Library, real: Guide, language: Language
) -> None:
    page = drawn(library, language, "worried")
    for one in real.roles:
        text = node_of(page, one.id).text()
        assert one.first.in_language(language) in text
        assert real.what.in_language(language) in text


def test_a_choice_is_in_words_and_leads_to_its_section(library: Library, real: Guide) -> None:
    page = drawn(library, "da", "worried")
    for name in real.locations():
        shown = words(page, f'section[aria-labelledby="{name}"] > .guide__choices a')
        assert shown == [way.says.da for way in real.ways(name)]


def test_the_page_has_just_the_places_that_links_may_point_to(library: Library, real: Guide) -> None:
    page = drawn(library, "en", "worried")
    assert [node.attributes["id"] for node in page.css(".guide[id], .guide :is(h2, h3)")] == list(real.anchors())


def test_the_sources_of_the_guide_and_its_contacts_stand_in_the_list_of_the_page(library: Library, real: Guide) -> None:
    listed = {node.attributes["id"] for node in drawn(library, "en", "worried").css(".source-list > li")}
    assert {f"source-{name}" for name in real.rests_on()} <= listed


def test_a_page_that_does_not_exist_is_left_out(small_site: SmallSite) -> None:
    add_guide(small_site, guide(steps=[step("ring", "now"), step("rest", pages=["index", "handbook/gone"])]))
    page = drawn(with_templates(small_site).library(), "en", "worried")
    assert words(page, 'section[aria-labelledby="rest"] > ul:not([class]) a') == ["A page"]


def test_a_choice_that_leads_to_nothing_is_left_out(small_site: SmallSite) -> None:
    add_guide(small_site, guide(roles=[role("school"), role("friend", "gone")]))
    page = drawn(with_templates(small_site).library(), "en", "worried")
    assert words(page, 'section[aria-labelledby="school"] .guide__choices a') == ["A change"]
    assert words(page, 'section[aria-labelledby="friend"] .guide__choices a') == []


@pytest.mark.parametrize("block", ["guide", "guide-chart"])
def test_without_a_guide_nothing_is_drawn(small_site: SmallSite, block: str) -> None:
    small_site.pages("worried", f"# Worried {{#worried}}\n\n/// {block}\n///\n")
    page = drawn(with_templates(small_site).library(), "en", "worried")
    assert words(page, ".guide, .chart") == [""]


# ---------- The chart ----------


def inner(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.x + box.width, box.y + box.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_fits_one_sheet(library: Library, real: Guide, language: Language) -> None:
    picture = chart(Place(library, language, "worried-chart"), real)
    assert picture.height <= HIGHEST
    assert max(box.x + box.width for box in picture.boxes) <= WIDTH
    assert SIZE >= 10.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_box_lies_on_another_and_no_word_outside_its_box(library: Library, real: Guide, language: Language) -> None:
    picture = chart(Place(library, language, "worried-chart"), real)
    for one, other in combinations(picture.boxes, 2):
        left, top, right, bottom = inner(one)
        assert other.x >= right or other.y >= bottom or left >= other.x + other.width or top >= other.y + other.height
    for box in picture.boxes:
        feet = []
        for part in box.words:
            feet += [part.y + index * LEADING for index in range(len(part.lines))]
            for line in part.lines:
                assert part.x + letters.width(line, SIZE, bold=part.strong, face="arial") <= box.x + box.width, line
        assert feet == sorted(feet)
        assert min(feet) - 0.75 * SIZE >= box.y
        assert max(feet) + 0.2 * SIZE <= box.y + box.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_and_every_way_of_the_guide_is_in_the_picture_as_text(
    library: Library, real: Guide, language: Language
) -> None:
    page = drawn(library, language, "worried-chart")
    picture = " ".join(only(page, "svg.chart__picture").text().split())
    said = [real.who, real.what, *(one.says for one in real.roles), *(one.first for one in real.roles)]
    said += [one.says for one in real.situations] + [choice.says for one in real.questions for choice in one.choices]
    said += [one.heading for one in real.steps]
    assert [text.in_language(language) for text in said if text.in_language(language) not in picture] == []
    answers = [
        (words_of(box), badge.text().strip()) for box in page.css(".chart__box--answer") for badge in box.css(".chart__badge")
    ]
    letter_of = {step.id: chr(ord("A") + index) for index, step in enumerate(real.steps)}
    expected = [(way.says.in_language(language), letter_of[way.to]) for one in real.questions for way in real.ways(one.id)]
    assert answers == expected


def words_of(box: LexborNode) -> str:
    return " ".join(" ".join(node.text() for node in box.css("text")[:1]).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_has_a_title_a_description_and_names_for_its_shapes(library: Library, language: Language) -> None:
    page = drawn(library, language, "worried-chart")
    svg = only(page, "svg.chart__picture")
    named = [only(page, f"#{name}") for name in (svg.attributes["aria-labelledby"] or "").split()]
    assert [node.tag for node in named] == ["title", "desc"]
    assert all(node.text().strip() for node in named)
    badges = page.css(".chart__badge")
    assert badges
    assert all(badge.attributes["aria-label"] for badge in badges)
    assert only(page, ".chart__scroller").attributes["tabindex"] == "0"


def test_a_row_that_is_for_few_roles_names_them(library: Library, real: Guide) -> None:
    picture = chart(Place(library, "en", "worried-chart"), real)
    labels = [" ".join(box.words[0].lines) for box in picture.boxes if box.kind == "situation"]
    assert labels == [
        *(f"{number} {situation.says.en}" for number, situation in enumerate(real.situations, 1)),
        "Prison or probation: 1,\u00a02,\u00a03,\u00a04",
        "Family or friends: 2,\u00a03",
    ]


def test_a_situation_without_a_question_has_a_row_with_its_step(small_site: SmallSite) -> None:
    add_guide(small_site, guide(roles=[role("school"), role("friend", "rest")]))
    library = small_site.library()
    assert library.guide is not None
    picture = chart(Place(library, "en", "worried"), library.guide)
    assert [box.badge.letter for box in picture.boxes if box.kind == "answer" and box.badge] == ["A", "B", "B"]
