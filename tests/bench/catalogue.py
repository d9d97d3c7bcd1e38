"""What the catalogue costs: sifting the list in the browser, the bytes of list and map, and the build of a record.

Run by `make bench`. The list is sifted on the real page, with the records that are there and with copies of its rows up to 500.
"""

import gzip
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

from knowledge.content.library import load_library
from knowledge.markup.place import Place
from knowledge.markup.rendering import as_built, markdown_extensions
from knowledge.publish import build_site
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
from tests.browser.conftest import QUIET
from tests.browser.served import served

REPOSITORY = Path(__file__).parent.parent.parent
LARGE = 500

# A click on a term, from the change to the finished list with its layout, in milliseconds.
_CLICKS = """() => {
  const boxes = [...document.querySelectorAll('.filters fieldset input')].slice(0, 40);
  return boxes.flatMap((box) => [true, false].map((on) => {
    const start = performance.now();
    box.checked = on;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - start;
  }));
}"""
# Before the page's own scripts run: as many rows as asked for, copies of those that are there.
_MORE_ROWS = """addEventListener('DOMContentLoaded', () => {
  const list = document.querySelector('.programme-list');
  const rows = [...list.children];
  for (let n = rows.length; n < %d; n++) list.append(rows[n %% rows.length].cloneNode(true));
}, { once: true });"""


def clicks(page: Page, address: str, rows: int) -> tuple[int, list[float]]:
    """Return how many rows the list has, and how long each click on a term takes."""
    page.add_init_script(_MORE_ROWS % rows)
    page.goto(f"{address}/programmes/", wait_until="networkidle")
    page.wait_for_selector(".filters:not([hidden])", state="attached")
    times: list[float] = page.evaluate(_CLICKS)
    return page.locator(".programme-row").count(), times


def sizes(site: Path) -> dict[str, int]:
    """Return the compressed bytes of the list and of the map."""
    html = (site / "programmes" / "index.html").read_text(encoding="utf-8")
    parts = {
        "list and filters": r'<div class="catalogue".*<ul class="programme-list">.*?</ul>',
        "map": r"<svg [^>]*map__picture.*?</svg>",
    }
    return {name: len(gzip.compress(_part(html, pattern).encode(), 9, mtime=0)) for name, pattern in parts.items()}


def _part(html: str, pattern: str) -> str:
    match = re.search(pattern, html, re.DOTALL)
    return match[0] if match else ""


def seconds_a_record() -> float:
    """Return the CPU seconds that Markdown and our blocks take for a programme's two pages, without the frame around them."""
    library, settings = load_library(REPOSITORY), markdown_extensions(REPOSITORY)
    pages = [page for page in library.pages.values() if page.key.removeprefix("programmes/") in library.programmes]
    start = process_time()
    for page in pages:
        as_built(Place(library, page.language, page.key), page, settings)
    return (process_time() - start) / len(library.programmes)


def main() -> None:
    """Print what was measured."""
    out, program = Console(), next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    table = Table("what", "figure", title="The catalogue")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(load_library(REPOSITORY), site)
        for name, size in sizes(site).items():
            table.add_row(f"{name}, gzip", f"{size:,} bytes")
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=QUIET)
            for rows in (0, LARGE):
                count, times = clicks(browser.new_page(viewport={"width": 1280, "height": 800}), address, rows)
                table.add_row(
                    f"a click on a term, {count} rows", f"median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms"
                )
            browser.close()
    table.add_row("a record's two pages, before the frame", f"{1000 * seconds_a_record():.0f} ms of CPU")
    out.print(table)


if __name__ == "__main__":
    main()
