"""Findings as people and programs read them."""

import io

import pytest
from knowledge.checks.report import exit_code, github_line, language_of, text
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import Language
from rich.console import Console

ENGLISH = finding("link-absolute", "docs/en/a.md", 12, target="/b")
DANISH = finding("link-absolute", "docs/da/a.md", 7, target="/b")
ADVICE = finding("term-avoided", "docs/en/a.md", 3, got="exit interview", right="exit talk")


def printed(*findings: Finding, language: Language | None = None) -> str:
    """Return the report as it looks on a screen without colours."""
    console = Console(file=io.StringIO(), width=400, color_system=None, highlight=False, soft_wrap=True)
    console.print(text(findings, language))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_findings_are_grouped_by_file_and_sorted_by_line() -> None:
    report = printed(ENGLISH, DANISH, ADVICE)
    lines = report.split("\n")
    assert [line for line in lines if line and not line.startswith(" ")] == ["docs/da/a.md", "docs/en/a.md", "3 findings"]
    assert [line.split()[0] for line in lines if line.startswith("  docs")] == [
        "docs/da/a.md:7",
        "docs/en/a.md:3",
        "docs/en/a.md:12",
    ]


def test_a_finding_says_what_why_and_how() -> None:
    assert printed(ENGLISH) == (
        "docs/en/a.md\n"
        "  docs/en/a.md:12 error The link “/b” begins with a slash. link-absolute\n"
        "      Why: It breaks when the site is published in a folder, and it can lead to the other language.\n"
        "      Mend: Write the path from this file, for example ../about/ethics.md.\n"
        "\n"
        "1 finding\n"
    )


def test_each_file_is_spoken_of_in_its_own_language() -> None:
    report = printed(ENGLISH, DANISH)
    assert "The link “/b” begins with a slash." in report
    assert "docs/da/a.md:7 fejl Linket ”/b” begynder med en skråstreg." in report
    assert "Hvorfor: " in report


def test_a_language_that_is_asked_for_is_spoken_throughout() -> None:
    report = printed(ENGLISH, DANISH, language="da")
    assert "begins with" not in report
    assert "Mend" not in report
    assert report.endswith("2 fund\n")


def test_advice_is_told_apart_from_errors() -> None:
    assert "docs/en/a.md:3 advice " in printed(ADVICE)
    assert "docs/en/a.md:3 råd " in printed(ADVICE, language="da")


@pytest.mark.parametrize(
    ("language", "words"), [(None, "✓ Nothing to mend."), ("en", "✓ Nothing to mend."), ("da", "✓ Intet at rette.")]
)
def test_a_report_of_nothing_says_so(language: Language | None, words: str) -> None:
    assert printed(language=language) == f"{words}\n"


def test_square_brackets_are_printed_and_not_taken_for_colours() -> None:
    report = printed(finding("footnote-undefined", "docs/en/[bold]a.md", 1, name="red"))
    assert "docs/en/[bold]a.md:1" in report
    assert "The footnote [^red] has no text." in report
    undefined = printed(finding("reference-undefined", "docs/en/a.md", 1, name="/bold"))
    assert "“[…][/bold]”" in undefined


def test_a_backslash_at_the_end_breaks_no_colours() -> None:
    assert "“/b\\”" in printed(finding("link-absolute", "docs/en/a\\", 1, target="/b\\"))


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("docs/en/a.md", "en"),
        ("docs/da/a.md", "da"),
        ("docs/data/sources.yml", "en"),
        ("docs/dansk/a.md", "en"),
        ("mkdocs.yml", "en"),
        ("site/da/index.html", "en"),
    ],
)
def test_a_file_has_the_language_of_its_folder(file: str, language: Language) -> None:
    assert language_of(finding("file-bom", file)) == language


def test_a_finding_is_a_workflow_command() -> None:
    line = github_line(ENGLISH, None)
    assert line.startswith(
        "::error file=docs/en/a.md,line=12,title=link-absolute::The link “/b” begins with a slash. It breaks"
    )
    assert line.endswith("Write the path from this file, for example ../about/ethics.md.")


def test_advice_is_a_notice_in_a_workflow() -> None:
    assert github_line(ADVICE, None).startswith("::notice file=docs/en/a.md,line=3,title=term-avoided::")


def test_a_workflow_command_speaks_the_language_of_the_file_or_the_one_that_is_asked_for() -> None:
    assert "begynder med en skråstreg" in github_line(DANISH, None)
    assert "begins with a slash" in github_line(DANISH, "en")


def test_signs_with_a_meaning_in_workflow_commands_are_escaped() -> None:
    line = github_line(finding("link-absolute", "docs/en/a,b:c%d\ne.md", 1, target="/100%\r\n::error::x"), None)
    assert "\n" not in line
    assert "\r" not in line
    assert "file=docs/en/a%2Cb%3Ac%25d%0Ae.md,line=1" in line
    assert "“/100%25%0D%0A::error::x”" in line


def test_a_percent_sign_is_escaped_before_the_escapes_are_made() -> None:
    line = github_line(finding("link-absolute", "docs/en/%0A.md", 1, target="/%2C"), None)
    assert "file=docs/en/%250A.md" in line
    assert "“/%252C”" in line


def test_only_errors_stop_a_publisher() -> None:
    assert exit_code([]) == 0
    assert exit_code([ADVICE]) == 0
    assert exit_code([ADVICE, DANISH]) == 1
