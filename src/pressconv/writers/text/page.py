"""Characters that come one after the other → a file with its map, and what its charset changed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pressconv.charsets import LOST
from pressconv.errors import Place
from pressconv.notes import Note, note
from pressconv.writers.text.mapped import Drawn, Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.text.sink import Sink


class _Change(NamedTuple):
    """What stands for a character, how often, and where it does so first."""

    stand_in: str
    times: int
    line: int
    column: int


@dataclass(slots=True)
class Page:
    """Takes characters in the order of the file."""

    sink: Sink
    _parts: list[str] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _drawn: list[Drawn] = field(default_factory=list)
    _changes: dict[str, _Change] = field(default_factory=dict)
    _at: int = 0
    _span_start: int = 0
    _owner: tuple[int | None, bool] = (None, False)
    _n_lines: int = 0
    _line_start: int = 0

    @property
    def at(self) -> int:
        """The number of characters that are there."""
        return self._at

    def add(self, text: str, block: int | None = None, *, is_script: bool = False) -> None:
        """Write *text*, which the charset keeps."""
        if not text:
            return
        owner = (block, is_script)
        if owner != self._owner:
            self._close()
            self._owner = owner
        self._parts.append(text)
        self._at += len(text)

    def end_line(self, block: int | None = None) -> None:
        """End the line; its end is a space of *block*, if it is of one."""
        self.add(self.sink.newline, block)
        self._n_lines += 1
        self._line_start = self._at

    def add_drawn(self, drawn: Drawn) -> None:
        """Keep the map of what was just written in visual order."""
        self._drawn.append(drawn)

    def kept(self, text: str) -> str:
        """Return *text*, which comes next, as the charset keeps it; remember what it changes."""
        if self.sink.has_all:
            return text
        parts = self.sink.stand_ins(text)
        column = self._at - self._line_start + 1
        for character, part in zip(text, parts, strict=True):
            if part != character and self._is_change(character, part):
                stand_in, times, line, first = self._changes.get(
                    character, (part, 0, self._n_lines + 1, column)
                )
                self._changes[character] = _Change(stand_in, times + 1, line, first)
            column += len(part)
        return "".join(parts)

    def _is_change(self, character: str, part: str) -> bool:
        """Say whether it is worth a note: not that a letter is one with its accents.

        Nor that a space is gone with the guillemet beside it, which has a note.
        """
        return unicodedata.normalize("NFC", part) != character and (
            bool(part) or not self.sink.has(character)
        )

    def text(self, name: str) -> Text:
        """Return the file; *name* is what its notes call it."""
        self._close()
        return Text(
            "".join(self._parts),
            tuple(self._spans),
            tuple(self._drawn),
            self.sink.charset,
            tuple(self._remarks(name)),
            self.sink.media_type,
        )

    def _close(self) -> None:
        if self._at > self._span_start:
            self._spans.append(Span(self._span_start, self._at, *self._owner))
            self._span_start = self._at

    def _remarks(self, name: str) -> Iterator[Note]:
        if self.sink.drops_space:
            yield note("flowed-delsp", Place(name), media_type=self.sink.media_type)
        for character, change in self._changes.items():
            code = "charset-lost" if change.stand_in in {"", LOST} else "charset-changed"
            yield note(
                code,
                Place(name, change.line, change.column),
                character=_named(character),
                charset=self.sink.charset,
                stand_in=repr(change.stand_in) if change.stand_in else "nothing",
                times="once" if change.times == 1 else f"{change.times} times",
            )


def _named(character: str) -> str:
    """Name a character by its code, and show it where it can be seen."""
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X} {name}".rstrip()
    is_seen = unicodedata.category(character)[0] in "LNPS"
    return f"{character!r} ({code})" if is_seen else code
