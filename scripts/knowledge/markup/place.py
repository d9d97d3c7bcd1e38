"""The page that is being made."""

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from posixpath import relpath

from knowledge.content.addresses import site_path, source_link
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.twins.state import TranslationState

# Below the logger of MkDocs, so that `--strict` counts a warning from here.
_log = logging.getLogger("mkdocs.knowledge")


def build_day() -> date:
    """Return the day of the build; SOURCE_DATE_EPOCH decides it, so that the same content always gives the same bytes."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds) if seconds else time.time(), UTC).date()


@dataclass(frozen=True)
class Place:
    """A page in one language, with the library that it is made from.

    Attributes:
        states: How each translation stands to its source, by the translation's file; empty where nobody has asked.
        today: The day by which a review is due or overdue.
        contact: The publisher's mailbox for suggestions; empty where there is none.
    """

    library: Library
    language: Language
    key: str
    states: Mapping[str, TranslationState] = field(default_factory=dict)
    today: date = field(default_factory=build_day)
    contact: str = ""

    def link(self, key: str, anchor: str = "") -> str:
        """Return the link to another page of the same language, as an editor would write it."""
        return source_link(self.key, key, anchor)

    def address(self, path: str) -> str:
        """Return the address of what is published below the site's root ('data/sources.json'), seen from this page.

        For attributes that MkDocs does not read; a link that it reads is written as an editor would, by `link`.
        """
        return relpath(f"/{path}", f"/{site_path(self.language, self.key)}") + ("/" if path.endswith("/") else "")

    def say(self, name: str, /, **words: object) -> str:
        """Return a text of the chrome in the page's language."""
        return self.library.interface.say(name, self.language, **words)

    def warn(self, message: str, *words: object) -> None:
        """Tell the build that something on this page names what does not exist."""
        _log.warning("docs/%s/%s.md: " + message, self.language, self.key, *words)
