"""Checks of a finished site, each on a few small files: one that passes, one that fails, one that is exempt."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from knowledge.checks.built import check_site, dead_links
from knowledge.checks.catalogue import catalogue, words
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES

from tests.small_site import SmallSite

SITE = "https://example.org/"
ALTERNATES = (
    f'<link rel="alternate" hreflang="en" href="{SITE}"><link rel="alternate" hreflang="da" href="{SITE}da/">'
    f'<link rel="alternate" hreflang="x-default" href="{SITE}">'
)


def html(  # noqa: PLR0917 (the parts of a page)
    language: str = "en",
    canonical: str = SITE,
    body: str = "<h1>Hello</h1>",
    head: str = ALTERNATES,
    title: str | None = None,
    summary: str | None = None,
) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title or f"Title {language} {canonical}"}</title>'
        f'<meta name="description" content="{f"Summary {language} {canonical}" if summary is None else summary}">'
        f'<link rel="canonical" href="{canonical}">{head}</head><body>{body}</body></html>'
    )


RIGHT = {
    "index.html": html(),
    "da/index.html": html("da", f"{SITE}da/"),
    "404.html": html("en", f"{SITE}404.html", head=""),
    "da/404.html": html("da", f"{SITE}da/404.html", head=""),
}


def changed(*parts: tuple[str, str], file: str = "index.html") -> dict[str, str]:
    """Return the right site with words of one file replaced."""
    text = RIGHT[file]
    for before, after in parts:
        assert before in text
        text = text.replace(before, after)
    return {**RIGHT, file: text}


def body(inner: str, file: str = "index.html", **others: str) -> dict[str, str]:
    return {**changed(("<h1>Hello</h1>", f"<h1>Hello</h1>{inner}"), file=file), **others}


def head(inner: str) -> dict[str, str]:
    return changed(("</head>", f"{inner}</head>"))


def more(path: str, **fields: str) -> dict[str, str]:
    """Return the right site with a further pair of twins."""
    twins = {tongue: f"{SITE}{'da/' if tongue == 'da' else ''}{path}/" for tongue in LANGUAGES}
    links = "".join(
        f'<link rel="alternate" hreflang="{name}" href="{address}">'
        for name, address in [*twins.items(), ("x-default", twins["en"])]
    )
    return {
        **RIGHT,
        f"{path}/index.html": html("en", twins["en"], head=links, **fields),
        f"da/{path}/index.html": html("da", twins["da"], head=links),
    }


# For each check: sites that it has nothing to say about, and sites with the file and the words of what it finds.
PASSING: Mapping[str, list[dict[str, str]]] = {
    "built-link": [
        body('<a href="da/">x</a><a href="/da/index.html">x</a><a href="#here" id="here">x</a>'),
        body(
            '<a href="da/#there">x</a><img src="a%20b.png" alt="">',
            **{"a b.png": "", "da/index.html": RIGHT["da/index.html"].replace("<h1>", '<h1 id="there">')},
        ),
    ],
    "built-language": [RIGHT],
    "built-twin-address": [RIGHT, more("about")],
    "built-title-double": [RIGHT, more("about")],
    "built-description-missing": [RIGHT],
    "built-heading": [RIGHT],
    "built-id-double": [body('<p id="a">x</p><p id="b">x</p>')],
    "built-third-party": [
        body('<img src="/a.png" alt=""><script src="a.js"></script>', **{"a.png": "", "a.js": ""}),
        head('<link rel="stylesheet" href="a.css"><link rel="icon" href="data:,">') | {"a.css": ""},
    ],
    "built-inline": [body('<script src="a.js"></script><p class="one" data-style="x">x</p>', **{"a.js": ""})],
}

FAILING: Mapping[str, list[tuple[dict[str, str], list[tuple[str, str]]]]] = {
    "built-link": [
        (body('<a href="/gone/">x</a>'), [("site/index.html", "/gone")]),
        (body('<a href="#gone">x</a>', "da/index.html"), [("site/da/index.html", "/da/index.html#gone")]),
        (body('<img src="væk%20nu.png" alt="">', "404.html"), [("site/404.html", "/væk nu.png")]),
        (
            body('<a href="b/">x</a><a href="a/">x</a>', "da/404.html"),
            [("site/da/404.html", "/da/a"), ("site/da/404.html", "/da/b")],
        ),
    ],
    "built-language": [
        (changed(('lang="da"', 'lang="en"'), file="da/index.html"), [("site/da/index.html", "“en”; expected is “da”")]),
        (changed(('lang="en"', 'lang="da"')), [("site/index.html", "“da”; expected is “en”")]),
        (changed((' lang="da"', ""), file="da/404.html"), [("site/da/404.html", "“”; expected is “da”")]),
    ],
    "built-twin-address": [
        (
            changed(
                (f'hreflang="en" href="{SITE}"', f'hreflang="en" href="{SITE}other/"'),
                ("x-default", "x-other"),
                file="da/index.html",
            ),
            [("site/da/index.html", f"{SITE}other/"), ("site/da/index.html", "hreflang")],
        ),
        (
            changed((f'href="{SITE}da/"', 'href="/da/"')),
            [("site/da/index.html", SITE), ("site/da/index.html", SITE), ("site/index.html", "/da/")],
        ),
        (
            changed((ALTERNATES, "")),
            [("site/da/index.html", SITE), ("site/da/index.html", SITE), ("site/index.html", "hreflang")],
        ),
    ],
    "built-title-double": [
        (more("about", title=f"Title en {SITE}"), [("site/index.html", "The title is the same as on about/index.html")]),
        (
            more("about", summary=f"Summary en {SITE}"),
            [("site/index.html", "The description is the same as on about/index.html")],
        ),
    ],
    "built-description-missing": [
        (changed((f"Summary en {SITE}", " ")), [("site/index.html", "no description")]),
        (changed(('name="description"', 'name="other"'), file="da/404.html"), [("site/da/404.html", "no description")]),
    ],
    "built-heading": [
        (changed(("h1", "h2")), [("site/index.html", "0 main headings")]),
        (body("<h1>Again</h1>", "da/404.html"), [("site/da/404.html", "2 main headings")]),
    ],
    "built-id-double": [
        (body('<p id="a">x</p><p id="a">x</p><p id="a">x</p>'), [("site/index.html", "“a” stands 3 times")]),
    ],
    "built-third-party": [
        (body(f'<{tag} {name}="https://cdn.example/x">'), [("site/index.html", "https://cdn.example/x")])
        for tag, name in (
            *(("script", "src"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("embed", "src"), ("object", "data")),
            *(("video", "src"), ("video", "poster"), ("audio", "src"), ("source", "src"), ("track", "src"), ("input", "src")),
        )
    ]
    + [
        (body('<img src="//cdn.example/x" alt="">'), [("site/index.html", "//cdn.example/x")]),
        (
            body('<img srcset="a.png 1x, https://cdn.example/b.png 2x" alt="">', **{"a.png": ""}),
            [("site/index.html", "https://cdn.example/b.png")],
        ),
        (body('<img src="http://[half" alt="">'), [("site/index.html", "http://[half")]),
    ]
    + [
        (head(f'<link rel="{relation}" href="https://cdn.example/x">'), [("site/index.html", "https://cdn.example/x")])
        for relation in (
            "stylesheet",
            "StyleSheet",
            "shortcut icon",
            "preload",
            "modulepreload",
            "preconnect",
            "dns-prefetch",
            "manifest",
        )
    ],
    "built-inline": [
        (body("<script>x()</script>"), [("site/index.html", "<script>")]),
        (body('<script type="module">x()</script>'), [("site/index.html", "<script>")]),
        (head("<style>p{}</style>"), [("site/index.html", "<style>")]),
        (body('<p style="color:red">x</p>', "da/index.html"), [("site/da/index.html", "style=")]),
        (body('<p ONCLICK="x()">x</p>'), [("site/index.html", "onclick=")]),
        (changed(("<body>", '<body onload="x()">')), [("site/index.html", "onload=")]),
    ],
}

EXEMPT: Mapping[str, dict[str, str]] = {
    # A link to another site is its reader's to follow; no network is asked.
    "built-link": body('<a href="https://gone.example/">x</a><a href="mailto:a@gone.example">x</a><a href="tel:112">x</a>'),
    # Words of the other language may stand on a page.
    "built-language": body('<section lang="da"><p>Hej</p></section>'),
    # No language has a page where no page is.
    "built-twin-address": {name: text for name, text in RIGHT.items() if "404" not in name} | {"404.html": RIGHT["404.html"]},
    # The two languages may use the same words, and so may the pages for a wrong address.
    "built-title-double": {
        **{name: text.replace(f"Title da {SITE}da/", f"Title en {SITE}") for name, text in RIGHT.items()},
        "404.html": html("en", f"{SITE}404.html", head="", title=f"Title en {SITE}"),
    },
    # What is no page needs no description.
    "built-description-missing": {**RIGHT, "data/sources.json": "[]", "feed.xml": "<x/>"},
    # Headings of sections are no main headings.
    "built-heading": body("<h2>One</h2><h2>Two</h2><p>h1</p>"),
    # Each page has its own ids.
    "built-id-double": {**body('<p id="a">x</p>'), "404.html": body('<p id="a">x</p>', "404.html")["404.html"]},
    # A link loads nothing, and addresses of the site itself may be whole.
    "built-third-party": body('<a href="https://example.com/">x</a>'),
    # Data is no program.
    "built-inline": body('<script type="application/json">{}</script><script type="application/ld+json">{}</script>'),
}


def findings(root: SmallSite, site: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return check_site(root.library(), site)


def test_every_check_of_the_finished_site_is_tried_here() -> None:
    known = {name for name in catalogue() if name.startswith("built-")}
    assert set(PASSING) == set(FAILING) == set(EXEMPT) == known


@pytest.mark.parametrize(("name", "at"), [(name, at) for name, sites in PASSING.items() for at in range(len(sites))])
def test_a_right_site_has_no_findings(small_site: SmallSite, tmp_path: Path, name: str, at: int) -> None:
    assert findings(small_site, tmp_path / "site", PASSING[name][at]) == ()


@pytest.mark.parametrize(("name", "at"), [(name, at) for name, sites in FAILING.items() for at in range(len(sites))])
def test_a_wrong_site_is_told_with_the_file_and_what_is_wrong(
    small_site: SmallSite, tmp_path: Path, name: str, at: int
) -> None:
    files, expected = FAILING[name][at]
    found = [entry for entry in findings(small_site, tmp_path / "site", files) if entry.id == name]
    assert [entry.file for entry in found] == [file for file, _ in expected]
    for entry, (_, said) in zip(found, expected, strict=True):
        assert said in words(entry, "en").what
        assert words(entry, "da").what


@pytest.mark.parametrize("name", EXEMPT)
def test_what_only_looks_wrong_is_left_alone(small_site: SmallSite, tmp_path: Path, name: str) -> None:
    found = findings(small_site, tmp_path / "site", EXEMPT[name])
    assert [entry for entry in found if entry.id == name] == []


@pytest.mark.parametrize("folder", ["a site", "site [1]", "*", "{a,b}", "æøå", "100%20", "what?", "a#b"])
def test_dead_links_are_found_whatever_the_folder_is_called(tmp_path: Path, folder: str) -> None:
    site = tmp_path / folder
    (site / "sub").mkdir(parents=True)
    (site / "index.html").write_text('<a href="/gone/">x</a><a href="/sub/">x</a>', encoding="utf-8")
    (site / "sub" / "index.html").write_text('<a href="../#gone">x</a>', encoding="utf-8")
    assert [(found.file, found.details["target"]) for found in dead_links(site)] == [
        ("site/index.html", "/gone"),
        ("site/sub/index.html", "/#gone"),
    ]


def test_a_site_that_is_to_stand_below_a_path_may_begin_its_links_with_it(small_site: SmallSite, tmp_path: Path) -> None:
    moved = {name: text.replace(SITE, f"{SITE}our/site/") for name, text in RIGHT.items()}
    links = '<a href="/our/site/">x</a><a href="/our/site">x</a><a href="/our/site/da/">x</a><a href="/our/site/gone/">x</a>'
    moved["404.html"] = moved["404.html"].replace("</body>", f"{links}</body>")
    found = findings(small_site, tmp_path / "site", moved)
    assert [(entry.id, entry.file, entry.details["target"]) for entry in found] == [("built-link", "site/404.html", "/gone")]


def test_a_site_named_by_a_relative_path_is_checked_too(
    small_site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = findings(small_site, Path("site"), body('<a href="gone/">x</a>'))
    assert [(entry.id, entry.file) for entry in found] == [("built-link", "site/index.html")]


def test_a_page_that_is_not_saved_as_utf_8_is_checked_all_the_same(small_site: SmallSite, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_bytes(b"<h1>\xe6</h1><h1>\xe6</h1>")
    assert "built-heading" in {found.id for found in findings(small_site, site, RIGHT)}
