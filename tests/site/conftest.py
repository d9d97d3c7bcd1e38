"""What tests of the finished site share: its pages as trees, and a second build by MkDocs alone."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from knowledge.content.languages import Language
from knowledge.content.library import Library
from selectolax.lexbor import LexborHTMLParser

from tests.site.places import built_file


@dataclass(frozen=True)
class Build:
    """A build by MkDocs alone: where it built, its exit code, and what it printed."""

    folder: Path
    code: int
    said: str

    @property
    def warnings(self) -> list[str]:
        return [line for line in self.said.splitlines() if line.startswith(("WARNING", "ERROR"))]


def mkdocs(root: Path, folder: Path, **environment: str) -> Build:
    """Build as somebody does who has never heard of our own command."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    answer = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Build(folder, answer.returncode, answer.stdout)


@pytest.fixture(scope="session")
def plain_build(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The real site, built by MkDocs alone."""
    return mkdocs(repository, tmp_path_factory.mktemp("plain") / "site")


@pytest.fixture(scope="session")
def trees(built_site: Path, library: Library) -> Mapping[tuple[Language, str], LexborHTMLParser]:
    """Every page of the built site by its language and key."""
    return {
        (language, key): LexborHTMLParser((built_site / built_file(language, key)).read_text(encoding="utf-8"))
        for language, key in library.pages
    }


@pytest.fixture(scope="session")
def not_found_trees(built_site: Path) -> Mapping[Language, LexborHTMLParser]:
    """The pages for a wrong address."""
    files: dict[Language, str] = {"en": "404.html", "da": "da/404.html"}
    return {language: LexborHTMLParser((built_site / file).read_text(encoding="utf-8")) for language, file in files.items()}
