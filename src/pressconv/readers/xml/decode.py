"""The bytes of an XML file → its characters, by its byte order mark or its declaration.

expat knows few encodings, Python nearly all: whoever decodes first can read Shift_JIS and GB 18030.
"""

from __future__ import annotations

import codecs
from typing import Final

from pressconv.errors import Place, Problem, ReadError
from pressconv.patterns import pattern
from pressconv.readers.encoding import MARKS, NO_ENCODINGS

_STARTS: Final = (
    *MARKS,
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""What a file can begin with. Source: XML 1.0, appendix F.1."""

_DECLARATION: Final = pattern(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LINE_END: Final = pattern("\r\n?|\n")


def decode(data: bytes, file: str) -> str:
    """Return the characters of *data*, without a byte order mark.

    Raises:
        ReadError: the encoding is unknown, or is not that of the bytes.
    """
    marked = next((name for start, name in _STARTS if data.startswith(start)), "")
    declared = None if marked else _DECLARATION.match(data)
    encoding = declared[1].decode("ascii") if declared else marked or "utf-8"
    try:
        text = data.decode(_usable(encoding))
    except LookupError as error:
        message = f"the encoding {encoding!r} is unknown"
        raise _error(Place(file, 1, 1), message, "save the file as UTF-8") from error
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        message = f"the byte 0x{data[error.start]:02X} is not {encoding}"
        hint = "save the file as UTF-8, or declare the encoding it has"
        raise _error(end_of(before, file), message, hint) from error
    if declared and not text.startswith("<?xml"):
        message = f"the file declares {encoding!r}, but has another encoding"
        raise _error(Place(file, 1, 1), message, "save the file as UTF-8")
    return text


def _usable(encoding: str) -> str:
    if codecs.lookup(encoding).name.replace("_", "-") in NO_ENCODINGS:
        raise LookupError(encoding)
    return encoding


def end_of(text: str, file: str) -> Place:
    """Return the place just after *text*."""
    ends = list(_LINE_END.finditer(text))
    return Place(file, len(ends) + 1, len(text) - (ends[-1].end() if ends else 0) + 1)


def character_at(text: str, place: Place) -> str:
    """Return the character of *text* at *place*, "" behind the end of a line."""
    lines = _LINE_END.split(text)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return line[place.column - 1 : place.column]


def _error(place: Place, message: str, hint: str) -> ReadError:
    return ReadError([Problem("encoding", message, place, hint)])
