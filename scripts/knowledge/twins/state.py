"""How far each translation is behind its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.content.library import Library
from knowledge.content.page import Page
from knowledge.twins.differences import Change, Kind, Weight, compare
from knowledge.twins.history import Versions
from knowledge.twins.sections import sections_of, sections_of_file


class Standing(StrEnum):
    """How a translation stands to its source."""

    in_step = "in-step"
    lags = "lags"
    undeclared = "undeclared"
    unknown = "unknown"


@dataclass(frozen=True)
class TranslationState:
    """A translation beside its source.

    Attributes:
        changes: What changed in the source since the translation was made; empty when that cannot be known.
    """

    page: Page
    source: Page
    standing: Standing
    changes: tuple[Change, ...] = ()

    @property
    def lagging(self) -> tuple[Change, ...]:
        """The changes that a reader of the translation should know."""
        return tuple(change for change in self.changes if change.weight is Weight.meaning)

    def lag_of(self, section: str) -> tuple[Change, ...]:
        """Return the changes of one section that the translation has too."""
        return tuple(change for change in self.lagging if change.id == section and change.kind is Kind.changed)


def translations(library: Library) -> Iterator[tuple[Page, Page]]:
    """Yield each translation with the page it was translated from."""
    for page in library.pages.values():
        twin = library.twin(page)
        if page.front is not None and twin is not None and page.front.source_language != page.language:
            yield page, twin


def states(library: Library, versions: Versions) -> tuple[TranslationState, ...]:
    """Return how every translation stands, in the order of their files."""
    found = (state_of(page, source, versions) for page, source in translations(library))
    return tuple(sorted(found, key=lambda state: state.page.file))


def state_of(page: Page, source: Page, versions: Versions) -> TranslationState:
    """Return how one translation stands to its source."""
    made_from = page.front.translated_from if page.front else None
    if made_from is None:
        return TranslationState(page, source, Standing.undeclared)
    if made_from == source.blob_id:
        return TranslationState(page, source, Standing.in_step)
    earlier = versions.text(made_from)
    if earlier is None:
        return TranslationState(page, source, Standing.unknown)
    changes = compare(sections_of_file(earlier), sections_of(source))
    lags = any(change.weight is Weight.meaning for change in changes)
    return TranslationState(page, source, Standing.lags if lags else Standing.in_step, changes)
