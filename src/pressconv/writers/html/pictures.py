"""The images of a presentation → what their elements say: addresses, sizes, and the files for them.

The figures of this module are those of the style sheets: how large an image can be shown.
"""

from __future__ import annotations

from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from pressconv import model as m
from pressconv.assets import Asset, fitted, steps
from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.walk import descendants
from pressconv.writers.html.companions import AssetsMode, Companion, companion, data_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.assets import Assets
    from pressconv.presentation import Presentation

# Across a telephone once and twice, the column once and twice.
_WIDTHS: Final = (320, 640, 960, 1280, 1600)

# The largest text of a page is by so much larger than what the browser has, times the language's.
_TEXT: Final = 1.1875
_HIGHEST_PX: Final = 640  # a portrait is seen whole in the window of a small notebook
_LOGO_PX: Final = (8 * 16 * _TEXT, 3.5 * 16 * _TEXT)

_SUFFIXES: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
}


class _Surface(Enum):
    """What an image is shown on: the most pixels of a figure there, and of a logo.

    On paper 300 a inch: across the text of a Letter page and 90 mm high; a logo 8 by 3.5 em.
    """

    SCREEN = ((1280, 1_000_000), (576, 252))
    PAPER = ((1960, 1063), (400, 175))


@dataclass(frozen=True, slots=True)
class Picture:
    """What an ``img`` element says: its source, its size in CSS pixels, narrower and wider ones.

    ``sizes`` is how wide the page shows it; ``files`` are those that it refers to.
    """

    src: str
    width: str | None = None
    height: str | None = None
    srcset: str | None = None
    sizes: str | None = None
    files: tuple[Companion, ...] = ()


def screen_pictures(
    presentation: Presentation, assets: Assets, mode: AssetsMode, base: str = ""
) -> Mapping[str, Picture]:
    """Return the images by their sources, as a page shows them; *base* is that of their files."""
    if mode is AssetsMode.INLINE:
        return _inline_pictures(presentation, assets, _Surface.SCREEN)
    return {
        source: _linked(presentation, source, asset, base, is_logo=is_logo)
        for source, asset, is_logo in _shown(presentation, assets)
    }


def paper_pictures(presentation: Presentation, assets: Assets) -> Mapping[str, Picture]:
    """Return the images by their sources, as a PDF shows them."""
    return _inline_pictures(presentation, assets, _Surface.PAPER)


def files_of(pictures: Mapping[str, Picture]) -> Iterator[Companion]:
    """Yield the files that *pictures* refer to."""
    for picture in pictures.values():
        yield from picture.files


def _inline_pictures(
    presentation: Presentation, assets: Assets, surface: _Surface
) -> Mapping[str, Picture]:
    return {
        source: Picture(
            data_address(one.data, one.media_type), *_measures(presentation, one, is_logo=is_logo)
        )
        for source, asset, is_logo in _shown(presentation, assets)
        for one in [_one_size(asset, surface, is_logo=is_logo)]
    }


def _shown(presentation: Presentation, assets: Assets) -> Iterator[tuple[str, Asset, bool]]:
    """Yield source, image, and whether it stands as a logo only; each once."""
    if not assets:
        return
    in_parts = {one.src for one in figures(presentation)}
    for source in dict.fromkeys(one.src for one in images(presentation)):
        if source in assets:
            yield source, assets[source], source not in in_parts


def images(presentation: Presentation) -> Iterator[m.Image]:
    """Yield the images of the page in reading order, as often as they stand there."""
    for line in presentation.letterhead:
        if isinstance(line.content, m.Image):
            yield line.content
    yield from figures(presentation)


def figures(presentation: Presentation) -> Iterator[m.Image]:
    """Yield the images in the parts of the page, logos of the letterhead left out."""
    for part in presentation.parts:
        for root in part.content:
            yield from (one for one in descendants(root) if isinstance(one, m.Image))


def _one_size(asset: Asset, surface: _Surface, *, is_logo: bool) -> Asset:
    figure, logo = surface.value
    return fitted(asset, *(logo if is_logo else figure))


def _measures(presentation: Presentation, asset: Asset, *, is_logo: bool) -> tuple[str, str]:
    """Return the width and height that an element says.

    They are its own; those of a logo, and of an image that would be too high, as it is shown.
    """
    ratio = 1.0
    scale = language(presentation.lang).layout.scale
    if is_logo:
        width, height = _LOGO_PX
        ratio = min(1, width * scale / asset.width, height * scale / asset.height)
    elif min(asset.width, _column(presentation) * 16) * asset.height > _HIGHEST_PX * asset.width:
        ratio = _HIGHEST_PX / asset.height
    return f"{max(1, round(asset.width * ratio))}", f"{max(1, round(asset.height * ratio))}"


def _column(presentation: Presentation) -> float:
    """Return how wide the text of a page gets, in em of the browser."""
    layout = language(presentation.lang).layout
    return layout.longest_line * layout.scale * _TEXT


def _linked(
    presentation: Presentation, source: str, asset: Asset, base: str, *, is_logo: bool
) -> Picture:
    stem = PurePosixPath(unquote(source)).stem

    def file(one: Asset) -> Companion:
        name = stem if one == asset else f"{stem[:30]}-{one.width}"
        return companion(presentation.id, name, _SUFFIXES[one.media_type], one.data, base)

    plain = _one_size(asset, _Surface.SCREEN, is_logo=is_logo)
    first = file(plain)
    width, height = _measures(presentation, plain, is_logo=is_logo)
    choices = [] if is_logo else [(one.width, file(one)) for one in steps(asset, _WIDTHS)]
    if all(one == first for _, one in choices):
        return Picture(first.address, width, height, files=(first,))
    return Picture(
        first.address,
        width,
        height,
        srcset=", ".join(f"{one.address} {n_pixels}w" for n_pixels, one in choices),
        sizes=f"min(90vw, {_column(presentation):.4g}em, {width}px)",
        files=(first, *(one for _, one in choices)),
    )
