"""The handbook's diagrams in a browser: words within their boxes and apart, on a telephone, on a wide screen and on paper."""

from collections.abc import Callable
from typing import Any

import pytest
from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.xdist_group("site")

Visit = Callable[..., Visitor]

# What the shown picture looks like: each line of words with its edges and the size in which it is drawn, and the picture's own.
MEASURE = """() => {
  const picture = [...document.querySelectorAll('svg.diagram__picture')].find((one) => one.checkVisibility());
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  const edges = (box) => [box.left, box.top, box.right, box.bottom];
  return {
    size: picture.classList.contains('diagram__picture--wide') ? 'wide' : 'narrow',
    frame: edges(picture.getBoundingClientRect()),
    boxes: [...picture.querySelectorAll('path.diagram__box, path.diagram__back')]
      .map((box) => edges(box.getBoundingClientRect())),
    lines: [...picture.querySelectorAll('tspan')].map((line) => ({
      words: line.textContent,
      edges: edges(line.getBoundingClientRect()),
      points: parseFloat(getComputedStyle(line).fontSize) * scale,
      kind: line.parentElement.getAttribute('class'),
    })),
  };
}"""


def shown(visitor: Visitor, library: Library, name: str, language: Language) -> dict[str, Any]:
    page = next(
        page
        for page in library.pages.values()
        for block in page.document.blocks
        if page.language == language and (block.name, block.argument) == ("diagram", name)
    )
    visitor.open("/" + site_path(language, page.key))
    measured: dict[str, Any] = visitor.page.evaluate(MEASURE)
    return measured


NAMES = ("concern", "levels", "who-does-what", "exit-talks", "mentoring-year")


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_words_stay_within_the_picture_and_do_not_meet(
    visit: Visit, library: Library, name: str, language: Language, width: int
) -> None:
    seen = shown(visit(width=width), library, name, language)
    assert seen["size"] == ("wide" if width > 640 else "narrow")
    left, _, right, _ = seen["frame"]
    assert left >= 0 and right <= width
    for index, line in enumerate(seen["lines"]):
        assert left - 1 <= line["edges"][0] and line["edges"][2] <= right + 1, line["words"]
        for other in seen["lines"][:index]:
            assert apart(line["edges"], other["edges"]), (line["words"], other["words"])


def apart(one: list[float], other: list[float]) -> bool:
    # The box of a line holds the room above and below its letters, which may touch that of the next line.
    slack = 3
    return one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + slack or other[3] <= one[1] + slack


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["concern", "exit-talks", "mentoring-year"])
def test_the_words_of_a_step_stand_in_its_box(visit: Visit, library: Library, name: str, language: Language) -> None:
    seen = shown(visit(width=360), library, name, language)
    for line in seen["lines"]:
        if line["kind"].startswith("diagram__number"):
            continue
        left, top, right, bottom = line["edges"]
        assert any(
            box[0] <= left and right <= box[2] and box[1] - 3 <= top and bottom <= box[3] + 3 for box in seen["boxes"]
        ), line["words"]


@pytest.mark.parametrize(("width", "least"), [(320, 14), (360, 14), (1280, 15)])
@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_too_small_to_read(visit: Visit, library: Library, name: str, width: int, least: int) -> None:
    seen = shown(visit(width=width), library, name, "da")
    assert min(line["points"] for line in seen["lines"]) >= least


def test_on_paper_the_text_below_is_open(visit: Visit, library: Library) -> None:
    visitor = visit(media="print")
    assert shown(visitor, library, "concern", "en")["size"] == "wide"
    assert visitor.page.locator(".diagram details li").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_the_same_can_be_read_as_text(visit: Visit, library: Library, scripts: bool) -> None:
    visitor = visit(width=360, scripts=scripts)
    shown(visitor, library, "concern", "en") if scripts else visitor.open("/handbook/notice/")
    visitor.page.locator(".diagram summary").click()
    steps = visitor.page.locator(".diagram details li")
    assert steps.count() == len(library.diagrams["concern"].parts)
    assert steps.first.is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_in_forced_colours_words_and_lines_have_the_readers_own(visit: Visit, library: Library, name: str) -> None:
    visitor = visit()
    visitor.page.emulate_media(forced_colors="active")
    shown(visitor, library, name, "en")
    colours = visitor.page.evaluate(
        """() => {
          const probe = document.createElement('p');
          probe.style.color = 'CanvasText';
          document.body.append(probe);
          const own = getComputedStyle(probe).color;
          const of = (part, what) => getComputedStyle(part)[what];
          const texts = [...document.querySelectorAll('.diagram text')].map((one) => of(one, 'fill'));
          const lines = [...document.querySelectorAll('.diagram path:not(.diagram__head)')].map((one) => of(one, 'stroke'));
          return [own, [...new Set([...texts, ...lines])]];
        }"""
    )
    assert colours[1] == [colours[0]]
