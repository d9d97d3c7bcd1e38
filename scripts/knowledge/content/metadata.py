"""What pictures and documents say about whoever made them: read for the checks, taken away by `knowledge fix metadata`.

What reads and cleans a format is loaded when a file of that format is met, because most work meets none.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import PurePosixPath
from typing import Protocol, cast
from warnings import catch_warnings, simplefilter

from knowledge.content.languages import Text
from knowledge.content.metadata_fields import Fields, UnreadableMetadata

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
_OTHER_PICTURES = (".gif", ".tif", ".tiff", ".avif")
_OFFICE = (
    *(".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".potx", ".ppsx"),
    *(".odt", ".ods", ".odp", ".odg", ".ott", ".ots", ".otp"),
)
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(_PICTURES, "metadata_pictures"),
    **dict.fromkeys(_OTHER_PICTURES, "metadata_other_pictures"),
    **dict.fromkeys(_OFFICE, "metadata_office"),
    ".pdf": "metadata_pdf",
}
# Formats that hold names where no open tool takes them away for certain.
_CLOSED = frozenset({
    *(".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps", ".pub", ".msg", ".rtf", ".pages", ".key", ".numbers"),
    *(".heic", ".heif", ".psd", ".ai", ".indd"),
})  # fmt: skip

_OLD_FORMAT = Text(en="the format is not an open one", da="formatet er ikke åbent")
_BROKEN = Text(en="the file is damaged or is no {kind}", da="filen er beskadiget eller er ikke en rigtig {kind}")


class _Format(Protocol):
    """What knows one family of formats."""

    def fields_of(self, suffix: str, content: bytes) -> Fields: ...

    def stripped(self, suffix: str, content: bytes) -> bytes: ...


def may_hold_metadata(file: str) -> bool:
    """Whether a file is of a kind that can name whoever made it."""
    suffix = _suffix(file)
    return suffix in _PARTS or suffix in _CLOSED


def personal_fields(file: str, content: bytes) -> Fields:
    """Return what a file says about people and their places.

    Raises:
        UnreadableMetadata: The format is closed, the file is damaged, or it asks for a password.
    """
    suffix = _suffix(file)
    with _reading(suffix):
        return _format(suffix).fields_of(suffix, content)


def strip_metadata(file: str, content: bytes) -> bytes:
    """Return a file's content without what it says about people; the same bytes where it says nothing.

    The picture or the text itself stays as it is: no pixel is computed anew. How a photograph is turned, its colours and who
    holds the rights in it are kept.

    Raises:
        UnreadableMetadata: The file cannot be read, or its format cannot be cleaned here.
    """
    if not may_hold_metadata(file) or not personal_fields(file, content):
        return content
    suffix = _suffix(file)
    with _reading(suffix):
        return _format(suffix).stripped(suffix, content)


@contextmanager
def _reading(suffix: str) -> Iterator[None]:
    """Turn whatever a reader raises on bytes that are not of its format into a reason that an editor understands."""
    try:
        with catch_warnings():
            simplefilter("ignore")
            yield
    except UnreadableMetadata:
        raise
    except Exception as error:
        raise UnreadableMetadata(_named(_BROKEN, suffix)) from error


def _format(suffix: str) -> _Format:
    if suffix not in _PARTS:
        raise UnreadableMetadata(_OLD_FORMAT)
    return cast(_Format, import_module(f"knowledge.content.{_PARTS[suffix]}"))


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.lower()


def _named(reason: Text, suffix: str) -> Text:
    kind = suffix.removeprefix(".").upper()
    return Text(en=reason.en.format(kind=kind), da=reason.da.format(kind=kind))


__all__ = ["UnreadableMetadata", "may_hold_metadata", "personal_fields", "strip_metadata"]
