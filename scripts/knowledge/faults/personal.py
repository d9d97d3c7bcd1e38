"""Numbers, addresses and names of people, in texts, pictures and documents. All of them are made up."""

import io
import zipfile

from knowledge.faults.copy import Copy
from knowledge.faults.fault import Expected, Fault, replaced, said, said_once
from knowledge.faults.images import png, shown

_GLOSSARY = "docs/data/glossary.yml"
# Put together here so that no file of the project holds a whole number.
_BIRTHDAY, _SERIAL = "010203", "1234"


def _document(file: str, content: bytes, check: str, name: str) -> Fault:
    """Return the fault of a document that both twins link to."""

    def change(copy: Copy) -> Expected:
        copy.write(f"docs/assets/{file}", content)
        copy.say("en", "handbook/words", f"Print [the worksheet](../../assets/{file}).")
        copy.say("da", "handbook/words", f"Print [arbejdsarket](../../assets/{file}).")
        return Expected(f"docs/assets/{file}", 1)

    return Fault(name, check, change)


def _office() -> bytes:
    """Return a document that names its author."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Anne Jensen</dc:creator></cp:coreProperties>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("docProps/core.xml", core)
    return packed.getvalue()


FAULTS: tuple[Fault, ...] = (
    said(
        "A page gives a CPR number",
        "personal-cpr",
        f"His number is {_BIRTHDAY}-{_SERIAL}.",
        f"Hans nummer er {_BIRTHDAY}-{_SERIAL}.",
    ),
    said(
        "A CPR number is glued to other letters",
        "personal-cpr",
        f"See file J{_BIRTHDAY}{_SERIAL}A.",
        f"Se mappe J{_BIRTHDAY}{_SERIAL}A.",
    ),
    said("A page gives a telephone number", "personal-phone", "Ring 20 12 34 56 and ask.", "Ring på 20 12 34 56 og spørg."),
    replaced(
        "A record gives a telephone number",
        "personal-phone",
        _GLOSSARY,
        (
            r"^    en: Our own working definition; the word is in common use\.$",
            "    en: Our own working definition. Ring 20 12 34 56.",
        ),
    ),
    said(
        "A page gives somebody's street",
        "personal-address",
        "The club is at Skovvejen 12, 8000 Aarhus.",
        "Klubben ligger på Skovvejen 12, 8000 Aarhus.",
    ),
    said_once("A page gives a personal e-mail address", "personal-email", "en", "Write to anne.jensen@gmail.com."),
    said_once("A Danish page hides an address from programs", "personal-email", "da", "Skriv til anne.jensen (at) gmail.com."),
    shown(
        "A picture names who made it", "metadata-personal", "talk.png", lambda: png(20, 20, (b"tEXt", b"Author\0Anne Jensen"))
    ),
    _document("worksheet.docx", _office(), "metadata-personal", "A document names its author"),
    _document(
        "minutes.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "metadata-unreadable",
        "A document has an old format that nobody can clean",
    ),
)
