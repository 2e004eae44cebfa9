"""Blocks and sections → canonical XML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from pressconv import model as m
from pressconv.writers.xml.inlines import inlines, words
from pressconv.writers.xml.markup import Value, element, leaf, lines, marks


def content(blocks: Iterable[m.Block | m.Section]) -> str:
    """Write blocks and sections, each on lines of its own."""
    return lines(*map(_block, blocks))


def _block(node: m.Block | m.Section) -> str:
    match node:
        case m.Section(title, blocks):
            return element("section", lines(words("title", title), content(blocks)), **marks(node))
        case m.Paragraph(children):
            return leaf("p", inlines(children), **marks(node))
        case m.List():
            return _list(node)
        case m.Definitions(entries):
            return element("definitions", lines(*map(_entry, entries)), **marks(node))
        case m.Table():
            return _table(node)
        case m.Figure():
            return _figure(node)
        case m.Media():
            return _media(node)
        case m.Quote(blocks, attribution, cite):
            inner = lines(content(blocks), words("attribution", attribution))
            return element("quote", inner, **marks(node), cite=cite)
        case m.Speech(speaker, blocks, key, kind):
            inner = lines(words("speaker", speaker), content(blocks))
            return element("speech", inner, **marks(node), speaker=key, kind=kind)
        case m.Remark(title, blocks, kind, when):
            inner = lines(words("title", title), content(blocks))
            return element("note", inner, **marks(node), kind=kind, when=when)
        case m.Verse(verses):
            inner = lines(*(words("line", line.children) for line in verses))
            return element("verse", inner, **marks(node))
        case m.Separator():
            return leaf("separator")
        case _:
            assert_never(node)


def _list(node: m.List) -> str:
    ordered = node.kind is m.ListKind.ORDERED
    items = lines(*(flow("item", item.content, **marks(item)) for item in node.items))
    return element(
        "list",
        items,
        **marks(node),
        kind=node.kind if ordered else None,
        start=node.start if node.start != 1 else None,
        numbering=node.numbering if node.numbering is not m.Numbering.DECIMAL else None,
    )


def _entry(entry: m.Entry) -> str:
    terms = (words("term", term.children) for term in entry.terms)
    definitions = (flow("definition", one.content) for one in entry.definitions)
    return element("entry", lines(*terms, *definitions))


def _table(node: m.Table) -> str:
    inner = lines(
        words("caption", node.caption),
        node.head and _rows("head", node.head),
        *(_rows("rows", rows) for rows in node.bodies),
        node.foot and _rows("foot", node.foot),
        words("note", node.note),
    )
    return element("table", inner, **marks(node))


def _rows(name: str, rows: tuple[m.Row, ...]) -> str:
    return element(name, lines(*(element("row", lines(*map(_cell, row.cells))) for row in rows)))


def _cell(cell: m.Cell | m.HeaderCell) -> str:
    return flow(
        "header" if isinstance(cell, m.HeaderCell) else "cell",
        cell.content,
        **marks(cell),
        scope=cell.scope if isinstance(cell, m.HeaderCell) else None,
        column_span=cell.column_span if cell.column_span != 1 else None,
        row_span=cell.row_span if cell.row_span != 1 else None,
        align=cell.align,
    )


def _figure(node: m.Figure) -> str:
    inner = lines(
        image(node.image, "image"),
        words("caption", node.caption),
        words("credit", node.credit),
        node.description and element("description", content(node.description)),
    )
    return element("figure", inner, **marks(node))


def _media(node: m.Media) -> str:
    transcript = node.transcript
    inner = lines(
        words("title", node.title),
        node.poster and image(node.poster, "image"),
        leaf("transcript", href=transcript) if isinstance(transcript, str) else "",
        element("transcript", content(transcript)) if isinstance(transcript, tuple) else "",
        words("credit", node.credit),
    )
    return element(
        "media", inner, **marks(node), kind=node.kind, href=node.href, duration=node.duration
    )


def image(node: m.Image, name: str) -> str:
    """Write an image as an element called *name*."""
    own = {"xml_id": node.id}
    match node.alt:
        case m.Alternative(children):
            alt = leaf("alt", inlines(children), **marks(node.alt))
            return element(name, alt, **own, src=node.src)
        case m.Decorative():
            return leaf(name, **own, src=node.src, decorative="true")
        case m.Undescribed():
            return leaf(name, **own, src=node.src)
        case _:
            assert_never(node.alt)


def flow(name: str, inner: m.Flow, /, **attributes: Value) -> str:
    """Write an element of running text or blocks."""
    if isinstance(inner, m.Running):
        return leaf(name, inlines(inner.children), **attributes)
    return element(name, content(inner), **attributes)
