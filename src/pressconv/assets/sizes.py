"""An image → the sizes of it that a page needs, in formats that browsers show, never larger ones.

The colour profile stays; a drawing stays free of loss, a photograph does not. SVG has every size
already, and a raster image that Pillow cannot scale faithfully keeps the one that it has. The same
image and libraries give the same bytes.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pressconv.assets.asset import Asset

if TYPE_CHECKING:
    from PIL.Image import Image

WEBP: Final = "image/webp"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"

_WEBP_QUALITY: Final = 80
_JPEG_QUALITY: Final = 85
_MAX_WEBP: Final = 16383
"""Pixels on a side. Source: RFC 9649, section 2.7."""

# Bytes in the file for a byte of pixels: what weighs more in PNG is a photograph, or as good as.
_PHOTOGRAPHIC: Final = 0.25
_FOR_PRINT: Final = "CMYK"
"""Each browser shows it in its own way, and PDF/A forbids it without the profile of a press."""

_DEEP: Final = "I;16"
"""Grey in 16 bits, of which a screen shows eight, and the PDF engine none."""
_DEEP_HEADER: Final = b"\x10\0"
"""The bit depth and the colour type of such a PNG, at byte 24. Source: PNG, 11.2.1."""

_MADE_ANEW: Final = frozenset({_FOR_PRINT, _DEEP})
_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"}) | _MADE_ANEW
_USUAL_GAMMA: Final = (0.45, 0.46)

# An image stands in every edition of its release, on screen and paper. Few are held: each may
# have 20 MB.
_HELD: Final = 16


@lru_cache(_HELD)
def fitted(asset: Asset, width: int, height: int) -> Asset:
    """Return *asset* within *width* × *height* pixels, in a format that every browser shows.

    It is *asset* itself where that fits, or would not become lighter, and has a screen's colours.
    """
    is_looked_into = asset.media_type == JPEG or asset.data[24:26] == _DEEP_HEADER
    ratio = min(1, width / asset.width, height / asset.height)
    size = (max(1, round(asset.width * ratio)), max(1, round(asset.height * ratio)))
    image = _opened(asset, size) if ratio < 1 or is_looked_into else None
    if image is None or (ratio == 1 and image.mode not in _MADE_ANEW):
        return asset
    is_photograph = _is_photograph(asset, image)
    scaled = _scaled(image, size)
    is_opaque = scaled.mode in {"L", "RGB"}
    made = _plain(scaled, as_jpeg=is_photograph and is_opaque)
    return _lightest(asset, image, made)


@lru_cache(_HELD)
def steps(asset: Asset, widths: tuple[int, ...]) -> tuple[Asset, ...]:
    """Return *asset* in those of *widths* that it has, narrowest first, and what it has below them.

    Each is lighter than every wider one. In the place of the widest stands *asset* where that is
    no heavier. Nothing is returned of an image that has no more than the least of *widths*, or that
    cannot be scaled.
    """
    own = min(asset.width, max(widths))
    wanted = sorted({own, *(width for width in widths if width < own)}, reverse=True)
    size = (own, max(1, round(asset.height * own / asset.width)))
    image = None if own <= min(widths) or max(size) > _MAX_WEBP else _opened(asset, size)
    if image is None:
        return ()
    is_photograph = _is_photograph(asset, image)
    whole = _scaled(image, size)
    kept = [_lightest(asset, image, _webp(whole, loses=is_photograph))]
    for width in wanted[1:]:
        height = max(1, round(asset.height * width / asset.width))
        narrower = _webp(_scaled(whole, (width, height)), loses=is_photograph)
        if len(narrower.data) < len(kept[-1].data):
            kept.append(narrower)
    return tuple(reversed(kept))


def _lightest(asset: Asset, image: Image, made: Asset) -> Asset:
    is_lighter = len(made.data) < len(asset.data)
    return made if is_lighter or image.mode in _MADE_ANEW else asset


def _opened(asset: Asset, size: tuple[int, int]) -> Image | None:
    """Open a raster image, a JPEG with as many pixels as *size* needs; `None` if it is to stay."""
    if asset.media_type not in {PNG, JPEG}:
        return None
    from PIL import Image  # noqa: PLC0415 - only where an image is scaled

    image = Image.open(BytesIO(asset.data), formats=["PNG", "JPEG"])
    if image.mode not in _MODES or not _has_usual_gamma(image):
        return None
    image.draft(None, size)
    return image


def _has_usual_gamma(image: Image) -> bool:
    """Whether WebP and JPEG, which cannot say another one, would show the image as it is."""
    says_more = not {"srgb", "icc_profile"}.isdisjoint(image.info)
    return says_more or _USUAL_GAMMA[0] < image.info.get("gamma", 1 / 2.2) < _USUAL_GAMMA[1]


def _is_photograph(asset: Asset, image: Image) -> bool:
    if asset.media_type == JPEG:
        return True
    n_bytes = asset.width * asset.height * len(image.getbands())
    return image.mode not in {"1", "P"} and len(asset.data) > _PHOTOGRAPHIC * n_bytes


def _scaled(image: Image, size: tuple[int, int]) -> Image:
    """Scale an image in the simplest mode that holds its colours: L, RGB or RGBA."""
    from PIL.Image import Resampling  # noqa: PLC0415 - only where an image is scaled

    return _converted(image).resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def _converted(image: Image) -> Image:
    if image.mode == _FOR_PRINT:
        return _seen(image)
    if image.mode == _DEEP:
        image = _shallow(image)
    if image.has_transparency_data:
        whole = image.convert("RGBA")
        is_opaque = whole.getchannel("A").getextrema() == (255, 255)
        return whole.convert("RGB") if is_opaque else whole
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


def _shallow(image: Image) -> Image:
    """Return the upper eight bits of grey in 16: Pillow would cut off what is brighter."""
    from PIL import Image  # noqa: PLC0415 - only for such images

    found = Image.frombytes("L", image.size, image.tobytes()[1::2])
    found.info = image.info
    if "transparency" in found.info:
        found.info["transparency"] >>= 8
    return found


def _seen(image: Image) -> Image:
    """Turn the colours of a printer's photograph into those of a screen, by its profile."""
    from PIL import ImageCms  # noqa: PLC0415 - only for CMYK

    profile = image.info.pop("icc_profile", None)
    if profile:
        try:
            found = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            seen = ImageCms.profileToProfile(image, found, srgb, outputMode="RGB")
        except (OSError, ImageCms.PyCMSError):  # a damaged profile is as good as none
            seen = None
        if seen is not None:
            seen.info.clear()
            return seen
    return image.convert("RGB")


def _webp(image: Image, *, loses: bool) -> Asset:
    return _written(image, WEBP, quality=_WEBP_QUALITY, lossless=not loses, method=4)


def _plain(image: Image, *, as_jpeg: bool) -> Asset:
    if as_jpeg:
        return _written(image, JPEG, quality=_JPEG_QUALITY, optimize=True, progressive=True)
    return _written(image, PNG, optimize=True)


def _written(image: Image, media_type: str, **how: Any) -> Asset:  # noqa: ANN401 - Pillow's own
    out = BytesIO()
    profile = image.info.get("icc_profile")
    if profile:
        how["icc_profile"] = profile
    image.save(out, media_type.partition("/")[2].upper(), **how)
    return Asset(out.getvalue(), media_type, *image.size)
