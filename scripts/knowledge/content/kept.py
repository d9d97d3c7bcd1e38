"""What has been worked out before from the content of files, kept from one run to the next in .cache/.

An answer is used again only while all that it was made from is the same: its own files, by their content, and the whole
program with the data that belongs to it. Nothing here is needed: without the folder everything is worked out anew.
"""

import marshal
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha1
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

import pydantic

Answer = TypeVar("Answer")

KEPT = ".cache/knowledge/kept"
_PACKAGE = Path(__file__).parent.parent
_PROGRAM = (".py", ".yml", ".json", ".html")


class Kept:
    """Answers by name, each with the state of the files that it was made from.

    A name has one answer at a time, so that what is kept grows with the site and not with its history. An answer is packed as
    soon as it is kept, and unpacked when it is asked for: what nobody asks for costs nothing, and nobody can change it.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open what is kept in a file; without a file, answers last as long as this program."""
        self._path = path
        self._answers: dict[str, tuple[str, bytes]] = {} if path is None else _read(path)
        self._asked: set[str] = set()
        self._changed = False

    @classmethod
    def below(cls, root: Path) -> "Kept":
        """Open what is kept for the site below this root."""
        return cls(root / KEPT)

    def has(self, name: str, state: str) -> bool:
        """Return whether an answer is kept for a name and this state."""
        return self._answers.get(name, ("", b""))[0] == state

    def get(self, name: str, state: str, make: Callable[[], Answer]) -> Answer:
        """Return the answer that is kept for a name and this state, or make it and keep it.

        Args:
            name: What is asked.
            state: What the answer is made from, as `state_of` tells it.
            make: Makes the answer from that and from nothing else.
        """
        self._asked.add(name)
        known, packed = self._answers.get(name, ("", b""))
        if known == state:
            answer: Answer = pickle.loads(packed)  # noqa: S301 (written by this program, in a folder that git leaves out)
            return answer
        answer = make()
        self.put(name, state, answer)
        return answer

    def put(self, name: str, state: str, answer: object) -> None:
        """Keep an answer in the place of the one that was kept; one that cannot be packed is worked out each time."""
        self._asked.add(name)
        try:
            self._answers[name] = (state, _packed(answer))
        except (pickle.PicklingError, TypeError, AttributeError):
            self._answers.pop(name, None)
        self._changed = True

    def save(self, *, asked_only: bool = False) -> None:
        """Write the answers down; where that cannot be done, they are worked out again next time.

        Args:
            asked_only: Everything that is still of use has been asked for, so that the rest is forgotten.
        """
        if asked_only and self._asked != set(self._answers):
            self._answers = {name: answer for name, answer in self._answers.items() if name in self._asked}
            self._changed = True
        if self._path is None or not self._changed:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
                file.write(_program().encode())
                marshal.dump(self._answers, file)
            Path(file.name).replace(self._path)
        except OSError:
            return
        self._changed = False


class _Packer(pickle.Pickler):
    """Packs a form of records that is made from another, such as Fact[Text], by its name among those made from that one."""

    def reducer_override(self, obj: object) -> Any:
        made = getattr(obj, "__pydantic_generic_metadata__", None) if isinstance(obj, type) else None
        if not made or not made["origin"]:
            return NotImplemented
        if _made(made["origin"], obj.__name__) is not obj:  # type: ignore[attr-defined]
            raise pickle.PicklingError(f"another form is called {obj}")
        return _made, (made["origin"], obj.__name__)


def _made(origin: type, name: str) -> type:
    """Return the form of records that is made from another one."""
    forms: list[type] = origin.__subclasses__()
    return next(form for form in forms if form.__name__ == name)


def _packed(answer: object) -> bytes:
    file = BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(answer)
    return file.getvalue()


def state_of(contents: Iterable[tuple[str, bytes | None]]) -> str:
    """Return a short name for the content of some files; None stands for a file that is not there."""
    found = sha1(usedforsecurity=False)
    for file, content in contents:
        found.update(f"{file}\0{-1 if content is None else len(content)}\0".encode("utf-8", "surrogateescape"))
        found.update(content or b"")
    return found.hexdigest()


def content_of(path: Path) -> bytes | None:
    """Return a file's content; None where there is no such file."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _read(path: Path) -> dict[str, tuple[str, bytes]]:
    """Return the answers in a file; none where this program has not written them."""
    content = content_of(path) or b""
    program = _program().encode()
    if not content.startswith(program):
        return {}
    try:
        answers = marshal.loads(content[len(program) :])  # noqa: S302 (written by this program)
    except (ValueError, EOFError, TypeError):
        return {}
    return answers if isinstance(answers, dict) else {}


@cache
def _program() -> str:
    """Return a short name for this program: its own files, the packages that are installed, and the language they run on."""
    files = (Path(folder) / name for folder, _, names in os.walk(_PACKAGE) for name in names if name.endswith(_PROGRAM))
    own = ((path.relative_to(_PACKAGE).as_posix(), path.read_bytes()) for path in sorted(files))
    # Installing or removing a package changes the folder in which they all lie.
    installed = Path(pydantic.__file__).parent.parent
    return state_of([*own, (f"{sys.version} {installed} {installed.stat().st_mtime_ns}", None)])
