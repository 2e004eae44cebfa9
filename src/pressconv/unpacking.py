"""A PDF on the disk → the files in it, in a folder: all of them or none."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.batch import STANDARD_STREAM
from pressconv.errors import InputError, Place, PressconvError
from pressconv.extracting import extract, text_in_tag_order
from pressconv.files import read_file
from pressconv.frozen import dataclass
from pressconv.saving import hold_free, save

if TYPE_CHECKING:
    from pressconv.attached import AttachedFile

MAX_BYTES: Final = 256 * 2**20
"""Of a PDF; photographs are in it twice, as they are drawn and as they were given."""


class Wanted(StrEnum):
    """What is wanted of a PDF: its files on the disk, a list of them, or its text."""

    FILES = "files"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a PDF gave, or the error that stopped it; ``paths`` are where its files went."""

    source: str
    files: tuple[AttachedFile, ...] = ()
    paths: tuple[Path, ...] = ()
    text: tuple[str, ...] = ()
    error: PressconvError | None = None

    @property
    def exit_code(self) -> int:
        """0, or that of the error."""
        return self.error.exit_code if self.error else 0


def unpack(
    source: str, wanted: Wanted, folder: Path, *, force: bool = False, stdin: bytes = b""
) -> Unpacked:
    """Take what is *wanted* out of the PDF *source* ("-": in *stdin*); files go to *folder*."""
    try:
        is_stream = source == STANDARD_STREAM
        data = stdin if is_stream else read_file(Path(source), most=MAX_BYTES)
        if wanted is Wanted.TEXT:
            return Unpacked(source, text=text_in_tag_order(data, name=source))
        files = extract(data, name=source)
        if wanted is Wanted.LIST:
            return Unpacked(source, files)
        return Unpacked(source, files, _saved(source, files, folder, force=force))
    except PressconvError as error:
        return Unpacked(source, error=error)


def _saved(
    source: str, files: tuple[AttachedFile, ...], folder: Path, *, force: bool
) -> tuple[Path, ...]:
    if not files:
        hint = "its text is given by: pressconv extract --text"
        raise InputError("no file is attached to the PDF", place=Place(source), hint=hint)
    paths = tuple(folder / one.name for one in files)
    for path in paths:
        hold_free(path, source, force=force)
    save({path: one.data for path, one in zip(paths, files, strict=True)})
    return paths
