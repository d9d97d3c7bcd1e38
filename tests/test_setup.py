"""Setting up: locked packages, commands that exist, and a plain word where something is missing."""

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BASH = shutil.which("bash") or "/bin/bash"

# What a job may write to beyond reading, each with its reason: publishing needs the pages and a proof of who asks.
MAY_WRITE = {
    ("publish.yml", "publish", "pages"),
    ("publish.yml", "publish", "id-token"),
    # The one comment of a pull request; this job runs no file of the repository.
    ("comment.yml", "post", "pull-requests"),
}


def locked(file: Path) -> dict[str, tuple[str, list[str]]]:
    """Return each requirement of a lock file with its version and its hashes."""
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    entries: dict[str, tuple[str, list[str]]] = {}
    for line in (line.split("#")[0].strip() for line in text.splitlines()):
        if line:
            requirement = line.split(" --hash")[0].split(";")[0].strip()
            name, equals, version = requirement.partition("==")
            assert equals, f"{file.name}: {requirement} is not pinned"
            entries[canonicalize_name(name.split("[")[0])] = (version.strip(), re.findall(r"--hash=(\S+)", line))
    return entries


@pytest.mark.parametrize(("file", "least"), [("requirements.lock", 30), ("scripts/uv.lock", 1)])
def test_every_locked_package_is_pinned_and_has_hashes(repository: Path, file: str, least: int) -> None:
    entries = locked(repository / file)
    assert len(entries) >= least
    assert [name for name, (version, _) in entries.items() if not re.fullmatch(r"[0-9][0-9A-Za-z.+!-]*", version)] == []
    assert [name for name, (_, hashes) in entries.items() if not hashes] == []
    assert {found[:7] for _, hashes in entries.values() for found in hashes} == {"sha256:"}


def test_a_lock_without_a_pin_or_a_hash_is_caught(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("one==1.0 \\\n    --hash=sha256:ab\ntwo==2.0\n", encoding="utf-8")
    assert locked(lock) == {"one": ("1.0", ["sha256:ab"]), "two": ("2.0", [])}
    lock.write_text("one>=1.0 --hash=sha256:ab\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="not pinned"):
        locked(lock)


def test_every_direct_dependency_is_locked_at_the_version_that_is_asked_for(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])]
    entries = locked(repository / "requirements.lock")
    assert len(asked) > 10
    assert [requirement.name for requirement in asked if canonicalize_name(requirement.name) not in entries] == []
    for requirement in asked:
        version, _ = entries[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True), requirement
        for pin in requirement.specifier:
            assert pin.operator != "==" or pin.version == version


@pytest.mark.parametrize("script", ["scripts/setup.sh", ".ci/run"])
def test_a_script_can_be_read_by_bash_and_may_be_run(repository: Path, script: str) -> None:
    answer = subprocess.run([BASH, "-n", str(repository / script)], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert os.access(repository / script, os.X_OK)
    assert "set -euo pipefail" in (repository / script).read_text(encoding="utf-8")


def make(repository: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # Within `make test` a further make would announce the folders that it enters.
    command = ["make", "--no-print-directory", *words]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)


def targets(repository: Path) -> set[str]:
    """Return the targets that the Makefile declares to be commands."""
    found = re.search(r"^\.PHONY: (.*)$", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return set(found[1].split())


def test_make_alone_lists_every_command_with_what_it_does(repository: Path) -> None:
    answer = make(repository)
    assert answer.returncode == 0
    assert answer.stdout == make(repository, "help").stdout
    listed = {line.split()[1]: line.split(maxsplit=2)[2] for line in answer.stdout.splitlines()}
    assert set(listed) == targets(repository)
    assert {"serve", "site", "check", "test", "lint", "lock", "clean"} <= set(listed)
    assert all(said[0].isupper() for said in listed.values())


def test_every_command_of_make_exists(repository: Path) -> None:
    for target in sorted(targets(repository)):
        answer = make(repository, "--dry-run", target)
        assert answer.returncode == 0, answer.stderr
        assert answer.stdout.strip(), target


def test_every_script_and_program_that_make_starts_is_there(repository: Path) -> None:
    text = (repository / "Makefile").read_text(encoding="utf-8")
    started = set(re.findall(r"(?:scripts|tests)/[\w/.-]+\.(?:sh|py)", text))
    assert "scripts/setup.sh" in started
    assert [name for name in sorted(started) if not (repository / name).is_file()] == []


def workflows(repository: Path) -> dict[str, Mapping[str, Any]]:
    folder = repository / ".github" / "workflows"
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.y*ml"))}


def test_every_action_is_pinned_to_a_release(repository: Path) -> None:
    used = [
        (file, step["uses"])
        for file, workflow in workflows(repository).items()
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert used
    assert len(used) == sum(
        path.read_text(encoding="utf-8").count("uses:") for path in (repository / ".github").rglob("*.y*ml")
    )
    assert [entry for entry in used if not re.fullmatch(r"[\w-]+/[\w./-]+@v\d+\.\d+\.\d+", entry[1])] == []


def test_a_workflow_may_do_no_more_than_it_needs(repository: Path) -> None:
    written = set()
    for file, workflow in workflows(repository).items():
        assert workflow.get("permissions") in ({}, {"contents": "read"}), file
        for name, job in workflow["jobs"].items():
            rights = job.get("permissions", {})
            assert isinstance(rights, dict), f"{file}: {name}"
            written |= {(file, name, right) for right, level in rights.items() if level != "read"}
            assert set(rights.values()) <= {"read", "write"}
    assert written <= MAY_WRITE


def test_a_workflow_keeps_no_key_in_the_copy_it_works_on(repository: Path) -> None:
    for file, workflow in workflows(repository).items():
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                if str(step.get("uses", "")).startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False, file


class Machine:
    """A machine on which only the named programs exist."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.programs.mkdir()
        self.notes = folder / "notes"
        for name in ("dirname", "env"):
            real = shutil.which(name)
            assert real is not None
            (self.programs / name).symlink_to(real)

    def has(self, name: str, *lines: str) -> None:
        """Give the machine a program that notes how it was called and then does this."""
        path = self.programs / name
        path.write_text("\n".join([f"#!{BASH}", f'echo "{name} $*" >>"{self.notes}"', *lines, ""]), encoding="utf-8")
        path.chmod(0o755)

    def called(self) -> list[str]:
        return self.notes.read_text(encoding="utf-8").splitlines() if self.notes.exists() else []

    def set_up(self, repository: Path, *words: str) -> subprocess.CompletedProcess[str]:
        command = [BASH, str(repository / "scripts" / "setup.sh"), *words]
        return subprocess.run(command, env={"PATH": str(self.programs)}, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("has_apt", [True, False])
def test_who_may_not_install_the_browser_is_told_the_command_in_one_line(
    repository: Path, machine: Machine, has_apt: bool
) -> None:
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    if has_apt:
        machine.has("apt-get")
    answer = machine.set_up(repository, "browser")
    assert answer.returncode == 1
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Set-up stopped: ")
    assert "sudo apt-get install chromium" in line
    assert not any(call.startswith("apt-get") for call in machine.called())


def test_root_installs_the_browser_without_sudo(repository: Path, machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    answer = machine.set_up(repository, "browser")
    assert answer.returncode == 0, answer.stderr
    assert [call for call in machine.called() if call.startswith("apt-get update")]
    assert [call for call in machine.called() if call.startswith("apt-get install -y") and "chromium" in call]


def test_who_may_use_sudo_without_a_password_installs_the_browser_with_it(repository: Path, machine: Machine) -> None:
    machine.has("id", "echo 1000")
    machine.has("sudo", 'test "$1" = -n && shift', 'exec "$@"')
    machine.has("true")
    machine.has("apt-get")
    answer = machine.set_up(repository, "browser")
    assert answer.returncode == 0, answer.stderr
    assert [call for call in machine.called() if call.startswith("apt-get install -y") and "chromium" in call]


def test_a_browser_that_is_there_is_left_alone(repository: Path, machine: Machine) -> None:
    machine.has("chromium")
    machine.has("pdftoppm")
    answer = machine.set_up(repository, "browser")
    assert (answer.returncode, answer.stdout, answer.stderr, machine.called()) == (0, "", "", [])


@pytest.mark.parametrize(("there", "missing"), [("chromium", "poppler-utils"), ("pdftoppm", "chromium fonts-liberation")])
def test_only_what_is_missing_is_installed(repository: Path, machine: Machine, there: str, missing: str) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    machine.has(there)
    answer = machine.set_up(repository, "browser")
    assert answer.stdout == f"» Installing {missing}\n"
    (call,) = (call for call in machine.called() if call.startswith("apt-get install"))
    assert call.endswith(f" {missing}")


SPELLING = "hunspell hunspell-da hunspell-en-gb"
ADVICE = f"» Spelling is not looked at on this machine. To have it: sudo apt-get install {SPELLING}"


def test_spelling_that_is_there_is_left_alone(repository: Path, machine: Machine) -> None:
    machine.has("hunspell")
    answer = machine.set_up(repository, "spelling")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert machine.called() == ["hunspell -a -d da_DK", "hunspell -a -d en_GB"]


@pytest.mark.parametrize("program", [True, False])
def test_root_installs_the_spelling_where_the_program_or_a_dictionary_is_missing(
    repository: Path, machine: Machine, program: bool
) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    if program:
        machine.has("hunspell", 'test "$3" != en_GB')
    answer = machine.set_up(repository, "spelling")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, f"» Installing {SPELLING}\n", "")
    (call,) = (call for call in machine.called() if call.startswith("apt-get"))
    assert call.startswith("apt-get install -y") and call.endswith(SPELLING)


def test_the_list_of_packages_is_fetched_where_they_are_not_found_without_it(repository: Path, machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", 'test "$1" = update && : >"$0.fresh"', 'test -e "$0.fresh"')
    answer = machine.set_up(repository, "spelling")
    assert (answer.returncode, answer.stdout) == (0, f"» Installing {SPELLING}\n")
    assert [call.split()[1] for call in machine.called() if call.startswith("apt-get")] == ["install", "update", "install"]


@pytest.mark.parametrize("why", ["no right", "no such system", "nothing to fetch"])
def test_a_machine_that_cannot_have_the_spelling_is_told_so_in_one_line_and_goes_on(
    repository: Path, machine: Machine, why: str
) -> None:
    machine.has("id", "echo 0" if why == "nothing to fetch" else "echo 1000")
    machine.has("sudo", "exit 1")
    if why != "no such system":
        machine.has("apt-get", "echo E: no network >&2", "exit 100")
    answer = machine.set_up(repository, "spelling")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-1] == ADVICE
    assert len(answer.stdout.splitlines()) == (2 if why == "nothing to fetch" else 1)


def test_every_command_that_sets_up_python_sets_up_the_spelling(repository: Path) -> None:
    steps = make(repository, "--dry-run", "--always-make", "serve").stdout.splitlines()
    assert "scripts/setup.sh spelling" in steps
    assert steps.index("scripts/setup.sh python") < steps.index("scripts/setup.sh spelling")


def test_a_machine_without_python_is_told_how_to_get_it(repository: Path, machine: Machine) -> None:
    answer = machine.set_up(repository, "python")
    assert answer.returncode == 1
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Set-up stopped: Python 3.11 or newer is missing.")
    assert "apt-get install python3" in line


def test_a_machine_whose_python_is_too_old_is_told_so(repository: Path, machine: Machine) -> None:
    machine.has("python3", "exit 1")
    answer = machine.set_up(repository, "python")
    assert answer.returncode == 1
    assert "Python 3.11 or newer is missing" in answer.stderr


def test_a_machine_without_pip_is_told_how_to_get_it(repository: Path, machine: Machine) -> None:
    machine.has("python3", 'test "$1" = -c')
    answer = machine.set_up(repository, "python")
    assert answer.returncode == 1
    (line,) = answer.stderr.splitlines()
    assert line == "Set-up stopped: pip is missing. Install it, for example: sudo apt-get install python3-pip"


@pytest.mark.parametrize("words", [(), ("everything",)])
def test_a_wrong_word_is_answered_with_the_right_ones(repository: Path, machine: Machine, words: tuple[str, ...]) -> None:
    answer = machine.set_up(repository, *words)
    assert answer.returncode == 1
    assert answer.stderr.strip() == "Set-up stopped: usage: scripts/setup.sh python | browser | documents | spelling | lock"
