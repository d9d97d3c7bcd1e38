"""The quiet note at a section whose source has changed, from real versions in a repository to the page."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.content.page import git_blob_id
from knowledge.twins.history import GitVersions
from knowledge.twins.state import states
from selectolax.lexbor import LexborHTMLParser

from tests.markup.drawn import drawn, with_templates, words
from tests.small_site import SmallSite

FIRST = """# Rules {#rules}

Two rules.

## Offers are voluntary {#voluntary}

The offer is voluntary [@sheet]. See [the list](../index.md).

## Old rule {#old}

It went away.

## Last {#last}

The end.
"""
DANISH = """# Regler {#rules}

To regler.

## Tilbud er frivillige {#voluntary}

Tilbuddet er frivilligt [@sheet]. Se [listen](../index.md).

## Gammel regel {#old}

Den gik væk.

## Sidst {#last}

Slut.
"""

Change = Callable[..., LexborHTMLParser]


@pytest.fixture
def changed(small_site: SmallSite) -> Change:
    """Return a function that changes words of the source after its translation was made, and gives the translation's page."""
    with_templates(small_site)
    _git(small_site.root, "init", "--quiet")

    def change(*replaced: tuple[str, str], source: Language = "en") -> LexborHTMLParser:
        target: Language = "da" if source == "en" else "en"
        texts = {"en": FIRST, "da": DANISH} if source == "en" else {"da": FIRST, "en": DANISH}
        common = {"source_language": source, "reviewed": "2027-05-03", "review_by": "2028-05-03"}
        path = small_site.page(source, "about/rules", texts[source], title="Rules", **common)
        _git(small_site.root, "add", "docs")
        made_from = git_blob_id(path.read_bytes())
        small_site.page(target, "about/rules", texts[target], title="Regler", translated_from=made_from, **common)
        text = texts[source]
        for before, after in replaced:
            assert before in text
            text = text.replace(before, after)
        small_site.page(source, "about/rules", text, title="Rules", **common)
        return page_of(small_site.library(), target)

    return change


def page_of(library: Library, language: Language) -> LexborHTMLParser:
    found = {state.page.file: state for state in states(library, GitVersions(library.root))}
    return drawn(library, language, "about/rules", found)


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def test_a_changed_section_gets_a_note_right_after_its_heading_and_no_other_does(changed: Change) -> None:
    page = changed(("voluntary [@sheet]", "not compulsory [@sheet]"))
    assert len(page.css(".lag")) == len(page.css("#voluntary + .lag")) == 1
    assert words(page, ".lag > p") == ["Den engelske tekst i dette afsnit er ændret siden den 3. maj 2027."]
    assert words(page, ".lag summary") == ["Det er ændret"]
    assert (words(page, "del"), words(page, "ins")) == (["voluntary"], ["not compulsory"])
    assert {node.attributes["lang"] for node in page.css("del, ins")} == {"en"}


def test_the_note_leads_to_that_section_of_the_source(changed: Change) -> None:
    link = changed(("The end.", "The end of 2027.")).css_first(".lag a")
    assert link is not None and link.attributes["hreflang"] == "en"
    here = "https://example.org/da/about/rules/"
    assert urljoin(here, link.attributes["href"]) == "https://example.org/about/rules/#last"


def test_an_english_translation_of_a_danish_page_is_told_in_english(changed: Change) -> None:
    page = changed(("The end.", "Slutningen i 2027."), source="da")
    assert words(page, "#last + .lag > p") == ["The Danish text of this section has changed since 3 May 2027."]
    link = page.css_first(".lag a")
    assert link is not None
    assert urljoin("https://example.org/about/rules/", link.attributes["href"]) == "https://example.org/da/about/rules/#last"


def test_links_and_sources_that_changed_are_said_in_words(changed: Change) -> None:
    page = changed(("[@sheet]", "[@other]"), ("(../index.md)", "(../start.md)"))
    assert words(page, "del") == ["(kilde: sheet)", "(link: ../index.md)"]
    assert words(page, "ins") == ["(kilde: other)", "(link: ../start.md)"]


@pytest.mark.parametrize(
    "replaced", [("Two rules.", "**Two** rules."), ("The offer is", "The ofer is"), ("## Last", "## *Last*")]
)
def test_a_change_of_form_or_a_typing_error_is_told_to_nobody(changed: Change, replaced: tuple[str, str]) -> None:
    assert changed(replaced).css(".lag") == []


def test_new_and_dropped_sections_are_told_once_below_the_main_heading(changed: Change) -> None:
    page = changed(("## Old rule {#old}\n\nIt went away.", "## New *rule* {#new}\n\nIt came."))
    assert len(page.css(".lag")) == len(page.css("h1 + .lag")) == 1
    assert words(page, ".lag > p") == [
        "Siden den 3. maj 2027 har den engelske side fået afsnit, som endnu ikke står her:",
        "Siden den 3. maj 2027 er disse afsnit taget ud af den engelske side, men de står her endnu:",
    ]
    assert words(page, ".lag li") == ["New rule", "Old rule"]
    assert [node.attributes["href"] for node in page.css(".lag a")] == ["../../../about/rules/#new"]


def test_a_change_below_the_main_heading_stands_before_the_text_and_after_what_is_new(changed: Change) -> None:
    page = changed(("Two rules.", "Three rules."), ("## Last", "## More {#more}\n\nText.\n\n## Last"))
    assert [bool(node.css("details")) for node in page.css(".lag")] == [False, True]
    assert len(page.css("h1 + .lag + .lag")) == 1


def test_a_section_whose_heading_the_translation_lacks_is_told_below_the_main_heading(
    changed: Change, small_site: SmallSite
) -> None:
    changed(("The end.", "The end of 2027."))
    file = small_site.root / "docs/da/about/rules.md"
    file.write_text(file.read_text(encoding="utf-8").replace("{#last}", "{#sidst}"), encoding="utf-8")
    assert words(page_of(small_site.library(), "da"), "h1 + .lag ins") == ["of 2027"]


def test_the_source_itself_and_a_confirmed_translation_have_no_note(changed: Change, small_site: SmallSite) -> None:
    changed(("The end.", "The end of 2027."))
    library = small_site.library()
    assert page_of(library, "en").css(".lag") == []
    source = library.page("en", "about/rules")
    assert source is not None
    file = small_site.root / "docs/da/about/rules.md"
    old = library.page("da", "about/rules")
    assert old is not None and old.front is not None and old.front.translated_from is not None
    text = file.read_text(encoding="utf-8").replace(old.front.translated_from, source.blob_id)
    file.write_text(text, encoding="utf-8")
    assert page_of(small_site.library(), "da").css(".lag") == []


def test_a_page_is_made_without_notes_where_the_old_version_is_not_to_be_had(small_site: SmallSite) -> None:
    with_templates(small_site)
    small_site.page("en", "about/rules", FIRST, title="Rules")
    small_site.page("da", "about/rules", DANISH, title="Regler", translated_from="a" * 40)
    assert page_of(small_site.library(), "da").css(".lag") == []


def test_a_note_keeps_what_looks_like_html_in_the_source_as_words(changed: Change) -> None:
    page = changed(("The end.", "The end <script>alert(1)</script> & more."))
    assert page.css("script") == []
    assert "script" in " ".join(words(page, "ins"))
