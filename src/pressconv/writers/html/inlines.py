"""Running text → HTML phrasing content.

A part in another language or direction says so (WCAG 2.2 SC 3.1.2); an element with ``dir`` is
isolated by every browser's own style sheet (HTML, section 15.3.5).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.around import own_direction
from pressconv.frozen import dataclass
from pressconv.linebreak.whole import range_spans
from pressconv.patterns import pattern
from pressconv.writers.html.anchors import call_id, note_id
from pressconv.writers.html.build import Child, Element, tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.languages import Labels
    from pressconv.writers.html.pictures import Picture

# Browsers end lines behind every hyphen and dash. What is longer than this may be wider than a
# telephone, in a headline with more space between its letters.
_MOST_WHOLE: Final = 12
_WHOLE: Final = pattern(rb'<span class="pc-whole">([^<]*)</span>')


@dataclass(frozen=True, slots=True)
class Scope:
    """What an element inherits: language and direction; and what all elements share."""

    lang: m.LangTag
    dir: m.Direction
    labels: Labels
    labels_lang: m.LangTag
    pictures: Mapping[str, Picture]

    def within(self, node: m.Marked) -> Scope:
        """Return the scope of the content of *node*."""
        lang, side = node.lang or self.lang, own_direction(node, self.dir)
        is_same = (lang, side) == (self.lang, self.dir)
        return self if is_same else replace(self, lang=lang, dir=side)

    @property
    def label_lang(self) -> m.LangTag | None:
        """The language that an element says which has a label: none where it inherits it."""
        return None if self.labels_lang == self.lang else self.labels_lang


def marks(node: m.Marked, scope: Scope) -> dict[str, str | None]:
    """Return the attributes id, lang and dir; dir only where it is marked or differs."""
    inner = own_direction(node, scope.dir)
    shows = node.dir is not None or inner is not scope.dir
    return {"id": node.id, "lang": node.lang, "dir": inner.value if shows else None}


def inlines(children: m.Inlines, scope: Scope) -> list[Child]:
    """Write running text."""
    return [piece for child in children for piece in _inline(child, scope)]


def _whole_ranges(text: str) -> Iterator[Child]:
    """Cut *text* so that a line never ends within a range of numbers."""
    done = 0
    for start, end in range_spans(text):
        if end - start <= _MOST_WHOLE:
            yield text[done:start]
            yield tag("span", text[start:end], cls="pc-whole")
            done = end
    yield text[done:]


def without_whole_ranges(page: bytes) -> bytes:
    """Return a *page* of ours for an engine whose line ends are ours, without the spans for ranges.

    WeasyPrint 70 orders the elements of a line by the direction of the block: in a leftward one,
    "Windows" and a range behind it would change places. Drop when it orders a line by UAX #9.
    """
    return _WHOLE.sub(rb"\1", page)


def datetime_value(when: m.When) -> str:
    """Write a day or moment as HTML's ``datetime`` wants it, in milliseconds at most."""
    if isinstance(when, datetime) and when.microsecond:
        return when.isoformat(timespec="milliseconds")
    return when.isoformat()


def _inline(node: m.Inline, scope: Scope) -> Iterator[Child]:
    match node:
        case m.Text(value):
            yield from _whole_ranges(value)
        case m.LineBreak():
            yield tag("br")
        case m.Abbreviation():
            yield _abbreviation(node, scope)
        case m.Code(text):
            yield tag("code", text, **marks(node, scope))
        case m.Number(text, value):
            if value is None:
                yield tag("span", *_whole_ranges(text), cls="pc-num", **marks(node, scope))
            else:
                yield tag("data", *_whole_ranges(text), value=str(value), **marks(node, scope))
        case m.Footnote():
            yield _call(node, scope)
        case _:
            yield _phrase(node, scope)


def _phrase(
    node: m.Emphasis
    | m.Strong
    | m.Span
    | m.Link
    | m.Quotation
    | m.Cite
    | m.Time
    | m.Name
    | m.Ruby
    | m.Subscript
    | m.Superscript
    | m.Reference,
    scope: Scope,
) -> Element:
    children = inlines(node.children, scope.within(node))
    own = marks(node, scope)
    match node:
        case m.Emphasis():
            return tag("em", *children, **own)
        case m.Strong():
            return tag("strong", *children, **own)
        case m.Link(href, _, hreflang):
            return tag("a", *children, href=href, hreflang=hreflang, **own)
        case m.Reference(to):
            return tag("a", *children, href=f"#{to}", **own)
        case m.Cite():
            return tag("cite", *children, **own)
        case m.Time(when):
            return tag("time", *children, datetime=datetime_value(when), **own)
        case m.Ruby(_, reading, lang):
            gloss = tag("rt", reading, lang=lang)
            return tag("ruby", *children, tag("rp", "("), gloss, tag("rp", ")"), **own)
        case m.Subscript():
            return tag("sub", *children, **own)
        case m.Superscript():
            return tag("sup", *children, **own)
        case m.Quotation():
            # Not <q>: browsers would set marks of their own beside the characters.
            return tag("span", *children, cls="pc-q", **own)
        case m.Name():
            return tag("span", *children, cls="pc-name", **own)
        case m.Span():
            return tag("span", *children, **own)


def _abbreviation(node: m.Abbreviation, scope: Scope) -> Element:
    """Write an abbreviation: its ``title`` is in the language of the element that bears it.

    Source: HTML, section 3.2.6.1. So an element of its own holds what is in another language.
    """
    meant, inner = node.expansion, scope.within(node)
    title = meant.text if meant else None
    if meant is None or meant.lang in {None, inner.lang}:
        return tag("abbr", node.text, title=title, **marks(node, scope))
    outer = scope.within(meant)
    side = inner.dir.value if node.dir or inner.dir is not outer.dir else None
    text = tag("span", node.text, lang=inner.lang, dir=side)
    return tag("abbr", text, title=title, **marks(replace(meant, id=node.id), scope))


def _call(note: m.Footnote, scope: Scope) -> Element:
    return tag(
        "a",
        tag("sup", str(note.number)),
        cls="pc-call",
        id=call_id(note),
        href=f"#{note_id(note)}",
        role="doc-noteref",
        lang=scope.label_lang,
        aria_label=scope.labels.note_call.format(number=note.number),
    )
