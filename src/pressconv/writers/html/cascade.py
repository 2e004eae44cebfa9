"""A page and its style sheets → which characters are set in which faces.

The few properties that choose a face are cascaded here as a browser does it, so that the sheets
remain the one place that says what is bold.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import cssselect2
import tinycss2

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.html.build import Element

# HTML, section 15.3: what browsers do before any sheet of ours.
_BROWSER: Final = (
    "strong,b,th,h1,h2,h3,h4,h5,h6{font-weight:700} em,i,cite,address{font-style:italic}"
)
_PROPERTIES: Final = frozenset({"font-family", "font-weight", "font-style"})
_WEIGHTS: Final = {"normal": 400, "bold": 700, "bolder": 700}
_VARIABLE: Final = re.compile(r"var\((--[\w-]+)\)")
_MAX_NESTED: Final = 2  # the face of a theme is one of a language
_FAMILY: Final = re.compile(r'"([^"]*)"|([^",]+)')

# Markers of lists are no text of the page, but are drawn in its faces.
_MARKERS: Final = {"ol": "0123456789.", "ul": "–"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: the names of families in order, a weight, slanted or not."""

    families: tuple[str, ...]
    weight: int
    is_italic: bool


@dataclass(frozen=True, slots=True)
class _Computed:
    """What an element inherits: its own values, and the custom properties behind them."""

    family: str = ""
    weight: int = 400
    is_italic: bool = False
    custom: tuple[tuple[str, str], ...] = ()

    def setting(self) -> Setting:
        variables, family = dict(self.custom), self.family
        for _ in range(_MAX_NESTED):
            family = _VARIABLE.sub(lambda name: variables.get(name[1], ""), family)
        names = [quoted or plain.strip() for quoted, plain in _FAMILY.findall(family)]
        return Setting(tuple(filter(None, names)), self.weight, self.is_italic)


def characters_by_setting(root: Element, sheet: str) -> dict[Setting, set[str]]:
    """Return the characters of the page that *root* is, by how *sheet* sets them."""
    found: dict[Setting, set[str]] = {}
    matchers = (_matcher(_BROWSER), _matcher(sheet))
    page = cssselect2.ElementWrapper.from_html_root(root)
    for text, computed in _texts(page, _Computed(), matchers):
        if text:
            found.setdefault(computed.setting(), set()).update(text)
    return found


def _texts(
    element: cssselect2.ElementWrapper,
    inherited: _Computed,
    matchers: tuple[cssselect2.Matcher, ...],
) -> Iterator[tuple[str, _Computed]]:
    """Yield every text under *element* with what holds for it."""
    if element.local_name == "head":
        return
    computed = inherited
    for matcher in matchers:
        for _, _, pseudo, declarations in matcher.match(element):
            for name, value in () if pseudo else declarations:
                computed = _declared(computed, name, value)
    yield (element.etree_element.text or "") + _MARKERS.get(element.local_name, ""), computed
    for child in element.iter_children():
        yield from _texts(child, computed, matchers)
        yield child.etree_element.tail or "", computed


def _declared(computed: _Computed, name: str, value: str) -> _Computed:
    if name.startswith("--"):
        return replace(computed, custom=tuple({**dict(computed.custom), name: value}.items()))
    match name:
        case "font-family" if value != "inherit":
            return replace(computed, family=value)
        case "font-weight":
            return replace(computed, weight=_WEIGHTS.get(value) or int(value))
        case "font-style":
            return replace(computed, is_italic=value != "normal")
        case _:
            return computed


def _matcher(sheet: str) -> cssselect2.Matcher:
    """Return what finds the declarations of *sheet* for an element, the least specific first."""
    matcher = cssselect2.Matcher()
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        declarations = _declarations(rule) if rule.type == "qualified-rule" else []
        if declarations:
            for selector in cssselect2.compile_selector_list(rule.prelude):
                matcher.add_selector(selector, declarations)
    return matcher


def _declarations(rule: tinycss2.ast.QualifiedRule) -> list[tuple[str, str]]:
    parsed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [
        (one.name, tinycss2.serialize(one.value).strip())
        for one in parsed
        if one.type == "declaration" and (one.name in _PROPERTIES or one.name.startswith("--"))
    ]
