"""The documents of the real site, made once a worker."""

from pathlib import Path

import pytest
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library
from knowledge.documents.worksheets import KEPT, Documents

ADDRESS = "https://faelles-viden.example/"


@pytest.fixture(scope="session")
def made(library: Library, repository: Path) -> dict[str, bytes]:
    """Every document of the tools by its path below the site's root; what a build has kept is used again."""
    kept = Kept(repository / KEPT)
    return {path: content for language in LANGUAGES for path, content in Documents(library, language, ADDRESS, kept).all()}
