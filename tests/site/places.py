"""Where things stand in the finished site."""

from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from knowledge.content.addresses import site_path
from knowledge.content.languages import Language


def built_file(language: Language, key: str) -> str:
    """Return the file of a page below the site's folder."""
    return f"{site_path(language, key)}index.html"


def target_file(file: str, address: str) -> str:
    """Return the file below the site's folder that a link on a page leads to."""
    path = unquote(urlsplit(address).path)
    whole = path.lstrip("/") if path.startswith("/") else str(PurePosixPath(file).parent / path)
    whole = normpath(whole)
    return whole if whole.endswith(".html") else normpath(f"{whole}/index.html")
