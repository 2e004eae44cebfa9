"""The gaps of a release that would shut a reader out, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressconv import model as m
from pressconv.errors import Place, Problem
from pressconv.notes import TEXTS
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator


def shutting_gaps(release: m.Release) -> Iterator[Problem]:
    """Yield a problem for every image, link and table that not everybody could use."""
    nodes = list(descendants(release))
    ids = {node.id for node in nodes if isinstance(node, m.Marked) and node.id}
    for node in nodes:
        match node:
            case m.Image(src, m.Undescribed()):
                hint = 'write an alt, or say decorative="true"'
                yield _problem("gap-alt", node, release, hint, src=src)
            case m.Link(href, children) if is_blank(inline_text(children)):
                hint = "write what the link leads to"
                yield _problem("gap-link-text", node, release, hint, href=href)
            case m.Link(href) if href.startswith("#") and unquote(href[1:]) not in ids:
                hint = "give the part that is meant this xml:id, or correct the address"
                yield _problem("gap-link-target", node, release, hint, href=href)
            case m.Table() if not any(isinstance(one, m.HeaderCell) for one in descendants(node)):
                hint = "make the cells that name a row or column header cells"
                yield _problem("gap-table-headers", node, release, hint)
            case _:
                pass


def _problem(code: str, node: m.Marked, release: m.Release, hint: str, **values: str) -> Problem:
    place = node.place or Place(release.id)
    return Problem(code, TEXTS[code].format_map(values), place, hint)
