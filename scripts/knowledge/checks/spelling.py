"""Spelling on changed pages, by hunspell where it is installed and by the project's own list of words. Advice only."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.content.blocks import BLOCKS
from knowledge.content.findings import Finding, finding
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import DATA, Library
from knowledge.content.markdown import Block
from knowledge.content.page import Page

WORDS = f"{DATA}/words.txt"
_DICTIONARIES: Mapping[Language, str] = {"en": "en_GB", "da": "da_DK"}
# Where hunspell looks for dictionaries besides in DICPATH.
_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling")
_SUGGESTIONS = 3
_SECONDS = 60

# Code and comments are blank already. What remains that nobody spells: addresses, attributes, citations, tags, terms' ids.
_NO_WORDS = re.compile(
    r"\[@[^\]\n]*\]|\[\^[^\]\n]*\]|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]|^\s*\[[^\]\n]+\]:.*$"
    r"|\{[^{}\n]*\}|<[^<>\n]*>"
    r"|(?:https?://|www\.)\S+|\S*#[\w-]+|\S+@\S+|\S+\.(?:md|yml|svg|png|pdf|txt|dk|com|org|eu|net)\b"
    r"|^\s*/{3,}\s*[\w-]+|^\s+level:.*$|^\s+[\w-]+:(?=\s)",
    re.MULTILINE,
)
# Words in quotation marks or italics are spoken about, and may be of another language.
_INSIDE = r"(?:[^{0}\n]|\n(?!\s*\n))*"
_QUOTED = re.compile(
    "|".join(f"{opened}{_INSIDE.format(closed)}{closed}" for opened, closed in ("“”", "””", '""', "»«"))
    + r"|(?<![*\w])\*[^*\n]+\*(?![*\w])|(?<![_\w])_[^_\n]+_(?![_\w])"
)
# An abbreviation of at most three letters, and each part of one such as bl.a.
_SHORT_FORM = re.compile(
    r"(?<!\w)(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}(?!\w)|(?<!\w)(?:ca|kl|nr|kr|mio|mia|stk|pct|jf|osv|fx|mv|mfl|no|art)\."
)
_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+(?:['’][^\W\d_]+)?)*(?![\w@/])")
# Options that hold a name, which may be of the other language.
_NAMES = frozenset({"provision"})
# Names and abbreviations: a capital letter anywhere.
_NAME = re.compile(r"[A-ZÆØÅÀ-ÖØ-Þ]")


def spelling(library: Library, files: Collection[str], kept: Kept | None = None) -> Iterator[Finding]:
    """Yield the unknown words of these files' pages, those of one line together.

    Args:
        library: All content.
        files: The files that a change touches, below the root.
        kept: What the dictionaries have answered before.
    """
    pages = [page for page in library.pages.values() if page.file in files]
    missing: list[str] = []
    for language in LANGUAGES:
        written = {page.file: tuple(words_of(page)) for page in pages if page.language == language}
        known = _known(library, language)
        asked = {word for words in written.values() for _, word in words if word.casefold() not in known}
        if not asked:
            continue
        answers = _unknown(language, asked) if kept is None else _remembered(kept, language, asked)
        if answers is None:
            missing.append(_DICTIONARIES[language])
            continue
        for file, words in written.items():
            yield from _lines(file, words, answers)
    if missing:
        # Told once, at a file of the change: anything else is not the editor's matter.
        yield finding("spelling-off", min(page.file for page in pages), 1, name=", ".join(missing))


def words_of(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each word of a page's title, summary and text that has a spelling, with its line."""
    if page.front is not None:
        yield from _words(page.front.title, page.line_of("title"))
        yield from _words(page.front.summary.replace("\n", " "), page.line_of("summary"))
    yield from _words(_without_names(page), page.first_line)


def _words(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    for nothing in (_NO_WORDS, _QUOTED, _SHORT_FORM):
        text = nothing.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for number, line in enumerate(text.split("\n"), first_line):
        for match in _WORD.finditer(line):
            if len(match[0]) > 1 and not _NAME.search(match[0]):
                yield number, match[0].replace("’", "'")


def _without_names(page: Page) -> str:
    """Return a page's text without the lines of blocks that hold no words of its language but ids, dates or a law's name."""
    named = {line for block in page.document.blocks for line in _lines_of_names(block)}
    lines = enumerate(page.document.visible.split("\n"), page.first_line)
    return "\n".join("" if number in named else line for number, line in lines)


def _lines_of_names(block: Block) -> Iterator[int]:
    form = BLOCKS.get(block.name)
    if form is not None and form.argument in ("choice", "choices"):
        yield block.line
    worded = {option.name for option in form.options if option.kind == "text"} if form is not None else set()
    yield from (line for name, line in block.option_lines.items() if name not in worded - _NAMES)


def _lines(file: str, words: Iterable[tuple[int, str]], answers: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    lines: dict[int, dict[str, None]] = {}
    for number, word in words:
        if word in answers:
            lines.setdefault(number, {})[word] = None
    for number, unknown in lines.items():
        said = ", ".join(f"{word} ({', '.join(answers[word])}?)" if answers[word] else word for word in unknown)
        yield finding("word-unknown", file, number, words=said)


def _known(library: Library, language: Language) -> frozenset[str]:
    """Return our own words in small letters: the project's list, and the forms of the glossary."""
    path = library.root / WORDS
    text = path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    listed = (line.partition("#")[0].strip() for line in text.split("\n"))
    terms = (
        word
        for term in library.glossary.values()
        for words in (term.term.in_language(language), *term.forms.in_language(language), *term.avoid.in_language(language))
        for word in _WORD.findall(words)
    )
    return frozenset(word.casefold().replace("’", "'") for word in (*listed, *terms) if word)


def _remembered(kept: Kept, language: Language, words: Collection[str]) -> dict[str, tuple[str, ...]] | None:
    """Return what `_unknown` does, asking only about words that this dictionary has not been asked about before.

    To start the program and have it read a dictionary takes longer than all else that is done for a page.
    """
    name, state = f"words {language}", _dictionary(language)
    answered: dict[str, tuple[str, ...] | None] = kept.get(name, state, dict)
    if new := {word for word in words if word not in answered}:
        unknown = _unknown(language, new)
        if unknown is None:
            return None
        answered |= {word: unknown.get(word) for word in new}
        kept.put(name, state, answered)
    return {word: suggestions for word in words if (suggestions := answered[word]) is not None}


def _dictionary(language: Language) -> str:
    """Return a short name for the program and the dictionary that it reads."""
    program = shutil.which("hunspell")
    folders = (*os.environ.get("DICPATH", "").split(os.pathsep), *_FOLDERS)
    files = [Path(program)] if program else []
    files += [Path(folder, f"{_DICTIONARIES[language]}{end}") for folder in folders if folder for end in (".aff", ".dic")]
    return " ".join(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files if file.is_file())


def _unknown(language: Language, words: Collection[str]) -> dict[str, tuple[str, ...]] | None:
    """Return the words that the dictionary does not have, with suggestions; None where there is no dictionary to ask."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    # A sign at the beginning of a line, so that no word is taken for a command.
    asked = "".join(f"^{word}\n" for word in sorted(words))
    try:
        answer = subprocess.run(  # noqa: S603
            [program, "-a", "-i", "utf-8", "-d", _DICTIONARIES[language]],
            input=asked.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    said = answer.stdout.decode("utf-8", errors="replace")
    # It greets with a line of its own only when it has found the dictionary.
    if answer.returncode != 0 or not said.startswith("@(#)"):
        return None
    return _parted(words, dict(_answers(said)))


def _parted(words: Collection[str], unknown: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the answers by whole word: of a word with hyphens the dictionary may be asked about each part."""
    return {word: unknown[part] for word in words for part in (word, *word.split("-")) if part in unknown}


def _answers(said: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in said.split("\n"):
        if line.startswith("# "):
            yield line.split(" ")[1], ()
        elif line.startswith("& "):
            head, _, suggestions = line.partition(": ")
            yield head.split(" ")[1], tuple(suggestions.split(", ")[:_SUGGESTIONS])
