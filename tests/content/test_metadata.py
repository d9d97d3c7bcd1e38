"""Names in pictures and documents: read in every format that the site takes, and taken away without touching the rest."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pikepdf
import pytest
from knowledge.content.metadata import UnreadableMetadata, may_hold_metadata, personal_fields, strip_metadata
from PIL import Image, PngImagePlugin

NAME = "Anna Holm"
ARTIST, COPYRIGHT, ORIENTATION, GPS, SOFTWARE = 0x013B, 0x8298, 0x0112, 0x8825, 0x0131
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" photoshop:Credit="Foto: Anna Holm" exif:GPSLatitude="55,40N">'
    "<dc:creator><rdf:Seq><rdf:li>Anna Holm</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def names(file: str, content: bytes) -> list[str]:
    return [field.name for field in personal_fields(file, content)]


def exif(**tags: str | int) -> Image.Exif:
    data = Image.Exif()
    for name, value in tags.items():
        data[{"artist": ARTIST, "copyright": COPYRIGHT, "orientation": ORIENTATION, "software": SOFTWARE}[name]] = value
    return data


def picture(kind: str, **options: object) -> bytes:
    """Return a small picture with a turn of colours, so that a change of a pixel shows."""
    drawn = Image.new("RGB", (16, 8))
    drawn.putdata([(x * 15, y * 30, 99) for y in range(8) for x in range(16)])
    whole = BytesIO()
    drawn.save(whole, kind, **options)
    return whole.getvalue()


def pixels(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as opened:
        return opened.convert("RGB").tobytes()


def png_texts(*texts: tuple[str, str]) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    for keyword, text in texts:
        info.add_text(keyword, text)
    return info


# ---------- Pictures ----------


def with_comment(content: bytes, words: str) -> bytes:
    comment = words.encode()
    return content[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + content[2:]


def with_iptc(content: bytes) -> bytes:
    record = b"\x1c\x02\x50" + struct.pack(">H", len(NAME)) + NAME.encode()
    data = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return content[:2] + b"\xff\xed" + struct.pack(">H", len(data) + 2) + data + content[2:]


def with_packed_text(content: bytes) -> bytes:
    """Return a PNG with an author in a packed text chunk behind the picture data."""
    data = b"Author\0\0" + zlib.compress(NAME.encode())
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", zlib.crc32(b"zTXt" + data))
    return content[:-12] + chunk + content[-12:]


def gps() -> Image.Exif:
    data = Image.Exif()
    data.get_ifd(GPS).update({1: "N", 2: (55.0, 40.0, 0.0)})
    data[GPS] = {1: "N", 2: (55.0, 40.0, 0.0)}
    return data


SIGNED: Mapping[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "jpeg exif": ("a.jpg", lambda: picture("JPEG", exif=exif(artist=NAME)), ["EXIF Artist"]),
    "jpeg place": ("a.JPEG", lambda: picture("JPEG", exif=gps()), ["EXIF GPS"]),
    "jpeg xmp": ("a.jpg", lambda: picture("JPEG", xmp=XMP.encode()), ["XMP Credit", "XMP creator", "XMP GPS"]),
    "jpeg iptc": ("a.jpg", lambda: with_iptc(picture("JPEG")), ["IPTC by-line"]),
    "jpeg comment": ("a.jpg", lambda: with_comment(picture("JPEG"), "by anna@kommune.dk"), ["JPEG comment"]),
    "jpeg behind": ("a.jpg", lambda: picture("JPEG") + picture("JPEG", exif=exif(artist=NAME)), ["EXIF Artist"]),
    "jpeg scans": ("a.jpg", lambda: picture("JPEG", progressive=True, exif=exif(artist=NAME)), ["EXIF Artist"]),
    "png text": ("a.png", lambda: picture("PNG", pnginfo=png_texts(("Author", NAME))), ["PNG Author"]),
    "png packed": ("a.png", lambda: with_packed_text(picture("PNG")), ["PNG Author"]),
    "png folder": ("a.png", lambda: picture("PNG", pnginfo=png_texts(("Comment", "/home/anna/a.xcf"))), ["PNG Comment"]),
    "png exif": ("a.png", lambda: picture("PNG", exif=exif(artist=NAME)), ["EXIF Artist"]),
    "png xmp": (
        "a.png",
        lambda: picture("PNG", pnginfo=png_texts(("XML:com.adobe.xmp", XMP))),
        ["XMP Credit", "XMP creator", "XMP GPS"],
    ),
    "webp exif": ("a.webp", lambda: picture("WEBP", lossless=True, exif=exif(artist=NAME)), ["EXIF Artist"]),
    "webp xmp": ("a.webp", lambda: picture("WEBP", xmp=XMP.encode()), ["XMP Credit", "XMP creator", "XMP GPS"]),
}


@pytest.mark.parametrize("case", SIGNED)
def test_names_and_places_in_pictures_are_read_and_go_without_a_pixel_changing(case: str) -> None:
    file, made, expected = SIGNED[case]
    content = made()
    assert names(file, content) == expected
    clean = strip_metadata(file, content)
    assert personal_fields(file, clean) == ()
    assert pixels(clean) == pixels(content)
    assert NAME.encode() not in clean
    assert strip_metadata(file, clean) == clean


@pytest.mark.parametrize(("file", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_how_a_picture_is_turned_its_colours_and_its_rights_are_kept(file: str, kind: str) -> None:
    colours = b"an ICC profile"
    content = picture(kind, exif=exif(artist=NAME, orientation=6, copyright="© A museum"), icc_profile=colours)
    with Image.open(BytesIO(strip_metadata(file, content))) as clean:
        assert clean.getexif()[ORIENTATION] == 6
        assert "A museum" in clean.getexif()[COPYRIGHT]
        assert ARTIST not in clean.getexif()
        assert clean.info["icc_profile"] == colours


def test_the_rights_in_xmp_and_in_a_text_of_a_png_are_kept() -> None:
    rights = XMP.replace("<dc:creator>", "<dc:rights><rdf:Alt><rdf:li>A museum</rdf:li></rdf:Alt></dc:rights><dc:creator>")
    for file, content in (
        ("a.jpg", picture("JPEG", xmp=rights.encode())),
        ("a.png", picture("PNG", pnginfo=png_texts(("Author", NAME), ("Copyright", "A museum")))),
    ):
        with Image.open(BytesIO(strip_metadata(file, content))) as clean:
            assert clean.getexif()[COPYRIGHT] == "A museum"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.jpg", picture("JPEG", exif=exif(software="A program", orientation=6, copyright="© A museum"))),
        ("a.jpg", with_comment(picture("JPEG"), "made with a program")),
        ("a.png", picture("PNG", pnginfo=png_texts(("Software", "A program"), ("Title", "A tree")))),
        ("a.webp", picture("WEBP")),
        ("a.svg", b"<svg><metadata><dc:creator></dc:creator></metadata><path/></svg>"),
        ("a.css", b"/* Anna Holm */"),
    ],
)
def test_a_file_that_names_nobody_stays_byte_for_byte(file: str, content: bytes) -> None:
    assert strip_metadata(file, content) == content


def test_a_drawing_loses_its_author_and_the_folders_it_was_saved_in() -> None:
    drawing = (
        b'<svg xmlns:inkscape="i" inkscape:export-filename="C:\\Users\\anna\\a.png">'
        b"<metadata><rdf:RDF><dc:creator><cc:Agent><dc:title>Anna Holm</dc:title></cc:Agent></dc:creator></rdf:RDF></metadata>"
        b"<title>A tree</title></svg>"
    )
    assert names("a.svg", drawing) == ["SVG dc:creator", "SVG inkscape:export-filename"]
    assert strip_metadata("a.svg", drawing) == b'<svg xmlns:inkscape="i"><title>A tree</title></svg>'


@pytest.mark.parametrize(("file", "kind"), [("a.gif", "GIF"), ("a.tif", "TIFF")])
def test_other_kinds_of_picture_are_read_and_refused_for_cleaning(file: str, kind: str) -> None:
    signed = picture(kind, comment=b"anna@kommune.dk") if kind == "GIF" else picture(kind, exif=exif(artist=NAME))
    assert names(file, signed)
    with pytest.raises(UnreadableMetadata, match="save it anew"):
        strip_metadata(file, signed)
    assert personal_fields(file, picture(kind)) == ()


# ---------- Documents ----------


def pdf(*, author: str | None = None, xmp: bool = False, comment: bool = False, locked: bool = False) -> bytes:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(100, 100))
    document.docinfo["/Title"] = "A worksheet"
    if author:
        document.docinfo["/Author"] = author
    if xmp:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
            packet["dc:title"] = "A worksheet"
            packet["dc:creator"] = [NAME]
    if comment:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=NAME, Contents="Hm")
        field = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9], T="field-1")
        page.obj.Annots = document.make_indirect(pikepdf.Array([note, field]))
    whole = BytesIO()
    secret = pikepdf.Encryption(owner="a", user="b") if locked else None
    with catch_warnings():
        simplefilter("ignore")
        document.save(whole, encryption=secret)
    return whole.getvalue()


def test_authors_of_a_document_and_of_its_comments_go_and_its_title_and_fields_stay() -> None:
    content = pdf(author=NAME, xmp=True, comment=True)
    assert names("a.pdf", content) == ["PDF Author", "XMP creator", "PDF comment"]
    clean = strip_metadata("a.pdf", content)
    assert personal_fields("a.pdf", clean) == ()
    assert strip_metadata("a.pdf", content) == clean
    with pikepdf.open(BytesIO(clean)) as document:
        assert str(document.docinfo["/Title"]) == "A worksheet"
        note, field = document.pages[0].obj.Annots
        assert str(note.Contents) == "Hm"
        assert str(field.T) == "field-1"
        with document.open_metadata() as packet:
            assert packet["dc:title"] == "A worksheet"


def test_a_document_that_names_nobody_stays_byte_for_byte() -> None:
    content = pdf()
    assert strip_metadata("a.pdf", content) == content


def office(parts: Mapping[str, str | bytes]) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text, compress_type=ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return whole.getvalue()


def parts_of(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()}


CORE = (
    "<cp:coreProperties><dc:title>A plan</dc:title><dc:creator>Anna Holm</dc:creator>"
    "<cp:lastModifiedBy>AHO</cp:lastModifiedBy></cp:coreProperties>"
)
OFFICE: Mapping[str, tuple[str, Mapping[str, str | bytes], int]] = {
    "word": (
        "a.docx",
        {
            "[Content_Types].xml": "<Types/>",
            "docProps/core.xml": CORE,
            "docProps/app.xml": "<Properties><Manager>Anna Holm</Manager></Properties>",
            "word/document.xml": '<w:p><w:ins w:id="1" w:author="Anna Holm"><w:t>Text by hand</w:t></w:ins></w:p>',
            "word/comments.xml": '<w:comment w:author="Anna Holm" w:initials="AH"><w:t>Hm</w:t></w:comment>',
            "word/people.xml": '<w15:person w15:author="Anna Holm"><w15:presenceInfo w15:userId="anna@k.dk"/></w15:person>',
            "word/media/a.jpg": picture("JPEG", exif=exif(artist=NAME)),
        },
        9,
    ),
    "slides": (
        "a.pptx",
        {"docProps/core.xml": CORE, "ppt/commentAuthors.xml": '<p:cmAuthor id="0" name="Anna Holm" initials="AH"/>'},
        4,
    ),
    "sheet": (
        "a.xlsx",
        {
            "docProps/core.xml": CORE,
            "xl/comments1.xml": "<comments><authors><author>Anna Holm</author></authors></comments>",
            "xl/persons/person.xml": '<person displayName="Anna Holm" id="{1}" userId="anna"/>',
            "xl/workbook.xml": '<workbook><x15ac:absPath url="C:\\Users\\anna\\"/></workbook>',
        },
        6,
    ),
    "open text": (
        "a.odt",
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "meta.xml": "<meta:initial-creator>Anna Holm</meta:initial-creator><dc:creator>Anna Holm</dc:creator>",
            "content.xml": "<office:annotation><dc:creator>Anna Holm</dc:creator><text:p>Hm</text:p></office:annotation>",
        },
        3,
    ),
}


@pytest.mark.parametrize("case", OFFICE)
def test_authors_in_office_files_go_and_everything_else_stays(case: str) -> None:
    file, parts, count = OFFICE[case]
    content = office(parts)
    assert len(names(file, content)) == count
    clean = strip_metadata(file, content)
    assert personal_fields(file, clean) == ()
    assert strip_metadata(file, clean) == clean
    left = parts_of(clean)
    assert list(left) == list(parts)
    whole = "".join(left.values())
    assert "Anna" not in whole
    assert "anna" not in whole
    for kept in ("A plan", "Text by hand", "Hm"):
        assert (kept in "".join(str(text) for text in parts.values())) is (kept in whole)


def test_an_open_document_still_begins_with_its_unpacked_type() -> None:
    _, parts, _ = OFFICE["open text"]
    with ZipFile(BytesIO(strip_metadata("a.odt", office(parts)))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


# ---------- What cannot be read ----------


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe1"),
        ("a.jpg", picture("JPEG", exif=exif(artist=NAME))[:60]),
        ("a.jpg", b"no picture"),
        ("a.png", picture("PNG")[:40]),
        ("a.png", b""),
        ("a.webp", b"RIFF"),
        ("a.svg", b"\xff\xfe\x00"),
        ("a.gif", b"no picture"),
        ("a.pdf", b"no document"),
        ("a.pdf", pdf(locked=True)),
        ("a.docx", b"no archive"),
        ("a.docx", b"\xd0\xcf\x11\xe0 a document with a password"),
        ("a.doc", b"anything"),
        ("a.heic", b"anything"),
    ],
)
def test_what_cannot_be_read_is_told_in_both_languages_and_never_as_a_traceback(file: str, content: bytes) -> None:
    assert may_hold_metadata(file)
    with pytest.raises(UnreadableMetadata) as told:
        personal_fields(file, content)
    assert told.value.reason.en
    assert told.value.reason.da
    with pytest.raises(ValueError, match=r"\w"):
        strip_metadata(file, content)


def test_a_cut_or_changed_file_of_any_kind_is_read_or_refused() -> None:
    whole = [(file, made()) for file, made, _ in SIGNED.values()]
    whole += [(file, office(parts)) for file, parts, _ in OFFICE.values()]
    for file, content in whole:
        for step in range(1, len(content), max(1, len(content) // 25)):
            for damaged in (content[:step], content[:step] + bytes([content[step] ^ 0xFF]) + content[step + 1 :]):
                try:
                    strip_metadata(file, damaged)
                except UnreadableMetadata:
                    continue


def test_other_files_hold_no_metadata_of_their_own() -> None:
    assert not may_hold_metadata("docs/assets/scripts/site.js")
    assert not may_hold_metadata("docs/en/index.md")
