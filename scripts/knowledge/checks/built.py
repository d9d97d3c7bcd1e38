"""What can only be seen in the finished site: addresses, languages, twins, titles, and nothing from elsewhere."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from knowledge.content.findings import Finding, finding
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from knowledge.content.library import Library

# Tags whose address is fetched when the page is shown; a plain link is only followed when the reader chooses to.
_LOADING = (
    *(("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("video", "src"), ("video", "poster")),
    *(("audio", "src"), ("track", "src"), ("iframe", "src"), ("embed", "src"), ("object", "data"), ("input", "src")),
    *(("script", "src"), ("link", "href")),
)
_LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
)


@dataclass(frozen=True)
class BuiltPage:
    """A page of the finished site; `path` is its file below the site's folder."""

    path: str
    tree: LexborHTMLParser

    @property
    def language(self) -> Language:
        return next((tongue for tongue in LANGUAGES if self.path.startswith(f"{tongue}/")), DEFAULT_LANGUAGE)

    @property
    def is_not_found(self) -> bool:
        return self.path.endswith("404.html")

    def attribute(self, selector: str, name: str) -> str:
        node = self.tree.css_first(selector)
        return (node.attributes.get(name) or "") if node else ""


def check_site(library: Library, site: Path) -> tuple[Finding, ...]:
    """Return what is wrong in a built site. Files are named below the site's folder, as `site/…`."""
    # An HTML file among an editor's own files may be saved in any way.
    pages = tuple(
        BuiltPage(path.relative_to(site).as_posix(), LexborHTMLParser(path.read_text(encoding="utf-8", errors="replace")))
        for path in sorted(site.rglob("*.html"))
    )
    found: list[Finding] = []
    for page in pages:
        found += [*_language(page), *_heading(page), *_description(page), *_ids(page), *_loaded(page), *_inline(page)]
    found += [*_doubles(pages), *_twins(pages), *dead_links(site, _base(pages))]
    return tuple(sorted(found))


def _file(page: BuiltPage | str) -> str:
    return f"site/{page if isinstance(page, str) else page.path}"


def _language(page: BuiltPage) -> Iterator[Finding]:
    got = page.attribute("html", "lang")
    if got != page.language:
        yield finding("built-language", _file(page), got=got, expected=page.language)


def _heading(page: BuiltPage) -> Iterator[Finding]:
    count = len(page.tree.css("h1"))
    if count != 1:
        yield finding("built-heading", _file(page), count=count)


def _description(page: BuiltPage) -> Iterator[Finding]:
    if not page.attribute('meta[name="description"]', "content").strip():
        yield finding("built-description-missing", _file(page))


def _ids(page: BuiltPage) -> Iterator[Finding]:
    counts = Counter(node.attributes.get("id") for node in page.tree.css("[id]"))
    for name, count in counts.items():
        if count > 1:
            yield finding("built-id-double", _file(page), name=name, count=count)


def _loaded(page: BuiltPage) -> Iterator[Finding]:
    for tag, name in _LOADING:
        for node in page.tree.css(f"{tag}[{name}]"):
            relation = set((node.attributes.get("rel") or "").lower().split())
            if tag == "link" and not relation & _LOADING_LINKS:
                continue
            value = node.attributes.get(name) or ""
            for target in [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]:
                if _host(target):
                    yield finding("built-third-party", _file(page), target=target)


def _host(address: str) -> str:
    """Return the host that an address names; an address that cannot be read counts as its own host."""
    try:
        return urlsplit(address.strip()).netloc
    except ValueError:
        return address


def _inline(page: BuiltPage) -> Iterator[Finding]:
    for node in page.tree.css("script:not([src])"):
        if node.attributes.get("type") not in {"application/json", "application/ld+json"}:
            yield finding("built-inline", _file(page), what_found="<script>")
    if page.tree.css_first("style"):
        yield finding("built-inline", _file(page), what_found="<style>")
    if page.tree.css_first("[style]"):
        yield finding("built-inline", _file(page), what_found="style=")
    for node in page.tree.css("*"):
        for name in node.attributes:
            if name.startswith("on"):
                yield finding("built-inline", _file(page), what_found=f"{name}=")


def _doubles(pages: tuple[BuiltPage, ...]) -> Iterator[Finding]:
    """Titles and descriptions are unique within a language."""
    names = {"title": ("title", "titlen"), "description": ("description", "beskrivelsen")}
    for kind, (english, danish) in names.items():
        seen: dict[tuple[Language, str], str] = {}
        for page in pages:
            if page.is_not_found:
                continue
            node = page.tree.css_first("title")
            words = (node.text() if node else "") if kind == "title" else page.attribute('meta[name="description"]', "content")
            other = seen.setdefault((page.language, words.strip()), page.path)
            if other != page.path:
                yield finding("built-title-double", _file(page), field_en=english, field_da=danish.capitalize(), other=other)


def _twins(pages: tuple[BuiltPage, ...]) -> Iterator[Finding]:
    """Every page that a page names as its alternate names it back, itself included, all with absolute addresses."""
    named = {page.attribute('link[rel="canonical"]', "href"): _alternates(page) for page in pages if not page.is_not_found}
    for page in pages:
        own = page.attribute('link[rel="canonical"]', "href")
        for target in _alternates(page).values():
            if own not in named.get(target, {}).values() or not _host(target):
                yield finding("built-twin-address", _file(page), target=target)
        if not page.is_not_found and set(_alternates(page)) != {*LANGUAGES, "x-default"}:
            yield finding("built-twin-address", _file(page), target="hreflang")


def _alternates(page: BuiltPage) -> Mapping[str, str]:
    return {
        node.attributes.get("hreflang") or "": node.attributes.get("href") or ""
        for node in page.tree.css('link[rel="alternate"][hreflang]')
    }


def _base(pages: tuple[BuiltPage, ...]) -> str:
    """Return the path below which the site is to stand on its host, with a slash at both ends; the 404 page's links use it."""
    home = next((page for page in pages if page.path == "index.html"), None)
    address = home.attribute('link[rel="canonical"]', "href") if home else ""
    return f"/{urlsplit(address).path.strip('/')}/".replace("//", "/")


def dead_links(site: Path, base: str = "/") -> Iterator[Finding]:
    """Links and anchors that lead nowhere within the site, found by lychee.

    Args:
        site: The site's folder. Lychee works in it, as it would read a [ or * in the name of a folder as a pattern.
        base: The path below which the site is to stand.
    """
    root = site.resolve()
    command = [
        str(Path(sys.executable).with_name("lychee")),
        *("--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html"),
        *("--remap", f"^{re.escape(root.as_uri() + base.rstrip('/'))}(/|$) {root.as_uri()}/"),
        *("--root-dir", str(root), "."),
    ]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    report = json.loads(answer.stdout)
    for source, errors in sorted(report.get("error_map", {}).items()):
        for error in sorted(errors, key=lambda error: str(error["url"])):
            address = unquote(str(error["url"]))
            within = address.removeprefix(f"file://{root.as_posix()}")
            target = address if within == address else f"/{within.removeprefix('/')}"
            yield finding("built-link", f"site/{Path(source).as_posix()}", target=target, reason=error["status"]["text"])
