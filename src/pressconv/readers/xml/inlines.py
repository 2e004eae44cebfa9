"""Mixed content → `Inlines`: white space collapsed, controls handled, parts made.

Laws kept here (DESIGN, section 2): tab, line feed, carriage return and space collapse to one
space and are trimmed at the edges of a block, every other space stays; text is NFC; control
characters are refused; directional marks are removed with a note; balanced isolates become parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.tree import Chars, Node
from pressconv.text import first_strong, inline_text, is_blank

# U+200E, U+200F and U+202A to U+202E, U+061C, U+FEFF: they steer the display, they spell nothing.
_CONTROLS: Final = dict.fromkeys("\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\uFEFF")
_ISOLATES: Final = {"\u2066": m.Direction.LTR, "\u2067": m.Direction.RTL, "\u2068": None}
_POP: Final = "\u2069"
_ODD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200E\u200F\u061C\u202A-\u202E\uFEFF\uFFFE\uFFFF]"
)
_SPACE: Final = re.compile("[ \t\r\n]+")

Context: TypeAlias = frozenset[str]
"""Where we are: "head", or the element that no link, reference or footnote may stand in."""

BLOCK: Final[Context] = frozenset()
HEAD: Final[Context] = frozenset({"head"})
_NO_NESTING: Final = frozenset({"a", "ref", "footnote"})


def inlines(reading: Reading, node: Node, context: Context, *, empty: str = "refused") -> m.Inlines:
    """Read the content of *node* as running text of its own block.

    *empty* says what becomes of blank content: "refused", or "kept" as ``()``.
    """
    children = trimmed(_content(reading, node, context))
    if empty == "refused" and is_blank(inline_text(children)):
        refuse_empty(reading, node)
    return children


def only_text(reading: Reading, node: Node, *, empty: str = "refused") -> str:
    """Read the content of *node*, which may hold no element."""
    for child in node.elements():
        reading.unknown(child, node, ())
    pieces = "".join(clean(reading, part) for part in node.children if isinstance(part, Chars))
    text = _normal(re.sub(f"[{''.join(_ISOLATES)}{_POP}]", "", pieces)).strip(" ")
    if empty == "refused" and is_blank(text):
        refuse_empty(reading, node)
    return text


def refuse_empty(reading: Reading, node: Node) -> None:
    """Refuse an element without text."""
    reading.refuse(
        "empty-element", node.place, f"{node.name} is empty", "write its text, or remove it"
    )


def clean(reading: Reading, chars: Chars) -> str:
    """Return the characters of *chars* without controls, each removal noted or refused."""
    text = chars.text
    for found in _ODD.finditer(text):
        place = chars.place(found.start(), reading.file)
        code = f"U+{ord(found[0]):04X}"
        if found[0] in _CONTROLS:
            name = f"{code} {unicodedata.name(found[0])}"
            reading.note("bidi-control-removed", place, name=name)
        else:
            reading.refuse(
                "control-character", place, f"the control character {code}", "remove it"
            )
    return _ODD.sub("", text)


def trimmed(children: m.Inlines) -> m.Inlines:
    """Collapse white space over all of one block and trim it at the edges."""
    return _joined(_trim_end(_collapse(children, [True])))


# ---- the content ---------------------------------------------------------------------------


def _content(reading: Reading, node: Node, context: Context) -> m.Inlines:
    parts: list[m.Inline] = []
    for child in node.children:
        if isinstance(child, Chars):
            text = clean(reading, child)
            if text:
                parts.append(m.Text(text))
        elif child.name in _READERS:
            parts.append(_nested(reading, child, context))
        else:
            reading.unknown(child, node, _READERS)
    return _isolated(reading, node, _joined(tuple(parts)))


def _nested(reading: Reading, node: Node, context: Context) -> m.Inline:
    if node.name in _NO_NESTING and context:
        (outer,) = context
        if outer == "head":
            if node.name != "a":
                message = f"<{node.name}> cannot stand in the head"
                reading.refuse("note-in-head", node.place, message)
        else:
            message = f"<{node.name}> cannot stand inside <{outer}>"
            reading.refuse("nested-link", node.place, message)
    return _READERS[node.name](reading, node, context)


def _isolated(reading: Reading, node: Node, parts: m.Inlines) -> m.Inlines:
    """Turn balanced isolates into parts; remove a mark without its partner, with a note."""
    marks = re.compile(f"([{''.join(_ISOLATES)}{_POP}])")
    if not any(isinstance(part, m.Text) and marks.search(part.value) for part in parts):
        return parts
    stack: list[tuple[str, list[m.Inline]]] = [("", [])]
    for part in parts:
        for piece in marks.split(part.value) if isinstance(part, m.Text) else [part]:
            if not isinstance(piece, str):
                stack[-1][1].append(piece)
            elif piece in _ISOLATES:
                stack.append((piece, []))
            elif piece == _POP and len(stack) > 1:
                mark, inner = stack.pop()
                content = _joined(tuple(inner))
                side = _ISOLATES[mark] or first_strong(inline_text(content))
                if content:
                    stack[-1][1].append(m.Span(content, dir=side, place=node.place))
            elif piece == _POP:
                reading.note("bidi-control-removed", node.place, name="U+2069 without its partner")
            elif piece:
                stack[-1][1].append(m.Text(piece))
    while len(stack) > 1:
        mark, inner = stack.pop()
        name = f"U+{ord(mark):04X} without its partner"
        reading.note("bidi-control-removed", node.place, name=name)
        stack[-1][1].extend(inner)
    return _joined(tuple(stack[0][1]))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text))


def _joined(parts: m.Inlines) -> m.Inlines:
    """Join neighbouring texts and drop empty ones."""
    joined: list[m.Inline] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, m.Text) and isinstance(last, m.Text):
            joined[-1] = m.Text(unicodedata.normalize("NFC", last.value + part.value))
        elif not isinstance(part, m.Text) or part.value:
            joined.append(part)
    return tuple(joined)


def _collapse(parts: m.Inlines, after_space: list[bool]) -> m.Inlines:
    """Collapse white space from left to right; ``after_space[0]`` runs along."""
    collapsed: list[m.Inline] = []
    for part in parts:
        match part:
            case m.Text(value):
                text = _normal(value)
                if after_space[0]:
                    text = text.lstrip(" ")
                if text:
                    after_space[0] = text.endswith(" ")
                    collapsed.append(m.Text(text))
            case m.LineBreak():
                if collapsed:
                    collapsed[:] = _trim_end(tuple(collapsed))
                after_space[0] = True
                collapsed.append(part)
            case m.Footnote(children):
                collapsed.append(replace(part, children=trimmed(children)))
            case m.Abbreviation() | m.Code() | m.Number():
                after_space[0] = False
                collapsed.append(part)
            case _:
                collapsed.append(replace(part, children=_collapse(part.children, after_space)))
    return _joined(tuple(collapsed))


def _trim_end(parts: m.Inlines) -> m.Inlines:
    """Remove the space at the end, however deep it stands; a footnote ends nothing."""
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        match part:
            case m.Footnote():
                continue
            case m.Text(value):
                kept = value.rstrip(" \t\r\n")
                shorter: m.Inlines = (m.Text(kept),) if kept else ()
                rest = (*parts[:index], *shorter, *parts[index + 1 :])
                return rest if shorter else _trim_end(rest[:index]) + rest[index:]
            case m.LineBreak() | m.Abbreviation() | m.Code() | m.Number():
                return parts
            case _:
                inner = _trim_end(part.children)
                changed = (*parts[:index], replace(part, children=inner), *parts[index + 1 :])
                if inline_text(inner):
                    return changed
                return _trim_end(changed[:index]) + changed[index:]
    return parts


# ---- one function an element ---------------------------------------------------------------


def _within(context: Context, node: Node) -> Context:
    return frozenset({node.name}) if node.name in _NO_NESTING else context


Wrapper: TypeAlias = type[
    m.Emphasis | m.Strong | m.Span | m.Quotation | m.Cite | m.Subscript | m.Superscript
]


def _wrapper(kind: Wrapper) -> Callable[[Reading, Node, Context], m.Inline]:
    def read(reading: Reading, node: Node, context: Context) -> m.Inline:
        with reading.attributes(node) as attributes:
            marks = attributes.marks()
        return kind(_content(reading, node, context), **marks)

    return read


def _link(reading: Reading, node: Node, context: Context) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        href = attributes.required("href", values.address, "#")
        hreflang = attributes.optional("hreflang", values.language_tag)
    children = _content(reading, node, _within(context, node))
    if is_blank(inline_text(children)):
        reading.note("gap-link-text", node.place, href=href)
    return m.Link(href, children, hreflang, **marks)


def _reference(reading: Reading, node: Node, context: Context) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        to = attributes.required("to", values.name, "")
    reading.references.append((to, node.place))
    children = _content(reading, node, _within(context, node))
    if is_blank(inline_text(children)):
        refuse_empty(reading, node)
    return m.Reference(to, children, **marks)


def _footnote(reading: Reading, node: Node, context: Context) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Footnote(inlines(reading, node, _within(context, node)), **marks)


def _abbreviation(reading: Reading, node: Node, context: Context) -> m.Inline:
    del context
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    expansion = None
    for child in node.elements():
        if child.name != "expansion":
            reading.unknown(child, node, ["expansion"])
        elif expansion is not None:
            reading.refuse(
                "repeated-element", child.place, "a second expansion in abbr; one is allowed"
            )
        else:
            with reading.attributes(child) as attributes:
                inner = attributes.marks()
            expansion = m.Expansion(only_text(reading, child), **inner)
    own = replace_children(node, [part for part in node.children if isinstance(part, Chars)])
    return m.Abbreviation(only_text(reading, own), expansion, **marks)


def _code(reading: Reading, node: Node, context: Context) -> m.Inline:
    del context
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Code(only_text(reading, node), **marks)


def _time(reading: Reading, node: Node, context: Context) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        when = attributes.required("when", values.when, date.min)
    return m.Time(when, _content(reading, node, context), **marks)


def _number(reading: Reading, node: Node, context: Context) -> m.Inline:
    del context
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        value = attributes.optional("value", values.decimal)
        unit = attributes.optional("unit", values.plain)
    return m.Number(only_text(reading, node), value, unit, **marks)


def _name(reading: Reading, node: Node, context: Context) -> m.Inline:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.NameKind))
    own, original = _set_apart(reading, node, "original")
    read_original = None
    if original is not None:
        with reading.attributes(original) as attributes:
            lang = attributes.lang()
            here = attributes.place()
        if lang is None:
            reading.refuse("missing-attribute", original.place, "original has no 'xml:lang'")
        here["lang"] = lang
        read_original = m.Original(only_text(reading, original), **here)
    children = _content(reading, own, context)
    if original is not None:
        children = _trim_end(children)
    return m.Name(children, kind, read_original, **marks)


def _ruby(reading: Reading, node: Node, context: Context) -> m.Inline:
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
    return m.Ruby(_trim_end(_content(reading, own, context)), text, lang, **marks)


def _set_apart(reading: Reading, node: Node, name: str) -> tuple[Node, Node | None]:
    """Return *node* without its last element called *name*, and that element."""
    found = [child for child in node.elements() if child.name == name]
    for extra in found[1:]:
        reading.refuse(
            "repeated-element", extra.place, f"a second {name} in {node.name}; one is allowed"
        )
    rest = [child for child in node.children if child not in found] if found else node.children
    if found:
        _refuse_after(reading, node, found[0])
    return replace_children(node, rest), found[0] if found else None


def _refuse_after(reading: Reading, node: Node, last: Node) -> None:
    after = node.children[node.children.index(last) + 1 :]
    if any(not isinstance(part, Chars) or part.text.strip(" \t\r\n") for part in after):
        reading.refuse(
            "misplaced-element", last.place, f"{last.name} must stand at the end of {node.name}"
        )


def replace_children(node: Node, children: list[Node | Chars]) -> Node:
    """Return *node* with other children."""
    return Node(node.name, node.attributes, node.place, children)


def _line_break(reading: Reading, node: Node, context: Context) -> m.Inline:
    del context
    with reading.attributes(node):
        reading.children(node, "")
    return m.LineBreak()


_READERS: Final[dict[str, Callable[[Reading, Node, Context], m.Inline]]] = {
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
INLINE_NAMES: Final = frozenset(_READERS)
