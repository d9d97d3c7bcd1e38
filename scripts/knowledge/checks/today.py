"""The day on which checks look at dates."""

import os
from datetime import date


def today() -> date:
    """Return the day of the check: the one that KNOWLEDGE_TODAY names (2026-11-22), or else the real one."""
    named = os.environ.get("KNOWLEDGE_TODAY")
    return date.fromisoformat(named) if named else date.today()
