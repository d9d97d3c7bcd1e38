"""Words in the data files are words: neither Markdown nor HTML is ever read in them."""

import re

import pytest
from knowledge.content.languages import Language

from tests.markup.rendering import Rendered, render, say
from tests.small_site import SOURCE, TERM, SmallSite

# Everything that Markdown, HTML or an extension would take for a mark of its own.
TRICKY = (
    """R&D &copy; &lt; <b onclick="x">"it's"</b> *x* _y_ `c` [@sheet] [l](http://a.b) <http://q.r> ![i](j) $k {.zz onclick=x}"""
)
ATTRIBUTES_BELOW = "Words\n{: .zz onclick=x }"


def both(text: str) -> dict[str, str]:
    return {"en": text, "da": text}


def fill(site: SmallSite, text: str) -> None:
    """Put a text into every field of every record that is free text."""
    site.data(
        "sources.yml",
        [{**SOURCE, "title": text, "publisher": text, "period": text, "held_by": text, "note": both(text)}],
    )
    site.data(
        "glossary.yml", [{**TERM, **{name: both(text) for name in ("term", "definition", "note")}, "avoid": both_lists(text)}]
    )
    site.data(
        "timeline.yml",
        [
            {"id": "dated", "date": "2009", "title": both(text), "text": both(text), "status": "held", "sources": ["sheet"]},
            {
                "id": "led",
                "date": "2010",
                "title": both(text),
                "text": both(text),
                "status": "held",
                "page": "index",
                "sources": ["sheet"],
            },
        ],
    )
    site.data(
        "finances.yml",
        [
            {
                **{"id": "b", "currency": "EUR", "total": 10, "sources": ["sheet"], "name": both(text), "note": both(text)},
                "parts": [{"id": "p", "name": both(text), "amount": 10}],
            }
        ],
    )
    site.data(
        "contacts.yml",
        [
            {
                **{"id": "c", "group": "now", "phone": "112", "checked": "2026-11-22", "sources": ["sheet"]},
                **{name: both(text) for name in ("name", "use", "hours", "find", "note", "checked_in")},
                "website": "https://example.org/?a=1&b=2",
            }
        ],
    )


def both_lists(text: str) -> dict[str, list[str]]:
    return {"en": [text], "da": [text]}


BLOCKS = {
    "finances": "/// finances | b\n///\n",
    "timeline": "/// timeline\n///\n",
    "glossary": "/// glossary\n///\n",
    "register": "/// sources-register\n///\n",
    "contacts": "/// contact-points | now\n///\n",
    "list": "Said [@sheet].\n",
    "meaning": "An [exit talk](term:exit-talk).\n",
}

# How often each block shows the text to the eye.
TIMES = {"finances": 3, "timeline": 4, "glossary": 6, "register": 5, "contacts": 7, "list": 5, "meaning": 2}


def shown(site: SmallSite, block: str, text: str, language: Language) -> Rendered:
    fill(site, text)
    return render(site, f"# Hello {{#hello}}\n\n{BLOCKS[block]}", language)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("block", BLOCKS)
def test_marks_in_the_data_are_shown_as_they_are_written(site: SmallSite, block: str, language: Language) -> None:
    page = shown(site, block, TRICKY, language)
    assert page.text.count(TRICKY) >= TIMES[block]
    assert not page.all("b, em, code, img, [onclick], .zz, a[href='http://a.b'], a[href='http://q.r']")


@pytest.mark.parametrize("block", BLOCKS)
def test_attributes_below_a_text_of_the_data_give_nothing_to_the_page(site: SmallSite, block: str) -> None:
    page = shown(site, block, ATTRIBUTES_BELOW, "en")
    assert page.text.count("Words {: .zz onclick=x }") >= TIMES[block]
    assert not page.all("[onclick], .zz")


@pytest.mark.parametrize("mark", ["[TOC]", "///Footnotes Go Here///"])
@pytest.mark.parametrize("block", BLOCKS)
def test_a_placeholder_in_the_data_holds_no_place(site: SmallSite, block: str, mark: str) -> None:
    fill(site, mark)
    page = render(site, f"# Hello {{#hello}}\n\n## Part {{#part}}\n\nText[^1].\n\n{BLOCKS[block]}\n[^1]: A footnote.\n")
    assert page.text.count(mark) >= TIMES[block]
    assert len(page.all("a[href='#part']")) == 1, "a table of contents would lead there too"


def test_labels_for_the_ear_are_escaped_too(site: SmallSite) -> None:
    page = shown(site, "list", TRICKY, "en")
    assert page.values("sup a", "aria-label") == say(site, "en", "citation", number=1, title=TRICKY)
    page = shown(site, "meaning", TRICKY, "en")
    assert page.values("[popover]", "aria-label") == say(site, "en", "definition.of", term=TRICKY)


def test_signs_that_no_page_may_hold_are_left_out(site: SmallSite) -> None:
    site.write(
        "docs/data/sources.yml",
        '- id: sheet\n  title: "C:\\vej\\bog"\n  publisher: "A\\x02B"\n  url: https://example.org/\n'
        "  language: da\n  read: 2026-11-22\n  extent: whole\n",
    )
    page = render(site, "Said [@sheet].\n")
    assert "C:ejog. AB, " in page.text


def test_the_page_that_surrounds_a_block_is_not_changed_by_it(site: SmallSite) -> None:
    fill(site, "Plain words")
    around = "Before &amp; *after* {.x} [TOC] 1/2\n\n"
    alone = render(site, around).html
    assert render(site, around + BLOCKS["timeline"]).html.startswith(alone)


def test_no_trace_of_the_marks_that_markdown_uses_within_remains(site: SmallSite) -> None:
    for block in BLOCKS:
        assert not re.search("[\x02\x03]", shown(site, block, TRICKY, "en").html)
