"""`knowledge fix` as an editor uses it: shown first, changed only when asked, and once is enough."""

import subprocess
from pathlib import Path

import pytest
from knowledge.cli import app
from knowledge.commands import changes as files
from knowledge.commands.fix import repaired
from knowledge.mend.change import Change
from knowledge.mend.repairs import NAMES
from PIL import Image
from typer.testing import CliRunner

from tests.small_site import SmallSite
from tests.twins.repositories import commit, declare

BODY = '# Hello {#hello}\n\nHe said "yes" to 5 % of it. \n'


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["fix", *words, "--root", str(site.root)], env={"COLUMNS": "200"})
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


def _state(site: SmallSite) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in site.root.rglob("*") if path.is_file() and ".git" not in path.parts}


@pytest.fixture
def site(small_site: SmallSite) -> SmallSite:
    small_site.pages("index", BODY)
    return small_site


def test_a_clean_site_needs_nothing(small_site: SmallSite) -> None:
    code, said = run(small_site)
    assert (code, "Nothing to mend" in said) == (0, True)


def test_without_write_the_difference_is_shown_and_nothing_changes(site: SmallSite) -> None:
    before = _state(site)
    code, said = run(site)
    assert code == 1
    assert "docs/da/index.md" in said
    assert '-He said "yes" to 5 % of it.␣' in said
    assert "+He said ”yes” to 5⍽% of it." in said
    assert "⍽ hard space" in said
    assert "add --write" in said
    assert _state(site) == before


def test_with_write_each_page_is_mended_in_its_language_and_a_second_time_nothing_is_left(site: SmallSite) -> None:
    assert run(site, "--write")[0] == 0
    assert (site.root / "docs/en/index.md").read_text(encoding="utf-8").endswith("He said “yes” to 5% of it.\n")
    assert (site.root / "docs/da/index.md").read_text(encoding="utf-8").endswith("He said ”yes” to 5\u00a0% of it.\n")
    before = _state(site)
    assert run(site, "--write")[0] == 0
    assert run(site)[0] == 0
    assert _state(site) == before


@pytest.mark.parametrize("path", ["docs/da/index.md", "docs/da", "./docs/da/index.md", "docs\\da\\index.md"])
def test_only_what_is_named_is_mended(site: SmallSite, path: str) -> None:
    before = _state(site)
    assert run(site, path, "--write")[0] == 0
    changed = {name for name, content in _state(site).items() if before[name] != content}
    assert changed == {str(site.root / "docs/da/index.md")}


def test_a_page_by_its_name_is_mended_in_both_languages(site: SmallSite) -> None:
    code, said = run(site, "index")
    assert code == 1
    assert "docs/en/index.md" in said
    assert "docs/da/index.md" in said


def test_only_the_repair_that_is_named_is_made(site: SmallSite) -> None:
    run(site, "quotation-marks", "docs/en", "--write")
    assert "He said “yes” to 5 % of it. \n" in (site.root / "docs/en/index.md").read_text(encoding="utf-8")


def test_a_path_that_means_nothing_is_wrong_use_and_names_the_nearest(small_site: SmallSite) -> None:
    code, said = run(small_site, "indx")
    assert code == 2
    assert "indx" in said
    assert "did you mean “index”" in said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"---\ntitle: x\n---\nf\xf8rst\n", "not saved as UTF-8"),
        (b'---\ntitle: "x"\n\nThe rest was lost when it was sav', "no second line of dashes"),
        (b"---\ntitle: x\n---\n<<<<<<< ours\na \n=======\nb\n>>>>>>> theirs\n", "unfinished merge"),
        (b"a" * 400_000, "too long"),
    ],
)
def test_a_file_that_is_not_whole_is_left_alone_and_the_others_are_mended(site: SmallSite, content: bytes, reason: str) -> None:
    half = site.write("docs/en/half.md", content)
    code, said = run(site, "--write")
    assert code == 0
    assert reason in said
    assert half.read_bytes() == content
    assert "“yes”" in (site.root / "docs/en/index.md").read_text(encoding="utf-8")


def test_a_data_file_is_mended_and_its_comments_stay(small_site: SmallSite) -> None:
    path = small_site.write("docs/data/x.yml", '# A remark\r\n-\tid: a  \r\n\ttext: {en: the "x" y, da: det "x" y}\r\n')
    run(small_site, "docs/data/x.yml", "--write")
    assert path.read_text(encoding="utf-8") == "# A remark\n- id: a\n  text: {en: the “x” y, da: det ”x” y}\n"


def test_a_heading_gets_the_id_of_its_twin_whichever_of_the_two_lacks_it(small_site: SmallSite) -> None:
    small_site.pages("index", "# A {#a}\n\nx\n\n## B\n\ny\n", "# A\n\nx\n\n## Bé {#b}\n\ny\n")
    run(small_site, "heading-ids", "--write")
    assert "## B {#b}" in (small_site.root / "docs/en/index.md").read_text(encoding="utf-8")
    assert "# A {#a}" in (small_site.root / "docs/da/index.md").read_text(encoding="utf-8")


def test_names_in_a_picture_go_away_and_the_picture_stays(small_site: SmallSite) -> None:
    path = small_site.root / "docs/assets/images/x.jpg"
    path.parent.mkdir(parents=True)
    picture = Image.new("RGB", (8, 8), "red")
    exif = Image.Exif()
    exif[0x013B] = "A photographer"
    picture.save(path, exif=exif)
    code, said = run(small_site, "metadata")
    assert code == 1
    assert "names and places" in said
    assert "A photographer" not in said
    assert run(small_site, "metadata", "--write")[0] == 0
    assert b"A photographer" not in path.read_bytes()
    assert run(small_site)[0] == 0
    with Image.open(path) as cleaned:
        assert cleaned.size == (8, 8)


def test_a_document_that_cannot_be_read_is_left_alone(small_site: SmallSite) -> None:
    small_site.write("docs/assets/x.pdf", b"no document")
    code, said = run(small_site, "docs/assets")
    assert code == 0
    assert "docs/assets/x.pdf is left alone" in said


def test_a_translation_that_was_in_step_names_the_mended_source(site: SmallSite) -> None:
    declare(site, "index")
    code, said = run(site, "docs/en/index.md", "--write")
    assert code == 0
    assert "docs/da/index.md" in said
    source = site.library().pages["en", "index"]
    assert source.blob_id in (site.root / "docs/da/index.md").read_text(encoding="utf-8")
    # In a copy without history too.
    assert "translation-unknown" not in site.ids()


def test_a_translation_that_lagged_still_lags_after_a_repair_of_its_source(site: SmallSite) -> None:
    declare(site, "index")
    commit(site)
    site.page("en", "index", BODY.replace("yes", "something else"))
    before = (site.root / "docs/da/index.md").read_text(encoding="utf-8")
    run(site, "docs/en/index.md", "--write")
    assert (site.root / "docs/da/index.md").read_text(encoding="utf-8") == before


def test_a_file_that_changes_while_the_editor_reads_is_not_overwritten(site: SmallSite) -> None:
    repair = repaired(site.library(), frozenset({"docs/en/index.md"}), list(NAMES))
    site.page("en", "index", "# Another {#hello}\n\nThe editor went on writing.\n")
    with pytest.raises(files.NotWritten, match="has changed meanwhile"):
        files.write(site.root, repair.changes)
    assert "went on writing" in (site.root / "docs/en/index.md").read_text(encoding="utf-8")


def test_all_files_are_as_they_were_when_one_cannot_be_written(site: SmallSite) -> None:
    before = _state(site)
    page = site.root / "docs/en/index.md"
    blocked = Change("docs/en/index.md/below.md", None, b"x")
    with pytest.raises(files.NotWritten, match="Every file is as it was"):
        files.write(site.root, [Change("docs/en/index.md", page.read_bytes(), b"new"), blocked])
    assert _state(site) == before


def test_a_folder_without_a_site_is_wrong_use(tmp_path_factory: pytest.TempPathFactory) -> None:
    code, said = run(SmallSite(tmp_path_factory.mktemp("empty")))
    assert code == 2
    assert "no site" in said


def test_from_a_folder_of_the_site_a_path_is_seen_from_there(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root / "docs/da")
    code, said = run(site, "index.md")
    assert code == 1
    assert "docs/en/index.md" not in said


def test_the_real_content_is_shown_without_being_changed(repository: Path) -> None:
    before = subprocess.run(["git", "-C", str(repository), "status", "--short"], capture_output=True, check=False).stdout
    answer = CliRunner().invoke(app, ["fix", "docs/en/index.md", "--root", str(repository)])
    assert answer.exit_code in {0, 1}
    after = subprocess.run(["git", "-C", str(repository), "status", "--short"], capture_output=True, check=False).stdout
    assert after == before
