"""The styles of a document → what a paragraph and its runs are, whatever the style is called.

A style says what it is by its outline level or by its name, which Word keeps in English for the
styles of its own in every language ("heading 1" is shown as "Titre 1"); a style of the user's is
what it is based on. Source: ECMA-376-1, 17.7.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv.frozen import dataclass
from pressconv.readers.docx.oxml import child, children, get, is_on, name, value, whole

if TYPE_CHECKING:
    from lxml import etree

Properties: TypeAlias = dict[str, str]
"""What is said of a run or a paragraph: "b", "rtl" … are "1" or "0", others as written."""

_SWITCHES: Final = {
    f"w:{one}": one for one in "b i vanish webHidden strike dstrike rtl cs bidi".split()
}
_VALUES: Final = {
    "w:vertAlign": "vertAlign",
    "w:outlineLvl": "outlineLvl",
    "w:rStyle": "rStyle",
    "w:pStyle": "pStyle",
}
_LANGUAGES: Final = {"w:val": "lang", "w:eastAsia": "lang-east", "w:bidi": "lang-bidi"}
_HEADING: Final = re.compile(r"heading ([1-9])")
_ROLES: Final = {
    "title": "title",
    "subtitle": "subtitle",
    "quote": "quote",
    "intense quote": "quote",
    "quotations": "quote",
    "block text": "quote",
    "caption": "caption",
    "list paragraph": "list",
    "table of figures": "contents",
    "toc heading": "contents",
}
_MAX_CHAIN: Final = 40
# Each of these styles has a list of its own, whose level is in the name only.
_DEEPER: Final = re.compile(r"list (?:bullet|number) ([2-5])")
_CONTINUED: Final = re.compile(r"list continue(?: \d)?|list contents")
_CONTENTS: Final = re.compile(r"toc \d")


@dataclass(frozen=True, slots=True)
class _Style:
    """A style as it is defined."""

    name: str
    based_on: str | None
    properties: Properties


def read_properties(element: etree._Element | None) -> Properties:
    """Read what a `w:rPr` or `w:pPr` says itself."""
    found: Properties = {}
    for one in element if element is not None else ():
        tag = name(one)
        if tag in _SWITCHES:
            found[_SWITCHES[tag]] = "1" if is_on(one) else "0"
        elif tag in _VALUES:
            found[_VALUES[tag]] = get(one, "w:val") or ""
        elif tag == "w:lang":
            tags = {key: get(one, attribute) for attribute, key in _LANGUAGES.items()}
            found.update({key: tag for key, tag in tags.items() if tag})
        elif tag == "w:rFonts":
            found["font"] = get(one, "w:ascii") or get(one, "w:hAnsi") or ""
        elif tag == "w:numPr":
            number, level = value(one, "w:numId"), value(one, "w:ilvl")
            found.update({"numId": number} if number is not None else {})
            found.update({"ilvl": level} if level is not None else {})
    return found


class Styles:
    """The styles by id. ``defaults`` hold for every run and paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        self.defaults: Properties = {}
        self._styles: dict[str, _Style] = {}
        self._known: dict[str, Properties] = {}
        self._default_id = ""
        base = child(root, "w:docDefaults")
        for outer, inner in (("w:pPrDefault", "w:pPr"), ("w:rPrDefault", "w:rPr")):
            self.defaults.update(read_properties(child(child(base, outer), inner)))
        for one in children(root, "w:style"):
            self._add(one)

    def _add(self, element: etree._Element) -> None:
        key = get(element, "w:styleId") or ""
        written = " ".join((value(element, "w:name") or key).lower().split())
        properties = {
            **read_properties(child(element, "w:pPr")),
            **read_properties(child(element, "w:rPr")),
        }
        made = _Style(written, value(element, "w:basedOn"), properties)
        self._styles.setdefault(key, made)
        if get(element, "w:type") == "paragraph" and is_on_attribute(get(element, "w:default")):
            self._default_id = key

    def of(self, key: str | None, *, is_paragraph: bool) -> Properties:
        """Return all that a style says, with what it is based on; "role" is what it is for."""
        key = key or (self._default_id if is_paragraph else "")
        if key not in self._known:
            self._known[key] = self._merged(key)
        return self._known[key]

    def _merged(self, key: str) -> Properties:
        chain: list[str] = []
        here: str | None = key
        while here in self._styles and here not in chain and len(chain) < _MAX_CHAIN:
            chain.append(here)
            here = self._styles[here].based_on
        made: Properties = {}
        for one in reversed(chain):
            style = self._styles[one]
            made.update(style.properties)
            made.update(_role(style.name, is_own=one == key))
        return made


def _role(written: str, *, is_own: bool) -> Properties:
    heading = _HEADING.fullmatch(written)
    if heading:
        return {"outlineLvl": str(int(heading[1]) - 1)}
    if _CONTENTS.fullmatch(written):
        return {"role": "contents"}
    # Pages calls its first heading so; in LibreOffice all headings are based on it.
    if written == "heading" and is_own:
        return {"outlineLvl": "0"}
    if _CONTINUED.fullmatch(written):
        return {"role": "list"}
    deeper = _DEEPER.fullmatch(written)
    if deeper:
        return {"depth": deeper[1]}
    return {"role": _ROLES[written]} if written in _ROLES else {}


def heading_level(properties: Properties) -> int | None:
    """Return the level of a heading from 1, `None` of body text."""
    level = whole(properties.get("outlineLvl"))
    return level + 1 if level is not None and 0 <= level <= 8 else None


def is_on_attribute(text: str | None) -> bool:
    """Say whether an attribute that is a yes or no says yes."""
    return text in {"1", "true", "on"}
