"""Bytes → files: all of them, each whole, or none; and none over another unless told so.

The one module that writes to a disk.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pressconv.errors import InputError, Place, RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NOTHING: Final[Mapping[Path, str]] = MappingProxyType({})
_ELSEWHERE: Final = "choose another folder with -o"
_HINTS: Final = {
    errno.ENOSPC: "make room on the disk, or choose another folder with -o",
    errno.EDQUOT: "make room on the disk, or choose another folder with -o",
    errno.EFBIG: "raise the limit on the size of files, or choose another folder with -o",
    errno.ENAMETOOLONG: "choose a shorter name: outputs are named by the id of the release",
}


def hold_free(
    path: Path, source: str = "", taken: Mapping[Path, str] = _NOTHING, *, force: bool = False
) -> None:
    """Refuse to write over a file; *source* is the file that the output is made from.

    *taken* has what this run has written, and from what: with *force* too it is not written over.

    Raises:
        RefusedError: there is a file or folder already.
        InputError: nobody can say, as the folder may not be looked into.
    """
    if path in taken:
        hint = "give the releases different ids, or convert them into different folders"
        message = f"{path} is already made from {taken[path]}"
        raise RefusedError(message, place=Place(source), hint=hint)
    if not force and _is_there(path):
        place = Place(source) if source else None
        raise RefusedError(f"{path} exists", place=place, hint="use --force to replace it")


def hold_same(path: Path, data: bytes, source: str = "", *, force: bool = False) -> bool:
    """Say whether *path* holds *data* already; refuse to write over other bytes.

    Raises:
        RefusedError: there is something else.
        InputError: nobody can say, as it may not be looked into.
    """
    if not _is_there(path):
        return False
    try:
        if path.is_file() and path.read_bytes() == data:
            return True
    except OSError as error:
        raise _failed(path, error) from error
    if not force:
        message = f"{path} exists, and holds something else"
        place = Place(source) if source else None
        raise RefusedError(message, place=place, hint="use --force to replace it")
    return False


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _failed(path, error) from error
    return True


def save(files: Mapping[Path, bytes]) -> None:
    """Write *files*; folders that are missing are made.

    Nothing is in its place before everything is on the disk, so that what fails leaves no part
    of a release behind.

    Raises:
        InputError: a folder cannot be written, or the disk is full.
    """
    partials: dict[Path, Path] = {}
    own = os.urandom(4).hex()  # not the number of the process: containers number theirs alike
    path = next(iter(files), None)
    try:
        for number, (path, data) in enumerate(files.items()):
            _make_folder(path.parent)
            # The name of the file may be as long as a name can be.
            partial = path.with_name(f".{own}-{number}.part")
            with partial.open("xb") as file:
                partials[partial] = path
                file.write(data)
        for partial, path in partials.items():
            partial.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        for partial in partials:
            with suppress(OSError):
                partial.unlink()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        message = "it is a file, not a folder"
        raise InputError(message, place=Place(str(folder)), hint=_ELSEWHERE) from error


def _failed(path: Path | None, error: OSError) -> InputError:
    hint = _HINTS.get(error.errno or 0, _ELSEWHERE)
    message = f"cannot write it: {error.strerror}"
    return InputError(message, place=Place(str(path)), hint=hint)
