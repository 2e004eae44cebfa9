"""A tree with what word processors leave in the pages they write → the same with plain elements.

Word says by the names of classes what a paragraph is for, and writes comments into the text.
Source: Microsoft Office HTML and XML Reference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from pressconv.readers.html.mso_lists import put_lists
from pressconv.readers.html.tongues import unmark_mistaken
from pressconv.readers.html.tree import Node
from pressconv.readers.html.visible import style

if TYPE_CHECKING:
    from pressconv.readers.html.page import Page

_USE: Final = re.compile(r"\bMso(?:(Title)|(?:Intense)?(Quote|Caption))")
_GROUPED: Final = frozenset({"quote", "caption"})
_COMMENT: Final = re.compile(r"\bmsocom(?:anchor|off)\b|\bMsoCommentReference\b")
_QUOTATION: Final = "MsoQuotation"
_CAPTIONS: Final = frozenset({"caption", "figcaption"})
_HOLDERS: Final = frozenset("ul ol table thead tbody tfoot tr td th".split())
# Pages that Google Docs exports count who follows their links.
_REDIRECT: Final = re.compile(r"https://www\.google\.com/url\?q=([^&]+)")


def cleaned(root: Node, page: Page) -> None:
    """Put plain elements in the place of what word processors leave."""
    nodes = list(root.walk())
    if any(map(_is_of_word, nodes)):
        _clean_word(root, page)
    for node in nodes:
        href = _REDIRECT.match(node.get("href")) if node.tag == "a" else None
        if href:
            node.attributes["href"] = unquote(href[1])
    unmark_mistaken(root, page)
    _agree(root)


def _is_of_word(node: Node) -> bool:
    written = node.attributes
    return bool(written) and (
        "Mso" in written.get("class", "") or "mso-" in written.get("style", "").lower()
    )


def _clean_word(root: Node, page: Page) -> None:
    """Put lists in the place of paragraphs that are items, and elements in that of classes."""
    _drop_comments(root, page)
    for node in list(root.walk()):
        put_lists(node)
        if any(_use(child) in _GROUPED for child in node.elements()):
            node.children[:] = _grouped(node)
        if _use(node) == "title":
            node.tag = "h1"
    for node in list(root.walk()):
        if "Mso" in node.get("class"):
            del node.attributes["class"]  # these names say how it looks, not what it is


def _use(node: Node) -> str:
    """Return what the class of a paragraph says that it is for, or ""."""
    found = _USE.search(node.get("class")) if node.tag == "p" else None
    return (found[1] or found[2]).lower() if found else ""


def _drop_comments(root: Node, page: Page) -> None:
    """Take out comments, their marks in the text, and the lines above notes."""
    walk = list(root.walk())
    n_comments = sum(_element(node) == "comment" for node in walk)
    for node in walk:
        kept = [
            child
            for child in node.children
            if isinstance(child, str) or not _is_of_comments(child, node)
        ]
        if len(kept) != len(node.children):
            node.children[:] = kept
    if n_comments:
        page.note("import-comments", root, number=n_comments)


def _element(node: Node) -> str:
    """Return what Word calls an element that HTML has no name for."""
    return style(node).get("mso-element", "")


def _is_of_comments(node: Node, outer: Node) -> bool:
    if _element(node).startswith("comment") or _COMMENT.search(node.get("class")):
        return True
    return node.tag == "hr" and "footnote" in _element(outer)


def _grouped(node: Node) -> list[Node | str]:
    """Put quoted paragraphs into a quotation, and captions to what they stand beside."""
    made: list[Node | str] = [one for one in node.children if not _is_space(one)]
    index = 0
    while index < len(made):
        one = made[index]
        before = made[index - 1] if index else None
        after = made[index + 1] if index + 1 < len(made) else None
        if isinstance(one, Node) and _use(one) == "quote":
            if isinstance(before, Node) and before.get("class") == _QUOTATION:
                _move(one, before)
                del made[index]
                continue
            made[index] = _around("blockquote", one, node)
        elif isinstance(one, Node) and _use(one) == "caption":
            holder = _captioned(before, after)
            if holder is not None:
                _move(one, holder, first=holder.tag == "table")
                one.tag = "caption" if holder.tag == "table" else "figcaption"
                del made[index]
                continue
        index += 1
    return made


def _captioned(before: Node | str | None, after: Node | str | None) -> Node | None:
    """Return what a caption belongs to: the image above it, else the table below or above."""
    for one, tag in ((before, "img"), (after, "table"), (before, "table"), (after, "img")):
        if not isinstance(one, Node) or one.tag not in {"table", "p", "div"}:
            continue
        if any(inner.tag in _CAPTIONS for inner in one.walk()):
            continue
        if tag == "table" and one.tag == "table":
            return one
        holds = any(inner.tag == "img" for inner in one.walk())
        if tag == "img" and one.tag in {"p", "div"} and holds and not one.text().strip():
            one.tag = "figure"
            return one
    return None


def _around(tag: str, inner: Node, outer: Node) -> Node:
    made = Node(tag, {"class": _QUOTATION}, inner.line, outer, [inner], outer.lang, outer.dir)
    made.holds_block = True
    inner.parent = made
    return made


def _move(node: Node, holder: Node, *, first: bool = False) -> None:
    holder.children.insert(0 if first else len(holder.children), node)
    holder.holds_block = True
    node.parent = holder


def _is_space(child: Node | str) -> bool:
    return isinstance(child, str) and not child.strip()


def _agree(root: Node) -> None:
    """Let a list or a table have the language and direction that all in it have."""
    for node in reversed(list(root.walk())):
        if node.tag not in _HOLDERS or not node.elements():
            continue
        langs = {one.lang for one in node.elements()}
        sides = {one.dir for one in node.elements()}
        node.lang = langs.pop() if len(langs) == 1 else node.lang
        node.dir = sides.pop() if len(sides) == 1 else node.dir
