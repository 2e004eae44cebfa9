"""Blocks and sections → HTML flow content. Headings follow from depth, so no level is skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from pressconv import model as m
from pressconv.reading import verse_text
from pressconv.writers.html.build import Child, Element, block, group, tag
from pressconv.writers.html.inlines import Scope, inlines, marks
from pressconv.writers.html.pictures import Picture
from pressconv.writers.html.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIST_TYPES: Final = {
    m.Numbering.DECIMAL: None,
    m.Numbering.ALPHA: "a",
    m.Numbering.ROMAN: "i",
    m.Numbering.NATIVE: None,
}


def content(nodes: Iterable[m.Block | m.Section], scope: Scope, level: int) -> list[Element]:
    """Write blocks and sections; *level* is the heading level of a section here (2 to 6)."""
    return [_block(node, scope, level) for node in nodes]


def image(node: m.Image, scope: Scope, cls: str = "") -> Element:
    """Write an image with its size, so that the page does not move while it loads."""
    picture = scope.pictures.get(node.src) or Picture(node.src)
    alt: str | None
    own = marks(node, scope)
    match node.alt:
        case m.Alternative(children):
            alt = "".join(
                part.value if isinstance(part, m.Text) else _plain(part) for part in children
            )
            # The text of an attribute is in the language of its element.
            lang, side = node.alt.lang or node.lang, node.alt.dir or node.dir
            own = marks(m.Span((), id=node.id, lang=lang, dir=side), scope)
        case m.Decorative():
            alt = ""
        case m.Undescribed():
            alt = None
        case _:
            assert_never(node.alt)
    return tag(
        "img",
        src=picture.src,
        srcset=picture.srcset,
        sizes=picture.sizes,
        alt=alt,
        width=picture.width,
        height=picture.height,
        cls=cls,
        **own,
    )


def _plain(span: m.Span) -> str:
    return "".join(part.value for part in span.children if isinstance(part, m.Text))


def _block(node: m.Block | m.Section, scope: Scope, level: int) -> Element:
    if isinstance(node, m.Separator):
        return block("hr", cls="pc-separator")
    own, inner = marks(node, scope), scope.within(node)
    match node:
        case m.Section(title, blocks):
            heading = block(f"h{level}", *inlines(title, inner))
            return group("section", heading, *content(blocks, inner, level + 1), **own)
        case m.Paragraph(children):
            return block("p", *inlines(children, inner), **own)
        case m.List():
            return _list(node, own, inner, level)
        case m.Definitions(entries):
            return group("dl", *(_entry(entry, inner, level) for entry in entries), **own)
        case m.Table():
            return table(node, own, inner, lambda flow, at: _flow(flow, at, level))
        case m.Figure():
            return _figure(node, own, inner, level)
        case m.Media():
            return _media(node, own, inner, level)
        case m.Quote():
            return _quote(node, own, inner, level)
        case m.Speech(speaker, blocks, _, kind):
            who = block("p", *inlines(speaker, inner), cls="pc-speaker")
            cls = f"pc-speech pc-{kind}" if kind else "pc-speech"
            return group("div", who, *content(blocks, inner, level), cls=cls, **own)
        case m.Remark(title, blocks, kind):
            head = [block("p", *inlines(title, inner), cls="pc-remark-title")] if title else []
            cls = f"pc-remark pc-{kind}" if kind else "pc-remark"
            parts = [*head, *content(blocks, inner, level)]
            return group("div", *parts, cls=cls, role="note", **own)
        case m.Verse(lines):
            return block("p", *inlines(verse_text(lines), inner), cls="pc-verse", **own)
        case _:
            assert_never(node)


def _list(node: m.List, own: dict[str, str | None], scope: Scope, level: int) -> Element:
    items = [
        block("li", *_flow(item.content, scope.within(item), level), **marks(item, scope))
        for item in node.items
    ]
    silent = [item for item in items if _is_silent(item)]
    if len(silent) == len(items) and not own["id"]:
        own = {**own, "aria_hidden": "true"}
        silent = []
    for item in silent:
        item.set("aria-hidden", "true")
    if node.kind is m.ListKind.UNORDERED:
        return group("ul", *items, **own)
    start = str(node.start) if node.start != 1 else None
    cls = "pc-native" if node.numbering is m.Numbering.NATIVE else ""
    return group("ol", *items, cls=cls, start=start, type=_LIST_TYPES[node.numbering], **own)


def _is_silent(item: Element) -> bool:
    """Say whether nothing in *item* is heard or led to: its bullet would announce nothing."""
    is_led_to = any(one.get("id") for one in item.iter())
    has_words = bool("".join(item.itertext()).strip())
    return not is_led_to and not has_words and all(one.get("alt") == "" for one in item.iter("img"))


def _entry(entry: m.Entry, scope: Scope, level: int) -> Element:
    terms = [block("dt", *inlines(term.children, scope)) for term in entry.terms]
    found = [block("dd", *_flow(one.content, scope, level)) for one in entry.definitions]
    return group("div", *terms, *found)


def _figure(node: m.Figure, own: dict[str, str | None], scope: Scope, level: int) -> Element:
    """Write a picture with what is said of it.

    The description stands behind the figure: Firefox names a figure by all of its ``figcaption``
    (HTML-AAM, "figure"), and all of that would be heard twice.
    """
    said = _said(("pc-caption", node.caption), ("pc-credit", node.credit), scope=scope)
    shown: list[Child] = [image(node.image, scope), "\n"]
    if said:
        shown.append(group("figcaption", *said))
    is_figure = said or not isinstance(node.image.alt, m.Decorative)  # else it announces nothing
    if not node.description:
        return group("figure" if is_figure else "div", *shown, cls="pc-figure", **own)
    described = group("div", *content(node.description, scope, level), cls="pc-description")
    parts = [group("figure", *shown)] if is_figure else shown
    return group("div", *parts, described, cls="pc-figure", **own)


def _media(node: m.Media, own: dict[str, str | None], scope: Scope, level: int) -> Element:
    parts: list[Child] = [*_said(("pc-media-title", node.title), scope=scope)]
    if node.poster:
        parts += [image(node.poster, scope), "\n"]
    if isinstance(node.transcript, tuple):
        parts.append(group("div", *content(node.transcript, scope, level), cls="pc-transcript"))
    parts += _said(("pc-credit", node.credit), scope=scope)
    return group("div", *parts, cls="pc-media", **own)


def _quote(node: m.Quote, own: dict[str, str | None], scope: Scope, level: int) -> Element:
    inner = content(node.blocks, scope, level)
    if not node.attribution:
        return group("blockquote", *inner, cls="pc-quote", cite=node.cite, **own)
    words = group("blockquote", *inner, cite=node.cite)
    who = block("figcaption", *inlines(node.attribution, scope))
    return group("figure", words, who, cls="pc-quote", **own)


def _said(*pairs: tuple[str, m.Inlines], scope: Scope) -> list[Element]:
    """Write a paragraph for every pair of class and words that has words."""
    return [block("p", *inlines(words, scope), cls=cls) for cls, words in pairs if words]


def _flow(flow: m.Flow, scope: Scope, level: int) -> list[Child]:
    if isinstance(flow, m.Running):
        return inlines(flow.children, scope)
    return ["\n", *content(flow, scope, level)]
