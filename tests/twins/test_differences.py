"""What counts as a change of form, a mended error, and a change of meaning."""

import pytest
from knowledge.twins.differences import Change, Kind, Weight, Words, compare, edit_distance
from knowledge.twins.sections import sections_of_file


def changes(before: str, after: str) -> tuple[Change, ...]:
    return compare(sections_of_file(before), sections_of_file(after))


def weight(before: str, after: str) -> Weight | None:
    """Return the weight of the change of one section, None where there is none."""
    found = changes(f"# Title {{#title}}\n\n{before}\n", f"# Title {{#title}}\n\n{after}\n")
    assert len(found) <= 1
    return found[0].weight if found else None


def test_the_same_text_is_no_change() -> None:
    assert changes("# A {#a}\n\nText.\n", "# A {#a}\n\nText.\n") == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One line\nand another.", "One line and another."),
        ("A strong word.", "A **strong** word."),
        ("- one\n- two", "* one\n* two"),
        ("1. one\n2. two", "1. one\n1. two"),
        ("He said 'yes'.", "He said “yes”."),
        ("Text, with a comma.", "Text with a comma."),
        ("| A | B |\n| --- | --- |", "| A   | B |\n|-----|---|"),
    ],
)
def test_a_change_of_form_leaves_the_translation_right(before: str, after: str) -> None:
    assert weight(before, after) is Weight.form


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The municipalty helps.", "The municipality helps."),
        ("They recieve help.", "They receive help."),
        ("the police help.", "The police help."),
        ("A work shop was held.", "A workshop was held."),
        ("An exit-talk helps.", "An exit talk helps."),
        ("Samtalerne er frivilige.", "Samtalerne er frivillige."),
    ],
)
def test_a_mended_typing_error_leaves_the_translation_right(before: str, after: str) -> None:
    assert weight(before, after) is Weight.typo


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The total is 1,158,154 euros.", "The total is 1,158,145 euros."),
        ("Held on 8 May 2012.", "Held on 9 May 2012."),
        ("You may ask.", "You must ask."),
        ("You must tell them.", "You must not tell them."),
        ("It is now voluntary.", "It is not voluntary."),
        ("Call the police.", "Call the mentor."),
        ("See [ethics](ethics.md#a).", "See [ethics](ethics.md#b)."),
        ("So they say [@one].", "So they say [@two]."),
        ("Help is offered.", "Help is offered to all."),
        ("Det er altid frivilligt.", "Det er aldrig frivilligt."),
        ("Nobody is told.", "Somebody is told."),
        ("It was allocated.", "It was held."),
        ("More than 5 came.", "More than came."),
    ],
)
def test_a_change_of_number_date_link_negation_or_word_is_a_change_of_meaning(before: str, after: str) -> None:
    assert weight(before, after) is Weight.meaning


def test_the_changed_words_are_told_exactly() -> None:
    (change,) = changes("# A {#a}\n\nThe group of 20 was trained.\n", "# A {#a}\n\nThe group of 25 was trained.\n")
    assert change.words == (Words("20", "25"),)


def test_a_changed_heading_is_a_change_of_its_section() -> None:
    (change,) = changes("# Who pays {#a}\n\nText.\n", "# Who decides {#a}\n\nText.\n")
    assert (change.id, change.kind, change.weight) == ("a", Kind.changed, Weight.meaning)


def test_sections_are_told_as_added_removed_and_moved_by_their_ids() -> None:
    before = "# T {#t}\n\n## A {#a}\n\nAlpha.\n\n## B {#b}\n\nBeta.\n\n## C {#c}\n\nGamma.\n"
    after = "# T {#t}\n\n## C {#c}\n\nGamma.\n\n## A {#a}\n\nAlpha.\n\n## D {#d}\n\nDelta.\n"
    found = {(change.id, change.kind) for change in changes(before, after)}
    assert ("d", Kind.added) in found
    assert ("b", Kind.removed) in found
    moved = {name for name, kind in found if kind is Kind.moved}
    assert moved in ({"a"}, {"c"})
    assert not any(kind is Kind.changed for _, kind in found)


def test_a_section_that_is_renamed_and_kept_by_its_id_is_no_new_section() -> None:
    found = changes("# T {#t}\n\n## Old {#a}\n\nAlpha.\n", "# T {#t}\n\n## New words {#a}\n\nAlpha.\n")
    assert [(change.id, change.kind) for change in found] == [("a", Kind.changed)]


def test_front_matter_is_no_part_of_the_sections() -> None:
    before = "---\ntitle: A\nreviewed: 2026-01-01\n---\n# A {#a}\n\nText.\n"
    after = "---\ntitle: B\nreviewed: 2027-01-01\n---\n# A {#a}\n\nText.\n"
    assert changes(before, after) == ()


def test_a_text_saved_in_the_windows_way_is_the_same_text() -> None:
    assert changes("# A {#a}\r\n\r\nText.\r\n", "# A {#a}\n\nText.\n") == ()


def test_swapped_neighbours_are_one_edit() -> None:
    assert edit_distance("recieve", "receive") == 1
    assert edit_distance("abc", "abc") == 0
    assert edit_distance("", "abc") == 3
