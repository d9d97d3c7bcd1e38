"""What every test may ask for: the real repository, its library, its built site, and a small site to break."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from knowledge.content.library import Library, load_library
from knowledge.documents.worksheets import KEPT as DOCUMENTS
from knowledge.publish import build_site

from tests.small_site import SmallSite

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def library(repository: Path) -> Library:
    """The real content, read once."""
    return load_library(repository)


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """A correct bilingual site of one page, to be changed and broken."""
    return SmallSite.create(tmp_path / "small")


@pytest.fixture(scope="session")
def built_site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once a worker; tests that use it belong to the group 'site', so that one worker builds it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(library, folder)
    return folder


@pytest.fixture
def copy_of_repository(tmp_path: Path) -> Callable[[], Path]:
    """Return a function that copies what a build needs, for tests that change real files."""

    def copy() -> Path:
        target = tmp_path / "copy"
        target.mkdir()
        for name in ("docs", "overrides", "scripts"):
            shutil.copytree(REPOSITORY / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(REPOSITORY / "mkdocs.yml", target / "mkdocs.yml")
        if (REPOSITORY / DOCUMENTS).is_file():
            # Laid out once: what a test changes is made anew.
            (target / DOCUMENTS).parent.mkdir(parents=True)
            shutil.copy(REPOSITORY / DOCUMENTS, target / DOCUMENTS)
        return target

    return copy


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("SITE_URL", "REPO_URL", "PUBLISHER", "CONTACT", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    # Reviews are due on a day; here it is always the same one.
    monkeypatch.setenv("KNOWLEDGE_TODAY", "2026-11-25")
    assert "SITE_URL" not in os.environ
