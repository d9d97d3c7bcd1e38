"""The data that readers may download, beside the pages that show it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from knowledge.catalogue import exports
from knowledge.catalogue.exports import json_text
from knowledge.content.library import Library
from knowledge.content.schemas import schemas
from knowledge.web.settings import Settings

# Where they stand below the site's root.
FOLDER = "data"


def write_data_files(library: Library, settings: Settings, folder: Path) -> None:
    """Write the data into a site's folder."""
    for name, text in data_files(library, settings).items():
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def data_files(library: Library, settings: Settings) -> dict[str, str]:
    """Return the data by file name: what the pages show, in both languages, and the schemas of it."""
    kinds: dict[str, Mapping[str, BaseModel]] = {
        "sources": library.sources,
        "glossary": library.glossary,
        "timeline": library.events,
        "finances": library.budgets,
        "contacts": library.contacts,
        "countries": library.countries,
    }
    data = {
        f"{name}.json": json_text([record.model_dump(mode="json", exclude_none=True) for record in kind.values()])
        for name, kind in kinds.items()
    }
    forms = {f"schemas/{name}.json": schemas()[f"{name}.json"] for name in (*kinds, "programme")}
    return data | exports.files(library, settings.site_url) | forms
