"""Generated content to measure on: the same pages for our site and for the stock tools."""

import random
import shutil
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parent.parent.parent

WORDS_A_PAGE = 850
PAGES_A_SECTION = 20

# Plain words of about the length and variety of the real text; what they mean does not matter to a build.
_WORDS = [
    "a",
    "the",
    "young",
    "person",
    "who",
    "talks",
    "with",
    "mentor",
    "about",
    "school",
    "family",
    "work",
    "leaving",
    "circle",
    "group",
    "support",
    "voluntary",
    "offer",
    "concern",
    "described",
    "after",
    "before",
    "meeting",
    "colleague",
    "municipality",
    "police",
    "prison",
    "release",
    "network",
    "relation",
    "trust",
    "plan",
    "week",
    "change",
    "open",
    "question",
    "answer",
    "listen",
    "time",
    "place",
    "safe",
    "contact",
    "advice",
    "knowledge",
    "source",
    "stated",
    "year",
    "project",
    "partner",
    "budget",
    "result",
    "method",
]


def body(number: int, citations: bool) -> str:
    """Return a page's Markdown: four sections of prose, a list and a table, links to neighbours, and citations for ours."""
    choice = random.Random(number)  # noqa: S311 (the same text every time is the point)
    parts = [f"# Page {number} {{#page-{number}}}\n"]
    for section in range(4):
        parts.append(f"## Section {section} {{#section-{section}}}\n")
        for _ in range(4):
            sentence = " ".join(choice.choices(_WORDS, k=WORDS_A_PAGE // 16)).capitalize()
            parts.append(f"{sentence}{' [@sheet]' if citations else ''}.\n")
        parts.append("- " + "\n- ".join(" ".join(choice.choices(_WORDS, k=6)) for _ in range(4)) + "\n")
    parts.append(
        "| Step | Who |\n| --- | --- |\n"
        + "".join(f"| {choice.choice(_WORDS)} | {choice.choice(_WORDS)} |\n" for _ in range(4))
    )
    if number % PAGES_A_SECTION:
        parts.append(f"\nSee [the page before](page-{number - 1}.md#section-1).\n")
    return "\n".join(parts)


def nav(pages: int) -> list[dict[str, Any]]:
    """Return a nested navigation of sections."""
    sections: dict[str, list[dict[str, str]]] = {}
    for number in range(pages):
        section = number // PAGES_A_SECTION
        sections.setdefault(f"Part {section}", []).append({f"Page {number}": f"part-{section}/page-{number}.md"})
    return [{"Home": "index.md"}, *({title: entries} for title, entries in sections.items())]


def _pages(root: Path, pages: int, ours: bool) -> None:
    front = (
        "---\ntitle: {title}\nsummary: {title} says in one sentence what a reader gets from it.\nkind: sourced\n"
        "audience: [everyone]\nreviewed: 2026-11-22\nreview_by: 2027-11-22\nowner: site-editor\nsource_language: en\n---\n"
    )
    for language in ("en", "da"):
        folder = root / "docs" / language
        for number in range(pages):
            path = folder / f"part-{number // PAGES_A_SECTION}" / f"page-{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            head = front.format(title=f"Page {number} {language}") if ours else ""
            path.write_text(head + body(number, citations=ours), encoding="utf-8")
        head = front.format(title=f"Home {language}") if ours else ""
        (folder / "index.md").write_text(f"{head}# Home {{#home}}\n\nText.\n", encoding="utf-8")


def stock_site(root: Path, pages: int) -> None:
    """Write a site with the stock look and settings of the three packages."""
    _pages(root, pages, ours=False)
    config = {
        "site_name": "Stock",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "features": ["navigation.tabs", "navigation.prune", "navigation.indexes"]},
        "nav": nav(pages),
        "markdown_extensions": ["attr_list", "def_list", "footnotes", "tables", {"toc": {"permalink": True}}],
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "folder",
                    "languages": [
                        {"locale": "en", "name": "English", "default": True, "build": True},
                        {"locale": "da", "name": "Dansk", "build": True},
                    ],
                }
            },
        ],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def our_site(root: Path, pages: int) -> None:
    """Write a site with our look, marks, checks and settings."""
    _pages(root, pages, ours=True)
    for name in ("overrides", "scripts", "docs/assets", "docs/data/vocabularies"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "docs/data/interface.yml", root / "docs/data/interface.yml")
    source = {
        "id": "sheet", "title": "A fact sheet", "publisher": "A ministry", "year": 2011, "url": "https://example.org/",
        "language": "en", "read": "2026-11-22", "extent": "whole",
    }  # fmt: skip
    (root / "docs/data/sources.yml").write_text(yaml.safe_dump([source]), encoding="utf-8")
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, rest = text.partition("\nnav:\n")
    after = rest[rest.index("\ndocs_dir:") :]
    ours = yaml.safe_dump({"nav": nav(pages)}, sort_keys=False)
    (root / "mkdocs.yml").write_text(f"{before}\n{ours}{after}", encoding="utf-8")
