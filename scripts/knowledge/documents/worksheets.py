"""The handbook's tools on paper: a page of A4 each, a pack for each role, and everything in one archive."""

import io
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from knowledge.content.kept import Answer, Kept, state_of
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.content.worksheet import ToolPack, Worksheet, document_path
from knowledge.documents.paper import CannotPrint, page_count, pdf
from knowledge.markup.painting import paint
from knowledge.markup.tools import sheet_view

# How high a line may be, in millimetres: as high as the page allows, and never too low to write in.
LINES: tuple[float, ...] = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
# Documents that have been made before.
KEPT = ".cache/knowledge/documents"
# An archive that says when it was packed would differ each time.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_documents(library: Library, site_url: str, folder: Path) -> None:
    """Write every document of the tools into a site's folder.

    Raises:
        CannotPrint: A worksheet needs more than one page, or no PDF can be made on this machine.
    """
    kept = Kept(library.root / KEPT)
    for language in LANGUAGES:
        for path, content in Documents(library, language, site_url, kept).all():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    kept.save(asked_only=True)


@dataclass(frozen=True)
class Documents:
    """The documents of one language.

    Attributes:
        kept: What was made before, so that only what changed is made anew.
    """

    library: Library
    language: Language
    site_url: str
    kept: Kept

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Yield each document with its path below the site's root."""
        made = {name: self.single(sheet) for name, sheet in self.library.worksheets.items()}
        made |= {f"pack-{role}": self.pack(pack) for role, pack in self.library.packs.items()}
        for name, content in made.items():
            yield document_path(self.language, name), content
        if made:
            yield document_path(self.language, "all-tools", "zip"), _archive(made)

    def single(self, sheet: Worksheet) -> bytes:
        """Return a worksheet as PDF."""
        view = self._fitted(sheet)
        return self._pdf(sheet.id, self._html([view], title=view["title"], description=view["purpose"]))

    def pack(self, pack: ToolPack) -> bytes:
        """Return the worksheets of a role as one PDF, with a page of contents in front."""
        page = self.library.page(self.language, pack.page)
        title = self._say("sheet.pack.of", title=page.front.title if page and page.front else pack.id)
        sheets = [self._fitted(self.library.worksheets[name]) for name in pack.tools if name in self.library.worksheets]
        html = self._html(sheets, title=title, description=self._say("sheet.pack.about"), contents=True)
        return self._pdf(f"pack-{pack.id}", html)

    def _say(self, name: str, **words: object) -> str:
        return self.library.interface.say(name, self.language, **words)

    @property
    def _base(self) -> Path:
        return (self.library.root / "overrides" / "documents").resolve()

    def _html(self, sheets: Sequence[Mapping[str, Any]], *, contents: bool = False, **words: str) -> str:
        styles = (self._base / "worksheets.css").read_text(encoding="utf-8")
        return paint(
            self.library.root,
            "worksheets.html",
            self.library.interface,
            self.language,
            folder="documents",
            sheets=sheets,
            contents=contents,
            address=self.site_url.partition("://")[2].rstrip("/") or self.site_url,
            styles=Markup(styles),  # noqa: S704 (a file of the theme)
            **words,
        )

    def _fitted(self, sheet: Worksheet) -> dict[str, Any]:
        """Return what a sheet shows, its lines as high as one page allows."""
        view = sheet_view(sheet, self.language)

        def tried(line: float) -> str:
            return self._html([{**view, "line": line}], title=view["title"], description="")

        line = self._made("height", sheet.id, tried(LINES[0]), lambda: _highest(lambda line: self._fits(tried(line))))
        if line is None:
            raise CannotPrint(
                f"docs/data/worksheets/{sheet.id}.yml: the sheet does not fit on one page in "
                f"{'Danish' if self.language == 'da' else 'English'}. Shorten its texts, or take away fields or rows."
            )
        return {**view, "line": line}

    def _fits(self, html: str) -> bool:
        return page_count(html, self._base) == 1

    def _pdf(self, name: str, html: str) -> bytes:
        return self._made("document", name, html, lambda: pdf(html, self._base))

    def _made(self, what: str, name: str, html: str, make: Callable[[], Answer]) -> Answer:
        """Return what was made from this text before, or make it."""
        fonts = ((font.name, font.read_bytes()) for font in sorted((self._base / "fonts").glob("*.ttf")))
        return self.kept.get(f"{what} {self.language} {name}", state_of([("html", html.encode()), *fonts]), make)


def _highest(fits: Callable[[float], bool]) -> float | None:
    """Return the greatest height that fits; None where none does."""
    place = bisect_left(LINES, True, key=fits)
    return LINES[place] if place < len(LINES) else None


def _archive(documents: Mapping[str, bytes]) -> bytes:
    """Return documents in one archive, the same bytes for the same documents."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(documents.items()):
            archive.writestr(zipfile.ZipInfo(f"{name}.pdf", _NO_TIME), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
