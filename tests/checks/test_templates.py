"""Text that a template has left is a finding until its editor has replaced it."""

import pytest

from tests.small_site import SmallSite


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("# Hello {#hello}\n\n‹Your text.›\n", 14),
        ("# ‹Hello› {#hello}\n\nText.\n", 12),
        ("# Hello {#hello}\n\n<!-- Help: begin with what matters. -->\n\nText.\n", 14),
        ("# Hello {#hello}\n\n<!-- Hjælp: begynd med\ndet vigtigste. -->\n\nText.\n", 14),
        ("# Hello {#hello}\n\n/// note | ‹A title›\nText.\n///\n", 14),
    ],
)
def test_what_a_template_has_left_is_told_on_its_line(small_site: SmallSite, body: str, line: int) -> None:
    small_site.pages("index", body)
    told = [found for found in small_site.found() if found[0] == "template-text"]
    assert told == [("template-text", "docs/da/index.md", line), ("template-text", "docs/en/index.md", line)]


def test_what_a_template_has_left_in_the_front_matter_is_told_on_its_field(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# Hello {#hello}\n\nText.\n", summary="‹One sentence that says what the reader gets.›")
    assert ("template-text", "docs/en/index.md", 3) in small_site.found()
    changes = [{"date": "2026-11-22", "kind": "new", "text": "‹One sentence about it.›"}]
    small_site.page("en", "index", "# Hello {#hello}\n\nText.\n", changes=changes)
    assert "template-text" in small_site.ids()


def test_a_title_of_a_template_in_the_menu_is_told(small_site: SmallSite) -> None:
    config = (small_site.root / "mkdocs.yml").read_text(encoding="utf-8")
    small_site.write("mkdocs.yml", config.replace("Home", "‹Home›"))
    assert ("template-text", "mkdocs.yml", 3) in small_site.found()
    small_site.write("mkdocs.yml", config.replace("Forside", "‹Forside›"))
    assert ("template-text", "mkdocs.yml", 3) in small_site.found()


@pytest.mark.parametrize(
    "body",
    [
        "# Hello {#hello}\n\nWrite `‹Your text.›` there.\n",
        "# Hello {#hello}\n\n```markdown\n‹Your text.›\n<!-- Help: x -->\n```\n",
        "# Hello {#hello}\n\n<!-- A remark of the editor. -->\n\nText.\n",
        "# Hello {#hello}\n\nText.\n",
    ],
)
def test_an_example_and_an_editors_own_remark_are_none(small_site: SmallSite, body: str) -> None:
    small_site.pages("index", body)
    assert "template-text" not in small_site.ids()
