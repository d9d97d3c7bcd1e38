"""Building: the same bytes every time, by any command, in any folder, and a plain word where it cannot be done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from knowledge.checks.built import check_site
from knowledge.content.library import load_library
from knowledge.publish import BuildRefused, build_site
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Build, mkdocs

pytestmark = pytest.mark.xdist_group("site")

Copy = Callable[[], Path]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, f"{before} in {file.name}"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


def test_mkdocs_alone_builds_the_site_without_a_warning(plain_build: Build) -> None:
    assert (plain_build.code, plain_build.warnings) == (0, []), plain_build.said


def test_two_builds_give_the_same_bytes(built_site: Path, plain_build: Build) -> None:
    ours = contents(built_site)
    plain = contents(plain_build.folder)
    assert "sitemap.xml.gz" in plain
    assert set(ours) == set(plain)
    assert [name for name, content in ours.items() if content != plain[name]] == []


def test_a_citation_of_nothing_stops_the_build(copy_of_repository: Copy, tmp_path: Path) -> None:
    copy = copy_of_repository()
    append(copy / "docs" / "da" / "about" / "ethics.md", "\nSagt [@ingen-kilde].\n")
    build = mkdocs(copy, tmp_path / "site")
    assert build.code == 1
    assert build.warnings == ["WARNING -  docs/da/about/ethics.md: there is no source 'ingen-kilde' in docs/data/sources.yml"]
    assert "Traceback" not in build.said


def test_a_file_that_cannot_be_read_stops_the_build_with_its_name(copy_of_repository: Copy, tmp_path: Path) -> None:
    copy = copy_of_repository()
    (copy / "docs" / "da" / "about" / "ethics.md").write_bytes(b"# Etik {#ethics}\n\np\xe5\n")
    build = mkdocs(copy, tmp_path / "site")
    assert build.code == 1
    said = "No site can be built while these files are as they are: docs/da/about/ethics.md:3."
    assert said in build.said
    assert "Traceback" not in build.said
    with pytest.raises(BuildRefused, match=r"docs/da/about/ethics\.md:3"):
        build_site(load_library(copy), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_text_of_the_chrome_that_is_missing_stops_the_build_with_its_name(copy_of_repository: Copy, tmp_path: Path) -> None:
    copy = copy_of_repository()
    change(copy / "docs" / "data" / "interface.yml", "- {id: skip,", "- {id: skipped,")
    build = mkdocs(copy, tmp_path / "site")
    assert build.code == 1
    assert "docs/data/interface.yml: the text 'skip' is missing" in build.said
    assert "Traceback" not in build.said


def test_nothing_that_an_editor_writes_ends_in_a_traceback(copy_of_repository: Copy, tmp_path: Path) -> None:
    copy = copy_of_repository()
    data = copy / "docs" / "data"
    summary = 'He said "no" & <b>left</b> </title>, as a long summary may well tell you.'
    page = copy / "docs" / "en" / "about" / "ethics.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    lines = [f"summary: '{summary}'" if line.startswith("summary:") else line for line in lines]
    page.write_text("\n".join(lines) + "\n[here](https://[your address]) ![x](http://[half)\n", encoding="utf-8")
    change(copy / "docs" / "en" / "about" / "privacy.md", "title:", "template: nowhere.html\nsearch: none\ntitle:")
    change(copy / "docs" / "da" / "about" / "privacy.md", "title:", "title: [a, b]\nhide: 3\ntags: 3\nformer_title:")
    source = "  url: https://example.org/\n  language: da\n  read: 2026-11-22\n  extent: whole\n"
    append(data / "sources.yml", f'- id: path\n  title: "C:\\vej\\bog {{ onclick=x }}"\n  publisher: "&copy; <b>"\n{source}')
    append(data / "timeline.yml", "- id: never\n  date: '2011-02-31'\n  status: held\n  sources: [path]\n")
    build = mkdocs(copy, tmp_path / "site")
    assert "Traceback" not in build.said
    assert build.warnings == [
        "WARNING -  docs/en/about/ethics.md: the address 'https://[your address]' cannot be read",
        "WARNING -  docs/en/about/ethics.md: the address 'http://[half' cannot be read",
    ]
    built = LexborHTMLParser((build.folder / "about" / "ethics" / "index.html").read_text(encoding="utf-8"))
    description = built.css_first('meta[name="description"]')
    assert description is not None
    assert description.attributes["content"] == summary
    assert summary in " ".join((built.body.text() if built.body else "").split())
    register = (build.folder / "about" / "sources" / "index.html").read_text(encoding="utf-8")
    assert "C:ejog { onclick=x }" in register
    assert "&amp;copy; &lt;b&gt;" in register


def test_a_copy_builds_in_a_folder_with_a_space_without_git_and_below_a_path(
    copy_of_repository: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/our/site")
    monkeypatch.setenv("REPO_URL", "")
    monkeypatch.setenv("CONTACT", "us@example.org")
    monkeypatch.setenv("PUBLISHER", 'Our "A & B" <society>')
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = copy_of_repository().rename(tmp_path / "our copy")
    library = load_library(root)
    summary = build_site(library, root / "site")
    assert summary.pages == len(library.pages)
    assert any("REPO_URL" in note for note in summary.notes)
    assert [(found.id, found.file, dict(found.details)) for found in check_site(library, root / "site")] == []
    home = LexborHTMLParser((root / "site" / "da" / "index.html").read_text(encoding="utf-8"))
    canonical = home.css_first('link[rel="canonical"]')
    assert canonical is not None
    assert canonical.attributes["href"] == "https://example.org/our/site/da/"
    publisher = library.interface.say("footer.publisher", "da", name='Our "A & B" <society>')
    assert home.body is not None
    assert publisher in home.body.text()
    for page in ("contribute/suggest", "contribute/experience", "about/contact", "handbook/words"):
        tree = LexborHTMLParser((root / "site" / page / "index.html").read_text(encoding="utf-8"))
        places = ".improve" if page == "handbook/words" else ".improve, .write-to-us"
        assert len(tree.css(places)) == len(places.split(","))
        for place in tree.css(places):
            assert place.css('a[href^="mailto:us@example.org?"]'), page
