"""The characters of a page → `@font-face` rules and faces that hold just these, as WOFF2.

A family that the sheets name keeps its name. A character that none of them has comes from the
first font that has it, in the order of fonts.toml, as a part of the first family named: so no
sheet has to name fallback fonts.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.fonts import Face, Family, families, folder_families
from pressconv.frozen import dataclass
from pressconv.glyphs import glyph_error
from pressconv.patterns import pattern
from pressconv.writers.html.cascade import Setting, characters_by_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pressconv.presentation import Presentation
    from pressconv.writers.html.build import Element

# What has no glyph of its own: spaces and controls; joiners and variation selectors. Not so the
# space of Ogham, a stroke, and signs that stand under or around what follows, as that of a year
# (Prepended_Concatenation_Mark), between lines (U+FFF9) or Egyptian ones (UAX 44, table 9,
# Default_Ignorable_Code_Point).
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_DRAWN: Final = pattern(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1680\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f]"
)
_JOINERS: Final = frozenset(
    map(chr, (0x34F, 0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A face under the name, weight and style that CSS asks for; ``is_part`` of another family."""

    name: str
    weight: int
    is_italic: bool
    face: Face
    is_part: bool


@dataclass(frozen=True, slots=True)
class FontFace:
    """A face with the characters that a page sets in it; ``stem`` names a file that holds it."""

    stem: str
    descriptors: str
    data: bytes

    def rule(self, address: str) -> str:
        """Return the `@font-face` rule, where the face stands at *address*."""
        return f'@font-face{{{self.descriptors};src:url({address}) format("woff2")}}\n'


def font_faces(
    root: Element, sheet: str, fonts_dirs: Sequence[Path], presentation: Presentation
) -> tuple[FontFace, ...]:
    """Return the faces for the page that *root* is, as *sheet* sets it.

    Raises:
        ConfigError: a folder is not there, or holds a font that cannot be read.
        RenderError: no font has some characters.
    """
    shipped = (*families(), *folder_families(tuple(fonts_dirs)))
    needed: dict[_Rule, set[str]] = {}
    missing: list[str] = []
    for setting, characters in characters_by_setting(root, sheet).items():
        rest = {one for one in characters if not _is_invisible(one)}
        for rule in _rules(setting, shipped):
            if not rest:
                break
            found = rest & _characters(rule.face)
            if any(not _joins(one) for one in found):
                # A mark belongs to the font of the letter under it, whichever has it first.
                joining = _joins if rule.is_part else _joins_or_spaces
                along = filter(joining, characters & _characters(rule.face))
                needed.setdefault(rule, set()).update(found, along)
                rest -= found
        if any(name in {family.name for family in shipped} for name in setting.families):
            missing += sorted(rest)
    if missing:
        raise glyph_error(missing, presentation)
    return tuple(_face(rule, "".join(sorted(needed[rule]))) for rule in needed)


def _rules(setting: Setting, shipped: Sequence[Family]) -> Iterator[_Rule]:
    """Yield the faces for a setting, in the order in which they are asked for a character."""
    known = {family.name: family for family in reversed(shipped)}
    named = [known[name] for name in setting.families if name in known]
    for family in named:
        face = _nearest(family, setting)
        yield _Rule(family.name, face.weight, face.is_italic, face, is_part=False)
    for family in shipped if named else ():
        if family not in named:
            first = _nearest(named[0], setting)
            face = _nearest(family, setting)
            yield _Rule(named[0].name, first.weight, first.is_italic, face, is_part=True)


def _nearest(family: Family, setting: Setting) -> Face:
    """Return the face that a browser takes: the style first, then the weight."""
    return min(
        family.faces,
        key=lambda face: (face.is_italic != setting.is_italic, abs(face.weight - setting.weight)),
    )


def _is_invisible(character: str) -> bool:
    is_blank = unicodedata.category(character) in _INVISIBLE and not _DRAWN.match(character)
    return is_blank or character in _JOINERS


def _joins(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")


def _joins_or_spaces(character: str) -> bool:
    return _joins(character) or unicodedata.category(character) in {"Cf", "Zs"}


@cache
def _characters(face: Face) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and only embedding needs it

    with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap() or ()))


def _face(rule: _Rule, characters: str) -> FontFace:
    style = "italic" if rule.is_italic else "normal"
    part = f";unicode-range:{_ranges(characters)}" if rule.is_part else ""
    descriptors = f'font-family:"{rule.name}";font-weight:{rule.weight};font-style:{style}{part}'
    return FontFace(rule.face.path.stem, descriptors, _woff2(rule.face, characters))


def _taken_apart(character: str) -> str:
    """Return what a browser may draw for a character with a mark: Thai sara am is two glyphs."""
    parts = unicodedata.normalize("NFKD", character)
    return parts if any(unicodedata.category(one).startswith("M") for one in parts) else ""


def _ranges(characters: str) -> str:
    return ",".join(f"U+{ord(one):X}" for one in characters)


@cache
def _woff2(face: Face, characters: str) -> bytes:
    """Return the face with the glyphs of *characters* and all that they can become, unhinted."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options(flavor="woff2", hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters + "".join(map(_taken_apart, characters)))
    data = io.BytesIO()
    with TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(data)
    return data.getvalue()
