"""The two languages of the site and texts that exist in both."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Language = Literal["en", "da"]

LANGUAGES: tuple[Language, ...] = ("en", "da")
DEFAULT_LANGUAGE: Language = "en"

Words = Annotated[str, Field(min_length=1)]


def twin_language(language: Language) -> Language:
    """Return the other language."""
    return "da" if language == "en" else "en"


class Record(BaseModel):
    """Base of everything read from a data file: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def broken_rule(en: str, da: str, field: str = "") -> PydanticCustomError:
    """Return the error of a rule of our own: what is expected, in both languages, and the field of the record to mend."""
    return PydanticCustomError("rule", "{en}", {"en": en, "da": da, "field": field})


class Text(Record):
    """The same text in both languages."""

    en: Words
    da: Words

    def in_language(self, language: Language) -> str:
        return self.en if language == "en" else self.da


class Forms(Record):
    """Lists of words, one list a language."""

    en: tuple[Words, ...] = ()
    da: tuple[Words, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        return self.en if language == "en" else self.da
