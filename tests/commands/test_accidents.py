"""What happens to editors: a file renamed in one language, a file saved by half, two who confirm the same page at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from knowledge.cli import app
from typer.testing import CliRunner

from tests.small_site import NAV_OF_TWO, SmallSite
from tests.twins.repositories import commit, declare, git

COMMAND = Path(sys.executable).with_name("knowledge")


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    """Run a command; `translations` takes the root before its own words."""
    place = 1 if words[0] == "translations" else len(words)
    command = [*words[:place], "--root", str(site.root), *words[place:]]
    answer = CliRunner().invoke(app, command, env={"COLUMNS": "200"})
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    small_site.write("mkdocs.yml", NAV_OF_TWO)
    small_site.pages("index", "# Hello {#hello}\n\nRead [the first page](a.md).\n")
    small_site.pages("a", "# A {#a}\n\nBack to [the beginning](index.md).\n", title="A")
    for key in ("index", "a"):
        declare(small_site, key)
    commit(small_site, "First")
    return small_site


# ---------- A file renamed in one language ----------


def test_a_file_renamed_in_one_language_is_told_at_both_names(site: SmallSite) -> None:
    (site.root / "docs/en/a.md").rename(site.root / "docs/en/b.md")
    found = {(found.id, found.file) for found in site.findings()}
    assert {("twin-missing", "docs/en/b.md"), ("twin-missing", "docs/da/a.md"), ("nav-page-missing", "mkdocs.yml")} <= found
    assert ("link-dead", "docs/en/index.md") in found


def test_the_rename_that_was_begun_by_hand_is_finished_by_the_command(site: SmallSite) -> None:
    (site.root / "docs/en/a.md").rename(site.root / "docs/en/b.md")
    code, said = run(site, "rename", "a", "b", "--write")
    assert code == 0, said
    assert site.findings() == ()
    assert "- {from: a, to: b}" in (site.root / "docs/data/redirects.yml").read_text(encoding="utf-8")


def test_a_check_of_the_change_tells_what_the_rename_broke_in_pages_that_nobody_touched(site: SmallSite) -> None:
    (site.root / "docs/en/a.md").rename(site.root / "docs/en/b.md")
    _, said = run(site, "check", "--since", "HEAD")
    for words in ("docs/en/index.md", "link-dead", "mkdocs.yml", "nav-page-missing", "twin-missing"):
        assert words in said


# ---------- A file saved by half ----------


@pytest.mark.parametrize("length", [0, 1, 3, 4, 20, 150, 300, -1])
def test_a_file_saved_by_half_is_never_made_worse(site: SmallSite, length: int) -> None:
    path = site.root / "docs/da/index.md"
    whole = path.read_bytes().replace(b"Read", "Læs".encode() + b' "det"')
    path.write_bytes(whole[:length])
    for command in (["fix", "--write"], ["rename", "a", "b"], ["check"], ["check", "--since", "HEAD"], ["translations"]):
        code, said = run(site, *command)
        assert code in {0, 1, 2}
        assert "Traceback" not in said
    # What was saved is still there, with a line end at most.
    assert path.read_bytes().startswith(whole[:length].rstrip()) or b"\xe2\x80\x9d" in path.read_bytes()


def test_a_letter_cut_in_two_is_a_finding_and_no_reason_to_write(site: SmallSite) -> None:
    path = site.root / "docs/da/index.md"
    half = path.read_bytes().replace(b"Back", b"x") + "æ".encode()[:1]
    path.write_bytes(half)
    assert run(site, "fix", "--write")[0] == 0
    assert path.read_bytes() == half
    assert "file-not-utf8" in site.ids()


def test_an_empty_file_stays_empty(site: SmallSite) -> None:
    path = site.write("docs/da/index.md", b"")
    assert run(site, "fix", "--write")[0] == 0
    assert path.read_bytes() == b""
    assert "page-empty" in site.ids() or "front-matter-missing" in site.ids()


# ---------- Two editors confirm the same page ----------


def test_two_who_confirm_the_same_version_write_the_same_line(site: SmallSite) -> None:
    site.page("en", "index", "# Hello {#hello}\n\nSomething new. Read [the first page](a.md).\n")
    path = site.root / "docs/da/index.md"
    run(site, "translations", "confirm", "index")
    once = path.read_bytes()
    run(site, "translations", "confirm", "index")
    assert path.read_bytes() == once
    assert once.count(b"translated_from:") == 1


def test_many_who_confirm_at_once_leave_one_whole_file(site: SmallSite) -> None:
    site.page("en", "index", "# Hello {#hello}\n\nSomething new. Read [the first page](a.md).\n")
    path = site.root / "docs/da/index.md"
    before = path.read_text(encoding="utf-8")
    command = [str(COMMAND), "translations", "--root", str(site.root), "confirm", "index"]
    editors = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
    assert [editor.communicate()[1] for editor in editors] == [b""] * 4
    assert [editor.returncode for editor in editors] == [0] * 4
    after = path.read_text(encoding="utf-8")
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert changed == [f"translated_from: {site.library().pages['en', 'index'].blob_id}"]
    assert not list(path.parent.glob(".index.md.*"))


def test_two_who_confirm_different_versions_meet_in_a_merge_that_is_told_and_left_alone(site: SmallSite) -> None:
    for name, words in (("anna", "One new thing"), ("bo", "Another new thing")):
        git(site.root, "switch", "--quiet", "--create", name, "main")
        site.page("en", "index", f"# Hello {{#hello}}\n\n{words}. Read [the first page](a.md).\n")
        run(site, "translations", "confirm", "index")
        commit(site, name)
    with pytest.raises(Exception, match="merge"):
        git(site.root, "merge", "anna")
    path = site.root / "docs/da/index.md"
    merged = path.read_bytes()
    assert b"<<<<<<< " in merged
    assert ("merge-conflict", "docs/da/index.md") in {(found.id, found.file) for found in site.findings()}
    code, said = run(site, "fix", "--write")
    assert code == 0
    assert "unfinished merge" in said
    assert run(site, "translations", "confirm", "index")[0] == 2
    assert path.read_bytes() == merged
