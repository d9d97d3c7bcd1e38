"""The steps of a plan as a labelled table, whether the editor wrote a table or a list."""

from collections.abc import Sequence
from xml.etree import ElementTree as etree

from markdown.util import AtomicString

from knowledge.content.steps import COLUMNS, parts_of, plain
from knowledge.markup.place import Place


def label_steps(place: Place, box: etree.Element, text: etree.Element) -> None:
    """Make the first table or list of the text the labelled table; a list that has not the four parts stays a list."""
    for index, part in enumerate(text):
        table = part if part.tag == "table" else _table_of(place, part) if part.tag in {"ol", "ul"} else None
        if table is None:
            continue
        text.remove(part)
        _label(table)
        _name(place, box, table)
        scroller = etree.Element("div", {"class": "scroller"})
        scroller.append(table)
        text.insert(index, scroller)
        return


def _table_of(place: Place, items: etree.Element) -> etree.Element | None:
    """Return the table that a list of steps stands for; None when an item does not say all four things."""
    rows = [(item, parts_of(_holder(item).text or "")) for item in items]
    if not rows or any(len(parts) != len(COLUMNS) for _, parts in rows):
        return None
    table = etree.Element("table")
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for name in COLUMNS:
        etree.SubElement(head, "th").text = AtomicString(place.say(name))
    body = etree.SubElement(table, "tbody")
    for number, (item, parts) in enumerate(rows, 1):
        row = etree.SubElement(body, "tr")
        for part in parts:
            etree.SubElement(row, "td").text = part
        first = row[0]
        if items.tag == "ol":
            first.text = f"{number}. {first.text}"
        _holder(item).text = ""
        first.extend(child for child in item if len(child) or (child.text or "").strip())
    return table


def _holder(item: etree.Element) -> etree.Element:
    """Return what holds the words of a list item: a paragraph of its own where there are empty lines between the items."""
    if not (item.text or "").strip() and len(item) and item[0].tag == "p":
        return item[0]
    return item


def _label(table: etree.Element) -> None:
    """Name each cell after its column, as on a narrow screen the rows stand below each other."""
    table.attrib.update({"class": "stacked", "role": "table"})
    names = [plain("".join(cell.itertext())) for cell in table.findall("./thead/tr/th")]
    for group in table:
        group.set("role", "rowgroup")
        for row in group:
            row.set("role", "row")
            _label_row(row, names, group.tag == "thead")


def _label_row(row: etree.Element, names: Sequence[str], is_head: bool) -> None:
    for index, cell in enumerate(row):
        if is_head or index == 0:
            cell.tag = "th"
            cell.set("scope", "col" if is_head else "row")
        cell.set("role", "columnheader" if is_head else "cell" if index else "rowheader")
        if not is_head and index < len(names):
            cell.set("data-label", names[index])


def _name(place: Place, box: etree.Element, table: etree.Element) -> None:
    """Make the title the table's caption; a screen reader then says what the table is of."""
    caption = etree.Element("caption")
    title = box.find("./p[@class='steps__title']")
    if title is not None:
        box.remove(title)
        caption.text = title.text
    else:
        caption.text = AtomicString(place.say("steps.caption"))
    table.insert(0, caption)
