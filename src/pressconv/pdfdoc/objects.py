"""Objects of pypdf, whatever a hostile file puts where → plain values of the type wanted, or None.

Every function takes a reference or the object itself. What is missing, null or of another type is
the same to all of them: not there.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Final

from pypdf._codecs import charset_encoding
from pypdf.errors import DependencyError, DeprecationError, PyPdfError
from pypdf.generic import (
    BooleanObject,
    ByteStringObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

FAULTS: Final = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf raises on a broken file: its own errors, and those it did not foresee."""

_MAX_REFERENCES: Final = 8
_LANGUAGE_ESCAPE: Final = re.compile("\x1b[^\x1b]*\x1b")
_PDF_DOC: Final = charset_encoding["/PDFDocEncoding"]


def resolve(value: object) -> object:
    """Return the object that *value* is or refers to; None if there is none."""
    if value is None:
        return None
    for _ in range(_MAX_REFERENCES):
        if not isinstance(value, IndirectObject):
            return None if isinstance(value, NullObject) else value
        value = value.get_object()
    return None


def object_key(value: object) -> int:
    """Return the object number that *value* refers to, 0 for an object in place."""
    return value.idnum if isinstance(value, IndirectObject) else 0


def dictionary(value: object) -> Mapping[str, object]:
    """Return a dictionary whose values may be references, empty if there is none."""
    found = resolve(value)
    return found if isinstance(found, dict) else {}


def array(value: object) -> list[object]:
    """Return the items of an array, the one item that stands in its place, or nothing."""
    found = resolve(value)
    if isinstance(found, list):
        return found
    return [] if found is None else [value]


def stream_data(value: object) -> bytes:
    """Return the decoded bytes of a stream, none if there is no stream.

    Raises:
        FAULTS: the stream is broken, or larger than pypdf's limits.
    """
    found = resolve(value)
    return found.get_data() if isinstance(found, StreamObject) else b""


def integer(value: object) -> int | None:
    """Return a whole number."""
    found = resolve(value)
    return int(found) if isinstance(found, int) and not isinstance(found, bool) else None


def truth(value: object) -> bool:
    """Say whether *value* is there and true."""
    found = resolve(value)
    return isinstance(found, BooleanObject) and bool(found.value)


def number(value: object) -> float:
    """Return a number; 0 for anything else."""
    found = resolve(value)
    return float(found) if isinstance(found, (int, float)) else 0.0


def name(value: object) -> str:
    """Return a name without its slash, "" if there is none."""
    found = resolve(value)
    return str(found).removeprefix("/") if isinstance(found, NameObject) else ""


def text(value: object) -> str | None:
    """Return a text string, without the escapes that mark its language."""
    found = resolve(value)
    if isinstance(found, ByteStringObject):
        return text_string(bytes(found))
    if isinstance(found, TextStringObject):
        return _LANGUAGE_ESCAPE.sub("", str(found))
    return None


def text_string(data: bytes) -> str:
    """Decode a text string (ISO 32000-2, 7.9.2.2)."""
    if data.startswith(b"\xfe\xff"):
        decoded = data[2:].decode("utf-16-be", "replace")
    elif data.startswith(b"\xef\xbb\xbf"):
        decoded = data[3:].decode("utf-8", "replace")
    else:
        decoded = "".join(map(_PDF_DOC.__getitem__, data))
    return _LANGUAGE_ESCAPE.sub("", decoded)
