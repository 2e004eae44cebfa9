"""Characters that no font has → the error that says which, where, and what has them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.errors import Place, Problem, RenderError
from pressconv.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.presentation import Presentation

_AROUND: Final = 12  # characters before and after it: enough to find the word

# Debian's package of a script (ISO 15924) that fonts-noto-core does not serve, with its font.
_PACKAGES: Final = {
    "Hani": ("HanaMin", "fonts-hanazono"),
    "Zyyy": ("Symbola", "fonts-symbola"),
    "Zinh": ("Noto Sans", "fonts-noto-core"),
}
_PRIVATE: Final = frozenset({"Co", "Cn", "Cs"})


def glyph_error(characters: Iterable[str], presentation: Presentation) -> RenderError:
    """Return an error with a problem for each of *characters*, placed where it stands first."""
    texts = list(_texts(presentation))
    problems: list[Problem] = []
    remedies: set[str] = set()
    for one in dict.fromkeys(characters):
        remedy = _remedy(one)
        message, place = _described(one, texts)
        hint = "" if remedy in remedies else remedy  # a whole script is lacking as a rule
        problems.append(Problem("glyph-missing", message, place or Place(presentation.id), hint))
        remedies.add(remedy)
    return RenderError("empty boxes would stand for what no font has", problems=problems)


def _described(character: str, texts: list[tuple[str, Place | None]]) -> tuple[str, Place | None]:
    name = unicodedata.name(character, "without a name")
    message = f"no font has {character!r} (U+{ord(character):04X} {name})"
    text, place = next((one for one in texts if character in one[0]), ("", None))
    if text:
        at = text.index(character)
        around = text[max(at - _AROUND, 0) : at + _AROUND + 1].strip()
        message += f" in {around!r}"
    return message, place


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


def _texts(presentation: Presentation) -> Iterator[tuple[str, Place | None]]:
    """Yield every text of the page with the place of the part around it, in reading order."""
    yield from _within((presentation.headline, presentation.subheadline), None)
    yield from _within(tuple(line.content for line in presentation.letterhead), None)
    for part in presentation.parts:
        yield from _within((part.title, part.content), None)


def _within(node: object, place: Place | None) -> Iterator[tuple[str, Place | None]]:
    if isinstance(node, tuple):
        for one in node:
            yield from _within(one, place)
        return
    if isinstance(node, m.Marked):
        place = node.place or place
    match node:
        case m.Text(text) | m.Abbreviation(text) | m.Code(text) | m.Number(text):
            yield text, place
        case m.Ruby(reading=reading):
            yield reading, place
        case _:
            pass
    for child in children(node):
        yield from _within(child, place)
