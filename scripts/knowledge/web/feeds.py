"""What is new, as an Atom feed in each language: the same list as the page about/changes, for programs that follow sites.

The words come from the pages alone and the times are days, so that the same content always gives the same bytes.
"""

from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from knowledge.content.addresses import site_path
from knowledge.content.changes import FIRST_DAY, News, news, news_anchor
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.web.settings import Settings

# The page that shows the same list.
PAGE = "about/changes"

# Programs that read feeds ask again and again: they are given the newest and not the whole history.
LONGEST = 50


def feed_path(language: Language) -> str:
    """Return where the feed of a language stands below the site's root."""
    return "feed.xml" if language == DEFAULT_LANGUAGE else f"{language}/feed.xml"


def write_feeds(library: Library, settings: Settings, folder: Path) -> None:
    """Write the feed of every language into a site's folder."""
    for language in LANGUAGES:
        path = folder / feed_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(feed(library, settings, language), encoding="utf-8")


def feed(library: Library, settings: Settings, language: Language) -> str:
    """Return the feed of a language, the newest change first."""
    items = news(library, language)[:LONGEST]
    say = library.interface.say
    own = settings.address(feed_path(language))
    newest = max((item.day for item in items), default=FIRST_DAY)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
        f"<id>{escape(own)}</id>\n"
        f"<title>{escape(say('feed.title', language))}</title>\n"
        f"<subtitle>{escape(say('site.line', language))}</subtitle>\n"
        f"<updated>{_midnight(newest)}</updated>\n"
        f"<author><name>{escape(say('site.name', language))}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(settings.address(site_path(language, PAGE)))}/>\n'
        f"{''.join(_entry(library, settings, item) for item in items)}</feed>\n"
    )


def _entry(library: Library, settings: Settings, item: News) -> str:
    page = item.page
    address = settings.address(site_path(page.language, page.key))
    title = page.front.title if page.front else page.key
    words = item.text or (page.front.summary if page.front else "")
    label = library.label("change-kinds", item.kind, page.language)
    return (
        "<entry>\n"
        f"<id>{escape(f'{address}#{news_anchor(item.day, item.kind)}')}</id>\n"
        f"<title>{escape(title)}</title>\n"
        f"<updated>{_midnight(item.day)}</updated>\n"
        f"<category term={quoteattr(item.kind)} label={quoteattr(label)}/>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>\n'
        f"<summary>{escape(words)}</summary>\n"
        "</entry>\n"
    )


def _midnight(day: date) -> str:
    """Return the beginning of a day; the pages tell no hour."""
    return f"{day.isoformat()}T00:00:00Z"
