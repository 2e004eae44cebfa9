"""`Release` → canonical XML, so that ``read(write_xml(release)) == release``.

Blocks stand on lines of their own, running text is never broken. Characters that cannot be seen
are written as numbers (``&#xA0;``), so that nobody loses one by accident.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from pressconv import model as m

if TYPE_CHECKING:
    from decimal import Decimal

NAMESPACE: Final = "urn:pressconv:release:1"

Value: TypeAlias = "str | int | Decimal | m.When | None"


def write_xml(release: m.Release) -> bytes:
    """Write *release* as canonical XML in UTF-8. The same release gives the same bytes."""
    body = _element("body", _content(release.body.content), **_marks(release.body))
    root = _element(
        "release",
        _lines(_element("head", _head(release.head)), body, _foot(release.foot)),
        xmlns=NAMESPACE,
        id=release.id,
        version=release.version,
        xml_lang=release.lang,
        dir=release.dir,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()


# ---- head and foot -------------------------------------------------------------------------


def _head(head: m.Head) -> str:
    return _lines(
        _words("headline", head.headline),
        _words("subheadline", head.subheadline),
        _words("slugline", head.slugline),
        _words("number", head.number),
        *map(_issuer, head.issuers),
        head.genre and _leaf("genre", _escape(head.genre.text), key=head.genre.key),
        head.distribution and _distribution(head.distribution),
        head.issued and _leaf("issued", when=head.issued),
        head.updated and _leaf("updated", when=head.updated),
        head.expires and _leaf("expires", when=head.expires),
        head.dateline and _dateline(head.dateline),
        _words("byline", head.byline),
        _words("attribution", head.attribution),
        head.abstract and _element("abstract", _content(head.abstract)),
        *map(_subject, head.subjects),
        _words("status", head.status),
        *map(_correction, head.corrections),
        _words("rights", head.rights),
        *(_leaf("feed", _escape(feed.text), href=feed.href) for feed in head.feeds),
        *map(_edition, head.editions),
        head.translation and _translation(head.translation),
    )


def _issuer(issuer: m.Issuer) -> str:
    return _element(
        "issuer",
        _lines(
            _words("organization", issuer.organization),
            *(_words("unit", unit) for unit in issuer.units),
            issuer.logo and _image(issuer.logo, "logo"),
        ),
        xml_lang=issuer.lang,
    )


def _distribution(node: m.Distribution) -> str:
    return _leaf("distribution", _escape(node.text), key=node.key, until=node.until)


def _dateline(dateline: m.Dateline) -> str:
    parts = []
    for part in dateline.parts:
        match part:
            case m.DatelinePlace(text, lang):
                parts.append(_leaf("place", _escape(text), xml_lang=lang))
            case m.DatelineTime(when, text):
                parts.append(_leaf("time", _escape(text), when=when))
            case _:
                parts.append(_escape(part))
    return _leaf("dateline", "".join(parts), xml_lang=dateline.lang)


def _subject(node: m.Subject) -> str:
    text = _escape(node.text)
    return _leaf("subject", text, scheme=node.scheme, code=node.code, xml_lang=node.lang)


def _correction(node: m.Correction) -> str:
    return _leaf(
        "correction", _inlines(node.children), when=node.when, to_version=node.to_version
    )


def _edition(node: m.Edition) -> str:
    return _leaf("edition", _escape(node.title), hreflang=node.hreflang, href=node.href)


def _translation(node: m.Translation) -> str:
    wording = node.wording
    inner = _leaf("wording", _inlines(wording.children), **_marks(wording)) if wording else ""
    return _leaf(
        "translation",
        inner,
        from_=node.source_lang,
        authoritative=" ".join(node.authoritative),
        method=node.method,
        translator=node.translator,
        source=node.source,
        source_version=node.source_version,
    )


def _foot(foot: m.Foot) -> str:
    if foot == m.Foot():
        return ""
    return _element(
        "foot",
        _lines(
            *map(_boilerplate, foot.boilerplates),
            *map(_contact, foot.contacts),
            *map(_related, foot.related),
            foot.subscribe and _subscribe(foot.subscribe),
            _words("endmark", foot.endmark),
        ),
    )


def _boilerplate(node: m.Boilerplate) -> str:
    inner = _lines(_words("title", node.title), _content(node.blocks))
    return _element("boilerplate", inner, **_marks(node), kind=node.kind)


def _contact(node: m.Contact) -> str:
    inner = _lines(
        _words("name", node.name),
        _words("role", node.role),
        _words("organization", node.organization),
        *(_leaf(channel.kind, _inlines(channel.children)) for channel in node.channels),
    )
    return _element("contact", inner, **_marks(node), audience=node.audience)


def _related(node: m.Related) -> str:
    text = _inlines(node.children)
    return _leaf("related", text, href=node.href, hreflang=node.hreflang, type=node.type)


def _subscribe(node: m.Subscribe) -> str:
    inner = _lines(_words("title", node.title), _content(node.blocks))
    return _element("subscribe", inner, href=node.href)


# ---- blocks --------------------------------------------------------------------------------


def _content(content: Iterable[m.Block | m.Section]) -> str:
    return _lines(*map(_block, content))


def _block(node: m.Block | m.Section) -> str:  # noqa: PLR0911 - one return a kind of block
    match node:
        case m.Section(title, blocks):
            return _element("section", _lines(_words("title", title), _content(blocks)), **_marks(node))
        case m.Paragraph(children):
            return _leaf("p", _inlines(children), **_marks(node))
        case m.List():
            return _list(node)
        case m.Definitions(entries):
            return _element("definitions", _lines(*map(_entry, entries)), **_marks(node))
        case m.Table():
            return _table(node)
        case m.Figure():
            return _figure(node)
        case m.Media():
            return _media(node)
        case m.Quote(blocks, attribution, cite):
            inner = _lines(_content(blocks), _words("attribution", attribution))
            return _element("quote", inner, **_marks(node), cite=cite)
        case m.Speech(speaker, blocks, key, kind):
            inner = _lines(_words("speaker", speaker), _content(blocks))
            return _element("speech", inner, **_marks(node), speaker=key, kind=kind)
        case m.Remark(title, blocks, kind):
            inner = _lines(_words("title", title), _content(blocks))
            return _element("note", inner, **_marks(node), kind=kind)
        case m.Verse(lines):
            inner = _lines(*(_words("line", line.children) for line in lines))
            return _element("verse", inner, **_marks(node))
        case m.Separator():
            return _leaf("separator")
        case _:
            assert_never(node)


def _list(node: m.List) -> str:
    ordered = node.kind is m.ListKind.ORDERED
    items = _lines(*(_flow("item", item.content, **_marks(item)) for item in node.items))
    return _element(
        "list",
        items,
        **_marks(node),
        kind=node.kind if ordered else None,
        start=node.start if node.start != 1 else None,
        numbering=node.numbering if node.numbering is not m.Numbering.DECIMAL else None,
    )


def _entry(entry: m.Entry) -> str:
    terms = (_words("term", term.children) for term in entry.terms)
    definitions = (_flow("definition", one.content) for one in entry.definitions)
    return _element("entry", _lines(*terms, *definitions))


def _table(node: m.Table) -> str:
    inner = _lines(
        _words("caption", node.caption),
        node.head and _rows("head", node.head),
        *(_rows("rows", rows) for rows in node.bodies),
        node.foot and _rows("foot", node.foot),
        _words("note", node.note),
    )
    return _element("table", inner, **_marks(node))


def _rows(name: str, rows: tuple[m.Row, ...]) -> str:
    return _element(name, _lines(*(_element("row", _lines(*map(_cell, row.cells))) for row in rows)))


def _cell(cell: m.Cell | m.HeaderCell) -> str:
    return _flow(
        "header" if isinstance(cell, m.HeaderCell) else "cell",
        cell.content,
        **_marks(cell),
        scope=cell.scope if isinstance(cell, m.HeaderCell) else None,
        column_span=cell.column_span if cell.column_span != 1 else None,
        row_span=cell.row_span if cell.row_span != 1 else None,
        align=cell.align,
    )


def _figure(node: m.Figure) -> str:
    inner = _lines(
        _image(node.image, "image"),
        _words("caption", node.caption),
        _words("credit", node.credit),
        node.description and _element("description", _content(node.description)),
    )
    return _element("figure", inner, **_marks(node))


def _media(node: m.Media) -> str:
    transcript = node.transcript
    inner = _lines(
        _words("title", node.title),
        node.poster and _image(node.poster, "image"),
        _leaf("transcript", href=transcript) if isinstance(transcript, str) else "",
        _element("transcript", _content(transcript)) if isinstance(transcript, tuple) else "",
        _words("credit", node.credit),
    )
    return _element(
        "media", inner, **_marks(node), kind=node.kind, href=node.href, duration=node.duration
    )


def _image(image: m.Image, name: str) -> str:
    match image.alt:
        case m.Alternative(children):
            alt = _leaf("alt", _inlines(children), **_marks(image.alt))
            return _element(name, alt, **_marks(image), src=image.src)
        case m.Decorative():
            return _leaf(name, **_marks(image), src=image.src, decorative="true")
        case m.Undescribed():
            return _leaf(name, **_marks(image), src=image.src)
        case _:
            assert_never(image.alt)


# ---- running text --------------------------------------------------------------------------

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


def _inlines(children: Iterable[m.Inline]) -> str:
    return "".join(map(_inline, children))


def _inline(node: m.Inline) -> str:  # noqa: PLR0911 - one return a kind of inline
    match node:
        case m.Text(value):
            return _escape(value)
        case m.LineBreak():
            return "<br/>"
        case m.Link(href, children, hreflang):
            return _leaf("a", _inlines(children), **_marks(node), href=href, hreflang=hreflang)
        case m.Abbreviation(text, expansion):
            long = expansion and _leaf("expansion", _escape(expansion.text), **_marks(expansion))
            return _leaf("abbr", _escape(text) + (long or ""), **_marks(node))
        case m.Code(text):
            return _leaf("code", _escape(text), **_marks(node))
        case m.Time(when, children):
            return _leaf("time", _inlines(children), **_marks(node), when=when)
        case m.Number(text, value, unit):
            return _leaf("num", _escape(text), **_marks(node), value=value, unit=unit)
        case m.Name(children, kind, original):
            own = original and _leaf("original", _escape(original.text), xml_lang=original.lang)
            return _leaf("name", _inlines(children) + (own or ""), **_marks(node), kind=kind)
        case m.Ruby(children, reading, lang):
            gloss = _leaf("reading", _escape(reading), xml_lang=lang)
            return _leaf("ruby", _inlines(children) + gloss, **_marks(node))
        case m.Reference(to, children):
            return _leaf("ref", _inlines(children), **_marks(node), to=to)
        case _:
            return _leaf(_SIMPLE[type(node)], _inlines(node.children), **_marks(node))


# ---- tags and characters -------------------------------------------------------------------


def _marks(node: m.Marked) -> dict[str, Value]:
    return {"xml_id": node.id, "xml_lang": node.lang, "dir": node.dir}


def _words(name: str, content: m.Inlines | str | None) -> str:
    """Write an element of running text that takes no attribute; nothing where there is none."""
    if not content:
        return ""
    return _leaf(name, _escape(content) if isinstance(content, str) else _inlines(content))


def _flow(name: str, content: m.Flow, /, **attributes: Value) -> str:
    if isinstance(content, m.Running):
        return _leaf(name, _inlines(content.children), **attributes)
    return _element(name, _content(content), **attributes)


def _element(name: str, inner: str, /, **attributes: Value) -> str:
    """Write an element that holds elements, each on a line of its own."""
    if not inner:
        return _leaf(name, **attributes)
    indented = "\n".join("  " + line for line in inner.split("\n"))
    return f"{_open(name, **attributes)}\n{indented}\n</{name}>"


def _leaf(name: str, inner: str = "", /, **attributes: Value) -> str:
    """Write an element on one line."""
    start = _open(name, **attributes)
    return f"{start}{inner}</{name}>" if inner else f"{start[:-1]}/>"


def _open(name: str, /, **attributes: Value) -> str:
    written = "".join(
        f' {_attribute_name(key)}="{_quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>"


def _attribute_name(keyword: str) -> str:
    return keyword.replace("xml_", "xml:").rstrip("_").replace("_", "-")


def _quoted(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    text = value.value if isinstance(value, StrEnum) else str(value)
    return _escape(text).replace('"', "&quot;")


def _lines(*parts: object) -> str:
    """Put what was written on lines; what is not there (`None`, ``()``) leaves none."""
    return "\n".join(part for part in parts if isinstance(part, str) and part)


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if text.isascii():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isascii() or unicodedata.category(character) not in {"Cf", "Zs", "Zl", "Zp"}:
        return character
    return f"&#x{ord(character):X};"
