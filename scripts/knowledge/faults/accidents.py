"""Accidents while editing: half-saved files, unfinished merges, signs from a word processor, slips in YAML."""

from collections.abc import Callable

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, FACTS, Expected, Fault, ended, replaced, said, said_once

_EN, _DA = page_file("en", ADVICE), page_file("da", ADVICE)
_SOURCES, _CONTACTS = "docs/data/sources.yml", "docs/data/contacts.yml"
_CONFLICT = "<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> my-change"


def _half_saved(copy: Copy) -> Expected:
    """Cut the file within its front matter."""
    copy.write(_EN, copy.text(_EN)[: copy.find(_EN, r"^owner:").start()])
    return Expected(_EN, 1)


def _cut_in_text(copy: Copy) -> Expected:
    """Cut the file in the middle of its last link."""
    text = copy.text(_EN)
    place = text.rindex("](") + 8
    copy.write(_EN, text[:place])
    return Expected(_EN, text.count("\n", 0, place) + 1)


def _confirmed_twice(copy: Copy) -> Expected:
    old = copy.find(_DA, r"^translated_from:.*$")[0]
    line = copy.replace(_DA, r"^translated_from:.*$", _CONFLICT.format(ours=old, theirs=f"translated_from: {'a' * 40}"))
    return Expected(_DA, line)


def _saved_as(
    change: Callable[[bytes], bytes], line: Callable[[bytes], int] = lambda _: 1, file: str = _DA
) -> Callable[[Copy], Expected]:
    """Return a change of the file's bytes."""

    def saved(copy: Copy) -> Expected:
        content = copy.text(file).encode("utf-8")
        copy.write(file, change(content))
        return Expected(file, line(content))

    return saved


def _first_letter_beyond_ascii(content: bytes) -> int:
    place = next(index for index, byte in enumerate(content) if byte > 127)
    return content.count(b"\n", 0, place) + 1


def _without_signs(content: bytes) -> bytes:
    """Save as Windows does by itself in old programs."""
    return content.decode("utf-8").encode("cp1252", errors="replace")


def _pasted(copy: Copy) -> Expected:
    copy.say("en", ADVICE, "A line of a report that was pasted as a whole.\n" * 45_000)
    return Expected(_EN, 1)


def _both_emptied(copy: Copy) -> Expected:
    places = []
    for language in LANGUAGES:
        file = page_file(language, ADVICE)
        match = copy.find(file, r"^# ")
        line = match.string.count("\n", 0, match.start())
        copy.write(file, match.string[: match.start()].rstrip("\n") + "\n")
        places.append((file, line))
    return Expected(*places[0], also=tuple(places[1:]))


FAULTS: tuple[Fault, ...] = (
    replaced(
        "A merge is left unfinished in a sentence",
        "merge-conflict",
        _EN,
        (r"^Say what you saw.*$", _CONFLICT.format(ours="Say what you saw.", theirs="Tell what you saw.")),
    ),
    replaced(
        "A merge is left unfinished in the sources",
        "merge-conflict",
        _SOURCES,
        (r"^  publisher: .*$", _CONFLICT.format(ours="  publisher: One", theirs="  publisher: Another")),
    ),
    Fault("Two editors confirm the same translation, and the merge keeps both", "merge-conflict", _confirmed_twice),
    Fault("Only the first half of the front matter is saved", "front-matter-open", _half_saved),
    Fault(
        "The file is cut off in the middle of a link",
        "text-cut-off",
        _cut_in_text,
        consequences={"facts-differ": "figures and citations that stood further down are gone in one language"},
    ),
    Fault(
        "Both twins are saved without their text",
        "page-empty",
        _both_emptied,
        consequences={
            "anchor-vanished": "the page's sections are gone",
            "link-anchor": "other pages link to its sections",
            "source-unused": "sources that only this page cited are used by nothing",
        },
    ),
    Fault("A report of 2 MB is pasted into a page", "page-too-large", _pasted),
    said_once("A space without width is pasted along", "invisible-character", "en", "A concern is never a check\u200blist."),
    said_once("A soft hyphen is pasted along", "invisible-character", "da", "En bekymring er aldrig en tjek\u00adliste."),
    replaced(
        "A space without width stands in a title of the sources",
        "invisible-character",
        _SOURCES,
        (r"^  title: ", "  title: \u200b"),
    ),
    said_once("Words are turned from right to left", "turning-character", "en", "Ring \u202ethe police first."),
    said_once("A mark of direction is pasted along", "turning-character", "da", "Ring \u200fførst til politiet."),
    said_once("Danish letters come from the wrong encoding", "text-garbled", "da", "Tal med lÃ¦reren."),
    said(
        "Quotation marks come from the wrong encoding",
        "text-garbled",
        "Ask â€œhow?â€\u009d and listen.",
        "Spørg â€œhvordan?â€\u009d og lyt.",
    ),
    said(
        "A point of a list begins with a hard space",
        "hard-space-mark",
        "-\u00a0Talk to your leader.",
        "-\u00a0Tal med din leder.",
    ),
    said_once("Words are moved apart by hard spaces", "hard-space-run", "en", "Talk to\u00a0\u00a0\u00a0your leader."),
    replaced("A tab indents a field of the contacts", "yaml-tab", _CONTACTS, (r"^  phone: ", "\tphone: ")),
    replaced("A tab begins a line of the front matter", "yaml-tab", _EN, (r"^owner: ", "\towner: ")),
    replaced(
        "A title stands in a word processor's quotation marks",
        "yaml-quotes",
        _DA,
        (r"^title: (.*)$", "title: ”Ord, vi bruger”"),
    ),
    replaced("An audience stands in curly quotation marks", "yaml-quotes", _EN, (r"^audience: .*$", "audience: [“teachers”]")),
    replaced("A hard space follows the name of a field", "yaml-hard-space", _DA, (r"^kind: ", "kind:\u00a0")),
    replaced("A title holds a colon", "yaml-colon", _EN, (r"^title: .*$", "title: Words: what they mean")),
    replaced("A Danish title holds a colon", "yaml-colon", _DA, (r"^title: .*$", "title: Ord: hvad de betyder")),
    replaced(
        "A bracket of the front matter is never closed", "front-matter-yaml", _EN, (r"^kind: .*$", "kind: [guidance"), at=1
    ),
    replaced(
        "A record of the timeline is indented wrongly",
        "data-yaml",
        "docs/data/timeline.yml",
        (r"^  status: held$", " status: held"),
    ),
    Fault("A page is saved in an old encoding", "file-not-utf8", _saved_as(_without_signs, _first_letter_beyond_ascii)),
    Fault("A page is saved with a byte-order mark", "file-bom", _saved_as(lambda content: b"\xef\xbb\xbf" + content)),
    Fault(
        "A page is saved with the line ends of Windows",
        "file-line-ends",
        _saved_as(lambda content: content.replace(b"\n", b"\r\n")),
    ),
    said(
        "A link's title stands in a word processor's quotation marks",
        "quotes-in-mark",
        "Read [all ten rules](../about/ethics.md “Ten rules”).",
        "Læs [alle ti regler](../about/ethics.md ”Ti regler”).",
    ),
    said(
        "A link is a Windows path",
        "link-windows",
        "Read [all ten rules](..\\about\\ethics.md).",
        "Læs [alle ti regler](..\\about\\ethics.md).",
    ),
    said(
        "A link leads to a file on one computer",
        "link-windows",
        "Read [all ten rules](file:///C:/site/ethics.md).",
        "Læs [alle ti regler](file:///C:/site/ethics.md).",
        key=FACTS,
    ),
    ended(
        "A text stops in mid-sentence",
        "text-ends-open",
        "Write down what was said, and talk to",
        "Skriv ned, hvad der blev sagt, og tal med",
    ),
)
