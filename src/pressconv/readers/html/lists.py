"""Lists → lists of the model; a list that only lays out a page gives what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.readers.html.flow import Flow, Found, is_void
from pressconv.readers.html.inlines import marks
from pressconv.readers.html.tree import BLOCKS, Node
from pressconv.readers.html.visible import style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.readers.html.inlines import Around

_LISTS: Final = frozenset("ul ol menu dir".split())
# What stands in the items of a list that lays out a page, and hardly ever in others.
_PARTS: Final = frozenset("h1 h2 h3 h4 h5 h6 article section table form figure".split())
_NUMBERINGS: Final = {
    "a": m.Numbering.ALPHA,
    "i": m.Numbering.ROMAN,
    "lower-alpha": m.Numbering.ALPHA,
    "upper-alpha": m.Numbering.ALPHA,
    "lower-latin": m.Numbering.ALPHA,
    "upper-latin": m.Numbering.ALPHA,
    "native": m.Numbering.NATIVE,
    "lower-roman": m.Numbering.ROMAN,
    "upper-roman": m.Numbering.ROMAN,
}
_MAX_START: Final = 10**9


def list_(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a list."""
    if any(inner.tag in _PARTS for inner in node.walk()):
        return flow.read(node, around)
    items = _items(flow, node, around)
    if not items:
        return []
    return [flow.found(_list(node, items), node)]


def definitions(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read terms with their definitions; what is not paired is paragraphs."""
    if any(inner.tag in _PARTS for inner in node.walk()):
        return flow.read(node, around)
    entries = _entries(flow, list(_terms(node)), around)
    if entries is None:
        return flow.read(node, around)
    return [flow.found(m.Definitions(tuple(entries)), node)] if entries else []


def _items(flow: Flow, node: Node, around: Around) -> list[m.Item]:
    items: list[m.Item] = []
    run: list[Node | str] = []
    for child in [*node.children, _stray(node, [])]:
        if isinstance(child, str) or child.tag not in BLOCKS:
            run.append(child)
            continue
        stray = _stray(node, run)
        run = []
        if child.tag in _LISTS and items:
            # Pages pasted from Google Docs put a list beside the item that it belongs to.
            items[-1] = _longer(items[-1], list_(flow, child, around))
            continue
        for one in (stray, child):
            if one in flow.footnotes.silent or not one.children:
                continue
            content = flow.content(one, around)
            if not is_void(content):
                items.append(m.Item(content, **marks(one)))
    return items


def _stray(node: Node, children: list[Node | str]) -> Node:
    """Make an item of what stands in a list outside its items."""
    return Node("li", {}, node.line, node, children, node.lang, node.dir)


def _longer(item: m.Item, found: Iterable[Found]) -> m.Item:
    more = tuple(one.content for one in found if isinstance(one.content, m.List))
    own = item.content
    blocks: m.Blocks = (m.Paragraph(own.children),) if isinstance(own, m.Running) else own
    return m.Item((*blocks, *more), lang=item.lang, dir=item.dir)


def _list(node: Node, items: list[m.Item]) -> m.List:
    if node.tag != "ol":
        return m.List(tuple(items))
    written = node.get("start")
    number = int(written) if written.lstrip("-").isdecimal() and len(written) < 11 else 1
    first = next((one for one in node.elements() if one.tag == "li"), node)
    declared = (style(one).get("list-style-type", "") for one in (node, first))
    kind = next(filter(None, declared), "") or node.get("type").lower()
    return m.List(
        tuple(items),
        m.ListKind.ORDERED,
        max(-_MAX_START, min(number, _MAX_START)),
        _NUMBERINGS.get(kind, m.Numbering.DECIMAL),
    )


def _terms(node: Node) -> Iterable[Node]:
    """Return the terms and definitions in order; a ``div`` may hold those of one entry."""
    for child in node.elements():
        if child.tag == "div":
            yield from child.elements()
        else:
            yield child


def _entries(flow: Flow, parts: list[Node], around: Around) -> list[m.Entry] | None:
    """Pair terms with definitions; `None` where something else stands among them."""
    entries: list[m.Entry] = []
    terms: list[m.Term] = []
    for part in parts:
        if part.tag == "dt":
            words, _ = flow.line(part, around)
            terms.extend([m.Term(words)] if words else [])
        elif part.tag == "dd":
            content = flow.content(part, around)
            if is_void(content):
                continue
            meant = m.Definition(content)
            if terms:
                entries.append(m.Entry(tuple(terms), (meant,)))
                terms = []
            elif entries:
                last = entries[-1]
                entries[-1] = m.Entry(last.terms, (*last.definitions, meant))
            else:
                return None
        else:
            return None
    return None if terms else entries
