"""Images: a source, and the text that stands for it, or that none is needed."""

from __future__ import annotations

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.characters import (
    clean,
    raw_text,
    refuse_empty,
    squeezed_inlines,
    with_isolates,
)
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.tree import Chars, Node
from pressconv.text import inline_text, is_blank


def image(reading: Reading, node: Node) -> m.Image:
    """Read an image: its source, and its alternative text or that it needs none."""
    with reading.attributes(node) as attributes:
        marks = attributes.place(id=attributes.identity() if node.name == "image" else None)
        src = attributes.required("src", _source, "#")
        decorative = attributes.optional("decorative", values.true)
    alt = reading.children(node, "alt?").one("alt")
    if alt is not None:
        if "decorative" in node.attributes:
            message = "a decorative image has no alternative text"
            reading.refuse("misplaced-element", alt.place, message, "remove alt, or decorative")
        return m.Image(src, _alternative(reading, alt), **marks)
    if decorative:
        return m.Image(src, m.Decorative(), **marks)
    reading.note("gap-alt", node.place, src=src)
    return m.Image(src, m.Undescribed(), **marks)


def _source(text: str) -> str:
    if text.strip(values.SPACES)[:5].lower() == "data:":
        expected = "expected a file beside the release: save the image there, and write its name"
        raise values.RefusedValueError("link-scheme", expected)
    return values.address(text)


def _alternative(reading: Reading, node: Node) -> m.Alternative:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    parts: list[m.Inline] = []
    for child in node.children:
        if isinstance(child, Chars):
            if text := clean(reading, child):
                parts.append(m.Text(text))
        elif child.name == "span":
            parts.append(_span(reading, child))
        else:
            reading.unknown(child, node, ["span"])
    children = squeezed_inlines(_flat(with_isolates(reading, node, parts)))
    if is_blank(inline_text(children)):
        refuse_empty(reading, node)
    return m.Alternative(
        tuple(part for part in children if isinstance(part, m.Text | m.Span)), **marks
    )


def _span(reading: Reading, node: Node) -> m.Span:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    text = raw_text(reading, node, empty=True)
    return m.Span((m.Text(text),) if text else (), **marks)


def _flat(parts: m.Inlines) -> m.Inlines:
    """Leave no part in a part: an alternative text ends up in an attribute, where none can be."""
    return tuple(
        m.Span(_words(part), lang=part.lang, dir=part.dir, id=part.id, place=part.place)
        if isinstance(part, m.Span)
        else part
        for part in parts
    )


def _words(span: m.Span) -> m.Inlines:
    text = inline_text(span.children)
    return (m.Text(text),) if text else ()
