"""Spelling: unknown words of changed pages, asked of a program that stands in for hunspell."""

import os
from pathlib import Path

import pytest
from knowledge.checks.spelling import WORDS, spelling, words_of

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
    site.pages("index", f"# Hello {{#hello}}\n\n{english}\n", f"# Hej {{#hello}}\n\n{danish}\n")
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
        "<!-- coleague -->",
    ],
)
def test_what_is_not_spelled_is_left_in_peace(small_site: SmallSite, hunspell: Path, text: str) -> None:
    assert told(small_site, text) == []


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
    small_site.page("da", "index", "# Hej {#hello}\n\nDet er bl.a. ca. 5 kr. om dagen, fx kl. 8.\n")
    page = small_site.library().page("da", "index")
    assert page is not None
    assert [word for _, word in words_of(page)] == ["er", "om", "dagen", "fx"]
