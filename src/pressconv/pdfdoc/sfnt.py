"""A font program of TrueType or OpenType → how many glyphs it has, and how wide each is.

Source: OpenType 1.9, tables head, hhea, hmtx, maxp and cmap.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

_MAX_TABLES: Final = 200
_DIRECTORY: Final = 12  # bytes before the list of tables
_ENTRY: Final = 16


class Sfnt(NamedTuple):
    """What a font program says. ``widths`` are in thousandths of an em, one a glyph."""

    n_glyphs: int
    widths: tuple[float, ...]
    charts: tuple[tuple[int, int], ...]  # platform and encoding of each table of characters


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
    return Sfnt(n_glyphs, tuple(widths), tuple(_charts(tables.get("cmap", b""))))


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
        found[tag.decode("latin-1")] = data[offset : offset + length]
    return found


def _charts(data: bytes) -> list[tuple[int, int]]:
    if len(data) < 4:
        return []
    (number,) = struct.unpack_from(">H", data, 2)
    last = min(number, (len(data) - 4) // 8)
    return [struct.unpack_from(">HH", data, 4 + 8 * place) for place in range(last)]
