"""Links to other sites: tried on this machine only, kept in a file, and never in anybody's way."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from knowledge.checks.catalogue import catalogue
from knowledge.checks.rules.external import dead
from knowledge.cli import app
from knowledge.content.external_links import EXTERNAL_LINKS, HEADER, external_addresses, read_external_links
from typer.testing import CliRunner

from tests.small_site import SOURCE, SmallSite

EN = "docs/en/index.md"
GONE = {"address": "https://example.org/gone", "tried": "2026-11-20", "result": "dead", "answer": "404"}


class _Answers(BaseHTTPRequestHandler):
    """Answers with the code that stands in the path."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/").split("/")[0]))
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as serving:
        thread = Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()
        thread.join()


def write(site: SmallSite, text: str, source: str) -> None:
    site.data("sources.yml", [{**SOURCE, "url": source}])
    site.page("en", "index", f"# Hello {{#hello}}\n\n{text}\n")


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["external", "--root", str(site.root), *words])
    return answer.exit_code, answer.output


def results(site: SmallSite) -> dict[str, str]:
    return {address: link.result for address, link in read_external_links(site.library()).items()}


def test_addresses_are_tried_told_and_kept(small_site: SmallSite, server: str) -> None:
    write(small_site, f"[a]({server}/404/a) [b]({server}/403/b) [c]({server}/410/c#part)", f"{server}/200/d")
    code, said = run(small_site, "--write")
    assert code == 0
    assert f"{EN}:14" in said and "link-external-dead" in said and f"{server}/404/a" in said
    assert "4 addresses; 4 tried now; 1 ok, 2 dead, 1 unsure" in said
    text = (small_site.root / EXTERNAL_LINKS).read_text(encoding="utf-8")
    assert text.startswith(HEADER) and "tried: 2026-11-25" in text
    assert results(small_site) == {
        f"{server}/200/d": "ok",
        f"{server}/403/b": "unsure",
        f"{server}/404/a": "dead",
        f"{server}/410/c#part": "dead",
    }
    assert {(one.id, one.line) for one in dead(small_site.library())} == {("link-external-dead", 14)}


def test_the_check_tries_them_first_where_it_is_asked_to(small_site: SmallSite, server: str) -> None:
    write(small_site, f"[a]({server}/404/a)", f"{server}/200/d")
    answer = CliRunner().invoke(app, ["check", "--external", "--format", "json", "--root", str(small_site.root)])
    told = [(one["id"], one["file"]) for one in json.loads(answer.stdout)]
    assert ("link-external-dead", EN) in told and "2 tried now" in answer.stderr
    assert results(small_site) == {f"{server}/200/d": "ok", f"{server}/404/a": "dead"}
    # What is gone elsewhere is advice, and stops nobody.
    assert catalogue()["link-external-dead"].severity == "advice"


def test_the_check_tries_nothing_unasked(small_site: SmallSite, server: str) -> None:
    write(small_site, f"[a]({server}/404/a)", f"{server}/200/d")
    CliRunner().invoke(app, ["check", "--root", str(small_site.root)])
    assert not (small_site.root / EXTERNAL_LINKS).exists()


def test_without_write_nothing_is_kept(small_site: SmallSite, server: str) -> None:
    write(small_site, "Text.", f"{server}/200")
    assert "nothing written" in run(small_site)[1]
    assert not (small_site.root / EXTERNAL_LINKS).exists()


def test_what_was_tried_lately_is_not_tried_again_and_what_is_gone_is_dropped(small_site: SmallSite, server: str) -> None:
    write(small_site, f"[a]({server}/404/a)", f"{server}/200/d")
    run(small_site, "--write")
    write(small_site, "Text.", f"{server}/200/d")
    assert "1 addresses; 0 tried now" in run(small_site, "--write")[1]
    assert results(small_site) == {f"{server}/200/d": "ok"}


def test_without_a_network_it_is_said_in_one_line_and_nothing_is_changed(small_site: SmallSite) -> None:
    write(small_site, "[a](http://127.0.0.1:9/a)", "http://127.0.0.1:9/b")
    small_site.data("external-links.yml", [{**GONE}])
    before = (small_site.root / EXTERNAL_LINKS).read_bytes()
    code, said = run(small_site, "--write")
    assert code == 0
    assert said.strip().count("\n") == 0 and "None of 2 addresses could be reached" in said
    assert (small_site.root / EXTERNAL_LINKS).read_bytes() == before


def test_the_kept_results_are_told_by_the_ordinary_checks_without_a_network(small_site: SmallSite) -> None:
    small_site.data("external-links.yml", [GONE])
    write(small_site, "Text.\n\n[a](https://example.org/gone)", "https://example.org/gone")
    found = [one for one in small_site.found() if one[0] == "link-external-dead"]
    assert found == [("link-external-dead", "docs/data/sources.yml", 1), ("link-external-dead", EN, 16)]


@pytest.mark.parametrize("result", ["ok", "unsure"])
def test_an_address_that_answers_is_left_in_peace(small_site: SmallSite, result: str) -> None:
    small_site.data("external-links.yml", [{**GONE, "result": result}])
    write(small_site, "[a](https://example.org/gone)", "https://example.org/sheet")
    assert list(dead(small_site.library())) == []


@pytest.mark.parametrize("text", ["- address: [", "- address: example.org\n", "a: b\n", "- 1\n"])
def test_results_that_cannot_be_read_are_told_and_made_anew(small_site: SmallSite, server: str, text: str) -> None:
    small_site.write(EXTERNAL_LINKS, text)
    write(small_site, "Text.", f"{server}/200")
    assert [(one.id, one.file) for one in dead(small_site.library())] == [("external-unreadable", EXTERNAL_LINKS)]
    assert run(small_site, "--write")[0] == 0
    assert results(small_site) == {f"{server}/200": "ok"}


def test_pictures_and_links_within_the_site_are_not_tried(small_site: SmallSite) -> None:
    write(small_site, "![a](https://example.org/a.png) [b](index.md) `https://example.org/b`", "https://example.org/sheet")
    assert list(external_addresses(small_site.library())) == ["https://example.org/sheet"]


def test_a_site_without_links_needs_no_network(small_site: SmallSite) -> None:
    small_site.data("sources.yml", [])
    assert run(small_site)[1].startswith("0 addresses; 0 tried now")
