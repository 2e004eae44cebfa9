"""Running text → the same with parts that say a direction, where the order would be wrong.

A part is made around what runs against its line, and only where it has to be: a screen reader
reads each part as a piece of its own. Two things ask for one: the bidirectional algorithm would
set the characters in another order than is meant (a telephone number behind an Arabic word), or a
run goes across elements, which a layout engine may set one by one (WeasyPrint 70 does). A part
that is marked stays as it is, whatever would be guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.around import own_direction, stands_apart
from pressconv.isolation.spans import (
    OPAQUE,
    Isolate,
    isolates,
    may_stand_across,
    may_turn,
    opposite_runs,
)
from pressconv.text import first_strong, inline_text, joined
from pressconv.walk import map_children, map_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["isolated"]

_ATOMS: Final = (m.Abbreviation, m.Code, m.Number)


def isolated(run: m.Inlines, base: m.Direction) -> m.Inlines:
    """Return a block of running text, in a place of direction *base*, with its parts isolated.

    Idempotent. No character is added or lost; what needs no part is returned as it is.
    """
    while (found := _with_parts(run, base)) is not run:
        run = found
    return map_each(run, lambda node: _inside(node, base))


def _with_parts(run: m.Inlines, base: m.Direction) -> m.Inlines:
    lines = _lines(run, base)
    wrong = _with(run, lines, _wrong)
    return _with(wrong, lines if wrong is run else _lines(wrong, base), _across)


def _inside(node: Any, base: m.Direction) -> Any:  # noqa: ANN401 - any part of a run
    """Return *node* with what is isolated in it, and its footnotes, treated as blocks."""
    if not hasattr(node, "children"):
        return node
    if isinstance(node, m.Footnote) or stands_apart(node, base):
        children = isolated(node.children, own_direction(node, base))
        return node if children is node.children else replace(node, children=children)
    return map_children(node, lambda child: _inside(child, base))


# ---- a block as lines of text --------------------------------------------------------------


@dataclass(slots=True)
class _Flat:
    """The characters of a block, where something begins or ends in it, and what is one literal."""

    base: m.Direction
    text: str = ""
    borders: list[int] = field(default_factory=list)
    literals: list[Isolate] = field(default_factory=list)

    def add(self, node: m.Inline) -> None:
        match node:
            case m.Text(value):
                self.text += value
                return
            case m.LineBreak():
                self.text += "\n"
                return
            case m.Footnote():
                pass
            case _:
                self.borders.append(len(self.text))
                self._add_within(node)
        self.borders.append(len(self.text))

    def _add_within(self, node: Any) -> None:  # noqa: ANN401
        start = len(self.text)
        if stands_apart(node, self.base):
            self.text += OPAQUE
        elif isinstance(node, _ATOMS):
            self.text += node.text
            if not isinstance(node, m.Number):
                side = first_strong(node.text) or m.Direction.LTR
                self.literals.append(Isolate(start, len(self.text), side))
        else:
            for child in node.children:
                self.add(child)

    def lines(self) -> Iterator[tuple[int, _Flat]]:
        """Yield each line that may turn, and where it starts: a line break ends one."""
        end = -1
        for line in self.text.split("\n"):
            start, end = end + 1, end + 1 + len(line)
            if not may_turn(line, self.base):
                continue
            borders = [at - start for at in self.borders if start < at < end]
            literals = [
                Isolate(one.start - start, one.end - start, one.dir)
                for one in self.literals
                if start <= one.start and one.end <= end
            ]
            yield start, _Flat(self.base, line, borders, literals)


def _flat(nodes: Iterable[m.Inline], base: m.Direction) -> _Flat:
    flat = _Flat(base)
    for node in nodes:
        flat.add(node)
    return flat


def _lines(run: m.Inlines, base: m.Direction) -> list[tuple[int, _Flat]]:
    """Return each line of *run* that may turn, and where it starts."""
    flat = _flat(run, base)
    if not may_turn(flat.text, base):
        return []
    return list(flat.lines()) if "\n" in flat.text else [(0, flat)]


def _with(
    run: m.Inlines,
    lines: Sequence[tuple[int, _Flat]],
    find: Callable[[_Flat], Iterable[Isolate]],
) -> m.Inlines:
    """Wrap what *find* finds in each of the *lines* of *run*.

    It is *run* itself if nothing becomes a part: marks alone do not.
    """
    if not lines:
        return run
    found = [
        Isolate(start + one.start, start + one.end, one.dir)
        for start, line in lines
        for one in find(line)
    ]
    wrapped = run
    for one in reversed(found):
        wrapped = _wrapped(wrapped, one, lines[0][1].base)
    return run if wrapped == run else wrapped


def _wrong(line: _Flat) -> list[Isolate]:
    """Return what the algorithm alone would set in a wrong order."""
    return isolates(line.text, line.base, line.literals)


def _across(line: _Flat) -> list[Isolate]:
    """Return the runs against the line within which something begins or ends."""
    borders = [at for at in line.borders if may_stand_across(line.text, line.base, at)]
    runs = opposite_runs(line.text, line.base) if borders else ()
    return [run for run in runs if any(run.start < at < run.end for at in borders)]


# ---- wrapping ------------------------------------------------------------------------------


def _wrapped(nodes: m.Inlines, span: Isolate, base: m.Direction) -> m.Inlines:
    """Return *nodes* with a part around *span*.

    A part cannot begin in one element and end in another: such a span is cut at the border.
    """
    made: list[m.Inline | str] = []
    inside: list[m.Inline | str] = []
    at = 0
    for node in nodes:
        length = len(_flat((node,), base).text)
        first, last = max(span.start - at, 0), min(span.end - at, length)
        if length == 0 and span.start < at < span.end:
            inside.append(_with_notes(node, base))
        elif isinstance(node, m.Text) and first < last:
            made.append(node.value[:first])
            inside.append(node.value[first:last])
            if last < length:
                made += [*_part(inside, span.dir), node.value[last:]]
                inside = []
        elif first == 0 and last == length > 0:
            inside.append(_with_notes(node, base))
        else:
            made += [
                *_part(inside, span.dir),
                node if first >= last else _cut(node, span, at, base),
            ]
            inside = []
        at += length
    return joined(*made, *_part(inside, span.dir))


def _with_notes(node: Any, base: m.Direction) -> Any:  # noqa: ANN401
    """Return *node* with the direction marked of the notes in it: they keep that of the block."""
    if isinstance(node, m.Footnote):
        return replace(node, dir=own_direction(node, base))
    if stands_apart(node, base) or not hasattr(node, "children"):
        return node
    return map_children(node, lambda child: _with_notes(child, base))


def _cut(node: Any, span: Isolate, at: int, base: m.Direction) -> Any:  # noqa: ANN401
    """Return *node*, which starts at *at* and holds a piece of *span*, with a part around it."""
    if isinstance(node, _ATOMS):
        return replace(node, dir=span.dir)
    inner = Isolate(max(span.start - at, 0), span.end - at, span.dir)
    return replace(node, children=_wrapped(node.children, inner, base))


def _part(pieces: list[m.Inline | str], side: m.Direction) -> list[m.Inline | str]:
    """Return *pieces* as one part, or an element that is all of it with the direction marked."""
    nodes = list(joined(*pieces))
    if not any(character.isalnum() for character in inline_text(nodes)):
        return pieces
    before, behind = "", ""
    if isinstance(nodes[0], m.Text):
        bare = nodes[0].value.lstrip(" ")
        before, nodes[0] = nodes[0].value[: len(nodes[0].value) - len(bare)], m.Text(bare)
    if isinstance(nodes[-1], m.Text):
        bare = nodes[-1].value.rstrip(" ")
        behind, nodes[-1] = nodes[-1].value[len(bare) :], m.Text(bare)
    (first, *others) = kept = joined(*nodes)
    if not others and isinstance(first, m.Marked) and not isinstance(first, m.Footnote):
        return [before, replace(first, dir=side), behind]
    return [before, m.Span(kept, dir=side), behind]
