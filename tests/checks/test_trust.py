"""Markup trust: what an editor's text may not bring into a page."""

import re
import shutil
from collections.abc import Mapping

import pytest
from knowledge.checks.allowed_html import RESERVED
from knowledge.checks.rules.trust import trust
from knowledge.content.library import Library
from knowledge.markup.rendering import markdown_extensions

from tests.small_site import NAV, REPOSITORY, SmallSite

# The heading of a small page stands on line 12, its text begins on line 14.
TEXT = 14


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A small site whose Markdown has the extensions of the real one."""
    real = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    part = real[real.index("markdown_extensions:") : real.index("\nextra:")]
    small_site.write("mkdocs.yml", f"{NAV}{part}\n")
    assert markdown_extensions(small_site.root) == markdown_extensions(REPOSITORY)
    return small_site


def told(site: SmallSite, text: str, title: str = "A page") -> list[tuple[str, int]]:
    """Return the id and line of what is said of a text below the heading of the English page."""
    site.page("en", "index", f"# Hello {{#hello}}\n\n{text}\n", title=title)
    found = list(trust(site.library()))
    assert {one.file for one in found} <= {"docs/en/index.md"}
    return sorted((one.id, one.line) for one in found)


# What ran on a stock site: each kind of payload, and what is said of it on the line of the text.
PAYLOADS: Mapping[str, tuple[str, set[str]]] = {
    "script": ("<script>alert(1)</script>", {"trust-tag"}),
    "script from elsewhere": ('<script src="https://example.org/a.js"></script>', {"trust-tag"}),
    "handler on a picture": ('<img src="x" alt="a" onerror="alert(1)">', {"trust-attribute"}),
    "handler on a box": ('<div onmouseover="alert(1)">Words.</div>', {"trust-attribute"}),
    "attribute in braces": ("Words.\n{ onclick=alert(1) }", {"trust-attribute"}),
    "attribute of a heading": ("## Words {#words onclick=alert(1)}", {"trust-attribute"}),
    "link that runs": ("[Words](javascript:alert(1))", {"trust-link"}),
    "link by reference": ("[Words][a]\n\n[a]: javascript:alert(1)", {"trust-link"}),
    "link in a tag": ('<a href="javascript:alert(1)">Words</a>', {"trust-link"}),
    "Markdown in HTML": ('<div markdown="1" onclick="alert(1)">\n**Words**\n</div>', {"trust-attribute"}),
    "frame": ('<iframe srcdoc="<b>a</b>"></iframe>', {"trust-tag"}),
    "drawing with a program": ("<svg><script>alert(1)</script></svg>", {"trust-tag"}),
    "details that open by themselves": ("<details open ontoggle=alert(1)>a</details>", {"trust-attribute"}),
}


@pytest.mark.parametrize("kind", PAYLOADS)
def test_each_kind_of_payload_is_found_on_its_line(site: SmallSite, kind: str) -> None:
    text, expected = PAYLOADS[kind]
    found = told(site, text)
    assert {name for name, _ in found} == expected
    assert all(TEXT <= line <= TEXT + 2 for _, line in found)


def test_a_payload_in_a_title_is_found_on_the_line_of_the_title(site: SmallSite) -> None:
    assert told(site, "Text.", title='<img src="x" onerror="alert(1)">') == [("trust-title", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<object data="a.pdf"></object>', "trust-tag"),
        ('<embed src="a.swf">', "trust-tag"),
        ('<form action="a"><input name="cpr"></form>', "trust-tag"),
        ("Words <input type=checkbox> words.", "trust-tag"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org">', "trust-tag"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "trust-tag"),
        ('<base href="https://example.org/">', "trust-tag"),
        ("<style>body { display: none }</style>", "trust-tag"),
        ('<math><mi xlink:href="data:x">a</mi></math>', "trust-tag"),
        ('<video src="a.mp4" autoplay></video>', "trust-tag"),
        ("<marquee>Words</marquee>", "trust-tag"),
        ('<body onload="alert(1)">', "trust-tag"),
        ("Words.\n{ style=color:red }", "trust-attribute"),
        ("[Words](index.md){ target=_blank }", "trust-attribute"),
        ("[Words](index.md){ srcdoc=a }", "trust-attribute"),
        ('<p style="color: red">Words</p>', "trust-attribute"),
        ('<img src="a.png" alt="a" srcset="https://example.org/a.png 2x">', "trust-attribute"),
        ("[Words](data:text/html,a)", "trust-link"),
        ("[Words](jAvAsCrIpT:alert(1))", "trust-link"),
        ("[Words](&#106;avascript:alert(1))", "trust-link"),
        ("[Words](javascript&colon;alert(1))", "trust-link"),
        ("[Words](java\nscript:alert(1))", "trust-link"),
        ("[Words](<javascript:alert(1)>)", "trust-link"),
        ("[Words](vbscript:a)", "trust-link"),
        ("![Words](data:image/png;base64,AAAA)", "trust-link"),
        ('<img src="//example.org/a.png" alt="a" class="button">', None),
        ("Words.\n{ .header__tools }", "trust-class"),
        ("Words.\n{ .needs-script .md-toggle }", "trust-class"),
        ('<span class="visually-hidden">Words</span>', "trust-class"),
        ("/// note | Title <img src=x onerror=alert(1)>\nText.\n///", "trust-attribute"),
        ("/// tool | A\n    when: <script>a</script>\n\nText.\n///", "trust-tag"),
        ("> Words\n> { onclick=a }", "trust-attribute"),
        ("- One\n- Two [a](javascript:b)", "trust-link"),
        ("| a | b |\n| --- | --- |\n| [a](javascript:b) | c |", "trust-link"),
        ("Words.[^1]\n\n[^1]: [a](javascript:b)", "trust-link"),
    ],
)
def test_what_is_not_allowed_is_found(site: SmallSite, text: str, expected: str | None) -> None:
    names = {name for name, _ in told(site, text)}
    # A picture from elsewhere that can be read as one has a finding of its own, `image-outside`.
    assert names == ({expected} if expected else set())


def test_a_picture_from_elsewhere_that_cannot_be_read_as_one_is_found(site: SmallSite) -> None:
    assert told(site, '<img src="&#104;ttps://example.org/a.png" alt="a">') == [("trust-outside", TEXT)]


@pytest.mark.parametrize("name", [*RESERVED, "definition-exit", "source-sheet", "code-1", "__new"])
def test_an_id_of_the_page_around_the_text_is_found_on_its_line(site: SmallSite, name: str) -> None:
    assert told(site, f"Text.\n\n## Words {{#{name}}}\n\nText.") == [("trust-name", TEXT + 2)]


def test_every_id_of_the_templates_is_reserved(site: SmallSite) -> None:
    templates = [*REPOSITORY.glob("overrides/*.html"), *REPOSITORY.glob("overrides/partials/*.html")]
    named = {name for path in templates for name in re.findall(r'\sid="([^"{]+)"', path.read_text(encoding="utf-8"))}
    assert named
    assert named <= set(RESERVED)


@pytest.mark.parametrize("fence", ["```mermaid", "~~~ mermaid", "``` { .mermaid }", "- ```mermaid"])
def test_a_mermaid_diagram_is_found_on_the_line_of_its_fence(site: SmallSite, fence: str) -> None:
    marks = fence.lstrip("- ")[:3]
    assert ("trust-mermaid", TEXT) in told(site, f"{fence}\ngraph LR; a --> b\n{marks}")


def test_two_of_a_kind_are_told_on_the_line_of_each(site: SmallSite) -> None:
    text = "[a](javascript:a)\n\nText.\n\n[a](javascript:a)"
    assert told(site, text) == [("trust-link", TEXT), ("trust-link", TEXT + 4)]


def test_an_example_in_code_is_told_where_the_real_one_stands(site: SmallSite) -> None:
    assert told(site, "`<script>`\n\n<script>a</script>") == [("trust-tag", TEXT + 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Plain words with **bold**, *more* and a [link](index.md).",
        "[a](https://example.org/?a=b:c) [b](mailto:post@example.org) [c](tel:112) <https://example.org/>",
        "[Words](index.md){ .button .button--main }",
        "## Words {#words}\n\n- One\n- Two\n\n1. One\n2. Two",
        "| a | b |\n| --- | --: |\n| 1 | 2 |",
        "Words.[^1]\n\n[^1]: A note.",
        "Term\n:   What it means.",
        "Words [@sheet] and a [term](term:exit-talk).",
        '```html\n<script onclick="a">javascript:a</script>\n```',
        "`<script>` and `{ onclick=a }` and `javascript:a` are code.",
        "```python\nprint(1)\n```",
        "````text\n```mermaid\na\n```\n````",
        "A < B and C > D & E; data: 5; manuscript: none.",
        "/// note | Title\nText.\n///",
        "/// cue | Title\nText.\n///",
        'H<sub>2</sub>O, <abbr title="a">b</abbr>, <kbd>Esc</kbd><br>',
        "<!-- A note to editors: <script> -->\n\nText.",
        "Mermaid is a program, and the mermaid is a figure.",
        "> A quotation &ndash; with &nbsp; and &#8211;",
        "![A drawing](drawing.svg)",
    ],
)
def test_what_editors_write_is_left_in_peace(site: SmallSite, text: str) -> None:
    assert told(site, text) == []


def test_menu_titles_are_plain_words(site: SmallSite) -> None:
    site.write("mkdocs.yml", NAV.replace("- Home:", "- <b>Home</b>:").replace("Home: Forside", "<b>Home</b>: Forside"))
    assert [(one.id, one.file, one.line) for one in trust(site.library())] == [("trust-title", "mkdocs.yml", 3)]


def test_a_site_whose_settings_cannot_be_read_is_looked_at_all_the_same(small_site: SmallSite) -> None:
    small_site.write("mkdocs.yml", "nav: [")
    assert told(small_site, "Words.\n{ onclick=alert(1) }") == [("trust-attribute", TEXT + 1)]


def test_nothing_of_the_theme_is_needed(site: SmallSite) -> None:
    shutil.rmtree(site.root / "overrides", ignore_errors=True)
    assert told(site, "/// sources-register\n///\n\n/// case\n<b>Words</b> [@sheet]\n///") == []


def test_the_real_pages_hold_only_what_is_allowed(library: Library) -> None:
    assert list(trust(library)) == []
