"""Names in PDF files: of the author, in the XMP packet, and of those who wrote comments."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from knowledge.content.languages import Text
from knowledge.content.metadata_fields import Fields, MetadataField, UnreadableMetadata, xmp_fields

_PASSWORD = Text(en="it asks for a password", da="filen kræver en adgangskode")
_PEOPLE = ("/Author", "/Manager", "/LastAuthor", "/LastModifiedBy")
# Annotations whose /T is the name of a person; in a form's field it is the name of the field.
_COMMENTS = frozenset({
    *("/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline", "/Squiggly"),
    *("/StrikeOut", "/Stamp", "/Caret", "/Ink", "/FileAttachment", "/Redact"),
})  # fmt: skip
_XMP_PEOPLE = ("creator", "contributor", "Author", "Manager", "Owner", "AuthorsPosition", "CaptionWriter", "Credit")


def fields_of(suffix: str, content: bytes) -> Fields:
    """Return what a document says about people."""
    with _opened(content) as pdf:
        return tuple(_fields(pdf))


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(content))
    except pikepdf.PasswordError as error:
        raise UnreadableMetadata(_PASSWORD) from error
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from error


def _fields(pdf: pikepdf.Pdf) -> Iterator[MetadataField]:
    for name in _PEOPLE:
        value = str(pdf.docinfo.get(name, "")).strip() if pdf.trailer.get("/Info") is not None else ""
        if value:
            yield MetadataField(f"PDF {name.removeprefix('/')}", value)
    packet = pdf.Root.get("/Metadata")
    if isinstance(packet, pikepdf.Stream):
        yield from xmp_fields(packet.read_bytes())
    for comment in _comments(pdf):
        value = str(comment.get("/T", "")).strip()
        if value:
            yield MetadataField("PDF comment", value)


def _comments(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            if str(note.get("/Subtype", "")) in _COMMENTS:
                yield note


def stripped(suffix: str, content: bytes) -> bytes:
    """Return a document without what it says about people; its text, tags and title stay."""
    with _opened(content) as pdf:
        if pdf.trailer.get("/Info") is not None:
            for name in _PEOPLE:
                if name in pdf.docinfo:
                    del pdf.docinfo[name]
        for comment in _comments(pdf):
            if "/T" in comment:
                del comment["/T"]
        if pdf.Root.get("/Metadata") is not None:
            _strip_packet(pdf)
        whole = BytesIO()
        pdf.save(whole, deterministic_id=True)
        return whole.getvalue()


def _strip_packet(pdf: pikepdf.Pdf) -> None:
    """Take the people out of the XMP packet; drop the packet where they still stand in it."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        for name in list(packet):
            if name.rpartition("}")[2].rpartition(":")[2] in _XMP_PEOPLE:
                del packet[name]
    left = pdf.Root.get("/Metadata")
    if isinstance(left, pikepdf.Stream) and any(xmp_fields(left.read_bytes())):
        del pdf.Root["/Metadata"]
