"""Bytes of a Word document → its parts, however hostile the archive is.

A part is named as in the archive; nothing is ever unpacked to a disk, so no name can lead anywhere.
Sizes are counted while unpacking: what an archive says of itself is not believed.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from pressconv.errors import Place, Problem, ReadError

MAX_BYTES: Final = 64 * 2**20
MAX_UNPACKED: Final = 64 * 2**20
MAX_ENTRIES: Final = 2000
MAX_RATIO: Final = 100
_FREE_OF_RATIO: Final = 2**20  # small parts of white space shrink as much, and harm nobody
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError, IndexError, OverflowError),
)
"""What the standard library raises on archives that are broken on purpose."""

_AS_DOCX: Final = "save it in Word as .docx, and import that"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: Final = (
    (b"{\\rtf", "it is RTF, not .docx", _AS_DOCX),
    (b"%PDF", "it is a PDF, not .docx", "import the Word document that the PDF was made from"),
)
# A file that only programs of this kind put into their archives.
_OTHERS: Final = (
    ("content.xml", "it is an OpenDocument file (.odt), not .docx", _AS_DOCX),
    ("Index/Document.iwa", "it is a document of Pages, not .docx", "export it as Word (.docx)"),
    ("index.zip", "it is a document of Pages, not .docx", "export it as Word (.docx)"),
    ("xl/workbook.xml", "it is an Excel workbook, not .docx", "copy the text into a document"),
    ("ppt/presentation.xml", "it is a presentation, not .docx", "copy the text into a document"),
)


class Package:
    """The parts of a document by name; ``file`` is the document's name, for messages."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._unpacked = 0
        self._hold_word(data)
        self._archive, self._entries = self._opened(data)
        for name, message, hint in _OTHERS:
            if name.lower() in self._entries:
                raise self.error("not-word", message, hint)

    def error(self, code: str, message: str, hint: str = "") -> ReadError:
        """Return the error that this document is refused with."""
        return ReadError([Problem(code, message, Place(self.file), hint)])

    def read(self, name: str) -> bytes | None:
        """Unpack a part, `None` where there is none; the case of letters does not matter.

        Raises:
            ReadError: it is encrypted, damaged, or more than a document can be.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise self._encrypted()
        if entry.compress_type not in _METHODS:
            raise self._damaged(name)
        left = MAX_UNPACKED - self._unpacked
        try:
            with self._archive.open(entry) as part:
                data = part.read(left + 1)
        except _BROKEN as error:
            raise self._damaged(name) from error
        self._unpacked += len(data)
        packed = max(entry.compress_size, 1)
        if len(data) > left or (len(data) > _FREE_OF_RATIO and len(data) > packed * MAX_RATIO):
            message = (
                f"{name} unpacks to more than a document can be: "
                f"{MAX_UNPACKED:,} bytes in all, {MAX_RATIO} times its size in the file"
            )
            raise self.error("too-large", message, "save the document anew, with smaller pictures")
        return data

    def _hold_word(self, data: bytes) -> None:
        """Refuse what is no archive, naming what it is."""
        if len(data) > MAX_BYTES:
            message = f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed"
            raise self.error("too-large", message, "save the document anew, with smaller pictures")
        if data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise self._encrypted()
            raise self.error("not-word", "it is an old Word document (.doc), not .docx", _AS_DOCX)
        for start, message, hint in _STARTS:
            if data.startswith(start):
                raise self.error("not-word", message, hint)
        if not data.startswith(b"PK"):
            raise self.error("not-word", "it is no Word document", _AS_DOCX)

    def _opened(self, data: bytes) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            message = "the file is damaged: its archive cannot be opened"
            raise self.error("damaged", message, _AGAIN) from error
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            message = f"the archive has {len(entries):,} entries; {MAX_ENTRIES:,} are allowed"
            raise self.error("too-large", message, "save the document anew in Word")
        return archive, {one.filename.lower(): one for one in entries}

    def _encrypted(self) -> ReadError:
        hint = "open it with its password, take the password off, and save it"
        return self.error("encrypted", "the document is protected by a password", hint)

    def _damaged(self, name: str) -> ReadError:
        return self.error("damaged", f"the file is damaged: {name} cannot be unpacked", _AGAIN)


_AGAIN: Final = "get the file again, or let Word repair and save it"
