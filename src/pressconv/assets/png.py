"""Bytes → a PNG image without metadata, of which every pixel is there.

The pixels are unpacked piece by piece and counted, not kept: a file that claims fewer pixels than
it unpacks to, or more, is damaged or a bomb. Source: PNG (third edition), chapters 5, 7, 8 and 11.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

from pressconv.assets.asset import Asset, damaged, hold_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

_KEPT: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs".split())
# Colour type → channels and the bit depths that it may have.
_COLOURS: Final = {
    0: (1, (1, 2, 4, 8, 16)),
    2: (3, (8, 16)),
    3: (1, (1, 2, 4, 8)),
    4: (2, (8, 16)),
    6: (4, (8, 16)),
}
_PALETTE: Final = 3
# Of each pass of Adam7: the first column and row, and the steps to the next ones.
_ADAM7: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_STEP: Final = 2**16


def read_png(data: bytes) -> Asset:
    """Read a PNG image.

    Raises:
        AssetError: it is damaged, or has too many pixels.
    """
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise damaged("the PNG file is cut short")
    if len(chunks[0][1]) != 13:
        raise damaged("the header of the PNG file is damaged")
    width, height, depth, colour, *ways = struct.unpack(">IIBBBBB", chunks[0][1])
    hold_size(width, height)
    n_channels, depths = _COLOURS.get(colour, (0, ()))
    names = [name for name, _ in chunks]
    if depth not in depths or ways[:2] != [0, 0] or ways[2] > 1 or names.count(b"IHDR") != 1:
        raise damaged("the header of the PNG file is damaged")
    if colour == _PALETTE and b"PLTE" not in names:
        raise damaged("the PNG file has no palette")
    expected = _n_bytes(width, height, depth * n_channels, is_interlaced=bool(ways[2]))
    _hold_pixels([body for name, body in chunks if name == b"IDAT"], expected)
    kept = [SIGNATURE, *(_chunk(name, body) for name, body in chunks if name in _KEPT)]
    return Asset(b"".join(kept), "image/png", width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            raise damaged("the PNG file is cut short")
        body = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if name in _KEPT and zlib.crc32(name + body) != check:
            raise damaged(f"the PNG file is damaged in its part {name.decode('ascii')}")
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


def _n_bytes(width: int, height: int, bits: int, *, is_interlaced: bool) -> int:
    """Count the bytes that the pixels unpack to: each row has one that names its filter."""
    if not is_interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for column, row, columns, rows in _ADAM7:
        n_columns = (width - column + columns - 1) // columns
        n_rows = (height - row + rows - 1) // rows
        if n_columns > 0 and n_rows > 0:
            total += n_rows * (1 + (n_columns * bits + 7) // 8)
    return total


def _hold_pixels(parts: Sequence[bytes], expected: int) -> None:
    unpacker = zlib.decompressobj()
    n_found = 0
    try:
        for part in parts:
            rest = part
            while rest and n_found <= expected and not unpacker.eof:
                n_found += len(unpacker.decompress(rest, _STEP))
                rest = unpacker.unconsumed_tail
        while n_found <= expected and not unpacker.eof:
            more = unpacker.decompress(unpacker.unconsumed_tail, _STEP)
            if not more:
                break
            n_found += len(more)
    except zlib.error as error:
        raise damaged("the pixels of the PNG file are damaged") from error
    if n_found != expected or not unpacker.eof:
        raise damaged("the PNG file has not the pixels that its header claims")
