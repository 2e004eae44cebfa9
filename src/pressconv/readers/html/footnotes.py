"""Links that point at each other → calls of footnotes and what they call.

A footnote is told by structure: a short link leads down the page to a part that leads back up to
it. So do Word, Google Docs, wikis and publishing systems, each with names of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pressconv.readers.html.tree import Node

# What a call looks like: a number, a letter or a sign, perhaps in brackets.
_CALL: Final = re.compile(r"[\[(]?\s*(?:\w{1,4}|[*\u2020\u2021\u00a7\u00b6]{1,3})\s*[\])]?\.?")
_SIGNS: Final = r"\d{1,4}|[*\u2020\u2021\u00a7\u00b6]{1,3}"
_MARK: Final = re.compile(rf"\s*(?:[\[(](?:{_SIGNS}|[a-z])[\])]|(?:{_SIGNS})[.):]?)(?:\s+|$)")
_HOLDERS: Final = frozenset("li p div dd td aside tr".split())
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_MAX_CHARACTERS: Final = 3000


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The element of each call with that of its note; ``silent`` are notes and links back."""

    calls: dict[Node, Node] = field(default_factory=dict)
    silent: frozenset[Node] = frozenset()


def find_footnotes(root: Node) -> Footnotes:
    """Find the footnotes of a page."""
    nodes = list(root.walk())
    order = {node: index for index, node in enumerate(nodes)}
    named = _named(nodes)
    calls: dict[Node, Node] = {}
    silent: set[Node] = set()
    for call in nodes:
        target = named.get(_fragment(call)) if _is_call(call) else None
        note = _holder(target) if target else None
        if note is None or order[note] < order[call] or note in silent:
            continue
        back = _link_back(note, call, named)
        if back and call not in note.walk():
            calls[call] = note
            silent.update((note, back))
    for note in calls.values():
        _drop_mark(note, silent)
    return Footnotes(calls, frozenset(silent))


def _named(nodes: list[Node]) -> dict[str, Node]:
    named: dict[str, Node] = {}
    for node in nodes:
        for name in filter(None, (node.get("id"), node.get("name"))):
            named.setdefault(name, node)
    return named


def _fragment(node: Node) -> str:
    """Return the name that a link points at in its own page, "" for other links."""
    return node.get("href").partition("#")[2] if node.tag == "a" else ""


def _is_call(node: Node) -> bool:
    if not _fragment(node):
        return False
    return node.get("role") == "doc-noteref" or bool(_CALL.fullmatch(node.text().strip()))


def _holder(target: Node) -> Node | None:
    """Return the part that *target* names: the item or paragraph around an anchor."""
    for node in (target, *target.ancestors()):
        if node.tag in _HOLDERS:
            is_long = len(node.text()) > _MAX_CHARACTERS
            return None if is_long or any(one.tag in _HEADINGS for one in node.walk()) else node
    return None


def _link_back(note: Node, call: Node, named: dict[str, Node]) -> Node | None:
    """Return the link in *note* that leads to *call*, or to what stands right around it."""
    near = {call, *list(call.ancestors())[:2], *call.walk()}
    for node in note.walk():
        target = named.get(_fragment(node))
        if target in near or (target and target.parent in near and target.tag in {"a", "span"}):
            return node
    return None


def _drop_mark(note: Node, silent: set[Node]) -> None:
    """Take the number off the front of a note: it is set where the note is printed."""
    holder = note
    while True:
        index, first = _first(holder)
        if isinstance(first, str):
            holder.children[index] = first[_end_of_mark(first) :]
            return
        if first is None or first in silent:
            return
        if _MARK.fullmatch(first.text()):
            silent.add(first)
            return
        holder = first


def _first(node: Node) -> tuple[int, Node | str | None]:
    """Return the first child that is more than white space."""
    for index, child in enumerate(node.children):
        if not isinstance(child, str) or child.strip():
            return index, child
    return 0, None


def _end_of_mark(text: str) -> int:
    found = _MARK.match(text)
    return found.end() if found else 0
