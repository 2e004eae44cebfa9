"""What every part of the reader shares: taking attributes and children, gathering problems.

Nothing here stops at the first problem. Whoever asks for something that is missing or wrong gets
a stand-in, and the problem is kept: as long as there is one, no release leaves the reader.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, TypedDict, TypeVar

from pressconv.errors import Place, Problem, suggestion
from pressconv.languages.tags import is_known
from pressconv.model import Direction
from pressconv.notes import Note, note
from pressconv.readers.xml import values
from pressconv.readers.xml.tree import XML, Chars, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from typing import Self

    from pressconv.model import LangTag

T = TypeVar("T")
ONCE: Final = frozenset({"", "?"})


class Marks(TypedDict):
    """The common attributes, as keywords for the nodes of the model."""

    id: str | None
    lang: LangTag | None
    dir: Direction | None
    place: Place | None


class Reading:
    """What one reading of a file gathers."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.ids: dict[str, Place] = {}
        self.references: list[tuple[str, Place]] = []

    def refuse(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Keep a problem."""
        self.problems.append(Problem(code, message, place, hint))

    def note(self, code: str, place: Place | None, **filling: object) -> None:
        """Keep a note."""
        self.notes.append(note(code, place, **filling))

    def attributes(self, node: Node) -> Attributes:
        """Take the attributes of *node*; at the end of the ``with`` what is left is refused."""
        return Attributes(self, node)

    def known(self, tag: LangTag, place: Place) -> LangTag:
        """Return *tag*, with a note where CLDR does not know its language."""
        if not is_known(tag):
            self.note("language-unknown", place, tag=tag)
        return tag

    def elements(self, node: Node) -> list[Node]:
        """Return the child elements; text between them is refused."""
        for child in node.children:
            if isinstance(child, Chars) and child.text.strip(" \t\r\n"):
                offset = len(child.text) - len(child.text.lstrip(" \t\r\n"))
                self.refuse(
                    "misplaced-text",
                    child.place(offset, self.file),
                    f"text in {node.name}, where only elements may stand",
                )
        return node.elements()

    def children(self, node: Node, model: str) -> Children:
        """Return the child elements by name, held against *model*.

        *model* lists the names in order, each once, or with "?", "*" or "+" for its number.
        """
        return Children(self, node, self.elements(node), model)

    def unknown(self, child: Node, parent: Node, expected: Iterable[str]) -> None:
        """Refuse an element that has no place in its parent."""
        self.refuse(
            "unknown-element",
            child.place,
            f"unknown element {child.name!r} in {parent.name}",
            suggestion(child.name, expected),
        )

    def missing(self, node: Node, what: str) -> None:
        """Refuse an element for what it lacks."""
        self.refuse("missing-element", node.place, f"{node.name} has no {what}")


class Children:
    """The child elements of one element, by name."""

    def __init__(self, reading: Reading, node: Node, elements: list[Node], model: str) -> None:
        order = _sequence(model)
        names = [name for name, _ in order]
        self._by_name: dict[str, list[Node]] = {name: [] for name in names}
        last = 0
        for child in elements:
            if child.name not in self._by_name:
                reading.unknown(child, node, names)
                continue
            index = names.index(child.name)
            if index < last:
                reading.refuse(
                    "misplaced-element",
                    child.place,
                    f"{child.name} in {node.name} must stand before {names[last]}",
                )
            last = max(index, last)
            self._by_name[child.name].append(child)
        for name, times in order:
            self._count(reading, node, name, times)

    def _count(self, reading: Reading, node: Node, name: str, times: str) -> None:
        found = self._by_name[name]
        if not found and times in {"", "+"}:
            reading.missing(node, name)
        for extra in found[1:] if times in ONCE else []:
            reading.refuse(
                "repeated-element", extra.place, f"a second {name} in {node.name}; one is allowed"
            )

    def one(self, name: str) -> Node | None:
        """Return the first element called *name*."""
        found = self._by_name[name]
        return found[0] if found else None

    def all(self, name: str) -> list[Node]:
        """Return all elements called *name*."""
        return self._by_name[name]


class Attributes:
    """The attributes of one element, taken one by one."""

    def __init__(self, reading: Reading, node: Node) -> None:
        self._reading, self._node = reading, node
        self._left = dict(node.attributes)
        self._asked: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            return
        for name in self._left:
            self._reading.refuse(
                "unknown-attribute",
                self._node.place,
                f"unknown attribute {_readable(name)!r} on {self._node.name}",
                suggestion(_readable(name), map(_readable, self._asked)),
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
            codes = {
                values.SchemeError: "link-scheme",
                values.LanguageTagError: "bad-language-tag",
            }
            self._reading.refuse(
                codes.get(type(error), "bad-value"),
                self._node.place,
                f"{_readable(name)}={text!r} on {self._node.name}: {error}",
            )
            return None

    def required(self, name: str, read: Callable[[str], T], stand_in: T) -> T:
        """Return the value of attribute *name*, or *stand_in* where it is missing or wrong."""
        if name not in self._left:
            self._reading.refuse(
                "missing-attribute",
                self._node.place,
                f"{self._node.name} has no attribute {_readable(name)!r}",
            )
        value = self.optional(name, read)
        return stand_in if value is None else value

    def lang(self) -> LangTag | None:
        """Return xml:lang."""
        tag = self.optional(f"{XML}lang", values.language_tag)
        return tag and self._reading.known(tag, self._node.place)

    def direction(self) -> Direction | None:
        """Return the direction."""
        return self.optional("dir", values.choice(Direction))

    def marks(self) -> Marks:
        """Return the common attributes, the id noted as taken."""
        return Marks(
            id=self._identity(), lang=self.lang(), dir=self.direction(), place=self._node.place
        )

    def place(self) -> Marks:
        """Return the marks of an element that takes none."""
        return Marks(id=None, lang=None, dir=None, place=self._node.place)

    def _identity(self) -> str | None:
        identity = self.optional(f"{XML}id", values.name)
        if identity is None:
            return None
        first = self._reading.ids.setdefault(identity, self._node.place)
        if first is not self._node.place:
            self._reading.refuse(
                "duplicate-id",
                self._node.place,
                f"xml:id {identity!r} is taken: line {first.line} has it",
            )
        return identity


def _readable(name: str) -> str:
    return name.replace(XML, "xml:")


@cache
def _sequence(model: str) -> tuple[tuple[str, str], ...]:
    """Split "a b? c*" into (("a", ""), ("b", "?"), ("c", "*"))."""
    return tuple(
        (part.rstrip("?*+"), part[-1] if part[-1] in "?*+" else "") for part in model.split()
    )
