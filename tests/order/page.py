"""A PDF page against UAX #9: in which lines do glyphs stand in another order than they should?

A line is compared whole, from its left to its right edge: letters of every script, digits, signs,
brackets as they are drawn. Marks and spaces are left out, for they take the place of no letter.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from order.drawn import glyphs
from order.letters import bare, spellings
from order.logical import blocks, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from order.laid_out import Layout, Line
    from order.letters import Spellings
    from order.logical import Block

_THING: Final = frozenset({"\ufffc"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that stand in another order than they should; both orders are from left to right."""

    words: str  # in logical order
    expected: str
    found: str
    element: Element = field(compare=False, repr=False)  # that they stand in


def differences(layout: Layout, pdf: bytes) -> Iterator[Difference]:
    """Yield what a PDF shows in another order than UAX #9 has it, once a line at most.

    Raises:
        AssertionError: the lines of the layout do not hold the words of the page.
    """
    lines = list(layout.lines())
    shown_on = _shown_on(lines, pdf)
    for line, block, places in _lines_of_blocks(lines, blocks(layout.root, layout.kinds())):
        shown = shown_on[line]
        if line.words.endswith(_ADDED):
            shown = [texts for texts in shown if _ADDED not in texts]
        here = set(places)
        order = [at for at in block.order if at in here and bare(block.signs[at])]
        expected = "".join(block.signs[at] for at in order)
        if not spells(expected, shown):
            yield _difference(block, order, _read(expected, shown))


def order_difference(block: Block, expected: Sequence[int], found: Sequence[int]) -> Difference:
    """Return how two orders of the same places of a block differ."""
    return _difference(block, expected, "".join(block.signs[at] for at in found))


def spells(expected: str, shown: Sequence[Spellings]) -> bool:
    """Say whether glyphs can stand for the letters *expected*, both from left to right."""
    reached = {0}
    for texts in shown:
        reached = {
            at + len(text)
            for at in reached
            for text in map(_from_left, texts or {""})
            if expected.startswith(text, at)
        }
    return len(expected) in reached


def _shown_on(lines: list[Line], pdf: bytes) -> dict[Line, list[Spellings]]:
    """Return what each line shows, from left to right.

    A glyph is on the smallest line around it, as a reading stands in a line of its own.
    """
    by_page = defaultdict(list)
    found: dict[Line, list[tuple[float, Spellings]]] = {}
    for line in sorted(lines, key=lambda line: line.area):
        by_page[line.page].append(line)
        found[line] = [(x, _THING) for x in line.things]
    for glyph in glyphs(pdf):
        for line in by_page[glyph.page]:
            if line.holds(glyph.x, glyph.y):
                texts = spellings(glyph.face).get(glyph.number, frozenset())
                found[line].append((glyph.x, texts))
                break
    return {
        line: [texts for _, texts in sorted(shown, key=lambda one: one[0])]
        for line, shown in found.items()
    }


def _lines_of_blocks(
    lines: list[Line], found: list[Block]
) -> Iterator[tuple[Line, Block, list[int]]]:
    """Yield each line with the block that it is of, and the places of the block that are on it."""
    texts: defaultdict[Element, list[tuple[Block, int]]] = defaultdict(list)
    for block in found:
        texts[block.element] += [
            (block, at) for at, one in enumerate(block.text) if _is_on_a_line(one)
        ]
    counts: defaultdict[Element, int] = defaultdict(int)
    for line in lines:
        if line.mark:
            mark = paragraph(line.element, line.base, line.words)
            yield line, mark, list(range(len(line.words)))
            continue
        own = texts[line.element]
        # Where a word is parted the engine adds a hyphen, which takes part in no comparison.
        wanted = "".join(filter(_is_on_a_line, line.words.removesuffix(_ADDED)))
        start = counts[line.element] % max(len(own), 1)  # the head of a table is on every page
        taken = own[start : start + len(wanted)]
        assert "".join(block.text[at] for block, at in taken) == wanted
        counts[line.element] += len(wanted)
        if taken:
            yield line, taken[0][0], [at for _, at in taken]
    for element, own in texts.items():
        assert counts[element], "".join(block.text[at] for block, at in own)
        assert counts[element] % len(own) == 0


_ADDED = "\u2010"


def _is_on_a_line(one: str) -> bool:
    """Say whether a character is among the words of a line: not at its end only, as a space is."""
    return one != "\u00ad" and unicodedata.category(one) not in {"Zs", "Cf"}


def _from_left(text: str) -> str:
    """Return the letters of one glyph in the order of the eye."""
    return text[::-1] if unicodedata.bidirectional(text[:1] or " ") in {"R", "AL"} else text


def _read(expected: str, shown: Sequence[Spellings]) -> str:
    """Read the glyphs: as what is expected in their place, else as what the line has anywhere."""
    found = ""
    for texts in filter(None, shown):
        options = sorted(map(_from_left, texts))
        options.sort(key=lambda text: not set(text) <= set(expected))
        fitting = (text for text in options if expected.startswith(text, len(found)))
        found += next(fitting, options[0])
    return found


def _difference(block: Block, order: Sequence[int], found: str) -> Difference:
    """Return where *found* differs from the *order* of a block's signs, without the equal ends."""
    expected = "".join(block.signs[at] for at in order)
    least = min(len(expected), len(found))
    start = next((at for at in range(least) if expected[at] != found[at]), least)
    end = next((at for at in range(least - start) if expected[-1 - at] != found[-1 - at]), 0)
    places = order[start : len(order) - end] or order
    words = block.text[min(places) : max(places) + 1]
    return Difference(
        "".join(one for one in words if unicodedata.category(one) != "Cf"),
        expected[start : len(expected) - end],
        found[start : len(found) - end],
        block.element,
    )
