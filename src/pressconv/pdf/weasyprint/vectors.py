"""SVG images in a PDF as browsers draw them: words whole, nothing beyond the edge.

WeasyPrint 70 sets the text of an SVG image letter by letter from left to right, whatever it is: no
letter joins, marks stand alone, right to left is backwards. Here Pango sets a chunk as a whole
where no attribute asks for single letters. The engine lets a drawing run over its view box, where
an image is clipped (SVG 2, 3.8 and its style sheet), and lets readers smooth what is embedded in
it, which PDF/A forbids (ISO 19005-3, 6.2.8). Drop each when WeasyPrint does so by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint import svg as engine
from weasyprint.images import SVGImage
from weasyprint.pdf.stream import Stream
from weasyprint.svg.text import text as draw_text
from weasyprint.svg.utils import normalize

from pressconv.assets.svg_text import PLACES, is_complex
from pressconv.pdf.weasyprint.hooks import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

_draw_image = SVGImage.draw
_add_image = Stream.add_image


def own_vectors() -> AbstractContextManager[None]:
    """Draw SVG images as browsers do."""
    tags = {name: _draw_text if it is draw_text else it for name, it in engine.TAGS.items()}
    return replacing(
        (engine, "text", _draw_text),
        (engine, "TAGS", tags),
        (SVGImage, "draw", _draw_within),
        (Stream, "add_image", _add_plain),
    )


class _Chunk(str):
    """Text that the engine takes piece by piece, where it would take it letter by letter."""

    pieces: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)


def _draw_text(svg: Any, node: Any, font_size: float) -> None:  # noqa: ANN401 - the engine's
    element, attributes = node._etree_node, node.attrib
    text = element.text
    if not text:
        draw_text(svg, node, font_size)
        return
    if is_complex(text):
        # Letters that join have no room between them: words are stretched (CSS Text 4, 8.2).
        node.attrib = {**attributes, "letter-spacing": "0", "lengthAdjust": "spacingAndGlyphs"}
    chunk = _Chunk(text)
    chunk.pieces = _pieces(text, node.attrib, spacing=svg.length(_spacing(node), font_size))
    element.text = chunk
    try:
        draw_text(svg, node, font_size)
    finally:
        element.text, node.attrib = text, attributes


def _spacing(node: Any) -> str | None:  # noqa: ANN401 - the engine's
    written = node.get("letter-spacing")
    return None if written == "normal" else written


def _pieces(text: str, attributes: dict[str, str], *, spacing: float) -> tuple[str, ...]:
    """Part *text* where its attributes place single letters."""
    is_spread = "textLength" in attributes and attributes.get("lengthAdjust") != "spacingAndGlyphs"
    if spacing or is_spread or attributes.get("rotate"):
        return tuple(text)
    n_placed = max(len(normalize(attributes.get(name, "")).split()) for name in PLACES)
    alone = max(n_placed - 1, 0)
    return tuple(one for one in (*text[:alone], text[alone:]) if one)


def _draw_within(
    image: SVGImage,
    stream: Stream,
    width: float,
    height: float,
    style: Any,  # noqa: ANN401 - the engine's
) -> None:
    """Draw *image* and nothing beyond its edge; a glyph of a font may reach beyond its own."""
    if image._context is None:
        _draw_image(image, stream, width, height, style)
        return
    with stream.stacked():
        stream.rectangle(0, 0, width, height)
        stream.clip()
        stream.end()
        _draw_image(image, stream, width, height, style)


def _add_plain(stream: Stream, image: object, interpolate: bool, ratio: float) -> str:
    """Let no reader smooth *image*, on the page or in an SVG image."""
    del interpolate
    name: str = _add_image(stream, image, False, ratio)
    return name
