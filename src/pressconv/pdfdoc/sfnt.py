"""A font program of TrueType or OpenType → how many glyphs it has, and how wide each is.

Source: OpenType 1.9, tables head, hhea, hmtx, maxp and cmap.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_TABLES: Final = 200
_WANTED: Final = frozenset({b"head", b"hhea", b"hmtx", b"maxp", b"cmap"})
_DIRECTORY: Final = 12  # bytes before the list of tables
_ENTRY: Final = 16
_HEAD: Final = 4  # bytes before the list of the tables of characters
_MAX_CHARTS: Final = 50
_MAX_CHART: Final = 200_000  # bytes: more than format 4 can have


class Sfnt(NamedTuple):
    """What a font program says. ``widths`` are in thousandths of an em, one a glyph."""

    n_glyphs: int
    widths: tuple[float, ...]
    charts: Mapping[tuple[int, int], Mapping[int, int]]  # by platform and encoding: code → glyph


def read_sfnt(data: bytes) -> Sfnt | None:
    """Read a font program; None if it is none, or lacks a table."""
    tables = _tables(data)
    try:
        (units,) = struct.unpack_from(">H", tables["head"], 18)
        (n_glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
        (n_metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
        metrics = struct.unpack_from(f">{n_metrics * 2}H", tables["hmtx"])
    except (KeyError, struct.error):
        return None
    widths = [width * 1000 / (units or 1000) for width in metrics[::2]]
    widths += widths[-1:] * (n_glyphs - len(widths))
    return Sfnt(n_glyphs, tuple(widths), _charts(tables.get("cmap", b"")))


def _tables(data: bytes) -> dict[str, bytes]:
    if len(data) < _DIRECTORY:
        return {}
    (number,) = struct.unpack_from(">H", data, 4)
    found = {}
    for entry in range(min(number, _MAX_TABLES)):
        start = _DIRECTORY + entry * _ENTRY
        if start + _ENTRY > len(data):
            break
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, start)
        if tag in _WANTED:  # each is a copy, and a few bytes can name two hundred of them
            found[tag.decode()] = data[offset : offset + length]
    return found


def _charts(data: bytes) -> dict[tuple[int, int], Mapping[int, int]]:
    """Read the tables of characters; one of a form that is not known here is empty."""
    found: dict[tuple[int, int], Mapping[int, int]] = {}
    number = struct.unpack_from(">H", data, 2)[0] if len(data) >= _HEAD else 0
    for place in range(min(number, _MAX_CHARTS, (len(data) - _HEAD) // 8)):
        platform, encoding, offset = struct.unpack_from(">HHL", data, _HEAD + 8 * place)
        try:
            found[platform, encoding] = _chart(data[offset : offset + _MAX_CHART])
        except struct.error:
            found[platform, encoding] = {}
    return found


def _chart(data: bytes) -> Mapping[int, int]:
    (form,) = struct.unpack_from(">H", data)
    if form == 0:
        return dict(enumerate(struct.unpack_from(">256B", data, 6)))
    if form == 6:
        first, count = struct.unpack_from(">HH", data, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", data, 10), first))
    return _segments(data) if form == 4 else {}


def _segments(data: bytes) -> dict[int, int]:
    """Read a table of format 4: runs of codes with a shift each, or a list of glyphs."""
    count = struct.unpack_from(">H", data, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, 16 + 2 * count * place) for place in (1, 2, 3)
    )
    found: dict[int, int] = {}
    for place in range(count):
        for code in range(starts[place], ends[place] + 1):
            if code in found:
                return found  # segments follow each other: these are broken
            glyph = code
            if offsets[place]:
                at = 16 + 6 * count + 2 * place + offsets[place] + 2 * (code - starts[place])
                glyph = struct.unpack_from(">H", data, at)[0]
            found[code] = (glyph + deltas[place]) & 0xFFFF if glyph else 0
    return found
