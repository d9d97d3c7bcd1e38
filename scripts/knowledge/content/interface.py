"""The words of the site's own chrome (buttons, labels, notices) in both languages, from docs/data/interface.yml."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.content.languages import Language, Record, Text, Words


class InterfaceText(Record):
    """One text of the chrome; `{name}` in it is filled in by the page."""

    id: Words
    text: Text


@dataclass(frozen=True)
class Interface:
    """All texts of the chrome."""

    texts: Mapping[str, Text]

    def say(self, name: str, language: Language, /, **words: object) -> str:
        """Return a text in a language with its blanks filled.

        Raises:
            KeyError: There is no text of that name.
        """
        text = self.texts[name].in_language(language)
        return text.format(**words) if words else text
