"""The root of an SVG image → its size in CSS pixels.

Source: SVG 2, section 8.2; CSS Values and Units 4, section 6.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.assets.asset import damaged
from pressconv.assets.svg_styles import shown

if TYPE_CHECKING:
    from lxml import etree

_NUMBER: Final = r"[+-]?(?:[0-9]{1,7}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9])?"
_BOX: Final = re.compile(rf"\s*({_NUMBER})" + rf"(?:\s*,\s*|\s+)({_NUMBER})" * 3 + r"\s*")
_LENGTH: Final = re.compile(rf"\s*({_NUMBER})\s*([A-Za-z%]*)\s*")
_UNITS: Final = "px pt pc in mm cm".split()
_PIXELS: Final = dict(zip(["", *_UNITS], (1, 1, 4 / 3, 16, 96, 96 / 25.4, 96 / 2.54), strict=True))
_RELATIVE: Final = frozenset({"%", "em", "ex", "rem", "ch", "vw", "vh"})
_MOST: Final = 100_000


def size(root: etree._Element) -> tuple[int, int]:
    """Return width and height: as written, else those of the view box.

    Raises:
        AssetError: there is none, or none that can be shown.
    """
    box = _box(root.get("viewBox"))
    sides = []
    for name, side in (("width", box[0]), ("height", box[1])):
        written = root.get(name)
        value = (written and _length(name, written)) or side
        if not value:
            raise damaged("the SVG file has no size: give it a viewBox")
        sides.append(max(1, round(value)))
        if sides[-1] > _MOST:
            raise damaged(f"the SVG file is {sides[-1]:,} pixels wide or high")
    return sides[0], sides[1]


def _box(written: str | None) -> tuple[float, float]:
    if written is None:
        return 0, 0
    found = _BOX.fullmatch(written)
    if not found or float(found[3]) <= 0 or float(found[4]) <= 0:
        raise damaged(f"the SVG file has a view box that is none: viewBox={shown(written)}")
    return float(found[3]), float(found[4])


def _length(name: str, written: str) -> float:
    """Return a length in pixels, 0 for one that depends on what stands around the image."""
    found = _LENGTH.fullmatch(written)
    unit = found[2].lower() if found else ""
    if written.strip() == "auto" or (found and unit in _RELATIVE):
        return 0
    if not found or unit not in _PIXELS or float(found[1]) <= 0:
        raise damaged(f"the SVG file has a size that is none: {name}={shown(written)}")
    return float(found[1]) * _PIXELS[unit]
