"""Worksheets on paper: one page each, accessible, to be filled in, and the same fields in both languages."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library, load_library
from knowledge.content.worksheet import document_path
from knowledge.documents.paper import CannotPrint
from knowledge.documents.worksheets import LINES, Documents

from tests.documents.conftest import ADDRESS
from tests.documents.filling import darkness, field_places, filled
from tests.small_site import SmallSite

pytestmark = pytest.mark.xdist_group("documents")

# Typed into a field: Danish letters, and letters of names from elsewhere in Europe.
TYPED = "Blåbærgrød š ł ş"
# A4 in points, and the smallest type.
SHEET = (595, 842)
SMALLEST = 10.5


def pdfs(made: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in made.items() if path.endswith(".pdf")}


def singles(library: Library, made: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: made[path] for language in LANGUAGES for name in library.worksheets if (path := document_path(language, name))
    }


def test_every_tool_is_one_page_of_a4_in_both_languages(library: Library, made: dict[str, bytes]) -> None:
    assert len(singles(library, made)) == 2 * len(library.worksheets) > 0
    for path, content in singles(library, made).items():
        with pikepdf.open(io.BytesIO(content)) as document:
            sizes = [tuple(round(float(number)) for number in sheet.mediabox[2:]) for sheet in document.pages]
        assert sizes == [SHEET], path


def test_every_document_keeps_the_rules_of_pdf_ua(made: dict[str, bytes]) -> None:
    for path, content in pdfs(made).items():
        report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (path, [failure.message for failure in report.failures])
        assert report.rules.total > 100


def test_every_document_says_its_title_and_language_and_nobody_s_name(library: Library, made: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        for name, sheet in library.worksheets.items():
            with pikepdf.open(io.BytesIO(made[document_path(language, name)])) as document:
                assert str(document.Root.Lang) == language
                assert str(document.docinfo["/Title"]) == sheet.title.in_language(language)
                assert "/Author" not in document.docinfo


def test_a_sheet_has_the_fields_of_its_record_in_both_languages(library: Library, made: dict[str, bytes]) -> None:
    for name, sheet in library.worksheets.items():
        wanted = [f"{name}.{field}" for field in sheet.field_names()]
        for language in LANGUAGES:
            fields = field_places(made[document_path(language, name)])
            assert [field for field, *_ in fields] == wanted, (name, language)
            assert all(label for _, label, *_ in fields), name


def test_the_text_of_a_sheet_can_be_read_out(library: Library, made: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        for name, sheet in library.worksheets.items():
            document = pypdfium2.PdfDocument(made[document_path(language, name)])
            text = " ".join(document[0].get_textpage().get_text_range().split())
            document.close()
            for words in (sheet.title, sheet.purpose, sheet.reminder, *(label for _, label in sheet.labels())):
                assert " ".join(words.in_language(language).split()) in text, (name, language)


def test_no_type_is_smaller_than_can_be_read(library: Library, made: dict[str, bytes]) -> None:
    for path, content in singles(library, made).items():
        with pikepdf.open(io.BytesIO(content)) as document:
            drawn = pikepdf.parse_content_stream(document.pages[0])
            sizes = {float(one.operands[1]) for one in drawn if str(one.operator) == "Tf"}
            # Type is drawn upside down in a page that is turned: its own size is in points.
            assert sizes, path
            assert min(sizes) >= SMALLEST or min(sizes) == 1, (path, sizes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_reader_types_is_seen_in_two_programs(
    library: Library, made: dict[str, bytes], tmp_path: Path, language: str
) -> None:
    content = made[document_path(language, "concern-description")]  # type: ignore[arg-type]
    name, _, _, (across, up) = next(field for field in field_places(content) if field[2] == "/Tx")
    file = tmp_path / "filled.pdf"
    filled(content, {name: TYPED}, file)
    scale = 2
    # The upper left part of the field, where the words begin.
    box = (int(scale * 45), int(scale * (SHEET[1] - up - 60)), int(scale * across), int(scale * (SHEET[1] - up + 40)))
    for program in (in_pdfium, in_poppler):
        empty, written = tmp_path / f"{program.__name__}-empty.png", tmp_path / f"{program.__name__}.png"
        (tmp_path / "empty.pdf").write_bytes(content)
        program(tmp_path / "empty.pdf", empty, scale)
        program(file, written, scale)
        assert darkness(written, box) > darkness(empty, box) + 200, program.__name__
    said = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert TYPED in said


def in_pdfium(file: Path, picture: Path, scale: int) -> None:
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    document[0].render(scale=scale).to_pil().save(picture)
    document.close()


def in_poppler(file: Path, picture: Path, scale: int) -> None:
    subprocess.run(
        ["pdftoppm", "-r", str(72 * scale), "-png", "-singlefile", str(file), str(picture.with_suffix(""))], check=True
    )


def test_a_pack_holds_the_tools_of_its_role_behind_a_list_of_them(library: Library, made: dict[str, bytes]) -> None:
    assert library.packs
    for language in LANGUAGES:
        for role, pack in library.packs.items():
            with pikepdf.open(io.BytesIO(made[document_path(language, f"pack-{role}")])) as document:
                assert len(document.pages) == 1 + len(pack.tools)
                names = [str(field["/T"]) for field in document.Root.AcroForm.Fields]
            assert names == [f"{tool}.{name}" for tool in pack.tools for name in library.worksheets[tool].field_names()]


def test_the_archive_holds_every_document_of_its_language(library: Library, made: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        with zipfile.ZipFile(io.BytesIO(made[document_path(language, "all-tools", "zip")])) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
        names = [*library.worksheets, *(f"pack-{role}" for role in library.packs)]
        assert held == {f"{name}.pdf": made[document_path(language, name)] for name in names}


def test_the_same_sheet_gives_the_same_bytes(library: Library) -> None:
    sheet = library.worksheets["concern-description"]
    first, second = (Documents(library, "da", ADDRESS, Kept()).single(sheet) for _ in range(2))
    assert first == second


# ---------- Small sheets ----------

SHEET_RECORD: Mapping[str, object] = {
    "id": "note",
    "title": {"en": "A note", "da": "En note"},
    "purpose": {"en": "For thinking.", "da": "Til at tænke."},
    "reminder": {"en": "A role will do.", "da": "En rolle er nok."},
    "parts": [{
        "heading": {"en": "Seen", "da": "Set"},
        "fields": [{"id": "seen", "kind": "text", "lines": 3, "label": {"en": "What?", "da": "Hvad?"}}],
    }],
}  # fmt: skip


@pytest.fixture
def small(small_site: SmallSite, repository: Path) -> Callable[[Mapping[str, object]], Documents]:
    """Return a function that gives the documents of a small site with one worksheet."""
    for folder in ("blocks", "documents"):
        shutil.copytree(repository / "overrides" / folder, small_site.root / "overrides" / folder)
    shutil.copy(repository / "docs/data/interface.yml", small_site.root / "docs/data/interface.yml")

    def make(record: Mapping[str, object]) -> Documents:
        small_site.data("worksheets/note.yml", record)
        return Documents(load_library(small_site.root), "en", ADDRESS, Kept())

    return make


def heights(content: bytes) -> list[float]:
    with pikepdf.open(io.BytesIO(content)) as document:
        boxes = [[float(number) for number in mark["/Rect"]] for mark in document.pages[0]["/Annots"]]
    return [abs(box[3] - box[1]) for box in boxes]


def test_lines_are_as_high_as_the_page_allows(small: Callable[[Mapping[str, object]], Documents]) -> None:
    few = small(SHEET_RECORD)
    high = heights(few.single(few.library.worksheets["note"]))
    many = small({**SHEET_RECORD, "parts": [{
        "heading": {"en": "Seen", "da": "Set"},
        "fields": [
            {"id": f"seen-{number}", "kind": "text", "lines": 3, "label": {"en": "What?", "da": "Hvad?"}} for number in range(8)
        ],
    }]})  # fmt: skip
    lower = heights(many.single(many.library.worksheets["note"]))
    # The place to write in is as high as three lines less its frame.
    assert high[0] == pytest.approx(3 * LINES[0] * 72 / 25.4, abs=5)
    assert lower[0] < high[0] - 5
    assert len(set(map(round, lower))) == 1


def test_a_sheet_that_cannot_fit_is_named(small: Callable[[Mapping[str, object]], Documents]) -> None:
    long = small({**SHEET_RECORD, "purpose": {"en": "Word " * 1500, "da": "Ord " * 1500}})
    with pytest.raises(CannotPrint, match=re.escape("docs/data/worksheets/note.yml")):
        long.single(long.library.worksheets["note"])
