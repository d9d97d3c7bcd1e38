"""`knowledge rename`: all or nothing, and shown first."""

import pytest
from knowledge.cli import app
from knowledge.content.ledger import LEDGER
from typer.testing import CliRunner

from tests.small_site import NAV_OF_TWO, SmallSite
from tests.twins.repositories import commit, declare


def run(site: SmallSite, *words: str, command: str = "rename") -> tuple[int, str]:
    answer = CliRunner().invoke(app, [command, *words, "--root", str(site.root)], env={"COLUMNS": "200"})
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


def _state(site: SmallSite) -> dict[str, bytes]:
    return {
        path.relative_to(site.root).as_posix(): path.read_bytes()
        for path in site.root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    """Two pages in step that link to each other, and a ledger of their addresses."""
    small_site.write("mkdocs.yml", NAV_OF_TWO)
    small_site.pages("index", "# Hello {#hello}\n\nRead [the first page](a.md#a).\n")
    small_site.pages("a", "# A {#a}\n\nBack to [the beginning](index.md).\n", title="A")
    run(small_site, "--write", command="addresses")
    for key in ("index", "a"):
        declare(small_site, key)
    return small_site


def test_without_write_the_plan_is_shown_and_nothing_changes(site: SmallSite) -> None:
    before = _state(site)
    code, said = run(site, "a", "part/b")
    assert code == 1
    assert "docs/en/a.md → docs/en/part/b.md" in said
    assert "+Read [the first page](part/b.md#a)." in said
    assert "+- {from: a, to: part/b}" in said
    assert "add --write" in said
    assert _state(site) == before


def test_with_write_the_site_is_as_right_as_it_was_before(site: SmallSite) -> None:
    assert site.findings() == ()
    code, said = run(site, "docs/da/a.md", "part/b", "--write")
    assert code == 0, said
    assert site.findings() == ()
    files = set(_state(site))
    assert {"docs/en/part/b.md", "docs/da/part/b.md"} <= files
    assert not {"docs/en/a.md", "docs/da/a.md"} & files


def test_both_translations_are_known_to_be_in_step_without_any_history(site: SmallSite) -> None:
    run(site, "a", "part/b", "--write")
    library = site.library()
    for key in ("index", "part/b"):
        front = library.pages["da", key].front
        assert front is not None
        assert front.translated_from == library.pages["en", key].blob_id


def test_a_translation_that_lagged_still_lags(site: SmallSite) -> None:
    commit(site)
    site.page("en", "index", "# Hello {#hello}\n\nSomething new. Read [the first page](a.md#a).\n")
    before = site.library().pages["da", "index"].front
    run(site, "a", "part/b", "--write")
    after = site.library().pages["da", "index"].front
    assert before is not None and after is not None
    assert after.translated_from == before.translated_from


def test_the_ledger_keeps_the_old_addresses_and_gets_the_new(site: SmallSite) -> None:
    run(site, "a", "part/b", "--write")
    listed = (site.root / LEDGER).read_text(encoding="utf-8").splitlines()
    assert {"/a/", "/a/#a", "/da/a/", "/part/b/", "/part/b/#a", "/da/part/b/#a"} <= set(listed)


def test_the_way_back_leads_home(site: SmallSite) -> None:
    before = {file: content for file, content in _state(site).items() if file.startswith(("docs/en/", "docs/da/", "mkdocs"))}
    run(site, "a", "part/b", "--write")
    code, said = run(site, "part/b", "a", "--write")
    assert code == 0, said
    after = {file: content for file, content in _state(site).items() if file.startswith(("docs/en/", "docs/da/", "mkdocs"))}
    assert after == before
    assert site.findings() == ()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("aa", "b"), "did you mean “a”"),
        (("a", "index"), "is there already"),
        (("a", "a"), "are the same page"),
        (("a", "Ny Side"), "Write it as ny-side"),
    ],
)
def test_a_rename_that_cannot_be_is_refused_in_plain_words(site: SmallSite, words: tuple[str, ...], reason: str) -> None:
    before = _state(site)
    code, said = run(site, *words, "--write")
    assert code == 2
    assert reason in said
    assert "Traceback" not in said
    assert _state(site) == before


@pytest.mark.parametrize(
    "content",
    [b"---\ntitle: f\xf8rst\n---\n", b"---\ntitle: x\n\nhalf saved", b"<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", b"x" * 400_000],
)
def test_a_page_that_cannot_be_read_stops_the_rename_because_links_in_it_would_be_left_behind(
    site: SmallSite, content: bytes
) -> None:
    site.write("docs/en/other.md", content)
    before = _state(site)
    code, said = run(site, "a", "b", "--write")
    assert code == 2
    assert "docs/en/other.md cannot be read" in said
    assert _state(site) == before


def test_windows_line_ends_are_to_be_mended_first(site: SmallSite) -> None:
    path = site.root / "docs/en/index.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    code, said = run(site, "a", "b", "--write")
    assert code == 2
    assert "knowledge fix line-ends" in said


def test_templates_and_programs_that_name_the_address_are_told(site: SmallSite) -> None:
    site.pages("part/long", "# L {#l}\n\nText.\n", title="L")
    site.write("mkdocs.yml", NAV_OF_TWO.replace("  - A: a.md", "  - A: a.md\n  - part/long.md"))
    site.write("overrides/x.html", "<p>\n<a href=\"{{ (start ~ 'part/long/') | url }}\">")
    _, said = run(site, "part/long", "part/short")
    assert "overrides/x.html:2 names the old address too" in said
