"""Chromium with the built site, and a visitor that notes everything that should not happen."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.served import served

# Chromium asks for nothing outside this machine with these.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Visitor:
    """A reader with a browser; `troubles` holds console errors, failed loads and requests to other hosts."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a path of the site and wait until it has loaded."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    @property
    def path(self) -> str:
        parts = urlsplit(self.page.url)
        return parts.path + (f"#{parts.fragment}" if parts.fragment else "")

    def watch(self) -> None:
        host = urlsplit(self.address).netloc
        self.page.on(
            "console", lambda message: self.troubles.append(message.text) if message.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on(
            "request",
            lambda request: (
                self.troubles.append(f"asked {request.url}")
                if urlsplit(request.url).scheme in {"http", "https"} and urlsplit(request.url).netloc != host
                else None
            ),
        )
        self.page.on(
            "response",
            lambda response: self.troubles.append(f"{response.status} {response.url}") if response.status >= 400 else None,
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is missing; 'make test' installs it or says how to"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site) as where:
        yield where


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Any]:
    """Return a function that gives a visitor; by keyword: width, scheme, language and whether scripts run."""
    contexts = []

    def make(width: int = 1280, scheme: str = "light", scripts: bool = True, media: str = "screen") -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        visitor = Visitor(page, address)
        visitor.watch()
        return visitor

    yield make
    for context in contexts:
        context.close()
