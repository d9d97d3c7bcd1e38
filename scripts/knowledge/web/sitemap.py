"""The sitemap: every page with its twin, from the library alone."""

from xml.sax.saxutils import escape, quoteattr

from knowledge.content.addresses import site_path
from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.web.page_view import alternates
from knowledge.web.settings import Settings


def sitemap(library: Library, site_url: str) -> str:
    """Return the sitemap of all pages in both languages."""
    entries = "".join(_entry(library, Settings(site_url, ""), page) for _, page in sorted(library.pages.items()))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    )


def _entry(library: Library, settings: Settings, page: Page) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{alternate.language}" href={quoteattr(alternate.url)}/>'
        for alternate in alternates(library, settings, page.key)
    )
    changed = f"<lastmod>{page.front.reviewed.isoformat()}</lastmod>" if page.front else ""
    return f"<url><loc>{escape(settings.address(site_path(page.language, page.key)))}</loc>{changed}{links}</url>\n"
