"""What a page says of itself → `Facts`: JSON-LD, microdata, Open Graph, Dublin Core, links.

Which name counts before which stands in ``names.toml``. Nothing is parsed: a date is as written.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.draft import Alternate, Facts
from pressconv.frozen import dataclass
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.readers.html.facts.schema_org import from_json_ld, from_microdata
from pressconv.strict import build
from pressconv.text import is_blank, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from pressconv.model import LangTag
    from pressconv.readers.html.page import Page

_FILE: Final = Path(__file__).with_name("names.toml")
_FEEDS: Final = frozenset("application/rss+xml application/atom+xml application/feed+json".split())
_MAX_VALUES: Final = 50
_MAX_CHARACTERS: Final = 2000


@dataclass(frozen=True, slots=True)
class Names:
    """The names of each fact, best first."""

    title: tuple[str, ...]
    description: tuple[str, ...]
    issued: tuple[str, ...]
    updated: tuple[str, ...]
    publisher: tuple[str, ...]
    site: tuple[str, ...]
    author: tuple[str, ...]
    address: tuple[str, ...]
    subjects: tuple[str, ...]
    status: tuple[str, ...]
    lang: tuple[str, ...]


def read_facts(root: etree._Element, page: Page) -> tuple[Facts, LangTag | None]:
    """Read the facts of a page, and the language that its head declares."""
    said = _Said(root, page)
    names = _names()
    subjects = [part for value in said.all(names.subjects) for part in value.split(",")]
    facts = Facts(
        title=said.first(names.title),
        description=said.first(names.description),
        issued=said.first(names.issued),
        updated=said.first(names.updated),
        publisher=said.first(names.publisher),
        site=said.first(names.site),
        author=", ".join(said.all(names.author)),
        address=page.address(said.first(names.address)) or "",
        alternates=tuple(_alternates(root, page)),
        feeds=tuple(_feeds(root, page)),
        subjects=tuple(dict.fromkeys(filter(None, (part.strip() for part in subjects)))),
        status=said.first(names.status),
    )
    tags = (value.split(",")[0].strip().replace("_", "-") for value in said.all(names.lang))
    return facts, next((canonical_case(tag) for tag in tags if is_well_formed(tag)), None)


@cache
def _names() -> Names:
    return build(Names, tomllib.loads(_FILE.read_text(encoding="utf-8")), file=_FILE.name)


class _Said:
    """What a page says, by name."""

    def __init__(self, root: etree._Element, page: Page) -> None:
        self.values: dict[str, list[str]] = {}
        self.page = page
        for name, value in [*from_json_ld(root), *_from_head(root), *from_microdata(root)]:
            values = self.values.setdefault(name, [])
            if len(values) < _MAX_VALUES:
                values.append(value)

    def all(self, names: tuple[str, ...]) -> list[str]:
        """Return the values of the best name that has any."""
        for name in names:
            values = [self._clean(value) for value in self.values.get(name, ())]
            values = list(dict.fromkeys(value for value in values if not is_blank(value)))
            if values:
                return values
        return []

    def first(self, names: tuple[str, ...]) -> str:
        """Return the first value of the best name."""
        return next(iter(self.all(names)), "")

    def _clean(self, value: str) -> str:
        return normal(self.page.without_controls(value[:_MAX_CHARACTERS]))


def _from_head(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta", "link", "title"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("http-equiv")
            yield f"meta:{(name or '').strip().lower()}", element.get("content", "")
        elif element.tag == "link":
            yield f"rel:{element.get('rel', '').strip().lower()}", element.get("href", "")
        elif (parent := element.getparent()) is not None and parent.tag != "svg":
            yield "title", element.text or ""


def _links(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the links to the same document in another form or language."""
    for element in root.iter("link", "a"):
        rel = element.get("rel", "").lower().split()
        if "alternate" in rel or (element.tag == "a" and element.get("hreflang")):
            yield element


def _alternates(root: etree._Element, page: Page) -> Iterator[Alternate]:
    seen: set[str] = set()
    for element in _links(root):
        tag = element.get("hreflang", "").strip().replace("_", "-")
        href = page.address(element.get("href", ""))
        if element.get("type", "").lower() in _FEEDS or not href or not is_well_formed(tag):
            continue
        tag = canonical_case(tag)
        # "x-default" is the page for readers of no language in particular.
        if tag in seen or tag.startswith("x-") or len(seen) >= _MAX_VALUES * 2:
            continue
        seen.add(tag)
        words = element.get("title") or "".join(element.itertext())
        yield Alternate(tag, href, normal(page.without_controls(words[:_MAX_CHARACTERS])))


def _feeds(root: etree._Element, page: Page) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for element in _links(root):
        href = page.address(element.get("href", ""))
        if element.get("type", "").lower() in _FEEDS and href and len(found) < _MAX_VALUES:
            title = element.get("title", "")[:_MAX_CHARACTERS]
            found.setdefault(href, normal(page.without_controls(title)))
    yield from ((title, href) for href, title in found.items())
