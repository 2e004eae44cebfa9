"""Files given as Word documents that are refused, by what docs/errors.md calls them."""

from __future__ import annotations

import struct
from random import Random
from typing import TYPE_CHECKING, Final

from word import Parts, docx, members, p, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODT: Final = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<office:document-content/>",
}


def _document(text: bytes) -> bytes:
    return docx(p("a"), parts=Parts(more={"word/document.xml": text}))


def _text(inner: str) -> bytes:
    return members((inner,), Parts())["word/document.xml"]


def _with_flag() -> bytes:
    """Say of the first entry that it is encrypted: in its own head, and in the directory."""
    data = bytearray(docx(p("a")))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, 6, 1)
    struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


def _spoilt() -> bytes:
    """Change bytes in the middle of the first part, the text."""
    data = bytearray(docx(p("a" * 40)))
    start = 30 + len("word/document.xml")
    data[start + 20 : start + 60] = bytes(40)
    return bytes(data)


def _entities(declared: str) -> bytes:
    text = f'<!DOCTYPE w [{declared}]><w:document xmlns:w="x">&a;</w:document>'
    return _document(text.encode())


def _stored(text: bytes) -> bytes:
    """Put what does not shrink into a comment behind *text*: it is no bomb then."""
    noise = Random(1).randbytes(len(text) // 60).hex().encode()
    return text + b"<!--" + noise + b"-->"


REFUSED: Final[dict[str, Callable[[], bytes]]] = {
    "an old `.doc`": lambda: OLE + "WordDocument".encode("utf-16-le"),
    "an `.odt`": lambda: zipped(ODT),
    "a `.pages`": lambda: zipped({"Index/Document.iwa": b"x"}),
    "an `.xlsx`": lambda: zipped({"xl/workbook.xml": b"<workbook/>"}),
    "a `.pptx`": lambda: zipped({"ppt/presentation.xml": b"<p/>"}),
    "RTF": lambda: b"{\\rtf1\\ansi Hello}",
    "a PDF": lambda: b"%PDF-1.7\n",
    "any other file": lambda: b"Some words.",
    "an archive without a text": lambda: zipped({"a.txt": b"Some words."}),
    "a document with a password": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "a part with a password": _with_flag,
    "an archive that is cut short": lambda: docx(p("a"))[:200],
    "a part with wrong bytes": _spoilt,
    "a zip bomb": lambda: _document(b" " * (8 * 2**20)),
    "thousands of entries": lambda: zipped({f"{n}.txt": b"" for n in range(2001)}),
    "a million elements": lambda: _document(_stored(b"<w/>" * 10**6)),
    "very many paragraphs": lambda: _document(_stored(_text(p("a") * 7000))),
    "elements nested very deep": lambda: _document(b"<w>" * 300),
    "an entity bomb": lambda: _entities('<!ENTITY b "x"><!ENTITY a "&b;&b;&b;">'),
    "an external entity": lambda: _entities('<!ENTITY a SYSTEM "file:///etc/hostname">'),
    "a text that is no XML": lambda: _document(b"<w:p <w:"),
}
"""What the page calls a file → the file."""
