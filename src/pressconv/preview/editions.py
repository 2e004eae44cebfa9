"""A file → what is known of its edition: the last good outputs, and what came of the last try."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pressconv.batch import convert_files, read_source
from pressconv.errors import PressconvError
from pressconv.frozen import dataclass
from pressconv.house import House
from pressconv.loading import find_house, load_house
from pressconv.options import DEFAULT_CHARSET, Bidi
from pressconv.preview.inputs import Stamp, images, own_files, stamp
from pressconv.printing import error_text, note_texts
from pressconv.stages import text_options

if TYPE_CHECKING:
    from pressconv.batch import Job, Outcome
    from pressconv.convert import Format
    from pressconv.model import LangTag, Release
    from pressconv.options import TextOptions


@dataclass(frozen=True, slots=True)
class Made:
    """The outputs of an edition, and what a page about them has to know of the release.

    ``sha256`` tells the bytes of one state from those of another; ``charset`` is that of the plain
    text, ``is_visual`` whether it stands in the order of the eye.
    """

    release_id: str
    lang: LangTag
    headline: str
    files: dict[Format, bytes]
    sha256: dict[Format, str]
    proof: str
    charset: str
    is_visual: bool

    def name(self, one: Format) -> str:
        """Return the name that `convert` gives the file of a format."""
        return f"{self.release_id}.{self.lang}.{one.suffix}"


@dataclass(frozen=True, slots=True)
class Edition:
    """One file in the preview.

    ``made`` are its last good outputs, `None` before there are any. ``error`` and ``notes`` are
    what the last conversion said, ``n_conversions`` how many there were. ``inputs`` are the files
    that it was made from, as they were then. ``folder`` is where its name leads from. All of it is
    plain data, which can be sent to another process.
    """

    source: str
    error: str = ""
    notes: tuple[str, ...] = ()
    made: Made | None = None
    inputs: dict[Path, Stamp | None] = field(default_factory=dict)
    n_conversions: int = 0
    folder: Path = field(default_factory=Path.cwd)

    @property
    def path(self) -> Path:
        """Where the file is, whatever folder the process stands in."""
        return self.folder / self.source

    @property
    def is_old(self) -> bool:
        """Whether the outputs are those of an earlier state of the file, as it is broken now."""
        return bool(self.error) and self.made is not None

    @property
    def is_behind(self) -> bool:
        """Whether one of its files has changed since."""
        return not self.n_conversions or self.look() != self.inputs

    def look(self) -> dict[Path, Stamp | None]:
        """Return its files as they are now."""
        return {path: stamp(path) for path in self.inputs}

    @property
    def folders(self) -> frozenset[Path]:
        """The folders that its files are in."""
        there = {path.parent for path, seen in self.inputs.items() if seen}
        return frozenset({self.path.parent, *there})


def converted(edition: Edition, job: Job) -> Edition:
    """Convert the file of *edition* by *job*; the last good outputs stay where that fails."""
    with suppress(OSError):  # another one may have taken the place of the folder
        os.chdir(edition.folder)
    # Files are looked at before they are read, so that no change falls between the two.
    inputs = {path: stamp(path) for path in own_files(edition.path, edition.folder, job)}
    release = _readable(edition.source)
    shown = images(release, edition.path) if release else edition.inputs.keys() - inputs.keys()
    inputs |= {path: stamp(path) for path in shown}
    (outcome,) = convert_files([edition.source], job)
    made = edition.made
    if release and outcome.error is None:
        made = _made(release, outcome, job)
    return replace(
        edition,
        error=error_text(outcome),
        notes=tuple(note_texts(outcome)),
        made=made,
        inputs=inputs,
        n_conversions=edition.n_conversions + 1,
    )


def _readable(source: str) -> Release | None:
    try:
        return read_source(source).value
    except PressconvError:  # the conversion says it
        return None


def _made(release: Release, outcome: Outcome, job: Job) -> Made:
    text = _text_options(outcome.source, job)
    return Made(
        release.id,
        release.lang,
        outcome.title,
        outcome.data,
        {one: sha256(data).hexdigest() for one, data in outcome.data.items()},
        str(outcome.proof),
        text.charset or DEFAULT_CHARSET,
        text.bidi is Bidi.VISUAL,
    )


def _text_options(source: str, job: Job) -> TextOptions:
    """Return what took effect for the plain text."""
    try:
        house = load_house(job.house) if job.house else find_house(Path(source).parent)
    except PressconvError:  # it broke since the conversion; the next one says it
        house = House()
    return text_options(job.options, house)
