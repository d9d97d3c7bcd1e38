"""The navigation of mkdocs.yml, in every shape that a file can have."""

import pytest
from knowledge.content.navigation import NavEntry, Navigation, read_navigation
from knowledge.content.positions import YamlError

CONFIG = """\
site_name: A
site_url: !ENV [SITE_URL, "https://example.org/"]
nav:
  - Home: index.md
  - Handbook:
      - handbook/index.md
      - Words: handbook/words.md
      - Deeper:
          - One: handbook/deep/one.md
emoji: !!python/name:material.emoji
plugins:
  - search
  - i18n:
      languages:
        - locale: en
        - locale: da
          nav_translations:
            Home: Forside
            Handbook: Håndbog
"""


def test_entries_have_title_page_line_and_depth() -> None:
    assert read_navigation(CONFIG).entries == (
        NavEntry("Home", "index", 4, 0),
        NavEntry("Handbook", None, 5, 0),
        NavEntry("", "handbook/index", 6, 1),
        NavEntry("Words", "handbook/words", 7, 1),
        NavEntry("Deeper", None, 8, 1),
        NavEntry("One", "handbook/deep/one", 9, 2),
    )


def test_the_pages_are_those_that_entries_name() -> None:
    pages = read_navigation(CONFIG).pages
    assert pages == {"index", "handbook/index", "handbook/words", "handbook/deep/one"}


def test_danish_titles_are_found_under_the_plugin() -> None:
    assert read_navigation(CONFIG).danish == {"Home": "Forside", "Handbook": "Håndbog"}


def test_plugins_may_be_written_as_keys() -> None:
    config = "plugins:\n  search: {}\n  i18n: {languages: [{locale: da, nav_translations: {Home: Hjem}}]}\n"
    assert read_navigation(config).danish == {"Home": "Hjem"}


def test_titles_that_yaml_takes_for_other_things_stay_words() -> None:
    plugins = "[{i18n: {languages: [{locale: da, nav_translations: {No: Nej, 2012: 2012}}]}}]"
    navigation = read_navigation(f"nav: [{{No: a.md}}, {{2012: b.md}}]\nplugins: {plugins}\n")
    assert [entry.title for entry in navigation.entries] == ["No", "2012"]
    assert navigation.danish == {"No": "Nej", "2012": "2012"}


def test_a_translation_that_is_left_empty_is_none() -> None:
    config = "plugins: [{i18n: {languages: [{locale: da, nav_translations: {Home: , About: Om}}]}}]"
    assert read_navigation(config).danish == {"About": "Om"}


@pytest.mark.parametrize(
    "text", ["", "# Nothing yet.\n", "site_name: A\n", "nav:\n", "nav: 3\n", "nav: index.md\n", "nav: [3, null]\n"]
)
def test_a_file_without_a_list_of_pages_has_no_entries(text: str) -> None:
    navigation = read_navigation(text)
    assert navigation.entries == ()
    assert navigation.pages == frozenset()


@pytest.mark.parametrize(
    "plugins",
    [
        "i18n",
        "3",
        "[i18n]",
        "[search, 3, null]",
        "[{i18n: }]",
        "[{i18n: [a]}]",
        "[{i18n: {languages: da}}]",
        "[{i18n: {languages: 3}}]",
        "[{i18n: {languages: [da]}}]",
        "[{i18n: {languages: {locale: da}}}]",
        "[{i18n: {languages: [{locale: da}]}}]",
        "[{i18n: {languages: [{locale: da, nav_translations: [a]}]}}]",
        "[{i18n: {languages: [{locale: en, nav_translations: {Home: Home}}]}}]",
        "[!custom x]",
    ],
)
def test_settings_of_another_shape_give_no_danish_titles(plugins: str) -> None:
    assert read_navigation(f"nav: [index.md]\nplugins: {plugins}\n") == Navigation((NavEntry("", "index", 1, 0),), {})


def test_an_entry_without_a_page_is_a_heading() -> None:
    assert read_navigation("nav:\n  - Home:\n").entries == (NavEntry("Home", None, 2, 0),)


def test_pages_in_keys_and_in_inner_lists_are_found() -> None:
    entries = read_navigation("nav:\n  - Part: {One: one.md}\n  - [two.md]\n").entries
    assert [(entry.title, entry.page, entry.depth) for entry in entries] == [
        ("Part", None, 0),
        ("One", "one", 1),
        ("", "two", 0),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: A\nnav: [\n", 3),
        ("- index.md\n", 1),
        ("\nnav\n", 2),
        ("3\n", 1),
        ("nav: [a.md]\nsite_name: A\nnav: [b.md]\n", 3),
        ("nav: &nav [*nav]\n", 1),
        ("nav: []\nbuilt: 2026-13-45\n", 2),
        ("nav: []\nsite_name: a\x00b\n", 2),
        ("nav: []\n? [a]\n: b\n", 2),
    ],
)
def test_a_file_that_holds_no_settings_is_told_at_its_line(text: str, line: int) -> None:
    with pytest.raises(YamlError) as error:
        read_navigation(text)
    assert error.value.line == line
