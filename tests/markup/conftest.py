"""What tests of the marks share: a small site that can paint its blocks."""

import shutil
from pathlib import Path

import pytest

from tests.small_site import SmallSite


@pytest.fixture
def site(small_site: SmallSite, repository: Path) -> SmallSite:
    """A small site with the real templates."""
    shutil.copytree(repository / "overrides", small_site.root / "overrides")
    return small_site
