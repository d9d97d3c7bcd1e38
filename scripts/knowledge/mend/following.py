"""Translations that stay in step with a source of which only the form has changed.

A repair changes the bytes of a source and so its id, but nothing that a translator would have to do; the translation then names
the new id, so that it is known to be in step in a copy without history too.
"""

from collections.abc import Mapping

from knowledge.content.library import Library
from knowledge.content.page import git_blob_id
from knowledge.twins.confirm import declared
from knowledge.twins.history import Versions
from knowledge.twins.state import Standing, state_of, translations


def followed(library: Library, versions: Versions, texts: Mapping[str, str], originals: Mapping[str, str]) -> dict[str, str]:
    """Return the changed texts by file, and with them the translations that were in step with a source among them.

    Args:
        library: The content before the changes.
        versions: Where what a translation was made from is looked up.
        texts: The changed texts by file, as they stood before any move.
        originals: The text of each file that may have to follow.
    """
    together = dict(texts)
    for page, source in translations(library):
        if source.file not in texts or page.file not in originals:
            continue
        if state_of(page, source, versions).standing is Standing.in_step:
            text = together.get(page.file, originals[page.file])
            together[page.file] = declared(text, git_blob_id(texts[source.file].encode()))
    return together
