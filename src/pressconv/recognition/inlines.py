"""Cutting running text: what stands before a place in it, what after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pressconv import model as m
from pressconv.text import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def without_start(children: m.Inlines, n_characters: int) -> m.Inlines | None:
    """Return *children* without their first characters, or nothing where the cut is not clean.

    A part that cannot be cut (code, a number) must lie wholly on one side.
    """
    left, made = n_characters, []
    for child in children:
        length = len(inline_text([child]))
        if left <= 0:
            made.append(child)
        elif length <= left:
            left -= length
        else:
            rest = _cut(child, left)
            if rest is None:
                return None
            made.append(rest)
            left = 0
    if made and isinstance(made[0], m.Text):
        made[0] = m.Text(made[0].value.lstrip(" "))
    return tuple(one for one in made if one != m.Text(""))


def _cut(child: m.Inline, n_characters: int) -> m.Inline | None:
    match child:
        case m.Text(value):
            return m.Text(value[n_characters:])
        case m.Emphasis() | m.Strong() | m.Span() | m.Link():
            node: Any = child
            inner = without_start(node.children, n_characters)
            rest: m.Inline | None = replace(node, children=inner) if inner else None
            return rest
        case _:
            return None


def all_bold(children: m.Inlines) -> bool:
    """Say whether all words of a block are bold."""
    return bool(children) and all(
        isinstance(child, m.Strong)
        or (isinstance(child, m.Emphasis | m.Span) and all_bold(child.children))
        or isinstance(child, m.LineBreak)
        or (isinstance(child, m.Text) and not child.value.strip(" \u00a0"))
        for child in children
    )


def unbold(children: m.Inlines) -> m.Inlines:
    """Return the words of a block without the boldness of all of them."""
    made: list[m.Inline] = []
    for child in children:
        if isinstance(child, m.Strong):
            made += child.children
        elif isinstance(child, m.Emphasis | m.Span):
            made.append(replace(child, children=unbold(child.children)))
        else:
            made.append(child)
    return tuple(made)


def links(children: m.Inlines) -> Iterator[m.Link]:
    """Yield the links of running text, however deep they stand."""
    for child in children:
        if isinstance(child, m.Link):
            yield child
        elif isinstance(child, m.Emphasis | m.Strong | m.Span | m.Quotation | m.Cite):
            yield from links(child.children)
