"""The words around the articles: every one of them in the language of its page, and every one of them known.

A new text of the chrome is added to interface.yml in both languages and then to chrome.yml beside this file.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from selectolax.lexbor import LexborHTMLParser

from tests.site.chrome import Said, blanked, chrome, said_on, the_list, translations, unknown

pytestmark = pytest.mark.xdist_group("site")

Trees = Mapping[tuple[Language, str], LexborHTMLParser]
NotFound = Mapping[Language, LexborHTMLParser]


@pytest.fixture(scope="session")
def said(library: Library, trees: Trees, not_found_trees: NotFound) -> Mapping[Language, set[Said]]:
    """What the chrome says on all pages of a language, each text with the language in which it claims to be."""
    found: dict[Language, set[Said]] = {"en": set(), "da": set()}
    for (language, key), tree in trees.items():
        found[language] |= chrome(library, library.pages[language, key], tree)
    for language, tree in not_found_trees.items():
        assert tree.body is not None
        found[language] |= {(tongue, blanked(library, tongue, words)) for tongue, words in said_on(tree.body, language)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_around_the_articles_is_known_in_its_language(
    library: Library, said: Mapping[Language, set[Said]], language: Language
) -> None:
    assert len(said[language]) > 30
    assert sorted(unknown(said[language], the_list()["pages"], library)) == []


def test_only_the_way_to_the_twin_speaks_the_other_language(
    library: Library, said: Mapping[Language, set[Said]], not_found_trees: NotFound
) -> None:
    name, label = (library.interface.say(text, "da") for text in ("other-language", "other-language.label"))
    assert {words for tongue, words in said["da"] if tongue == "en"} == {name, f"{name}: {label}"}
    body = not_found_trees["da"].body
    assert body is not None
    assert {words for tongue, words in said_on(body, "da") if tongue == "en"} == {name, f"{name}: {label}"}


@pytest.mark.parametrize("part", ["pages", "scripts"])
def test_the_list_of_known_texts_is_sorted_and_says_nothing_twice(part: str) -> None:
    for language in LANGUAGES:
        known = the_list()[part][language]
        assert known == sorted(set(known))


def test_every_known_text_is_said_somewhere(said: Mapping[Language, set[Said]]) -> None:
    everywhere = said["en"] | said["da"]
    known = {(language, words) for language in LANGUAGES for words in the_list()["pages"][language]}
    assert sorted(known - everywhere) == []


@pytest.mark.parametrize(
    ("added", "found"),
    [
        ("<p>Share this</p>", {("da", "Share this")}),
        ('<button aria-label="Share this">Luk</button>', {("da", "Share this")}),
        ('<input placeholder="Your words">', {("da", "Your words")}),
        ('<img src="a.png" alt="A picture">', {("da", "A picture")}),
        ('<abbr title="For your information">Forside</abbr>', {("da", "For your information")}),
        ("<p>Reviewed 22 November 2026</p>", {("da", "Reviewed {number} November {number}")}),
        ('<p lang="en">Share this</p>', {("en", "Share this")}),
        ("<p>Forside</p><style>p{}</style><script>x</script>", set()),
    ],
)
def test_a_new_english_text_on_a_danish_page_is_caught(
    library: Library, built_site: Path, added: str, found: set[Said]
) -> None:
    text = (built_site / "da" / "about" / "ethics" / "index.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(text.replace("</main>", f"{added}</main>"))
    page = library.pages["da", "about/ethics"]
    assert unknown(chrome(library, page, tree), the_list()["pages"], library) == found


def test_the_words_for_the_scripts_are_in_the_language_of_the_page(trees: Trees, not_found_trees: NotFound) -> None:
    for language, tree in [*((language, tree) for (language, _), tree in trees.items()), *not_found_trees.items()]:
        texts = translations(tree)
        assert sorted({words for words in texts.values() if words} - set(the_list()["scripts"][language])) == []
        assert texts["count.none"]


def test_no_text_for_the_scripts_is_the_same_in_both_languages() -> None:
    assert set(the_list()["scripts"]["en"]) & set(the_list()["scripts"]["da"]) == set()


def test_templates_hold_no_words_of_their_own(repository: Path) -> None:
    wordy = []
    for path in sorted((repository / "overrides").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        shown = re.sub(r"<(script|style)\b.*?</\1>|<[^<>]*>", "", text, flags=re.DOTALL)
        spoken = re.findall(r"\s(?:aria-label|aria-description|title|placeholder|alt|label)=\"([^\"]*)\"", text)
        wordy += [(path.name, words) for words in (*shown.split(), *spoken) if re.search(r"[^\W\d_]{2}", words)]
    assert wordy == []


def test_scripts_of_ours_hold_no_sentences(repository: Path) -> None:
    sentences = re.compile(r"[\"'`]([A-ZÆØÅ][a-zæøå]+(?: [\wæøå]+)+[.!?]?)[\"'`]")
    found = [
        (path.name, words)
        for path in sorted((repository / "docs" / "assets" / "scripts").glob("*.js"))
        for words in sentences.findall(re.sub(r"//[^\n]*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert found == []
