"""Parts of running text as they were met → running text that keeps the model's laws.

No part is blank, none stands beside its equal, white space is collapsed, and a line break never
begins or ends a block.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.readers.xml.characters import squeezed, squeezed_inlines, trimmed_end
from pressconv.text import first_strong, inline_text, is_blank, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ISOLATES: Final = {"\u2066": m.Direction.LTR, "\u2067": m.Direction.RTL, "\u2068": None}
_POP: Final = "\u2069"
_MARK: Final = re.compile("([\u2066-\u2069])")
_MAX_ISOLATES: Final = 8
# Which mark closes what another one opens, in any language.
_CLOSED_BY: Final = {
    **{"\u201e": "\u201c\u201d", "\u201c": "\u201d", "\u201d": "\u201d\u201c", '"': '"'},
    **{"\u201a": "\u2018\u2019", "\u2018": "\u2019", "\u2019": "\u2019", "'": "'"},
    **{"«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』"},
}
_SPACED: Final = "(?:[ \u00a0\u202f](?=[«»‹›]))?"
_OPENING: Final = re.compile(f"([{''.join(_CLOSED_BY)}])(?:(?<=[«»‹›])[ \u00a0\u202f])?$")
_CLOSING: Final = re.compile(f"{_SPACED}([{''.join(_CLOSED_BY.values())}])")

_Holder: TypeAlias = (
    m.Emphasis
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
    | m.Reference
)


def without_isolates(text: str) -> str:
    """Return *text* without marks that isolate."""
    return _MARK.sub("", text)


def isolated(text: str) -> list[m.Inline]:
    """Turn balanced isolates in *text* into parts; a mark without its partner goes."""
    if not _MARK.search(text):
        return [m.Text(text)] if text else []
    stack: list[tuple[m.Direction | None, list[m.Inline]]] = [(None, [])]
    for piece in _MARK.split(text):
        if piece in ISOLATES and len(stack) <= _MAX_ISOLATES:
            stack.append((ISOLATES[piece], []))
        elif piece == _POP and len(stack) > 1:
            side, inner = stack.pop()
            if not is_blank(inline_text(inner)):
                inner = [m.Span(joined(*inner), dir=side or first_strong(inline_text(inner)))]
            stack[-1][1].extend(inner)
        elif piece and not _MARK.fullmatch(piece):
            stack[-1][1].append(m.Text(piece))
    return [part for _, inner in stack for part in inner]


def without_typed_marks(parts: Sequence[m.Inline]) -> list[m.Inline]:
    """Drop quotation marks that are typed right around a quotation: it is printed with its own."""
    made = list(parts)
    for at in range(1, len(made) - 1):
        before, inner, after = made[at - 1 : at + 2]
        if not (isinstance(before, m.Text) and isinstance(after, m.Text)):
            continue
        opening, closing = _OPENING.search(before.value), _CLOSING.match(after.value)
        if not isinstance(inner, m.Quotation) or not opening or not closing:
            continue
        if closing[1] in _CLOSED_BY[opening[1]]:
            made[at - 1] = m.Text(before.value[: opening.start()])
            made[at + 1] = m.Text(after.value[closing.end() :])
    return made


def split_at_breaks(parts: Sequence[m.Inline]) -> list[list[m.Inline]]:
    """Part a run of text where two line breaks or more follow each other."""
    runs: list[list[m.Inline]] = [[]]
    for part in parts:
        pieces = _split(part)
        for index, piece in enumerate(pieces):
            if index or (isinstance(piece, m.LineBreak) and _ends_in_break(runs[-1])):
                runs.append([])
            runs[-1].append(piece)
    return runs


def _split(part: m.Inline) -> list[m.Inline]:
    """Part a part as well: what holds two paragraphs becomes two parts."""
    if not isinstance(part, _Holder):
        return [part]
    runs = split_at_breaks(part.children)
    return [part] if len(runs) == 1 else [replace(part, children=tuple(run)) for run in runs]


def _ends_in_break(run: list[m.Inline]) -> bool:
    for part in reversed(run):
        if isinstance(part, m.LineBreak):
            return True
        if not is_blank(inline_text([part])):
            return False
    return False


def pruned(parts: Iterable[m.Inline]) -> m.Inlines:
    """Return *parts* as a block of running text, `()` where nothing of it shows."""
    clean = _without_edges(_filled(parts))
    if all(isinstance(part, m.Text) for part in clean):  # no more than one: most blocks
        text = squeezed([inline_text(clean)])[0]
        return () if is_blank(text) else (m.Text(text),)
    clean = _without_edges(_filled(squeezed_inlines(clean)))
    return () if is_blank(inline_text(clean)) else clean


def unwrapped(children: m.Inlines) -> m.Inlines:
    """Return a title without the stress that all of it has."""
    while len(children) == 1 and isinstance(children[0], m.Strong | m.Emphasis):
        if children[0].lang or children[0].dir:
            break
        children = children[0].children
    return children


def _filled(parts: Iterable[m.Inline]) -> m.Inlines:
    """Put the content of a blank part in its place, and join neighbouring texts."""
    made: list[m.Inline] = []
    for part in parts:
        if isinstance(part, m.Text | m.LineBreak | m.Footnote):
            _add(made, part)
        elif isinstance(part, m.Abbreviation | m.Code | m.Number):
            _add(made, m.Text(part.text) if is_blank(part.text) else part)
        elif isinstance(part, m.Ruby):
            made.append(replace(part, children=trimmed_end(_filled(part.children))))
        else:
            inner = _filled(part.children)
            if not is_blank(inline_text(inner)):
                made.append(replace(part, children=inner))
                continue
            for one in inner:
                _add(made, one)
    return tuple(made)


def _add(made: list[m.Inline], part: m.Inline) -> None:
    last = made[-1] if made else None
    if isinstance(part, m.Text) and isinstance(last, m.Text):
        made[-1] = m.Text(last.value + part.value)
    elif not isinstance(part, m.Text) or part.value:
        made.append(part)


def _without_edges(parts: m.Inlines) -> m.Inlines:
    """Take off line breaks, and white space beside them, at both ends."""
    return _without_edge(_without_edge(parts, 0), -1)


def _without_edge(parts: m.Inlines, end: int) -> m.Inlines:
    """Take them off at one *end*, 0 or -1, however deep they stand."""
    while parts and _is_edge(parts[end]):
        parts = parts[1:] if end == 0 else parts[:-1]
    last = parts[end] if parts else None
    if not isinstance(last, _Holder):
        return parts
    inner = _without_edge(last.children, end)
    if inner is last.children:
        return parts
    made = replace(last, children=inner)
    return (made, *parts[1:]) if end == 0 else (*parts[:-1], made)


def _is_edge(part: m.Inline) -> bool:
    return isinstance(part, m.LineBreak) or (isinstance(part, m.Text) and not part.value.strip())
