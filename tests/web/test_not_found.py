"""The page for an address that does not exist, in the place of its language."""

from pathlib import Path

from knowledge.web.not_found import place


def test_the_page_of_the_default_language_is_left_to_mkdocs(tmp_path: Path) -> None:
    assert place("<p>gone</p>", "en", str(tmp_path)) == "<p>gone</p>"
    assert list(tmp_path.iterdir()) == []


def test_the_danish_page_is_written_below_da_and_nothing_is_left_for_the_root(tmp_path: Path) -> None:
    assert place("<p>væk</p>", "da", str(tmp_path / "site")) == ""
    assert (tmp_path / "site" / "da" / "404.html").read_text(encoding="utf-8") == "<p>væk</p>"
