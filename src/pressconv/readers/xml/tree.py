"""Bytes → a small tree with the exact place of every element and every character.

One expat pass gives both. lxml would give no column and a start tag's last line; here nothing
has to be matched up afterwards. Document types are refused, so that no entity is ever expanded.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from pressconv.errors import Place, Problem, ReadError

MAX_BYTES: Final = 16 * 2**20
MAX_DEPTH: Final = 100
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATION: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(slots=True)
class Chars:
    """Text between two tags. ``pieces`` are (line, column, characters), none over a line end."""

    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters, as they were written."""
        return "".join(piece for _, _, piece in self.pieces)

    def place(self, offset: int, file: str) -> Place:
        """Return where the character at *offset* stood."""
        line, column = self.pieces[0][:2]
        for line, column, piece in self.pieces:  # noqa: B007 - the last place found is the answer
            if offset < len(piece):
                return Place(file, line, column + offset)
            offset -= len(piece)
        return Place(file, line, column)


@dataclass(slots=True)
class Node:
    """An element: ``name`` is "p" in our namespace and "{other}p" in another."""

    name: str
    attributes: dict[str, str]
    place: Place
    children: list[Node | Chars] = field(default_factory=list)

    def elements(self) -> list[Node]:
        """Return the child elements."""
        return [child for child in self.children if isinstance(child, Node)]


def parse(data: bytes, *, file: str, namespace: str) -> Node:
    """Parse *data*; names in *namespace* lose it.

    Raises:
        ReadError: the bytes are no well-formed XML, or too much of it.
    """
    if not data.strip():
        raise _error("empty-file", Place(file), "the file is empty")
    if len(data) > MAX_BYTES:
        raise _error(
            "too-large", Place(file), f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed"
        )
    return _Builder(file, namespace).parse(_decode(data, file))


def _decode(data: bytes, file: str) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "")
    declared = _DECLARATION.match(data)
    encoding = encoding or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _error(
            "encoding",
            place,
            f"the byte 0x{data[error.start]:02X} is not {encoding}",
            "save the file as UTF-8, or declare the encoding it has",
        ) from error
    except LookupError as error:
        raise _error(
            "encoding", Place(file, 1, 1), f"unknown encoding {encoding!r}", "save the file as UTF-8"
        ) from error


class _Builder:
    """Takes expat's events and builds the tree."""

    def __init__(self, file: str, namespace: str) -> None:
        self.file = file
        self.prefix = namespace + "}"
        self.open: list[Node] = []
        self.root: Node | None = None
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator="}")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def parse(self, text: str) -> Node:
        try:
            self.parser.Parse(text.encode("utf-8", "surrogatepass"), True)
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code)
            hint = (
                "write the character itself or its number, &#xA0; for a no-break space"
                if message == "undefined entity"
                else ""
            )
            place = Place(self.file, error.lineno, error.offset + 1)
            raise _error("malformed", place, f"not well-formed XML: {message}", hint) from error
        if self.root is None:
            raise AssertionError("expat refuses a document without an element")
        return self.root

    def place(self) -> Place:
        parser = self.parser
        return Place(self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) == MAX_DEPTH:
            raise _error("too-deep", self.place(), f"more than {MAX_DEPTH} elements deep")
        clark = {_clark(key): value for key, value in attributes.items()}
        node = Node(_clark(name.removeprefix(self.prefix)), clark, self.place())
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, name: str) -> None:
        del name
        self.open.pop()

    def characters(self, characters: str) -> None:
        children = self.open[-1].children
        if not children or not isinstance(children[-1], Chars):
            children.append(Chars())
        last = children[-1]
        if isinstance(last, Chars):
            here = self.parser
            last.pieces.append((here.CurrentLineNumber, here.CurrentColumnNumber + 1, characters))

    def doctype(self, name: str, *declaration: object) -> None:
        del declaration
        raise _error(
            "doctype",
            self.place(),
            f"a document type declaration (<!DOCTYPE {name} …>) is not allowed",
            "remove it: the vocabulary is known without it",
        )


def _clark(name: str) -> str:
    """Write expat's "uri}name" as "{uri}name"."""
    return "{" + name if "}" in name else name


def _error(code: str, place: Place, message: str, hint: str = "") -> ReadError:
    return ReadError([Problem(code, message, place, hint)])
