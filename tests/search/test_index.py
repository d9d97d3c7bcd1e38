"""From finished pages to an index: what is in it, what is not, and that it is always the same."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.search.packed import common_words, pages_of, postings, term_lines
from knowledge.search.sections import sections
from knowledge.search.synonyms import groups
from knowledge.search.table import HEADING, KEYWORD, TITLE, prior, table
from knowledge.search.words import fold
from knowledge.search.write import index, write_search

from tests.small_site import SmallSite

PAGE = """<html><body><nav><p>Menu words</p></nav><article id="content">
<nav class="crumbs">Crumb</nav><h1 id="top">A page about mentors<a class="headerlink" href="#top">#</a></h1>
<p>First<sup class="citation"><a>[1]</a></sup> words.</p><script>let hidden</script>
<h2 id="second">Second part</h2><p>More <button class="term">mentor</button> words.</p><ul><li>one</li><li>two</li></ul>
<h2 id="sources">Sources</h2><p>A source</p></article></body></html>"""


@pytest.mark.parametrize(
    ("language", "title", "kept"),
    [
        ("es", "Desengancharse de la violencia en el País Vasco (TACT)", "País Vasco TACT"),
        ("de", "Neue Wege in den Ausstieg mit EXIT-Deutschland", "EXIT-Deutschland"),
        ("da", "Exit i fængslet", "Exit i fængslet"),
    ],
)
def test_of_a_title_in_a_foreign_language_its_names_are_searched(language: str, title: str, kept: str) -> None:
    link = f'<ul class="programme__by-field"><li><a href="#s" lang="{language}">{title}</a>: Scale</li></ul>'
    html = f'<article id="content"><h1 id="a">A</h1>{link}</article>'
    assert sections(html)[0].text == f"{kept}: Scale"


def test_a_passage_reads_as_text() -> None:
    html = (
        '<article id="content"><h1 id="a">A</h1><p>They <b>think</b> so <span class="citation">[1]</span>.</p><div>Law</div>'
        "<p>Nobody may.</p><p>Ring 112</p></article>"
    )
    assert sections(html)[0].text == "They think so. Law · Nobody may. Ring 112"


def test_a_page_is_taken_apart_at_its_headings() -> None:
    first, second = sections(PAGE)
    assert (first.title, first.level, first.text) == ("A page about mentors", 1, "First words.")
    assert (second.anchor, second.title, second.text) == ("second", "Second part", "More mentor words. one · two")


def test_a_page_without_an_article_has_no_sections() -> None:
    assert sections("<html><body><p>Moved</p></body></html>") == ()


def test_a_glossarys_terms_are_sections_of_their_own() -> None:
    term = '<dt id="exit-talk">exit talk <span>exitsamtale</span></dt><dd>A talk.</dd>'
    html = f'<article id="content"><h1 id="g">Words</h1><dl>{term}</dl></article>'
    assert [(one.anchor, one.title, one.text) for one in sections(html)][1:] == [("exit-talk", "exit talk", "A talk.")]


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        ([(0, 1)], "a"),
        ([(0, 1), (1, 1)], "aa"),
        ([(3, 6)], "6d"),
        ([(25, 1)], "z"),
        ([(26, 1)], "Aa"),
        ([(0, 1), (27, 2)], "a2Aa"),
    ],
)
def test_where_a_word_stands_is_written_in_few_signs(pages: list[tuple[int, int]], written: str) -> None:
    assert postings(pages) == written


def test_words_are_written_by_what_they_add_to_the_one_before() -> None:
    order, lines = term_lines(
        {"mentor": "mentor", "mentoring": "mentoring", "happi": "happi"},
        {"mentor": "mentors", "mentoring": "mentoring", "happi": "happy"},
    )
    assert order == ["happi", "mentor", "mentoring"]
    assert lines == ["0happi>happy", "0mentor|s", "6ing"]


@pytest.fixture
def built(small_site: SmallSite, tmp_path: Path) -> tuple[Library, Path]:
    """A small site with a finished page in each language."""
    site = tmp_path / "built"
    for start, words in (("", "Leaving a violent group"), ("da/", "Vejen ud af fængsel")):
        path = site / start / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.replace("A page about mentors", words), encoding="utf-8")
    return small_site.library(), site


def test_each_language_has_an_index_of_its_own_words_alone(built: tuple[Library, Path]) -> None:
    library, site = built
    write_search(library, site)
    english, danish = ((site / "search" / f"{language}.json").read_text(encoding="utf-8") for language in LANGUAGES)
    assert "leav" in json.loads(english)["terms"] and "ængsel" in json.loads(danish)["terms"]
    assert "ængsel" not in json.loads(english)["terms"] and "leav" not in json.loads(danish)["terms"]
    assert json.loads((site / "search" / "da" / "passages.json").read_text(encoding="utf-8"))[1][0] == "second"


def test_the_index_is_the_same_each_time(built: tuple[Library, Path]) -> None:
    library, site = built
    write_search(library, site)
    first = (site / "search" / "da.json").read_bytes()
    write_search(library, site)
    assert (site / "search" / "da.json").read_bytes() == first


def test_words_weigh_more_the_more_they_say_of_a_page(built: tuple[Library, Path]) -> None:
    library, site = built
    first, second = table(library, "en", site)
    assert first.weights["leav"] >= TITLE
    assert second.weights["part"] == HEADING
    assert second.weights["mentor"] < KEYWORD
    assert first.address == "" and second.address == "#second"


def test_a_glossarys_forms_in_both_languages_mean_its_term(built: tuple[Library, Path]) -> None:
    library, _ = built
    (group,) = [group for group in groups(library, "da") if group.term == "exit-talk"]
    assert ("exitsamtal",) in group.forms[: group.own] and ("exit", "talk") in group.forms[group.own :]


def test_what_readers_type_leads_to_its_page_without_meaning_the_same(small_site: SmallSite, tmp_path: Path) -> None:
    words = {"page": "index", "forms": {"en": ["beard", "fright"], "da": ["skæg"]}}
    small_site.data("search-words.yml", [{"id": "ask", "alike": False, **words}, {"id": "same", **words}])
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    first, second = table(small_site.library(), "en", tmp_path)
    assert first.weights["beard"] >= KEYWORD and "beard" not in second.weights
    forms = [group.forms for group in groups(small_site.library(), "en") if ("beard",) in group.forms]
    assert forms == [(("beard",), ("fright",), ("skaeg",))]


def test_a_page_is_also_looked_for_by_the_title_of_its_folder(small_site: SmallSite, tmp_path: Path) -> None:
    small_site.pages("handbook/prison/index", "# Inside {#inside}\n", title="Behind walls")
    small_site.pages("handbook/prison/family", "# Family {#family}\n", title="Visits")
    path = tmp_path / "handbook" / "prison" / "family" / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, encoding="utf-8")
    first, _ = table(small_site.library(), "en", tmp_path)
    assert first.weights["wall"] == KEYWORD


@pytest.mark.xdist_group("site")
def test_a_programme_is_found_by_each_word_of_its_own_and_not_by_what_all_of_them_offer(
    library: Library, built_site: Path
) -> None:
    rows = table(library, "en", built_site)
    told = json.loads((built_site / "search" / "en.json").read_text(encoding="utf-8"))
    own = [row for row in rows if row.page == "programmes/de-legato-hamburg"]
    assert own[0].facets["country"] == ("de",) and own[0].facets["settings"]
    assert "cite" not in {word for row in own for word in row.weights}
    page = [address for address, *_ in told["pages"]].index("programmes/de-legato-hamburg/")
    assert told["pages"][page][-1] == "de"
    known = set(stems_of(told["terms"]))
    common = common_words(pages_of(rows))
    assert [word for row in own for word in row.weights if word not in known and word not in common] == []


def test_the_handbook_comes_before_what_only_editors_need() -> None:
    assert prior("handbook/talk/index") > prior("projects/finances") > prior("contribute/edit")


def test_a_page_that_only_lists_others_is_not_searched(small_site: SmallSite, tmp_path: Path) -> None:
    small_site.pages("a-z", "# Everything {#a-z}\n")
    path = tmp_path / "built" / "a-z" / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, encoding="utf-8")
    assert table(small_site.library(), "en", tmp_path / "built") == ()


def stems_of(terms: str) -> Iterator[str]:
    """Read the words of an index back, each as its key."""
    before = ""
    for line in terms.split("\n"):
        own = re.split(r"[|>]", line[1:])[0]
        before = before[: int(line[0], 16)] + own
        yield fold(before)


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_index_is_small_and_knows_every_page(library: Library, built_site: Path, language: Language) -> None:
    written = (built_site / "search" / f"{language}.json").read_bytes()
    assert len(gzip.compress(written, 9, mtime=0)) < 60 * 1024
    told = json.loads(written)
    rows = table(library, language, built_site)
    assert index(library, language, rows) == told
    assert len(told["pages"]) == len(library.in_language(language)) - 2
    assert len(told["postings"].split(" ")) == told["terms"].count("\n") + 1
    assert common_words(pages_of(rows))
