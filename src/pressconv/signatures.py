"""The first bytes of a file → what it is, where it is no text."""

from __future__ import annotations

from typing import Final

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"PK\x05\x06", "an empty archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"BZh", "a packed file (bzip2)"),
    (b"\xfd7zXZ\0", "a packed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound"),
    (b"\0\0\0\x18ftyp", "a film"),
    (b"\0\0\0\x20ftyp", "a film"),
)
_TEXTUAL: Final = (b"%PDF-", b"{\\rtf")
_LOOKED_AT: Final = 64
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


def what_it_is(data: bytes) -> str:
    """Return what *data* is by its signature ("a PDF file"), "" where it may be text."""
    name = next((name for start, name in _SIGNATURES if data.startswith(start)), "")
    if not name or data.startswith(_TEXTUAL):
        return name
    # "MZ", "BZh" and their like may be the first letters of a text, which has no controls.
    start = data[:_LOOKED_AT]
    return name if not start.isascii() or _CONTROLS & set(start) else ""
