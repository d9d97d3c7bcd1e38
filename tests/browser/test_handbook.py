"""The handbook in a browser: answers that open by themselves, tools that can be taken away or printed as they are."""

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]
# The sheet with most fields, and the one with the widest table.
PRINTED = ("personal-plan", "who-does-what")


def start(language: Language) -> str:
    return "/" if language == "en" else "/da/"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_answer_waits_until_the_reader_opens_it(visit: Visit, scripts: bool) -> None:
    visitor = visit(scripts=scripts)
    answer = visitor.open("/da/handbook/cases/classroom/").locator("details.box--answer").first
    text = answer.locator(".box__text")
    expect(text).to_be_hidden()
    answer.locator("summary").focus()
    visitor.page.keyboard.press("Enter")
    expect(text).to_be_visible()
    assert visitor.troubles == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_a_tool_can_be_taken_away(visit: Visit, language: Language) -> None:
    visitor = visit()
    page = visitor.open(f"{start(language)}handbook/tools/concern-description/")
    link = page.locator(".worksheet__get a")
    assert link.get_attribute("href") == "../concern-description.pdf"
    answer = page.request.get(f"{visitor.address}{start(language)}handbook/tools/concern-description.pdf")
    assert answer.ok and answer.body().startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRINTED)
def test_the_page_of_a_tool_prints_without_losing_anything(
    visit: Visit, library: Library, name: str, language: Language
) -> None:
    page = visit().open(f"{start(language)}handbook/tools/{name}/")
    page.emulate_media(media="print")
    printed = page.pdf(prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(printed)) as document:
        assert {tuple(round(float(number)) for number in sheet.mediabox[2:]) for sheet in document.pages} == {(595, 842)}
    document = pypdfium2.PdfDocument(printed)
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    document.close()
    sheet = library.worksheets[name]
    for words in (sheet.title, sheet.purpose, sheet.reminder, *(label for _, label in sheet.labels())):
        assert letters(words.in_language(language)) in letters(text), words


def letters(text: str) -> str:
    """Return the letters alone: where a line is broken, a reader of PDFs gives blanks too many and hyphens too few."""
    return "".join(letter for letter in text if letter.isalnum())


def test_a_pack_is_offered_on_the_page_of_its_role(visit: Visit, library: Library) -> None:
    for role in library.packs:
        page = visit().open(f"/handbook/roles/{role}/")
        assert page.locator(".tool-pack a.button").get_attribute("href") == f"../../tools/pack-{role}.pdf"
