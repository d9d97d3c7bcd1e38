"""Tables, lists and headings that Markdown shows otherwise than they are meant."""

from knowledge.content.languages import LANGUAGES
from knowledge.faults.copy import Copy, page_file
from knowledge.faults.fault import ADVICE, Expected, Fault, here, replaced_in_both, said

_NO_ADDRESS = {"address-unlisted": "a heading with a new id has a new address"}


def _last_heading_without_text(copy: Copy) -> Expected:
    """Move the last section's text above its heading."""
    places = []
    for language in LANGUAGES:
        file = page_file(language, ADVICE)
        text = copy.text(file)
        start = text.rindex("\n## ") + 1
        end = text.index("\n", start) + 1
        above = text[:start] + text[end:].strip("\n") + "\n\n"
        copy.write(file, above + text[start:end])
        places.append((file, above.count("\n") + 1))
    return here(*places)


def _second_main_heading(copy: Copy) -> Expected:
    return here(*((page_file(tongue, ADVICE), copy.replace(page_file(tongue, ADVICE), r"^## ", "# ")) for tongue in LANGUAGES))


def _one_id_twice(copy: Copy) -> Expected:
    places = []
    for language in LANGUAGES:
        file = page_file(language, ADVICE)
        name = copy.find(file, r"^## .*\{#([\w-]+)\}$")[1]
        places.append((file, copy.line(file, rf"^## .*\{{#{name}\}}$") + 2))
        copy.say(language, ADVICE, f"A [line](what-not-to-do.md){{#{name}}}.")
    return here(*places)


FAULTS: tuple[Fault, ...] = (
    said(
        "A table has no head", "table-no-head", "| Germany | few |\n| Sweden | many |", "| Tyskland | få |\n| Sverige | mange |"
    ),
    said(
        "A table stands right below a sentence",
        "table-tight",
        "These levels are told apart:\n| Level | For |\n| --- | --- |\n| General | All |",
        "Vi skelner mellem disse niveauer:\n| Niveau | Til |\n| --- | --- |\n| Generelt | Alle |",
        at=1,
    ),
    said(
        "A table's line of dashes has a column too few",
        "table-rule",
        "| Level | For | By |\n| --- | --- |\n| General | All | You |",
        "| Niveau | Til | Af |\n| --- | --- |\n| Generelt | Alle | Dig |",
        at=1,
    ),
    said(
        "A table's column has no name",
        "table-head-empty",
        "| Level |  |\n| --- | --- |\n| General | All |",
        "| Niveau |  |\n| --- | --- |\n| Generelt | Alle |",
    ),
    said(
        "A row of a table lacks a cell",
        "table-row-short",
        "| Level | For |\n| --- | --- |\n| General |",
        "| Niveau | Til |\n| --- | --- |\n| Generelt |",
        at=2,
    ),
    said(
        "A row of a table has a cell too many",
        "table-row-long",
        "| Level | For |\n| --- | --- |\n| General | All | and parents |",
        "| Niveau | Til |\n| --- | --- |\n| Generelt | Alle | og forældre |",
        at=2,
    ),
    said(
        "A list stands right below a sentence",
        "list-tight",
        "Bring with you:\n- the agenda\n- the worksheets",
        "Tag med:\n- dagsordenen\n- arbejdsarkene",
        at=1,
    ),
    said(
        "A point below a point is indented by two",
        "list-indent",
        "- Before the talk\n  - find a quiet room",
        "- Før samtalen\n  - find et roligt rum",
        at=1,
    ),
    said(
        "A numbered list goes on with bullets",
        "list-mixed",
        "1. Write down what you saw.\n- Talk to your leader.",
        "1. Skriv ned, hvad du har set.\n- Tal med din leder.",
        at=1,
    ),
    said(
        "A sentence begins with a year and a point",
        "list-number",
        "2012. That year the conference was held.",
        "2012. Det år blev konferencen holdt.",
    ),
    said(
        "Points have the bullets of a word processor",
        "list-sign",
        "• the agenda\n• the worksheets",
        "• dagsordenen\n• arbejdsarkene",
    ),
    said("Points lack the space after their dash", "list-sign", "-the agenda\n-the worksheets", "-dagsordenen\n-arbejdsarkene"),
    said("A heading has no id", "heading-no-id", "## Who took part?\n\nNobody knows.", "## Hvem var med?\n\nDet ved ingen."),
    said(
        "A heading leaves out a level",
        "heading-skips",
        "### Who came? {#who-came}\n\nNobody knows.",
        "### Hvem kom? {#who-came}\n\nDet ved ingen.",
        consequences=_NO_ADDRESS,
    ),
    said(
        "A line of dashes makes a heading of a sentence",
        "heading-underlined",
        "Who took part?\n--------------\n\nNobody knows.",
        "Hvem var med?\n--------------\n\nDet ved ingen.",
        consequences={"heading-no-id": "a heading that is made by accident has no id"},
    ),
    replaced_in_both(
        "The main heading is deleted",
        "heading-missing",
        (r"^# .*\n\n", ""),
        at=-1,
        consequences={"anchor-vanished": "the heading's address is gone"},
    ),
    Fault("A section is made a second main heading", "heading-second", _second_main_heading),
    Fault("Two places on a page have the same id", "id-double", _one_id_twice),
    Fault(
        "The last heading is left without a text",
        "section-empty",
        _last_heading_without_text,
    ),
)
