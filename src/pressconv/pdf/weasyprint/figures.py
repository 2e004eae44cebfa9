"""What does not fit on the page gives way: a figure gets smaller, text that is kept whole breaks.

WeasyPrint 70 has no floats to the top of a page, and a figure that moves away from its sentence
would be read in another order than it is tagged. Left alone, the engine takes the figure to the
next page and leaves white what could have held two thirds of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import BlockReplacedBox, ParentBox
from weasyprint.layout import block
from weasyprint.layout.percent import resolve_percentages
from weasyprint.layout.replaced import block_replaced_box_layout

from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.pdf.weasyprint.parting import (
    breakable,
    free_high_inline_blocks,
    is_whole,
    leaves_white,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

# Per cent of its height; words in a graphic are to be read still.
_SIZES: Final = range(95, 64, -5)

_lay_out = block.block_level_layout_switch


def own_figures() -> AbstractContextManager[None]:
    """Let figures and text give way while a page is laid out."""
    return replacing((block, "block_level_layout_switch", _giving_way))


def _giving_way(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    box: Box,
    bottom_space: float,
    skip_stack: object,
    containing_block: Box,
    page_is_empty: bool,
    absolute_boxes: list[Any],
    fixed_boxes: list[Any],
    adjoining_margins: list[float],
    *rest: Any,  # noqa: ANN401 - passed on
) -> tuple[Any, ...]:
    place = box.position_x, box.position_y
    free_high_inline_blocks(context, box, getattr(containing_block, "width", 0))

    def lay_out(box: Box) -> tuple[Any, ...]:
        box.position_x, box.position_y = place
        laid: tuple[Any, ...] = _lay_out(
            context,
            box,
            bottom_space,
            skip_stack,
            containing_block,
            page_is_empty,
            absolute_boxes,
            fixed_boxes,
            list(adjoining_margins),
            *rest,
        )
        return laid

    result = lay_out(box)
    if result[0] is not None or page_is_empty or skip_stack:
        return result
    others: Iterable[Box] = ()
    if _is_figure(box):
        height = _image_height(context, box)
        others = (_with_image_of(box, height * size / 100) for size in _SIZES)
    elif is_whole(box) and leaves_white(context, place[1], bottom_space):
        others = (breakable(box),)
    return next((one for one in map(lay_out, others) if one[0] is not None), result)


def _is_figure(box: Box) -> bool:
    """Say whether an image is the first thing in a box, and stands there as a block."""
    return (
        isinstance(box, ParentBox)
        and bool(box.children)
        and isinstance(box.children[0], BlockReplacedBox)
    )


def _image_height(context: LayoutContext, figure: Box) -> float:
    image = figure.children[0].copy()
    image.position_x, image.position_y = figure.position_x, figure.position_y
    resolve_percentages(image, figure)
    return float(block_replaced_box_layout(context, image, figure)[0].height)


def _with_image_of(figure: Box, height: float) -> Box:
    image = figure.children[0].copy()
    image.style = image.style.copy()
    image.style["max_height"] = Dimension(height, "px")
    return figure.copy_with_children([image, *figure.children[1:]])
