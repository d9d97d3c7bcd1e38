"""The words of the site's own chrome (buttons, labels, notices) in both languages, from docs/data/interface.yml."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.content.languages import Language, Record, Text, Words


class TextMissing(KeyError):
    """A text of the chrome that is not there, or whose blanks cannot be filled."""


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
            TextMissing: There is no text of that name, or it has a blank that nothing fills.
        """
        try:
            text = self.texts[name].in_language(language)
            return text.format(**words) if words else text
        except (KeyError, IndexError, ValueError) as error:
            message = f"docs/data/interface.yml: the text '{name}' is missing, or a blank in it cannot be filled ({language})."
            raise TextMissing(message) from error
