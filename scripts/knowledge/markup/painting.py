"""Templates of overrides/ filled with prepared values, in one language."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.content.formats import written_date, written_euros, written_number, written_percent
from knowledge.content.interface import Interface
from knowledge.content.languages import Language


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def paint(root: Path, template: str, interface: Interface, language: Language, *, folder: str = "blocks", **values: Any) -> str:
    """Return a template of a folder of overrides/ filled in. Templates call `t(name)` for the words of the chrome."""

    def t(name: str, /, **words: object) -> str:
        return interface.say(name, language, **words)

    def day(value: date) -> str:
        return written_date(value, language)

    def euros(value: int) -> str:
        return written_euros(value, language)

    def number(value: int) -> str:
        return written_number(value, language)

    def percent(value: Decimal) -> str:
        return written_percent(value, language)

    page = _environment(root / "overrides" / folder).get_template(template)
    return page.render(t=t, day=day, euros=euros, number=number, percent=percent, language=language, **values)
