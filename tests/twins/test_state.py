"""How far a translation is behind, by the versions that git holds."""

import subprocess
from pathlib import Path

from knowledge.twins.history import GitVersions
from knowledge.twins.state import Standing, TranslationState, states

from tests.small_site import SmallSite
from tests.twins.repositories import commit, declare, git

ENGLISH = "# A {#a}\n\nThe group of 20 was trained.\n\n## B {#b}\n\nIt is voluntary.\n"
DANISH = "# A {#a}\n\nGruppen på 20 blev uddannet.\n\n## B {#b}\n\nDet er frivilligt.\n"


def prepared(site: SmallSite) -> SmallSite:
    """Commit a page whose translation is declared."""
    site.pages("index", ENGLISH, DANISH)
    declare(site, "index")
    commit(site)
    return site


def state(site: SmallSite) -> TranslationState:
    (found,) = states(site.library(), GitVersions(site.root))
    return found


def test_a_translation_of_the_newest_source_is_in_step(small_site: SmallSite) -> None:
    assert state(prepared(small_site)).standing is Standing.in_step


def test_only_the_section_that_changed_lags(small_site: SmallSite) -> None:
    site = prepared(small_site)
    site.page("en", "index", ENGLISH.replace("20", "25"))
    found = state(site)
    assert found.standing is Standing.lags
    assert [change.id for change in found.lagging] == ["a"]
    assert found.lag_of("a")[0].words[0].after == "25"
    assert found.lag_of("b") == ()


def test_it_is_known_before_the_change_is_committed_and_after(small_site: SmallSite) -> None:
    site = prepared(small_site)
    site.page("en", "index", ENGLISH.replace("voluntary", "not voluntary"))
    before = state(site).standing
    commit(site)
    assert before is state(site).standing is Standing.lags


def test_a_mended_typing_error_and_a_new_date_of_review_leave_it_in_step(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH.replace("trained", "traned"), DANISH)
    declare(small_site, "index")
    commit(small_site)
    small_site.page("en", "index", ENGLISH, reviewed="2027-01-01", review_by="2028-01-01")
    found = state(small_site)
    assert found.standing is Standing.in_step
    assert found.changes != ()


def test_a_translation_that_was_never_declared_is_undeclared(small_site: SmallSite) -> None:
    commit(small_site)
    assert state(small_site).standing is Standing.undeclared


def test_danish_may_be_the_source(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH, source_language="da")
    commit(small_site)
    found = state(small_site)
    assert (found.page.language, found.source.language) == ("en", "da")


def test_a_rename_and_a_squash_do_not_matter_because_content_is_what_is_named(small_site: SmallSite) -> None:
    site = prepared(small_site)
    for language in ("en", "da"):
        (site.root / f"docs/{language}/index.md").rename(site.root / f"docs/{language}/moved.md")
    git(site.root, "checkout", "--quiet", "--orphan", "squashed")
    commit(site, "Squash")
    assert state(site).standing is Standing.in_step


def test_a_shallow_clone_says_that_it_cannot_know(small_site: SmallSite, tmp_path: Path) -> None:
    site = prepared(small_site)
    site.page("en", "index", ENGLISH.replace("20", "25"))
    commit(site)
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{site.root}", str(shallow)], check=True)
    versions = GitVersions(shallow)
    (found,) = states(SmallSite(shallow).library(), versions)
    assert found.standing is Standing.unknown
    assert not versions.complete
    assert GitVersions(site.root).complete


def test_without_git_nothing_is_guessed(small_site: SmallSite) -> None:
    small_site.pages("index", ENGLISH, DANISH)
    declare(small_site, "index")
    small_site.page("en", "index", ENGLISH.replace("20", "25"))
    versions = GitVersions(small_site.root)
    (found,) = states(small_site.library(), versions)
    assert found.standing is Standing.unknown
    assert not versions.complete
