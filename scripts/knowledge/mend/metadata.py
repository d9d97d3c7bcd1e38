"""Pictures and documents without the names in them. What knows their formats is asked for only when a file may need it."""

import importlib
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath

# Files that can hold the name of whoever made them.
SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".gif", ".avif", ".svg", ".pdf",
    ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp",
})  # fmt: skip

# Takes a file's name and content, and returns its content without names.
Stripper = Callable[[str, bytes], bytes]


@cache
def stripper() -> Stripper | None:
    """Return what cleans pictures and documents; None where this copy cannot."""
    try:
        module = importlib.import_module("knowledge.content.metadata")
    except ModuleNotFoundError:
        return None
    found: Stripper | None = getattr(module, "strip_metadata", None)
    return found


def may_hold_names(file: str) -> bool:
    """Whether a file is of a kind that can hold names."""
    return PurePosixPath(file).suffix.lower() in SUFFIXES
