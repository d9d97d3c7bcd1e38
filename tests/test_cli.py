"""The command `knowledge`, as somebody at a terminal meets it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from knowledge import publish
from knowledge.cli import app
from knowledge.twins.confirm import declared, write_whole
from typer.testing import CliRunner, Result

from tests.small_site import TERM, SmallSite

COMMAND = Path(sys.executable).with_name("knowledge")


def run(*words: str | Path, **environment: str) -> Result:
    """Run the command within this process."""
    return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "100", **environment})


def run_alone(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a program of its own."""
    command = [str(COMMAND), *(str(word) for word in words)]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "COLUMNS": "100"}, capture_output=True, text=True, check=False
    )


def in_step(site: SmallSite) -> SmallSite:
    """Declare that each Danish page says what its English twin says, and return the site."""
    library = site.library()
    for page in library.in_language("da"):
        source = library.page("en", page.key)
        assert source is not None
        file = site.root / page.file
        write_whole(file, declared(file.read_text(encoding="utf-8"), source.blob_id))
    return site


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site that no check has anything to say about."""
    return in_step(small_site)


@pytest.fixture
def faulty_site(small_site: SmallSite) -> SmallSite:
    """A site with one wrong citation in each language: in line 14 in English, and in line 15 in Danish."""
    small_site.pages("index", "# Hello {#hello}\n\nSaid [@nobody].\n")
    return in_step(small_site)


def test_the_help_names_every_command_with_what_it_does() -> None:
    answer = run("--help")
    assert answer.exit_code == 0
    for name, start in (("serve", "Serve the site"), ("build", "Build what is"), ("check", "Print what is wrong")):
        assert any(line.strip(" │").startswith(name) and start in line for line in answer.output.splitlines()), name


def test_without_a_command_the_help_is_shown() -> None:
    assert run().exit_code == 2
    assert run().output.split() == run("-h").output.split()


@pytest.mark.parametrize("command", ["serve", "build", "check", "schemas"])
def test_each_command_tells_how_it_is_used(command: str) -> None:
    answer = run(command, "-h")
    assert answer.exit_code == 0
    assert "--root" in answer.output
    assert f"knowledge {command}" in answer.output or command in answer.output.split()


def test_the_help_of_check_tells_what_its_exit_codes_mean() -> None:
    said = " ".join(run("check", "--help").output.split())
    assert "Exit code 0: nothing; 1: something to mend; 2: the command was used wrongly." in said


def test_a_site_without_faults_is_told_so_with_exit_code_0(site: SmallSite) -> None:
    answer = run("check", "--root", site.root)
    assert (answer.exit_code, answer.output.strip()) == (0, "✓ Nothing to mend.")
    assert run("check", "--root", site.root, "--lang", "da").output.strip() == "✓ Intet at rette."


def test_a_fault_is_told_with_its_place_its_reason_and_its_cure_and_exit_code_1(faulty_site: SmallSite) -> None:
    answer = run("check", "--root", faulty_site.root)
    assert answer.exit_code == 1
    for said in ("docs/en/index.md:14 error There is no source “nobody”.", "Why: ", "Mend: ", "2 findings"):
        assert said in answer.output


def test_each_file_is_spoken_of_in_its_own_language(faulty_site: SmallSite) -> None:
    answer = run("check", "--root", faulty_site.root).output
    assert "docs/da/index.md:15 fejl Der findes ingen kilde ”nobody”." in answer
    assert "docs/en/index.md:14 error There is no source “nobody”." in answer


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [("da", "Der findes ingen kilde", "There is no"), ("en", "There is no source", "Der findes")],
)
def test_one_language_can_be_asked_for(faulty_site: SmallSite, language: str, said: str, unsaid: str) -> None:
    for form in ("text", "github"):
        answer = run("check", "--root", faulty_site.root, "--lang", language, "--format", form).output
        assert answer.count(said) == 2
        assert unsaid not in answer


def test_advice_alone_stops_nobody(small_site: SmallSite) -> None:
    small_site.data("glossary.yml", [{**TERM, "avoid": {"en": ["exit interview"], "da": ["exit interview"]}}])
    small_site.pages("index", "# Hello {#hello}\n\nAn exit interview.\n", "# Hej {#hello}\n\nEt exit interview.\n")
    in_step(small_site)
    answer = run("check", "--root", small_site.root, "--format", "json")
    assert {(found["id"], found["severity"]) for found in json.loads(answer.output)} == {("term-avoided", "advice")}
    assert answer.exit_code == 0
    assert "::notice file=" in run("check", "--root", small_site.root, "--format", "github").output


def _sources(site: SmallSite) -> list[dict[str, Any]]:
    return [source.model_dump(mode="json", exclude_none=True) for source in site.library().sources.values()]


def test_check_works_from_a_folder_below_the_root(faulty_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty_site.root / "docs" / "da")
    answer = run("check")
    assert answer.exit_code == 1
    assert "docs/da/index.md:15" in answer.output


def test_check_works_on_another_copy(site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = SmallSite.create(tmp_path / "other")
    other.pages("index", "# Hello {#hello}\n\nSaid [@nobody].\n")
    in_step(other)
    monkeypatch.chdir(site.root)
    assert run("check").exit_code == 0
    assert run("check", "--root", "../other").exit_code == 1
    assert run("check", "--root", other.root / "docs" / "en").exit_code == 1


def test_findings_as_json_have_exactly_the_agreed_shape(faulty_site: SmallSite) -> None:
    answer = run("check", "--root", faulty_site.root, "--format", "json")
    assert answer.exit_code == 1
    found = json.loads(answer.stdout)
    assert [(entry["id"], entry["severity"], entry["file"], entry["line"]) for entry in found] == [
        ("source-unknown", "error", "docs/da/index.md", 15),
        ("source-unknown", "error", "docs/en/index.md", 14),
    ]
    for entry in found:
        assert list(entry) == ["id", "severity", "file", "line", "message", "fix"]
        assert list(entry["message"]) == list(entry["fix"]) == ["en", "da"]
        assert "“nobody”" in entry["message"]["en"]
        assert "”nobody”" in entry["message"]["da"]
        assert all(entry["fix"].values())


def test_no_findings_as_json_are_an_empty_list(site: SmallSite) -> None:
    answer = run("check", "--root", site.root, "--format", "json")
    assert (answer.exit_code, json.loads(answer.stdout)) == (0, [])


def test_findings_for_github_are_one_annotation_a_line(faulty_site: SmallSite) -> None:
    answer = run("check", "--root", faulty_site.root, "--format", "github")
    assert answer.exit_code == 1
    first, second = answer.stdout.splitlines()
    assert first.startswith("::error file=docs/da/index.md,line=15,title=source-unknown::Der findes ingen kilde ”nobody”.")
    assert second.startswith("::error file=docs/en/index.md,line=14,title=source-unknown::There is no source “nobody”.")
    assert run("check", "--root", faulty_site.root / "docs", "--format", "github").stdout == answer.stdout


def test_words_from_a_page_are_never_taken_for_colours_or_pictures(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n\n[here](./[red].md) and [there](:warning:.md)\n")
    answer = run("check", "--root", small_site.root, "--lang", "en").output
    assert ":warning:.md" in answer
    assert "[red].md" in answer


def test_a_built_site_is_checked_as_well(site: SmallSite, tmp_path: Path) -> None:
    site.write("../built/index.html", "<h1>One</h1><h1>Two</h1>")
    answer = run("check", "--root", site.root, "--site", tmp_path / "built", "--format", "json")
    assert answer.exit_code == 1
    assert {"built-heading", "built-language"} <= {found["id"] for found in json.loads(answer.stdout)}
    assert {found["file"] for found in json.loads(answer.stdout)} == {"site/index.html"}


@pytest.mark.parametrize("command", ["serve", "build", "check", "schemas"])
def test_where_no_site_is_one_line_says_so_with_exit_code_2(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run(command)
    said = f"✗ There is no site in {tmp_path}: mkdocs.yml and docs/ were looked for. Use --root DIR.\n"
    assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", said)


def test_the_program_itself_ends_the_same_way_without_a_traceback(tmp_path: Path) -> None:
    answer = run_alone("check", folder=tmp_path)
    said = f"✗ There is no site in {tmp_path}: mkdocs.yml and docs/ were looked for. Use --root DIR.\n"
    assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--root", "gone"), "✗ There is no folder gone."),
        (("build", "--root", "mkdocs.yml"), "✗ There is no folder mkdocs.yml."),
        (("check", "--site", "docs"), "✗ There is no built site in docs: index.html was looked for."),
    ],
)
def test_a_folder_that_is_not_what_was_meant_is_told_in_one_line(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(small_site.root)
    answer = run(*words)
    assert (answer.exit_code, answer.stdout, answer.stderr.strip()) == (2, "", said)


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("check", "--format", "xml"), ("check", "--lang", "de"), ("check", "--what")]
)
def test_a_misspelt_command_or_choice_ends_with_exit_code_2_and_no_traceback(words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.exit_code == 2
    assert isinstance(answer.exception, SystemExit)
    assert words[-1] in answer.stderr
    assert answer.stdout == ""


def test_build_refuses_what_cannot_be_built_and_says_which_file(small_site: SmallSite, tmp_path: Path) -> None:
    small_site.write("docs/da/index.md", b"# Hej {#hello}\n\nbl\xe5\n")
    answer = run_alone("build", "--site", tmp_path / "site", folder=small_site.root)
    assert answer.returncode == 1
    assert "docs/da/index.md:3 fejl Filen er ikke gemt som UTF-8 (byten 0xe5 kan ikke læses)." in answer.stderr
    assert "No site can be built while these files are as they are: docs/da/index.md:3." in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "site").exists()


def test_build_never_empties_a_folder_that_no_build_has_made(small_site: SmallSite, tmp_path: Path) -> None:
    letter = tmp_path / "letters" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear Anna", encoding="utf-8")
    answer = run("build", "--root", small_site.root, "--site", letter.parent)
    assert answer.exit_code == 1
    assert f"{letter.parent} holds files that no build has made" in answer.stderr
    assert letter.read_text(encoding="utf-8") == "Dear Anna"


@pytest.mark.parametrize(
    ("environment", "unsaid"),
    [
        ({}, "SITE_URL and REPO_URL not set"),
        ({"SITE_URL": "https://example.org/", "REPO_URL": ""}, "REPO_URL not set"),
        ({"SITE_URL": "https://example.org/", "REPO_URL": "https://git.example.org/"}, None),
        ({"SITE_URL": "https://a.org/", "REPO_URL": "https://b.org/", "CONTACT": "us@example.org"}, None),
        (
            {"SITE_URL": "https://a.org/", "REPO_URL": "https://b.org/", "CONTACT": "call us"},
            "CONTACT is no e-mail address (call us)",
        ),
    ],
)
def test_a_publisher_is_told_what_is_left_unsaid(environment: Mapping[str, str], unsaid: str | None) -> None:
    notes = publish.notes(environment)
    if unsaid is None:
        assert notes == ()
    else:
        assert any(note.startswith(unsaid) for note in notes)


class Started:
    """Stands in for `subprocess`: notes what would be started."""

    def __init__(self, ending: int | BaseException) -> None:
        self.ending = ending
        self.command: list[str] = []

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.command = command
        if isinstance(self.ending, BaseException):
            raise self.ending
        return subprocess.CompletedProcess(command, self.ending)


@pytest.mark.parametrize("file", ["sitemap.xml", ".git"])
def test_a_built_site_or_an_empty_branch_may_be_built_anew_in_its_place(
    small_site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    small_site.write(f"../built/{file}", "<urlset/>")
    server = Started(0)
    monkeypatch.setattr(publish, "subprocess", server)
    answer = run("build", "--root", small_site.root, "--site", tmp_path / "built")
    assert answer.exit_code == 0, answer.output
    assert server.command[-3:] == ["--strict", "--site-dir", str(tmp_path / "built")]


def test_a_build_that_mkdocs_stops_is_refused(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "subprocess", Started(1))
    answer = run("build", "--root", small_site.root)
    assert answer.exit_code == 1
    assert "MkDocs stopped" in answer.stderr
    assert not (small_site.root / "site").exists()


@pytest.mark.parametrize(("ending", "code"), [(0, 0), (1, 1), (KeyboardInterrupt(), 0)])
def test_serve_tells_both_addresses_and_ends_as_the_server_ends(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch, ending: int | BaseException, code: int
) -> None:
    server = Started(ending)
    monkeypatch.setattr(publish, "subprocess", server)
    answer = run("serve", "--root", small_site.root, "--port", "8123")
    assert answer.exit_code == code
    assert "http://127.0.0.1:8123/ and http://127.0.0.1:8123/da/" in answer.stderr
    assert server.command[-2:] == ["--dev-addr", "127.0.0.1:8123"]
    assert str(small_site.root / "mkdocs.yml") in server.command


def test_serve_shows_first_what_could_not_be_read(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site.write("docs/en/index.md", "---\ntitle: [\n---\n# Hello {#hello}\n")
    monkeypatch.setattr(publish, "subprocess", Started(0))
    assert "docs/en/index.md:3 error The front matter cannot be read" in run("serve", "--root", small_site.root).stderr


def test_schemas_are_listed_written_once_and_then_left_alone(small_site: SmallSite) -> None:
    folder = small_site.root / "docs" / "data" / "schemas"

    def states() -> set[str]:
        return {line.rpartition(": ")[2] for line in run("schemas", "--root", small_site.root).stdout.splitlines()}

    assert states() == {"differs"}
    assert not folder.exists()
    first = run("schemas", "--root", small_site.root, "--write")
    assert first.exit_code == 0
    assert {line.rpartition(": ")[2] for line in first.stdout.splitlines()} == {"written"}
    written = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    assert "sources.json" in written
    assert states() == {"same"}
    run("schemas", "--root", small_site.root, "--write")
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == written


def test_the_schemas_in_the_repository_are_up_to_date(repository: Path) -> None:
    answer = run("schemas", "--root", repository)
    assert [line for line in answer.stdout.splitlines() if not line.endswith(": same")] == []
