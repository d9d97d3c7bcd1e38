"""Diagrams as the build draws them: the same in both languages, every word in its place, and all of it as text below."""

import re

import pytest
from knowledge.content.diagram import Diagram
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.markup import letters
from knowledge.markup.diagram_layout import TYPE, WIDTHS, Picture, picture
from selectolax.lexbor import LexborHTMLParser

from tests.markup.drawn import drawn, with_templates, words
from tests.small_diagrams import PATH, diagram, layers, table
from tests.small_site import SmallSite

NAMES = ("concern", "levels", "who-does-what", "exit-talks", "mentoring-year")
EVERY = [(name, language, size) for name in NAMES for language in LANGUAGES for size in WIDTHS]
TALLEST = 100_000


def pictures(library: Library, name: str, size: str) -> list[Picture]:
    return [picture(library.diagrams[name], language, "wide" if size == "wide" else "narrow") for language in LANGUAGES]


def said(shown: Picture) -> list[str]:
    return [" ".join(line.words for line in saying.lines) for saying in shown.sayings]


def plain(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_elements(library: Library, name: str, size: str) -> None:
    english, danish = pictures(library, name, size)
    assert english.width == danish.width
    assert [stroke.kind for stroke in english.strokes] == [stroke.kind for stroke in danish.strokes]
    assert [saying.kind for saying in english.sayings] == [saying.kind for saying in danish.sayings]


@pytest.mark.parametrize(("name", "language", "size"), EVERY)
def test_every_word_stands_within_its_room_and_the_picture(library: Library, name: str, language: Language, size: str) -> None:
    shown = picture(library.diagrams[name], language, "wide" if size == "wide" else "narrow")
    for saying in shown.sayings:
        points, bold = TYPE[saying.kind]
        for line in saying.lines:
            width = letters.width(line.words, points, bold=bold)
            assert width <= saying.room, line.words
            start = line.x - width / 2 if saying.centred else line.x
            assert start >= 0, line.words
            assert start + width <= shown.width, line.words
            assert points <= line.y <= shown.height, line.words


@pytest.mark.parametrize(("name", "language", "size"), EVERY)
def test_no_line_stands_on_another(library: Library, name: str, language: Language, size: str) -> None:
    shown = picture(library.diagrams[name], language, "wide" if size == "wide" else "narrow")
    boxes = []
    for saying in shown.sayings:
        points, bold = TYPE[saying.kind]
        for line in saying.lines:
            width = letters.width(line.words, points, bold=bold)
            start = line.x - width / 2 if saying.centred else line.x
            boxes.append((start, line.y - points * 0.95, start + width, line.y + points * 0.25, line.words))
    for index, (left, top, right, bottom, said_here) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom, other in boxes[:index]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, (said_here, other)


@pytest.mark.parametrize("name", NAMES)
def test_letters_on_a_phone_of_360_pixels_have_at_least_14(library: Library, name: str) -> None:
    shown = pictures(library, name, "narrow")[0]
    # The text of a page has a margin of a rem on both sides there.
    assert shown.width <= 360 - 2 * 16
    assert min(points for points, _ in TYPE.values()) >= 14


def test_the_style_sheet_draws_letters_in_the_size_that_was_measured(library: Library) -> None:
    css = (library.root / "docs/assets/styles/blocks.css").read_text(encoding="utf-8")
    section = css[css.index("/* ---------- Diagrams") :]
    sizes = {int(size) for size in re.findall(r"font-size: (\d+)px", section)}
    assert sizes == {points for points, _ in TYPE.values()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [PATH, layers(), table()], ids=["path", "layers", "table"])
def test_every_label_stands_in_both_pictures_and_in_the_text(
    small_site: SmallSite, record: dict[str, object], language: Language
) -> None:
    page = shown_on(small_site, record, language)
    model = small_site.library().diagrams["way"]
    texts = [plain(node.text()) for node in page.css("figure.diagram > details")]
    for node in page.css("svg"):
        drawing = [plain(part.text()) for part in node.css("text")]
        for label in asked(model, language):
            assert any(label in one for one in drawing), label
    for label in asked(model, language):
        assert label in texts[0], label


def asked(model: Diagram, language: Language) -> list[str]:
    return [plain(text.in_language(language)) for text in model.words()]


def shown_on(site: SmallSite, record: object, language: Language = "en") -> LexborHTMLParser:
    site.data("diagrams.yml", [record])
    site.pages("index", "# Hello {#hello}\n\n/// diagram | way\n///\n")
    return drawn(with_templates(site).library(), language, "index")


def test_a_picture_has_a_name_a_description_and_text_that_a_reader_can_select(small_site: SmallSite) -> None:
    page = shown_on(small_site, PATH)
    assert [node.attributes["role"] for node in page.css("svg")] == ["img", "img"]
    ids = [node.attributes["id"] for node in page.css("svg [id]")]
    assert len(ids) == len(set(ids)) == 4
    for node in page.css("svg"):
        names = (node.attributes["aria-labelledby"] or "").split()
        assert [plain(part.text()) for part in node.css("title, desc")] == [
            "The way",
            "Two steps. The same stands as text below.",
        ]
        assert names == [part.attributes["id"] for part in node.css("title, desc")]
    assert page.css("svg foreignObject, svg image, svg style, svg [style]") == []


def test_a_step_cites_its_sources_in_the_text_and_all_stand_at_the_title(small_site: SmallSite) -> None:
    page = shown_on(small_site, PATH)
    assert len(page.css("figcaption .citation a")) == len(page.css("details li:nth-child(2) .citation a")) == 1
    assert page.css("details li:first-child .citation, svg a") == []
    assert page.css_first("#source-sheet") is not None


def test_a_way_back_is_told_with_the_number_of_its_step(small_site: SmallSite) -> None:
    shown_on(small_site, PATH)
    told = [words(drawn(small_site.library(), language, "index"), "details")[0] for language in LANGUAGES]
    assert "Something new: back to step 1." in told[0]
    assert "Noget nyt: tilbage til trin 1." in told[1]


def test_without_a_note_none_is_shown(small_site: SmallSite) -> None:
    assert shown_on(small_site, diagram(note=None)).css(".diagram__note") == []


def test_ways_back_that_run_beside_each_other_have_lanes_of_their_own(library: Library) -> None:
    for name in NAMES:
        for shown in pictures(library, name, "narrow"):
            back = [stroke.outline for stroke in shown.strokes if "line--back" in stroke.kind]
            runs = []
            for outline in back:
                match = re.fullmatch(r"M\d+ (\d+)H(\d+)V(\d+)H\d+", outline)
                assert match
                runs.append((int(match[2]), int(match[3]), int(match[1])))
            for index, (lane, top, bottom) in enumerate(runs):
                assert lane < shown.width
                assert not any(lane == other and top < below and above < bottom for other, above, below in runs[:index])


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("one two", TALLEST, ("one two",)),
        ("one two", 1, ("one", "two")),
        ("back →\u00a01", 1, ("back", "→\u00a01")),
        ("", 10, ()),
    ],
)
def test_words_are_broken_at_spaces_only(words: str, room: int, lines: tuple[str, ...]) -> None:
    assert letters.lines(words, room, 16) == lines
