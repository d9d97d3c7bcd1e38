"""The nearest thing that exists, for a name that does not."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion(name: str, known: Iterable[str]) -> dict[str, str]:
    """Return the words ' (did you mean “…”?)' in both languages, empty when nothing is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    if not near:
        return {"suggestion_en": "", "suggestion_da": ""}
    return {"suggestion_en": f" (did you mean “{near[0]}”?)", "suggestion_da": f" (mente du ”{near[0]}”?)"}
