"""All faults, by subject, and the checks that have none here."""

from collections.abc import Mapping

from knowledge.content.wording import catalogue
from knowledge.faults import (
    accidents,
    addresses,
    files,
    guide,
    handbook,
    images,
    languages,
    links,
    markup,
    personal,
    programmes,
    reviews,
    safety,
    structure,
    trust,
    wording,
)
from knowledge.faults.fault import Fault

SUBJECTS: Mapping[str, tuple[Fault, ...]] = {
    "accidents": accidents.FAULTS,
    "addresses": addresses.FAULTS,
    "files": files.FAULTS,
    "guide": guide.FAULTS,
    "handbook": handbook.FAULTS,
    "images": images.FAULTS,
    "languages": languages.FAULTS,
    "links": links.FAULTS,
    "markup": markup.FAULTS,
    "personal": personal.FAULTS,
    "programmes": programmes.FAULTS,
    "reviews": reviews.FAULTS,
    "safety": safety.FAULTS,
    "structure": structure.FAULTS,
    "trust": trust.FAULTS,
    "wording": wording.FAULTS,
}

# What only a finished site shows is broken in the tests of the built site, page by page; a build for each takes too long here.
_BUILT = "told of the built pages, which tests/checks/test_built.py breaks one by one"


# Asked only of the files of a change, and of a program for spelling that a machine may not have.
_SPELLING = "needs a dictionary that is not on every machine; tests/checks/test_spelling.py gives it one"
_EXEMPT_SUBJECTS: Mapping[str, str] = {"built": _BUILT, "spelling": _SPELLING}


def exempt() -> Mapping[str, str]:
    """Return the checks that no fault is asked for, each with the reason."""
    return {name: _EXEMPT_SUBJECTS[entry.subject] for name, entry in catalogue().items() if entry.subject in _EXEMPT_SUBJECTS}


def covered() -> frozenset[str]:
    """Return the checks that a fault tries."""
    return frozenset(fault.check for faults in SUBJECTS.values() for fault in faults)


def without_fault() -> tuple[str, ...]:
    """Return the checks that no fault tries and that are not exempt."""
    return tuple(name for name in catalogue() if name not in covered() and name not in exempt())
