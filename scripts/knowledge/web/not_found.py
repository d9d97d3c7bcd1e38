"""The page for an address that does not exist: Danish under /da/, and one in both languages at the root."""

from pathlib import Path

from knowledge.content.languages import DEFAULT_LANGUAGE, Language


def place(html: str, language: Language, site_dir: str) -> str:
    """Put the page where its language stands; return what MkDocs should write at the root: '' for nothing.

    MkDocs writes every language's page to the same file, so all but the default language's are written here.
    """
    if language == DEFAULT_LANGUAGE:
        return html
    path = Path(site_dir) / language / "404.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
    return ""
