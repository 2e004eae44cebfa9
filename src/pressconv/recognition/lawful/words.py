"""Running text and values under the laws: clean, collapsed, no link in a link, real addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pressconv import model as m
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.notes import Note, note
from pressconv.readers.text.characters import cleaned, one_line
from pressconv.readers.xml import values
from pressconv.readers.xml.characters import joined, squeezed_inlines, trimmed_end
from pressconv.text import inline_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.errors import Place

DEEPEST: Final = 30
"""Parts may nest deeper in a release, but no writer means it."""

_UNSAFE: Final = re.compile(
    '[\\s\\x00-\\x20\\x7f-\\x9f"<>\\\\^`{|}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]'
)


class Words:
    """Brings running text and values under the laws, and notes what changed."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()

    # ---- values --------------------------------------------------------------------------------

    def text(self, text: str | None) -> str:
        """Return clean text in one line."""
        return one_line(cleaned(text or "")[0])

    def address(self, href: str | None, place: Place | None = None) -> str | None:
        """Return an address that can be followed, percent-encoded; nothing where there is none."""
        if not href:
            return None
        encoded = _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), href.strip())
        encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
        try:
            return values.address(encoded)
        except ValueError:
            self.notes.append(note("import-address", place, href=href[:200]))
            return None

    def marks(self, node: Any) -> dict[str, Any]:  # noqa: ANN401 - any marked node
        """Return the marks of *node*: an id that is free and a name, a tag that is one."""
        lang = node.lang if node.lang and is_well_formed(node.lang) else None
        identity = node.id
        if identity is not None:
            try:
                identity = values.name(identity)
            except ValueError:
                identity = None
        if identity in self.ids:
            identity = None
        if identity:
            self.ids.add(identity)
        found = {"id": identity, "lang": canonical_case(lang) if lang else None, "dir": node.dir}
        return {key: value for key, value in found.items() if getattr(node, key) != value}

    # ---- running text --------------------------------------------------------------------------

    def inlines(self, children: m.Inlines, *, plain: bool = False, notes: bool = True) -> m.Inlines:
        """Return a block of running text; *plain* allows no link, *notes* footnotes."""
        made = joined(self._inlines(children, 0, "" if not plain else "a", notes=notes))
        return squeezed_inlines(made)

    def _inlines(
        self, children: m.Inlines, depth: int, inside: str, *, notes: bool
    ) -> Iterator[m.Inline]:
        for child in children:
            yield from self._inline(child, depth, inside, notes=notes)

    def _inline(
        self, node: m.Inline, depth: int, inside: str, *, notes: bool
    ) -> Iterator[m.Inline]:
        match node:
            case m.Text(value):
                if text := cleaned(value)[0].replace("\f", " "):
                    yield m.Text(text)
            case m.LineBreak():
                yield node
            case m.Code() | m.Number() | m.Abbreviation():
                yield from self._literal(node)
            case m.Link() | m.Reference() | m.Footnote():
                yield from self._link(node, depth, inside, notes=notes)
            case _:
                inner = joined(self._inlines(node.children, depth + 1, inside, notes=notes))
                if not inner or depth > DEEPEST:
                    yield from inner
                else:
                    yield self._wrapped(node, inner)

    def _literal(self, node: m.Code | m.Number | m.Abbreviation) -> Iterator[m.Inline]:
        text = cleaned(node.text)[0].replace("\f", " ")
        if is_blank(text) or (isinstance(node, m.Number) and node.value is None):
            if text:
                yield m.Text(text)
            return
        if isinstance(node, m.Abbreviation):
            expansion = node.expansion
            words = self.text(expansion.text) if expansion else ""
            if expansion is None or is_blank(words):
                yield m.Text(text)
                return
            expansion = replace(expansion, text=words, **self.marks(expansion))
            yield replace(node, text=text.rstrip(" \t\n"), expansion=expansion, **self.marks(node))
            return
        yield replace(node, text=text, **self.marks(node))

    def _link(
        self,
        node: m.Link | m.Reference | m.Footnote,
        depth: int,
        inside: str,
        *,
        notes: bool,
    ) -> Iterator[m.Inline]:
        inner = joined(self._inlines(node.children, depth + 1, "a", notes=notes))
        is_empty = is_blank(inline_text(inner))
        match node:
            case m.Footnote() if not is_empty and not inside and notes:
                yield replace(node, children=squeezed_inlines(inner), **self.marks(node))
            case m.Reference(to=to) if not is_empty and not inside and to in self.targets:
                yield replace(node, children=inner, id=None, lang=None, dir=None)
            case m.Link(href=href) if not inside and not is_empty:
                address = self.address(href, node.place)
                hreflang = (
                    node.hreflang if node.hreflang and is_well_formed(node.hreflang) else None
                )
                if address is None:
                    yield from inner
                else:
                    tag = canonical_case(hreflang) if hreflang else None
                    marks = self.marks(node)
                    yield replace(node, href=address, children=inner, hreflang=tag, **marks)
            case _:
                yield from inner

    def _wrapped(self, node: Any, inner: m.Inlines) -> m.Inline:  # noqa: ANN401 - any wrapper
        marks = self.marks(node)
        if isinstance(node, m.Ruby):
            reading = self.text(node.reading)
            if is_blank(reading) or is_blank(inline_text(inner)):
                return m.Span(inner)
            return replace(node, children=trimmed_end(inner), reading=reading, **marks)
        if isinstance(node, m.Name) and node.original:
            original = self.text(node.original.text)
            if is_blank(original):
                return replace(node, children=inner, original=None, **marks)
            named = replace(node.original, text=original)
            return replace(node, children=trimmed_end(inner), original=named, **marks)
        made: m.Inline = replace(node, children=inner, **marks)
        return made
