"""The search as a reader's browser runs it: Chromium opens the built site and asks. For `knowledge search-quality`."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.content.addresses import site_path
from knowledge.content.languages import Language
from knowledge.search.quality import Ask

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")

_RESULTS = "(all) => all.map((link) => link.getAttribute('href'))"
# Asks the theme's own search, a worker around lunr, in the words of its protocol: 0 sets it up, 1 is ready, 2 asks, 3 answers.
_STOCK = """async ({worker, index, words}) => {
  if (!window.stock) {
    window.stock = new Worker(worker);
    const config = await (await fetch(index)).json();
    await new Promise((ready) => {
      window.stock.onmessage = ({data}) => data.type === 1 && ready();
      window.stock.postMessage({type: 0, data: {config: config.config, docs: config.docs, options: {suggest: false}}});
    });
  }
  const answer = new Promise((done) => (window.stock.onmessage = ({data}) => data.type === 3 && done(data.data)));
  window.stock.postMessage({type: 2, data: words});
  return (await answer).items.map((group) => group[0].location);
}"""


class NoBrowser(Exception):
    """The browser that is to ask is not on this machine."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request is nothing to report."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Give a browser.

    Raises:
        NoBrowser: Playwright or Chromium is missing.
    """
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 (for developers alone)
    except ImportError as missing:
        raise NoBrowser("This needs Playwright, which 'make test' installs.") from missing
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NoBrowser("This needs Chromium, which 'make test' installs or says how to.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_QUIET))
        yield browser
        browser.close()


def ours(page: "Page", address: str) -> Ask:
    """Return how the results page is asked."""

    def ask(language: Language, words: str) -> list[str]:
        start = address + site_path(language, "search")
        if not page.url.startswith(start):
            page.goto(start)
            page.wait_for_selector('#search-results[data-state="empty"]', state="attached")
        page.evaluate("(words) => (location.hash = `q=${encodeURIComponent(words)}`)", words)
        page.wait_for_function(
            """(words) => {
                const {state, query} = document.getElementById('search-results').dataset;
                return state === 'ready' && query === words;
            }""",
            arg=words,
        )
        links = page.locator("#search-results > li > a").evaluate_all(_RESULTS)
        return [str(link).removeprefix(address) for link in links]

    return ask


def stock(page: "Page", address: str, worker: str) -> Ask:
    """Return how the theme's own search is asked; both languages stand in its one index."""

    def ask(language: Language, words: str) -> list[str]:
        if not page.url.startswith(address):
            page.goto(address)
        told = {"worker": address + worker, "index": f"{address}search/search_index.json", "words": words}
        return [str(location) for location in page.evaluate(_STOCK, told)]

    return ask
