"""What a file of plain text can show of a text, and how many cells that takes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pressconv.charsets import fits, has_all, stand_ins
from pressconv.frozen import dataclass
from pressconv.linebreak import Drawing, cells, line_spans
from pressconv.model import Direction
from pressconv.options import (
    DEFAULT_CHARSET,
    DEFAULT_WIDTH,
    MAX_FLOWED_ISOLATES,
    Bidi,
    Newline,
)
from pressconv.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.options import TextOptions


@dataclass(frozen=True, slots=True)
class Sink:
    """The choices for one file.

    ``dir`` is the direction of its release; ``has_all`` says that the charset has every character.
    The reader of ``flowed`` text ``drops_space`` where lines are joined, if that is told (DelSp).
    In the terminals that the edition is for, characters of ambiguous width may be ``wide``.
    """

    dir: Direction = Direction.LTR
    width: int = DEFAULT_WIDTH
    bidi: Bidi = Bidi.LOGICAL
    charset: str = DEFAULT_CHARSET
    newline: str = Newline.LF.characters
    flowed: bool = False
    has_all: bool = True
    wide: bool = False
    drops_space: bool = False

    @property
    def media_type(self) -> str:
        """The Content-Type of the file."""
        flowed = "; format=flowed" * self.flowed + "; delsp=yes" * self.drops_space
        return f"text/plain; charset={self.charset}{flowed}"

    @property
    def is_visual(self) -> bool:
        """Say whether signs are written in the order of the eye."""
        return self.bidi is Bidi.VISUAL

    def stand_ins(self, text: str) -> Sequence[str]:
        """Return what stands for each character of *text* in the charset: mostly itself."""
        if self.has_all:
            return text
        if not self.is_visual:
            return stand_ins(text, self.charset)
        from pressconv.visual import can_draw  # noqa: PLC0415 - arabic-reshaper

        return stand_ins(text, self.charset, can_draw)

    def has(self, text: str) -> bool:
        """Say whether the charset has every character of *text*."""
        return fits(text, self.charset)

    def kept(self, text: str) -> str:
        """Return *text* as far as the charset keeps it."""
        return text if self.has_all else "".join(self.stand_ins(text))

    def drawn(self, text: str) -> Sequence[str]:
        """Return what is drawn for each character of *text*, in logical order: mostly itself."""
        parts = self.stand_ins(text)
        if not self.is_visual:
            return parts
        from pressconv.visual import signs  # noqa: PLC0415 - arabic-reshaper

        if self.has_all:
            return signs(text)
        each = iter(signs("".join(parts), self.charset))
        return ["".join(islice(each, len(part))).replace(NOTHING, "") for part in parts]

    def cells(self, text: str) -> int:
        """Count the cells that *text* takes when it is drawn."""
        if self.has_all and not self.is_visual:
            return cells(text, wide=self.wide)
        return cells("".join(self.drawn(text)).replace(NOTHING, ""), wide=self.wide)

    def line_spans(
        self, text: str, drawn: Sequence[str], *, width: int, locale: str, rest: int = 0
    ) -> list[tuple[int, int]]:
        """Return where each line of *text*, which is so *drawn*, starts and ends."""
        signs = None if drawn is text else drawn
        drawing = Drawing(signs, self.wide, self.flowed, self.drops_space)
        return line_spans(text, width=width, locale=locale, rest=rest, drawing=drawing)

    def readable(self, block: str) -> str:
        """Return what the file can say of a *block* of reading text, and then must say."""
        kept = self.kept(block)
        if not self.is_visual:
            return kept
        from pressconv.visual import seen  # noqa: PLC0415 - arabic-reshaper

        return seen(kept)


PLAIN = Sink()


def sink_for(options: TextOptions, direction: Direction, *, wide: bool = False) -> Sink:
    """Return the sink of *options*, with defaults for what they leave open."""
    flowed = bool(options.flowed)
    newline = options.newline or (Newline.CRLF if flowed else Newline.LF)
    charset = options.charset or DEFAULT_CHARSET
    bidi = options.bidi or Bidi.LOGICAL
    width = DEFAULT_WIDTH if options.width is None else options.width
    if flowed and bidi is Bidi.ISOLATES:
        width = min(width, MAX_FLOWED_ISOLATES)
    return Sink(
        direction,
        width,
        bidi,
        charset,
        newline.characters,
        flowed,
        has_all(charset),
        wide,
    )
