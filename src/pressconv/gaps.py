"""The gaps of a release that would shut a reader out, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressconv import model as m
from pressconv.errors import Place, Problem
from pressconv.notes import TEXTS
from pressconv.text import inline_text, is_blank
from pressconv.walk import children, descendants

if TYPE_CHECKING:
    from collections.abc import Iterator


def shutting_gaps(release: m.Release) -> Iterator[Problem]:
    """Yield a problem for every image, link and table that not everybody could use."""
    nodes = list(descendants(release))
    ids = frozenset(_shown_ids(release))
    for node in nodes:
        match node:
            case m.Image(src, m.Undescribed()):
                hint = 'write an alt, or say decorative="true"'
                yield _problem("gap-alt", node, release, hint, src=src)
            case m.Link(href, words) if is_blank(inline_text(words)):
                hint = "write what the link leads to"
                yield _problem("gap-link-text", node, release, hint, href=href)
            case m.Link(href) if node.is_inside and unquote(href[1:]) not in ids:
                hint = "give the part that is meant this xml:id, or correct the address"
                yield _problem("gap-link-target", node, release, hint, href=href)
            case m.Reference(to) if to not in ids:
                hint = "give a part that is shown this xml:id, or refer to another one"
                yield _problem("gap-link-target", node, release, hint, href=f"#{to}")
            case m.Table() if not any(isinstance(one, m.HeaderCell) for one in descendants(node)):
                hint = "make the cells that name a row or column header cells"
                yield _problem("gap-table-headers", node, release, hint)
            case _:
                pass


def _shown_ids(node: object) -> Iterator[str]:
    """Yield the ids that outputs have: not those of words that are an attribute, or in none."""
    match node:
        case m.Alternative() | m.Expansion() | m.Wording() | m.Subscribe(blocks=(), href=None):
            return
        case m.Marked(id=str(identity)):
            yield identity
        case _:
            pass
    for child in children(node):
        yield from _shown_ids(child)


def _problem(code: str, node: m.Marked, release: m.Release, hint: str, **values: str) -> Problem:
    place = node.place or Place(release.id)
    return Problem(code, TEXTS[code].format_map(values), place, hint)
