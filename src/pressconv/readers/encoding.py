"""Bytes of a raw document → its characters: as told, by its mark, its declaration, or guessed.

A scraped document says often nothing of its encoding, or something wrong. What it says holds where
its bytes agree. UTF-8 proves itself: other encodings hardly ever give its patterns by chance. The
rest is a guess, and a guess is a note. Labels mean what browsers take them for ("latin1" is
windows-1252). Source: WHATWG Encoding Standard, section 4.2.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

import webencodings

from pressconv.errors import Place, Problem, ReadError
from pressconv.frozen import dataclass
from pressconv.notes import note
from pressconv.patterns import pattern

if TYPE_CHECKING:
    from pressconv.notes import Note

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, and the codec that takes them off."""

_CANDIDATES: Final = (
    "utf-8 utf-16-le utf-16-be windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 "
    "windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 koi8-r koi8-u tis-620 gb18030 "
    "big5 shift_jis cp932 euc-jp iso-2022-jp euc-kr cp949"
).split()
"""What a release may be written in; among fewer a guess goes wrong less."""

# Codecs that take all their namesake does, and more that is met in files of that name.
_SUPERSETS: Final = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
NO_ENCODINGS: Final = frozenset(
    "idna punycode undefined unicode-escape raw-unicode-escape utf-7 mbcs oem".split()
)
"""Codecs of Python that are no encoding of files; some take quadratic time."""
# What text stands between. No encoding that has ASCII for its first half uses these two signs for
# anything else.
_BETWEEN: Final = pattern(rb"[<>\n]")
_MAX_GUESSED: Final = 60_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a document, and the encoding they were in."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(
    data: bytes, *, file: str, encoding: str | None = None, declared: str | None = None
) -> Decoded:
    """Read the characters of *data*, without a byte order mark.

    *encoding* is what the user says, and must hold; *declared* is what the document says itself.

    Raises:
        ReadError: *encoding* is unknown or wrong, or the bytes are no text.
    """
    if encoding:
        return Decoded(_as_told(data, encoding, file), encoding)
    marked = next((name for start, name in MARKS if data.startswith(start)), None)
    if marked:
        return _damaged(data, marked, file)
    label = usable(declared) if declared else None
    as_utf8 = _decoded(data, "utf-8")
    is_wide = data.count(0) * 20 > len(data)  # UTF-16 without a mark
    if as_utf8 is not None and not is_wide:
        return Decoded(as_utf8, "utf-8", _mistaken(label, "utf-8", declared, file, as_utf8))
    # A declaration that reads as ASCII is not in UTF-16. Source: HTML, section 13.2.3.3.
    if label and not label.startswith("utf-16") and not is_wide:
        text = _decoded(data, label)
        if text is not None:
            return Decoded(text, label)
    texts = [] if is_wide else [one for one in _BETWEEN.split(data) if not one.isascii()]
    telling = data if is_wide else b"\n".join(texts)
    return _guessed(data, telling[:_MAX_GUESSED], None if is_wide else label, file)


def usable(label: str) -> str | None:
    """Return the name of the codec that *label* means, `None` where there is none."""
    known = webencodings.lookup(label)
    try:
        codec = known.codec_info.name if known else codecs.lookup(label).name
    except (LookupError, ValueError):  # a NUL in the name is a ValueError
        return None
    if codec.replace("_", "-") in NO_ENCODINGS or codec == "x-user-defined":
        return None
    return _SUPERSETS.get(codec, codec)


def _as_told(data: bytes, encoding: str, file: str) -> str:
    codec = usable(encoding)
    if codec is None:
        raise _error(file, f"the encoding {encoding!r} is unknown", "name it as web pages do")
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"the byte 0x{data[error.start]:02X} is not {encoding}"
        raise _error(file, message, "name another encoding, or none") from error
    except LookupError as error:  # a codec from bytes to bytes, such as "hex"
        raise _error(file, f"the encoding {encoding!r} is none of text") from error


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(data: bytes, codec: str, file: str, *notes: Note) -> Decoded:
    """Decode what can be; each byte that cannot is U+FFFD."""
    text = _decoded(data, codec)
    if text is None:
        own = "\ufffd".encode(codec.removesuffix("-sig"), "ignore")  # few encodings have it
        before = data.count(own) if own else 0
        text = data.decode(codec, "replace")
        count = text.count("\ufffd") - before
        notes = (*notes, note("encoding-damaged", Place(file), count=count, encoding=codec))
    return Decoded(text, codec, notes)


def _mistaken(
    label: str | None, codec: str, declared: str | None, file: str, text: str
) -> tuple[Note, ...]:
    """Note a declaration that is not so; ASCII is in nearly every encoding."""
    if declared is None or label == codec or text.isascii():
        return ()
    return (note("encoding-wrong", Place(file), declared=declared, encoding=codec),)


def _guessed(data: bytes, telling: bytes, label: str | None, file: str) -> Decoded:
    import chardet  # noqa: PLC0415 - costs 0.1 s, and most documents need no guess

    found = chardet.detect(telling, include_encodings=_CANDIDATES)
    codec = usable(found["encoding"]) if found["encoding"] else None
    if codec is None:
        hint = "give the document itself, or name its encoding"
        raise _error(file, "the bytes are no text, or in an encoding that cannot be told", hint)
    # Bad bytes in a document that says what it is are damage: one in a thousand is no evidence.
    if label and not _is_likelier(data, codec, label):
        return _damaged(data, label, file)
    return _damaged(data, codec, file, note("encoding-guessed", Place(file), encoding=codec))


def _is_likelier(data: bytes, codec: str, label: str) -> bool:
    lost = data.decode(label, "replace").count("\ufffd")
    n_telling = sum(1 for byte in data if byte > 127)
    return _decoded(data, codec) is not None and lost * 20 > n_telling


def _error(file: str, message: str, hint: str = "") -> ReadError:
    return ReadError([Problem("encoding", message, Place(file), hint)])
