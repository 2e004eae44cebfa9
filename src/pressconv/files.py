"""A path → the bytes of the file there, without ever waiting: pipes and devices are no files.

The one module that reads a document from a disk.
"""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from pressconv.errors import Place, Problem, ReadError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 64 * 2**20
"""More than any reader takes; the limit of each is its own."""

_KINDS: Final = {
    stat.S_IFDIR: ("a folder", "name the files in it"),
    stat.S_IFIFO: ("a pipe", "give its content on standard input"),
    stat.S_IFCHR: ("a device", "give its content on standard input"),
    stat.S_IFBLK: ("a device", "give its content on standard input"),
    stat.S_IFSOCK: ("a socket", "give its content on standard input"),
}


def read_file(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file, or of the one that a link leads to.

    Raises:
        ReadError: there is none, it has more than *most* bytes, or it is not readable.
    """
    try:
        hold_regular(path)
        if path.stat().st_size > most:
            raise _error("too-large", path, f"the file has more than {most:,} bytes")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # a NUL in the name
        raise _error("file-missing", path, "there is no such file") from error
    except OSError as error:
        message = f"cannot read it: {error.strerror}"
        raise _error("file-unreadable", path, message, "look who may read it") from error
    if len(data) > most:  # a file of the system, which says no size
        raise _error("too-large", path, f"the file has more than {most:,} bytes")
    return data


def hold_regular(path: Path) -> None:
    """Refuse what is no file, before it is opened: opening a pipe waits for its other end.

    Raises:
        ReadError: it is a folder, a pipe, a device or a socket.
        OSError: nobody can say.
    """
    kind = stat.S_IFMT(path.stat().st_mode)
    if kind != stat.S_IFREG:
        name, hint = _KINDS.get(kind, ("something else", ""))
        raise _error("file-kind", path, f"it is {name}, not a file", hint)


def _error(code: str, path: Path, message: str, hint: str = "") -> ReadError:
    return ReadError([Problem(code, message, Place(str(path)), hint)])
