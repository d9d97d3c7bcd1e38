"""What is kept between runs: used while nothing has changed, forgotten when anything has, and never needed."""

from pathlib import Path

import pytest
from knowledge.content import kept as module
from knowledge.content.findings import Finding, finding
from knowledge.content.kept import KEPT, Kept, content_of, state_of
from knowledge.content.library import Library, load_library
from knowledge.content.page import git_blob_id

from tests.small_site import SmallSite


def never() -> str:
    raise AssertionError("this was kept and is worked out again")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "below" / "kept"


def saved(file: Path, *answers: tuple[str, str]) -> None:
    kept = Kept(file)
    for name, answer in answers:
        kept.put(name, "state", answer)
    kept.save()


def test_an_answer_is_used_again_by_the_next_run(file: Path) -> None:
    saved(file, ("a", "answer"))
    assert Kept(file).get("a", "state", never) == "answer"


def test_an_answer_for_another_state_is_worked_out_anew_and_takes_its_place(file: Path) -> None:
    saved(file, ("a", "old"))
    kept = Kept(file)
    assert kept.get("a", "another", lambda: "new") == "new"
    kept.save()
    assert Kept(file).get("a", "another", never) == "new"
    assert Kept(file).get("a", "state", lambda: "worked out") == "worked out"


def test_an_answer_that_somebody_changes_stays_as_it_was(file: Path) -> None:
    kept = Kept(file)
    kept.get("a", "state", lambda: ["one"]).append("two")
    assert kept.get("a", "state", lambda: ["worked out"]) == ["one"]


def test_a_finding_is_kept_with_its_words(file: Path) -> None:
    kept = Kept(file)
    kept.put("a", "state", (finding("link-dead", "docs/en/index.md", 3, target="gone.md"),))
    kept.save()
    (found,) = Kept(file).get("a", "state", tuple[Finding, ...])
    assert (found.id, found.file, found.line, dict(found.details)) == (
        *("link-dead", "docs/en/index.md", 3),
        {"target": "gone.md"},
    )
    with pytest.raises(TypeError):
        found.details["target"] = "x"  # type: ignore[index]


def test_what_nobody_asks_for_any_more_is_forgotten_when_all_has_been_asked_for(file: Path) -> None:
    saved(file, ("a", "one"), ("b", "two"))
    kept = Kept(file)
    kept.get("a", "state", never)
    kept.save()
    assert Kept(file).get("b", "state", never) == "two"
    kept.save(asked_only=True)
    assert Kept(file).get("a", "state", never) == "one"
    assert Kept(file).get("b", "state", lambda: "worked out") == "worked out"


def test_another_program_starts_from_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(file, ("a", "answer"))
    monkeypatch.setattr(module, "_program", lambda: "0" * 40)
    assert Kept(file).get("a", "state", lambda: "worked out") == "worked out"


def test_the_name_of_the_program_follows_its_code_and_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, words = tmp_path / "checks" / "rule.py", tmp_path / "checks" / "words.yml"
    code.parent.mkdir()
    code.write_text("a = 1\n", encoding="utf-8")
    words.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    names = [module._program.__wrapped__()]
    for changed in (code, words):
        changed.write_text(changed.read_text(encoding="utf-8").replace("1", "2"), encoding="utf-8")
        names.append(module._program.__wrapped__())
    assert len(set(names)) == 3
    (tmp_path / "note.txt").write_text("no part of the program", encoding="utf-8")
    assert module._program.__wrapped__() == names[-1]


@pytest.mark.parametrize("cut", [0, 10, 40, 45, -1])
def test_a_file_that_is_cut_off_is_left_aside(file: Path, cut: int) -> None:
    saved(file, ("a", "answer"))
    file.write_bytes(file.read_bytes()[:cut])
    assert Kept(file).get("a", "state", lambda: "worked out") == "worked out"


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "below").write_text("a file, and no folder", encoding="utf-8")
    kept = Kept(tmp_path / "below" / "kept")
    assert kept.get("a", "state", lambda: "answer") == "answer"
    kept.save()
    assert kept.get("a", "state", never) == "answer"


def test_an_answer_that_cannot_be_packed_is_worked_out_each_time(file: Path) -> None:
    kept = Kept(file)
    for number in (1, 2):
        # A function within a function has no name by which another run could find it.
        assert kept.get("a", "state", lambda number=number: lambda: number)() == number  # type: ignore[misc]
    kept.save()
    assert Kept(file).get("a", "state", lambda: "worked out") == "worked out"


def test_records_of_programmes_are_kept(library: Library, file: Path) -> None:
    kept = Kept(file)
    load_library(library.root, kept)
    kept.save()
    again = Kept(file)
    assert load_library(library.root, again) == library
    records = [name for name in library.files if name.startswith("docs/data/programmes/")]
    assert records
    assert all(again.get(f"read {name}", git_blob_id((library.root / name).read_bytes()), never) for name in records)


def test_a_state_tells_apart_what_stands_in_which_file() -> None:
    states = [
        state_of([("a", b"x"), ("b", b"y")]),
        state_of([("a", b"y"), ("b", b"x")]),
        state_of([("a", b"xb"), ("", b"y")]),
        state_of([("a", b"x")]),
        state_of([("a", b"")]),
        state_of([("a", None)]),
    ]
    assert len(set(states)) == len(states)
    assert states[0] == state_of([("a", b"x"), ("b", b"y")])


def test_a_file_that_is_not_there_has_no_content(tmp_path: Path) -> None:
    assert content_of(tmp_path / "gone") is None


def test_a_library_read_from_what_is_kept_is_the_same(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [{"id": "wrong"}])
    small_site.pages("index", "# Hello {#hello}\n\n[dead](gone.md)\n\n/// note | A\nWords.\n///\n", title="")
    fresh = load_library(small_site.root)
    kept = Kept.below(small_site.root)
    assert load_library(small_site.root, kept) == fresh
    kept.save()
    assert (small_site.root / KEPT).is_file()
    assert load_library(small_site.root, Kept.below(small_site.root)) == fresh
    assert fresh.findings
