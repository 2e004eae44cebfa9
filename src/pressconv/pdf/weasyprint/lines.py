"""Lines of the page end where `pressconv.linebreak` lets them, and not where Pango does.

Pango parts Korean syllables, starts lines with small kana, and knows Thai words only where it was
built with libthai. So the places are ours, for a paragraph as a whole, across its elements; Pango
measures how many characters fit. WeasyPrint 70 asks in three places: within a box of text,
between two boxes, and for the narrowest width of a cell. The functions that ask are replaced
while a page is laid out. Nothing is put into the text: what is copied stays clean.

Drop when WeasyPrint knows `word-break: keep-all` and `line-break: strict`, and Pango has a
dictionary for Thai on every system.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import inline, preferred
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.constants import PANGO_WRAP_MODE
from weasyprint.text.ffi import pango
from weasyprint.text.line_break import create_layout, line_size

from pressconv.languages import language
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.linebreak import breaks, cuts
from pressconv.pdf.weasyprint.paragraphs import locale, mark
from pressconv.pdf.weasyprint.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.css import ComputedStyle
    from weasyprint.formatting_structure.boxes import Box, LineBox
    from weasyprint.layout import LayoutContext

_N_PER_EM: Final = 3  # characters: more than most lines have, so that one measurement is enough

_get_next_linebox = inline.get_next_linebox
_split_inline_level = inline.split_inline_level
_split_first_line = preferred.split_first_line
_justify_line = inline.justify_line


@contextmanager
def own_lines() -> Iterator[None]:
    """Let the engine ask us where lines end."""
    replaced = (
        (inline, "get_next_linebox", _next_line),
        (inline, "split_inline_level", _split),
        (inline, "can_break_text", _has_break),
        (preferred, "can_break_text", _has_break),
        (preferred, "split_first_line", _narrowest),
        (inline, "justify_line", _justify),
    )
    before = [getattr(module, name) for module, name, _ in replaced]
    for module, name, ours in replaced:
        setattr(module, name, ours)
    try:
        yield
    finally:
        for (module, name, _), theirs in zip(replaced, before, strict=True):
            setattr(module, name, theirs)


# ---- a paragraph ---------------------------------------------------------------------------


def _next_line(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    paragraph: LineBox,
    y: float,
    bottom_space: float,
    skip_stack: object,
    container: Box,
    *rest: object,
) -> object:
    """Lay out the next line of a *paragraph*, which is one box; the first time, mark its breaks."""
    if not hasattr(paragraph, "is_marked"):
        paragraph.is_marked = True
        mark(context, paragraph, container.width)
    return _get_next_linebox(context, paragraph, y, bottom_space, skip_stack, container, *rest)


# ---- a box of text -------------------------------------------------------------------------


def _split(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    box: Box,
    x: float,
    max_x: float,
    bottom_space: float,
    skip_stack: dict[int, None] | None,
    container: Box,
    *rest: object,
) -> tuple[object, ...]:
    """Take from *box* what fits between *x* and *max_x*."""
    *_, line_children, _, first_line_style = rest
    if first_line_style or not (isinstance(box, TextBox) and hasattr(box, "ends") and _wraps(box)):
        found = list(
            _split_inline_level(context, box, x, max_x, bottom_space, skip_stack, container, *rest)
        )
        if hasattr(box, "may_start") and found[3] is not None:
            found[3] = box.may_start
        return tuple(found)
    resolve_percentages(box, container)
    box.position_x = x
    skip = next(iter(skip_stack)) if skip_stack else 0
    text = box.text.encode()[skip:].decode()
    if not text:
        return None, None, False, None, None, {"left": 0, "right": 0}
    room = container.width if not line_children else 0
    line, n_taken = _fill(context, box, text, max_x - x, room)
    after = None if n_taken == len(text) else {skip + len(text[:n_taken].encode()): None}
    return line, after, False, box.may_start, text[n_taken - 1], {"left": 0, "right": 0}


def _wraps(box: TextBox) -> bool:
    """Say whether the lines of *box* end where they are full, and nowhere else."""
    return bool(box.style["white_space"] == "normal" and box.style["font_size"])


def _fill(
    context: LayoutContext, box: TextBox, text: str, width: float, room: float
) -> tuple[TextBox | None, int]:
    """Take from *text*, the rest of *box*, as much as fits; return its box and its length.

    At the start of a line *room* is what a whole line has: a word longer than that is parted.
    """
    start = len(box.text) - len(text)
    n_fitting = _n_fitting(context, box, text, width)
    ends = [end - start for end in box.ends if end > start] or [len(text)]
    if ends[-1] != len(text):
        ends.append(len(text))
    wanted = next((end - start for end in box.wanted if end > start), 0)
    fitting = [end for end in ends if len(text[:end].rstrip(" ")) <= n_fitting]
    fitting = [wanted] if wanted in fitting else fitting
    for end in reversed(fitting):
        line = _drawn(context, box, start, end)
        if line is None or end == len(text) or line.width <= width:
            return line, end
    end = ends[0]
    word = text[:end].rstrip(" ")
    breaks_words = room > 0 and box.style["overflow_wrap"] in {"anywhere", "break-word"}
    if breaks_words and len(word) > max(n_fitting, _n_fitting(context, box, word, room)):
        places = cuts(text[:end], locale(box.style))
        end = max((place for place in places if place <= n_fitting), default=max(n_fitting, 1))
    return _drawn(context, box, start, end), end


def _n_fitting(context: LayoutContext, box: TextBox, text: str, width: float) -> int:
    """Count the characters of *text* that fit *width*, wherever they would be parted."""
    if width <= 0:
        return 0
    short = text[: int(width / box.style["font_size"] * _N_PER_EM) + 1]
    for part in dict.fromkeys((short, text)):
        layout = create_layout(part, box.style, context, width, box.justification_spacing)
        pango.pango_layout_set_wrap(layout.layout, PANGO_WRAP_MODE["WRAP_CHAR"])
        line, rest = layout.get_first_line()
        is_too_wide = line_size(line, box.style)[0] > width
        layout.deactivate()
        if rest is not None:
            return len(part.encode()[:rest].decode())
    # Pango never parts the spaces at the end, no-break ones included, nor a single character.
    bare = text.rstrip()
    return len(text) if not is_too_wide else len(bare) if len(bare) < len(text) else 0


def _drawn(context: LayoutContext, box: TextBox, start: int, end: int) -> TextBox | None:
    """Return the box of a line: what *box* has between two places of its text, if anything.

    The spaces that a line ends with are not drawn; those that the box ends with may be followed.
    """
    text = box.text[: start + end]
    if len(text) < len(box.text):
        text = text.rstrip(" ")
    if len(text) <= start:
        return None
    skip = len(box.text[:start].encode())
    return inline.split_text_box(context, box.copy_with_text(text), None, skip)[0]


# ---- a line --------------------------------------------------------------------------------


def _justify(context: LayoutContext, line: LineBox, extra: float) -> None:
    """Widen *line* by *extra*, between its words or its characters."""
    widen = spread if language(locale(line.style)).layout.justify else _justify_line
    widen(context, line, extra)


# ---- without a paragraph -------------------------------------------------------------------


def _has_break(text: str, lang: str | None) -> bool:
    """Say whether a line may end within *text*."""
    return len(breaks(text, lang or LAST_FALLBACK)) > 1


def _narrowest(
    text: str,
    style: ComputedStyle,
    context: LayoutContext,
    max_width: float | None,
    spacing: float,
    **how: bool,
) -> object:
    """Measure the first word of *text*, where the engine asks for the narrowest line."""
    if max_width is None or style["white_space"] != "normal" or not text:
        return _split_first_line(text, style, context, max_width, spacing, **how)
    n_nearby = 100
    end = breaks(text[:n_nearby], locale(style))[0]
    if end == n_nearby:
        end = breaks(text, locale(style))[0]
    shown = text[:end].rstrip(" ") or text[:end]
    layout, length, _, *sizes = _split_first_line(shown, style, context, None, spacing)
    return layout, length, None if end == len(text) else len(text[:end].encode()), *sizes
