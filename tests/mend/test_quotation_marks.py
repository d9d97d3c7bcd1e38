"""Quotation marks of each language, and the many places where a straight mark is none."""

import pytest
from knowledge.mend.quotation_marks import mended_marks


@pytest.mark.parametrize(
    ("written", "english", "danish"),
    [
        ('She said "no" twice.', "She said “no” twice.", "She said ”no” twice."),
        ("She said “no” twice.", "She said “no” twice.", "She said ”no” twice."),
        ("She said ”no” twice.", "She said “no” twice.", "She said ”no” twice."),
        ("She said „no“ twice.", "She said “no” twice.", "She said ”no” twice."),
        ('"All of it."', "“All of it.”", "”All of it.”"),
        ('("why")', "(“why”)", "(”why”)"),
        ('**"why"** and *"how"*', "**“why”** and *“how”*", "**”why”** and *”how”*"),
        ('"a" – "b", "c"; "d": "e"', "“a” – “b”, “c”; “d”: “e”", "”a” – ”b”, ”c”; ”d”: ”e”"),
        ('"Two\nlines"', "“Two\nlines”", "”Two\nlines”"),
        ('A fact "as told"[@sheet] here', "A fact “as told”[@sheet] here", "A fact ”as told”[@sheet] here"),
        (
            'See ["the plan"](plan.md "a title").',
            'See [“the plan”](plan.md "a title").',
            'See [”the plan”](plan.md "a title").',
        ),
        ('| "a" | b "c" |', "| “a” | b “c” |", "| ”a” | b ”c” |"),
        ('- "a"\n- "b"', "- “a”\n- “b”", "- ”a”\n- ”b”"),
        ('## The "plan" {#plan title="x"}', '## The “plan” {#plan title="x"}', '## The ”plan” {#plan title="x"}'),
        ('/// note | The "plan"\n///', "/// note | The “plan”\n///", "/// note | The ”plan”\n///"),
        ('- a\n\n    "b" in the item', "- a\n\n    “b” in the item", "- a\n\n    ”b” in the item"),
    ],
)
def test_each_language_gets_its_own_marks(written: str, english: str, danish: str) -> None:
    assert mended_marks(written, "en") == english
    assert mended_marks(written, "da") == danish


@pytest.mark.parametrize(
    "written",
    [
        'Write `title: "x"` there.',
        '```yaml\ntitle: "x"\n```',
        '~~~\n"x"\n~~~',
        '    "indented code"',
        'Text\n\n    "indented code"\n\n    "and more"',
        '<p class="x">"raw"</p>',
        '<div>\n\n"inside"\n\n</div>',
        'A <abbr title="x">"y"</abbr>.',
        '<!-- "a remark" -->',
        '[words](page.md "a title")',
        '![words](picture.png "a title")',
        '[plan]: plan.md "a title"',
        'Text {title="x"}',
        '=== "Tab"',
        '!!! note "Title"',
        '--8<-- "file.md"',
        '/// tool | A talk\n    when: "now"\n    time: "5 min"\n///',
        'A 12" screen',
        "5'10\" tall",
        'An "open quotation',
        'a "b "c" d" e',
        'a" b "c',
        r"A \"kept\" mark",
        "Citeret: »lovens ord«",
        "It's the 1990s' way",
        '&quot;x" y "z&quot; "',
        'https://example.org/"x" and "y',
    ],
)
def test_what_is_no_quotation_or_is_in_doubt_stays(written: str) -> None:
    assert mended_marks(written, "en") == written
    assert mended_marks(written, "da") == written


def test_a_doubtful_paragraph_does_not_keep_its_neighbours_from_being_mended() -> None:
    assert mended_marks('An "open one\n\nA "closed" one', "en") == 'An "open one\n\nA “closed” one'
