"""Mixed content → `Inlines`: one function an element."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.characters import (
    clean,
    n_open_isolates,
    only_text,
    raw_text,
    refuse_empty,
    squeezed_inlines,
    trimmed_end,
    with_isolates,
)
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.tree import MAX_DEPTH, XML, Chars, Node
from pressconv.text import inline_text, is_blank

LINKS: Final = frozenset({"a", "ref", "footnote"})
"""What must not stand inside one another."""

Wrapper: TypeAlias = type[
    m.Emphasis | m.Strong | m.Span | m.Quotation | m.Cite | m.Subscript | m.Superscript
]


def inlines(reading: Reading, node: Node, *, empty: bool = False) -> m.Inlines:
    """Read the content of *node* as a block of running text; blank it is refused, or `()`."""
    children = squeezed_inlines(_content(reading, node))
    if is_blank(inline_text(children)):
        if empty and not children:
            return ()
        refuse_empty(reading, node)
    return children


def running(reading: Reading, node: Node | None) -> m.Inlines:
    """Read an optional element of running text that takes no attribute."""
    if node is None:
        return ()
    with reading.attributes(node):
        return inlines(reading, node)


def plain(reading: Reading, node: Node | None, *, empty: bool = False) -> str | None:
    """Read an optional element that takes no attribute and holds only characters."""
    if node is None:
        return None
    with reading.attributes(node):
        return only_text(reading, node, empty=empty)


def _content(reading: Reading, node: Node) -> m.Inlines:
    parts: list[m.Inline] = []
    n_open = 0
    for child in node.children:
        if isinstance(child, Chars):
            if text := clean(reading, child):
                parts.append(m.Text(text))
                n_open = n_open_isolates(text, n_open)
        elif child.name in _READERS:
            reading.n_isolates += n_open
            parts.append(_nested(reading, child))
            reading.n_isolates -= n_open
        else:
            reading.unknown(child, node, _READERS)
    return with_isolates(reading, node, parts)


def _nested(reading: Reading, node: Node) -> m.Inline:
    if reading.n_isolates and node.depth + reading.n_isolates > MAX_DEPTH:
        reading.refuse("too-deep", node.place, f"parts and isolates more than {MAX_DEPTH} deep")
    if node.name not in LINKS:
        return _READERS[node.name](reading, node)
    if reading.link:
        message = f"{node.name} cannot stand inside {reading.link}"
        reading.refuse("nested-link", node.place, message, "end the outer one before it")
    elif reading.in_head and node.name == "footnote":
        hint = "put it into the body"
        reading.refuse("note-in-head", node.place, "a footnote cannot stand in the head", hint)
    with reading.within(node.name):
        return _READERS[node.name](reading, node)


# ---- one function an element ---------------------------------------------------------------


def _wrapper(kind: Wrapper) -> Callable[[Reading, Node], m.Inline]:
    def read(reading: Reading, node: Node) -> m.Inline:
        with reading.attributes(node) as attributes:
            marks = attributes.marks()
        return kind(_content(reading, node), **marks)

    return read


def _link(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        href = attributes.required("href", values.address, "#")
        hreflang = attributes.tag("hreflang")
    children = _content(reading, node)
    if is_blank(inline_text(children)):
        reading.note("gap-link-text", node.place, href=href)
    return m.Link(href, children, hreflang, **marks)


def _reference(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        to = attributes.required("to", lambda text: text.strip(values.SPACES), "")
        marks = attributes.place()
    if "to" in node.attributes:
        reading.references.append((to, node.place))
    children = _content(reading, node)
    if is_blank(inline_text(children)):
        refuse_empty(reading, node)
    return m.Reference(to, children, **marks)


def _footnote(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Footnote(inlines(reading, node), **marks)


def _abbreviation(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    expansions = [child for child in node.elements() if child.name == "expansion"]
    for extra in expansions[1:]:
        reading.repeated(extra, node)
    own = node.with_children([part for part in node.children if part not in expansions])
    text = raw_text(reading, own).rstrip(values.SPACES)
    if not expansions:
        reading.missing(node, "expansion")
        return m.Abbreviation(text, **marks)
    with reading.attributes(expansions[0]) as attributes:
        inner = attributes.marks()
    expansion = m.Expansion(only_text(reading, expansions[0]), **inner)
    return m.Abbreviation(text, expansion, **marks)


def _code(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Code(raw_text(reading, node, is_code=True), **marks)


def _time(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        when = attributes.required("when", values.when, date.min)
    return m.Time(when, _content(reading, node), **marks)


def _number(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        value = attributes.required("value", values.decimal, Decimal())
        unit = attributes.text("unit")
    return m.Number(raw_text(reading, node), value, unit, **marks)


def _name(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.NameKind))
    own, found = _set_apart(reading, node, "original")
    children = _content(reading, own)
    if found is None:
        return m.Name(children, kind, None, **marks)
    with reading.attributes(found) as attributes:
        lang = attributes.required(f"{XML}lang", values.language_tag, "und")
        inner = attributes.place(lang=reading.known(lang, found.place))
    original = m.Original(only_text(reading, found), **inner)
    return m.Name(trimmed_end(children), kind, original, **marks)


def _ruby(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    own, found = _set_apart(reading, node, "reading")
    text, lang = "", None
    if found is None:
        reading.missing(node, "reading")
    else:
        with reading.attributes(found) as attributes:
            lang = attributes.lang()
        text = only_text(reading, found)
    return m.Ruby(trimmed_end(_content(reading, own)), text, lang, **marks)


def _line_break(reading: Reading, node: Node) -> m.Inline:
    with reading.attributes(node):
        reading.children(node, "")
    return m.LineBreak()


def _set_apart(reading: Reading, node: Node, name: str) -> tuple[Node, Node | None]:
    """Return *node* without its last element, which is called *name*, and that element."""
    found = [child for child in node.elements() if child.name == name]
    if not found:
        return node, None
    for extra in found[1:]:
        reading.repeated(extra, node)
    after = node.children[node.children.index(found[0]) + 1 :]
    if any(not isinstance(part, Chars) or part.text.strip(values.SPACES) for part in after):
        message = f"{name} must stand at the end of {node.name}"
        reading.refuse("misplaced-element", found[0].place, message)
    gone = set(found)
    return node.with_children([part for part in node.children if part not in gone]), found[0]


_READERS: Final[dict[str, Callable[[Reading, Node], m.Inline]]] = {
    "em": _wrapper(m.Emphasis),
    "strong": _wrapper(m.Strong),
    "span": _wrapper(m.Span),
    "a": _link,
    "q": _wrapper(m.Quotation),
    "cite": _wrapper(m.Cite),
    "abbr": _abbreviation,
    "code": _code,
    "time": _time,
    "num": _number,
    "name": _name,
    "ruby": _ruby,
    "sub": _wrapper(m.Subscript),
    "sup": _wrapper(m.Superscript),
    "footnote": _footnote,
    "ref": _reference,
    "br": _line_break,
}
