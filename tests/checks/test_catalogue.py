"""The catalogue and the checks: the same ids in both, words in both languages, and every blank filled."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import knowledge
import pytest
from knowledge.checks.catalogue import Wording, as_json, catalogue, severity, words
from knowledge.content.findings import Finding, finding
from knowledge.content.languages import LANGUAGES
from knowledge.faults.catalogue import covered, exempt

from tests.checks.examples import EXAMPLES

FoundIn = Callable[[str], list[Finding]]
PACKAGE = Path(next(iter(knowledge.__path__)))
# The examples on the small site; every other check is tried by a fault in the real one, where its words are filled as well.
BY_EXAMPLE = sorted(EXAMPLES)


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Return every part of the package's code."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))]
    return tuple(node for text in texts for node in ast.walk(ast.parse(text)))


def calls(*names: str) -> Iterator[ast.Call]:
    """Yield each call of a function of these names in the package."""
    for node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def literal(node: ast.expr | None) -> list[str]:
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def raised() -> set[str]:
    """Return every id that the package names where it makes a finding, hands one on, or chooses one."""
    found = {name for call in calls("finding", "Trouble") for name in literal(call.args[0])}
    return found.union(*map(named_in, nodes()))


def named_in(node: ast.AST) -> list[str]:
    """Return the ids that are handed to a parameter `check`, returned by a choice of trouble, or listed for lines of text."""
    if isinstance(node, ast.keyword) and node.arg == "check":
        return literal(node.value)
    if isinstance(node, ast.FunctionDef) and "check" in [argument.arg for argument in node.args.kwonlyargs]:
        return [name for default in node.args.kw_defaults for name in literal(default)]
    if isinstance(node, ast.FunctionDef) and node.name.endswith("_trouble"):
        returned = [part.value for part in ast.walk(node) if isinstance(part, ast.Return)]
        chosen = [choice for value in returned if isinstance(value, ast.IfExp) for choice in (value.body, value.orelse)]
        return [name for value in (*returned, *chosen) for name in literal(value)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "_LINE_TROUBLES":
        return [name for row in ast.walk(node) if isinstance(row, ast.Tuple) for name in literal(row.elts[0])]
    return []


def blanks(*wordings: Wording) -> set[str]:
    texts = [text for wording in wordings for text in (wording.what, wording.why, wording.fix)]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_id_that_is_raised_stands_in_the_catalogue() -> None:
    assert raised() <= set(catalogue())


def test_every_id_of_the_catalogue_is_named_somewhere() -> None:
    assert set(catalogue()) <= {
        node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_check_has_an_example_or_a_fault_or_a_reason_why_it_has_neither() -> None:
    assert set(EXAMPLES) | covered() | set(exempt()) == set(catalogue())


@pytest.mark.parametrize("check", catalogue())
def test_a_check_says_what_why_and_how_in_both_languages(check: str) -> None:
    entry = catalogue()[check]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check)
    for text in (entry.en.what, entry.en.why, entry.en.fix, entry.da.what, entry.da.why, entry.da.fix):
        assert text[0] == text[0].upper() or text[0] in "“”{"
        assert not text.endswith((" ", ","))
    assert (entry.en.what, entry.en.why, entry.en.fix) != (entry.da.what, entry.da.why, entry.da.fix)


@pytest.mark.parametrize("check", catalogue())
def test_quotation_marks_are_those_of_the_language(check: str) -> None:
    entry = catalogue()[check]
    assert "“" not in entry.da.what + entry.da.why + entry.da.fix
    english = entry.en.what + entry.en.why + entry.en.fix
    assert english.count("“") == english.count("”")


@pytest.mark.parametrize("check", BY_EXAMPLE)
def test_a_finding_brings_exactly_the_words_that_its_blanks_ask_for(found_in_example: FoundIn, check: str) -> None:
    found = next(item for item in found_in_example(check) if item.id == check)
    entry = catalogue()[check]
    assert set(found.details) == blanks(entry.en, entry.da)


@pytest.mark.parametrize("check", BY_EXAMPLE)
def test_a_finding_is_said_in_both_languages_without_a_blank_left(found_in_example: FoundIn, check: str) -> None:
    found = next(item for item in found_in_example(check) if item.id == check)
    for language in LANGUAGES:
        said = words(found, language)
        for text in (said.what, said.why, said.fix):
            assert text
            assert not re.search(r"\{[a-z_]*\}|\{\{|\}\}", text)


def test_what_is_raised_by_name_brings_the_words_that_are_asked_for() -> None:
    looked_at = set()
    for call in calls("finding"):
        given = {keyword.arg for keyword in call.keywords}
        for name in literal(call.args[0]):
            if None not in given:
                assert given == blanks(catalogue()[name].en, catalogue()[name].da), name
                looked_at.add(name)
    assert {"built-link", "built-inline", "link-absolute"} <= looked_at


def test_braces_in_a_finding_are_left_as_they_are() -> None:
    said = words(finding("heading-second", "docs/en/a.md", 3, text="Set {a} and {0} {"), "en")
    assert "“Set {a} and {0} {”" in said.what


def test_a_heading_without_an_id_is_shown_the_form_of_one() -> None:
    said = words(finding("heading-no-id", "docs/en/a.md", 3, text="Part"), "en")
    assert "Part {#short-name}" in said.fix


def test_a_finding_is_the_same_for_other_programs() -> None:
    said = as_json(finding("link-absolute", "docs/da/a.md", 7, target="/b"))
    assert (said["id"], said["severity"], said["file"], said["line"]) == ("link-absolute", "error", "docs/da/a.md", 7)
    message, fix = said["message"], said["fix"]
    assert isinstance(message, dict)
    assert isinstance(fix, dict)
    assert set(message) == set(fix) == {"en", "da"}
    assert "“/b”" in message["en"]
    assert "”/b”" in message["da"]


def test_a_finding_in_no_line_is_told_at_the_first() -> None:
    assert finding("file-bom", "docs/en/a.md", 0).line == 1


def test_there_are_checks_that_stop_and_checks_that_advise() -> None:
    assert severity(finding("link-dead", "a", 1)) == "error"
    assert severity(finding("term-avoided", "a", 1)) == "advice"
