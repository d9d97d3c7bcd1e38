"""The copy for a browser: what belongs to it, and that its version tells whether anything has changed."""

import json
import shutil
from pathlib import Path

import pytest
from knowledge.content.languages import LANGUAGES, Language, twin_language
from knowledge.content.library import Library
from knowledge.web.offline import FOLDER, WORKER, copy_of, write_copies

pytestmark = pytest.mark.xdist_group("site")


def own(address: str, language: Language) -> bool:
    """Return whether a page's address is one of the language."""
    return address.startswith("da/") == (language == "da")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_holds_the_pages_the_search_and_the_tools_of_its_language_alone(
    built_site: Path, library: Library, language: Language
) -> None:
    told = json.loads((built_site / FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    files = told["files"]
    pages = [address for address in files if address.endswith("/") or not address]
    assert len(pages) == len(library.in_language(language))
    assert all(own(address, language) for address in pages)
    assert f"search/{language}.json" in files
    assert not any(address.startswith(f"search/{twin_language(language)}") for address in files)
    worksheets = [address for address in files if address.endswith(".pdf")]
    assert len(worksheets) >= 16 and all(own(address, language) for address in worksheets)
    assert not any(address.endswith((".map", ".zip")) or "/javascripts/" in address for address in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_a_page_loads_is_in_the_copy(built_site: Path, library: Library, language: Language) -> None:
    files = set(copy_of(library, language, built_site).addresses)
    scripts = {path.relative_to(built_site).as_posix() for path in (built_site / "assets" / "scripts").rglob("*.js")}
    styles = {path.relative_to(built_site).as_posix() for path in (built_site / "assets" / "styles").rglob("*.css")}
    assert scripts and styles and scripts | styles <= files


def test_the_worker_stands_at_the_root(built_site: Path) -> None:
    assert (built_site / WORKER).read_bytes() == (built_site / "assets" / "scripts" / WORKER).read_bytes()


def test_the_version_changes_with_a_page_of_the_language_and_with_nothing_else(
    built_site: Path, library: Library, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(built_site, site, ignore=shutil.ignore_patterns("*.pdf", "*.zip", "javascripts"))
    before = {language: copy_of(library, language, site) for language in LANGUAGES}
    write_copies(library, site)
    page = site / "da" / "worried" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    after = {language: copy_of(library, language, site) for language in LANGUAGES}
    assert after["en"] == before["en"]
    assert after["da"].version != before["da"].version and after["da"].bytes == before["da"].bytes + 1
