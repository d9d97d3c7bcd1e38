"""What the build asks of the package."""

import os
import subprocess
from pathlib import Path

import pytest
from knowledge.web import build

from tests.small_site import SmallSite

COMMITTED = 1_700_000_000


def git(folder: Path, *words: str, **environment: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", *words],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, **environment},
        capture_output=True,
        check=True,
    )


@pytest.fixture
def _no_repository_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def test_the_time_of_a_build_is_that_of_the_last_commit(small_site: SmallSite) -> None:
    git(small_site.root, "init")
    git(small_site.root, "add", ".")
    git(small_site.root, "commit", "-m", "One", GIT_COMMITTER_DATE=f"{COMMITTED} +0100", GIT_AUTHOR_DATE="1600000000 +0000")
    assert build.source_date(small_site.library()) == COMMITTED


@pytest.mark.usefixtures("_no_repository_around")
def test_without_git_it_is_the_newest_date_of_review(small_site: SmallSite) -> None:
    small_site.pages("old", "# Old {#old}\n", reviewed="2020-01-01")
    small_site.write("docs/en/none.md", "# No front matter {#none}\n")
    assert build.source_date(small_site.library()) == 1_795_305_600, "2026-11-22 at 00:00 UTC"


@pytest.mark.usefixtures("_no_repository_around")
def test_a_repository_without_a_commit_counts_as_none(small_site: SmallSite) -> None:
    git(small_site.root, "init")
    assert build.source_date(small_site.library()) == 1_795_305_600


def test_a_machine_without_the_program_git_builds_too(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(small_site.root))
    assert build.source_date(small_site.library()) == 1_795_305_600


@pytest.mark.usefixtures("_no_repository_around")
def test_without_any_date_the_time_is_the_beginning_of_time(small_site: SmallSite) -> None:
    for language in ("en", "da"):
        small_site.write(f"docs/{language}/index.md", "# Hello {#hello}\n")
    assert build.source_date(small_site.library()) == 0


@pytest.mark.usefixtures("_no_repository_around")
@pytest.mark.parametrize(("given", "expected"), [("1234", "1234"), ("", "1795305600")])
def test_a_time_that_was_asked_for_is_kept(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch, given: str, expected: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    library = build.read(str(small_site.root / "mkdocs.yml"))
    assert os.environ["SOURCE_DATE_EPOCH"] == expected
    assert library.page("da", "index") is not None


def test_a_refusal_names_every_file_that_stands_in_the_way(small_site: SmallSite) -> None:
    small_site.write("docs/en/a.md", b"x\ny \xe6\n")
    small_site.write("docs/da/b.md", b"\xff")
    said = build.refusal(small_site.library())
    assert "docs/da/b.md:1, docs/en/a.md:2" in said
    assert "make check" in said


@pytest.mark.parametrize(
    ("path", "language", "key"),
    [
        ("en/index.md", "en", "index"),
        ("da/projects/finances.md", "da", "projects/finances"),
        ("fr/index.md", "en", "index"),
        ("stray.md", "en", ""),
    ],
)
def test_a_page_is_named_by_its_path(path: str, language: str, key: str) -> None:
    assert build.page_name(path) == (language, key)


def test_mkdocs_is_told_only_what_was_read_as_right(small_site: SmallSite) -> None:
    small_site.pages("index", "# Hello {#hello}\n", template="home.html")
    small_site.pages("wrong", "# Wrong {#wrong}\n", template="nowhere.html")
    small_site.pages("more", "# More {#more}\n", search={"exclude": True})
    library = small_site.library()
    assert build.front_matter(library, "da", "index") == {"title": "A page", "template": "home.html"}
    assert build.front_matter(library, "en", "wrong") == {}
    assert build.front_matter(library, "en", "more") == {}
    assert build.front_matter(library, "en", "gone") == {}


def test_the_words_of_templates_come_in_the_language_of_the_page_or_in_the_one_asked_for(small_site: SmallSite) -> None:
    library = small_site.library()
    danish = build.template_functions(library, "da")
    assert danish["t"]("search") == library.interface.say("search", "da")
    assert danish["say"]("search", "en") == library.interface.say("search", "en")
    assert danish["t"]("reviewed", day="i dag") == library.interface.say("reviewed", "da", day="i dag")


def test_the_words_of_templates_are_escaped(small_site: SmallSite) -> None:
    small_site.data("interface.yml", [{"id": "hi", "text": {"en": 'Say "hi" & {name}', "da": "Hej"}}])
    functions = build.template_functions(small_site.library(), "en")
    assert functions["t"]("hi", name="<b>") == "Say &#34;hi&#34; &amp; &lt;b&gt;"


@pytest.mark.parametrize("text", ["Hej {navn}", "Hej {name", "Hej {0}"])
def test_a_text_that_cannot_be_said_is_named_with_its_file(small_site: SmallSite, text: str) -> None:
    small_site.data("interface.yml", [{"id": "hi", "text": {"en": "Hi {name}", "da": text}}])
    functions = build.template_functions(small_site.library(), "da")
    with pytest.raises(KeyError, match=r"docs/data/interface\.yml: the text 'hi' .*\(da\)"):
        functions["t"]("hi", name="A")
    with pytest.raises(KeyError, match=r"docs/data/interface\.yml: the text 'gone' "):
        functions["t"]("gone")


def test_markdowns_own_labels_speak_the_language_of_the_page(small_site: SmallSite) -> None:
    library = small_site.library()
    for language in ("en", "da"):
        settings = build.markdown_settings(library, build.language(language))
        assert settings["toc"]["permalink_title"] == library.interface.say("permalink", build.language(language))
        assert settings["footnotes"]["BACKLINK_TITLE"] == library.interface.say("footnote.back", build.language(language))
