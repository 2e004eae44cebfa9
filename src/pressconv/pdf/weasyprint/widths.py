"""Laid out pages → the tables that are wider than their room, and the classes that make them fit.

What is cut off at the edge of the paper is lost to its readers. So what the engine made is read
back, and a table that sticks out is set by the next step (styles/pdf.css) that may hold it: smaller
type, down to what can be read, then a page of its own across, then words that break anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from weasyprint.formatting_structure.boxes import LineBox, ParentBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from weasyprint.document import Page
    from weasyprint.formatting_structure.boxes import Box

_TOLERANCE: Final = 1.0  # px of CSS

# How much wider a page across is than an upright one, at most: a step is tried where it may do.
_ACROSS: Final = 2.0
_NARROWER: Final = 0.85  # with less room between columns, at best


class _Step(NamedTuple):
    """Classes of a table, that of the box around it, and its type in em of the text, if smaller."""

    table: str = ""
    around: str = ""
    size: float = 1.0


_STEPS: Final = (
    _Step(),
    _Step("pc-fit-small", size=0.6944),
    _Step("pc-fit-smallest", size=0.6),
    _Step(around="pc-across"),
    _Step("pc-fit-small", "pc-across", 0.6944),
    _Step("pc-fit-smallest", "pc-across", 0.6),
    _Step("pc-fit-smallest pc-broken", "pc-across", 0.6),
)


class Wide(NamedTuple):
    """A table that takes more width than its room has, both in pixels of CSS.

    ``size`` is that of its type in em of the text around it.
    """

    element: Element
    needed: float
    room: float
    size: float


class Fitting:
    """The steps that the tables of one page have come to; *root* is that of the page."""

    def __init__(self, root: Element) -> None:
        self._around = {
            table: box for box in root.iter("div") for table in box.iterfind("div/table")
        }
        self._classes = {one: one.get("class", "") for pair in self._around.items() for one in pair}
        self._steps: dict[Element, int] = {}

    def narrow(self, tables: Iterable[Wide]) -> list[Wide]:
        """Let each of *tables* take its next step; return those that have none left."""
        lost = []
        for table in tables:
            now = self._steps.get(table.element, 0)
            step = next((n for n in range(now + 1, len(_STEPS)) if _may_fit(table, now, n)), None)
            if step is None or table.element not in self._around:
                lost.append(table)
                continue
            self._steps[table.element] = step
            self._set(table.element, _STEPS[step].table)
            self._set(self._around[table.element], _STEPS[step].around)
        return lost

    def _set(self, element: Element, more: str) -> None:
        names = f"{self._classes[element]} {more}".split()
        if names:
            element.set("class", " ".join(names))


def _may_fit(table: Wide, now: int, then: int) -> bool:
    """Say whether a step may hold a *table*, as far as its width can be told before."""
    if then == len(_STEPS) - 1:
        return True
    before, after = _STEPS[now], _STEPS[then]
    room = table.room * (_ACROSS if after.around and not before.around else 1.0)
    narrower = _NARROWER if after.table and not before.table else 1.0
    return table.needed * narrower * min(after.size / table.size, 1.0) <= room


def wide_tables(pages: Iterable[Page]) -> list[Wide]:
    """Return the tables that stick out of their box, or have text that sticks out of the page."""
    found: dict[Element, Wide] = {}
    for page in pages:
        sheet = page._page_box
        for wrapper, around in _tables(sheet):
            grid = wrapper.get_wrapped_table()
            if grid is None or grid.element is None or grid.element.tag != "table":
                continue  # its caption alone stands on this page, or what only looks like a table
            needed = max(grid.border_width(), _reach(grid, sheet))
            if needed > around.width + _TOLERANCE:
                size = grid.style["font_size"] / around.style["font_size"]
                found.setdefault(grid.element, Wide(grid.element, needed, around.width, size))
    return list(found.values())


def _tables(box: Box) -> Iterator[tuple[Box, Box]]:
    """Yield each table with its caption, and the box that it stands in."""
    for child in box.children:
        if isinstance(child, ParentBox) and not isinstance(child, LineBox):
            if child.is_table_wrapper:
                yield child, box
            else:
                yield from _tables(child)


def _reach(grid: Box, sheet: Box) -> float:
    """Return the width that the text of a table takes, if some of it sticks out of the page."""
    start, end = sheet.content_box_x(), sheet.content_box_x() + sheet.width
    out = 0.0
    for line in grid.descendants():
        if isinstance(line, LineBox):
            for one in line.children:
                out = max(out, start - one.position_x, one.position_x + one.width - end)
    return float(grid.border_width() + out) if out > _TOLERANCE else 0.0
