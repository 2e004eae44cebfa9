"""What every part of the reader shares: taking attributes and children, gathering problems.

Nothing here stops at the first problem. Whoever asks for something that is missing or wrong gets
a stand-in, and the problem is kept: as long as there is one, no release leaves the reader.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, TypedDict, TypeVar

from pressconv.errors import suggestion
from pressconv.languages.tags import is_known
from pressconv.model import Direction
from pressconv.notes import note
from pressconv.readers.xml import values
from pressconv.readers.xml.characters import attribute_text
from pressconv.readers.xml.children import Children
from pressconv.readers.xml.problems import Hint, Problems, shown
from pressconv.readers.xml.tree import XML, Chars, Node
from pressconv.readers.xml.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from pressconv.errors import Place
    from pressconv.model import LangTag
    from pressconv.notes import Note

T = TypeVar("T")

_MAX_NOTES: Final = 1000
"""Notes of one code that are kept."""


class Marks(TypedDict):
    """The common attributes, as keywords for the nodes of the model."""

    id: str | None
    lang: LangTag | None
    dir: Direction | None
    place: Place | None


class Reading(Problems):
    """What one reading of a file gathers, and where in the file it is."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.notes: list[Note] = []
        self._n_notes: Counter[str] = Counter()
        self.ids: dict[str, Place] = {}
        self.unread_ids: set[str] = set()
        """Ids of parts that were refused: whoever refers to them makes no mistake."""
        self._unread: set[tuple[Node, str]] = set()
        self.references: list[tuple[str, Place]] = []
        self.in_head = False
        self.link = ""
        """The name of the link, reference or footnote that we are in."""
        self.n_isolates = 0
        """Parts that isolates around us will become; they count as depth."""
        self._lines_to_write: set[int] = set()

    def note(self, code: str, place: Place | None, **filling: object) -> None:
        """Keep a note; where there are very many with one code, the first ones are enough."""
        self._n_notes[code] += 1
        if self._n_notes[code] < _MAX_NOTES:
            self.notes.append(note(code, place, **filling))
        elif self._n_notes[code] == _MAX_NOTES:
            self.notes.append(note("notes-many", place, what=code))

    def is_full(self, code: str) -> bool:
        """Say whether notes with *code* are no longer kept."""
        return self._n_notes[code] >= _MAX_NOTES

    def left_to_write(self, text: str, place: Place) -> None:
        """Note that a placeholder is left; one a line, where a paragraph may have many."""
        if place.line not in self._lines_to_write:
            self._lines_to_write.add(place.line)
            self.note("gap-text", place, text=shown(text))

    @contextmanager
    def within(self, link: str) -> Iterator[None]:
        """Say that what is read meanwhile stands in a *link*."""
        outer, self.link = self.link, link
        yield
        self.link = outer

    def attributes(self, node: Node) -> Attributes:
        """Take the attributes of *node*; at the end of the ``with`` what is left is refused."""
        return Attributes(self, node)

    def unread(self, node: Node, name: str) -> None:
        """Keep that the attribute *name* is missing or wrong, and something stands in for it."""
        self._unread.add((node, name))

    def is_read(self, node: Node, name: str) -> bool:
        """Say whether the attribute *name*, where it was asked for, is what the file says."""
        return (node, name) not in self._unread

    def known(self, tag: LangTag, place: Place) -> LangTag:
        """Return *tag*, with a note where CLDR does not know its language."""
        if not is_known(tag):
            self.note("language-unknown", place, tag=tag)
        return tag

    def elements(self, node: Node) -> list[Node]:
        """Return the child elements; text between them is refused."""
        for child in node.children:
            if isinstance(child, Chars) and (text := child.text.strip(values.SPACES)):
                self.refuse(
                    "misplaced-text",
                    child.place(child.text.index(text), self.file),
                    f"the text {shown(text)} in {node.name}, where only elements may stand",
                    "put it into an element, or remove it",
                )
        return node.elements()

    def children(self, node: Node, model: str) -> Children:
        """Return the child elements by name, held against *model*.

        *model* lists the names in order, each once, or with "?", "*" or "+" for its number;
        "a|b|c*" stands for any of several.
        """
        return Children(self, node, self.elements(node), model)

    def unknown(self, child: Node, parent: Node, expected: Iterable[str]) -> None:
        """Refuse an element that has no place in its parent."""
        known = tuple(expected)
        hint: Hint = partial(suggestion, child.name, known)
        if child.name in VOCABULARY:
            message = f"{child.name} cannot stand in {parent.name}"
            hint = f"expected one of: {', '.join(known)}" if known else ""
        elif child.name.startswith("{}"):
            message = f"the element {shown(child.name[2:])} in {parent.name} has no namespace"
        else:
            message = f"unknown element {shown(child.name)} in {parent.name}"
        self.refuse("unknown-element", child.place, message, hint)
        self.unread_ids |= _ids_within(child)

    def missing(self, node: Node, what: str) -> None:
        """Refuse an element for what it lacks."""
        self.refuse("missing-element", node.place, f"{node.name} has no {what}")

    def repeated(self, node: Node, parent: Node) -> None:
        """Refuse an element that stands twice."""
        message = f"a second {node.name} in {parent.name}; one is allowed"
        self.refuse("repeated-element", node.place, message)


class Attributes:
    """The attributes of one element, taken one by one."""

    def __init__(self, reading: Reading, node: Node) -> None:
        self._reading, self._node = reading, node
        self._left = node.attributes.copy()
        self._asked: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for name in self._left:
            self._reading.refuse(
                "unknown-attribute",
                self._node.place,
                f"unknown attribute {shown(_readable(name))} on {self._node.name}",
                partial(_attribute_meant, _readable(name), tuple(map(_readable, self._asked))),
            )

    def optional(self, name: str, read: Callable[[str], T]) -> T | None:
        """Return the value of attribute *name*, or `None` where it is missing or wrong."""
        self._asked.append(name)
        text = self._left.pop(name, None)
        if text is None:
            return None
        try:
            return read(text)
        except ValueError as error:
            code = error.code if isinstance(error, values.RefusedValueError) else "bad-value"
            what = f"{_readable(name)}={shown(text)} on {self._node.name}"
            self._reading.refuse(code, self._node.place, f"{what}: {error}")
            self._reading.unread(self._node, name)
            return None

    def required(self, name: str, read: Callable[[str], T], stand_in: T) -> T:
        """Return the value of attribute *name*, or *stand_in* where it is missing or wrong."""
        if name not in self._left:
            message = f"{self._node.name} has no attribute {_readable(name)!r}"
            self._reading.refuse("missing-attribute", self._node.place, message)
            self._reading.unread(self._node, name)
        value = self.optional(name, read)
        return stand_in if value is None else value

    def text(self, name: str) -> str | None:
        """Return the attribute *name* that holds any text; a blank one is none."""
        place = self._node.place
        return self.optional(name, lambda text: attribute_text(self._reading, text, place)) or None

    def tag(self, name: str) -> LangTag | None:
        """Return the language tag in attribute *name*."""
        tag = self.optional(name, values.language_tag)
        return tag and self._reading.known(tag, self._node.place)

    def lang(self) -> LangTag | None:
        """Return xml:lang."""
        return self.tag(f"{XML}lang")

    def direction(self) -> Direction | None:
        """Return the direction."""
        return self.optional("dir", values.choice(Direction))

    def marks(self) -> Marks:
        """Return the common attributes, the id noted as taken."""
        return Marks(
            id=self.identity(), lang=self.lang(), dir=self.direction(), place=self._node.place
        )

    def place(self, *, id: str | None = None, lang: LangTag | None = None) -> Marks:
        """Return the marks of an element that takes no other."""
        return Marks(id=id, lang=lang, dir=None, place=self._node.place)

    def identity(self) -> str | None:
        """Return the xml:id, noted as taken."""
        identity = self.optional(f"{XML}id", values.name)
        if identity is None:
            self._reading.unread_ids |= _own_id(self._node)
            return None
        first = self._reading.ids.setdefault(identity, self._node.place)
        if first is not self._node.place:
            message = f"the xml:id {shown(identity)} is taken: line {first.line} has it"
            self._reading.refuse("duplicate-id", self._node.place, message, "choose another")
        return identity


def _own_id(node: Node) -> set[str]:
    written = node.attributes.get(f"{XML}id")
    return set() if written is None else {written.strip(values.SPACES)}


def _ids_within(node: Node) -> set[str]:
    """Return the ids of *node* and all that it holds; without recursion, as depth is hostile."""
    found, waiting = set(), [node]
    while waiting:
        one = waiting.pop()
        found |= _own_id(one)
        waiting += one.elements()
    return found


def _attribute_meant(name: str, known: tuple[str, ...]) -> str:
    """Return a hint, where "lang" and "lng" are near "xml:lang"."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    local = {one.removeprefix("xml:"): one for one in known}
    near = difflib.get_close_matches(name, local, n=1)
    return f"did you mean {local[near[0]]!r}?" if near else suggestion(name, known)


def _readable(name: str) -> str:
    return name.replace(XML, "xml:")
