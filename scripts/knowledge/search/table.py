"""What is searched, as a plain table that any engine could take: a row a section, with the weight of each of its words.

The index of ours (`packed`) is made from it, and from nothing else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue.facets import FACETS, terms
from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.content.programme import Programme
from knowledge.search.sections import TERM, Section, sections
from knowledge.search.words import STOP_WORDS, joined, key, tokens

# Pages that only list the others: whoever finds one of them has found nothing yet.
NOT_SEARCHED = frozenset({"search", "a-z"})

# Where in a section a word stands, from least to most telling: in the text a few times or often, then the places that say what
# the section is about.
TEXT, TEXT_OFTEN, KEYWORD, HEADING, HEADING_AND_TEXT, TITLE, TITLE_AND_TEXT = range(1, 8)
# As often as this, a text is about the word.
_OFTEN = 4

# How likely a reader of each part looks for its pages, in tenths: the handbook comes first, what editors need last. What the
# glossary says of a term is an answer of its own, so the long page itself need not come up.
_PARTS: tuple[tuple[str, int], ...] = (
    ("contribute/checks", 2),
    ("contribute", 4),
    ("about/sources", 2),
    ("about/glossary", 3),
    ("about/changes", 4),
    ("about", 7),
    ("programmes/data", 5),
    ("programmes/countries", 6),
    ("projects/timeline", 6),
    ("projects", 8),
    ("conferences", 7),
    ("handbook/cases", 7),
    ("handbook/tools", 8),
    ("index", 4),
)
_RECORD = 5
_FIRST = 10


@dataclass(frozen=True)
class Row:
    """A section as it is searched.

    Attributes:
        page: The key of its page.
        anchor: The id of its heading; empty for the beginning of a page.
        part: The key of the part of the site that the page belongs to: its first page in the navigation.
        facets: What a programme's page may be chosen by: its terms in each facet of the catalogue; empty for other pages.
        weights: How telling each word is for the section, by the word's key.
        words: Every word that the weights stand for, as it is written; also those of headings and keywords.
    """

    id: int
    page: str
    address: str
    anchor: str
    level: int
    page_title: str
    title: str
    kind: str
    part: str
    facets: Mapping[str, tuple[str, ...]]
    prior: int
    weights: Mapping[str, int]
    counts: Mapping[str, int]
    words: tuple[str, ...]
    text: str


def table(library: Library, language: Language, site: Path) -> tuple[Row, ...]:
    """Return the rows of a language from the finished pages below a site's folder."""
    parts = _parts(library)
    rows: list[Row] = []
    for page in library.in_language(language):
        file = site / site_path(language, page.key) / "index.html"
        if page.key in NOT_SEARCHED or page.front is None or not file.is_file():
            continue
        for section in sections(file.read_text(encoding="utf-8")):
            rows.append(_row(library, page, section, parts.get(page.key, ""), len(rows)))
    return tuple(rows)


def _row(library: Library, page: Page, section: Section, part: str, number: int) -> Row:
    front = page.front
    assert front is not None  # noqa: S101 (pages without one are left out)
    text = section.text
    counts = Counter(_keys(text, page.language))
    facets = _facets(library, page)
    return Row(
        id=number,
        page=page.key,
        address=site_path(page.language, page.key) + (f"#{section.anchor}" if section.anchor else ""),
        anchor=section.anchor,
        level=section.level,
        page_title=front.title,
        title=section.title or front.title,
        kind=front.kind,
        part=part,
        facets=facets,
        prior=_RECORD if facets else prior(page.key),
        weights=_weights(library, page, section, counts),
        counts=counts,
        words=tuple(_written(library, page, section, text)),
        text=text,
    )


def _weights(library: Library, page: Page, section: Section, counts: Mapping[str, int]) -> dict[str, int]:
    """Return the weight of each word: by how often it stands in the text, and more where it stands in a heading or a title."""
    weights = {word: weight_of_count(count) for word, count in counts.items()}
    if section.level == TERM:
        return weights
    if section.level > 1:
        _raise(weights, _keys(section.title, page.language, stop_words=True), HEADING)
        return weights
    front = page.front
    assert front is not None  # noqa: S101 (as above)
    _raise(weights, _keys(" ".join((front.summary, *_keywords(library, page))), page.language), KEYWORD)
    _raise(weights, _keys(" ".join(_asked_for(library, page)), page.language), TITLE)
    _raise(weights, _keys(" ".join(_also_typed(library, page)), page.language), KEYWORD)
    _raise(weights, _keys(f"{front.title} {section.title}", page.language, stop_words=True), TITLE)
    return weights


def _written(library: Library, page: Page, section: Section, text: str) -> Iterator[str]:
    front = page.front
    about = (
        (front.title, front.summary, *_keywords(library, page), *_asked_for(library, page), *_also_typed(library, page))
        if front and section.level == 1
        else ()
    )
    for part in (text, section.title, *about):
        yield from tokens(part)
        yield from joined(part)


def _raise(weights: dict[str, int], words: Iterable[str], place: int) -> None:
    """Raise the weight of words that stand in a telling place; one more where the text is about them as well."""
    for word in words:
        told = weights.get(word, 0)
        if told < place:
            also = place in {HEADING, TITLE} and told in {TEXT_OFTEN, HEADING_AND_TEXT}
            weights[word] = place + 1 if also else place


def weight_of_count(count: int) -> int:
    """Return the weight of a word by how often it stands in a text."""
    return TEXT_OFTEN if count >= _OFTEN else TEXT


def _keywords(library: Library, page: Page) -> Iterator[str]:
    """Yield what else a page may be looked for by: titles of twin and folder, its name in the menu, a programme's names."""
    twin = library.page(twin_language(page.language), page.key)
    if twin is not None and twin.front is not None:
        yield twin.front.title
    folder = library.page(page.language, f"{page.key.rpartition('/')[0]}/index")
    if folder is not None and folder.front is not None and folder.key.count("/") > 1:
        yield folder.front.title
    programme = _programme(library, page)
    if programme is not None:
        yield from (name.text for name in programme.original_name.values)
        yield from (words for name in programme.name.values for words in (name.en, name.da))
    yield from (
        entry.title if page.language == LANGUAGES[0] else (library.navigation.danish or {}).get(entry.title, "")
        for entry in library.navigation.entries
        if entry.page == page.key
    )


def _asked_for(library: Library, page: Page) -> Iterator[str]:
    """Yield the words of either language that mean what a page is about, and so ask for it before all others."""
    for words in library.search_words.values():
        if words.page == page.key and words.alike:
            yield from (*words.forms.in_language(page.language), *words.forms.in_language(twin_language(page.language)))


def _also_typed(library: Library, page: Page) -> Iterator[str]:
    """Yield what readers of a page's language type when they need it, and what it does not say itself."""
    for words in library.search_words.values():
        if words.page == page.key and not words.alike:
            yield from words.forms.in_language(page.language)


def _keys(text: str, language: Language, stop_words: bool = False) -> list[str]:
    """Return the keys of a text's words; those that carry no subject only where they are asked for."""
    skipped = frozenset() if stop_words else STOP_WORDS[language]
    return [key(word, language) for word in (*tokens(text), *joined(text)) if word not in skipped]


def _facets(library: Library, page: Page) -> dict[str, tuple[str, ...]]:
    programme = _programme(library, page)
    return {} if programme is None else {facet: terms(programme, facet) for facet in FACETS}


def _programme(library: Library, page: Page) -> Programme | None:
    return next((one for one in library.programmes.values() if one.page == page.key), None)


def _parts(library: Library) -> dict[str, str]:
    """Return the part of the site that each page belongs to: the first page of its heading in the navigation."""
    parts: dict[str, str] = {}
    first = ""
    for entry in library.navigation.entries:
        if entry.depth == 0:
            first = ""
        if entry.page is not None:
            first = first or entry.page
            parts[entry.page] = first
    return parts


def prior(page: str) -> int:
    """Return how likely a page is what a reader looks for, in tenths, before anything is known of the question."""
    return next((tenths for part, tenths in _PARTS if page == part or page.startswith(f"{part}/")), _FIRST)
