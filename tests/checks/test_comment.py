"""The one comment on a pull request: what it tells, in both languages, and that nothing in it can do more than be read."""

import json
from typing import Any

import pytest
from knowledge.checks.catalogue import as_json
from knowledge.checks.comment import LARGEST, MARKER, Report, Reported, comment, read_report
from knowledge.content.findings import finding


def _reported(**changes: Any) -> Reported:
    fields: dict[str, Any] = {
        "id": "link-dead",
        "severity": "error",
        "file": "docs/en/a.md",
        "line": 3,
        "message": {
            "en": "The link “x.md” is dead. The reader meets an error.",
            "da": "Linket ”x.md” er dødt. Læseren møder en fejl.",
        },
        "fix": {"en": "Correct it.", "da": "Ret det."},
    }
    return Reported.model_validate(fields | changes)


def _saying(words: str, **changes: Any) -> Reported:
    return _reported(message={"en": words, "da": words}, fix={"en": "Correct it.", "da": "Ret det."}, **changes)


def test_what_the_check_prints_can_be_read_back() -> None:
    found = finding("link-dead", "docs/en/a.md", 3, target="x.md", suggestion_en="", suggestion_da="")
    (read,) = read_report(json.dumps([as_json(found)]))
    assert (read.id, read.severity, read.file, read.line) == ("link-dead", "error", "docs/en/a.md", 3)
    assert "x.md" in read.message.da


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"id": "x"}]', "not json", '[{"id": "x", "severity": "fatal"}]'])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_report(text)


def test_a_change_without_findings_is_told_so_in_both_languages() -> None:
    text = comment(Report(()))
    assert text.startswith(MARKER)
    assert "✓ Nothing to mend" in text
    assert "✓ Intet at rette" in text


def test_findings_stand_under_their_file_with_what_must_be_mended_first() -> None:
    advice = _reported(severity="advice", line=1, id="link-text")
    text = comment(Report((advice, _reported(line=9), _reported(file="docs/da/b.md", line=2))))
    english = text.partition("<b>Dansk</b>")[0]
    assert "2 to mend, 1 worth a look" in english
    assert english.index("`docs/da/b.md`") < english.index("`docs/en/a.md`")
    assert english.index("line 9 (**mend**)") < english.index("line 1 (**worth a look**)")
    assert "linje 9 (**skal rettes**): Linket ”x.md” er dødt." in text


def test_what_the_first_finding_of_a_kind_has_said_is_not_said_again_in_the_same_file() -> None:
    other = _reported(
        line=5, message={"en": "The link “y.md” is dead. The reader meets an error.", "da": "Linket ”y.md” er dødt."}
    )
    text = comment(Report((_reported(), other)))
    english = text.partition("<b>Dansk</b>")[0]
    assert english.count("The reader meets an error.") == 1
    assert english.count("Correct it.") == 1
    assert "“y.md” is dead." in english


def test_what_is_new_is_told_apart_from_what_was_there() -> None:
    before = _saying("There is no source “a” (docs/en/b.md:4).", file="docs/en/b.md", line=4)
    moved = _saying("There is no source “a” (docs/en/b.md:9).", file="docs/en/b.md", line=9)
    text = comment(Report((moved, _reported()), base=(before,)))
    english = text.partition("<b>Dansk</b>")[0]
    assert "2 to mend (1 new)" in english
    new, old = english.index("New in this change"), english.index("There before")
    assert new < english.index("`docs/en/a.md`") < old < english.index("`docs/en/b.md`")


def test_a_second_finding_of_the_same_words_is_new_when_there_was_one_before() -> None:
    report = Report((_reported(line=3), _reported(line=8)), base=(_reported(line=3),))
    assert [one.line for one in report.new] == [8]


def test_without_a_version_before_nothing_is_called_new() -> None:
    text = comment(Report((_reported(),)))
    assert "New in this change" not in text
    assert "#### Findings" in text


def test_translations_that_lag_have_a_list_of_their_own() -> None:
    text = comment(Report((_saying("The source has changed.", id="translation-lags", severity="advice", file="docs/da/a.md"),)))
    english = text.partition("<b>Dansk</b>")[0]
    assert "Translations to look at" in english
    assert "- `docs/da/a.md`: The source has changed." in english
    assert "#### Findings" not in english


def test_the_pages_to_look_at_are_those_that_changed_and_their_twins() -> None:
    changed = ("docs/da/about/ethics.md", "docs/en/index.md", "docs/data/timeline.yml", "README.md")
    text = comment(Report((), changed=changed, preview="https://example.org/run/1"))
    for page in ("about/ethics/index.html", "da/about/ethics/index.html", "index.html", "da/index.html"):
        assert f"- `{page}`" in text
    assert "timeline" not in text
    assert "[this run](https://example.org/run/1)" in text
    assert "[denne kørsel](https://example.org/run/1)" in text


def test_a_comment_of_many_findings_is_cut_and_says_how_many_are_left_out() -> None:
    many = tuple(
        _saying(f"Ærgerligt nummer {number}. " + "æ" * 300, file=f"docs/da/{number % 90}.md") for number in range(2000)
    )
    changed = tuple(f"docs/da/{number}.md" for number in range(500))
    lagging = tuple(_saying("Bagud. " + "ø" * 300, id="translation-lags", file=f"docs/da/{number}.md") for number in range(500))
    text = comment(Report((*many, *lagging), base=(), changed=changed))
    assert len(text.encode()) <= LARGEST
    assert len(text.encode()) > LARGEST * 0.8
    assert text.count("<details") == text.count("</details>") == 2
    english, _, danish = text.partition("<b>Dansk</b>")
    assert "more: see the list of the check" in english
    assert "mere: se listen i tjekket" in danish
    shown = english.count("Ærgerligt nummer")
    assert f"… and {2000 - shown} more" in english
    assert "Pages to look at" in english


def test_a_single_huge_finding_neither_breaks_nor_fills_the_comment() -> None:
    text = comment(Report((_saying("x" * 500_000, file="docs/en/" + "y" * 100_000),)))
    assert len(text.encode()) <= LARGEST


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("@everyone and @maintainers", "@everyone"),
        ("closes #12", "#12"),
        ("see https://example.org/x", "https://"),
        ("see www.example.org", "www.example"),
        ("GH-12", "GH-12"),
        ("<img src=x onerror=alert(1)>", "<img"),
        ("</details><script>", "<script"),
        ("[click](javascript:x)", "[click]("),
        ("![picture](x)", "![picture]("),
        ("**bold** and `code`", "**bold**"),
        ("line\n\n# Heading", "\n# Heading"),
        ("mail a@example.org", "a@example.org"),
    ],
)
def test_words_from_a_pull_request_are_only_words(words: str, never: str) -> None:
    for report in (Report((_saying(words),)), Report((_saying(words, id="translation-lags"),))):
        text = comment(report)
        assert never not in text
        assert "Correct it." in text


def test_a_name_of_a_file_cannot_leave_its_code() -> None:
    text = comment(Report((_reported(file="docs/en/`@all`\n<b>.md"),), changed=("docs/en/`@all`.md",)))
    assert "`docs/en/'@all' <b>.md`" in text
    assert "`@all`" not in text
