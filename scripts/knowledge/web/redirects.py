"""Pages that stand where a page or section used to be and lead on: at once, by a refresh, and by a plain link.

A page's old address gets a small page of its own in each language. A section that has left a page that is still there gets a
note at the foot of that page, under the section's old id, so that an old link lands on it. Everything works without JavaScript;
with it the section that the reader asked for is kept.
"""

import json
import re
from pathlib import Path
from posixpath import relpath

from markupsafe import Markup

from knowledge.content.addresses import site_path
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.redirects import Redirect
from knowledge.web.page_view import alternates
from knowledge.web.settings import Settings

# Marks in a heading that are no words of it.
_MARKS = re.compile(r"\s*\[@[^\]]*\]|\]\([^)]*\)|[\[*_`]")

_SCRIPT = "assets/scripts/redirect.js"
_STYLES = ("assets/styles/tokens.css", "assets/styles/site.css")
# The same as on every other page; see overrides/base.html.
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"


def write_redirects(library: Library, settings: Settings, folder: Path) -> None:
    """Write the pages of all redirects into a site's folder; a page that is there is never written over."""
    for path, html in redirect_pages(library, settings).items():
        file = folder / path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")


def redirect_pages(library: Library, settings: Settings) -> dict[str, str]:
    """Return the page for each address that is gone, by its path below the site's root."""
    return {
        site_path(language, redirect.page): _page(library, settings, language, redirect)
        for redirect in library.redirects.values()
        for language in LANGUAGES
        if not redirect.section and library.page(language, redirect.page) is None and _leads(library, language, redirect)
    }


def _leads(library: Library, language: Language, redirect: Redirect) -> bool:
    return library.page(language, redirect.new_page) is not None


def _page(library: Library, settings: Settings, language: Language, redirect: Redirect) -> str:
    say, here = library.interface.say, site_path(language, redirect.page)
    target = library.page(language, redirect.new_page)
    name = target.front.title if target and target.front else redirect.new_page
    to = _way(here, language, redirect.to)
    sections = {other.section: _way(here, language, other.to) for other in _sections(library, language, redirect.page)}
    values = {
        "language": language,
        "policy": _POLICY,
        # The old path keeps the titles of two pages apart that lead to the same place.
        "title": f"{say('moved.title', language)}: {name} ({redirect.page})",
        "heading": say("moved.title", language),
        "lead": say("moved.lead", language),
        "name": name,
        "to": to,
        "sections": json.dumps(sections, ensure_ascii=False, sort_keys=True),
        "canonical": settings.address(site_path(language, redirect.new_page)),
        "script": relpath(_SCRIPT, here),
    }
    styles = Markup("").join(Markup('<link rel="stylesheet" href="{}">\n').format(relpath(style, here)) for style in _STYLES)
    others = Markup("").join(
        Markup('<link rel="alternate" hreflang="{}" href="{}">\n').format(alternate.language, alternate.url)
        for alternate in alternates(library, settings, redirect.new_page)
    )
    return str(_FRAME.format(styles=styles, alternates=others, **values))


# The script stands above the refresh, so that it goes first.
_FRAME = Markup(
    """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<meta name="description" content="{title}">
<link rel="canonical" href="{canonical}">
{alternates}{styles}<script src="{script}" data-to="{to}" data-sections="{sections}"></script>
<meta http-equiv="refresh" content="0; url={to}">
</head>
<body>
<main class="article md-typeset">
<h1>{heading}</h1>
<p>{lead} <a href="{to}">{name}</a></p>
</main>
</body>
</html>
"""
)


def _way(here: str, language: Language, place: str) -> str:
    """Return the link from an address below the site's root to a page or section."""
    key, _, section = place.partition("#")
    way = relpath(site_path(language, key) or ".", here or ".")
    return f"{way}/{f'#{section}' if section else ''}"


def _sections(library: Library, language: Language, key: str) -> list[Redirect]:
    """Return the sections of a page that have gone elsewhere."""
    return [
        redirect
        for redirect in library.redirects.values()
        if redirect.section and redirect.page == key and _leads(library, language, redirect)
    ]


def moved_sections(library: Library, language: Language, key: str) -> str:
    """Return the notes at the foot of a page for the sections that have left it; empty where none has."""
    page = library.page(language, key)
    known = page.anchors if page else frozenset()
    gone = [redirect for redirect in _sections(library, language, key) if redirect.section not in known]
    return "".join(_note(library, language, redirect) for redirect in gone)


_NOTE = Markup('<div class="notice notice--note" role="note" id="{id}"><p>{lead} <a href="{to}">{name}</a></p></div>\n')


def _note(library: Library, language: Language, redirect: Redirect) -> str:
    lead = library.interface.say("moved.section", language)
    to = _way(site_path(language, redirect.page), language, redirect.to)
    return str(_NOTE.format(id=redirect.section, lead=lead, to=to, name=_name(library, language, redirect)))


def _name(library: Library, language: Language, redirect: Redirect) -> str:
    """Return what the new place is called: its heading, or else its page's title."""
    page = library.page(language, redirect.new_page)
    headings = page.document.headings if page else ()
    heading = next((heading.text for heading in headings if heading.id == redirect.new_section), None)
    return _MARKS.sub("", heading) if heading else (page.front.title if page and page.front else redirect.new_page)
