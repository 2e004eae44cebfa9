"""The accessibility tree of a page in Chromium → what is heard of it, and an outline to review.

`heard.mjs` gives the tree, without what screen readers are not given. The text is read from it by
the law of `pressconv.reading`: an image is the block of its name, a note is read after its call,
marks of lists and notes are no text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from pressconv.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE: Final = frozenset(
    "text link strong emphasis Abbr time code superscript subscript Ruby LineBreak ListMarker "
    "doc-noteref doc-backlink".split()
)
_SILENT: Final = frozenset("ListMarker doc-noteref doc-backlink navigation doc-endnotes".split())
_CELLS: Final = {"columnheader": "column ", "rowheader": "row ", "cell": ""}


@dataclass(frozen=True, slots=True)
class Node:
    """What a screen reader is given of an element, or a piece of text."""

    role: str
    name: str = ""
    level: int = 0
    url: str = ""
    children: tuple[Node, ...] = ()

    def all(self) -> Iterator[Node]:
        """Yield the node and all under it, in order."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def text(self) -> str:
        """All its text, marks included."""
        if self.role == "LineBreak":
            return " "
        if self.role in {"text", "ListMarker"}:
            return self.name
        return "".join(child.text for child in self.children)

    @property
    def is_inline(self) -> bool:
        """Say whether it stands in a line."""
        return self.role in _INLINE


def tree(answer: dict[str, Any]) -> Node:
    """Read a tree of `heard.mjs`."""
    children = tuple(map(tree, answer["children"]))
    level, url = answer.get("level") or 0, answer.get("url") or ""
    return Node(answer["role"], answer["name"], level, url, children)


def target(node: Node) -> str:
    """Return where a link leads: on this machine, its file or its place on the page."""
    if not node.url.startswith("file:"):
        return node.url
    page, mark, place = node.url.rpartition("/")[2].partition("#")
    return mark + place or page


# ---- the text ------------------------------------------------------------------------------


def spoken(page: Node) -> tuple[str, ...]:
    """Return the text of a page as it is heard, one string a block."""
    (main,) = (node for node in page.all() if node.role == "main")
    reader = _Reader([node for node in page.all() if node.role == "doc-footnote"])
    reader.read(main)
    reader.end()
    return tuple(reader.blocks)


@dataclass(slots=True)
class _Reader:
    notes: list[Node]
    blocks: list[str] = field(default_factory=list)
    words: str = ""
    n_calls: int = 0

    def read(self, node: Node) -> None:
        self.n_calls += node.role == "doc-noteref"
        if node.role in _SILENT:
            return
        if not node.is_inline:
            self.end()
        self.words += node.name if node.role in {"text", "image"} else ""
        self.words += " " if node.role == "LineBreak" else ""
        for child in node.children:
            if child.role != "text" or node.role != "image":
                self.read(child)
        if not node.is_inline:
            self.end()

    def end(self) -> None:
        text, self.words = normal(self.words), ""
        called, self.n_calls = self.n_calls, 0
        if text:
            self.blocks.append(text)
        for _ in range(called):
            for child in self.notes.pop(0).children:
                self.read(child)
            self.end()


# ---- the outline ---------------------------------------------------------------------------


def outline(page: Node) -> str:
    """Write a tree for reviewers: a line a block, in brackets what stands out within it."""
    return "\n".join(_lines(page, 0)) + "\n"


def _lines(node: Node, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if node.role == "row":
        yield f"{indent}row: {' | '.join(map(_cell, node.children))}"
    elif node.children and all(child.is_inline for child in node.children):
        yield f"{indent}{_called(node)}: {_inline(node.children)}"
    else:
        yield indent + _called(node)
        for is_inline, run in groupby(node.children, lambda child: child.is_inline):
            if is_inline:
                yield f"{indent}  {_inline(tuple(run))}"
            else:
                for child in run:
                    yield from _lines(child, depth + 1)


def _called(node: Node) -> str:
    """Return its role, its level, and its name where that is not just its text."""
    level = f" {node.level}" if node.role == "heading" else ""
    n_items = sum(child.role == "listitem" for child in node.children)
    count = f" of {n_items}" if node.role == "list" else ""
    is_own = node.name and normal(node.name) != normal(node.text)
    return f"{node.role}{level}{count}" + (f' "{node.name}"' if is_own else "")


def _inline(children: tuple[Node, ...]) -> str:
    return normal("".join(map(_part, children)))


def _part(node: Node) -> str:
    if node.role == "LineBreak":
        return " / "
    if node.role in {"text", "ListMarker"}:
        return node.name if node.role == "text" else f"[{node.name.strip()}] "
    leads = f" → {target(node)}" if node.url else ""
    return f"[{_called(node)}: {_inline(node.children)}{leads}]"


def _cell(node: Node) -> str:
    words = " / ".join(
        _inline(tuple(run)) if is_inline else " / ".join(_inline(one.children) for one in run)
        for is_inline, run in groupby(node.children, lambda child: child.is_inline)
    )
    return _CELLS[node.role] + words
