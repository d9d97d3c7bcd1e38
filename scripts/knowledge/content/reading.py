"""Files into text and text into typed values, every failure told as a finding.

The functions here return what could be read together with what was wrong; they raise nothing that an editor can cause.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge.content.characters import conflict_line, odd_characters
from knowledge.content.findings import Finding, finding
from knowledge.content.kept import Kept
from knowledge.content.languages import Language
from knowledge.content.markdown import Document, read_markdown
from knowledge.content.page import FrontMatter, Page, git_blob_id, split_front_matter
from knowledge.content.positions import Positioned, YamlError, read_yaml
from knowledge.content.yaml_causes import curly_quotes, yaml_cause

Model = TypeVar("Model", bound=BaseModel)
Answer = TypeVar("Answer")

# A page is read in minutes; a text larger than this is a pasted file, and reading it whole would slow every check.
LARGEST_PAGE = 300_000


# Signs that have a finding of their own and that YAML stumbles over.
_BREAKS_YAML = frozenset({"invisible-character", "turning-character", "hard-space-mark"})


@dataclass
class Reading:
    """What reading has found wrong so far.

    Attributes:
        unread: Files of which nothing could be read.
        left_out: Records that could not be read, by data file and id.
        kept: What other runs have read.
    """

    findings: list[Finding] = field(default_factory=list)
    record_lines: dict[tuple[str, str], int] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    left_out: set[tuple[str, str]] = field(default_factory=set)
    kept: Kept | None = field(default=None, repr=False)

    def note(self, *found: Finding) -> None:
        self.findings.extend(found)

    def refuse(self, found: Finding) -> None:
        """Note what makes a file unreadable as a whole."""
        self.note(found)
        self.unread.add(found.file)

    def text(self, file: str, content: bytes) -> str | None:
        """Return the file's text without a byte-order mark and with plain line ends.

        None when it is not UTF-8, or when an unfinished merge has left two versions of it in one.
        """
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.refuse(finding("file-not-utf8", file, line, byte=f"0x{content[error.start]:02x}"))
            return None
        if text.startswith("\ufeff"):
            self.note(finding("file-bom", file))
            text = text[1:]
        if "\r" in text:
            line = text.count("\n", 0, text.index("\r")) + 1
            self.note(finding("file-line-ends", file, line))
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        conflict = conflict_line(text)
        if conflict is not None:
            self.refuse(finding("merge-conflict", file, conflict))
            return None
        self.note(*odd_characters(file, text))
        return text

    def take(self, other: "Reading") -> None:
        """Note everything that another reading has found wrong."""
        self.findings += other.findings
        self.record_lines |= other.record_lines
        self.unread |= other.unread
        self.left_out |= other.left_out

    def page(self, language: Language, key: str, file: str, content: bytes) -> Page | None:
        """Return the page, with `front` None when its front matter cannot be used; None when nothing of it can be read."""
        page, reading = self._again(file, content, lambda: _page_of(language, key, file, content))
        self.take(reading)
        return page

    def _again(self, file: str, content: bytes, read: Callable[[], Answer]) -> Answer:
        return read() if self.kept is None else self.kept.get(f"read {file}", git_blob_id(content), read)

    def read_page(self, language: Language, key: str, file: str, content: bytes) -> Page | None:
        """Read a page that has not been read before."""
        if len(content) > LARGEST_PAGE:
            self.refuse(finding("page-too-large", file, size=f"{len(content):,}", limit=f"{LARGEST_PAGE:,}"))
            return None
        text = self.text(file, content)
        if text is None:
            return None
        front_text, body, first_line = split_front_matter(text)
        if front_text is None and text.startswith("---\n"):
            self.refuse(finding("front-matter-open", file))
            return None
        front, lines = self._front_matter(file, front_text)
        document = read_markdown(body, first_line)
        self.note(
            *(
                finding(trouble.kind, file, trouble.line, words=trouble.words)
                for trouble in document.troubles
                if trouble.endless
            )
        )
        if not body.strip():
            self.note(finding("page-empty", file, first_line))
            document = Document()
        return Page(language, key, file, front, lines, body, first_line, document, git_blob_id(content))

    def _front_matter(self, file: str, text: str | None) -> tuple[FrontMatter | None, dict[str, int]]:
        if text is None:
            self.note(finding("front-matter-missing", file))
            return None, {}
        curly = curly_quotes(text, first_line=2)
        if curly is not None:
            self.note(finding("yaml-quotes", file, curly[0], words=curly[1]))
            return None, {}
        positioned = self.yaml(file, text, first_line=2, check="front-matter-yaml")
        if positioned is None:
            return None, {}
        lines = {str(location[0]): line for location, line in positioned.lines.items() if len(location) == 1}
        return self.model(FrontMatter, positioned.value, positioned, file), lines

    def yaml(self, file: str, text: str, *, first_line: int = 1, check: str = "data-yaml") -> Positioned | None:
        """Return the YAML of a text; None when it is none."""
        try:
            return read_yaml(text, first_line)
        except YamlError as error:
            self.no_yaml(file, text, error, first_line=first_line, check=check)
            return None

    def no_yaml(self, file: str, text: str, error: YamlError, *, first_line: int = 1, check: str = "data-yaml") -> None:
        """Note why a text is no YAML, in an editor's terms where they are known, and once where its signs have been told."""
        if any((noted.file, noted.line) == (file, error.line) and noted.id in _BREAKS_YAML for noted in self.findings):
            return
        cause = yaml_cause(file, text, first_line, error.line, error.problem)
        self.note(cause or finding(check, file, error.line, problem=error.problem))

    def model(
        self, model: type[Model], value: Any, positioned: Positioned, file: str, at: tuple[str | int, ...] = ()
    ) -> Model | None:
        """Return a value as its model, or None with a finding for each field that is wrong."""
        try:
            return TypeAdapter(model).validate_python(value)
        except ValidationError as error:
            self.note(*explain(error, positioned, file, at))
            return None

    def record(self, model: type[Model], file: str, content: bytes) -> tuple[Model | None, Positioned | None]:
        """Return the one record of a data file with the lines of its parts; None where it cannot be used."""
        record, positioned, reading = self._again(file, content, lambda: _record_of(model, file, content))
        self.take(reading)
        return (record if isinstance(record, model) else None), positioned

    def read_record(self, model: type[Model], file: str, content: bytes) -> tuple[Model | None, Positioned | None]:
        """Read a data file of one record that has not been read before."""
        text = self.text(file, content)
        positioned = None if text is None else self.yaml(file, text)
        if positioned is None:
            self.unread.add(file)
            return None, None
        if not isinstance(positioned.value, dict):
            self.refuse(finding("data-not-a-record", file))
            return None, None
        return self.model(model, positioned.value, positioned, file), positioned

    def records(self, model: type[Model], file: str, content: bytes) -> dict[str, Model]:
        """Return the records of a data file that is a list, by id; a wrong record is left out and told."""
        records, reading = self._again(file, content, lambda: _records_of(model, file, content))
        self.take(reading)
        return {name: record for name, record in records.items() if isinstance(record, model)}

    def read_records(self, model: type[Model], file: str, content: bytes) -> dict[str, Model]:
        """Read a data file that has not been read before."""
        text = self.text(file, content)
        positioned = None if text is None else self.yaml(file, text)
        if positioned is None:
            self.unread.add(file)
            return {}
        if not isinstance(positioned.value, list):
            self.refuse(finding("data-not-a-list", file))
            return {}
        records: dict[str, Model] = {}
        for index, value in enumerate(positioned.value):
            record = self.model(model, value, positioned, file, (index,))
            name = getattr(record, "id", None)
            if record is None or name is None:
                self.left_out.add((file, _record_name(positioned.value, (index,), file)))
                continue
            if name in records:
                self.note(finding("data-double-id", file, positioned.line_of((index,)), name=name))
                continue
            records[name] = record
            self.record_lines[file, name] = positioned.line_of((index,))
        return records


# What a file says depends on nothing but its name and its content, so the same content is read once: a program that reads the
# site again and again, such as the preview, reads only what has changed.


@lru_cache(maxsize=2048)
def _page_of(language: Language, key: str, file: str, content: bytes) -> tuple[Page | None, Reading]:
    reading = Reading()
    return reading.read_page(language, key, file, content), reading


@lru_cache(maxsize=256)
def _records_of(model: type[BaseModel], file: str, content: bytes) -> tuple[Mapping[str, BaseModel], Reading]:
    reading = Reading()
    return reading.read_records(model, file, content), reading


@lru_cache(maxsize=1024)
def _record_of(model: type[BaseModel], file: str, content: bytes) -> tuple[BaseModel | None, Positioned | None, Reading]:
    reading = Reading()
    return *reading.read_record(model, file, content), reading


_SHAPES: Mapping[str, tuple[str, str]] = {
    "missing": ("a value", "en værdi"),
    "int": ("a whole number without dots or commas", "et helt tal uden punktum eller komma"),
    "date": ("a date such as 2026-11-22", "en dato som 2026-11-22"),
    "string_type": ('a text in "quotation marks"', 'en tekst i "anførselstegn"'),
    "string_too_short": ("a longer text", "en længere tekst"),
    "string_too_long": ("a shorter text", "en kortere tekst"),
    "tuple": ("a list in square brackets", "en liste i firkantede parenteser"),
    "list": ("a list in square brackets", "en liste i firkantede parenteser"),
    "model": ("indented keys", "indrykkede nøgler"),
    "too_short": ("at least one entry", "mindst ét punkt"),
    "greater": ("a larger number", "et større tal"),
    "less": ("a smaller number", "et mindre tal"),
}


def explain(error: ValidationError, positioned: Positioned, file: str, at: Sequence[str | int] = ()) -> list[Finding]:
    """Return a finding for each thing that a model refused, in words that need no knowledge of the model."""
    problems: list[dict[str, Any]] = [dict(problem) for problem in error.errors()]
    # A list whose only entry is wrong is said to be too short as well.
    around = {problem["loc"][:length] for problem in problems for length in range(len(problem["loc"]))}
    told = [problem for problem in problems if problem["type"] != "too_short" or problem["loc"] not in around]
    return [_explain_one(problem, positioned, file, tuple(at)) for problem in told]


def _explain_one(problem: Mapping[str, Any], positioned: Positioned, file: str, at: tuple[str | int, ...]) -> Finding:
    kind, value, place = str(problem["type"]), problem.get("input"), tuple(problem["loc"])
    if kind == "rule" and problem["ctx"]["field"]:
        place = (*place, problem["ctx"]["field"])
        value = value.get(place[-1]) if isinstance(value, Mapping) else value
    line = positioned.line_of((*at, *place))
    name = ".".join(str(part) for part in place if not isinstance(part, int)) or "–"
    record = _record_name(positioned.value, at, file)
    if (record, name) == ("front matter", "kind") and (kind == "missing" or not value):
        return finding("kind-missing", file, line)
    if kind == "missing":
        return finding("field-missing", file, line, field=name, record=record)
    if kind == "extra_forbidden":
        return finding("field-unknown", file, line, field=name, record=record)
    if isinstance(value, bool) and kind == "string_type":
        return finding("yaml-yes-no", file, line, field=name, record=record, got="false" if value is False else "true")
    english, danish = _expected(kind, problem)
    got = _shown(value)
    return finding("field-wrong", file, line, field=name, record=record, got=got, expected_en=english, expected_da=danish)


def _record_name(value: Any, at: tuple[str | int, ...], file: str) -> str:
    if at and isinstance(value, list) and isinstance(at[0], int):
        record = value[at[0]]
        if isinstance(record, dict) and "id" in record:
            return str(record["id"])
        return f"#{at[0] + 1}"
    if isinstance(value, dict) and "id" in value:
        return str(value["id"])
    # A page's front matter has no id, and neither has a data file of which there is only one.
    return "front matter" if file.endswith(".md") else file.rpartition("/")[2]


def _expected(kind: str, problem: Mapping[str, Any]) -> tuple[str, str]:
    context = problem.get("ctx") or {}
    if kind == "literal_error":
        allowed = str(context.get("expected", "")).replace(" or ", ", ")
        return f"one of {allowed}", f"en af {allowed}"
    if kind == "string_pattern_mismatch":
        pattern = context.get("pattern", "")
        return f"a text of the form {pattern}", f"en tekst på formen {pattern}"
    if kind == "rule":
        return str(context["en"]), str(context["da"])
    for prefix, shape in _SHAPES.items():
        if kind.startswith(prefix):
            return shape
    return str(problem["msg"]), str(problem["msg"])


def _shown(value: Any) -> str:
    words = str(value)
    return words if len(words) <= 60 else words[:57] + "…"
