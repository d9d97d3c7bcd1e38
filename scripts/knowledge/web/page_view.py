"""What the templates are told about a page: every word and address prepared, so that they decide nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from knowledge.content.addresses import NEUTRAL_PAGE, site_path
from knowledge.content.formats import written_date
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES, Language, twin_language
from knowledge.content.library import Library
from knowledge.content.page import FrontMatter, Page
from knowledge.web.feeds import feed_path
from knowledge.web.settings import Settings

# Words a grown reader takes in per minute on a screen, rounded down.
READING_SPEED = 200

# As many digits of a version's id as git itself shows.
VERSION_LENGTH = 7


@dataclass(frozen=True)
class Alternate:
    """The same page in a language (or for readers of any other, 'x-default')."""

    language: str
    url: str


@dataclass(frozen=True)
class PageFacts:
    """The muted line under a title and the ways to improve a page, each part ready to show.

    Attributes:
        mail_url: Begins a message to the publisher's mailbox; empty where there is none.
        version: The beginning of the id that git gives the page's file: the exact text that a reader has seen.
    """

    kind: str
    kind_label: Markup
    audience: tuple[Markup, ...]
    reviewed: str
    review_by: str
    review_by_iso: str
    minutes: int
    version: str
    edit_url: str
    report_url: Markup
    mail_url: Markup


@dataclass(frozen=True)
class PageView:
    """Everything a template shows of a page besides the navigation.

    Attributes:
        title: Escaped, as MkDocs' templates escape nothing by themselves; so are the description and the labels of the facts.
        twin_path: Address of the twin below the site's root.
        feed_path: Address of the language's feed below the site's root.
        heading: The main heading as HTML, with its closing tag.
        body: The HTML after the main heading.
        facts: None where there is no page behind the address (404).
        exit: Where a page leads that its reader may have to leave at once; empty on all others.
        search_texts: What the search's scripts say, with blanks that they fill in.
    """

    language: Language
    twin_language: Language
    title: Markup
    description: Markup
    canonical: str
    alternates: tuple[Alternate, ...]
    twin_path: str
    feed_path: str
    heading: str
    body: str
    facts: PageFacts | None
    is_home: bool
    live_reload: bool
    search_texts: Mapping[str, str]
    exit: str = ""


def page_view(library: Library, settings: Settings, language: Language, key: str, html: str) -> PageView:
    """Return the view of a page whose rendered text is `html`."""
    page = library.page(language, key)
    front = page.front if page else None
    heading, closing, body = html.partition("</h1>")
    return PageView(
        language=language,
        twin_language=twin_language(language),
        title=escape(front.title if front else key),
        description=escape(front.summary if front else ""),
        canonical=settings.address(site_path(language, key)),
        alternates=alternates(library, settings, key),
        twin_path=site_path(twin_language(language), key),
        feed_path=feed_path(language),
        heading=heading + closing if closing else "",
        body=body if closing else heading,
        facts=_facts(library, settings, page, body) if page else None,
        is_home=key == "index",
        live_reload=settings.is_local,
        exit=NEUTRAL_PAGE if page and any(block.name == "exit-page" for block in page.document.blocks) else "",
        search_texts=search_texts(library, language),
    )


def not_found_view(library: Library, settings: Settings, language: Language) -> PageView:
    """Return the view of the page that stands where no page is."""
    own = "404.html" if language == DEFAULT_LANGUAGE else f"{language}/404.html"
    other = twin_language(language)
    return PageView(
        language=language,
        twin_language=other,
        title=escape(library.interface.say("not-found.title", language)),
        description=escape(library.interface.say("not-found.lead", language)),
        canonical=settings.address(own),
        alternates=(),
        twin_path="404.html" if other == DEFAULT_LANGUAGE else f"{other}/404.html",
        feed_path=feed_path(language),
        heading="",
        body="",
        facts=None,
        is_home=False,
        live_reload=settings.is_local,
        search_texts=search_texts(library, language),
    )


# What the search says when it has looked; the scripts fill in the blanks.
_SEARCH_TEXTS = (
    *("loading", "count.none", "count.one", "count.many", "count.whole", "some", "missing", "corrected", "suggest", "term"),
    *("other.one", "other.many", "failed", "retry"),
)


def search_texts(library: Library, language: Language) -> dict[str, str]:
    """Return the words that the search's scripts show, in the language of the page."""
    return {name: library.interface.say(f"search.{name}", language) for name in _SEARCH_TEXTS}


def alternates(library: Library, settings: Settings, key: str) -> tuple[Alternate, ...]:
    """Return the addresses of a page in every language that has it, and the one for all other readers."""
    found = [
        Alternate(language, settings.address(site_path(language, key)))
        for language in LANGUAGES
        if library.page(language, key) is not None
    ]
    default = next((alternate for alternate in found if alternate.language == DEFAULT_LANGUAGE), None)
    return (*found, Alternate("x-default", default.url)) if default else tuple(found)


_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
# What stands at the end of a page to be looked up, and not to be read through.
_LOOKED_UP = re.compile(r'<div class="definitions"|<h2 id="sources"')
# Lists, tables and pictures that nobody reads from end to end, and the guide, of which each reader sees one way.
_LISTED = re.compile(
    r'<ul class="programme-list".*?</ul>|<form\b.*?</form>|<table\b.*?</table>|<svg\b.*?</svg>'
    r'|<section\b[^>]*\bclass="guide__node.*?</section>',
    re.DOTALL,
)


def _words(body: str) -> int:
    """Return how many words of a page are read, those that the build has drawn included."""
    return len(_WORD.findall(_TAG.sub(" ", _LISTED.sub(" ", _LOOKED_UP.split(body)[0]))))


def _facts(library: Library, settings: Settings, page: Page, body: str) -> PageFacts | None:
    front = page.front
    if front is None:
        return None
    return PageFacts(
        kind=front.kind,
        kind_label=escape(library.label("kinds", front.kind, page.language)),
        audience=tuple(escape(library.label("audiences", name, page.language)) for name in front.audience),
        reviewed=written_date(front.reviewed, page.language),
        review_by=written_date(front.review_by, page.language),
        review_by_iso=front.review_by.isoformat(),
        minutes=max(1, round(max(page.document.words, _words(body)) / READING_SPEED)),
        version=page.blob_id[:VERSION_LENGTH],
        edit_url=settings.edit(page.file),
        **_reports(library, settings, page, front),
    )


def _reports(library: Library, settings: Settings, page: Page, front: FrontMatter) -> dict[str, Markup]:
    """Return the links to an error report that already says which text it is about, and nothing about the reader."""
    title = library.interface.say("improve.report.title", page.language, title=front.title)
    body = library.interface.say(
        "improve.report.body",
        page.language,
        path=f"/{site_path(page.language, page.key)}",
        version=page.blob_id[:VERSION_LENGTH],
        day=written_date(front.reviewed, page.language),
    )
    return {"report_url": escape(settings.new_issue(title, body)), "mail_url": escape(settings.new_message(title, body))}
