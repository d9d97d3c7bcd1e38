"""The handbook as it is built: every page is there, and a reader is never far from what to do."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.worksheet import document_path
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("site")

# The parts of the handbook with their pages, as the site promises them.
PARTS = {
    "": "index words levels what-we-know what-not-to-do your-limits",
    "roles": "index teacher youth-club ssp social-worker mentor street-worker prison-probation police-prevention health leader",
    "notice": "index cues other-explanations groups online colleague act-now",
    "talk": "index opening listening disagreeing motivation parents after",
    "together": "index refer duty-to-notify sharing-information network-meeting closing contacts",
    "mentoring": "index recruit-and-match agreement first-meetings personal-plan supervision ending training",
    "exit-talks": "index reaching structure practical-help family relapse",
    "prison": "index mentoring family-network release",
    "tools": "index concern-description other-explanations urgency-cards conversation-guide parent-conversation"
    " colleague-reflection who-does-what information-sharing-check network-meeting-agenda motivation-scale mentor-agreement"
    " personal-plan log-rules supervision-questions exit-planning self-care",
    "cases": "index classroom youth-club football gaming prison relative-calls mentoring-stalls nothing-there",
}
PAGES = [f"handbook/{part}/{name}".replace("//", "/") for part, names in PARTS.items() for name in names.split()]
# How many clicks a reader may be from the home page to the right tool.
CLICKS = 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_handbook_is_there(library: Library, language: Language) -> None:
    assert [key for key in (*PAGES, "worried", "leaving") if library.page(language, key) is None] == []


def test_there_are_sixteen_tools_and_a_pack_for_each_role(library: Library) -> None:
    assert sorted(library.worksheets) == sorted(PARTS["tools"].split()[1:])
    assert sorted(library.packs) == sorted(PARTS["roles"].split()[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_of_the_tools_is_published(built_site: Path, library: Library, language: Language) -> None:
    names = [*library.worksheets, *(f"pack-{role}" for role in library.packs)]
    for path in [*(document_path(language, name) for name in names), document_path(language, "all-tools", "zip")]:
        assert (built_site / path).stat().st_size > 1000, path


def links(site: Path, address: str) -> Iterator[str]:
    """Yield where the text of a page leads to, each as an address below the site's root; the menus are left out."""
    tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
    for link in tree.css("#content a[href]"):
        parts = urlsplit(link.attributes["href"] or "")
        if not parts.scheme and not parts.netloc and parts.path:
            yield normpath(join("/", address, unquote(parts.path))).removeprefix("/")


def clicks(site: Path, start: str, most: int) -> dict[str, int]:
    """Return how many clicks each address is from a page, up to so many."""
    found, edge = {start: 0}, [start]
    for count in range(1, most + 1):
        new = []
        for address in edge:
            for target in links(site, address) if (site / address / "index.html").is_file() else ():
                if target not in found:
                    found[target] = count
                    new.append(target)
        edge = new
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_is_two_clicks_from_its_tools(built_site: Path, library: Library, language: Language) -> None:
    found = clicks(built_site, "." if language == "en" else language, CLICKS)
    for role, pack in library.packs.items():
        for document in (document_path(language, f"pack-{role}"), *(document_path(language, tool) for tool in pack.tools[:1])):
            page = document.removesuffix(".pdf")
            assert found.get(document, found.get(page, 99)) <= CLICKS, (role, document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_hides_its_answers_in_what_opens_without_a_script(
    built_site: Path, library: Library, language: Language
) -> None:
    label = library.label("kinds", "constructed", language)
    for name in PARTS["cases"].split()[1:]:
        path = built_site / ("" if language == "en" else language) / "handbook" / "cases" / name / "index.html"
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        answers = tree.css("#content details.box--answer")
        assert len(answers) >= 2, name
        assert all(answer.css_first("summary") is not None and "open" not in answer.attributes for answer in answers)
        first = tree.css_first("#content .box--case .box__label")
        assert first is not None and first.text(strip=True) == label
        assert re.search(r"/tools/[\w-]+/", path.read_text(encoding="utf-8")), name
