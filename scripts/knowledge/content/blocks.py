"""The blocks that an editor may write (`/// name | argument`), and which arguments each takes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.content.changes import news_anchors
from knowledge.content.contact import Contact
from knowledge.content.finances import Budget
from knowledge.content.glossary import GlossaryTerm
from knowledge.content.languages import DEFAULT_LANGUAGE
from knowledge.content.library import Library
from knowledge.content.options import OptionForm
from knowledge.content.page import Page
from knowledge.content.programme import FIELD_VOCABULARIES
from knowledge.content.timeline import Event
from knowledge.content.wording import checks_anchors

# Boxes around an editor's own text; what each means is said in contribute/edit.
NOTES: tuple[str, ...] = ("note", "gap", "conflict", "caution", "now")


@dataclass(frozen=True)
class BlockForm:
    """How a block is written, and what a drawn one brings to its page.

    Attributes:
        argument: 'title' (any text), 'none', 'choice' (one of `choices`) or 'choices' (one or more of them, with commas).
        drawn: The build fills the block; text that an editor writes in it would be lost.
        choices: The arguments that name something.
        anchors: The ids that the drawn block brings, given its argument.
        sources: The sources that it rests on, given its argument.
        options: What may stand below its opening as `name: value`.
        named: The title is part of what the block says, and must be there.
    """

    argument: Literal["title", "none", "choice", "choices"]
    drawn: bool
    choices: Callable[[Library], Collection[str]] = lambda library: ()
    anchors: Callable[[Library, str], Collection[str]] = lambda library, argument: ()
    sources: Callable[[Library, str], Collection[str]] = lambda library, argument: ()
    options: tuple[OptionForm, ...] = ()
    named: bool = False


# The headings that the status board always has.
STATUS_PARTS: tuple[str, ...] = ("reviews", "translations", "sources", "not-stated", "terms", "examples")


# How soon something is to be done.
CARD_LEVELS: tuple[str, ...] = ("now", "soon", "talk")
# The forms of extremism that a constructed case may be about; a case in which nobody knows is as good a case.
CASE_FORMS: tuple[str, ...] = ("islamist", "right-wing", "left-wing", "single-issue", "unclear")

# Structures around an editor's own text, each with a meaning of its own; contribute/blocks shows them.
STRUCTURES: Mapping[str, BlockForm] = {
    "action-card": BlockForm(
        "title",
        drawn=False,
        named=True,
        options=(OptionForm("level", "choice", required=True, choices=CARD_LEVELS),),
    ),
    "cue": BlockForm("title", drawn=False, named=True, options=(OptionForm("others", "page"),)),
    "steps": BlockForm("title", drawn=False),
    "case": BlockForm("title", drawn=False, options=(OptionForm("form", "choice", choices=CASE_FORMS),)),
    # What is hidden until the reader has thought about it; it opens without a script.
    "answer": BlockForm("title", drawn=False),
    "tool": BlockForm(
        "title",
        drawn=False,
        named=True,
        options=(
            OptionForm("when", "text", required=True),
            OptionForm("when-not", "text", required=True),
            OptionForm("time", "text", required=True),
            OptionForm("page", "page"),
        ),
    ),
    "law": BlockForm(
        "title",
        drawn=False,
        options=(
            OptionForm("provision", "text", required=True),
            OptionForm("source", "source", required=True),
            OptionForm("checked", "date", required=True),
        ),
    ),
}


def examples_by_form(library: Library) -> Mapping[str, tuple[Page, ...]]:
    """Return the pages with a constructed case about each form of extremism, in the default language: none may be forgotten."""
    found: dict[str, list[Page]] = {form: [] for form in CASE_FORMS}
    for page in library.in_language(DEFAULT_LANGUAGE):
        for form in {block.options.get("form", "") for block in page.document.blocks if block.name == "case"} & found.keys():
            found[form].append(page)
    return {form: tuple(pages) for form, pages in found.items()}


def check_again(checked: date) -> date:
    """Return the last day on which a provision of law may be shown without looking it up again: twelve months later."""
    last_day = 28 if (checked.month, checked.day) == (2, 29) else checked.day
    return date(checked.year + 1, checked.month, last_day)


def words_of(argument: str) -> tuple[str, ...]:
    """Return the names in an argument that may hold several: 'emergency, hotline'."""
    return tuple(dict.fromkeys(name.strip() for name in argument.split(",") if name.strip()))


def contact_groups(library: Library) -> Collection[str]:
    """Return the groups that have a contact."""
    return sorted({contact.group for contact in library.contacts.values()})


def _contacts(library: Library, group: str) -> list[Contact]:
    return [contact for contact in library.contacts.values() if contact.group == group]


def chosen_contacts(library: Library, names: str) -> list[Contact]:
    """Return the contacts of these ids in the order of the data file, so that 112 stands first whatever the editor wrote."""
    chosen = words_of(names)
    return [contact for contact in library.contacts.values() if contact.id in chosen]


def _guide_anchors(library: Library, argument: str) -> Collection[str]:
    return library.guide.anchors() if library.guide else ()


def _guide_sources(library: Library, argument: str) -> Collection[str]:
    """Return what the guide rests on; each of its contacts brings its own."""
    if library.guide is None:
        return ()
    contacts = (library.contacts[name] for name in library.guide.contact_names() if name in library.contacts)
    return library.guide.rests_on() | {name for contact in contacts for name in contact.sources}


def _timeline_anchors(library: Library, argument: str) -> Collection[str]:
    years = {f"y{event.year}" for event in library.events.values() if event.year}
    return {*library.events, *years, "undated"}


def _sources(records: Iterable[Budget | Event | GlossaryTerm | Contact]) -> Collection[str]:
    return {name for record in records for name in record.sources}


# The blocks of a programme's page, with the ids that each brings.
PROGRAMME_ANCHORS: Mapping[str, tuple[str, ...]] = {
    "programme": (),
    "programme-known": ("profile", "evaluation"),
    "programme-lessons": ("contested", "conflicts"),
    "programme-sources": ("use",),
}


def _programme(ids: tuple[str, ...]) -> BlockForm:
    """A block that shows a part of a programme's record."""

    def anchors(library: Library, name: str) -> Collection[str]:
        record = library.programmes.get(name)
        return [one for one in ids if one != "conflicts" or (record is not None and record.conflicts)]

    return BlockForm(
        "choice",
        drawn=True,
        choices=lambda library: library.programmes.keys(),
        anchors=anchors,
        sources=_programme_sources,
    )


def _programme_sources(library: Library, name: str) -> Collection[str]:
    """Return what the record rests on; where a country stands to the European Union has a source of its own."""
    record = library.programmes.get(name)
    if record is None:
        return ()
    country = library.countries.get(record.code)
    return {*record.rests_on, *(country.sources if country else ())}


# The blocks of the catalogue's own pages, with the ids that each brings.
CATALOGUE_ANCHORS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("programme-map", "programme-list", "programme-countries", "programme-matrix", "programme-figures"), ()),
    **dict.fromkeys(("programme-compare", "programme-adapt"), ()),
    "programme-themes": (
        *("theme-settings", "theme-target-groups", "theme-methods", "theme-forms", "theme-levels", "theme-consent"),
        *("theme-evaluation", "theme-status", "theme-work", "theme-not-covered"),
    ),
}


def _with_anchors(ids: tuple[str, ...]) -> BlockForm:
    """A block that needs no argument and brings these ids."""
    return BlockForm("none", drawn=True, anchors=lambda library, _: ids)


def _data_anchors(library: Library, argument: str) -> Collection[str]:
    fields = {f"field-{name.replace('_', '-')}" for name in library.vocabularies.get("programme-fields", {})}
    lists = {*FIELD_VOCABULARIES.values(), "evaluation-kinds", "profile-dimensions", "profile-values", "fact-statuses"}
    return {"fields", "lists", *fields, *(f"list-{name}" for name in lists)}


def _outcome_sources(library: Library, argument: str) -> Collection[str]:
    parts = (part for record in library.programmes.values() for part in record.evaluations)
    return {name for part in parts if part.kind == "external-outcome" for name in part.sources}


BLOCKS: Mapping[str, BlockForm] = {
    **{name: BlockForm("title", drawn=False) for name in NOTES},
    **STRUCTURES,
    "band": BlockForm("none", drawn=False),
    "doors": BlockForm("none", drawn=False),
    "finances": BlockForm(
        "choice",
        drawn=True,
        choices=lambda library: library.budgets.keys(),
        sources=lambda library, name: library.budgets[name].sources if name in library.budgets else (),
    ),
    "timeline": BlockForm(
        "none",
        drawn=True,
        anchors=_timeline_anchors,
        sources=lambda library, _: _sources(library.events.values()),
    ),
    "glossary": BlockForm(
        "none",
        drawn=True,
        anchors=lambda library, _: library.glossary.keys(),
        sources=lambda library, _: _sources(library.glossary.values()),
    ),
    # The register lists every source and rests on none of them.
    "sources-register": BlockForm(
        "none", drawn=True, anchors=lambda library, _: {f"source-{name}" for name in library.sources}
    ),
    "contact-points": BlockForm(
        "choice",
        drawn=True,
        choices=contact_groups,
        anchors=lambda library, group: {f"contact-{contact.id}" for contact in _contacts(library, group)},
        sources=lambda library, group: _sources(_contacts(library, group)),
    ),
    # It brings no anchors: the same contact may stand on the page in a list of its group.
    "who-to-contact": BlockForm(
        "choices",
        drawn=True,
        choices=lambda library: library.contacts.keys(),
        sources=lambda library, names: _sources(chosen_contacts(library, names)),
    ),
    # The mailbox is the publisher's choice, and known only to the build.
    "write-to-us": BlockForm("none", drawn=True),
    **{name: _programme(ids) for name, ids in PROGRAMME_ANCHORS.items()},
    **{name: _with_anchors(ids) for name, ids in CATALOGUE_ANCHORS.items()},
    "programme-data": BlockForm("none", drawn=True, anchors=_data_anchors),
    "programme-evidence": BlockForm("none", drawn=True, anchors=lambda library, _: ("outcome",), sources=_outcome_sources),
    "country-programmes": BlockForm(
        "choice",
        drawn=True,
        choices=lambda library: {record.code for record in library.programmes.values()} & library.countries.keys(),
        anchors=lambda library, _: ("side-by-side",),
        sources=lambda library, code: library.countries[code].sources if code in library.countries else (),
    ),
    # A tool to fill in, and where the tools are to be had on paper.
    "worksheet": BlockForm("choice", drawn=True, choices=lambda library: library.worksheets.keys()),
    "tool-pack": BlockForm("choice", drawn=True, choices=lambda library: library.packs.keys()),
    "tool-packs": BlockForm("none", drawn=True),
    # The guide for someone who is worried, to click through and as one sheet.
    "guide": BlockForm("none", drawn=True, anchors=_guide_anchors, sources=_guide_sources),
    "guide-chart": BlockForm("none", drawn=True),
    "diagram": BlockForm(
        "choice",
        drawn=True,
        choices=lambda library: library.diagrams.keys(),
        sources=lambda library, name: library.diagrams[name].sources if name in library.diagrams else (),
    ),
    # The way off a page that nobody else should see on the reader's screen.
    "exit-page": BlockForm("none", drawn=True),
    # A copy of the site in the reader's browser, for a place without a network.
    "offline-copy": BlockForm("none", drawn=True),
    # The ways to find a page: the results of a search, and everything in the order of the alphabet.
    "search-results": BlockForm("none", drawn=True),
    "a-z": BlockForm("none", drawn=True),
    # Boards for editors, drawn from the whole library.
    "checks": BlockForm("none", drawn=True, anchors=lambda library, _: checks_anchors()),
    "status": BlockForm("none", drawn=True, anchors=lambda library, _: {f"status-{part}" for part in STATUS_PARTS}),
    "changes": BlockForm("none", drawn=True, anchors=lambda library, _: news_anchors(library)),
}

# Drawn blocks whose records show their sources themselves; the others are cited in the page's numbered list.
_LISTS_ITS_OWN = frozenset({"glossary"})


def _drawn(page: Page) -> Iterator[tuple[str, BlockForm, str]]:
    for block in page.document.blocks:
        if block.name in BLOCKS and BLOCKS[block.name].drawn:
            yield block.name, BLOCKS[block.name], block.argument


def sources_of(library: Library, page: Page) -> frozenset[str]:
    """Return the sources that a page rests on: cited in its text, named in its front matter or a block's option, or drawn."""
    drawn = {name for _, form, argument in _drawn(page) for name in form.sources(library, argument)}
    cited = {mark.name for mark in page.document.citations} | set(page.front.sources if page.front else ())
    return frozenset(cited | drawn | {name for name in _named_in_options(page) if name in library.sources})


def _named_in_options(page: Page) -> Iterator[str]:
    """Yield what stands in the options for a source."""
    for block in page.document.blocks:
        for option in BLOCKS[block.name].options if block.name in BLOCKS else ():
            if option.kind == "source" and option.name in block.options:
                yield block.options[option.name]


def anchors(library: Library, page: Page) -> frozenset[str]:
    """Return every id that a link may point to on a page: the editor's own, the drawn blocks', and the source list's."""
    drawn = {anchor for _, form, argument in _drawn(page) for anchor in form.anchors(library, argument)}
    own_lists = {
        name for block, form, argument in _drawn(page) if block in _LISTS_ITS_OWN for name in form.sources(library, argument)
    }
    cited = sources_of(library, page) - own_lists
    return page.anchors | drawn | ({"sources", *(f"source-{name}" for name in cited)} if cited else set())
