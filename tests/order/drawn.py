"""Bytes of a PDF → every glyph on its pages: where it stands, and the face and number it has.

Nothing is asked of tags, of marked content or of ToUnicode: what is drawn is what a reader sees.
Source: ISO 32000-2, 9.4 (positions), 9.7.4 (CIDFonts).
"""

from __future__ import annotations

import io
import re
import struct
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pypdf

from pressconv.fonts import families
from pressconv.pdfdoc import objects, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressconv.fonts import Face
    from pressconv.pdfdoc.tokens import Operand

_SHOWN = re.compile(rb"<([^<>]*)>|([-+.\d]+)")
_RAISED = 0.15  # of an em


class Glyph(NamedTuple):
    """A glyph, in points from the left and top edge of its page: its middle, above the baseline.

    On the baseline itself, a lowered one would be nearer to the next line than to its own.
    """

    page: int  # from 1
    x: float
    y: float
    face: Face
    number: int


@dataclass(frozen=True, slots=True)
class _Font:
    face: Face
    widths: Mapping[int, float]  # thousandths of an em, by CID
    default_width: float
    numbers: Sequence[int]  # of glyphs, by CID; empty: they are the same


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, other: _Matrix) -> _Matrix:
        a, b, c, d, e, f = self
        p, q, r, s, v, w = other
        return _Matrix(
            *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
            *(e * p + f * r + v, e * q + f * s + w),
        )


def glyphs(data: bytes) -> Iterator[Glyph]:
    """Yield the glyphs of a PDF that this project made, page by page."""
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages, start=1):
        resources = objects.dictionary(page["/Resources"])
        fonts = {
            name: _font(objects.dictionary(value))
            for name, value in objects.dictionary(resources.get("/Font")).items()
        }
        content = b"\n".join(map(objects.stream_data, objects.array(page["/Contents"])))
        height = float(page.mediabox.height)
        for x, y, font, cid in _shown(content, fonts):
            yield Glyph(
                number, x, height - y, font.face, font.numbers[cid] if font.numbers else cid
            )


def _shown(content: bytes, fonts: Mapping[str, _Font]) -> Iterator[tuple[float, float, _Font, int]]:
    """Follow the pen: forms draw pictures only, and our engine sets no spacing but in TJ."""
    saved: list[tuple[_Matrix, _Font | None, float]] = []
    ctm, pen, size, stretch = _Matrix(), _Matrix(), 0.0, 1.0
    font: _Font | None = None
    for operator, operands in tokens.instructions(content):
        if operator == b"q":
            saved.append((ctm, font, size))
        elif operator == b"Q":
            ctm, font, size = saved.pop()
        elif operator == b"cm":
            ctm = _Matrix(*tokens.numbers(operands[-1])).then(ctm)
        elif operator == b"BT":
            pen = _Matrix()
        elif operator == b"Tm":
            pen = _Matrix(*tokens.numbers(operands[-1]))
        elif operator == b"Tf":
            font, size = fonts[tokens.name(operands[0])], tokens.numbers(operands[-1])[0]
        elif operator == b"TJ" and font:
            for cid, shift in _pieces(operands[-1]):
                width = shift if cid is None else font.widths.get(cid, font.default_width)
                if cid is not None:
                    half = width * size * stretch / 2000
                    middle = _Matrix(e=half, f=_RAISED * size).then(pen).then(ctm)
                    yield middle.e, middle.f, font, cid
                pen = _Matrix(e=width * size * stretch / 1000).then(pen)
        elif operator == b"Tz":
            (per_cent,) = tokens.numbers(operands[-1])
            stretch = per_cent / 100
        elif operator in {b"Tj", b"'", b'"', b"Td", b"TD", b"T*", b"Tc", b"Tw"}:
            raise AssertionError(f"the pen does not know {operator!r}")


def _pieces(operand: Operand) -> Iterator[tuple[int | None, float]]:
    """Yield what TJ shows: a CID, or None and how far the pen moves, in thousandths of an em."""
    assert isinstance(operand, bytes)
    for digits, number in _SHOWN.findall(operand):
        if number:
            yield None, -float(number)
        else:
            codes = bytes.fromhex(digits.decode("ascii"))
            yield from ((code, 0.0) for (code,) in struct.iter_unpack(">H", codes))


def _font(font: Mapping[str, object]) -> _Font:
    (descendant,) = map(objects.dictionary, objects.array(font["/DescendantFonts"]))
    mapped = objects.stream_data(descendant.get("/CIDToGIDMap"))
    return _Font(
        _faces()[objects.name(font["/BaseFont"]).partition("+")[2]],
        dict(_widths(objects.array(descendant.get("/W")))),
        objects.number(descendant.get("/DW", 1000)),
        struct.unpack(f">{len(mapped) // 2}H", mapped),
    )


@cache
def _faces() -> dict[str, Face]:
    """Return the faces that ship by the name that the engine gives them: Pango's description."""
    return {
        family.name.replace(" ", "-")
        + ("-Bold" if face.weight == 700 else "")
        + ("-Italic" if face.is_italic else ""): face
        for family in families()
        for face in family.faces
    }


def _widths(values: list[object]) -> Iterator[tuple[int, float]]:
    """Read a /W array: a CID and the widths from there, or two CIDs and the width of them all."""
    waiting: list[int] = []
    for value in values:
        found = objects.resolve(value)
        if isinstance(found, list):
            yield from enumerate(map(objects.number, found), start=waiting.pop())
        elif len(waiting) == 2:
            yield from ((cid, objects.number(value)) for cid in range(waiting[0], waiting[1] + 1))
            waiting.clear()
        else:
            waiting.append(int(objects.number(value)))
