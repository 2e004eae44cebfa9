"""A tree with what Word leaves in the pages it writes → the same with plain elements.

Word writes the items of a list as paragraphs: the list, its level and its kind are in the style.
Source: Microsoft Office HTML and XML Reference, "mso-list".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.readers.html.tree import Node
from pressconv.readers.html.visible import style

if TYPE_CHECKING:
    pass

_ITEM: Final = re.compile(r"\bl(\d+)\s+level(\d)")
_CLASS: Final = re.compile(r"\bMsoListParagraph|\bMsoListBullet|\bMsoListNumber")
_TITLE: Final = re.compile(r"\bMsoTitle\b")
# The sign that Word sets before an item: of Symbol, Wingdings or Courier New, or a bullet.
_BULLET: Final = re.compile(
    "\\s*[\u00b7\u00a7\u2022\u25cf\u25aa\u25e6o\uf0a7\uf0b7\uf0d8\u2013-][\\s\u00a0]+"
)
_NUMBER: Final = re.compile("\\s*[(\\[]?(?:\\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,6})[.)\\]][\\s\u00a0]+")
_MAX_LEVEL: Final = 9


def cleaned(root: Node) -> None:
    """Put lists in the place of paragraphs that are items, and a heading in that of a title."""
    for node in list(root.walk()):
        if any(_level(child) for child in node.elements()):
            node.children[:] = _with_lists(node)
        if node.tag == "p" and _TITLE.search(node.get("class")):
            node.tag = "h1"


def _level(node: Node) -> int:
    """Return how deep an item a paragraph is, 0 for a plain one."""
    if node.tag not in {"p", "div"} and not re.fullmatch("h[1-6]", node.tag):
        return 0
    found = _ITEM.search(style(node).get("mso-list", ""))
    if found:
        return min(int(found[2]), _MAX_LEVEL) or 1
    is_item = node.tag == "p" and _CLASS.search(node.get("class")) is not None
    return 1 if is_item and _BULLET.match(node.text()) else 0


def _with_lists(node: Node) -> list[Node | str]:
    made: list[Node | str] = []
    stack: list[Node] = []
    for child in node.children:
        level = 0 if isinstance(child, str) else _level(child)
        if isinstance(child, str) and not child.strip():
            continue
        if isinstance(child, str) or not level or child.tag.startswith("h"):
            stack = []
            made.append(child)
            continue
        stack = stack[:level]
        while len(stack) < level:
            stack.append(_opened(child, stack[-1] if stack else None, node))
            if len(stack) == 1:
                made.append(stack[0])
        _item(child, stack[-1])
    return made


def _opened(first: Node, outer: Node | None, around: Node) -> Node:
    """Open a list of the kind that the mark of its *first* item says."""
    mark = _mark(first)
    tag = "ol" if _NUMBER.fullmatch(f"{mark} ") and not _BULLET.fullmatch(f"{mark} ") else "ul"
    items = outer.elements() if outer else []
    parent = items[-1] if items else outer or around
    made = Node(tag, {}, first.line, parent, lang=parent.lang, dir=parent.dir, holds_block=True)
    if outer:
        parent.children.append(made)
        parent.holds_block = True
    return made


def _mark(node: Node) -> str:
    hidden = [one for one in node.walk() if style(one).get("mso-list", "") == "ignore"]
    text = "".join(one.text() for one in hidden) or node.text()[:12]
    return text.strip().split()[0] if text.strip() else ""


def _item(paragraph: Node, holder: Node) -> None:
    """Make a paragraph an item of *holder*, without its mark."""
    paragraph.tag, paragraph.parent = "li", holder
    holder.children.append(paragraph)
    if not any(style(one).get("mso-list", "") == "ignore" for one in paragraph.walk()):
        _strip(paragraph)


def _strip(node: Node) -> None:
    for index, child in enumerate(node.children):
        if isinstance(child, Node):
            return _strip(child)
        if child.strip():
            found = _BULLET.match(child)
            node.children[index] = child[found.end() :] if found else child
            return None
    return None
