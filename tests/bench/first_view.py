"""What the first view of the home page costs a reader: requests and bytes, as sent and as a host that compresses sends them.

Run by `make bench` on a site that is built anew.
"""

import gzip
import shutil
import sys
import tempfile
from pathlib import Path

from knowledge.content.library import load_library
from knowledge.publish import build_site
from playwright.sync_api import Request, sync_playwright
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
from tests.browser.conftest import QUIET
from tests.browser.served import served

REPOSITORY = Path(__file__).parent.parent.parent


def first_view(address: str, path: str) -> list[tuple[str, int, int]]:
    """Return name, bytes and compressed bytes of each answer that a first view of a page fetches."""
    requests: list[Request] = []
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 (Playwright sets attributes on it)
        page.goto(address + path, wait_until="networkidle")
        answers = [_weighed(request, address) for request in requests]
        browser.close()
    return answers


def _weighed(request: Request, address: str) -> tuple[str, int, int]:
    answer = request.response()
    body = answer.body() if answer else b""
    return request.url.removeprefix(address), len(body), len(gzip.compress(body, 9, mtime=0))


def main() -> None:
    """Print the table for the home page in both languages."""
    out = Console()
    with tempfile.TemporaryDirectory() as folder:
        build_site(load_library(REPOSITORY), Path(folder) / "site")
        with served(Path(folder) / "site") as address:
            for path in ("/", "/da/"):
                answers = first_view(address, path)
                table = Table("answer", "bytes", "gzip", title=f"First view of {path} on a phone")
                for name, size, packed in answers:
                    table.add_row(name, f"{size:,}", f"{packed:,}")
                sent, compressed = sum(size for _, size, _ in answers), sum(packed for _, _, packed in answers)
                table.add_row(f"{len(answers)} requests", f"{sent:,}", f"{compressed:,}")
                out.print(table)


if __name__ == "__main__":
    main()
