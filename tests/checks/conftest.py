"""The findings of each example of a broken site, made once for all the tests that look at them."""

from collections.abc import Callable
from functools import cache

import pytest
from knowledge.content.findings import Finding

from tests.checks.examples import EXAMPLES
from tests.small_site import SmallSite


@pytest.fixture(scope="session")
def found_in_example(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Finding]]:
    """Return a function that gives what is found in the example of a check."""

    @cache
    def found(check: str) -> list[Finding]:
        return EXAMPLES[check].findings(SmallSite.create(tmp_path_factory.mktemp("example") / "small"))

    return found
