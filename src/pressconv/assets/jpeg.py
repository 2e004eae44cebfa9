"""Bytes → a JPEG image without metadata, turned as its camera was, with every block there."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pressconv.assets.asset import Asset, AssetError, damaged, hold_size

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION: Final = 0x0112
_MAX_SCANS: Final = 200
"""Each scan of a progressive image is a pass over all of it; real ones have about ten."""


def read_jpeg(data: bytes) -> Asset:
    """Read a JPEG image.

    Raises:
        AssetError: it is damaged, or has too many pixels.
    """
    from PIL import Image  # noqa: PLC0415 - only for JPEG

    if data.count(b"\xff\xda") > _MAX_SCANS:
        raise AssetError("image-too-large", "the JPEG file has hundreds of scans")
    try:
        with warnings.catch_warnings():
            # Pillow warns of many pixels, and of metadata that we drop.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=["JPEG"]) as image:
                hold_size(*image.size)
                return _upright(data, image)
    except Image.DecompressionBombError as error:
        raise AssetError("image-too-large", "the JPEG file has too many pixels") from error
    # Pillow has no one error for what is damaged. Source: its ImageFile.py and Exif.
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error) as error:
        raise damaged("the JPEG file is damaged") from error


def _upright(data: bytes, image: Image) -> Asset:
    from PIL import ImageOps  # noqa: PLC0415 - only for JPEG

    size = image.size
    if image.getexif().get(_ORIENTATION, 1) == 1:
        image.draft("L", (1, 1))  # reads all blocks, but keeps few pixels of each
        image.load()
        return Asset(_without_metadata(data), "image/jpeg", *size)
    turned = ImageOps.exif_transpose(image)
    out = BytesIO()
    profile = image.info.get("icc_profile")
    turned.save(out, "JPEG", quality=92, subsampling=0, icc_profile=profile, exif=b"")
    return Asset(_without_metadata(out.getvalue()), "image/jpeg", *turned.size)


def _without_metadata(data: bytes) -> bytes:
    """Drop APP1 (Exif, XMP), APP13 (IPTC) and comments; keep the colour profile (APP2)."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker not in {0xE1, 0xED, 0xFE}:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, data[at:]])
