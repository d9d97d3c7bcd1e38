"""Where pages stand on the site, and how one is reached from another."""

import pytest
from knowledge.content.addresses import site_path, source_link
from knowledge.content.languages import Language


@pytest.mark.parametrize(
    ("language", "key", "path"),
    [
        ("en", "index", ""),
        ("da", "index", "da/"),
        ("en", "projects/index", "projects/"),
        ("da", "projects/finances", "da/projects/finances/"),
        ("en", "index-of-names", "index-of-names/"),
        ("en", "projects/reindex", "projects/reindex/"),
    ],
)
def test_a_page_stands_below_its_language(language: Language, key: str, path: str) -> None:
    assert site_path(language, key) == path


@pytest.mark.parametrize(
    ("start", "end", "anchor", "link"),
    [
        ("index", "about/ethics", "", "about/ethics.md"),
        ("index", "index", "hello", "index.md#hello"),
        ("projects/finances", "about/ethics", "voluntary", "../about/ethics.md#voluntary"),
        ("projects/finances", "projects/timeline", "", "timeline.md"),
        ("a/b/c", "index", "", "../../index.md"),
    ],
)
def test_a_link_is_written_as_an_editor_would(start: str, end: str, anchor: str, link: str) -> None:
    assert source_link(start, end, anchor) == link
