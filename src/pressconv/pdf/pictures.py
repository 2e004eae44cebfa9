"""The text of SVG images that the engine would set wrong → the error that says where, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.assets.svg_text import unsettable
from pressconv.errors import Place, Problem, RenderError
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.assets import Assets
    from pressconv.presentation import Presentation

_REMEDY: Final = "turn the text of the image into paths"


def hold_settable(presentation: Presentation, assets: Assets) -> None:
    """Refuse images with text that would be drawn otherwise than it is written.

    Raises:
        RenderError: there are such; all at once.
    """
    images = {one.src: one for one in _images(presentation) if one.src in assets}
    problems = []
    for source, image in images.items():
        if found := unsettable(assets[source]):
            what, words = found
            message = f"image {source!r} has {what}: {words!r}"
            place = image.place or Place(presentation.id)
            problems.append(Problem("image-text", message, place, _REMEDY))
    if problems:
        raise RenderError("text of an image would be drawn wrong", problems=problems)


def _images(presentation: Presentation) -> Iterator[m.Image]:
    """Yield the images of the page in reading order."""
    for line in presentation.letterhead:
        if isinstance(line.content, m.Image):
            yield line.content
    for part in presentation.parts:
        for block in part.content:
            yield from (one for one in descendants(block) if isinstance(one, m.Image))
