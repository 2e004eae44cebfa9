"""SVG images that the engine cannot draw as they are → the error that says which, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.assets.svg_text import unsettable
from pressconv.errors import Place, Problem, RenderError
from pressconv.writers.html.companions import data_address
from pressconv.writers.html.pictures import images

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pressconv import model as m
    from pressconv.assets import Assets
    from pressconv.presentation import Presentation

_ANEW: Final = "save the image anew, or as PNG"
_REMEDY: Final = "turn the text of the image into paths"


def hold_settable(presentation: Presentation, assets: Assets) -> None:
    """Refuse images with text that would be drawn otherwise than it is written.

    Raises:
        RenderError: there are such; all at once.
    """
    problems = []
    for image in _images(presentation, assets):
        if found := unsettable(assets[image.src]):
            what, words = found
            message = f"image {image.src!r} has {what}: {words!r}"
            place = image.place or Place(presentation.id)
            problems.append(Problem("image-text", message, place, _REMEDY))
    if problems:
        raise RenderError("text of an image would be drawn wrong", problems=problems)


def undrawn_error(
    addresses: Collection[str], presentation: Presentation, assets: Assets
) -> RenderError:
    """Return an error with a problem for each image at one of *addresses*."""
    problems = [
        Problem(
            "image-unsupported",
            f"image {one.src!r}: the PDF engine cannot draw a value in it",
            one.place or Place(presentation.id),
            _ANEW,
        )
        for one in _images(presentation, assets)
        if data_address(assets[one.src].data, assets[one.src].media_type) in addresses
    ]
    return RenderError("an image would be drawn in part", problems=problems)


def _images(presentation: Presentation, assets: Assets) -> Iterable[m.Image]:
    """Return the images of the page that are at hand, in reading order, each once."""
    first: dict[str, m.Image] = {}
    for one in images(presentation):
        if one.src in assets:
            first.setdefault(one.src, one)
    return first.values()
