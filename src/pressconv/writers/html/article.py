"""The parts of a `Presentation` → the article of a page: head, letterhead, text, notes and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.presentation import STANDING, LineKind, Part, PartKind
from pressconv.writers.html.anchors import call_id, note_id
from pressconv.writers.html.blocks import content, image
from pressconv.writers.html.build import Child, Element, block, group, tag
from pressconv.writers.html.inlines import Scope, inlines, marks

if TYPE_CHECKING:
    from pressconv.presentation import LetterheadLine, Presentation

_FOOT: Final = frozenset(
    {
        PartKind.BOILERPLATE,
        PartKind.CONTACT,
        PartKind.RELATED,
        PartKind.SUBSCRIBE,
        PartKind.RIGHTS,
        PartKind.ACCESSIBILITY,
    }
)

_LINES: Final = {
    **dict.fromkeys(STANDING, "pc-standing"),
    LineKind.LOGO: "pc-issuer",
    LineKind.ORGANIZATION: "pc-issuer",
    LineKind.UNIT: "pc-issuer",
    LineKind.DISTRIBUTION: "pc-facts",
    LineKind.GENRE: "pc-facts",
    LineKind.ISSUED: "pc-facts",
    LineKind.UPDATED: "pc-facts",
    LineKind.VERSION: "pc-facts",
    LineKind.EXPIRES: "pc-facts",
    LineKind.NUMBER: "pc-facts",
}


def article(presentation: Presentation, scope: Scope) -> Element:
    """Write the release: its head, its parts, its notes behind them, its foot."""
    parts = [_header(presentation, scope)]
    main = [part for part in presentation.parts if part.kind not in _FOOT]
    for part in main:
        parts.append(_part(part, scope))
        if part.kind is PartKind.BODY and presentation.endmark:
            parts.append(block("p", presentation.endmark, cls="pc-endmark", aria_hidden="true"))
    if presentation.notes:
        parts.append(_notes(presentation, scope))
    foot = [_part(part, scope) for part in presentation.parts if part.kind in _FOOT]
    if foot:
        parts.append(group("footer", *foot, cls="pc-foot"))
    return group("article", *parts, cls="pc-release")


def _header(presentation: Presentation, scope: Scope) -> Element:
    parts = [block("h1", *inlines(presentation.headline, scope))]
    if presentation.subheadline:
        words = inlines(presentation.subheadline, scope)
        parts.append(block("p", *words, cls="pc-subheadline"))
    if presentation.letterhead:
        parts.append(group("div", *_letterhead(presentation, scope), cls="pc-letterhead"))
    return group("header", *parts, cls="pc-head")


def _letterhead(presentation: Presentation, scope: Scope) -> list[Element]:
    """Write the lines, those that belong together in a group: an issuer, the facts.

    The names of an issuer have a box of their own beside its logo.
    """
    parts: list[Element] = []
    around, before, inside = "", None, None
    for line in presentation.letterhead:
        cls = _LINES.get(line.kind, "")
        has_logo = before is LineKind.LOGO
        opens = line.kind is LineKind.LOGO or (line.kind is LineKind.ORGANIZATION and not has_logo)
        if not cls:
            parts.append(_line(line, scope))
        elif opens or cls != around or inside is None:
            inside = group("div", _line(line, scope), cls=cls)
            parts.append(inside)
        elif has_logo:
            names = group("div", _line(line, scope), cls="pc-names")
            inside.append(names)
            inside = names
        else:
            inside.append(_line(line, scope))
        around, before = cls, line.kind
    return parts


def _line(line: LetterheadLine, scope: Scope) -> Element:
    span = m.Span((), lang=line.lang)
    inner = scope.within(span)
    if isinstance(line.content, m.Image):
        words: list[Child] = [image(line.content, inner, cls="pc-logo")]
    else:
        words = inlines(line.content, inner)
    return block("p", *words, cls=f"pc-{line.kind}", **marks(span, scope))


def _part(part: Part, scope: Scope) -> Element:
    """Write a part: a section under its title or label, a note for the disclaimer."""
    span = m.Span((), id=part.id, lang=part.lang, dir=part.dir)
    inner = scope.within(span)
    own = marks(span, scope)
    cls = f"pc-{part.kind}"
    title = [block("h2", *inlines(part.title, inner))] if part.title else []
    level = 3 if part.title else 2
    blocks: list[Child] = [*content(part.content, inner, level)]
    if part.kind is PartKind.TRANSLATION:
        return group("aside", *blocks, cls=cls, role="note", aria_label=part.label, **own)
    if part.kind is PartKind.CONTACT:
        blocks = [group("address", *blocks)] if blocks else []
    if title or part.label:
        label = None if title else part.label
        return group("section", *title, *blocks, cls=cls, aria_label=label, **own)
    return group("div", *blocks, cls=cls, **own)


def _notes(presentation: Presentation, scope: Scope) -> Element:
    labels = presentation.labels
    notes = []
    for note in presentation.notes:
        inner = scope.within(note)
        back = tag(
            "a",
            str(note.number),
            cls="pc-back",
            href=f"#{call_id(note)}",
            role="doc-backlink",
            lang=inner.label_lang,
            aria_label=labels.back_to_call.format(number=note.number),
        )
        words = inlines(note.children, inner)
        own = {**marks(note, scope), "id": note_id(note)}
        text: list[Child] = [back, " ", tag("span", *words)]
        notes.append(block("div", *text, cls="pc-note", role="doc-footnote", **own))
    return group("section", *notes, cls="pc-notes", role="doc-endnotes", aria_label=labels.notes)
