"""A plain-text edition: its characters, and which of them are content of which block.

Wrapped lines cannot be told apart again, and signs in the order of the eye are not the text. So the
text comes with a map, and gives the reading text back by it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pressconv.frozen import dataclass
from pressconv.options import DEFAULT_CHARSET
from pressconv.text import BREAKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.notes import Note
    from pressconv.visual import VisualLine


class Span(NamedTuple):
    """Characters ``start`` to ``end`` of a file, from 0, ``end`` not included.

    ``block`` is an index into the reading text, or `None`: furniture. ``is_script``: they are
    raised or lowered forms of the characters of the block.
    """

    start: int
    end: int
    block: int | None
    is_script: bool = False


class Owned(NamedTuple):
    """The places of a line up to ``stop``, from where the ones before it end, as `Span` has it."""

    stop: int
    block: int | None
    is_script: bool = False


class Drawn(NamedTuple):
    """Signs in the order of the eye, from ``start`` on, and the line in reading order behind them.

    ``owned`` says what the places of the line are. ``end`` is the block that its end takes a space
    of.
    """

    start: int
    line: VisualLine
    owned: tuple[Owned, ...]
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A plain-text edition. ``spans`` follow each other and cover ``value`` from end to end.

    ``drawn`` are the stretches in visual order. ``media_type`` is what a message has to say of it
    (Content-Type). ``remarks`` say what the charset changed, and what flowed text needs.
    """

    value: str
    spans: tuple[Span, ...]
    drawn: tuple[Drawn, ...] = ()
    charset: str = DEFAULT_CHARSET
    remarks: tuple[Note, ...] = ()
    media_type: str = f"text/plain; charset={DEFAULT_CHARSET}"

    @property
    def data(self) -> bytes:
        """The file."""
        return self.value.encode(self.charset)

    def blocks(self) -> tuple[str, ...]:
        """Return the reading text, taken back out of the file.

        It is the reading text of the presentation as far as the charset keeps it; what shows
        nothing (joiners) is not in a text in visual order.
        """
        found: dict[int, list[str]] = {}
        stretches = self._drawn() if self.drawn else self._written(0, len(self.value))
        for block, text, is_script in stretches:
            plain = unicodedata.normalize("NFKD", text) if is_script else text
            found.setdefault(block, []).append(plain)
        return tuple(BREAKING.sub(" ", "".join(found[block])) for block in sorted(found))

    def _written(self, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
        """Yield the block, the characters and the kind of what stands in logical order."""
        first = max(bisect_right(self.spans, start, key=lambda span: span.start) - 1, 0)
        for number in range(first, len(self.spans)):
            span = self.spans[number]
            if span.start >= end:
                return
            if span.block is not None:
                text = self.value[max(span.start, start) : min(span.end, end)]
                yield span.block, text, span.is_script

    def _drawn(self) -> Iterator[tuple[int, str, bool]]:
        """Yield the same, with what stands in visual order in the order of reading."""
        from pressconv.visual import read_back  # noqa: PLC0415 - arabic-reshaper

        at = 0
        for one in self.drawn:
            yield from self._written(at, one.start)
            at = one.start + len(one.line.text)
            letters = read_back(one.line._replace(text=self.value[one.start : at]))
            place = 0
            for stop, block, is_script in one.owned:
                if block is not None:
                    yield block, "".join(letters[place:stop]), is_script
                place = stop
            if one.end is not None:
                yield one.end, " ", False
        yield from self._written(at, len(self.value))
