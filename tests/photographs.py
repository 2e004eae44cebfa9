"""Images as cameras, screens and drawing programs write them, made on the spot."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms, ImageDraw
from PIL.Image import Resampling

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


@cache
def photograph(width: int = 4000, height: int = 3000) -> Picture:
    """Return light from above, shapes of several sizes, and the noise of a sensor."""
    above = Image.linear_gradient("L").resize((width, height))
    channels = []
    for seed in range(3):
        channel = above
        for step, share in ((300, 0.6), (90, 0.3), (25, 0.1), (1, 0.06)):
            channel = Image.blend(channel, _shapes(width, height, step, seed), share)
        channels.append(channel)
    return Image.merge("RGB", channels)


def _shapes(width: int, height: int, step: int, seed: int) -> Picture:
    size = (width // step + 1, height // step + 1)
    cells = Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1]))
    return cells.resize((width, height), Resampling.BICUBIC)


@cache
def drawing(width: int, height: int) -> Picture:
    """Return a map: few colours, hard edges, names."""
    picture = Image.new("RGB", (width, height), "white")
    pen, rng = ImageDraw.Draw(picture), random.Random(1)
    for number in range(40):
        x, y, size = rng.randrange(width), rng.randrange(height), rng.randrange(40, 300)
        colour = ("#1a3f7a", "#e8d9a0", "#7fb069", "#ffffff")[number % 4]
        pen.ellipse((x, y, x + size, y + size), fill=colour, outline="black")
        pen.text((x, y), f"Tarfaya {number}", fill="black", font_size=36)
    return picture


def encoded(picture: Picture, name: str, **options: Any) -> bytes:
    """Return the file that Pillow writes in the format *name*."""
    out = BytesIO()
    picture.save(out, name, **options)
    return out.getvalue()


def profile() -> bytes:
    """Return a colour profile, as it stands in a file."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
