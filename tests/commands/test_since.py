"""`knowledge check --since`: what has changed in this copy, and what is said where that cannot be known."""

import json
from pathlib import Path

import pytest
from knowledge.cli import app
from knowledge.twins.changed import NoHistory, UnknownCommit, changed_since
from typer.testing import CliRunner

from tests.small_site import SmallSite
from tests.twins.repositories import commit, declare, git

WRONG = "# Hello {#hello}\n\nSee [nothing](nowhere.md).\n"


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["check", *words, "--root", str(site.root)], env={"COLUMNS": "200"})
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """A site in a repository, with a fault in a page that nobody changes."""
    small_site.pages("old", WRONG.replace("hello", "old"), title="Old")
    declare(small_site, "index")
    declare(small_site, "old")
    commit(small_site, "First")
    return small_site


def test_a_copy_without_changes_has_nothing_to_mend(site: SmallSite) -> None:
    assert run(site)[0] == 1
    assert run(site, "--since", "HEAD")[0] == 0


def test_only_the_changed_page_and_its_twin_are_told(site: SmallSite) -> None:
    site.page("da", "index", WRONG)
    code, said = run(site, "--since", "HEAD")
    assert code == 1
    assert "docs/da/index.md" in said
    assert "docs/en/old.md" not in said


def test_committed_uncommitted_and_new_files_count(site: SmallSite) -> None:
    first = git(site.root, "rev-parse", "HEAD")
    site.page("da", "index", WRONG)
    commit(site)
    site.page("en", "index", WRONG)
    site.page("en", "new", WRONG)
    (site.root / "docs/da/old.md").unlink()
    changed = changed_since(site.root, first)
    assert changed.exact
    assert changed.files == {"docs/da/index.md", "docs/en/index.md", "docs/en/new.md", "docs/da/old.md"}


def test_what_changed_on_the_other_side_since_the_histories_parted_does_not_count(site: SmallSite) -> None:
    git(site.root, "switch", "--quiet", "--create", "mine")
    site.page("da", "index", WRONG)
    commit(site)
    git(site.root, "switch", "--quiet", "main")
    site.page("en", "theirs", WRONG)
    commit(site)
    git(site.root, "switch", "--quiet", "mine")
    assert changed_since(site.root, "main").files == {"docs/da/index.md"}


def test_a_translation_that_was_touched_and_not_declared_stops_the_change(site: SmallSite) -> None:
    site.page("en", "index", "# Hello {#hello}\n\nSomething else entirely.\n")
    assert "translation-lags" in run(site, "--since", "HEAD")[1]
    assert run(site, "--since", "HEAD")[0] == 0
    path = site.root / "docs/da/index.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Tekst.", "Tekst nu."), encoding="utf-8")
    code, said = run(site, "--since", "HEAD")
    assert code == 1
    assert "translation-left-behind" in said


def test_the_findings_can_be_had_as_data_and_as_annotations(site: SmallSite) -> None:
    site.page("da", "index", WRONG)
    code, said = run(site, "--since", "HEAD", "--format", "json")
    assert code == 1
    assert {"link-dead"} <= {found["id"] for found in json.loads(said)}
    assert "::error file=docs/da/index.md," in run(site, "--since", "HEAD", "--format", "github")[1]


def test_a_commit_that_does_not_exist_is_wrong_use(site: SmallSite) -> None:
    code, said = run(site, "--since", "nowhere")
    assert code == 2
    assert "no commit 'nowhere'" in said


def test_a_commit_is_never_taken_for_an_option_of_git(site: SmallSite) -> None:
    with pytest.raises(UnknownCommit):
        changed_since(site.root, "--output=x")
    assert not (site.root / "x").exists()


def test_outside_a_repository_it_is_said_that_nothing_is_known(small_site: SmallSite) -> None:
    with pytest.raises(NoHistory):
        changed_since(small_site.root, "HEAD")
    code, said = run(small_site, "--since", "HEAD")
    assert code == 2
    assert "no git repository" in said


@pytest.fixture
def shallow(site: SmallSite, tmp_path: Path) -> SmallSite:
    """A clone that holds only the newest version, with one page changed in it."""
    site.page("en", "index", "# Hello {#hello}\n\nText once more.\n")
    commit(site, "Second")
    folder = tmp_path / "shallow"
    git(site.root, "clone", "--quiet", "--depth", "1", site.root.as_uri(), str(folder))
    return SmallSite(folder)


def test_in_a_shallow_clone_an_unknown_commit_means_that_everything_is_checked_and_that_is_said(
    site: SmallSite, shallow: SmallSite
) -> None:
    first = git(site.root, "rev-parse", "HEAD^")
    code, said = run(shallow, "--since", first)
    assert code == 1
    assert "holds only the newest versions" in said
    assert "docs/en/old.md" in said


def test_in_a_shallow_clone_a_translation_of_an_unknown_version_is_told_and_not_guessed(shallow: SmallSite) -> None:
    path = shallow.root / "docs/da/index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMere.\n", encoding="utf-8")
    _, said = run(shallow, "--since", "HEAD")
    assert "translation-unknown" in said


def test_a_file_name_of_any_letters_is_seen(site: SmallSite) -> None:
    site.page("da", "blåbær og øl", WRONG)
    assert "docs/da/blåbær og øl.md" in changed_since(site.root, "HEAD").files


def test_a_site_in_a_folder_of_a_repository_has_its_own_paths(site: SmallSite, tmp_path: Path) -> None:
    below = tmp_path / "whole"
    inner = SmallSite.create(below / "inner")
    outer = SmallSite(below)
    commit(outer)
    inner.page("en", "index", WRONG)
    outer.write("README.md", "x")
    assert changed_since(inner.root, "HEAD").files == {"docs/en/index.md"}
