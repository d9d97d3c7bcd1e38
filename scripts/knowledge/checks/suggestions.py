"""The nearest thing that exists, for a name that does not."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return what was most likely meant; None when nothing is near."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), None)


def suggestion(name: str, known: Iterable[str]) -> dict[str, str]:
    """Return the words ' (did you mean “…”?)' in both languages, empty when nothing is near."""
    near = nearest(name, known)
    if near is None:
        return {"suggestion_en": "", "suggestion_da": ""}
    return {"suggestion_en": f" (did you mean “{near}”?)", "suggestion_da": f" (mente du ”{near}”?)"}
