"""Filling in a PDF as a reader would in a browser: PDFium is the program that Chromium shows PDFs with."""

import ctypes
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


def field_places(content: bytes) -> list[tuple[str, str, str, tuple[float, float]]]:
    """Return name, label, kind and middle of each field on the first page."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = []
        for mark in document.pages[0].get("/Annots", []):
            if mark.get("/Subtype") == "/Widget":
                box = [float(number) for number in mark["/Rect"]]
                middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
                found.append((str(mark["/T"]), str(mark.get("/TU", "")), str(mark["/FT"]), middle))
        return found


def filled(content: bytes, texts: dict[str, str], file: Path) -> None:
    """Type texts into the fields of these names, and save."""
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    page = document[0]
    form = document.formenv
    for name, _, _, (across, up) in field_places(content):
        if name in texts:
            pdfium.FORM_OnLButtonDown(form, page, 0, ctypes.c_double(across), ctypes.c_double(up))
            pdfium.FORM_OnLButtonUp(form, page, 0, ctypes.c_double(across), ctypes.c_double(up))
            for letter in texts[name]:
                pdfium.FORM_OnChar(form, page, ord(letter), 0)
            pdfium.FORM_ForceToKillFocus(form)
    document.save(str(file))
    page.close()
    document.close()


def darkness(picture_file: Path, box: tuple[int, int, int, int]) -> int:
    """Return how many dark dots a part of a picture has."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(picture_file) as picture:
        part = picture.convert("L").crop(box)
        return sum(count for shade, count in enumerate(part.histogram()) if shade < 128)
