"""Headings, quotation marks and HTML that would be shown otherwise than they are meant, and texts that end in mid-air."""

import pytest

from tests.checks.said import said
from tests.small_site import SmallSite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Headings.
        ("Title {#title}\n---\n\nText.\n", [("heading-underlined", 1)]),
        ("Text.\n\n ## Title {#title}\n\nText.\n", [("heading-indented", 3)]),
        ("##Title {#title}\n\nText.\n", [("heading-tight", 1)]),
        ("#tagged words begin this line.\n", [("heading-tight", 1)]),
        # Quotation marks of a word processor.
        ("See [that](index.md “the title”).\n", [("quotes-in-mark", 1)]),
        ("A paragraph.\n{: title=”words”}\n", [("quotes-in-mark", 2)]),
        ("<span lang=“da”>ord</span>.\n", [("quotes-in-mark", 1)]),
        # Raw HTML.
        ("<div>\nText.\n</div>\n", [("html-raw", 1), ("html-raw", 3)]),
        ("It is <b>bold</b>.\n", [("html-raw", 1)]),
        ("Write to <name of the school>.\n", [("html-unknown", 1)]),
        ("Watch <iframe src='index.md'></iframe>.\n", [("trust-tag", 1)]),
        # Endings.
        ("See [the three lev", [("text-cut-off", 1)]),
        ("See [the levels](levels.m", [("text-cut-off", 1)]),
        ("It was so [@she", [("text-cut-off", 1)]),
        ("Text.\n\nIt is **very impor", [("text-cut-off", 3)]),
        ("Text.\n\nThis goes on and", [("text-ends-open", 3)]),
        ("Text.\n\nBring with you:\n", [("text-ends-open", 3)]),
        ("Text.\n\n## Next {#next}\n", [("section-empty", 3)]),
        ("Text.\n\n## Next {#next}\n\n## Last {#last}\n\nText.\n", [("section-empty", 3)]),
        # Boxes and tabs of other tools.
        ("!!note\n    Text.\n", [("admonition-form", 1)]),
        ("!!! note\n    Text.\n", [("admonition-form", 1)]),
        ("=== Tab\n\n    Text.\n", [("tab-form", 1)]),
    ],
)
def test_a_form_that_would_go_wrong_is_found_on_its_line(
    small_site: SmallSite, text: str, expected: list[tuple[str, int]]
) -> None:
    assert said(small_site, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## Title {#title}\n\nText.\n",
        "Text.\n\n---\n\nText.\n",
        "    ## code, not a heading\n\nText.\n",
        "\\#tagged words begin this line.\n",
        'See [“that”](index.md "the title").\n',
        'A paragraph.\n{: title="“words”"}\n',
        "Set {x = “y”} as the book says.\n",
        'One line.<br>\nH<sub>2</sub>O, <abbr title="x">X</abbr>.\n',
        "If a < b and c > d.\n",
        "Write `<name>` in code, or <årstal>, which is no tag.\n",
        "See [it](<index.md>).\n",
        "See [a list](https://example.org/[one).\n",
        "See [the levels](index.md)",
        "It was so [@sheet]",
        "It is *so*",
        "Ends with a list:\n\n- one\n- two",
        "/// note | T\nText without a full stop\n///\n",
        "## Next {#next}\n\n### Below {#below}\n\nText.\n",
        "Wow!! So many signs.\n",
        "Text with == signs == within.\n",
        "What?\n",
    ],
)
def test_a_form_that_is_shown_as_it_is_meant_is_passed(small_site: SmallSite, text: str) -> None:
    assert said(small_site, text) == []
