"""Files in the wrong place or of the wrong kind, front matter and records that are not what they must be."""

import os

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault, added, here, replaced, written

_EN, _DA = page_file("en", ADVICE), page_file("da", ADVICE)
_DATA = "docs/data"


def _linked(target: str) -> Fault:
    name = "docs/assets/poster.svg"

    def change(copy: Copy) -> Expected:
        copy.link(name, target)
        return Expected(name, 1)

    gone = not target.startswith("..")
    return Fault(
        "A link on the disk leads to nothing" if gone else "A link on the disk leads out of the site",
        "file-broken-link" if gone else "file-outside",
        change,
    )


def _badly_named(copy: Copy) -> Expected:
    copy.write(os.fsdecode(b"docs/assets/opl\xe6g.svg"), "<svg/>")
    return Expected("docs/assets/opl\\xe6g.svg", 1)


def _same_but_for_capitals(copy: Copy) -> Expected:
    style = "docs/assets/styles/site.css"
    copy.write("docs/assets/styles/Site.css", copy.text(style))
    return Expected(style, 1)


def _without_front_matter(copy: Copy) -> Expected:
    copy.write(_EN, copy.text(_EN)[copy.find(_EN, r"^# ").start() :])
    return Expected(_EN, 1)


def _without_field(field: str, check: str, name: str) -> Fault:
    """Return the fault of a required field that is gone; that is told where the front matter begins."""

    def change(copy: Copy) -> Expected:
        copy.front("da", ADVICE, field, None)
        return Expected(_DA, 2)

    return Fault(name, check, change)


def _front_in_both(name: str, check: str, field: str, line: str) -> Fault:
    def change(copy: Copy) -> Expected:
        return here(*((page_file(tongue, ADVICE), copy.front(tongue, ADVICE, field, line)) for tongue in LANGUAGES))

    return Fault(name, check, change)


def _double(copy: Copy) -> Expected:
    file = f"{_DATA}/sources.yml"
    record = copy.find(file, r"^- id: fact-sheet-2011\n(?:  .*\n)+")[0]
    return Expected(file, copy.add(file, record))


def _record_without(copy: Copy) -> Expected:
    file = f"{_DATA}/glossary.yml"
    match = copy.find(file, r"^- id: mentor\n  term:\n.*\n.*\n")
    copy.replace(file, r"^- id: mentor\n  term:\n.*\n.*\n", "- id: mentor\n")
    return Expected(file, match.string.count("\n", 0, match.start()) + 1)


def _gone_elsewhere(copy: Copy) -> Expected:
    """Note that the first address in the sources did not answer."""
    file = f"{_DATA}/sources.yml"
    address = copy.find(file, r"^  url: (\S+)$")[1]
    record = f"- address: {address}\n  tried: 2026-11-20\n  result: dead\n  answer: '404'\n"
    copy.write(f"{_DATA}/external-links.yml", record)
    return Expected(file, copy.line(file, r"^- id: "))


FAULTS: tuple[Fault, ...] = (
    Fault("An address of a source is gone", "link-external-dead", _gone_elsewhere),
    written(
        "The results of trying addresses are changed by hand",
        "external-unreadable",
        f"{_DATA}/external-links.yml",
        "- address: example.org\n",
    ),
    _linked("../../../poster.svg"),
    _linked("gone.svg"),
    Fault("A file's name comes from an old encoding", "file-name", _badly_named),
    Fault("Two files differ only in a capital letter", "file-case-clash", _same_but_for_capitals),
    written(
        "A page is saved beside the languages' folders", "file-misplaced", "docs/handbook/parents.md", "# Parents {#parents}\n"
    ),
    Fault(
        "The front matter is deleted",
        "front-matter-missing",
        _without_front_matter,
    ),
    _without_field("title", "field-missing", "The title is deleted"),
    _without_field("kind", "kind-missing", "The kind of page is deleted"),
    replaced("The kind of page is left empty", "kind-missing", _EN, (r"^kind: .*$", "kind:")),
    Fault("A glossary term is left without its words", "field-missing", _record_without),
    replaced("A field's name is misspelt", "field-unknown", _EN, (r"^owner: ", "sorces: [fact-sheet-2011]\nowner: ")),
    replaced("A date is written in words", "field-wrong", _DA, (r"^review_by: .*$", "review_by: november 2027")),
    replaced(
        "An amount is written with dots", "field-wrong", f"{_DATA}/finances.yml", (r"^  total: .*$", "  total: 1.158.154")
    ),
    replaced("A review is due before it was made", "field-wrong", _EN, (r"^review_by: .*$", "review_by: 2026-01-01")),
    written(
        "The contacts lose their dashes",
        "data-not-a-list",
        f"{_DATA}/contacts.yml",
        "emergency:\n  group: now\n",
    ),
    Fault("A source is copied and keeps its id", "data-double-id", _double),
    _front_in_both("An owner is nobody on the list", "vocabulary-unknown", "owner", "owner: headmaster"),
    _front_in_both("An audience is not on the list", "vocabulary-unknown", "audience", "audience: [teachers, headmasters]"),
    replaced(
        "An event names a page that is not there",
        "record-page-unknown",
        f"{_DATA}/timeline.yml",
        (
            r"^(- id: lead-country\n(?:  .*\n)*?  page: ).*$",
            '- id: lead-country\n  date: "2008"\n  title: {en: Denmark leads, da: Danmark leder}\n'
            "  text: {en: Denmark leads., da: Danmark leder.}\n  status: held\n  page: projects/gone",
        ),
    ),
    replaced(
        "Search words lead to a page that is not there",
        "record-page-unknown",
        f"{_DATA}/search-words.yml",
        (r"page: handbook/notice/cues, ", "page: handbook/notice/signs, "),
    ),
    replaced(
        "An event names a source that is not there",
        "source-unknown",
        f"{_DATA}/timeline.yml",
        (r"^  sources: \[aarhus-city-anti-radicalisation\]$", "  sources: [aarhus-city]"),
        at=-7,
    ),
    added(
        "A source is registered and never used",
        "source-unused",
        f"{_DATA}/sources.yml",
        "- id: never-cited\n  title: A report\n  publisher: A ministry\n  url: https://example.org/report\n  language: en\n"
        "  read: 2026-11-22\n  extent: whole\n",
    ),
    written(
        "A drawing is saved and never shown",
        "file-unused",
        "docs/assets/images/three-steps.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ),
    written("A computer leaves a file of its own", "file-stray", "docs/en/.DS_Store", b"\0\0\0\1Bud1"),
    written("A merge leaves a second version", "file-stray", "docs/en/handbook/words.md.orig~", "Words.\n"),
)
