"""Numbers, addresses and names of people: what is found in every file, on which line, and never printed in full.

Every number and address here is made up; the parts are joined only when a test runs.
"""

import re
from io import BytesIO

import pytest
from knowledge.checks import report
from knowledge.checks.catalogue import as_json, severity, words
from knowledge.checks.private import cpr_numbers, personal_emails, phone_numbers, street_addresses
from knowledge.checks.rules import personal_data
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES
from PIL import Image

from tests.small_site import SmallSite

Place = tuple[str, str, int]


def found(site: SmallSite) -> list[Place]:
    return [(one.id, one.file, one.line) for one in personal(site)]


def personal(site: SmallSite) -> list[Finding]:
    library = site.library()
    return sorted(one for rule in personal_data.RULES for one in rule(library))


def number(*parts: str) -> str:
    """Join the parts of a made-up number, so that none stands whole in this file."""
    return "".join(parts)


# Date, four digits: no such person, but a date on which somebody can have been born.
DAY, SERIAL = "010190", "1234"


# ---------- CPR ----------


@pytest.mark.parametrize(
    "text",
    [
        number(DAY, "-", SERIAL),
        number(DAY, SERIAL),
        number(DAY, " ", SERIAL),
        number(DAY, "\u00a0", SERIAL),
        number(DAY, "–", SERIAL),
        number("01.01.90", "-", SERIAL),
        number("01 01 90", " - ", SERIAL),
        number("elev", DAY, SERIAL, "a"),
        number("elev_", DAY, SERIAL, ".pdf"),
        number("12345", DAY, "-", SERIAL),
        number(DAY, "-", SERIAL, "99"),
        number("7", DAY, SERIAL, "7"),
        number("5555", DAY, SERIAL),
        number("CPR-nr.: ", DAY, SERIAL, "555555"),
        number("https://host.example/?cpr=", DAY, SERIAL),
        number("(", DAY, "-", SERIAL, ")."),
        # The seventh digit tells the century: 4 and 9 up to 36 and 5 to 8 up to 57 are born after 1999.
        number("290200", "4", "123"),
        number("290204", "9", "123"),
        number("290220", "5", "123"),
        number("311299", "0", "123"),
        # Modulus 11 does not hold, which has meant nothing since 2007.
        number("010107", "4", "999"),
    ],
)
def test_a_number_with_a_possible_birthday_is_found_however_it_is_written(text: str) -> None:
    assert [one.masked for one in cpr_numbers(f"Text {text} text.")] == ["01••••-••••"]


@pytest.mark.parametrize(
    "text",
    [
        number("310290", "-", SERIAL),
        number("010013", "-", SERIAL),
        number("320190", "-", SERIAL),
        # 29 February: 1900 was no leap year; 2000 was, but its seventh digit is another.
        number("290200", "1", "123"),
        # Born before 1900.
        number("010170", "5", "123"),
        "translated_from: a4f650284cf44e63cd7ae67e4f0a8f93d3e3dea8",
        "translated_from: 0101901234010190123401019012340101901234",
        number("https://doi.org/10.1007/", DAY, SERIAL),
        number("doi:10.1007/", DAY, "-", SERIAL),
        number("https://news.example/", DAY, SERIAL),
        "ISBN 978-0-10-190123-4",
        number("EAN ", "5798000123457"),
        "20150301-1234",
        "20150301121530",
        number("1.", DAY, SERIAL),
        number(DAY, SERIAL, " euro"),
        number("+4501", "0190", "1234"),
        "1.158.154 euro og 334.644 euro",
        "2009–2012, 8.-9. maj 2012, 2012-05-08",
        "amount: 311021\namount: 3346",
        number("120 ", DAY, " ", SERIAL),
        "12345678901234567890",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(cpr_numbers(f"Text {text} text.")) == []


def test_a_cpr_number_is_reported_at_its_line_in_every_kind_of_text(small_site: SmallSite) -> None:
    cpr = number(DAY, "-", SERIAL)
    small_site.page("en", "index", f"# P {{#p}}\n\nText.\n{cpr}\n\n```text\n{cpr}\n```\n")
    small_site.page("da", "index", "# P {#p}\n\nTekst.\n", summary=f"A summary that holds the number {cpr} of one person.")
    small_site.data("glossary.yml", [{"id": "a", "note": cpr}])
    small_site.write("docs/assets/list.csv", f"name\n{cpr}\n")
    small_site.write("docs/assets/drawing.svg", f"<svg>\n<text>{cpr}</text><path d='M010190-1234'/></svg>\n")
    lines = (small_site.root / "docs/en/index.md").read_text().split("\n")
    first, second = (place for place, line in enumerate(lines, 1) if cpr in line)
    assert [one for one in found(small_site) if one[0] == "personal-cpr"] == [
        ("personal-cpr", "docs/assets/drawing.svg", 2),
        ("personal-cpr", "docs/assets/list.csv", 2),
        ("personal-cpr", "docs/da/index.md", 3),
        ("personal-cpr", "docs/data/glossary.yml", 2),
        ("personal-cpr", "docs/en/index.md", first),
        ("personal-cpr", "docs/en/index.md", second),
    ]


def test_a_file_named_by_a_cpr_number_is_told_at_its_folder(small_site: SmallSite) -> None:
    small_site.write(f"docs/assets/{number(DAY, SERIAL)}.txt", "Text.\n")
    assert found(small_site) == [("personal-cpr", "docs/assets", 1)]
    assert number(DAY, SERIAL) not in repr(personal(small_site))


# ---------- Telephone ----------


@pytest.mark.parametrize(
    "text",
    [
        "20 30 40 50",
        "20\u00a030\u00a040\u00a050",
        "2030 4050",
        "2030-4050",
        "203 04 050",
        "20 304 050",
        "20-30-40-50",
        "20.30.40.50",
        "20304050",
        "+45 20304050",
        "+4520304050",
        "(+45) 20 30 40 50",
        "0045 20 30 40 50",
        "+46 8 123 456 78",
        "+44 (0)20 7946 0000",
        "tlf. 86 10 20 30.",
    ],
)
def test_telephone_numbers_are_found_in_every_grouping_and_mostly_hidden(text: str) -> None:
    (only,) = phone_numbers(f"Ring {text}, og spørg.")
    digits = re.sub(r"\D", "", text)
    assert len(re.sub(r"\D", "", only.masked)) == 2
    assert digits not in only.masked.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "112 eller 114",
        "2011 2012",
        "2009-2012",
        "2009–2012",
        "20120508",
        "2012-05-08",
        "8.-9. maj 2012 kl. 8–22",
        "1.158.154 euro",
        "334,644 euros",
        "20304050 kr.",
        "20 304 050 euro",
        "EUR 20304050",
        "kr. 20304050",
        "CVR 20304050",
        "CVR-nr.: 20304050",
        "ISSN 2030-4050",
        "j.nr. 20304050",
        "20304050 visits",
        "https://host.example/artikel/20304050",
        "doi:10.1080/20304050",
        "9781315773094",
        "translated_from: a4f650284cf44e63cd7ae67e4f0a8f93d3e3dea8",
        "a20304050b",
        "20 30 40 50 60",
        "10 30 40 50",
        "64,5 pct. af 20 30",
        "| 13 | 12 | 10 | 7 |",
    ],
)
def test_years_dates_amounts_addresses_and_identifiers_are_no_telephone_numbers(text: str) -> None:
    assert list(phone_numbers(f"Text {text} text.")) == []


def test_a_telephone_number_is_reported_outside_the_contact_data_only(small_site: SmallSite) -> None:
    small_site.write("docs/data/contacts.yml", "# 20 30 40 50\n# Storegade 12, 8000 Aarhus C\n")
    small_site.pages("index", "# P {#p}\n\nRing\n20 30 40 50.\n", "# P {#p}\n\nRing +45 20 30 40 50.\n")
    lines = (small_site.root / "docs/en/index.md").read_text().split("\n")
    place = next(number for number, line in enumerate(lines, 1) if line.startswith("20 30"))
    assert found(small_site) == [
        ("personal-phone", "docs/da/index.md", place - 1),
        ("personal-phone", "docs/en/index.md", place),
    ]


# ---------- Addresses ----------


@pytest.mark.parametrize(
    "text",
    [
        "Storegade 12, 8000 Aarhus C",
        "Store Torv 4, 8000 Aarhus",
        "Åboulevarden 25A, 2. tv., 8000 Aarhus C",
        "H.C. Andersens Boulevard 25, DK-1553 København V",
        "Gl. Kongevej 1 B, st. th, 1610 København",
        "Nørre Allé 3\n8000 Aarhus C",
        "Skolevej 7\\\n4700 Næstved",
        "Skolevej 7<br>4700 Næstved",
        "Skolevej 7, 2. tv.",
    ],
)
def test_a_road_with_number_and_postcode_is_found(text: str) -> None:
    (only,) = street_addresses(f"Klubben ligger på {text}, ved åen.")
    assert not re.search(r"\d", only.masked)


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 12, 2012 Aarhus",
        "Project 3, 2011 Copenhagen",
        "8000 Aarhus C",
        "på Storegade",
        "Vi mødes på Storegade 12.",
        "Denmark 12, 2012 Brussels",
        "barnets lov § 15, stk. 3",
        "the plan of 2016, 1158 Copenhagen",
    ],
)
def test_other_names_with_numbers_are_no_addresses(text: str) -> None:
    assert list(street_addresses(f"Text {text}.")) == []


@pytest.mark.parametrize(
    "text",
    ["anna.holm@kommune.dk", "mailto:AHO@firma.example.dk", "anna (at) kommune.dk", "anna [snabel-a] kommune [punktum] dk"],
)
def test_the_address_of_one_person_is_found_also_where_it_is_hidden(text: str) -> None:
    (only,) = personal_emails(f"Skriv til {text}.")
    assert only.masked[1:5] == "•••@"


@pytest.mark.parametrize(
    "text",
    [
        "kontakt@kommune.dk",
        "info@cde.dk",
        "ssp-aarhus@aarhus.dk",
        "presse.dk@host.dk",
        "anna@example.org",
        "anna@host.example",
        "[@fact-sheet-2011; @who-to-contact]",
        "logo@2x.png",
        "git@host.dk:team/site.git",
        "https://user@host.dk/path",
        "@media print",
    ],
)
def test_offices_examples_and_other_uses_of_the_sign_are_left_alone(text: str) -> None:
    assert list(personal_emails(f"Text {text} text.")) == []


def test_addresses_are_reported_at_their_lines_in_both_languages(small_site: SmallSite) -> None:
    small_site.pages(
        "index",
        "# P {#p}\n\nWrite to\nanna.holm@kommune.dk.\n",
        "# P {#p}\n\nKlubben:\nStoregade 12, 8000 Aarhus C.\n",
    )
    lines = (small_site.root / "docs/en/index.md").read_text().split("\n")
    place = next(number for number, line in enumerate(lines, 1) if "anna" in line)
    assert found(small_site) == [("personal-address", "docs/da/index.md", place), ("personal-email", "docs/en/index.md", place)]


# ---------- Names in files ----------


def test_a_name_in_a_picture_is_reported_without_being_shown(small_site: SmallSite) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Anna Holm"
    whole = BytesIO()
    Image.new("RGB", (4, 4)).save(whole, "JPEG", exif=exif)
    small_site.write("docs/assets/images/a.jpg", whole.getvalue())
    (only,) = personal(small_site)
    assert (only.id, only.file, only.line) == ("metadata-personal", "docs/assets/images/a.jpg", 1)
    assert "EXIF Artist" in words(only, "en").what
    assert "Anna" not in repr(as_json(only))


def test_a_picture_without_names_and_one_signed_by_the_site_are_left_alone(small_site: SmallSite) -> None:
    for name, artist in (("a", ""), ("b", "Faelles viden")):
        exif = Image.Exif()
        exif[0x013B] = artist
        whole = BytesIO()
        Image.new("RGB", (4, 4)).save(whole, "JPEG", exif=exif)
        # Cameras and programs write UTF-8 where the standard asks for ASCII.
        content = whole.getvalue().replace(b"Faelles viden", "Fælles viden".encode())
        small_site.write(f"docs/assets/images/{name}.jpg", content)
    assert found(small_site) == []


def test_a_file_that_cannot_be_looked_into_is_advised_on(small_site: SmallSite) -> None:
    small_site.write("docs/assets/minutes.doc", b"\xd0\xcf\x11\xe0")
    small_site.write("docs/assets/broken.png", b"no picture")
    findings = personal(small_site)
    assert [(one.id, one.file) for one in findings] == [
        ("metadata-unreadable", "docs/assets/broken.png"),
        ("metadata-unreadable", "docs/assets/minutes.doc"),
    ]
    assert {severity(one) for one in findings} == {"advice"}


# ---------- Nothing is printed ----------


def test_no_finding_prints_a_number_or_an_address_in_full_in_any_form(small_site: SmallSite) -> None:
    cpr, phone, street, mail = number(DAY, "-", SERIAL), "20 30 40 50", "Storegade 12, 8000 Aarhus C", "anna.holm@kommune.dk"
    small_site.page("en", "index", f"# P {{#p}}\n\n{cpr}\n\n{phone}\n\n{street}\n\n{mail}\n")
    findings = personal(small_site)
    assert [one.id for one in findings] == ["personal-cpr", "personal-phone", "personal-address", "personal-email"]
    for language in LANGUAGES:
        said = "\n".join([report.text(findings, language), *(report.github_line(one, language) for one in findings)])
        said += repr([as_json(one) for one in findings])
        for secret in (cpr, number(DAY, SERIAL), DAY, SERIAL, phone, "30 40", "Storegade", "8000", "anna.holm", "anna"):
            assert secret not in said


def test_other_checks_do_not_print_what_this_one_hides(small_site: SmallSite) -> None:
    cpr, phone = number(DAY, "-", SERIAL), "20 30 40 50"
    small_site.page("en", "index", f"# P {{#p}}\n\nIn 2012 it was {cpr} or {phone}.\n\n## {cpr}\n\n[a]({cpr}.md)\n")
    small_site.page("da", "index", "# P {#p}\n\nI 2012.\n", source_language="en", translated_from="0" * 40)
    findings = small_site.findings()
    assert {"facts-differ", "heading-no-id", "link-dead", "personal-cpr"} <= {one.id for one in findings}
    said = repr([as_json(one) for one in findings])
    for secret in (DAY, SERIAL, "20, 30", "30, 40"):
        assert secret not in said


def test_a_short_address_is_hidden_without_hiding_the_rest(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# P {#p}\n\n## a@b.dk in 2012\n\nText.\n")
    heading = next(one for one in small_site.findings() if one.id == "heading-no-id")
    assert heading.details["text"] == "•••• in 2012"
