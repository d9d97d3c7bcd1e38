"""Every check finds the mistake that it is for, in its file and on its line, and finds nothing in a correct site."""

from collections.abc import Callable

import pytest
from knowledge.checks.catalogue import catalogue, severity
from knowledge.checks.rules import check as check_library
from knowledge.content.findings import Finding
from knowledge.content.library import Library

from tests.checks.broken import EN, EVENT, ids, say, told
from tests.checks.examples import EXAMPLES
from tests.small_site import NAV, SmallSite

CORRECT = """\
Text [@sheet] with a [talk](term:exit-talk), an [other page](other.md#part), one [by reference][other], a note[^1], and
[another site](https://example.org/x#y), <a href="other.md" id="raw">raw</a>, [112](TEL:112) and [up](#hello).

![A picture](../assets/a.svg)

/// note | Title
Text.
///

/// timeline
///

The [first event](#start), its [year](#y2009), and the [source](#source-sheet) in the [list](#sources).

<div>
</div>

```markdown
[a](gone.md) ![](gone.svg) [@gone] [a](term:gone) [a][gone] [^gone] {#hello}
!!! note
/// box
#tight
```

[other]: other.md
[^1]: More.
"""

# Mistakes in the words of a page, which may stand in an example without being one.
IN_TEXT = [
    name
    for name, example in EXAMPLES.items()
    if example.file == EN and catalogue()[name].subject in {"markup", "links", "citations"}
]


@pytest.fixture
def correct_site(small_site: SmallSite) -> SmallSite:
    """A site that uses every mark in the right way."""
    small_site.write("docs/assets/a.svg", "<svg/>")
    small_site.write("docs/README.md", "What stands here.\n")
    small_site.data("timeline.yml", [{**EVENT, "page": "other"}])
    small_site.write("mkdocs.yml", NAV.replace("nav:\n", "nav:\n  - other.md\n"))
    small_site.pages("other", "# Other {#other}\n\n## Part {#part}\n\nText.\n")
    say(small_site, CORRECT)
    return small_site


def test_a_site_that_uses_every_mark_rightly_has_nothing_to_mend(correct_site: SmallSite) -> None:
    assert told(correct_site.findings()) == []


def test_the_real_content_has_nothing_to_mend(library: Library) -> None:
    assert library.pages
    assert [found for found in check_library(library) if severity(found) == "error"] == []


@pytest.mark.parametrize("check", EXAMPLES)
def test_a_mistake_is_told_once_in_its_file_and_on_its_line(
    found_in_example: Callable[[str], list[Finding]], check: str
) -> None:
    example, findings = EXAMPLES[check], found_in_example(check)
    assert [found.line for found in findings if (found.id, found.file) == (check, example.file)] == [example.line]
    if catalogue()[check].subject != "translations":
        # Of advice nothing else is to be told that must be mended.
        assert ids(findings) - {check} == example.with_it


@pytest.mark.parametrize("check", IN_TEXT)
def test_the_same_mistake_within_code_is_an_example_and_no_mistake(small_site: SmallSite, check: str) -> None:
    EXAMPLES[check].make(small_site)
    _, _, body = (small_site.root / EN).read_text(encoding="utf-8").partition("# Hello {#hello}\n\n")
    say(small_site, f"````markdown\n{body}````\n")
    assert told(small_site.findings()) == []
