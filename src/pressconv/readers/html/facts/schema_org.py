"""schema.org in a page, as JSON-LD or microdata → pairs of name and value.

Source: schema.org, Article; HTML, section 5 (microdata).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MAX_JSON: Final = 2**20
_MAX_OBJECTS: Final = 2000
_MAX_DEPTH: Final = 12
# Types of works; a page may describe its site, its trail and other articles as well.
_WORKS: Final = ("article", "posting", "report", "pressrelease", "newsitem", "webpage", "statement")
_SITES: Final = ("website", "organization", "newsmediaorganization", "governmentorganization")


def from_json_ld(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what the JSON-LD of a page says of its main work; articles come before web pages."""
    objects: list[dict[str, object]] = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            objects.extend(_objects(_parsed(script.text)))
    works = [one for one in objects if _rank(one) is not None]
    for one in sorted(works, key=lambda work: _rank(work) or 0):
        for key, value in one.items():
            for text in _texts(value):
                yield f"ld:{key.lower()}", text
    for one in objects:
        if _type(one) in _SITES:
            yield from (("ld:sitename", text) for text in _texts(one.get("name")))


def from_microdata(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the properties that elements of a page bear."""
    for element in root.iter():
        names = element.get("itemprop") if isinstance(element.tag, str) else None
        if not names:
            continue
        value = next(filter(None, map(element.get, ("content", "datetime"))), None)
        if value is None:
            inner = next((one for one in element.iter() if one.get("itemprop") == "name"), element)
            value = inner.get("content") or "".join(inner.itertext())
        for name in names.lower().split():
            yield f"item:{name}", value


def _parsed(text: str) -> object:
    if len(text) > _MAX_JSON:
        return None
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> list[dict[str, object]]:
    """Return the objects in JSON, however they are listed."""
    found: list[dict[str, object]] = []
    waiting = [value]
    while waiting and len(found) < _MAX_OBJECTS:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one[:_MAX_OBJECTS]
        elif isinstance(one, dict):
            found.append(one)
            waiting.extend(one[key] for key in ("@graph", "mainEntity") if key in one)
    return found


def _type(one: dict[str, object]) -> str:
    found = one.get("@type")
    found = found[0] if isinstance(found, list) and found else found
    return found.lower().rpartition("/")[2] if isinstance(found, str) else ""


def _rank(one: dict[str, object]) -> int | None:
    """Return how surely an object is the page's work: an article before the page."""
    kind = _type(one)
    return next((n for n, work in enumerate(_WORKS) if kind.endswith(work)), None)


def _texts(value: object, depth: int = 0) -> list[str]:
    """Return the words of a value: its own, or the names of the things it is."""
    if depth > _MAX_DEPTH:
        return []
    match value:
        case str():
            return [value]
        case list():
            return [text for one in value[:_MAX_DEPTH] for text in _texts(one, depth + 1)]
        case dict():
            named = value.get("name") or value.get("@value") or ""
            return _texts(named, depth + 1)
        case _:
            return []
