"""What is known of addresses elsewhere: docs/data/external-links.yml, one entry an address, with the day and the result."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import yaml
from pydantic import ValidationError

from knowledge.content.addresses import NEUTRAL_PAGE
from knowledge.content.languages import Record, Words
from knowledge.content.library import DATA, Library
from knowledge.content.positions import YamlError, read_yaml
from knowledge.content.source import WebAddress

EXTERNAL_LINKS = f"{DATA}/external-links.yml"

HEADER = (
    "# yaml-language-server: $schema=schemas/external-links.json\n"
    "# Addresses elsewhere, when each was last tried, and what came of it. Written by `knowledge external --write`.\n"
    "# ok: it answered; dead: it is gone; unsure: it answered with neither (many sites refuse programs).\n"
)

Result = Literal["ok", "dead", "unsure"]


class ExternalLink(Record):
    """An address elsewhere, the day on which it was last tried, the result, and what the other side said."""

    address: WebAddress
    tried: date
    result: Result
    answer: Words


class NotReadable(Exception):
    """The file is not what the command writes."""


def read_external_links(library: Library) -> dict[str, ExternalLink]:
    """Return what is known, by address; nothing where no address has been tried yet.

    Raises:
        NotReadable: The file has been changed into something else.
    """
    path = library.root / EXTERNAL_LINKS
    if not path.is_file():
        return {}
    try:
        records = read_yaml(path.read_text(encoding="utf-8")).value or []
        links = [ExternalLink.model_validate(record) for record in records]
    except (YamlError, UnicodeDecodeError, ValidationError, TypeError) as error:
        raise NotReadable(EXTERNAL_LINKS) from error
    return {link.address: link for link in links}


def external_links_text(links: Iterable[ExternalLink]) -> str:
    """Return the file's text, its entries in the order of their addresses."""
    ordered = sorted(links, key=lambda link: link.address)
    # Each day is a value of its own: YAML would point from one entry to another where they are the same.
    records = [{**link.model_dump(mode="json"), "tried": date.fromisoformat(link.tried.isoformat())} for link in ordered]
    return HEADER + yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=1000)


def external_addresses(library: Library) -> dict[str, list[tuple[str, int]]]:
    """Return every address elsewhere that a page or the register of sources names, with the files and lines that do."""
    places: dict[str, list[tuple[str, int]]] = {}
    for page in library.pages.values():
        for link in page.document.links:
            if link.target.startswith(("http://", "https://")) and not link.image:
                places.setdefault(link.target, []).append((page.file, link.line))
        for block in page.document.blocks:
            if block.name == "exit-page":
                places.setdefault(NEUTRAL_PAGE, []).append((page.file, block.line))
    register = f"{DATA}/sources.yml"
    for source in library.sources.values():
        places.setdefault(source.url, []).append((register, library.line_of_record(register, source.id)))
    return places
