"""One way to break a small site for each check of the catalogue, with the file and line where that is to be told."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.checks.rules.translations import touched
from knowledge.content.page import git_blob_id

from tests.checks.broken import (
    DA,
    EN,
    EVENT,
    Example,
    in_both,
    in_bytes,
    in_file,
    in_front,
    in_link,
    in_navigation,
    in_records,
    in_text,
    say,
)
from tests.checks.examples_of_editing import EDITING
from tests.small_diagrams import STEP, diagram
from tests.small_site import SOURCE, TERM, SmallSite
from tests.small_worksheets import FIELD, add_worksheet, sheet, with_fields


def _badly_named(site: SmallSite) -> None:
    folder = os.fsencode(site.root / "docs/en")
    Path(os.fsdecode(folder + b"/opl\xe6g.txt")).write_text("Words.\n", encoding="utf-8")


def _two_names(site: SmallSite) -> None:
    site.write("docs/en/Note.txt", "One.\n")
    site.write("docs/en/note.txt", "Two.\n")


def _undescribed(site: SmallSite) -> None:
    site.write("docs/assets/a.svg", "<svg/>")
    say(site, "![](../assets/a.svg)")


def _avoided(site: SmallSite) -> None:
    site.data("glossary.yml", [{**TERM, "avoid": {"en": ["exit interview"]}}])
    say(site, "An exit interview.")


@dataclass(frozen=True)
class KeptVersions:
    """Earlier versions kept at hand instead of in a repository."""

    texts: Mapping[str, str]
    complete: bool = True

    def text(self, blob_id: str) -> str | None:
        return self.texts.get(blob_id)


def in_translation(before: str | None, changed: str) -> Example:
    """Return the example of a translation whose source said something else before, when one file is changed."""
    text = f"---\ntitle: A\n---\n# Hello {{#hello}}\n\n{before}\n"
    blob = git_blob_id(text.encode())
    versions = KeptVersions({} if before is None else {blob: text})

    def make(site: SmallSite) -> None:
        say(site, "There were 20 people.")
        site.page("da", "index", "# Hej {#hello}\n\nDer var 20 personer.\n", translated_from=blob)

    return Example(DA, 11, make, look=lambda library: touched(library, versions, frozenset({changed})))


HURRIED = "docs/en/handbook/talk/opening.md"
WORKSHEET = "docs/data/worksheets/note.yml"
PACKS = "docs/data/packs.yml"
CARDS = "".join(f"\n/// action-card | x\n    level: {level}\n\nAct.\n///\n" for level in ("now", "soon", "talk"))


def in_a_hurry(body: str, line: int) -> Example:
    """Return the example of a page that is read in a hurry, in both languages."""
    return Example(HURRIED, line, lambda site: site.pages("handbook/talk/opening", f"# Open {{#open}}\n{body}"), IN_NO_MENU)


# Pages that a small site's menu does not know.
IN_NO_MENU = frozenset({"nav-entry-missing"})


# A sheet with the wrong name cannot be found under the right one.
_UNNAMED = IN_NO_MENU | {"worksheet-no-page", "pack-tool-unknown", "block-argument"}


def _not_shown(site: SmallSite) -> None:
    add_worksheet(site)
    site.page("da", "handbook/tools/note", "# En note {#note}\n\nTekst.\n")


def in_worksheet(line: int, record: Mapping[str, object]) -> Example:
    return Example(WORKSHEET, line, lambda site: add_worksheet(site, record), IN_NO_MENU)


def in_pack(pack: Mapping[str, object]) -> Example:
    return Example(PACKS, 1, lambda site: add_worksheet(site, pack=pack), IN_NO_MENU)


_ENDLESS = {"id": "endless", "label": {"en": "W" * 40, "da": "Kort"}}


EXAMPLES: Mapping[str, Example] = {
    **EDITING,
    "cards-uneven": in_a_hurry("\nText.\n", 12),
    "card-late": in_a_hurry(f"\n{'Word ' * 130}\n{CARDS}", 16),
    "worksheet-file-name": Example(WORKSHEET, 1, lambda site: add_worksheet(site, sheet(id="other")), _UNNAMED),
    "worksheet-no-page": Example(WORKSHEET, 1, _not_shown, IN_NO_MENU),
    "worksheet-asks-who": in_worksheet(19, with_fields({**FIELD, "label": {"en": "Name", "da": "Rolle"}})),
    "diagram-word-long": in_records("diagrams.yml", [diagram(parts=[STEP, _ENDLESS])]),
    "pack-tool-unknown": in_pack({"id": "teacher", "tools": ["notes"]}),
    "pack-role-unknown": in_pack({"id": "teachers", "tools": ["note"]}),
    "file-not-utf8": in_bytes(lambda content: content + b"Bl\xe5 b\xe6r.\n", 15),
    "file-bom": in_bytes(lambda content: b"\xef\xbb\xbf" + content),
    "file-line-ends": in_bytes(lambda content: content.replace(b"\n", b"\r\n")),
    "file-outside": in_link("../../../elsewhere.md"),
    "file-broken-link": in_link("gone.md"),
    "file-name": Example("docs/en/opl\\xe6g.txt", 1, _badly_named),
    "file-case-clash": Example("docs/en/note.txt", 1, _two_names),
    "file-misplaced": in_file("docs/stray.md", "# Stray {#stray}\n"),
    "page-too-large": in_bytes(lambda content: content + b"Words.\n" * 300_000),
    "page-empty": Example(EN, 12, lambda site: site.page("en", "index", ""), frozenset({"headings-differ"})),
    "front-matter-missing": in_file(EN, "# Hello {#hello}\n\nText.\n"),
    "front-matter-yaml": in_file(EN, "---\ntitle: A\nsummary: ]\n---\n# Hello {#hello}\n", 3),
    "data-yaml": in_file("docs/data/contacts.yml", "- id: a\n  name: ]\n", 2),
    "data-not-a-list": in_file("docs/data/contacts.yml", "id: a\n"),
    "data-double-id": in_records("sources.yml", [SOURCE, SOURCE], 9),
    "field-missing": in_front(EN, 2, title=None),
    "field-unknown": in_front(EN, 11, colour="red"),
    "field-wrong": in_front(EN, 7, reviewed="soon"),
    "fence-open": in_text("```\ncode"),
    "block-open": in_text("/// note | Title\nText."),
    "block-stray": in_text("///"),
    "block-unknown": in_text("/// box\n///"),
    "block-argument": in_text("/// finances | nothing\n///"),
    "admonition-form": in_text("!!! note"),
    "tab-form": in_text('=== "Tab"'),
    "snippet-form": in_text('--8<-- "file.md"'),
    "heading-tight": in_text("#tight"),
    "html-open": in_text("<div>"),
    "html-stray": in_text("</div>"),
    "twin-missing": Example(
        "docs/da/alone.md", 1, lambda site: site.page("da", "alone", "# Alone {#alone}\n"), frozenset({"nav-entry-missing"})
    ),
    "headings-differ": Example(DA, 12, lambda site: site.page("da", "index", "# Hej {#hej}\n\nTekst.\n")),
    "front-matter-differs": in_front(DA, 9, owner="history-editor"),
    "heading-missing": in_both("Text.\n"),
    "heading-second": in_both("# A {#a}\n\n# B {#b}\n", 14),
    "heading-skips": in_both("# A {#a}\n\n### B {#b}\n", 14),
    "heading-no-id": in_both("# A\n"),
    "id-double": in_text("[a](index.md){#hello}"),
    "vocabulary-unknown": Example(EN, 4, lambda site: site.pages("index", "# Hello {#hello}\n", kind="poem")),
    "link-dead": in_text("[a](gone.md)"),
    "link-anchor": in_text("[a](#gone)"),
    "link-absolute": in_text("[a](/about/ethics.md)"),
    "link-built": in_text("[a](../da/)"),
    "image-missing": in_text("![A picture](gone.svg)"),
    "image-outside": in_text("![A picture](https://example.org/a.svg)"),
    "image-alt": Example(EN, 14, _undescribed),
    "reference-undefined": in_text("[words][gone]"),
    "footnote-undefined": in_text("Text[^gone]."),
    "source-unknown": in_text("Text [@gone]."),
    "term-unknown": in_text("A [word](term:gone)."),
    "record-page-unknown": in_records("timeline.yml", [EVENT, {**EVENT, "id": "next", "page": "gone"}], 12),
    "nav-page-missing": in_navigation("  - gone.md\n", 4),
    "nav-entry-missing": Example("docs/en/new.md", 1, lambda site: site.pages("new", "# New {#new}\n")),
    "nav-double": in_navigation("  - index.md\n", 4),
    "nav-untranslated": in_navigation("  - Untold:\n", 4),
    "translation-undeclared": Example(DA, 10, lambda site: None),
    "translation-needless": in_front(EN, 11, translated_from="a" * 40),
    "translation-left-behind": in_translation("There were 15 people.", DA),
    "translation-lags": in_translation("There were 15 people.", EN),
    "translation-unknown": in_translation(None, EN),
    "facts-differ": Example(DA, 12, lambda site: say(site, "There were 20 people.")),
    "term-avoided": Example(EN, 14, _avoided),
}
