"""The checks are tested by breaking the real site: every fault is found where it stands, and nothing else is said."""

from functools import cache
from pathlib import Path

import pytest
from knowledge.cli import app
from knowledge.content.findings import finding
from knowledge.content.wording import catalogue
from knowledge.faults.catalogue import SUBJECTS, covered, exempt, without_fault
from knowledge.faults.copy import Copy, OutOfDate
from knowledge.faults.fault import Expected, Fault, replaced, said, said_once
from knowledge.faults.run import Trial, badly_said
from typer.testing import CliRunner

PAGE = "docs/en/handbook/words.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults") / "site"


@cache
def made(repository: Path, folder: Path) -> Trial:
    return Trial(repository, folder)


@pytest.fixture
def trial(repository: Path, folder: Path) -> Trial:
    """A copy of the real site, made once; not before the day of the check has been set."""
    return made(repository, folder)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_fault_is_found_where_it_stands_and_nothing_else_is_said(subject: str, trial: Trial) -> None:
    outcomes = [trial.try_out(fault) for fault in SUBJECTS[subject]]
    wrong = {
        outcome.fault.name: (*outcome.missed, *outcome.false_alarms, *outcome.badly_said)
        for outcome in outcomes
        if outcome.missed or outcome.false_alarms or outcome.badly_said
    }
    assert wrong == {}


def test_the_untouched_site_is_clean(trial: Trial) -> None:
    assert trial.control == ()


def test_every_check_has_a_fault_or_a_reason_why_not() -> None:
    assert without_fault() == ()


def test_a_check_that_is_exempt_has_no_fault_and_a_reason() -> None:
    assert not covered() & exempt().keys()
    assert all(exempt().values())


def test_faults_name_checks_that_exist_and_have_names_of_their_own() -> None:
    faults = [fault for subject in SUBJECTS.values() for fault in subject]
    assert len({fault.name for fault in faults}) == len(faults)
    for fault in faults:
        assert {fault.check, *fault.consequences} <= set(catalogue())
        assert all(fault.consequences.values())
        assert fault.check not in fault.consequences


def test_both_languages_are_broken(trial: Trial) -> None:
    files: set[str] = set()
    for fault in SUBJECTS["links"]:
        files |= {file.split("/")[1] for file, _ in fault.change(trial.copy).places}
        trial.copy.undo()
    assert files == {"en", "da"}


# ---------- What tries them ----------


def test_a_fault_that_its_check_does_not_see_is_missed(trial: Trial) -> None:
    outcome = trial.try_out(said_once("Nothing is wrong", "link-dead", "en", "Talk to your leader."))
    assert outcome.missed == (f"link-dead at {PAGE}:{first_section(trial)}",)
    assert not outcome.found


def test_what_another_check_says_is_a_false_alarm(trial: Trial) -> None:
    outcome = trial.try_out(said_once("A tab form", "tab-form", "en", '=== "One"\n\n!!! note'))
    assert outcome.found
    assert outcome.false_alarms == (f"admonition-form at {PAGE}:{first_section(trial) + 2}",)


def test_the_same_check_at_another_line_is_a_false_alarm(trial: Trial) -> None:
    outcome = trial.try_out(said_once("A tab form", "tab-form", "en", '=== "One"\n\n=== "Two"'))
    assert outcome.false_alarms == (f"tab-form at {PAGE}:{first_section(trial) + 2}",)


def test_a_consequence_that_is_named_is_no_false_alarm(trial: Trial) -> None:
    text = '=== "One"\n\n!!! note'
    fault = said("Two forms", "tab-form", text, consequences={"admonition-form": "it stands in the same text"})
    assert trial.try_out(fault).false_alarms == ()


def test_a_fault_whose_place_is_gone_is_missed_and_says_so(trial: Trial) -> None:
    outcome = trial.try_out(replaced("A word is gone", "link-dead", PAGE, ("no such words", "")))
    assert outcome.missed == (f"the fault no longer fits the site: {PAGE} has no no such words",)


def test_everything_is_undone_even_when_a_fault_breaks_off(trial: Trial) -> None:
    before = content(trial.copy.root)

    def change(copy: Copy) -> Expected:
        copy.write("docs/new/folder.md", "New.\n")
        copy.remove(PAGE)
        copy.link("docs/assets/link.svg", "gone.svg")
        copy.replace("mkdocs.yml", "nav:", "navigation:")
        raise OutOfDate("broken off")

    trial.try_out(Fault("Much is changed", "link-dead", change))
    assert content(trial.copy.root) == before
    assert trial.copy.kept == {}


def test_a_blank_that_the_finding_does_not_fill_is_told() -> None:
    (told,) = badly_said(finding("link-dead", PAGE, 1))
    assert "which the finding does not bring" in told


def test_braces_that_an_editor_wrote_are_no_blanks() -> None:
    assert list(badly_said(finding("heading-second", PAGE, 1, text="{a} and {{b}}"))) == []


def test_the_command_prints_the_score(repository: Path) -> None:
    answer = CliRunner().invoke(app, ["faults", "--root", str(repository), "--only", "link-case"])
    assert answer.exit_code == 0
    assert answer.output.startswith("1 faults: 1 found, 0 missed; 0 false alarms; 1 of ")


@pytest.mark.parametrize(("name", "words"), [("no-such-check", "There is no check"), ("built-link", "No fault tries")])
def test_the_command_says_when_there_is_nothing_to_try(repository: Path, name: str, words: str) -> None:
    answer = CliRunner().invoke(app, ["faults", "--root", str(repository), "--only", name])
    assert answer.exit_code == 2
    assert words in answer.output


def first_section(trial: Trial) -> int:
    """Return the line at which new text is set into the first section."""
    return trial.copy.line(PAGE, r"^## ")


def content(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
