"""What is painted and nobody hears → artifacts that say of what type they are.

WeasyPrint 70 marks rules and backgrounds as artifacts, and says no more. By their type a program
that puts the page together anew tells what goes with the text from what goes with the page.

Source: ISO 32000-1, 14.8.2.2.2 and ISO 32000-2, 14.8.2.2.2. Drop when WeasyPrint says types.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pydyf
from weasyprint import draw
from weasyprint.pdf.stream import Stream

from pressconv.pdf.weasyprint.hooks import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

LAYOUT: Final = {"Type": "/Layout"}
"""What a rule, an ornament or an end mark is: an artifact of the layout."""

_draw_background = draw.draw_background


@contextmanager
def own_decoration() -> Iterator[None]:
    """Let what is painted while this is open say what it is."""
    around: list[Mapping[str, object]] = [LAYOUT]

    def draw_background(stream: Stream, background: Any, *how: Any, **more: Any) -> None:  # noqa: ANN401
        if background is not None and background.layers:
            around.append(_background(stream, background))
            _draw_background(stream, background, *how, **more)
            around.pop()

    def own_artifact(stream: Stream) -> AbstractContextManager[None]:
        return artifact(stream, around[-1])

    with replacing((draw, "draw_background", draw_background), (Stream, "artifact", own_artifact)):
        yield


@contextmanager
def artifact(stream: Stream, facts: Mapping[str, object]) -> Iterator[None]:
    """Let what is painted while this is open be an artifact of which *facts* say the type."""
    stream.begin_marked_content("Artifact", pydyf.Dictionary(dict(facts)))
    yield
    stream.end_marked_content()


def _background(stream: Stream, background: Any) -> Mapping[str, object]:  # noqa: ANN401
    """Return what a background is, with its place on the page, which its type asks for."""
    x, y, width, height = background.layers[-1].painting_area
    corners = [stream.ctm.transform_point(*one) for one in ((x, y), (x + width, y + height))]
    across, up = (sorted(sides) for sides in zip(*corners, strict=True))
    box = (across[0], up[0], across[1], up[1])
    return {"Type": "/Background", "BBox": pydyf.Array([round(side, 3) for side in box])}
