"""Paragraphs that Word calls items of a list → lists.

The list, its level and its mark are in the style of each. Source: Microsoft Office HTML and XML
Reference, "mso-list".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.readers.html.tree import Node
from pressconv.readers.html.visible import style

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM: Final = re.compile(r"\bl(\d+)\s+level(\d)(?:\s+lfo(\d+))?")
_CLASS: Final = re.compile(r"\bMsoList(?:Paragraph|Bullet|Number)")
_CONTINUED: Final = re.compile(r"\bMsoList(?:Paragraph|Continue)")
# The sign that Word sets before an item: of Symbol, Wingdings or Courier New, or a bullet.
_BULLET: Final = re.compile(
    "\\s*[\u00b7\u00a7\u00d8\u2022\u25cf\u25cb\u25a0\u25aa\u25e6\u2043o"
    "\uf0a7\uf0b7\uf0d8\uf0fc\u2013-][\\s\u00a0]+"
)
_NUMBER: Final = re.compile(
    "\\s*[(\\[]?(?:(\\d{1,4})|([ivxl]{1,6})|([a-z]))[.)\\]\u3001]?[\\s\u00a0]+", re.IGNORECASE
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}
_BULLETS: Final = frozenset("disc circle square none bullet".split())
_MAX_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class _Mark:
    """Of which list a paragraph is an item. ``counter`` is a style of CSS, "" for bullets."""

    series: str
    level: int
    counter: str
    number: int


def put_lists(node: Node) -> None:
    """Put lists in the place of children of *node* that are items."""
    marks = {id(child): mark for child in node.elements() if (mark := _mark(child))}
    if marks:
        node.children[:] = _with_lists(node, marks)


def _mark(node: Node) -> _Mark | None:
    """Return what a paragraph says of its list, `None` for one that is no item."""
    if node.tag not in {"p", "div"}:
        return None
    declared = style(node)
    found = _ITEM.search(declared.get("mso-list", ""))
    if found:
        counter, number = _counted(node, declared.get("list-style-type", ""))
        level = min(max(int(found[2]), 1), _MAX_LEVEL)
        return _Mark(f"{found[1]} {found[3]}", level, counter, number)
    is_item = node.tag == "p" and _CLASS.search(node.get("class")) is not None
    return _Mark("", 1, "", 1) if is_item and _BULLET.match(node.text()) else None


def _counted(node: Node, counter: str) -> tuple[str, int]:
    """Return the counter of an item and its number: as declared, else by the mark before it."""
    if counter:
        written = node.get("data-number")
        number = int(written) if written.lstrip("-").isdecimal() else 1
        return ("" if counter in _BULLETS else counter), number
    mark = f"{_written_mark(node)} "
    found = _NUMBER.fullmatch(mark)
    if not found or _BULLET.fullmatch(mark):
        return "", 1
    digits, roman, letter = found.groups()
    if digits:
        return "decimal", int(digits)
    case = "upper" if (roman or letter).isupper() else "lower"
    if roman:
        return f"{case}-roman", _value(roman.lower())
    return f"{case}-alpha", ord(letter.lower()) - ord("a") + 1


def _value(roman: str) -> int:
    values = [_ROMAN[one] for one in roman]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _with_lists(node: Node, marks: dict[int, _Mark]) -> list[Node | str]:
    made: list[Node | str] = []
    stack: list[tuple[Node, _Mark]] = []
    for child in node.children:
        if isinstance(child, str):
            made.extend([child] if child.strip() else [])
            stack = [] if child.strip() else stack
            continue
        mark = marks.get(id(child))
        if mark is None and stack and _goes_on(child):
            _add_to(stack[-1][0].elements()[-1], child)
            continue
        if mark is None:
            stack = []
            made.append(child)
            continue
        stack = [one for one in stack if one[1].level <= mark.level]
        if stack and not _continues(stack[-1][1], mark):
            stack.pop()
        if not stack or stack[-1][1].level < mark.level:
            holder = _opened(child, mark, [one for one, _ in stack], node)
            made.extend([] if stack else [holder])
            stack.append((holder, mark))
        _item(child, stack[-1][0])
    return made


def _goes_on(node: Node) -> bool:
    """Say whether a paragraph is more of the item before it: set like one, without a mark."""
    return node.tag == "p" and _CONTINUED.search(node.get("class")) is not None


def _add_to(item: Node, paragraph: Node) -> None:
    item.children.append(paragraph)
    item.holds_block = True
    paragraph.parent = item


def _continues(last: _Mark, mark: _Mark) -> bool:
    """Say whether an item goes on with the list of the last one of its level or above."""
    if last.level < mark.level:
        return True
    is_one_kind = bool(last.counter) == bool(mark.counter)
    return is_one_kind and (last.level > 1 or last.series == mark.series)


def _opened(first: Node, mark: _Mark, outer: Sequence[Node], around: Node) -> Node:
    """Open the list of its *first* item, in the last item of the list around it."""
    parent = outer[-1].elements()[-1] if outer else around
    attributes = {}
    if mark.counter:
        attributes = {"start": str(mark.number), "style": f"list-style-type:{mark.counter}"}
    made = Node("ol" if mark.counter else "ul", attributes, first.line, parent)
    made.lang, made.dir, made.holds_block = parent.lang, parent.dir, True
    if outer:
        parent.children.append(made)
        parent.holds_block = True
    return made


def _written_mark(node: Node) -> str:
    """Return the mark before an item, as it was set."""
    hidden = [one for one in node.walk() if style(one).get("mso-list", "") == "ignore"]
    text = "".join(one.text() for one in hidden) or node.text()[:12]
    return text.split()[0] if text.split() else ""


def _item(paragraph: Node, holder: Node) -> None:
    """Make a paragraph an item of *holder*, without its mark."""
    paragraph.tag, paragraph.parent = "li", holder
    holder.children.append(paragraph)
    is_marked = any(style(one).get("mso-list", "") == "ignore" for one in paragraph.walk())
    if not is_marked and not style(paragraph).get("list-style-type"):
        _strip(paragraph)


def _strip(node: Node) -> None:
    """Take the mark off the text of an item."""
    for index, child in enumerate(node.children):
        if isinstance(child, Node):
            return _strip(child)
        if child.strip():
            found = _BULLET.match(child)
            node.children[index] = child[found.end() :] if found else child
            return None
    return None
