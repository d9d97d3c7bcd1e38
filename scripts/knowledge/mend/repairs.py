"""Every repair by its name, and what a whole file becomes when they are made."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from knowledge.content.characters import conflict_line
from knowledge.content.languages import Language
from knowledge.content.page import split_front_matter
from knowledge.mend.blanks import mended_data_blanks, mended_line_ends, mended_page_blanks
from knowledge.mend.heading_ids import with_twin_ids
from knowledge.mend.quotation_marks import mended_marks
from knowledge.mend.spaces import mended_spaces
from knowledge.mend.words import same_words
from knowledge.mend.yaml_text import mended_data_prose, mended_front_prose, mended_order, mended_tabs

# In the order in which they are made. The metadata of pictures and documents is mended elsewhere: those are no texts.
NAMES: Mapping[str, str] = {
    "line-ends": "Windows line ends and byte-order marks",
    "tabs": "tabs in front matter and data files",
    "front-matter": "the order of the front matter",
    "heading-ids": "ids of headings that the twin has",
    "spaces": "hard spaces before %, between figures and units, and stray ones",
    "quotation-marks": "“English” and ”danske” quotation marks",
    "blanks": "blanks at line ends and the last line end",
    "metadata": "names in pictures and documents",
}
METADATA = "metadata"

_FRONT_OPENING = re.compile(r"\A\ufeff?---[ \t]*\r?$", re.MULTILINE)
_DASHES = re.compile(r"(?m)^---[ \t]+$")


@dataclass(frozen=True)
class PageFile:
    """A page as it stands in its file, beside its twin's file where there is one."""

    text: str
    language: Language
    twin: str | None = None


def unmendable(text: str) -> str | None:
    """Return why a text is left alone, None when it can be mended."""
    line = conflict_line(text)
    if line is not None:
        return f"an unfinished merge stands in line {line}; choose one of the two versions first"
    if _FRONT_OPENING.match(text) and split_front_matter(mended_line_ends(text))[0] is None:
        return "the front matter has no second line of dashes; add it first"
    return None


def mended_page(file: PageFile, names: Collection[str]) -> str:
    """Return a page's whole text with the named repairs made."""
    text = mended_line_ends(file.text) if "line-ends" in names else file.text
    if text != mended_line_ends(text):
        # The other repairs count on plain line ends.
        return text
    if "heading-ids" in names and file.twin is not None:
        text = with_twin_ids(text, mended_line_ends(file.twin))
    front, body, _ = split_front_matter(text)
    opening = text[: len(text) - len(body)]
    if front:
        start = opening.index("\n") + 1
        opening = opening[:start] + mended_front(front, file.language, names) + opening[start + len(front) :]
    if "blanks" in names:
        # First, because a blank line that holds a hard space is none to what looks for paragraphs.
        opening, body = _DASHES.sub("---", opening), mended_page_blanks(body)
    for mend in _prose(names):
        mended = mend(body, file.language)
        body = mended if same_words(body, mended) else body
    return opening + body


def mended_front(text: str, language: Language, names: Collection[str]) -> str:
    """Return front matter with the named repairs made."""
    text = mended_tabs(text) if "tabs" in names else text
    text = mended_order(text) if "front-matter" in names else text
    for mend in _prose(names):
        text = mended_front_prose(text, language, mend)
    return mended_data_blanks(text) if "blanks" in names else text


def mended_data(text: str, names: Collection[str]) -> str:
    """Return a data file with the named repairs made."""
    text = mended_line_ends(text) if "line-ends" in names else text
    text = mended_tabs(text) if "tabs" in names else text
    for mend in _prose(names):
        text = mended_data_prose(text, mend)
    return mended_data_blanks(text) if "blanks" in names else text


def _prose(names: Collection[str]) -> list[Callable[[str, Language], str]]:
    mends = {"spaces": mended_spaces, "quotation-marks": mended_marks}
    return [mend for name, mend in mends.items() if name in names]
