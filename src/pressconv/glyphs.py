"""Characters that no font has → the error that says which, where, and what has them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv import model as m
from pressconv.assets.svg_text import drawn_text
from pressconv.errors import Place, Problem, RenderError
from pressconv.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.assets import Assets
    from pressconv.presentation import Presentation

_AROUND: Final = 12  # characters before and after it: enough to find the word

# Debian's package of a script (ISO 15924) that fonts-noto-core does not serve, with its font.
_PACKAGES: Final = {
    "Hani": ("HanaMin", "fonts-hanazono"),
    "Zyyy": ("Symbola", "fonts-symbola"),
    "Zinh": ("Noto Sans", "fonts-noto-core"),
}
_TO_PATHS: Final = "or turn the text of the image into paths"
_PRIVATE: Final = frozenset({"Co", "Cn", "Cs"})


class _Shown(NamedTuple):
    """A text of the page, the place of the part around it, and the image that it stands in."""

    text: str
    place: Place | None
    image: str = ""


def glyph_error(
    characters: Iterable[str], presentation: Presentation, assets: Assets | None = None
) -> RenderError:
    """Return an error with a problem for each of *characters*, placed where it stands first.

    The text of SVG images among *assets* is looked through as well.
    """
    shown = list(_texts(presentation, assets or {}))
    problems: list[Problem] = []
    remedies: set[str] = set()
    for one in dict.fromkeys(characters):
        found = next((text for text in shown if one in text.text), _Shown("", None))
        remedy = _remedy(one) + (f", {_TO_PATHS}" if found.image else "")
        hint = "" if remedy in remedies else remedy  # a whole script is lacking as a rule
        place = found.place or Place(presentation.id)
        problems.append(Problem("glyph-missing", _described(one, found), place, hint))
        remedies.add(remedy)
    return RenderError("empty boxes would stand for what no font has", problems=problems)


def _described(character: str, shown: _Shown) -> str:
    name = unicodedata.name(character, "without a name")
    message = f"no font has {character!r} (U+{ord(character):04X} {name})"
    if shown.text:
        at = shown.text.index(character)
        around = shown.text[max(at - _AROUND, 0) : at + _AROUND + 1].strip()
        message += f" in {around!r}"
    return f"image {shown.image!r}: {message}" if shown.image else message


def _remedy(character: str) -> str:
    from fontTools.unicodedata import script, script_name  # noqa: PLC0415 - only a mistake needs it

    if unicodedata.category(character) in _PRIVATE:
        return "only the font that it was made for has it: name its folder with --fonts-dir"
    code = script(character)
    own = (f"Noto Sans {script_name(code)}", "fonts-noto-core")
    font, package = _PACKAGES.get(code, own)
    return (
        f"get a font that has it, such as {font} (Debian and Ubuntu: apt install {package}), "
        "and name its folder with --fonts-dir"
    )


def _texts(presentation: Presentation, assets: Assets) -> Iterator[_Shown]:
    """Yield every text of the page, in reading order."""
    yield from _within((presentation.headline, presentation.subheadline), None, assets)
    yield from _within(tuple(line.content for line in presentation.letterhead), None, assets)
    for part in presentation.parts:
        yield from _within((part.title, part.content), None, assets)


def _within(node: object, place: Place | None, assets: Assets) -> Iterator[_Shown]:
    if isinstance(node, tuple):
        for one in node:
            yield from _within(one, place, assets)
        return
    if isinstance(node, m.Marked):
        place = node.place or place
    match node:
        case m.Text(text) | m.Abbreviation(text) | m.Code(text) | m.Number(text):
            yield _Shown(text, place)
        case m.Ruby(reading=reading):
            yield _Shown(reading, place)
        case m.Image(src=source) if source in assets:
            yield _Shown(drawn_text(assets[source]), place, source)
        case _:
            pass
    for child in children(node):
        yield from _within(child, place, assets)
