"""Standard input and output, which may be closed, full, or lack the characters of a message."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from pressconv.errors import InputError
from pressconv.files import MAX_BYTES

if TYPE_CHECKING:
    from typing import TextIO

# What writing to a stream fails with. Files fail with errors of ours (`pressconv.saving`).
_FAILURES: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.ENXIO}
)


def prepare() -> None:
    """Let a message be printed whatever the terminal lacks: what it cannot show is escaped."""
    for stream in _open():
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def read_stdin() -> bytes:
    """Return all of standard input.

    Raises:
        InputError: it is closed, cannot be read, or has more than any reader takes.
    """
    stdin: TextIO | None = sys.stdin  # None where it is closed, whatever typeshed says
    if stdin is None:
        raise InputError("standard input is closed", hint="name a file in place of -")
    try:
        data = stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot read standard input: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"standard input has more than {MAX_BYTES:,} bytes")
    return data


def write_stdout(data: bytes) -> None:
    """Write *data* as it is.

    Raises:
        InputError: standard output is closed.
        OSError: it is full, or nobody reads it.
    """
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise InputError("standard output is closed", hint="name a file or a folder with -o")
    stdout.flush()
    stdout.buffer.write(data)
    stdout.buffer.flush()


def is_failure(error: Exception) -> bool:
    """Say whether *error* comes from a stream that takes no more."""
    return isinstance(error, OSError) and error.errno in _FAILURES


def flushed() -> bool:
    """Write what is left; say whether all could be written. What could not is let go."""
    is_whole = True
    for stream in _open():
        try:
            stream.flush()
        except OSError:
            is_whole = False
            # Python flushes once more at its end, and would fail there.
            with suppress(OSError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
    return is_whole


def _open() -> list[TextIO]:
    streams: tuple[TextIO | None, ...] = (sys.stdout, sys.stderr)
    return [stream for stream in streams if stream is not None]
