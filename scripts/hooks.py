"""MkDocs' events, handed to functions of the package. No logic and no state of its own.

Every event runs once per language; the library is read for the first one and travels in the configuration.
"""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from knowledge.content.interface import TextMissing
from knowledge.content.languages import Language
from knowledge.content.library import Library
from knowledge.documents.paper import CannotPrint
from knowledge.markup.extension import KnowledgeExtension
from knowledge.markup.place import Place
from knowledge.web import build, files, not_found, redirects, sitemap
from knowledge.web.page_view import not_found_view, page_view
from knowledge.web.settings import Settings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


# After static-i18n, which chooses the language at -100.
@event_priority(-200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    library = config.extra.get("library")
    if library is None:
        library = build.read(config.config_file_path)
        if library.unbuildable:
            raise Abort(build.refusal(library))
        config.extra["library"] = library
        config.extra["states"] = build.translation_states(library)
    config.mdx_configs.update(build.markdown_settings(library, _language(config)))
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    env.globals.update(build.template_functions(_library(config), _language(config)))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    language, key = build.page_name(page.file.src_uri)
    ours = KnowledgeExtension(Place(_library(config), language, key, config.extra["states"], contact=_settings(config).contact))
    others = [extension for extension in config.markdown_extensions if not isinstance(extension, KnowledgeExtension)]
    config.markdown_extensions = [*others, ours]  # type: ignore[list-item]
    page.meta = build.front_matter(_library(config), language, key)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return html + redirects.moved_sections(_library(config), *build.page_name(page.file.src_uri))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    language, key = build.page_name(page.file.src_uri)
    context["view"] = page_view(_library(config), _settings(config), language, key, page.content or "")
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    context["view"] = not_found_view(_library(config), _settings(config), _language(config))
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name == "sitemap.xml":
        return sitemap.sitemap(_library(config), _settings(config).site_url)
    if template_name == "404.html":
        return not_found.place(output_content, _language(config), config.site_dir)
    return output_content


# After static-i18n, which builds the other languages within its own event at -100.
@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    files.write_files(_library(config), _settings(config), Path(config.site_dir))


def on_build_error(error: Exception) -> None:
    if isinstance(error, TextMissing | CannotPrint):
        raise Abort(error.args[0]) from error


def _library(config: MkDocsConfig) -> Library:
    library: Library = config.extra["library"]
    return library


def _language(config: MkDocsConfig) -> Language:
    return build.language(config.theme["language"])


def _settings(config: MkDocsConfig) -> Settings:
    return build.settings(config.site_url, config.repo_url, config.extra.get("contact"))
