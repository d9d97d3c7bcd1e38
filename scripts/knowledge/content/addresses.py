"""Where a page stands on the site (English at /path/, Danish at /da/path/), and what a mailbox's address looks like."""

import re
from posixpath import dirname, relpath
from urllib.parse import quote, urlencode

from knowledge.content.languages import DEFAULT_LANGUAGE, Language

_MAILBOX = re.compile(r"[^\s@<>\"',;:?&#%/\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

# Where a page leads that its reader may have to leave at once: in Danish, far from our subject, and open on many screens.
NEUTRAL_PAGE = "https://www.dmi.dk/"


def site_path(language: Language, key: str) -> str:
    """Return a page's address below the site's root: 'projects/finances/', 'da/projects/', '' for the English home page."""
    path = "" if key == "index" else f"{key.removesuffix('/index')}/"
    return path if language == DEFAULT_LANGUAGE else f"{language}/{path}"


def source_link(from_key: str, to_key: str, anchor: str = "") -> str:
    """Return the link that an editor would write from one page to another: '../about/ethics.md#voluntary'."""
    path = relpath(f"{to_key}.md", dirname(from_key) or ".")
    return f"{path}#{anchor}" if anchor else path


def mailbox(words: str) -> str:
    """Return the address of a mailbox without blanks around it; nothing where the words are no such address."""
    address = words.strip()
    return address if _MAILBOX.fullmatch(address) else ""


def mail_link(address: str, subject: str, body: str = "") -> str:
    """Return a link that begins a message: to whom, about what, and how it begins. Line ends are those of mail."""
    fields = {"subject": subject, **({"body": body.replace("\n", "\r\n")} if body else {})}
    return f"mailto:{quote(address, safe='@+')}?{urlencode(fields, quote_via=quote)}"
