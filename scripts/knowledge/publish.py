"""From the library to what is published: MkDocs makes it, and is told what it must know."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.content.addresses import mailbox
from knowledge.content.blocks import examples_by_form
from knowledge.content.library import Library
from knowledge.web.build import refusal, source_date
from knowledge.web.data_files import FOLDER as DATA

# Where a copy that nobody has told its own address would say it stands (see mkdocs.yml).
UNSET_ADDRESS = "faelles-viden.example"


class BuildRefused(Exception):
    """The site could not be built; the words say why."""


@dataclass(frozen=True)
class Summary:
    """What a build has made, and what its publisher should know.

    Attributes:
        examples: How many constructed cases there are about each form of extremism.
    """

    folder: Path
    pages: int
    data_files: int
    examples: Mapping[str, int]
    notes: tuple[str, ...]


def build_site(library: Library, folder: Path) -> Summary:
    """Build everything into a folder.

    Raises:
        BuildRefused: A file cannot be published, MkDocs found something wrong, or the folder is not a built site's: MkDocs
            empties it first.
    """
    if library.unbuildable:
        raise BuildRefused(refusal(library))
    # MkDocs leaves hidden files alone, such as those of git.
    holds_files = folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir())
    if holds_files and not (folder / "sitemap.xml").is_file():
        raise BuildRefused(f"{folder} holds files that no build has made, and a build would delete them. Name an empty folder.")
    answer = subprocess.run(  # noqa: S603
        [*_mkdocs(library.root, "build"), "--strict", "--site-dir", str(folder)], env=_environment(library), check=False
    )
    if answer.returncode != 0:
        raise BuildRefused("MkDocs stopped at the warnings above. 'make check' tells more about each.")
    files = sum(path.is_file() for path in (folder / DATA).rglob("*"))
    examples = {form: len(pages) for form, pages in examples_by_form(library).items()}
    return Summary(folder, len(library.pages), files, examples, notes(os.environ))


def notes(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the publisher has left unsaid."""
    told: list[str] = []
    unset = [name for name in ("SITE_URL", "REPO_URL") if not environment.get(name)]
    if unset:
        told.append(f"{' and '.join(unset)} not set: addresses on the pages say {UNSET_ADDRESS}. Set them before publishing.")
    contact = environment.get("CONTACT", "")
    if contact and not mailbox(contact):
        told.append(f"CONTACT is no e-mail address ({contact}): the pages say that there is no mailbox.")
    return tuple(told)


def serve_site(root: Path, port: int) -> int:
    """Serve the site until it is stopped; return the exit code."""
    command = [*_mkdocs(root, "serve"), "--dev-addr", f"127.0.0.1:{port}"]
    try:
        return subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0


def _mkdocs(root: Path, command: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", command, "--config-file", str(root / "mkdocs.yml")]


def _environment(library: Library) -> dict[str, str]:
    """The build's environment: its time is the last commit's, and Material's notice of its own future is not ours to print."""
    given = {"SOURCE_DATE_EPOCH": str(source_date(library)), "NO_MKDOCS_2_WARNING": "1"}
    # A build server sets what nobody has chosen to nothing.
    return {**given, **{name: value for name, value in os.environ.items() if value}}
