"""Characters of XML → a small tree with the exact place of every element and every character.

One expat pass gives both. lxml would give no column and a start tag's last line; here nothing
has to be matched up afterwards. Document types are refused, so that no entity is ever expanded.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from pressconv.errors import Place, Problem, ReadError
from pressconv.patterns import pattern
from pressconv.readers.xml.decode import character_at, decode, end_of
from pressconv.readers.xml.other_formats import hold_no_other, hold_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES: Final = 16 * 2**20
MAX_CHARACTERS: Final = 4 * 2**20
MAX_ELEMENTS: Final = 100_000
MAX_DEPTH: Final = 100
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

_ISOLATE: Final = pattern("[\u2066-\u2068]")
_PARTED: Final = "make several releases of it"
_HINTS: Final = {
    "undefined entity": "write the character itself or its number, &#xA0; for a no-break space",
    "not well-formed (invalid token)": "write '&' and '<' in text as &amp; and &lt;",
    "junk after document element": "a file holds one release",
    "reference to invalid character number": "write a character that XML can hold",
    "no element found": "the file ends too early",
}


@dataclass(slots=True, eq=False)
class Chars:
    """Text between two tags. ``pieces`` are (line, column, characters), none over a line end."""

    pieces: list[tuple[int, int, str]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        """The characters, as they were written."""
        if len(self.pieces) == 1:
            return self.pieces[0][2]
        return "".join([piece for _, _, piece in self.pieces])

    def place(self, offset: int, file: str) -> Place:
        """Return where the character at *offset* stood."""
        if not self._starts:
            lengths = [len(piece) for _, _, piece in self.pieces]
            self._starts = list(accumulate(lengths, initial=0))
        number = bisect_right(self._starts, offset) - 1
        line, column, _ = self.pieces[number]
        return Place(file, line, column + offset - self._starts[number])


@dataclass(slots=True, eq=False)
class Node:
    """An element: ``name`` is "p" in our namespace, "{other}p" in another, "{}p" in none.

    ``depth`` counts the root as 1.
    """

    name: str
    attributes: dict[str, str]
    place: Place
    depth: int
    children: list[Node | Chars] = field(default_factory=list)

    def elements(self) -> list[Node]:
        """Return the child elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def with_children(self, children: Sequence[Node | Chars]) -> Node:
        """Return the element with other children."""
        return Node(self.name, self.attributes, self.place, self.depth, list(children))


def parse(data: bytes, *, file: str, namespace: str) -> Node:
    """Parse *data*; names in *namespace* lose it.

    Raises:
        ReadError: the bytes are no well-formed XML, or too much of it.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed"
        raise _error("too-large", Place(file), message, _PARTED)
    hold_no_other(data, file)
    text = decode(data, file)
    if not text.strip():
        hint = "begin a release with: pressconv new"
        raise _error("empty-file", Place(file), "the file is empty", hint)
    if len(text) > MAX_CHARACTERS:
        message = f"the file has {len(text):,} characters; {MAX_CHARACTERS:,} are allowed"
        raise _error("too-large", end_of(text[:MAX_CHARACTERS], file), message, _PARTED)
    hold_xml(text, file)
    isolate = next(islice(_ISOLATE.finditer(text), MAX_ELEMENTS, None), None)
    if isolate:
        message = f"more than {MAX_ELEMENTS:,} isolates, each of which is a part"
        raise _error("too-large", end_of(text[: isolate.start()], file), message, _PARTED)
    return _Builder(file, namespace).parse(text)


class _Builder:
    """Takes expat's events and builds the tree."""

    def __init__(self, file: str, namespace: str) -> None:
        self.file = file
        self.prefix = namespace + "}"
        self.data = b""
        self.open: list[Node] = []
        self.root: Node | None = None
        self.n_elements = 0
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator="}")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def parse(self, text: str) -> Node:
        self.data = text.encode("utf-8", "surrogatepass")
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise self.malformed(error, text) from error
        if self.root is None:
            raise AssertionError("expat refuses a document without an element")
        return self.root

    def malformed(self, error: expat.ExpatError, text: str) -> ReadError:
        place = Place(self.file, error.lineno, error.offset + 1)
        found = character_at(text, place)
        if found and (unicodedata.category(found) == "Cc" or found in "\ufffe\uffff"):
            message = f"the control character U+{ord(found):04X}"
            return _error("control-character", place, message, "remove it")
        reason = expat.ErrorString(error.code) or "unknown reason"
        hint = _HINTS.get(reason, "")
        if reason == "mismatched tag":  # expat is behind the "</"
            place = Place(self.file, place.line, place.column - 2)
        if self.open and reason in {"mismatched tag", "no element found", "unclosed token"}:
            last = self.open[-1]
            hint = f"<{last.name}> of line {last.place.line} is still open"
        return _error("malformed", place, f"the XML is not well formed: {reason}", hint)

    def place(self) -> Place:
        parser = self.parser
        return Place(self.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.n_elements += 1
        if self.n_elements > MAX_ELEMENTS:
            message = f"more than {MAX_ELEMENTS:,} elements"
            raise _error("too-large", self.place(), message, _PARTED)
        depth = len(self.open) + 1
        if depth > MAX_DEPTH:
            message = f"more than {MAX_DEPTH} elements deep"
            raise _error("too-deep", self.place(), message, "take some of them away")
        if name.startswith(self.prefix):
            name = name.removeprefix(self.prefix)
        else:
            name = "{" + name if "}" in name else "{}" + name
        clark = {"{" + key if "}" in key else key: value for key, value in attributes.items()}
        node = Node(name, clark, self.place(), depth)
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
        last = children[-1] if children else None
        if not isinstance(last, Chars):
            last = Chars()
            children.append(last)
        here = self.parser
        last.pieces.append((here.CurrentLineNumber, here.CurrentColumnNumber + 1, characters))

    def doctype(self, name: str, *declaration: object) -> None:
        del declaration
        # expat is at the declaration's "[" or end by now.
        start = self.data.rfind(b"<!DOCTYPE", 0, self.parser.CurrentByteIndex + 1)
        place = end_of(self.data[:start].decode("utf-8", "replace"), self.file)
        message = f"a document type declaration (<!DOCTYPE {name} …>) is not allowed"
        raise _error("doctype", place, message, "remove it: the vocabulary is known")


def _error(code: str, place: Place, message: str, hint: str = "") -> ReadError:
    return ReadError([Problem(code, message, place, hint)])
