"""A tag tree as text, one tag a line: what the golden files of tags hold."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pressconv.pdfdoc.model import Content, TagNode, descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdf.tags import Plan, Tag

LONGEST = 60


def outline(root: TagNode) -> str:
    """Write the tree of a PDF, with the text of its content."""
    return "".join(f"{line}\n" for child in root.children for line in _lines(child, 0))


def _lines(node: TagNode | Content, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, Content):
        yield f"{indent}{_short(node.text)}"
        return
    said = {
        "lang": node.lang,
        "alt": node.alt,
        "actual": node.actual_text,
        "expansion": node.expansion,
        "numbering": node.numbering,
    }
    facts = "".join(f" {name}={_short(value)}" for name, value in said.items() if value is not None)
    yield f"{indent}{node.type}{facts}"
    if node.actual_text is None:  # what is below it says the same, in the order of the page
        for child in node.children:
            yield from _lines(child, depth + 1)


def out_of_order(root: TagNode) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return pairs of content, by page and number, that are painted the other way round.

    Notes do not count: they are painted at the end, and stand in the tree where they are called.
    """
    tags = [one for one in descendants(root) if isinstance(one, TagNode)]
    notes = [one for one in tags if one.type in {"Note", "FENote"}]
    apart = {id(one) for note in notes for one in descendants(note)}
    parts = [one for one in descendants(root) if isinstance(one, Content) and id(one) not in apart]
    placed = [(one.page, one.mcid) for one in parts]
    return [pair for pair in pairwise(placed) if pair[0] > pair[1]]


def planned(plan: Plan) -> str:
    """Write the tree of a plan, with what each tag says."""
    return "".join(f"{line}\n" for line in _planned(plan.root, 0))


def _planned(tag: Tag, depth: int) -> Iterator[str]:
    said = {
        "lang": tag.lang,
        "dir": tag.direction,
        "expansion": tag.expansion,
        "title": tag.title,
        "description": tag.description,
        "numbering": tag.numbering,
        "ids": " ".join(tag.ids),
        "refs": " ".join(tag.refs),
    }
    if tag.cell:
        said |= {
            "scope": tag.cell.scope,
            "key": tag.cell.key,
            "headers": " ".join(tag.cell.headers),
        }
    facts = "".join(f" {name}={_short(value)}" for name, value in said.items() if value)
    yield f"{'  ' * depth}{tag.kind}{facts}"
    for child in tag.children:
        yield from _planned(child, depth + 1)


def _short(text: str) -> str:
    return ascii_spaces(repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))


def ascii_spaces(text: str) -> str:
    """Write spaces that nobody sees as escapes."""
    return text.replace("\u00a0", "\\xa0").replace("\u202f", "\\u202f")
