"""Running text → canonical XML, on one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pressconv import model as m
from pressconv.writers.xml.markup import escape, leaf, marks

_SIMPLE: Final[dict[type[m.Inline], str]] = {
    m.Emphasis: "em",
    m.Strong: "strong",
    m.Span: "span",
    m.Quotation: "q",
    m.Cite: "cite",
    m.Subscript: "sub",
    m.Superscript: "sup",
    m.Footnote: "footnote",
}


def inlines(children: Iterable[m.Inline]) -> str:
    """Write running text."""
    return "".join(map(_inline, children))


def _inline(node: m.Inline) -> str:
    match node:
        case m.Text(value):
            return escape(value)
        case m.LineBreak():
            return "<br/>"
        case m.Link(href, children, hreflang):
            return leaf("a", inlines(children), **marks(node), href=href, hreflang=hreflang)
        case m.Abbreviation(text, expansion):
            if expansion is None:  # abbr only exists with its expansion
                return _part(escape(text), node)
            meant = leaf("expansion", escape(expansion.text), **marks(expansion))
            return leaf("abbr", escape(text) + meant, **marks(node))
        case m.Code(text):
            return leaf("code", escape(text), **marks(node))
        case m.Time(when, children):
            return leaf("time", inlines(children), **marks(node), when=when)
        case m.Number(text, value, unit):
            if value is None:  # nor does num without its value
                return _part(escape(text), node)
            return leaf("num", escape(text), **marks(node), value=value, unit=unit)
        case m.Name(children, kind, original):
            own = original and leaf("original", escape(original.text), xml_lang=original.lang)
            return leaf("name", inlines(children) + (own or ""), **marks(node), kind=kind)
        case m.Ruby(children, reading, lang):
            gloss = leaf("reading", escape(reading), xml_lang=lang)
            return leaf("ruby", inlines(children) + gloss, **marks(node))
        case m.Reference(to, children):
            return _part(leaf("ref", inlines(children), to=to), node)
        case _:
            return leaf(_SIMPLE[type(node)], inlines(node.children), **marks(node))


def _part(inner: str, node: m.Marked) -> str:
    """Write what has no attributes of its own, in a part where it needs some."""
    own = {key: value for key, value in marks(node).items() if value is not None}
    return leaf("span", inner, **own) if own else inner


def words(name: str, content: m.Inlines | str | None) -> str:
    """Write an element of running text that takes no attribute; nothing where there is none."""
    if not content:
        return ""
    return leaf(name, escape(content) if isinstance(content, str) else inlines(content))
