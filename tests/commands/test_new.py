"""`knowledge new`: both twins, complete but for what only their editor can write."""

from pathlib import Path

import pytest
from knowledge.cli import app
from knowledge.content.page import git_blob_id
from knowledge.content.programme import PROFILE_DIMENSIONS
from typer.testing import CliRunner

from tests.small_programmes import add_programme
from tests.small_site import SmallSite
from tests.twins.repositories import declare

BOTH = {"en": "An old event", "da": "En gammel begivenhed"}
EVENTS = [{"id": "old", "status": "undated", "title": BOTH, "text": BOTH, "sources": ["sheet"]}]
TITLES = ("--titles", "A first talk", "Den første samtale")


def run(root: Path, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(
        app, ["new", *words, "--root", str(root)], env={"COLUMNS": "200", "KNOWLEDGE_TODAY": "2026-11-22"}
    )
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


@pytest.mark.parametrize("kind", ["page", "case", "tool", "event"])
@pytest.mark.parametrize("titles", [(), TITLES])
def test_a_new_page_has_no_findings_but_what_is_to_be_written(
    small_site: SmallSite, kind: str, titles: tuple[str, ...]
) -> None:
    declare(small_site, "index")
    small_site.data("timeline.yml", EVENTS)
    key = "handbook/tools/first-talk" if kind == "tool" else "handbook/first-talk"
    code, said = run(small_site.root, kind, key, *titles)
    assert code == 0, said
    assert small_site.ids() == {"template-text"}
    found = {found.file for found in small_site.findings()}
    assert {f"docs/en/{key}.md", f"docs/da/{key}.md"} <= found
    assert ("docs/data/worksheets/first-talk.yml" in found) is (kind == "tool")


@pytest.mark.parametrize("kind", ["page", "case", "tool", "event"])
def test_a_new_page_has_no_other_findings_among_the_real_pages(kind: str, copy_of_repository: object) -> None:
    root = copy_of_repository()  # type: ignore[operator]
    before = {(found.id, found.file) for found in SmallSite(root).findings()}
    assert run(root, kind, "a-new-one" if kind == "tool" else "handbook/a-new-one", *TITLES)[0] == 0
    after = {(found.id, found.file) for found in SmallSite(root).findings()}
    assert {name for name, _ in after - before} == {"template-text"}


def test_what_is_the_same_for_every_page_is_filled_in(small_site: SmallSite) -> None:
    run(small_site.root, "page", "handbook/first-talk", *TITLES)
    library = small_site.library()
    english, danish = library.pages["en", "handbook/first-talk"], library.pages["da", "handbook/first-talk"]
    assert english.front is not None and danish.front is not None
    assert (english.front.title, danish.front.title) == ("A first talk", "Den første samtale")
    assert english.front.reviewed.isoformat() == "2026-11-22"
    assert english.front.review_by.isoformat() == "2027-11-22"
    assert english.front.owner == "handbook-editor"
    assert english.front.translated_from is None
    assert danish.front.translated_from == english.blob_id
    assert english.heading is not None and english.heading.id == "first-talk"
    menu = (small_site.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- A first talk: handbook/first-talk.md" in menu
    assert "A first talk: Den første samtale" in menu


def test_a_page_may_be_written_in_danish_first(small_site: SmallSite) -> None:
    run(small_site.root, "case", "a-case", "--source", "da", *TITLES)
    library = small_site.library()
    english, danish = library.pages["en", "a-case"], library.pages["da", "a-case"]
    assert english.front is not None and danish.front is not None
    assert danish.front.translated_from is None
    assert english.front.translated_from == git_blob_id((small_site.root / danish.file).read_bytes())
    assert english.front.kind == "constructed"


@pytest.mark.parametrize(
    "path", ["docs/en/about/first-talk.md", "about\\first-talk", "about/first-talk.md", "docs/da/about/first-talk"]
)
def test_the_path_may_be_written_in_any_way(small_site: SmallSite, path: str) -> None:
    assert run(small_site.root, "page", path, *TITLES)[0] == 0
    assert (small_site.root / "docs/en/about/first-talk.md").is_file()


def test_nothing_that_is_there_is_overwritten(small_site: SmallSite) -> None:
    before = (small_site.root / "docs/da/index.md").read_bytes()
    menu = (small_site.root / "mkdocs.yml").read_bytes()
    (small_site.root / "docs/en/index.md").unlink()
    code, said = run(small_site.root, "page", "index", *TITLES)
    assert code == 2
    assert "docs/da/index.md is there already" in said
    assert (small_site.root / "docs/da/index.md").read_bytes() == before
    assert (small_site.root / "mkdocs.yml").read_bytes() == menu
    assert not (small_site.root / "docs/en/index.md").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("poem", "x"), "There is no kind 'poem'"),
        (("page", "Håndbog/Første samtale"), "Write it as haandbog/foerste-samtale"),
        (("page", "../x"), "small letters"),
        (("page", "x", "--titles", "Home", "Hjem"), "already another page's"),
        (("event", "half-day"), "keeps no timeline"),
        (("tool", "handbook/talk/sheet"), "A tool stands in handbook/tools/"),
    ],
)
def test_what_cannot_be_made_is_said_in_plain_words_and_nothing_is_made(
    small_site: SmallSite, words: tuple[str, ...], reason: str
) -> None:
    before = sorted(small_site.root.rglob("*"))
    code, said = run(small_site.root, *words)
    assert code == 2
    assert reason in said
    assert "Traceback" not in said
    assert sorted(small_site.root.rglob("*")) == before


def test_a_programme_is_a_record_and_two_pages(small_site: SmallSite) -> None:
    code, said = run(small_site.root, "programme", "dk-first", "--titles", 'The "first"', "Den: første")
    assert code == 0, said
    record = (small_site.root / "docs/data/programmes/dk-first.yml").read_text(encoding="utf-8")
    assert "id: dk-first\n" in record
    assert 'da: "Den: første"}' in record
    page = small_site.library().pages["da", "programmes/dk-first"]
    assert page.front is not None
    assert page.front.kind == "sourced"


def test_an_event_is_two_pages_of_facts_with_their_status_and_a_record_that_waits_for_its_source(small_site: SmallSite) -> None:
    declare(small_site, "index")
    small_site.data("timeline.yml", EVENTS)
    code, said = run(small_site.root, "event", "half-day", "--titles", 'The "half" day', "Den: halve dag")
    assert code == 0, said
    assert all(file in said for file in ("docs/en/conferences/half-day.md", "docs/da/conferences/half-day.md", "timeline.yml"))
    library = small_site.library()
    assert set(library.events) == {"old"}
    for language, status in (("en", "Not stated"), ("da", "Ikke oplyst")):
        page = library.pages[language, "conferences/half-day"]  # type: ignore[index]
        assert page.front is not None
        assert (page.front.kind, page.front.owner, page.front.audience) == ("sourced", "programme-editor", ("organisers",))
        rows = [line for line in page.body.splitlines() if line.startswith("|")][2:]
        assert len(rows) == 7
        assert all(row.split("|")[3].strip().startswith(status) for row in rows)
    assert "conferences/half-day.md" in (small_site.root / "mkdocs.yml").read_text(encoding="utf-8")


def test_the_record_of_an_event_is_right_when_its_marks_are_taken_away(small_site: SmallSite) -> None:
    small_site.data("timeline.yml", EVENTS)
    run(small_site.root, "event", "conferences/half-day", "--titles", 'The "half" day', "Den: halve dag")
    file = small_site.root / "docs/data/timeline.yml"
    text = file.read_text(encoding="utf-8")
    old, new = text[: text.index("# A new event")], text[text.index("# A new event") :]
    new = new.replace("sources: []", "sources: [sheet]").replace("‹2027-05-08›", "2027-05-08")
    small_site.write("docs/data/timeline.yml", old + "".join(f"{line[2:]}\n" for line in new.splitlines()[1:]))
    library = small_site.library()
    event = library.events["half-day"]
    assert (event.title.en, event.title.da) == ('The "half" day', "Den: halve dag")
    assert event.page == "conferences/half-day"
    assert not [found for found in library.findings if found.file.endswith("timeline.yml")]


def test_a_timeline_that_is_no_text_stops_a_new_event_in_plain_words(small_site: SmallSite) -> None:
    small_site.write("docs/data/timeline.yml", b"- id: \xe5\n")
    code, said = run(small_site.root, "event", "half-day", *TITLES)
    assert code == 2
    assert "timeline.yml is not saved as UTF-8" in said
    assert not (small_site.root / "docs/en/conferences").exists()


def test_a_new_programme_is_read_and_every_gap_in_it_explained(small_site: SmallSite) -> None:
    add_programme(small_site)
    code, _ = run(small_site.root, "programme", "se-first", "--titles", "First", "Den første")
    assert code == 0
    assert small_site.library().programmes["se-first"].profile.keys() == set(PROFILE_DIMENSIONS)
    told = [one for one in small_site.findings() if one.file.startswith("docs/data/programmes/se-first")]
    assert {one.id for one in told} == {"programme-unsourced", "template-text"}
    pages = {one.id for one in small_site.findings() if one.file.endswith("programmes/se-first.md")}
    assert "template-text" in pages
    assert not {"programme-page-block", "programme-page-section", "nav-entry-missing"} & pages


def test_a_leap_day_has_its_review_on_the_last_day_of_february(small_site: SmallSite) -> None:
    answer = CliRunner().invoke(
        app, ["new", "page", "x", *TITLES, "--root", str(small_site.root)], env={"KNOWLEDGE_TODAY": "2028-02-29"}
    )
    assert answer.exit_code == 0
    front = small_site.library().pages["en", "x"].front
    assert front is not None
    assert front.review_by.isoformat() == "2029-02-28"
