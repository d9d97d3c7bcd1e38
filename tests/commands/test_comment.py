"""`knowledge comment`: from the report of a check to one comment."""

from pathlib import Path

import pytest
from knowledge.checks.comment import MARKER
from knowledge.cli import app
from typer.testing import CliRunner

from tests.small_site import SmallSite


def run(*words: str | Path) -> tuple[int, str]:
    answer = CliRunner().invoke(app, [str(word) for word in words])
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


def _report(site: SmallSite, file: Path) -> Path:
    code, said = run("check", "--format", "json", "--root", site.root)
    assert code in {0, 1}
    file.write_text(said, encoding="utf-8")
    return file


def test_the_report_of_a_check_becomes_a_comment(small_site: SmallSite, tmp_path: Path) -> None:
    before = _report(small_site, tmp_path / "before.json")
    small_site.pages("index", "# Hello {#hello}\n\nSee [it](nowhere.md).\n")
    after = _report(small_site, tmp_path / "after.json")
    code, said = run(
        "comment", after, "--base-findings", before, "--changed", "docs/en/index.md", "--changed", "docs/data/x.yml",
        "--preview", "https://example.org/run",
    )  # fmt: skip
    assert code == 0
    assert said.startswith(MARKER)
    for words in ("nowhere.md", "New in this change", "Nyt i denne ændring", "`da/index.html`", "https://example.org/run"):
        assert words in said


def test_an_empty_report_becomes_a_comment_too(tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    file.write_text("[]", encoding="utf-8")
    code, said = run("comment", file)
    assert code == 0
    assert "Nothing to mend" in said


@pytest.mark.parametrize("content", [b"{}", b"\xff", b"", b'[{"id": 1}]'])
def test_what_is_no_report_is_wrong_use(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    code, said = run("comment", file)
    assert code == 2
    assert "is no report" in said
    assert "Traceback" not in said


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run("comment", tmp_path / "nothing.json")[0] == 2


def test_a_preview_is_an_address_or_wrong_use(tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    file.write_text("[]", encoding="utf-8")
    assert run("comment", file, "--preview", "javascript:x")[0] == 2
