"""What floats or is positioned is painted in its place, and a list marker before its item.

WeasyPrint 70 paints in the order of CSS 2.1, appendix E: floats before all text, what is positioned
behind it, list markers among that. Readers that ignore tags take text in the order in which it is
painted. Nothing of our pages overlaps, so painting all of it in the order of the page draws the
same. What has a ``z-index`` or is clipped stays where CSS wants it. Drop when WeasyPrint writes
content in the order of its tags (its issue 2903 and others speak of it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint import draw, stacking
from weasyprint.formatting_structure.boxes import InlineBlockBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.stacking import StackingContext

from pressconv.pdf.weasyprint.hooks import replacing

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from weasyprint.formatting_structure.boxes import Box

_dispatch = stacking._dispatch
_draw_block_level = draw.draw_block_level


def own_order() -> AbstractContextManager[None]:
    """Let the engine paint in the order of the page."""
    return replacing((stacking, "_dispatch", _place), (draw, "draw_block_level", _draw))


def _place(  # noqa: PLR0913, PLR0917 - the engine's signature
    box: Box,
    page: Box,
    contexts: list[Any],
    blocks: list[Box],
    floats: list[Any],
    blocks_and_cells: dict[Any, Any],
) -> Box | StackingContext | None:
    real = box._box if isinstance(box, AbsolutePlaceholder) else box
    if not _is_moved(real):
        return _dispatch(box, page, contexts, blocks, floats, blocks_and_cells)
    context = StackingContext.from_box(real, page, contexts)
    if isinstance(real, InlineBlockBox) and real.is_in_normal_flow():
        return context
    blocks_and_cells[context] = {}
    return None


def _is_moved(box: Box) -> bool:
    """Say whether the engine would paint *box* before or behind its place, without need."""
    style = box.style
    stands_apart = (
        style["z_index"] != "auto"
        or style["opacity"] < 1
        or style["transform"]
        or style["overflow"] != "visible"
    )
    return not stands_apart and (style["position"] != "static" or box.is_floated())


def _draw(page: Box, stream: Any, blocks_and_cells: dict[Any, Any]) -> None:  # noqa: ANN401
    for block, inner in blocks_and_cells.items():
        if isinstance(block, StackingContext):
            draw.draw_stacking_context(stream, block)
            continue
        markers = [one for one in inner if isinstance(one, StackingContext) and _marks(one.box)]
        for one in markers:
            draw.draw_stacking_context(stream, one)
        rest = {one: below for one, below in inner.items() if one not in markers}
        _draw_block_level(page, stream, {block: rest})


def _marks(box: Box) -> bool:
    return bool(box.is_outside_marker)
