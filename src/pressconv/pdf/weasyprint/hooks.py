"""The functions of WeasyPrint that ours replace or reach into, as they are in version 70.

Another engine under the same names would make a wrong PDF without a word. So this is checked once,
when the engine is loaded; a difference is an error that names it. While a PDF is made ours stand in
their place, and no longer.
"""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from functools import reduce
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from pressconv.errors import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURES: Final = {
    "weasyprint.draw.draw_background": "stream background clip_box bleed marks",
    "weasyprint.draw.draw_block_level": "page stream blocks_and_cells",
    "weasyprint.draw.draw_stacking_context": "stream stacking_context",
    "weasyprint.draw.text.draw_first_line": "stream textbox text_overflow block_ellipsis matrix",
    "weasyprint.images.SVGImage.draw": "self stream concrete_width concrete_height _style",
    "weasyprint.layout.block.block_level_layout_switch": "context box bottom_space skip_stack "
    "containing_block page_is_empty absolute_boxes fixed_boxes adjoining_margins "
    "first_letter_style first_line_style discard max_lines",
    "weasyprint.layout.inline.can_break_text": "text lang",
    "weasyprint.layout.inline.get_next_linebox": "context linebox position_y bottom_space "
    "skip_stack containing_block absolute_boxes fixed_boxes first_letter_style "
    "first_line_style",
    "weasyprint.layout.inline.justify_line": "context line extra_width",
    "weasyprint.layout.inline.remove_last_whitespace": "context line",
    "weasyprint.layout.inline.split_inline_level": "context box position_x max_x bottom_space "
    "skip_stack containing_block absolute_boxes fixed_boxes line_placeholders waiting_floats "
    "line_children first_letter_style first_line_style",
    "weasyprint.layout.preferred.split_first_line": "text style context max_width "
    "justification_spacing is_line_start minimum",
    "weasyprint.layout.replaced.block_replaced_box_layout": "context box containing_block",
    "weasyprint.layout.table._find_earlier_page_break": "context element index previous_list "
    "page_is_empty absolute_boxes fixed_boxes",
    "weasyprint.layout.table.auto_table_layout": "context box containing_block",
    "weasyprint.layout.table.table_layout": "context table bottom_space skip_stack "
    "containing_block page_is_empty absolute_boxes fixed_boxes",
    "weasyprint.pdf.add_tags": "pdf document pdf_version page_streams",
    "weasyprint.pdf.fonts.Font.subset": "self to_unicode hinting",
    "weasyprint.pdf.fonts._build_vector_font_dictionary": "font_dictionary pdf font widths "
    "compress reference pdf_version",
    "weasyprint.pdf.stream.Stream.add_image": "self image interpolate ratio",
    "weasyprint.pdf.stream.Stream.artifact": "self",
    "weasyprint.pdf.stream.Stream.marked": "self box tag",
    "weasyprint.stacking._dispatch": "box page child_contexts blocks floats blocks_and_cells",
    "weasyprint.svg.text.text": "svg node font_size",
    "weasyprint.text.line_break.Layout.set_text": "self text justify",
}


def check_hooks() -> None:
    """Compare the engine that is installed with the one that our functions were made for.

    Raises:
        MissingToolError: it is another one.
    """
    for name, expected in _SIGNATURES.items():
        try:
            found = " ".join(inspect.signature(_named(name)).parameters)
        except (AttributeError, ImportError, TypeError):
            found = "nothing"
        if found != expected:
            raise MissingToolError(
                f"this WeasyPrint is not the one that pressconv knows: {name} takes {found}",
                hint='install the one that belongs to it: pip install "weasyprint==70.*"',
            )


@contextmanager
def replacing(*replaced: tuple[Any, str, object]) -> Iterator[None]:
    """Let ours stand in the place of the engine's: what holds it, its name there, and ours."""
    before = [getattr(holder, name) for holder, name, _ in replaced]
    for holder, name, ours in replaced:
        setattr(holder, name, ours)
    try:
        yield
    finally:
        for (holder, name, _), theirs in zip(replaced, before, strict=True):
            setattr(holder, name, theirs)


def _named(name: str) -> Any:  # noqa: ANN401 - whatever the engine has there
    """Return what a dotted *name* leads to: a module, then what is in it."""
    path = name.split(".")
    parts: list[str] = []
    while path:
        try:
            found = import_module(".".join(path))
        except ImportError:
            parts.insert(0, path.pop())
            continue
        return reduce(getattr, parts, found)
    raise ImportError(name)
