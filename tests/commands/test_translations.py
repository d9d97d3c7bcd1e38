"""`knowledge translations` as an editor uses it."""

import pytest
from knowledge.cli import app
from knowledge.content.library import load_library
from typer.testing import CliRunner

from tests.small_site import SmallSite
from tests.twins.repositories import commit, declare

ENGLISH = "# A {#a}\n\nThe group of 20 was trained.\n"
DANISH = "# A {#a}\n\nGruppen på 20 blev uddannet.\n"


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    """Run a command on a site; return its exit code and everything it said."""
    result = CliRunner().invoke(app, ["translations", "--root", str(site.root), *words])
    return result.exit_code, result.output


@pytest.fixture
def lagging(small_site: SmallSite) -> SmallSite:
    small_site.pages("index", ENGLISH, DANISH)
    declare(small_site, "index")
    commit(small_site)
    small_site.page("en", "index", ENGLISH.replace("20", "25"))
    return small_site


def test_the_list_names_what_lags_and_ends_with_1(lagging: SmallSite) -> None:
    code, said = run(lagging)
    assert code == 1
    assert "docs/da/index.md: lags – a" in said
    assert "0 of 1 translations are in step." in said


@pytest.mark.parametrize("path", ["index", "docs/da/index.md", "docs/en/index.md", "./docs/da/index.md"])
def test_show_gives_the_changed_words(lagging: SmallSite, path: str) -> None:
    code, said = run(lagging, "show", path)
    assert code == 0
    assert "#a changed (meaning)" in said
    assert "- 20" in said and "+ 25" in said


def test_confirm_declares_the_translation_and_changes_nothing_else(lagging: SmallSite) -> None:
    file = lagging.root / "docs/da/index.md"
    before = file.read_text(encoding="utf-8")
    code, _ = run(lagging, "confirm", "index")
    assert code == 0
    source = load_library(lagging.root).pages["en", "index"]
    after = file.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [f"translated_from: {source.blob_id}"]
    assert run(lagging) == (0, "1 of 1 translations are in step.\n")


def test_a_page_that_does_not_exist_is_wrong_use(lagging: SmallSite) -> None:
    code, said = run(lagging, "show", "no/such/page")
    assert code == 2
    assert "no/such/page" in said and "Traceback" not in said
