"""New pages, filled in from the templates as far as a program can."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template
from typing import Literal

from knowledge.content.languages import Language, twin_language
from knowledge.content.page import git_blob_id
from knowledge.mend.yaml_values import quoted

Kind = Literal["page", "case", "tool", "programme", "event"]

# Whose pages stand in which folder; a page elsewhere is about the site itself.
_OWNERS = {
    "handbook": "handbook-editor",
    "programmes": "programme-editor",
    "conferences": "programme-editor",
    "projects": "history-editor",
}
_SITE_OWNER = "site-editor"
_READERS = {"handbook": "youth-staff", "programmes": "planners", "conferences": "organisers", "projects": "planners"}


@dataclass(frozen=True)
class NewPage:
    """What is known of a page before anybody has written it."""

    kind: Kind
    key: str
    english: str
    danish: str
    source_language: Language
    today: date

    @property
    def slug(self) -> str:
        """The last part of the address that says what the page is about."""
        return self.key.removesuffix("/index").rsplit("/", 1)[-1]

    def title(self, language: Language) -> str:
        return self.english if language == "en" else self.danish


def page_texts(page: NewPage) -> dict[Language, str]:
    """Return the text of both twins; the translation names the version of the source that it is made from."""
    source = page.source_language
    text = _filled(page, source, None)
    return {source: text, twin_language(source): _filled(page, twin_language(source), git_blob_id(text.encode()))}


def record_text(page: NewPage) -> str:
    """Return the text of a record that has a page, its lines explained; that of an event is a comment until it has sources."""
    return _template(f"{page.kind}.yml").substitute(
        slug=page.slug, key=page.key, title_en=quoted(page.english), title_da=quoted(page.danish), **_dates(page)
    )


def placeholder(key: str) -> str:
    """Return the title of a page whose title nobody has said, marked as text of a template."""
    words = key.removesuffix("/index").rsplit("/", 1)[-1].replace("-", " ")
    return f"‹{words[:1].upper()}{words[1:]}›"


def _filled(page: NewPage, language: Language, made_from: str | None) -> str:
    folder = page.key.partition("/")[0]
    title = page.title(language)
    text = _template(f"{page.kind}.{language}.md").substitute(
        title=title,
        kind="sourced" if page.kind in {"programme", "event"} else "guidance",
        audience=_READERS.get(folder, "everyone"),
        **_dates(page),
        owner=_OWNERS.get(folder, _SITE_OWNER),
        source_language=page.source_language,
        translated_from=f"translated_from: {made_from}" if made_from else "",
        id=page.slug,
    )
    return text.replace("\n\nchanges:", "\nchanges:", 1).replace(
        f"title: {title}\n", f"title: {quoted(title, within='x: {}')}\n", 1
    )


def _dates(page: NewPage) -> dict[str, str]:
    return {"today": page.today.isoformat(), "review_by": _a_year_later(page.today).isoformat()}


def _template(name: str) -> Template:
    return Template(files("knowledge").joinpath("templates", name).read_text(encoding="utf-8"))


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)
