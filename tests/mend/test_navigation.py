"""The menu, changed in the text of mkdocs.yml so that comments and all else stay."""

import pytest
from knowledge.content.navigation import read_navigation
from knowledge.mend.navigation import CannotEdit, with_moved_page, with_page

CONFIG = """# Settings.
site_url: !ENV [SITE_URL, "https://example.org/"]
nav:
  - Home: index.md
  # The handbook.
  - Handbook:
      - handbook/index.md
      - Words we use: handbook/words.md  # a remark
      - Tools:
          - handbook/tools/index.md
          - One: handbook/tools/one.md
  - About:
      - about/index.md
plugins:
  - search
  - i18n:
      languages:
        - locale: en
        - locale: da
          nav_translations:
            Home: Forside
            Handbook: Håndbog
            Words we use: Ord, vi bruger
            Tools: Redskaber
            One: Et  # the first
            About: Om
markdown_extensions:
  - toc:
      slugify: !!python/name:x.y
"""


@pytest.mark.parametrize(
    ("key", "after", "indent"),
    [
        ("handbook/parents", "Words we use: handbook/words.md  # a remark", 6),
        ("handbook/tools/two", "One: handbook/tools/one.md", 10),
        ("about/ethics", "about/index.md", 6),
        ("about/more/deep", "about/index.md", 6),
        ("other/page", "about/index.md", 2),
        ("alone", "Home: index.md", 2),
    ],
)
def test_a_new_page_stands_behind_its_neighbours(key: str, after: str, indent: int) -> None:
    changed = with_page(CONFIG, key, "A title", "En titel")
    lines = changed.split("\n")
    place = lines.index(f"{' ' * indent}- A title: {key}.md")
    assert lines[place - 1].strip() == f"- {after}"
    rest = [line for line in lines if "A title" not in line]
    assert "\n".join(rest) == CONFIG
    navigation = read_navigation(changed)
    assert (navigation.danish or {})["A title"] == "En titel"


def test_a_danish_title_stands_behind_that_of_the_neighbour() -> None:
    lines = with_page(CONFIG, "handbook/tools/two", "Two", "To").split("\n")
    assert lines[lines.index("            Two: To") - 1] == "            One: Et  # the first"


@pytest.mark.parametrize(
    "title", ["Yes", "2010", "A: b", "# a", 'the "plan"', "it's", "‹A title›", "- x", "[a]", "a #b", "@x", "back\\slash"]
)
def test_any_title_is_written_as_yaml_takes_it(title: str) -> None:
    navigation = read_navigation(with_page(CONFIG, "about/x", title, f"{title} da"))
    assert any(entry.title == title and entry.page == "about/x" for entry in navigation.entries)
    assert (navigation.danish or {})[title] == f"{title} da"


def test_a_title_that_is_another_pages_is_refused() -> None:
    with pytest.raises(CannotEdit, match="already another page's"):
        with_page(CONFIG, "about/x", "Home", "Hjem")
    assert "Home: about/x.md" in with_page(CONFIG, "about/x", "Home", "Forside")


@pytest.mark.parametrize(
    "config",
    [
        "nav: [{Home: index.md}]\n",
        "nav:\n  - Home: index.md\n",
        "nav: [a\n",
        "",
        CONFIG.replace("          nav_translations:", "          others:"),
        CONFIG.partition("nav:")[0] + "nav: [{Home: index.md}]\n" + CONFIG[CONFIG.index("plugins:") :],
    ],
)
def test_a_menu_that_is_written_otherwise_is_left_to_the_editor_with_the_words_to_write(config: str) -> None:
    with pytest.raises(CannotEdit, match=r"about/x\.md"):
        with_page(config, "about/x", "A title", "En titel")


def test_a_moved_page_keeps_its_place_and_title() -> None:
    changed = with_moved_page(CONFIG, "handbook/words", "about/words")
    assert changed == CONFIG.replace("handbook/words.md", "about/words.md")
    assert with_moved_page(CONFIG, "nowhere", "x") == CONFIG


def test_a_path_that_only_begins_alike_is_another_page() -> None:
    config = CONFIG.replace("about/index.md", "about/index.md\n      - handbook/words.md.md")
    assert "about/words.md" in with_moved_page(config, "handbook/words", "about/words")
    assert "handbook/words.md.md" in with_moved_page(config, "handbook/words", "about/words")
