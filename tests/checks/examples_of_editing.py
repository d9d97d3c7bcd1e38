"""One way to break a small site for each check of form: accidents, structure, links, pictures, figures, reviews, addresses."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO

from knowledge.checks.rules.reviews import reviews_on
from knowledge.content.findings import Finding
from knowledge.content.ledger import LEDGER
from knowledge.content.library import Library
from PIL import Image

from tests.checks.broken import EN, Example, in_bytes, in_file, in_front, in_records, in_text, say
from tests.small_contacts import CONTACTS
from tests.small_site import NAV, SOURCE, SmallSite

REDIRECTS = "docs/data/redirects.yml"
# The small site's addresses; what a test adds stands on line 5.
LISTED = "/\n/#hello\n/da/\n/da/#hello\n"


def _picture(form: str, size: tuple[int, int] = (8, 6), more: int = 0) -> bytes:
    file = BytesIO()
    Image.new("RGB", size).save(file, form)
    return file.getvalue() + bytes(more)


def in_picture(name: str, content: bytes) -> Example:
    """Return the example of a picture that the English page shows."""

    def make(site: SmallSite) -> None:
        site.write(f"docs/assets/{name}", content)
        say(site, f"![Two people talk](../assets/{name})")

    return Example(f"docs/assets/{name}", 1, make)


def in_description(words: str) -> Example:
    """Return the example of a picture's description."""

    def make(site: SmallSite) -> None:
        site.write("docs/assets/talk.svg", "<svg/>")
        say(site, f"![{words}](../assets/talk.svg)")

    return Example(EN, 14, make)


def in_ledger(more: str, line: int = 5) -> Example:
    """Return the example of a line that follows the addresses of the small site."""
    return Example(LEDGER, line, lambda site: site.write(LEDGER, LISTED + more))


def _own_address(site: SmallSite) -> None:
    site.write("mkdocs.yml", f"site_url: https://knowledge.example/\n{NAV}")
    say(site, "[ethics](https://knowledge.example/about/)")


def _new_section(site: SmallSite) -> None:
    site.write(LEDGER, LISTED)
    site.pages("index", "# Hello {#hello}\n\nText.\n\n## More {#more}\n\nText.\n")


def _on(day: str) -> Callable[[Library], list[Finding]]:
    return lambda library: list(reviews_on(library, date.fromisoformat(day)))


def _contact_page(site: SmallSite, **front: str) -> None:
    site.data("contacts.yml", CONTACTS)
    site.pages("index", "# Who {#who}\n\n/// contact-points | now\n///\n", **front)


def _nothing(site: SmallSite) -> None:
    """Leave the site as it is: only the day breaks it."""


EDITING: Mapping[str, Example] = {
    "merge-conflict": in_text("<<<<<<< HEAD"),
    "front-matter-open": in_file(EN, "---\ntitle: A\n"),
    "invisible-character": in_text("A zero\u200bwidth space."),
    "turning-character": in_text("Turned \u202ehere."),
    "text-garbled": in_text("LÃ¦rer."),
    "hard-space-mark": in_text("\u00a0- a"),
    "hard-space-run": in_text("Two\u00a0\u00a0here."),
    "yaml-tab": in_file("docs/data/contacts.yml", "- id: a\n\tname: b\n", 2),
    "yaml-quotes": in_front(EN, 2, title="”A”"),
    "yaml-hard-space": in_bytes(lambda content: content.replace(b"kind: ", "kind:\u00a0".encode()), 4),
    "yaml-colon": in_bytes(lambda content: content.replace(b"title: A", b"title: A: b"), 2),
    "table-no-head": in_text("| a | b |\n| c | d |"),
    "table-tight": in_text("Text.\n| a | b |\n|---|---|\n| c | d |", 15),
    "table-rule": in_text("| a | b |\n|---|\n| c | d |", 15),
    "table-head-empty": in_text("| a | |\n|---|---|\n| c | d |"),
    "table-row-short": in_text("| a | b |\n|---|---|\n| c |", 16),
    "table-row-long": in_text("| a | b |\n|---|---|\n| c | d | e |", 16),
    "list-tight": in_text("Text:\n- a\n- b", 15),
    "list-indent": in_text("- a\n  - b", 15),
    "list-mixed": in_text("- a\n1. b", 15),
    "list-number": in_text("8. maj 2012."),
    "list-sign": in_text("• a\n• b"),
    "heading-indented": in_text(" ## Moved {#moved}"),
    "heading-underlined": Example(EN, 14, lambda site: site.pages("index", "# A {#a}\n\nB {#b}\n---\n\nText.\n")),
    "quotes-in-mark": in_text("[a](index.md “b”)"),
    "html-raw": in_text("It is <b>bold."),
    "html-unknown": in_text("Write to <name>."),
    "text-cut-off": in_text("See [the lev"),
    "text-ends-open": in_text("This goes on and"),
    "section-empty": Example(EN, 14, lambda site: site.pages("index", "# A {#a}\n\n## B {#b}\n")),
    "link-windows": in_text("[a](b\\c.md)"),
    "link-case": in_text("[a](Index.md)"),
    "link-text": in_text("[here](index.md)"),
    "link-text-empty": in_text("[](index.md)"),
    "link-text-bare": in_text("https://example.org/a"),
    "link-text-double": in_text("[a](index.md) and [a](#hello)."),
    "link-insecure": in_text("[a](http://example.org/a)"),
    "link-own-site": Example(EN, 14, _own_address),
    "link-language": in_text("[a](../da/index.md)"),
    "link-incomplete": in_text("[a](www.example.org)"),
    "image-format": in_picture("a.gif", _picture("GIF")),
    "image-broken": in_picture("a.png", b"no picture"),
    "image-misnamed": in_picture("a.png", _picture("JPEG")),
    "image-too-large": in_picture("a.png", _picture("PNG", more=8_000_000)),
    "image-too-wide": in_picture("a.png", _picture("PNG", (2001, 2))),
    "image-alt-name": in_description("talk.svg"),
    "image-alt-begins": in_description("Picture of two people"),
    "figure-uncited": Example(EN, 14, lambda site: site.pages("index", "# A {#a}\n\nThere were 90.\n", kind="sourced")),
    "review-overdue": Example(EN, 8, _nothing, look=_on("2027-11-23")),
    "review-overdue-urgent": Example(EN, 8, _contact_page, look=_on("2027-11-23")),
    "review-soon": Example(EN, 8, _nothing, look=_on("2027-11-22")),
    "reviewed-ahead": Example(EN, 7, _nothing, look=_on("2026-11-20")),
    "review-too-late": Example(EN, 8, lambda site: _contact_page(site, review_by="2028-01-01")),
    "source-unused": in_records("sources.yml", [SOURCE, {**SOURCE, "id": "new"}], 9),
    "file-unused": in_file("docs/assets/a.svg", "<svg/>"),
    "file-stray": in_file("docs/en/~$a.docx", b"x"),
    "address-vanished": in_ledger("/old/\n/da/old/\n"),
    "anchor-vanished": in_ledger("/#gone\n/da/#gone\n"),
    "ledger-line": in_ledger("about/ethics.md\n"),
    "address-unlisted": Example(EN, 16, _new_section),
    "redirect-living": in_records("redirects.yml", [{"from": "index", "to": "index"}]),
    "redirect-dead": in_records("redirects.yml", [{"from": "old", "to": "gone"}]),
}
