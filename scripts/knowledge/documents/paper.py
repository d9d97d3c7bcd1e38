"""HTML as an accessible PDF with fields to fill in (PDF/UA-1), the same bytes for the same text."""

import io
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf


class CannotPrint(Exception):
    """A document cannot be made; the words say why, and what to do."""


def page_count(html: str, base: Path) -> int:
    """Return how many pages a document would have."""
    return len(_rendered(html, base).pages)


def pdf(html: str, base: Path) -> bytes:
    """Return a document as tagged PDF.

    Args:
        html: The whole document, its styles in it.
        base: The folder that its links to fonts start from.

    Raises:
        CannotPrint: A library of the system is missing.
    """
    written: bytes = _rendered(html, base).write_pdf(
        pdf_forms=True, pdf_variant="pdf/ua-1", full_fonts=True, pdf_identifier=sha256(html.encode()).digest()[:16]
    )
    with pikepdf.open(io.BytesIO(written)) as document:
        # Readers would throw the fields' own look away and draw them anew in fonts of their own.
        if "/AcroForm" in document.Root and "/NeedAppearances" in document.Root.AcroForm:
            del document.Root.AcroForm.NeedAppearances
        file = io.BytesIO()
        document.save(file, deterministic_id=True)
    return file.getvalue()


def _rendered(html: str, base: Path) -> Any:
    try:
        # Imported late: it loads libraries of the system, which only documents need.
        from weasyprint import HTML  # noqa: PLC0415
    except OSError as error:
        library = re.search(r"'(lib[\w.+-]+|[\w.+-]+-\d[\w.+-]*)'", str(error))
        raise CannotPrint(
            f"The worksheets need Pango, and {library[1] if library else 'it'} is missing on this machine. "
            "Install it with: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error
    return HTML(string=html, base_url=f"{base.as_uri()}/").render(pdf_forms=True, pdf_variant="pdf/ua-1", full_fonts=True)
