"""What the templates are told of a page."""

from datetime import date

import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.web.page_view import PageView, alternates, not_found_view, page_view
from knowledge.web.settings import Settings

from tests.small_site import SmallSite

SETTINGS = Settings("https://example.org/knowledge/", "https://git.example.org/us/site")
HTML = '<h1 id="hello">Hello</h1>\n<p>Text.</p>'


def view(site: SmallSite, language: Language = "en", key: str = "index", html: str = HTML) -> PageView:
    return page_view(site.library(), SETTINGS, language, key, html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_alternates_are_whole_addresses_of_every_language_and_one_for_all_others(
    small_site: SmallSite, language: Language
) -> None:
    small_site.pages("projects/finances", "# Money {#money}\n")
    seen = view(small_site, language, "projects/finances")
    assert [(alternate.language, alternate.url) for alternate in seen.alternates] == [
        ("en", "https://example.org/knowledge/projects/finances/"),
        ("da", "https://example.org/knowledge/da/projects/finances/"),
        ("x-default", "https://example.org/knowledge/projects/finances/"),
    ]
    assert seen.canonical == seen.alternates[LANGUAGES.index(language)].url


def test_a_page_without_a_twin_names_only_itself(small_site: SmallSite) -> None:
    small_site.page("da", "alone", "# Alene {#alone}\n")
    assert [alternate.language for alternate in view(small_site, "da", "alone").alternates] == ["da"]
    small_site.page("en", "lonely", "# Lonely {#lonely}\n")
    assert [alternate.language for alternate in alternates(small_site.library(), SETTINGS, "lonely")] == ["en", "x-default"]


@pytest.mark.parametrize(
    ("language", "key", "twin"),
    [
        ("en", "index", "da/"),
        ("da", "index", ""),
        ("en", "projects/index", "da/projects/"),
        ("da", "projects/finances", "projects/finances/"),
    ],
)
def test_the_language_link_leads_to_the_twin(small_site: SmallSite, language: Language, key: str, twin: str) -> None:
    seen = view(small_site, language, key)
    assert seen.twin_path == twin
    assert {seen.language, seen.twin_language} == set(LANGUAGES)


def test_the_text_is_divided_after_the_main_heading(small_site: SmallSite) -> None:
    seen = view(small_site)
    assert seen.heading == '<h1 id="hello">Hello</h1>'
    assert seen.body == "\n<p>Text.</p>"


def test_a_text_without_a_main_heading_is_all_body(small_site: SmallSite) -> None:
    seen = view(small_site, html="<p>Text.</p>")
    assert (seen.heading, seen.body) == ("", "<p>Text.</p>")


def test_the_facts_are_written_in_the_language_of_the_page(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n", audience=["everyone", "teachers"], reviewed=date(2026, 5, 8))
    library = small_site.library()
    for language, reviewed, next_review in (
        ("en", "8 May 2026", "22 November 2027"),
        ("da", "8. maj 2026", "22. november 2027"),
    ):
        facts = page_view(library, SETTINGS, language, "index", HTML).facts  # type: ignore[arg-type]
        assert facts is not None
        assert (facts.reviewed, facts.review_by, facts.review_by_iso) == (reviewed, next_review, "2027-11-22")
        assert facts.kind_label == library.vocabularies["kinds"]["guidance"].label.in_language(language)  # type: ignore[arg-type]
        assert facts.audience == tuple(
            library.vocabularies["audiences"][name].label.in_language(language)  # type: ignore[arg-type]
            for name in ("everyone", "teachers")
        )


def test_the_links_for_editors_lead_to_the_file_and_to_the_issues(small_site: SmallSite) -> None:
    facts = view(small_site, "da").facts
    assert facts is not None
    assert facts.edit_url == "https://git.example.org/us/site/edit/main/docs/da/index.md"
    assert facts.report_url.startswith("https://git.example.org/us/site/issues/new?title=")
    assert "Side%3A%20%2Fda%2F" in facts.report_url


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (40, 1), (290, 1), (310, 2), (1000, 5)])
def test_the_time_to_read_is_counted_from_the_words(small_site: SmallSite, count: int, minutes: int) -> None:
    small_site.pages("index", "# Hello {#hello}\n\n" + "word " * (count - 1))
    facts = view(small_site).facts
    assert facts is not None
    assert facts.minutes == minutes


def test_only_the_first_page_is_the_home_page(small_site: SmallSite) -> None:
    small_site.pages("projects/index", "# Projects {#projects}\n")
    assert view(small_site).is_home
    assert view(small_site, "da").is_home
    assert not view(small_site, key="projects/index").is_home


def test_words_of_the_front_matter_are_escaped(small_site: SmallSite) -> None:
    small_site.pages(
        "index", "# Hello {#hello}\n", title='R&D <b>"x"</b>', summary='He said "no" & <i>left</i>, as is told below here.'
    )
    seen = view(small_site)
    assert seen.title == "R&amp;D &lt;b&gt;&#34;x&#34;&lt;/b&gt;"
    assert seen.description == "He said &#34;no&#34; &amp; &lt;i&gt;left&lt;/i&gt;, as is told below here."


def test_a_page_whose_front_matter_cannot_be_used_has_a_name_and_no_facts(small_site: SmallSite) -> None:
    small_site.write("docs/en/index.md", "# Hello {#hello}\n")
    seen = view(small_site)
    assert seen.title == "index"
    assert seen.description == ""
    assert seen.facts is None


def test_a_page_that_the_library_does_not_have_breaks_nothing(small_site: SmallSite) -> None:
    seen = view(small_site, key="gone")
    assert seen.title == "gone"
    assert seen.alternates == ()
    assert seen.facts is None


@pytest.mark.parametrize(("language", "own", "twin"), [("en", "404.html", "da/404.html"), ("da", "da/404.html", "404.html")])
def test_the_page_for_a_wrong_address_speaks_its_language_and_names_no_alternate(
    small_site: SmallSite, language: Language, own: str, twin: str
) -> None:
    library = small_site.library()
    seen = not_found_view(library, SETTINGS, language)
    assert seen.canonical == f"https://example.org/knowledge/{own}"
    assert seen.twin_path == twin
    assert seen.title == library.interface.say("not-found.title", language)
    assert seen.description == library.interface.say("not-found.lead", language)
    assert seen.alternates == ()
    assert seen.facts is None
    assert not seen.is_home


@pytest.mark.parametrize(
    ("address", "is_local"),
    [("http://127.0.0.1:8000/", True), ("http://localhost:8000/", True), ("https://example.org/", False)],
)
def test_a_page_served_on_this_machine_may_be_reloaded(small_site: SmallSite, address: str, is_local: bool) -> None:
    library = small_site.library()
    settings = Settings(address, "")
    assert page_view(library, settings, "en", "index", HTML).live_reload is is_local
    assert not_found_view(library, settings, "en").live_reload is is_local
