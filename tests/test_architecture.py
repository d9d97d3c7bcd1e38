"""The shape of the code: which part may know which, and what nothing may hold."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# Folders that are made here and never kept.
MADE = {"site", "__pycache__"}
KEPT_HIDDEN = {".ci", ".github"}

# Put together from parts, so that this file does not name them itself.
REGISTRIES = [
    *(f"py{'pi'}.org", f"python{'hosted'}.org", f"npm{'js'}.org", f"npm{'js'}.com", f"yarn{'pkg'}.com", f"crates{'.'}io"),
    *(f"un{'pkg'}.com", f"js{'delivr'}.net", f"cdn{'js'}.com", f"conda{'.'}anaconda", f"ruby{'gems'}.org", f"proxy{'.'}golang"),
]


def kept_files(folder: Path) -> Iterator[Path]:
    """Yield every file of the repository that is kept, as far as its folder's name tells."""
    for path in sorted(folder.iterdir()):
        if not path.is_dir():
            yield path
        elif path.name not in MADE and (not path.name.startswith(".") or path.name in KEPT_HIDDEN):
            yield from kept_files(path)


def lint(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LINT_IMPORTS), "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_dependencies_run_one_way(repository: Path) -> None:
    answer = lint(repository)
    assert answer.returncode == 0, answer.stdout
    kept = re.search(r"Contracts: (\d+) kept, 0 broken", answer.stdout)
    assert kept is not None
    assert int(kept[1]) >= 2


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("content/languages.py", "import knowledge.checks.report", "Dependencies run one way"),
        ("markup/place.py", "import knowledge.web.settings", "Dependencies run one way"),
        ("web/build.py", "import mkdocs.utils", "Only the hooks know MkDocs"),
        ("content/page.py", "def load() -> None:\n    from mkdocs import utils  # noqa", "Only the hooks know MkDocs"),
    ],
)
def test_a_dependency_that_runs_the_other_way_is_caught(
    repository: Path, tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copy(repository / "pyproject.toml", tmp_path)
    package = tmp_path / "scripts" / "knowledge"
    shutil.copytree(repository / "scripts" / "knowledge", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    answer = lint(tmp_path, PYTHONPATH=str(tmp_path / "scripts"))
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"{contract} BROKEN" in answer.stdout


def test_only_the_hooks_import_mkdocs(repository: Path) -> None:
    importing = re.compile(r"^\s*(?:from|import)\s+mkdocs\b", re.MULTILINE)
    found = [
        path.relative_to(repository).as_posix()
        for path in sorted((repository / "scripts").rglob("*.py"))
        if importing.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["scripts/hooks.py"]


def test_the_hooks_stay_short(repository: Path) -> None:
    assert len((repository / "scripts" / "hooks.py").read_text(encoding="utf-8").splitlines()) < 100


def test_no_module_is_too_long_to_read(repository: Path) -> None:
    lengths = {
        path.relative_to(repository).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (repository / "scripts").rglob("*.py")
    }
    assert len(lengths) > 20
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_every_module_and_package_says_what_it_knows(repository: Path) -> None:
    silent = [
        path.relative_to(repository).as_posix()
        for path in (repository / "scripts").rglob("*.py")
        if not path.read_text(encoding="utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


def test_no_kept_file_names_a_registry_of_packages(repository: Path) -> None:
    named = [
        (path.relative_to(repository).as_posix(), host)
        for path in kept_files(repository)
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]
    assert named == []


def test_nothing_is_left_to_be_done_later(repository: Path) -> None:
    marks = re.compile(rb"\b(?:" + b"TO" + b"DO|FIX" + b"ME)\\b")
    left = [path.relative_to(repository).as_posix() for path in kept_files(repository) if marks.search(path.read_bytes())]
    assert left == []


def test_the_search_for_marks_sees_the_files_that_are_kept(repository: Path) -> None:
    names = {path.relative_to(repository).as_posix() for path in kept_files(repository)}
    assert {"mkdocs.yml", "Makefile", ".ci/run", "scripts/hooks.py", "docs/en/index.md", "tests/test_architecture.py"} <= names
    assert not any(name.startswith((".venv", "site/", ".git/")) or "__pycache__" in name for name in names)
