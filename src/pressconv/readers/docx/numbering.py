"""The numbering of a document → of which list a paragraph is an item, and with what number.

Source: ECMA-376-1, 17.9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.readers.docx.oxml import child, children, get, value, whole

if TYPE_CHECKING:
    from lxml import etree

    from pressconv.readers.docx.styles import Properties, Styles

# Formats that have a name of their own among the counter styles of CSS; a bullet is none.
_COUNTERS: Final = {
    "decimal": "decimal",
    "decimalZero": "decimal",
    "ordinal": "decimal",
    "decimalEnclosedCircle": "decimal",
    "decimalFullWidth": "decimal",
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
_NATIVE: Final = "native"
_MAX_LEVEL: Final = 8
_PLACEHOLDER: Final = re.compile(r"%[1-9]")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its level from 1, the style of its counter ("" for a bullet), its number.

    ``series`` tells the lists of a document apart; ``says_more`` is whether words stand with the
    number, as in "Article 1".
    """

    series: int
    level: int
    counter: str
    number: int
    says_more: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    counter: str | None
    start: int
    says_more: bool = False


class Numbering:
    """Counts the items of lists, paragraph by paragraph."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        found = children(root, "w:abstractNum")
        self._abstract = {get(one, "w:abstractNumId"): one for one in found}
        self._numbers = {get(one, "w:numId"): one for one in children(root, "w:num")}
        self._order = {key: index for index, key in enumerate(self._numbers)}
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()

    def item(self, properties: Properties) -> Item | None:
        """Return the item that a paragraph is, and count it; `None` for one of no list."""
        key = properties.get("numId")
        number = self._numbers.get(key) if key else None
        if key is None or number is None:
            return None
        series = value(number, "w:abstractNumId") or key
        level = min(max(self._depth(properties, series), 0), _MAX_LEVEL)
        found = self._level(number, series, level)
        if found.counter is None:
            return None
        at = (series, level)
        if key not in self._begun:
            self._begun.add(key)
            self._restart(number, series)
        self._counts[at] = self._counts[at] + 1 if at in self._counts else found.start
        for deeper in range(level + 1, _MAX_LEVEL + 1):
            self._counts.pop((series, deeper), None)
        shown = max(level + 1, whole(properties.get("depth")) or 1)
        return Item(self._order[key], shown, found.counter, self._counts[at], found.says_more)

    def _depth(self, properties: Properties, series: str) -> int:
        """Return the level, which a style may leave to the level that names the style."""
        written = whole(properties.get("ilvl"))
        if written is not None:
            return written
        key = properties.get("pStyle")
        levels = children(self._abstract.get(series), "w:lvl")
        named = (one for one in levels if key and value(one, "w:pStyle") == key)
        return next((whole(get(one, "w:ilvl")) or 0 for one in named), 0)

    def _restart(self, number: etree._Element, series: str) -> None:
        """Begin anew where a list says with which number it starts."""
        for one in children(number, "w:lvlOverride"):
            level = whole(get(one, "w:ilvl"))
            start = whole(value(one, "w:startOverride"))
            if level is not None and start is not None:
                self._counts[series, level] = start - 1

    def _level(self, number: etree._Element, series: str, level: int) -> _Level:
        own = next(
            (
                one
                for one in children(number, "w:lvlOverride")
                if whole(get(one, "w:ilvl")) == level
            ),
            None,
        )
        defined = child(own, "w:lvl")
        if defined is None:
            defined = self._defined(self._abstract.get(series), level)
        written = value(defined, "w:numFmt") or ("decimal" if defined is not None else "bullet")
        start = whole(value(defined, "w:start"))
        if written == "none":
            return _Level(None, 1)
        counter = "" if written == "bullet" else _COUNTERS.get(written, _NATIVE)
        words = _PLACEHOLDER.sub("", value(defined, "w:lvlText") or "")
        says_more = bool(counter) and any(one.isalpha() for one in words)
        return _Level(counter, 1 if start is None else start, says_more)

    def _defined(self, abstract: etree._Element | None, level: int) -> etree._Element | None:
        """Return the definition of a level; a style of lists may stand for a whole numbering."""
        link = value(abstract, "w:numStyleLink")
        if link is not None:
            said = self._styles.of(link, is_paragraph=False)
            number = self._numbers.get(said.get("numId"))
            abstract = self._abstract.get(value(number, "w:abstractNumId"))
        levels = children(abstract, "w:lvl")
        return next((one for one in levels if whole(get(one, "w:ilvl")) == level), None)
