"""Files that are wrong in one way each: what is told, on which line, and that everything else stays readable."""

from typing import Any

import pytest
import yaml
from knowledge.content.findings import Finding
from knowledge.content.library import Library
from knowledge.content.reading import LARGEST_PAGE, Reading

from tests.small_site import FRONT, SOURCE, SmallSite

PAGE, SOURCES = "docs/en/index.md", "docs/data/sources.yml"
BODY = "# Hello {#hello}\n\nText.\n"


def told(library: Library) -> list[tuple[str, str, int]]:
    return [(found.id, found.file, found.line) for found in library.findings]


def head(**changes: Any) -> str:
    """Return correct front matter on lines 2 to 10, changed by the keywords (None leaves a field out)."""
    fields = {name: value for name, value in {**FRONT, **changes}.items() if value is not None}
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)


def in_front(front: str) -> list[Finding]:
    """Return what is told of a page with this front matter."""
    reading = Reading()
    page = reading.page("en", "index", PAGE, f"---\n{front}---\n{BODY}".encode())
    assert page is not None
    assert (page.front is None) == bool(reading.findings)
    assert page.heading is not None, "the text below stays readable"
    assert all(found.file == PAGE for found in reading.findings)
    return reading.findings


# Bytes


def test_a_page_that_is_not_utf8_is_told_at_the_line_of_the_letter(small_site: SmallSite) -> None:
    small_site.write(PAGE, f"---\n{head()}---\n# Hello {{#hello}}\n\n".encode() + "Blå bær.\n".encode("latin-1"))
    library = small_site.library()
    (found,) = library.findings
    assert (found.id, found.file, found.line, found.details["byte"]) == ("file-not-utf8", PAGE, 14, "0xe5")
    assert library.page("en", "index") is None
    assert library.page("da", "index") is not None


def test_a_data_file_that_is_not_utf8_is_told_and_the_others_are_read(small_site: SmallSite) -> None:
    small_site.write(SOURCES, "- id: a\n  title: Blå\n".encode("latin-1"))
    library = small_site.library()
    assert told(library) == [("file-not-utf8", SOURCES, 2)]
    assert library.sources == {}
    assert library.glossary


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_page_in_another_unicode_form_is_told(small_site: SmallSite, encoding: str) -> None:
    small_site.write(PAGE, f"---\n{head()}---\n{BODY}".encode(encoding))
    assert told(small_site.library()) == [("file-not-utf8", PAGE, 1)]


def test_a_byte_order_mark_is_told_and_the_page_is_read_without_it(small_site: SmallSite) -> None:
    small_site.write(PAGE, f"---\n{head()}---\n{BODY}".encode("utf-8-sig"))
    library = small_site.library()
    assert told(library) == [("file-bom", PAGE, 1)]
    page = library.page("en", "index")
    assert page is not None
    assert page.front is not None


def test_a_byte_order_mark_in_a_data_file_is_told_and_the_records_are_read(small_site: SmallSite) -> None:
    small_site.write(SOURCES, b"\xef\xbb\xbf" + yaml.safe_dump([SOURCE]).encode())
    library = small_site.library()
    assert told(library) == [("file-bom", SOURCES, 1)]
    assert list(library.sources) == ["sheet"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_ends_are_told_and_no_line_moves(small_site: SmallSite, ending: str) -> None:
    small_site.write(PAGE, f"---\n{head(kind='')}---\n{BODY}".replace("\n", ending))
    library = small_site.library()
    assert told(library) == [("file-line-ends", PAGE, 1), ("kind-missing", PAGE, 4)]
    page = library.page("en", "index")
    assert page is not None
    assert page.heading is not None
    assert page.heading.line == 12
    assert "\r" not in page.body


def test_one_line_with_another_end_is_told_at_that_line(small_site: SmallSite) -> None:
    small_site.write(PAGE, f"---\n{head()}---\n# Hello {{#hello}}\n\nText.\r\nMore.\n")
    assert told(small_site.library()) == [("file-line-ends", PAGE, 14)]


# Size and emptiness


def test_a_page_of_two_megabytes_is_told_and_not_read(small_site: SmallSite) -> None:
    small_site.page("en", "index", BODY + "Words.\n" * 300_000)
    library = small_site.library()
    (found,) = library.findings
    assert (found.id, found.file, found.line, found.details["limit"]) == ("page-too-large", PAGE, 1, "300,000")
    assert library.files[PAGE] > 2_000_000
    assert library.page("en", "index") is None
    assert library.page("da", "index") is not None


def test_a_page_of_just_the_limit_is_read() -> None:
    reading = Reading()
    front = f"---\n{head()}---\n# A {{#a}}\n".encode()
    page = reading.page("en", "index", PAGE, front + b"x" * (LARGEST_PAGE - len(front)))
    assert page is not None
    assert reading.findings == []
    assert reading.page("en", "index", PAGE, front + b"x" * (LARGEST_PAGE - len(front) + 1)) is None


@pytest.mark.parametrize("content", ["", "\n \n\t\n"])
def test_a_file_of_nothing_has_neither_front_matter_nor_text(small_site: SmallSite, content: str) -> None:
    small_site.write(PAGE, content)
    assert told(small_site.library()) == [("front-matter-missing", PAGE, 1), ("page-empty", PAGE, 1)]


def test_a_page_of_front_matter_alone_is_told_below_it(small_site: SmallSite) -> None:
    small_site.page("en", "index", "\n \n")
    library = small_site.library()
    assert told(library) == [("page-empty", PAGE, 12)]
    page = library.page("en", "index")
    assert page is not None
    assert page.front is not None


# Front matter


@pytest.mark.parametrize("text", [BODY, f"\n---\ntitle: A\n---\n{BODY}"])
def test_a_page_without_front_matter_is_told_at_its_first_line(small_site: SmallSite, text: str) -> None:
    small_site.write(PAGE, text)
    library = small_site.library()
    assert told(library) == [("front-matter-missing", PAGE, 1)]
    page = library.page("en", "index")
    assert page is not None
    assert page.heading is not None


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: A\nsummary: 'never closed\n", 4),
        ("title: A\nkind: [guidance\nowner: site-editor\n", 4),
        ("title: A\ntitle: B\n", 3),
        ("title: A\nreviewed: 2026-13-45\n", 3),
        ("title: &a [*a]\n", 2),
        ("title: A\n@kind: b\n", 3),
        ("title: A\n? [a]\n: b\n", 3),
    ],
)
def test_front_matter_that_is_no_yaml_is_told_at_its_line(front: str, line: int) -> None:
    (found,) = in_front(front)
    assert (found.id, found.line) == ("front-matter-yaml", line)
    assert found.details["problem"]


@pytest.mark.parametrize(
    ("front", "got"),
    [
        ("- a\n- b\n", "['a', 'b']"),
        ("3\n", "3"),
        ("Words\n", "Words"),
        ("null\n", "None"),
        ("", "None"),
        ("2026-11-22\n", "2026-11-22"),
    ],
)
def test_front_matter_of_another_shape_is_told(front: str, got: str) -> None:
    (found,) = in_front(front)
    assert (found.id, found.line, found.details["got"]) == ("field-wrong", 2, got)
    assert found.details["expected_en"] == "indented keys"


def test_a_field_that_is_missing_is_told_by_name() -> None:
    (found,) = in_front(head(summary=None))
    assert (found.id, found.line) == ("field-missing", 2)
    assert dict(found.details) == {"field": "summary", "record": "front matter"}


def test_every_field_that_is_missing_is_told() -> None:
    found = in_front("title: A\n")
    assert [item.id for item in found].count("kind-missing") == 1
    fields = [item.details["field"] for item in found if item.id == "field-missing"]
    assert fields == [name for name in FRONT if name not in {"title", "kind"}]


@pytest.mark.parametrize("key", ["colour", "Title", "1", "yes", "null", "2026-11-22", "1.50"])
def test_a_field_that_does_not_exist_is_told_at_its_line(key: str) -> None:
    (found,) = in_front(head() + f"{key}: x\n")
    assert (found.id, found.line, found.details["field"]) == ("field-unknown", 11, key)


@pytest.mark.parametrize(
    ("field", "value", "line", "got", "expected"),
    [
        ("title", 112, 2, "112", 'a text in "quotation marks"'),
        ("title", "", 2, "", "a longer text"),
        ("summary", "Short.", 3, "Short.", "a longer text"),
        ("summary", "x" * 201, 3, "x" * 57 + "…", "a shorter text"),
        ("audience", "everyone", 5, "everyone", "a list in square brackets"),
        ("audience", {"a": "b"}, 5, "{'a': 'b'}", "a list in square brackets"),
        ("audience", [], 5, "[]", "at least one entry"),
        ("audience", ["everyone", 3], 7, "3", 'a text in "quotation marks"'),
        ("audience", [3], 6, "3", 'a text in "quotation marks"'),
        ("reviewed", "soon", 7, "soon", "a date such as 2026-11-22"),
        ("reviewed", 2026, 7, "2026", "a date such as 2026-11-22"),
        ("review_by", "2026-11-22", 8, "2026-11-22", "a date after “reviewed”"),
        ("source_language", "sv", 10, "sv", "one of 'en', 'da'"),
        ("template", "other.html", 11, "other.html", "one of 'home.html'"),
        ("translated_from", "abc", 11, "abc", "a text of the form ^[0-9a-f]{40}$"),
        ("sources", "sheet", 11, "sheet", "a list in square brackets"),
        ("sources", ["sheet", "A B"], 13, "A B", "a text of the form ^[a-z0-9]+(-[a-z0-9]+)*$"),
    ],
)
def test_a_field_that_is_wrong_is_told_at_its_line_with_what_is_expected(
    field: str, value: object, line: int, got: str, expected: str
) -> None:
    (found,) = in_front(head(**{field: value}))
    assert (found.id, found.line) == ("field-wrong", line)
    details = (found.details["field"], found.details["got"], found.details["expected_en"])
    assert details == (field, got, expected)
    assert found.details["expected_da"]


def test_every_field_that_is_wrong_is_told() -> None:
    found = in_front(head(reviewed="soon", owner=3, colour="red"))
    assert sorted((item.id, item.line) for item in found) == [("field-unknown", 11), ("field-wrong", 7), ("field-wrong", 9)]


@pytest.mark.parametrize("field", ["audience", "reviewed", "review_by", "source_language", "title", "summary"])
def test_what_is_expected_is_said_in_both_languages(field: str) -> None:
    (found,) = in_front(head(**{field: {"audience": "x", "review_by": "2020-01-01", "title": 3}.get(field, "?")}))
    assert found.details["expected_en"] != found.details["expected_da"]


# Records


def test_a_record_of_a_wrong_type_is_told_by_its_place_and_the_others_are_read(small_site: SmallSite) -> None:
    small_site.data("sources.yml", ["just words", SOURCE, None, 3])
    library = small_site.library()
    assert told(library) == [("field-wrong", SOURCES, 1), ("field-wrong", SOURCES, 10), ("field-wrong", SOURCES, 11)]
    assert [found.details["record"] for found in library.findings] == ["#1", "#3", "#4"]
    assert list(library.sources) == ["sheet"]


def test_a_field_of_a_wrong_type_is_told_with_record_and_line(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [SOURCE, {**SOURCE, "id": "other", "year": "MMXI"}])
    (found,) = small_site.library().findings
    assert (found.id, found.file, found.line) == ("field-wrong", SOURCES, 12)
    assert (found.details["record"], found.details["field"], found.details["got"]) == ("other", "year", "MMXI")
    assert found.details["expected_en"] == "a whole number without dots or commas"


def test_a_field_deep_inside_a_record_is_told_at_its_own_line(small_site: SmallSite) -> None:
    small_site.write(
        "docs/data/finances.yml",
        "- id: b\n"
        "  name: {en: Name, da: Navn}\n"
        "  currency: EUR\n"
        "  total: 5\n"
        "  parts:\n"
        "    - {id: eu, name: {en: The EU, da: EU}, amount: 5}\n"
        "    - id: state\n"
        "      name: {en: The state, da: Staten}\n"
        "      amount: 747.133,00\n"
        "  sources: [sheet]\n",
    )
    library = small_site.library()
    (found,) = library.findings
    assert (found.id, found.line, found.details["field"]) == ("field-wrong", 9, "parts.amount")
    assert library.budgets == {}


def test_a_text_in_one_language_only_is_told(small_site: SmallSite) -> None:
    small_site.write("docs/data/glossary.yml", "- id: talk\n  term: {en: talk, da: samtale}\n  definition:\n    en: A talk.\n")
    (found,) = small_site.library().findings
    assert (found.id, found.line, found.details["field"]) == ("field-missing", 3, "definition.da")


@pytest.mark.parametrize(
    ("fields", "line", "got", "danish"),
    [
        ({"status": "undated", "date": "2011"}, 8, "undated", "”held” eller ”planned” (der er en dato)"),
        ({"status": "held"}, 8, "held", "”undated” (der er ingen dato)"),
        ({"status": "held", "date": "2011-02-31"}, 9, "2011-02-31", "en dato, der findes i kalenderen"),
    ],
)
def test_a_rule_between_fields_is_told_at_the_field_to_mend(
    small_site: SmallSite, fields: dict[str, str], line: int, got: str, danish: str
) -> None:
    words = {"en": "Words", "da": "Ord"}
    small_site.data("timeline.yml", [{"id": "e", "title": words, "text": dict(words), **fields, "sources": ["sheet"]}])
    (found,) = small_site.library().findings
    assert (found.id, found.file, found.line) == ("field-wrong", "docs/data/timeline.yml", line)
    assert (found.details["got"], found.details["expected_da"]) == (got, danish)


def test_a_record_without_an_id_is_told_by_its_place(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [{name: value for name, value in SOURCE.items() if name != "id"}])
    (found,) = small_site.library().findings
    assert (found.id, found.line, dict(found.details)) == ("field-missing", 1, {"field": "id", "record": "#1"})


def test_an_id_that_stands_twice_is_told_at_the_second_record_and_the_first_is_kept(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [SOURCE, {**SOURCE, "title": "Another"}])
    library = small_site.library()
    assert told(library) == [("data-double-id", SOURCES, 9)]
    assert library.sources["sheet"].title == SOURCE["title"]
    assert library.line_of_record(SOURCES, "sheet") == 1


@pytest.mark.parametrize("text", ["", "# Nothing\n", "id: a\n", "words\n", "3\n", "null\n"])
def test_a_data_file_that_is_no_list_is_told(small_site: SmallSite, text: str) -> None:
    small_site.write(SOURCES, text)
    library = small_site.library()
    assert told(library) == [("data-not-a-list", SOURCES, 1)]
    assert library.sources == {}


def test_an_empty_list_is_no_mistake(small_site: SmallSite) -> None:
    small_site.write(SOURCES, "[]\n")
    assert small_site.library().findings == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [("- id: a\n  title: [\n", 3), ("- id: a\n- id: b\n  id: c\n", 3), ("- read: 2026-02-30\n", 1)],
)
def test_a_data_file_that_is_no_yaml_is_told_at_its_line_and_the_others_are_read(
    small_site: SmallSite, text: str, line: int
) -> None:
    small_site.write(SOURCES, text)
    library = small_site.library()
    assert told(library) == [("data-yaml", SOURCES, line)]
    assert library.glossary
    assert library.page("en", "index") is not None


def test_a_wrong_vocabulary_is_told_and_the_others_are_read(small_site: SmallSite) -> None:
    small_site.write("docs/data/vocabularies/kinds.yml", "- id: a\n  label: A\n")
    library = small_site.library()
    file = "docs/data/vocabularies/kinds.yml"
    assert told(library) == [("field-missing", file, 1), ("field-wrong", file, 2)]
    assert library.vocabularies["kinds"] == {}
    assert library.vocabularies["audiences"]


@pytest.mark.parametrize(("text", "line"), [("nav: [\n", 2), ("- a\n", 1), ("nav: []\nbuilt: 2026-13-45\n", 2)])
def test_a_configuration_that_cannot_be_read_is_told_and_the_content_is_read(
    small_site: SmallSite, text: str, line: int
) -> None:
    small_site.write("mkdocs.yml", text)
    library = small_site.library()
    assert told(library) == [("data-yaml", "mkdocs.yml", line)]
    assert library.navigation.entries == ()
    assert len(library.pages) == 2


def test_a_configuration_that_is_not_utf8_is_told(small_site: SmallSite) -> None:
    small_site.write("mkdocs.yml", "nav: []\nsite_name: Fælles viden\n".encode("latin-1"))
    assert told(small_site.library()) == [("file-not-utf8", "mkdocs.yml", 2)]


def test_many_files_that_are_wrong_hide_nothing_of_each_other(small_site: SmallSite) -> None:
    small_site.write("docs/en/a.md", b"\xff")
    small_site.write("docs/da/a.md", "")
    small_site.write("docs/en/b.md", "---\n- list\n---\n# B\n")
    small_site.write(SOURCES, "- {id: one\n")
    library = small_site.library()
    assert told(library) == [
        ("front-matter-missing", "docs/da/a.md", 1),
        ("page-empty", "docs/da/a.md", 1),
        ("data-yaml", SOURCES, 2),
        ("file-not-utf8", "docs/en/a.md", 1),
        ("field-wrong", "docs/en/b.md", 2),
    ]
    assert set(library.pages) == {("en", "index"), ("da", "index"), ("da", "a"), ("en", "b")}
