"""One comment on a pull request, made of the findings that `knowledge check --format json` has printed.

What comes in may have been written by anybody: words are shown as words, so that they can neither call people nor lead
anywhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.checks.rules.alone import twin_file
from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.wording import Severity

# By this the workflow finds its own comment again and updates it.
MARKER = "<!-- knowledge-check -->"
# GitHub takes 65,536 signs; what is cut off here is in the list of the check itself.
LARGEST = 60_000
_LONGEST_MESSAGE = 700
_MOST_PAGES = 40

_LAGGING = frozenset({"translation-lags", "translation-left-behind", "translation-unknown", "translation-undeclared"})


class Said(BaseModel):
    """The same words in both languages."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    en: str
    da: str

    def in_language(self, language: Language) -> str:
        return self.en if language == "en" else self.da


class Reported(BaseModel):
    """A finding as the check prints it for other programs."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    severity: Severity
    file: str
    line: int
    message: Said
    fix: Said

    @property
    def sameness(self) -> tuple[str, str, str]:
        """What stays the same when lines above it come and go."""
        return self.file, self.id, _LINES.sub("", self.message.en)


# A line of a file in a message: 'docs/en/x.md:12', 'line 12'.
_LINES = re.compile(r"(?<=\w):\d+\b|\blines? \d+\b")

_REPORT = TypeAdapter(tuple[Reported, ...])


def read_report(text: str) -> tuple[Reported, ...]:
    """Return the findings of a report.

    Raises:
        ValueError: The text is no report.
    """
    return _REPORT.validate_json(text)


@dataclass(frozen=True)
class Report:
    """What a comment tells.

    Attributes:
        findings: Those of the change.
        base: Those of the version that it goes into; None where nobody has asked.
        changed: The files of the change.
        preview: The address where the built pages can be had.
    """

    findings: Sequence[Reported]
    base: Sequence[Reported] | None = None
    changed: Sequence[str] = ()
    preview: str | None = None

    @property
    def new(self) -> tuple[Reported, ...]:
        """The findings that the version before did not have; all where that is not known."""
        left = Counter(one.sameness for one in self.base or ())
        found = []
        for one in self.findings:
            if left[one.sameness] > 0:
                left[one.sameness] -= 1
            else:
                found.append(one)
        return tuple(found)


_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "language": "English",
        "none": "✓ Nothing to mend",
        "errors": "{errors} to mend",
        "advice": "{advice} worth a look",
        "fresh": "{count} new",
        "new": "New in this change",
        "old": "There before",
        "all": "Findings",
        "error": "mend",
        "worth": "worth a look",
        "line": "line",
        "fix": "How:",
        "lag": "Translations to look at",
        "pages": "Pages to look at in the preview",
        "preview": "The built site is the artifact “site” of [this run]({preview}): unpack it and open these files.",
        "files": "The built site is the artifact “site” of the check: unpack it and open these files.",
        "more": "… and {count} more: see the list of the check “Content”.",
        "unclear": "Do you not understand a finding? Ask here: then it is the finding that needs mending.",
    },
    "da": {
        "language": "Dansk",
        "none": "✓ Intet at rette",
        "errors": "{errors} skal rettes",
        "advice": "{advice} er værd at se på",
        "fresh": "{count} nye",
        "new": "Nyt i denne ændring",
        "old": "Fandtes i forvejen",
        "all": "Fund",
        "error": "skal rettes",
        "worth": "værd at se på",
        "line": "linje",
        "fix": "Sådan:",
        "lag": "Oversættelser, du skal se på",
        "pages": "Sider, du kan se på i forhåndsvisningen",
        "preview": "Det byggede site er filen ”site” under [denne kørsel]({preview}): Pak den ud, og åbn disse filer.",
        "files": "Det byggede site er filen ”site” under tjekket: Pak den ud, og åbn disse filer.",
        "more": "… og {count} mere: se listen i tjekket ”Content”.",
        "unclear": "Forstår du ikke et fund, så spørg her. Så er det fundet, der skal rettes.",
    },
}


def comment(report: Report) -> str:
    """Return the comment in both languages, at most `LARGEST` bytes of Markdown."""
    heads = {language: _head(report, language) for language in LANGUAGES}
    title = f"{MARKER}\n### Fælles viden / Common Knowledge\n\n**{heads['en']}.** · **{heads['da']}.**\n"
    room = (LARGEST - len(title.encode())) // len(LANGUAGES)
    return title + "".join(_part(report, language, heads[language], room) for language in LANGUAGES)


def _head(report: Report, language: Language) -> str:
    words = _WORDS[language]
    errors = sum(one.severity == "error" for one in report.findings)
    counts = {"errors": errors, "advice": len(report.findings) - errors}
    said = ", ".join(words[name].format(**counts) for name, count in counts.items() if count) or words["none"]
    known_before = report.base is not None and report.findings
    return f"{said} ({words['fresh'].format(count=len(report.new))})" if known_before else said


def _part(report: Report, language: Language, head: str, room: int) -> str:
    """Return what a reader of one language is told: what is to be mended, then what is to be looked at, then what was there."""
    words = _WORDS[language]
    opening = f"\n<details{' open' if language == 'en' else ''}>\n<summary><b>{words['language']}</b>: {head}</summary>\n"
    closing = f"\n{words['unclear']}\n\n</details>\n" if report.findings else "\n</details>\n"
    room -= len((opening + closing).encode())
    new, old = _parted(report)
    look = [_fitted(list(lines), room // 4, words["more"]) for lines in (_lagging(report, language), _pages(report, language))]
    room -= sum(len(part.encode()) for part in look)
    title = words["all"] if report.base is None else words["new"]
    mend = _fitted(list(_by_file(title, new, language)), room, words["more"])
    before = _fitted(list(_by_file(words["old"], old, language)), room - len(mend.encode()), words["more"])
    return "".join((opening, mend, *look, before, closing))


def _parted(report: Report) -> tuple[list[Reported], list[Reported]]:
    """Return the findings that are new and those that were there before; what is said of translations is told by itself."""
    listed = [one for one in report.findings if one.id not in _LAGGING]
    new = set(report.new)
    return [one for one in listed if one in new], [one for one in listed if one not in new]


def _fitted(lines: Sequence[str], room: int, more: str) -> str:
    """Return as many lines as there is room for, and how many points are left out; nothing where there is no room at all."""
    if not lines:
        return ""
    kept: list[str] = []
    points = sum(line.startswith("- ") for line in lines)
    last = f"\n{more.format(count=points)}\n"
    room -= len(last.encode())
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            left = points - sum(line.startswith("- ") for line in kept)
            return "\n".join([*kept, f"\n{more.format(count=left)}\n"]) if kept else ""
        kept.append(line)
    return "\n".join(kept) + "\n"


def _by_file(title: str, findings: Sequence[Reported], language: Language) -> Iterator[str]:
    if not findings:
        return
    yield f"\n#### {title}"
    # What must be mended stands first in its file.
    ordered = sorted(findings, key=lambda one: (one.file, one.severity != "error", one.line))
    for file, group in groupby(ordered, key=lambda one: one.file):
        yield f"\n{_code(file)}\n"
        told: dict[str, Reported] = {}
        for one in group:
            yield _entry(one, told.setdefault(one.id, one), language)


def _entry(one: Reported, first: Reported, language: Language) -> str:
    """Return the line of a finding; what the first of its kind in the file has said is not said again."""
    words = _WORDS[language]
    weight = words["error"] if one.severity == "error" else words["worth"]
    message, fix = one.message.in_language(language), one.fix.in_language(language)
    if one is not first:
        message = _without_same_end(message, first.message.in_language(language))
        fix = "" if fix == first.fix.in_language(language) else fix
    how = f" *{words['fix']}* {_plain(fix)}" if fix else ""
    return f"- {words['line']} {one.line} (**{weight}**): {_plain(message)}{how} {_code(one.id)}"


_SENTENCE = re.compile(r"(?<=[.!?]) ")


def _without_same_end(message: str, other: str) -> str:
    """Return a message without the sentences at its end that another has too, its first sentence always kept."""
    sentences, others = _SENTENCE.split(message), _SENTENCE.split(other)
    while len(sentences) > 1 and others and sentences[-1] == others.pop():
        sentences.pop()
    return " ".join(sentences)


def _lagging(report: Report, language: Language) -> Iterator[str]:
    lagging = [one for one in report.findings if one.id in _LAGGING]
    if lagging:
        yield f"\n#### {_WORDS[language]['lag']}\n"
    for one in lagging:
        message, fix = _plain(one.message.in_language(language)), _plain(one.fix.in_language(language))
        yield f"- {_code(one.file)}: {message} *{_WORDS[language]['fix']}* {fix}"


def _pages(report: Report, language: Language) -> Iterator[str]:
    pages = sorted(dict.fromkeys(_built(file) for file in _with_twins(report.changed)))
    if not pages:
        return
    words = _WORDS[language]
    said = words["preview"].format(preview=report.preview) if report.preview else words["files"]
    yield f"\n#### {words['pages']}\n\n{said}\n"
    yield from (f"- {_code(page)}" for page in pages[:_MOST_PAGES])
    if len(pages) > _MOST_PAGES:
        yield f"- {words['more'].format(count=len(pages) - _MOST_PAGES).partition(':')[0]}"


def _with_twins(files: Iterable[str]) -> Iterator[str]:
    for file in files:
        twin = twin_file(file)
        if twin is not None:
            yield from (file, twin)


def _built(file: str) -> str:
    """Return the file that a page becomes in the built site."""
    language: Language = "da" if file.startswith("docs/da/") else "en"
    key = file.removeprefix(f"docs/{language}/").removesuffix(".md")
    return f"{site_path(language, key)}index.html"


_MARKS = re.compile(r"([\\`*_\[\]~|])")
# What GitHub makes a link of or calls people by: @name, #12, https://, www.
_CALLS = re.compile(r"(@|#(?=\d)|:(?=//)|www(?=\.)|GH(?=-\d))")
_JOINER = "\u2060"


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are: no mark, no HTML, no link, and nobody is called."""
    line = " ".join(words.split())
    line = line if len(line) <= _LONGEST_MESSAGE else f"{line[: _LONGEST_MESSAGE - 1]}…"
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALLS.sub(rf"\1{_JOINER}", _MARKS.sub(r"\\\1", line))


def _code(words: str) -> str:
    """Return words as code, in which GitHub sees neither marks nor people."""
    line = " ".join(words.replace("`", "'").split())[:_LONGEST_MESSAGE]
    return f"`{line}`"
