"""Colours as "#rrggbb": their contrast by WCAG, and the nearest one that has enough of it.

Near is what looks near: hue is kept and lightness moves, as OKLCH has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEX: Final = pattern(r"#[0-9a-fA-F]{6}", re.ASCII)

_N_STEPS: Final = 1000  # of lightness, from black to white
_N_HALVINGS: Final = 16  # until the strongest chroma is found that a screen can show
_TOLERANCE: Final = 1e-5  # of light: what the matrices are out by, and no digit of a colour


def is_colour(text: str) -> bool:
    """Say whether *text* is a colour as it is written here."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21.

    Source: WCAG 2.2, "contrast ratio".
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light *colour* is, from 0 to 1.

    Source: WCAG 2.2, "relative luminance".
    """
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def nearest_passing(colour: str, grounds: Iterable[str], ratio: float) -> str | None:
    """Return the colour nearest to *colour* that has the contrast *ratio* with all *grounds*.

    `None`: the grounds are too unlike each other, no colour has it with all.
    """
    grounds = tuple(grounds)
    for candidate in lighter_and_darker(colour):
        if all(contrast(candidate, ground) >= ratio for ground in grounds):
            return candidate
    return None


def lighter_and_darker(colour: str) -> Iterator[str]:
    """Yield *colour*, then what is a step darker, a step lighter, two steps darker, and so on."""
    lightness, a, b = _oklab(colour)
    yield colour
    for step in range(1, _N_STEPS + 1):
        for moved in (lightness - step / _N_STEPS, lightness + step / _N_STEPS):
            if -1 / _N_STEPS < moved < 1 + 1 / _N_STEPS:  # the last step is to black, or to white
                yield _shown(min(max(moved, 0.0), 1.0), a, b)


def _linear(colour: str) -> tuple[float, float, float]:
    """Return the light of red, green and blue, from 0 to 1. Source: IEC 61966-2-1 (sRGB)."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channel(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _oklab(colour: str) -> tuple[float, float, float]:
    """Return lightness, and the two axes on which angle is hue and length is chroma.

    Source: B. Ottosson, "A perceptual color space for image processing" (2020), which CSS Color 4,
    section 10.2, takes over.
    """
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(lightness: float, a: float, b: float) -> str:
    """Return the colour; where no screen has it, with as much of its chroma as there is."""
    light = _from_oklab(lightness, a, b)
    if not _is_shown(light):
        low, high = 0.0, 1.0
        for _ in range(_N_HALVINGS):
            middle = (low + high) / 2
            if _is_shown(_from_oklab(lightness, middle * a, middle * b)):
                low = middle
            else:
                high = middle
        light = _from_oklab(lightness, low * a, low * b)
    channels = (_channel(min(max(one, 0.0), 1.0)) for one in light)
    return "#" + "".join(f"{round(one * 255):02x}" for one in channels)


def _is_shown(light: tuple[float, float, float]) -> bool:
    return all(-_TOLERANCE <= one <= 1 + _TOLERANCE for one in light)
