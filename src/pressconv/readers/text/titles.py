"""Pieces → pieces of which those that look like headings are some.

A heading stands alone between blank lines, is short, ends like no sentence, and something longer
follows. In a text that is typed without sentence ends none is guessed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.readers.text.pieces import Piece

_SHORT: Final = 80
_LONG: Final = 120
_FOLLOWED: Final = 60
_ENDS: Final = frozenset(".!?…:;,。！？：；，।॥؟؛،۔።፡։")
_QUESTIONS: Final = frozenset("?？؟;።")
_QUOTES: Final = "\"'”’»›」』)]"


def with_titles(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give a level to each piece that looks like a heading: 2 in capitals, 3 otherwise.

    The first pieces are left alone: what a release begins with is no heading in its text.
    """
    long_ones = [index for index, one in enumerate(pieces) if len(one.text) >= _LONG]
    if not long_ones:
        return tuple(pieces)
    ended = sum(1 for index in long_ones if ends_sentence(pieces[index].text))
    first = long_ones[0] if ended > len(long_ones) / 2 else len(pieces)
    return tuple(
        replace(one, level=_level(one))
        if index > first and _is_title(one, pieces[index + 1 : index + 2])
        else one
        for index, one in enumerate(pieces)
    )


def ends_sentence(text: str) -> bool:
    """Say whether *text* ends with a mark that ends a sentence or a part of one."""
    return text.rstrip(_QUOTES)[-1:] in _ENDS


def _is_title(one: Piece, following: Sequence[Piece]) -> bool:
    if one.group > 1 or one.marker or one.is_row or one.level or one.line.quoted:
        return False
    is_question = one.text.rstrip(_QUOTES)[-1:] in _QUESTIONS
    if len(one.text) > _SHORT or not following or (ends_sentence(one.text) and not is_question):
        return False
    letters = [character for character in one.text if character.isalpha()]
    after = following[0]
    opens = after.text.endswith((":", "："))
    is_text = len(after.text) >= _FOLLOWED or (
        len(after.text) >= _SHORT / 2 and ends_sentence(after.text)
    )
    is_followed = is_text or after.marker is not None or opens
    return len(letters) > len(one.text) / 2 and not one.text[0].islower() and is_followed


def _level(one: Piece) -> int:
    return 2 if one.text.isupper() else 3
