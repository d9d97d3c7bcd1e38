"""The check that both languages tell readers of the same changes."""

from tests.small_site import SmallSite

FACTS = {"date": "2027-03-01", "kind": "facts"}
LAW = {"date": "2027-04-02", "kind": "law"}


def write(site: SmallSite, english: list[dict[str, str]] | None, danish: list[dict[str, str]] | None) -> None:
    """Write the front page with changes in each language, each with a text of its own."""
    for language, told in (("en", english), ("da", danish)):
        changes = None if told is None else [{**change, "text": f"This is told in {language}."} for change in told]
        site.page(language, "index", "# Hello {#hello}\n\nText.\n", changes=changes)


def found(site: SmallSite) -> list[tuple[str, str, int]]:
    return [entry for entry in site.found() if entry[0] == "changes-differ"]


def test_the_same_dates_and_kinds_with_texts_of_their_own_are_right(small_site: SmallSite) -> None:
    write(small_site, [FACTS, LAW], [FACTS, LAW])
    assert found(small_site) == []


def test_another_date_or_kind_is_told_at_the_changes_of_the_translation(small_site: SmallSite) -> None:
    write(small_site, [FACTS], [{**FACTS, "kind": "language"}])
    assert found(small_site) == [("changes-differ", "docs/da/index.md", 11)]
    write(small_site, [FACTS], [{**FACTS, "date": "2027-03-02"}])
    assert found(small_site) == [("changes-differ", "docs/da/index.md", 11)]


def test_changes_in_one_language_only_are_told(small_site: SmallSite) -> None:
    write(small_site, [FACTS], None)
    assert found(small_site) == [("changes-differ", "docs/da/index.md", 1)]


def test_pages_that_tell_of_no_change_are_right(small_site: SmallSite) -> None:
    write(small_site, None, None)
    assert found(small_site) == []


def test_a_kind_that_is_not_in_the_list_is_told_with_the_list(small_site: SmallSite) -> None:
    write(small_site, [{**FACTS, "kind": "news"}], [FACTS])
    problem = next(entry for entry in small_site.findings() if entry.id == "field-wrong")
    assert problem.file == "docs/en/index.md" and "'law'" in problem.details["expected_en"]


def test_every_kind_of_change_has_a_label_in_both_languages(small_site: SmallSite) -> None:
    labels = small_site.library().vocabularies["change-kinds"]
    assert set(labels) == {"new", "facts", "law", "tools", "language"}
