"""The text of an SVG image: what is drawn of it, and how far an engine can set it that has no bidi.

Letters that join, marks and words from right to left are set right as a whole; placed one by one,
or continued in another part, they are not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from pressconv.assets.svg_names import SVG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pressconv.assets.asset import Asset

_TEXT: Final = f"{{{SVG}}}text"
_TEXT_PATH: Final = f"{{{SVG}}}textPath"
PLACES: Final = ("x", "y", "dx", "dy")
"""The attributes that may place letters one by one."""

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


def is_complex(text: str) -> bool:
    """Say whether the letters of *text* join, carry marks, or run from right to left."""
    return _runs_left(text) or any(unicodedata.category(one).startswith("M") for one in text)


def drawn_text(asset: Asset) -> str:
    """Return the text that an image draws: none, where it is no SVG."""
    return " ".join(map(_words, _texts(asset)))


def unsettable(asset: Asset) -> tuple[str, str] | None:
    """Return what cannot be set of the text of an image, and the words; None if all can."""
    for text in _texts(asset):
        if next(text.iter(_TEXT_PATH), None) is not None:
            return "words along a path", _words(text)
        for chunk in _chunks(text):
            words = "".join(said for _, said in chunk)
            if any(is_complex(said) and _places_letters(part) for part, said in chunk):
                return "letters that belong together, placed one by one", words.strip()
            if len(chunk) > 1 and _runs_left(words):
                return "words from right to left, in more than one part", words.strip()
    return None


def _texts(asset: Asset) -> list[etree._Element]:
    if asset.media_type != "image/svg+xml":
        return []
    from lxml import etree  # noqa: PLC0415 - few images have text

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return list(etree.fromstring(asset.data, parser).iter(_TEXT))


def _words(part: etree._Element) -> str:
    return " ".join("".join(map(str, part.itertext())).split())


def _chunks(text: etree._Element) -> Iterator[list[tuple[etree._Element, str]]]:
    """Yield the parts that stand one behind the other: an absolute place begins anew."""
    chunk: list[tuple[etree._Element, str]] = []
    for part, words, begins in _pieces(text):
        if begins and chunk:
            yield chunk
            chunk = []
        if words.strip():
            chunk.append((part, words))
    if chunk:
        yield chunk


def _pieces(part: etree._Element) -> Iterator[tuple[etree._Element, str, bool]]:
    """Yield each text with the element that it stands in, and whether it begins at a place."""
    yield part, str(part.text or ""), "x" in part.attrib or "y" in part.attrib
    for child in part:
        yield from _pieces(child)
        yield part, str(child.tail or ""), False


def _places_letters(part: etree._Element) -> bool:
    lists = (re.split(r"[\s,]+", str(part.get(name, "")).strip()) for name in PLACES)
    return bool(part.get("rotate")) or any(len(one) > 1 for one in lists)


def _runs_left(words: str) -> bool:
    return any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in words)
