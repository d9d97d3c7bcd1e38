"""What single blocks ask for: the columns of steps, the age of a law box, and the same options in both languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from textwrap import dedent

from knowledge.checks.rule import Rule
from knowledge.checks.today import today
from knowledge.content.blocks import BLOCKS, BlockForm, check_again, words_of
from knowledge.content.findings import Finding, finding
from knowledge.content.library import Library
from knowledge.content.markdown import Block
from knowledge.content.options import is_right, read_date
from knowledge.content.page import Page
from knowledge.content.steps import column_names, parts_of, plain
from knowledge.twins.state import translations


def _named(library: Library, name: str) -> Iterator[tuple[Page, Block]]:
    for page in library.pages.values():
        for block in page.document.blocks:
            if block.name == name:
                yield page, block


# ---------- Steps ----------

_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s+(?P<words>.*)$")
_NESTED = re.compile(r"^ {4,}(?:[-*+]|\d+[.)])\s+")
# What the line below the heading of a table is made of.
_RULE = frozenset("|:- \t")


def steps(library: Library) -> Iterator[Finding]:
    """Each plan says who does what, by when, and what is written down."""
    for page, block in _named(library, "steps"):
        names = column_names(library.interface, page.language)
        if block.closing_line is None or not names:
            continue
        lines = page.document.visible.split("\n")[block.text_line - page.first_line : block.closing_line - page.first_line]
        yield from _steps(page, block, dedent("\n".join(lines)).split("\n"), list(names.values()))


def _steps(page: Page, block: Block, lines: Sequence[str], names: Sequence[str]) -> Iterator[Finding]:
    """Look at the first table or list, which is the one that is shown as steps."""
    columns = " | ".join(names)
    for place, line in enumerate(lines):
        if "|" in line and place + 1 < len(lines) and _is_rule(lines[place + 1]):
            written = {plain(cell).casefold() for cell in parts_of(line)}
            missing = ", ".join(name for name in names if name.casefold() not in written)
            if missing:
                yield finding("steps-columns", page.file, block.text_line + place, missing=missing, columns=columns)
            return
        if _ITEM.match(line):
            for number, words in _items(lines[place:], block.text_line + place):
                count = len(parts_of(words))
                if count != len(names):
                    yield finding("steps-parts", page.file, number, words=words[:60], count=count, columns=columns)
            return
    yield finding("steps-empty", page.file, block.line, columns=columns)


def _is_rule(line: str) -> bool:
    return "-" in line and "|" in line and _RULE.issuperset(line)


def _items(lines: Sequence[str], first_line: int) -> Iterator[tuple[int, str]]:
    """Yield the items of the list that begins here: their line, and their words without what is nested in them."""
    items: list[tuple[int, list[str]]] = []
    is_open = True
    for number, line in enumerate(lines, first_line):
        match = _ITEM.match(line)
        if match:
            items.append((number, [match["words"]]))
            is_open = True
        elif not line.strip() or _NESTED.match(line):
            is_open = False
        elif is_open:
            items[-1][1].append(line.strip())
        elif not line.startswith(" "):
            break
    for number, words in items:
        yield number, " ".join(words)


# ---------- Law ----------

# An editor is told this long before a law box has to be checked again.
_NOTICE = timedelta(days=30)
# Where the sun rises earlier it may already be tomorrow.
_TOMORROW = timedelta(days=1)


def law(library: Library) -> Iterator[Finding]:
    """A law box was looked up within the last twelve months."""
    now = today()
    for page, block in _named(library, "law"):
        checked = read_date(block.options.get("checked", ""))
        if checked is None:
            continue
        check = _age(checked, now)
        if check:
            words = {
                "provision": block.options.get("provision") or block.argument or "law",
                "checked": checked.isoformat(),
                "again": check_again(checked).isoformat(),
                "today": now.isoformat(),
            }
            yield finding(check, page.file, block.option_lines["checked"], **words)


def _age(checked: date, now: date) -> str | None:
    """Return the check that has something to say of the date."""
    if checked > now + _TOMORROW:
        return "law-checked-ahead"
    if check_again(checked) < now:
        return "law-expired"
    return "law-expires-soon" if check_again(checked) - now <= _NOTICE else None


# ---------- Both languages ----------


def twins(library: Library) -> Iterator[Finding]:
    """What is true of a block in any language is the same in both; told once, at the translation."""
    for page, source in translations(library):
        ours, theirs = page.document.blocks, source.document.blocks
        if [block.name for block in ours] != [block.name for block in theirs]:
            continue
        for here, there in zip(ours, theirs, strict=True):
            if here.name in BLOCKS:
                yield from _differences(library, page, here, source, there)


def _differences(library: Library, page: Page, here: Block, source: Page, there: Block) -> Iterator[Finding]:
    form = BLOCKS[here.name]
    ours, theirs = _shared(library, page, here, form), _shared(library, source, there, form)
    for name in ours.keys() & theirs.keys():
        if ours[name] != theirs[name]:
            what = {"what_en": name or "the words after the stroke", "what_da": name or "ordene efter stregen"}
            line, other = here.option_lines.get(name, here.line), there.option_lines.get(name, there.line)
            sides = {"here": ours[name] or "–", "there": theirs[name] or "–", "twin": f"{source.file}:{other}"}
            yield finding("block-options-differ", page.file, line, name=here.name, **what, **sides)


def _shared(library: Library, page: Page, block: Block, form: BlockForm) -> Mapping[str, str]:
    """Return what a block says that does not depend on the language, by option; '' stands for its argument.

    What is wrong in itself is left out: it has a finding of its own.
    """
    shared: dict[str, str] = {}
    if form.argument in {"choice", "choices"}:
        names = sorted(words_of(block.argument))
        if all(name in form.choices(library) for name in names):
            shared[""] = ", ".join(names)
    for option in form.options:
        value = block.options.get(option.name, "")
        if option.kind != "text" and (is_right(library, page.language, option, value) if value else not option.required):
            shared[option.name] = value
    return shared


RULES: tuple[Rule, ...] = (
    steps,
    law,
    twins,
)
