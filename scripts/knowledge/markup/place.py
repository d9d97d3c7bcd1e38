"""The page that is being made."""

import logging
from dataclasses import dataclass

from knowledge.content.addresses import source_link
from knowledge.content.languages import Language
from knowledge.content.library import Library

# Below the logger of MkDocs, so that `--strict` counts a warning from here.
_log = logging.getLogger("mkdocs.knowledge")


@dataclass(frozen=True)
class Place:
    """A page in one language, with the library that it is made from."""

    library: Library
    language: Language
    key: str

    def link(self, key: str, anchor: str = "") -> str:
        """Return the link to another page of the same language, as an editor would write it."""
        return source_link(self.key, key, anchor)

    def say(self, name: str, /, **words: object) -> str:
        """Return a text of the chrome in the page's language."""
        return self.library.interface.say(name, self.language, **words)

    def warn(self, message: str, *words: object) -> None:
        """Tell the build that something on this page names what does not exist."""
        _log.warning("docs/%s/%s.md: " + message, self.language, self.key, *words)
