"""What the build asks of the package: the library, the settings of Markdown, and the functions that templates call."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from knowledge.content.addresses import mailbox
from knowledge.content.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from knowledge.content.library import Library, load_library
from knowledge.twins.history import GitVersions
from knowledge.twins.state import TranslationState, states
from knowledge.web.settings import Settings


def read(config_file: str) -> Library:
    """Read the library that stands beside a mkdocs.yml, and fix the time of the build."""
    library = load_library(Path(config_file).parent)
    os.environ["SOURCE_DATE_EPOCH"] = os.environ.get("SOURCE_DATE_EPOCH") or str(source_date(library))
    return library


def source_date(library: Library) -> int:
    """Return the time of the last commit in seconds since 1970, so that the same content always gives the same bytes.

    In a copy without git it is the newest date on which a page was reviewed.
    """
    command = ["git", "-C", str(library.root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        answer = None
    if answer is not None and answer.returncode == 0 and answer.stdout.strip():
        return int(answer.stdout)
    newest = max((page.front.reviewed for page in library.pages.values() if page.front), default=None)
    return 0 if newest is None else int(datetime.combine(newest, time(), UTC).timestamp())


def translation_states(library: Library) -> dict[str, TranslationState]:
    """Return how each translation stands to its source, by the translation's file."""
    return {state.page.file: state for state in states(library, GitVersions(library.root))}


def refusal(library: Library) -> str:
    """Return why no site can be built from what stands in docs/."""
    places = ", ".join(f"{found.file}:{found.line}" for found in library.unbuildable)
    return (
        f"No site can be built while these files are as they are: {places}. 'make check' says what is wrong and how to mend it."
    )


def language(name: str) -> Language:
    """Return the language of this name, or the default one."""
    return next((known for known in LANGUAGES if known == name), DEFAULT_LANGUAGE)


def page_name(src_uri: str) -> tuple[Language, str]:
    """Return the language and key of a page from its path below docs/: 'da/projects/index.md'."""
    folder, _, path = src_uri.partition("/")
    return language(folder), path.removesuffix(".md")


def front_matter(library: Library, tongue: Language, key: str) -> dict[str, Any]:
    """Return what MkDocs is told of a page's front matter: only what was read as right, as anything else can stop a build."""
    page = library.page(tongue, key)
    if page is None or page.front is None:
        return {}
    return page.front.model_dump(include={"title", "template"}, exclude_none=True)


def settings(site_url: str | None, repo_url: str | None, contact: str | None = None) -> Settings:
    """Return the publisher's choices with their slashes in order; a mailbox that is none counts as not given."""
    return Settings(
        site_url=(site_url or "/").rstrip("/") + "/",
        repo_url=(repo_url or "").rstrip("/"),
        contact=mailbox(contact or ""),
    )


def markdown_settings(library: Library, tongue: Language) -> dict[str, dict[str, Any]]:
    """Return the words that Markdown's own extensions show, in the language of the page."""
    say = library.interface.say
    return {
        "toc": {"permalink": "#", "permalink_title": say("permalink", tongue), "toc_depth": "2-3"},
        "footnotes": {"BACKLINK_TITLE": say("footnote.back", tongue)},
    }


def template_functions(library: Library, tongue: Language) -> dict[str, Callable[..., str]]:
    """Return what templates may call: `t(name)` for the words of the chrome, and `say(name, language)` in either language.

    The words are escaped, as MkDocs' templates escape nothing by themselves.
    """

    def say(name: str, language: Language, /, **words: object) -> Markup:
        return escape(library.interface.say(name, language, **words))

    def t(name: str, /, **words: object) -> Markup:
        return say(name, tongue, **words)

    return {"t": t, "say": say}
