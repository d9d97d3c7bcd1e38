"""Where a page stands on the site. One path serves both languages: English at /path/, Danish at /da/path/."""

from posixpath import dirname, relpath

from knowledge.content.languages import DEFAULT_LANGUAGE, Language


def site_path(language: Language, key: str) -> str:
    """Return a page's address below the site's root: 'projects/finances/', 'da/projects/', '' for the English home page."""
    path = "" if key == "index" else f"{key.removesuffix('/index')}/"
    return path if language == DEFAULT_LANGUAGE else f"{language}/{path}"


def source_link(from_key: str, to_key: str, anchor: str = "") -> str:
    """Return the link that an editor would write from one page to another: '../about/ethics.md#voluntary'."""
    path = relpath(f"{to_key}.md", dirname(from_key) or ".")
    return f"{path}#{anchor}" if anchor else path
