"""Bytes of an image → an `Asset` that is safe to publish: known type, measured, without metadata.

Place, camera and author are taken out of an image, its orientation is applied, its colour
profile stays. Nothing here touches a disk; `pressconv.loading` does.
"""

from __future__ import annotations

from pressconv.assets.asset import MAX_BYTES, MAX_PIXELS, Asset, AssetError, Assets
from pressconv.assets.raster import read_raster
from pressconv.assets.sizes import fitted, steps

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "Asset",
    "AssetError",
    "Assets",
    "fitted",
    "make_asset",
    "steps",
]

_HINT = "convert the image to PNG, JPEG or SVG"


def make_asset(data: bytes) -> Asset:
    """Make an asset of a PNG, JPEG or SVG file.

    Raises:
        AssetError: the bytes are no such image, damaged, too many, or not safe.
    """
    if len(data) > MAX_BYTES:
        message = f"the image has {len(data):,} bytes; {MAX_BYTES:,} are allowed"
        raise AssetError("image-too-large", message, "make the image smaller")
    if not data:
        raise AssetError("image-unsupported", "the file is empty")
    asset = read_raster(data)
    if asset:
        return asset
    if b"<svg" in data[:4096] or b"<\0s\0v\0g" in data[:4096]:
        from pressconv.assets.svg import read_svg  # noqa: PLC0415 - a parser of CSS

        return read_svg(data)
    raise AssetError("image-unsupported", "the file is no PNG, JPEG or SVG image", _HINT)
