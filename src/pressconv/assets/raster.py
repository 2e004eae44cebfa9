"""Bytes → a PNG or JPEG image, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.assets.jpeg import read_jpeg
from pressconv.assets.png import SIGNATURE, read_png

if TYPE_CHECKING:
    from pressconv.assets.asset import Asset


def read_raster(data: bytes) -> Asset | None:
    """Read a PNG or JPEG image; `None` where it is neither.

    Raises:
        AssetError: it is damaged, or has too many pixels.
    """
    if data.startswith(SIGNATURE):
        return read_png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return read_jpeg(data)
    return None
