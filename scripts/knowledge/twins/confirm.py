"""Declaring that a translation is in step with its source as it stands now."""

import re
from pathlib import Path
from tempfile import NamedTemporaryFile

from knowledge.content.library import UNFINISHED

_FIELD = re.compile(r"(?m)^translated_from:.*$")
_AFTER = re.compile(r"(?m)^source_language:.*$")
# What everybody may read and its owner may change; a temporary file is its owner's alone.
NEW_FILE = 0o644
_FRONT = re.compile(r"\A(?:\ufeff)?---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def declared(text: str, blob_id: str) -> str:
    """Return a translation's text with `translated_from` set to the id of its source's content.

    Raises:
        ValueError: The text has no front matter with a `source_language`, so that nothing can be declared.
    """
    front = _FRONT.match(text)
    if front is None or not _AFTER.search(front[0]):
        raise ValueError("the front matter with 'source_language' is missing")
    line = f"translated_from: {blob_id}"
    if _FIELD.search(front[0]):
        changed = _FIELD.sub(line, front[0], count=1)
    else:
        changed = _AFTER.sub(lambda match: f"{match[0]}\n{line}", front[0], count=1)
    return changed + text[front.end() :]


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that a reader meets the old content or the new, and never a part of either."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED, delete=False) as file:
        temporary = Path(file.name)
    try:
        temporary.write_bytes(content if isinstance(content, bytes) else content.encode())
        temporary.chmod(path.stat().st_mode if path.exists() else NEW_FILE)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
