"""Faults are made one at a time in a copy of the real site, and what the checks say is compared with what they should say."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory

from knowledge.checks.catalogue import catalogue, severity, words
from knowledge.checks.rules import check
from knowledge.checks.rules.translations import touched
from knowledge.content.findings import Finding
from knowledge.content.kept import Kept
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library, load_library
from knowledge.content.page import git_blob_id
from knowledge.faults.catalogue import SUBJECTS, without_fault
from knowledge.faults.copy import Copy, OutOfDate
from knowledge.faults.fault import Expected, Fault

_STRAY = re.compile(r"\{[a-z_]*\}|\{\{|\}\}")
_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True)
class Outcome:
    """What became of one fault.

    Attributes:
        missed: Places where its check said nothing, or why the fault could not be made.
        false_alarms: What else was said, and should not have been.
        badly_said: Findings whose words are not right, in either language.
    """

    fault: Fault
    missed: tuple[str, ...] = ()
    false_alarms: tuple[str, ...] = ()
    badly_said: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        return not self.missed


@dataclass(frozen=True)
class Score:
    """What became of all faults.

    Attributes:
        control: What is said of the untouched site and must be mended; a fault cannot be judged beside it.
        without: Checks that no fault tries.
    """

    outcomes: tuple[Outcome, ...]
    control: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def found(self) -> int:
        return sum(outcome.found for outcome in self.outcomes)

    @property
    def missed(self) -> int:
        return len(self.outcomes) - self.found

    @property
    def false_alarms(self) -> int:
        return sum(len(outcome.false_alarms) for outcome in self.outcomes)

    @property
    def badly_said(self) -> int:
        return sum(len(outcome.badly_said) for outcome in self.outcomes)

    @property
    def whole(self) -> bool:
        """Whether there is nothing to mend."""
        return not (self.missed or self.false_alarms or self.badly_said or self.control or self.without)


@dataclass(frozen=True)
class EarlierVersions:
    """The pages as they stand in the untouched site, by the id that git gives their content."""

    texts: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True

    def text(self, blob_id: str) -> str | None:
        return self.texts.get(blob_id)


class Trial:
    """A copy of a site, and what is said of it while nothing is broken."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.copy = Copy.of(site, folder)
        untouched = load_library(folder)
        # Each fault changes little; what the rest of the site says is asked once.
        self._kept = Kept()
        self._control = check(untouched, kept=self._kept)
        self._versions = EarlierVersions(dict(_versions(untouched)))

    @property
    def control(self) -> tuple[str, ...]:
        """Return what must be mended in the untouched site."""
        return tuple(_told(found) for found in self._control if severity(found) == "error")

    def try_out(self, fault: Fault) -> Outcome:
        """Make a fault, look, and undo it."""
        try:
            expected = fault.change(self.copy)
            found = self._look(fault)
        except OutOfDate as trouble:
            return Outcome(fault, missed=(f"the fault no longer fits the site: {trouble}",))
        finally:
            self.copy.undo()
        return _judged(fault, expected, self._new(found))

    def _look(self, fault: Fault) -> tuple[Finding, ...]:
        library = load_library(self.copy.root)
        versions = self._versions if fault.earlier_known else EarlierVersions()
        changed = frozenset(self.copy.kept)
        return check(library, touched(library, versions, changed) if fault.as_change else (), self._kept)

    def _new(self, found: Iterable[Finding]) -> list[Finding]:
        """Return what is not said of the untouched site; lines may have moved."""
        known = Counter(map(_without_line, self._control))
        new: list[Finding] = []
        for one in found:
            if known[_without_line(one)] > 0:
                known[_without_line(one)] -= 1
            else:
                new.append(one)
        return new


def _without_line(found: Finding) -> tuple[object, ...]:
    return (found.id, found.file, *sorted(found.details.items()))


def _versions(library: Library) -> Iterator[tuple[str, str]]:
    for page in library.pages.values():
        content = (library.root / page.file).read_bytes()
        yield git_blob_id(content), content.decode("utf-8")


def _judged(fault: Fault, expected: Expected, found: Iterable[Finding]) -> Outcome:
    findings = tuple(found)
    told = {(one.file, one.line) for one in findings if one.id == fault.check}
    missed = tuple(f"{fault.check} at {file}:{line}" for file, line in sorted(expected.places - told))
    false_alarms = tuple(_told(one) for one in findings if not _is_expected(fault, expected, one))
    return Outcome(fault, missed, false_alarms, tuple(trouble for one in findings for trouble in badly_said(one)))


def _is_expected(fault: Fault, expected: Expected, found: Finding) -> bool:
    if found.id == fault.check:
        return (found.file, found.line) in expected.places
    return found.id in fault.consequences


def _told(found: Finding) -> str:
    return f"{found.id} at {found.file}:{found.line}"


def badly_said(found: Finding) -> Iterator[str]:
    """Yield what is wrong with the words of a finding: a blank that nobody fills, one that nobody asks for, a stray brace."""
    entry = catalogue()[found.id]
    texts = [text for wording in (entry.en, entry.da) for text in (wording.what, wording.why, wording.fix)]
    asked = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
    if missing := asked - set(found.details):
        yield f"{found.id}: the words ask for {sorted(missing)}, which the finding does not bring"
        return
    # Braces that an editor wrote are no blanks.
    plain = {name: value.translate(_BRACES) for name, value in found.details.items()}
    for language in LANGUAGES:
        said = words(Finding(found.file, found.line, found.id, plain), language)
        for text in (said.what, said.why, said.fix):
            if not text or _STRAY.search(text):
                yield f"{found.id}: a stray brace in “{text}”"


def chosen(check_id: str | None) -> tuple[Fault, ...]:
    """Return the faults of one check, or all of them."""
    everything = (fault for faults in SUBJECTS.values() for fault in faults)
    return tuple(fault for fault in everything if check_id in {None, fault.check})


def run(site: Path, check_id: str | None = None, note: Callable[[Outcome], object] = lambda _: None) -> Score:
    """Try the faults in a copy of the site, and return what became of them; `note` hears of each at once."""
    with TemporaryDirectory() as folder:
        trial = Trial(site, Path(folder) / "site")
        outcomes = []
        for fault in chosen(check_id):
            outcomes.append(trial.try_out(fault))
            note(outcomes[-1])
    return Score(tuple(outcomes), trial.control, () if check_id else without_fault())
