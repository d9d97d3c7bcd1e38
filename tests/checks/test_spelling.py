"""Spelling: unknown words of changed pages, asked of a program that stands in for hunspell."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from knowledge.checks.spelling import WORDS, spelling, words_of
from knowledge.content.kept import Kept

from tests.small_site import TERM, SmallSite

EN, DA = "docs/en/index.md", "docs/da/index.md"
# Answers like hunspell's: a star for a known word, suggestions or none for the others.
PROGRAM = """#!/usr/bin/env python3
import sys
print("@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)")
for line in sys.stdin.buffer.read().decode("utf-8").splitlines():
    word = line.lstrip("^")
    if word in {"coleague", "kollage"}:
        print(f"& {word} 4 1: colleague, collage, college, league\\n")
    elif word in {"xyzzy", "trinene"}:
        print(f"# {word} 1\\n")
    else:
        print("*\\n")
"""


@pytest.fixture
def hunspell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name, the first on the path."""
    path = tmp_path / "programs" / "hunspell"
    path.parent.mkdir()
    path.write_text(PROGRAM, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")
    return path


def told(site: SmallSite, english: str, *files: str, danish: str = "Tekst.") -> list[tuple[str, str, int, str]]:
    site.page("en", "index", f"# Hello {{#hello}}\n\n{english}\n")
    summary = "En enkelt linje, der siger, hvad læseren får ud af siden."
    site.page("da", "index", f"# Hej {{#hello}}\n\n{danish}\n", title="En side", summary=summary)
    found = spelling(site.library(), files or (EN, DA))
    return [(one.id, one.file, one.line, one.details.get("words", "")) for one in found]


def test_the_unknown_words_of_a_line_are_told_together_with_suggestions(small_site: SmallSite, hunspell: Path) -> None:
    found = told(small_site, "Ask a coleague about xyzzy.\n\nAsk a coleague.")
    assert found == [
        ("word-unknown", EN, 14, "coleague (colleague, collage, college?), xyzzy"),
        ("word-unknown", EN, 16, "coleague (colleague, collage, college?)"),
    ]


def test_only_the_pages_of_the_change_are_looked_at(small_site: SmallSite, hunspell: Path) -> None:
    assert [file for _, file, _, _ in told(small_site, "A coleague.", DA, danish="En kollage.")] == [DA]
    assert told(small_site, "A coleague.", "docs/data/sources.yml") == []


@pytest.mark.parametrize(
    "text",
    [
        "`coleague`",
        "```\ncoleague\n```",
        "[words](coleague.md#coleague)",
        "Words [@coleague] and [^coleague].",
        "https://example.org/coleague",
        "coleague@example.org",
        "The Coleague and the COLEAGUE and coleague2.",
        "The word “coleague” and *coleague*.",
        "## Words {#coleague}",
        "<span title='coleague'>Words</span>",
        "/// coleague\n///",
        "/// contact-points | coleague\n///",
        "/// law | Words\n    provision: coleague § 1\n    source: coleague\n    checked: coleague\n\nWords.\n///",
        "<!-- coleague -->",
    ],
)
def test_what_is_not_spelled_is_left_in_peace(small_site: SmallSite, hunspell: Path, text: str) -> None:
    assert told(small_site, text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("/// tool | Ask a coleague\n    when: now\n\nWords.\n///", 14),
        ("/// tool | Words\n    when: a coleague\n\nWords.\n///", 15),
    ],
)
def test_what_is_written_in_words_for_a_block_is_spelled(small_site: SmallSite, hunspell: Path, text: str, line: int) -> None:
    assert [(file, number) for _, file, number, _ in told(small_site, text)] == [(EN, line)]


def test_title_and_summary_are_spelled_on_their_own_lines(small_site: SmallSite, hunspell: Path) -> None:
    summary = "One sentence about a xyzzy that a reader finds in the search."
    small_site.page("en", "index", "# Hello {#hello}\n", title="A coleague", summary=summary)
    found = [(one.line, one.details["words"].split(" ")[0]) for one in spelling(small_site.library(), [EN])]
    assert found == [(2, "coleague"), (3, "xyzzy")]


def test_our_own_words_are_known_in_both_languages(small_site: SmallSite, hunspell: Path) -> None:
    small_site.write(WORDS, "# Ours\ncoleague  # so they say\ntrinene\n")
    assert told(small_site, "A coleague.", danish="Coleague og trinene.") == []


def test_the_words_of_the_glossary_are_known_in_their_language(small_site: SmallSite, hunspell: Path) -> None:
    small_site.data("glossary.yml", [{**TERM, "forms": {"en": ["coleague talk"], "da": ["kollage"]}}])
    assert told(small_site, "A coleague.", danish="En kollage.") == []
    assert [file for _, file, _, _ in told(small_site, "A kollage.")] == [EN]


def test_a_word_with_a_hyphen_is_known_when_its_parts_are(small_site: SmallSite, hunspell: Path) -> None:
    assert told(small_site, "A well-known word.") == []
    hunspell.write_text(
        PROGRAM.replace('word in {"xyzzy"', 'word in {"well-known"').replace('"# {word}', '"# known'), encoding="utf-8"
    )
    assert [words for *_, words in told(small_site, "A well-known word.")] == ["well-known"]


def test_without_the_program_it_is_said_once_and_nothing_is_checked(
    small_site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(small_site, "A coleague and xyzzy.") == [("spelling-off", DA, 1, "")]


def test_without_the_dictionaries_it_is_said_too(small_site: SmallSite, hunspell: Path) -> None:
    hunspell.write_text("#!/bin/sh\necho 'Can not open affix or dictionary files' >&2\nexit 1\n", encoding="utf-8")
    assert told(small_site, "A coleague.", EN) == [("spelling-off", EN, 1, "")]


def test_a_change_without_pages_says_nothing(small_site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(small_site, "A coleague.", "docs/data/glossary.yml") == []


def test_abbreviations_are_no_words(small_site: SmallSite) -> None:
    summary = "BARE NAVNE OG TAL, 1-2-3-4-5-6-7-8-9-10-11-12-13-14."
    small_site.page("da", "index", "# Hej {#hello}\n\nDet er bl.a. ca. 5 kr. om dagen, fx kl. 8.\n", title="X", summary=summary)
    page = small_site.library().page("da", "index")
    assert page is not None
    assert [word for _, word in words_of(page)] == ["er", "om", "dagen", "fx"]


def has_hunspell() -> bool:
    """Whether the program and both dictionaries are here; the set-up installs them where it may."""
    program = shutil.which("hunspell")
    if program is None:
        return False
    asked = ([program, "-a", "-d", name] for name in ("en_GB", "da_DK"))
    return all(subprocess.run(command, input=b"", capture_output=True, check=False).returncode == 0 for command in asked)


real = pytest.mark.skipif(not has_hunspell(), reason="hunspell, hunspell-da and hunspell-en-gb are not installed")


@real
def test_the_real_dictionaries_find_slips_in_both_languages_and_suggest_the_right_word(small_site: SmallSite) -> None:
    found = told(small_site, "Talk to a coleague.", danish="Tal med din nærmmeste leder.")
    assert [(name, file, line) for name, file, line, _ in found] == [("word-unknown", EN, 14), ("word-unknown", DA, 14)]
    assert "colleague" in found[0][3]
    assert found[1][3].startswith("nærmmeste (nærmeste")


@real
def test_the_real_dictionaries_know_british_english_and_danish_compounds(small_site: SmallSite) -> None:
    english = "The programme’s organisers don’t practise behaviour labelling; they’re well-known colleagues."
    assert told(small_site, english, danish="Ungdomsskolens medarbejdere har tavshedspligt, og de bør ikke gå alene.") == []


@real
def test_a_word_of_the_other_language_is_told_unless_it_is_marked_as_one(small_site: SmallSite) -> None:
    assert [line for _, _, line, _ in told(small_site, "The Act is barnets lov.")] == [14]
    assert told(small_site, "The Act is *barnets lov*.") == []


def test_another_program_or_dictionary_is_asked_anew(small_site: SmallSite, hunspell: Path) -> None:
    kept = Kept()
    assert told(small_site, "A coleague.", EN)
    assert list(spelling(small_site.library(), [EN], kept))
    hunspell.write_text(PROGRAM.replace('"coleague", ', ""), encoding="utf-8")
    assert list(spelling(small_site.library(), [EN], kept)) == []


def test_only_new_words_start_the_program(small_site: SmallSite, hunspell: Path, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    hunspell.write_text(PROGRAM.replace("print(", f"open({str(asked)!r}, 'a').write('x'); print(", 1), encoding="utf-8")
    kept = Kept()
    for words, starts in (("A coleague.", 1), ("A coleague, a coleague.", 1), ("A xyzzy coleague.", 2), ("A xyzzy.", 2)):
        small_site.pages("index", f"# Hello {{#hello}}\n\n{words}\n")
        found = list(spelling(small_site.library(), [EN], kept))
        assert len(asked.read_text(encoding="utf-8")) == starts, words
        assert [one.details for one in found] == [one.details for one in spelling(small_site.library(), [EN])]
        asked.write_text("x" * starts, encoding="utf-8")
