"""Trying addresses elsewhere with lychee. Needs the network, and is asked for by name only."""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from knowledge.content.external_links import ExternalLink, Result

# Gone for good; every other refusal may be meant for programs only.
_GONE = frozenset({404, 410})
_NO_HOST = ("dns", "resolve", "lookup", "name or service")


class NoNetwork(Exception):
    """No address at all could be reached, so that nothing is known of any."""


def try_addresses(addresses: Collection[str], today: date, seconds: int = 20) -> tuple[ExternalLink, ...]:
    """Return what came of each address.

    Raises:
        NoNetwork: Not one of them answered.
    """
    if not addresses:
        return ()
    links = tuple(sorted(_tried(addresses, today, seconds), key=lambda link: link.address))
    if not links:
        raise NoNetwork
    return links


def _tried(addresses: Collection[str], today: date, seconds: int) -> Iterator[ExternalLink]:
    entries = list(_entries(_report(addresses, seconds)))
    if not any("code" in status for _, status in entries):
        return
    by_address = {_same(address): address for address in addresses}
    for said, status in entries:
        address = by_address.get(_same(said))
        if address is not None:
            result, answer = _judged(status)
            yield ExternalLink(address=address, tried=today, result=result, answer=answer)


def _same(address: str) -> str:
    """Return the form in which two writings of an address are one: an address without a path has gained a slash."""
    return address.partition("#")[0].rstrip("/").lower()


def _report(addresses: Collection[str], seconds: int) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        text = "\n\n".join(f"<{address}>" for address in sorted(addresses))
        (Path(folder) / "links.md").write_text(text, encoding="utf-8")
        command = [
            str(Path(sys.executable).with_name("lychee")),
            *("--verbose", "--no-progress", "--format", "json", "--timeout", str(seconds), "--max-retries", "1"),
            *("--host-concurrency", "2", "--", "links.md"),
        ]
        answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    try:
        report = json.loads(answer.stdout)
    except ValueError:
        return {}
    return report if isinstance(report, dict) else {}


def _entries(report: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in ("success_map", "redirect_map", "error_map", "timeout_map"):
        for entries in report.get(kind, {}).values():
            for entry in entries:
                yield str(entry["url"]), entry.get("status", {})


def _judged(status: dict[str, Any]) -> tuple[Result, str]:
    code = status.get("code")
    if isinstance(code, int):
        result: Result = "ok" if code < 400 else "dead" if code in _GONE else "unsure"
        return result, str(code)
    answer = str(status.get("details") or status.get("text") or "no answer").partition("(")[0].strip()[:80] or "no answer"
    return ("dead" if any(words in answer.lower() for words in _NO_HOST) else "unsure"), answer
