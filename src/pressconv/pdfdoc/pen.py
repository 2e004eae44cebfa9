"""The graphics state, as far as it says which font writes on which line.

Source: ISO 32000-2, 8.3 (matrices), 8.4.2 (the stack), 9.3 and 9.4 (text state and positions).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pressconv.pdfdoc.fonts import NO_FONT, Font
from pressconv.pdfdoc.model import Baseline

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_INVISIBLE: Final = 3  # the text rendering mode (ISO 32000-2, table 104)


class _State(NamedTuple):
    ctm: Matrix = IDENTITY
    font: Font = NO_FONT
    size: float = 1.0
    leading: float = 0.0
    is_invisible: bool = False


class Pen:
    """Follows the operators that move the pen or change its font, on one page."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._state = _State()
        self._saved: list[_State] = []
        self._line_matrix = IDENTITY  # glyph widths do not matter, so the text matrix is the same
        self._baseline: Baseline | None = None

    @property
    def font(self) -> Font:
        """The font that writes now."""
        return self._state.font

    @property
    def is_invisible(self) -> bool:
        """Whether glyphs are shown in rendering mode 3: they leave no trace on the page."""
        return self._state.is_invisible

    def save(self) -> None:
        """Follow q."""
        self._saved.append(self._state)

    def restore(self) -> None:
        """Follow Q; one without its q changes nothing."""
        if self._saved:
            self._change(self._saved.pop())

    def enter(self, values: Sequence[float]) -> tuple[_State, list[_State]]:
        """Begin a form XObject with its /Matrix; `leave` wants back what this returns."""
        outer = self._state, self._saved
        self._saved = []
        self.transform(values)
        return outer

    def leave(self, outer: tuple[_State, list[_State]]) -> None:
        """End a form XObject, whatever it left on the stack."""
        state, self._saved = outer
        self._change(state)

    def transform(self, values: Sequence[float]) -> None:
        """Follow cm."""
        self._change(self._state._replace(ctm=_multiply(_matrix(values), self._state.ctm)))

    def set_font(self, font: Font, size: float) -> None:
        """Follow Tf."""
        self._change(self._state._replace(font=font, size=size))

    def set_leading(self, leading: float) -> None:
        """Follow TL."""
        self._state = self._state._replace(leading=leading)

    def set_rendering(self, mode: float) -> None:
        """Follow Tr."""
        self._state = self._state._replace(is_invisible=mode == _INVISIBLE)

    def place(self, values: Sequence[float] = IDENTITY) -> None:
        """Follow Tm, or BT without values."""
        self._line_matrix = _matrix(values)
        self._baseline = None

    def move(self, x: float, y: float) -> None:
        """Follow Td."""
        self.place(_multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line_matrix))

    def next_line(self) -> None:
        """Follow T*."""
        self.move(0.0, -self._state.leading)

    def line(self) -> Baseline:
        """Return the line that the pen writes on now."""
        if self._baseline is None:
            a, b, c, d, x, y = _multiply(self._line_matrix, self._state.ctm)
            along, across = ((c, d), (a, b)) if self.font.vertical else ((a, b), (c, d))
            length = math.hypot(*along) or 1.0
            direction = (along[0] / length, along[1] / length)
            offset = y * direction[0] - x * direction[1]
            size = abs(self._state.size) * math.hypot(*across)
            self._baseline = Baseline(self._page, direction, offset, size)
        return self._baseline

    def _change(self, state: _State) -> None:
        self._state = state
        self._baseline = None


def _matrix(values: Sequence[float]) -> Matrix:
    if len(values) != 6:
        return IDENTITY
    a, b, c, d, x, y = values
    return a, b, c, d, x, y


def _multiply(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does what *one* does, and then what *other* does."""
    a, b, c, d, x, y = one
    p, q, r, s, v, w = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        x * p + y * r + v,
        x * q + y * s + w,
    )
