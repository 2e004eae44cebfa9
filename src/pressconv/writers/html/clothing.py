"""Style sheets and faces of a page → elements for its head: with all inside, or linked files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.writers.html.build import Element, block
from pressconv.writers.html.companions import Companion, companion, data_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.writers.html.faces import FontFace

_WOFF2 = "font/woff2"


def inline_styles(sheets: Sequence[tuple[str, str]], faces: Sequence[FontFace]) -> list[Element]:
    """Write *sheets*, pairs of media and style sheet in order, and *faces* into the page."""
    styles = [block("style", "\n" + css, media=media) for media, css in sheets]
    if faces:
        rules = [face.rule(data_address(face.data, _WOFF2)) for face in faces]
        styles.append(block("style", "\n" + "".join(rules)))
    return styles


def linked_styles(
    release_id: str, sheets: Sequence[tuple[str, str]], faces: Sequence[FontFace], base: str
) -> tuple[list[Element], tuple[Companion, ...]]:
    """Link one sheet with all of *sheets*, and files of *faces* that it loads; return them too.

    The faces are asked for with the sheet, not after it, so that no line moves when they come.
    """
    fonts = [companion(release_id, face.stem, "woff2", face.data, base) for face in faces]
    rules = [face.rule(file.name) for face, file in zip(faces, fonts, strict=True)]
    parts = [css if media == "all" else f"@media {media}{{\n{css}}}\n" for media, css in sheets]
    sheet = companion(release_id, "page", "css", "".join([*rules, *parts]).encode(), base)
    preloads = [
        block("link", rel="preload", href=font.address, as_="font", type=_WOFF2, crossorigin="")
        for font in dict.fromkeys(fonts)
    ]
    return [*preloads, block("link", rel="stylesheet", href=sheet.address)], (sheet, *fonts)
