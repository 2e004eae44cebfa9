"""The text of a block, and the pieces that an engine laid out of it → what each piece stands for.

A line drops the space or the soft hyphen that it ends at, and draws a hyphen that is none of the
text's; a piece may carry controls that only say how it runs. Laid side by side, the text says which
is which: what a line dropped belongs to the piece before it. Nothing is ever added or lost: the
answers put together are the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES: Final = frozenset(" \t\n\r\f\u2028\u2029")  # those that collapse, and the end of a line
_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NO_CONTROLS: Final = dict.fromkeys(map(ord, _CONTROLS))
_SILENT: Final = frozenset({*_CONTROLS, "\u00ad", "\u200b"})
_HYPHENS: Final = ("-", "\u2010", "\u00ad")


def align(text: str, pieces: Sequence[str]) -> tuple[str, ...] | None:
    """Return what each of the *pieces* of *text* stands for; None if they are not its pieces.

    *pieces* are in the order of *text*, whose white space is collapsed. The space that follows a
    piece belongs to it, whether it was drawn or not, and so does a soft hyphen. Where there is no
    piece, nothing can carry a text, even one that is not drawn.
    """
    if not pieces:
        return None if text else ()
    # Two ways lead on from a piece that ends with a hyphen; only what follows tells which is right.
    starts_by_end: dict[int, tuple[int | None, ...]] = {0: ()}
    for piece in pieces:
        following: dict[int, tuple[int | None, ...]] = {}
        for at, starts in starts_by_end.items():
            for start, end in _matches(text, at, piece):
                following.setdefault(end, (*starts, start))
        starts_by_end = following
    whole = (starts for end, starts in starts_by_end.items() if not _drawn(text[end:]))
    found = next(whole, None)
    return None if found is None else _parts(text, found)


def drawn_hyphen(piece: str, said: str) -> bool:
    """Say whether *piece*, which stands for *said*, ends with a hyphen that the text has not."""
    bare = piece.rstrip(_CONTROLS)
    return bare.endswith(_HYPHENS) and not said.endswith(bare[-1])


def _parts(text: str, starts: Sequence[int | None]) -> tuple[str, ...]:
    """Cut *text* where its pieces start; one without a start stands for nothing."""
    parts: list[str] = []
    end = len(text)
    for start in reversed(starts):
        parts.append("" if start is None else text[start:end])
        end = end if start is None else start
    if parts:
        parts[-1] = text[:end] + parts[-1]
    return tuple(reversed(parts))


def _matches(text: str, at: int, piece: str) -> list[tuple[int | None, int]]:
    """Return where *piece* may begin and end, if all before *at* is taken: as it is, first."""
    bare = piece if piece.isascii() else piece.translate(_NO_CONTROLS)
    ways = [bare, bare[:-1]] if bare.endswith(_HYPHENS) else [bare]
    found = (_match(text, at, way) for way in ways)
    return [match for match in found if match is not None]


def _match(text: str, at: int, piece: str) -> tuple[int | None, int] | None:
    """Follow *piece* through *text* from *at* on."""
    for whole in (at, _after_dropped(text, at)) if piece else ():
        if text.startswith(piece, whole):
            return whole, whole + len(piece)
    start = None
    for character in piece:
        is_space = character in _SPACES
        while at < len(text) and not _is_same(text[at], character):
            if text[at] in _SILENT or (start is None and not is_space and text[at] in _SPACES):
                at += 1
            else:
                break
        if at < len(text) and _is_same(text[at], character):
            start = at if start is None else start
            at += 1
        elif not is_space:
            return None
    return start, at


def _after_dropped(text: str, at: int) -> int:
    """Return where *text* goes on behind what a line may have dropped."""
    while at < len(text) and (text[at] in _SPACES or text[at] in _SILENT):
        at += 1
    return at


def _is_same(one: str, other: str) -> bool:
    return one == other or (one in _SPACES and other in _SPACES)


def _drawn(text: str) -> str:
    """Return what of *text* an engine must have drawn."""
    return "".join(one for one in text if one not in _SILENT and one not in _SPACES)
