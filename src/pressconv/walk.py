"""One way over every tree of the model: children in reading order, copies with other children."""

from __future__ import annotations

import dataclasses
import operator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

from pressconv.model import Inline, LineBreak, Marked, Separator, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressconv.model import Inlines

N = TypeVar("N")
A = TypeVar("A")
T = TypeVar("T")

_INLINE: Final = get_args(Inline)
_MODEL: Final = Text.__module__.rpartition(".")[0]


def children(node: Any) -> Iterator[object]:  # noqa: ANN401
    """Yield the nodes that *node* holds, in reading order."""
    kind: Any = type(node)
    for name in _fields(kind):
        yield from _nodes(getattr(node, name))


def descendants(node: object) -> Iterator[object]:
    """Yield *node* and all that it holds, in reading order."""
    yield node
    for child in children(node):
        yield from descendants(child)


def map_children(node: N, change: Callable[[Any], Any]) -> N:
    """Return *node* with each child replaced by what *change* makes of it, in reading order."""
    changed = {}
    kind: Any = type(node)
    for name in _fields(kind):
        value = getattr(node, name)
        new = _mapped(value, change)
        if new is not value:
            changed[name] = new
    return dataclasses.replace(node, **changed) if changed else node  # type: ignore[type-var]


def map_each(values: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Return *values* with each replaced by what *change* makes of it: as they are if none is."""
    new = tuple(map(change, values))
    return values if all(map(operator.is_, new, values)) else new


def map_running(
    node: N,
    around: A,
    inside: Callable[[A, object], A],
    change: Callable[[Inlines, A], Inlines],
) -> N:
    """Return *node* with each block of running text replaced by what *change* makes of it.

    *change* is given the block and what holds there: *around* is that around *node*, and *inside*
    says what becomes of it in a part. It answers for everything in the block, footnotes included.
    """
    here = inside(around, node)
    changed = {}
    kind: Any = type(node)
    for name in _fields(kind):
        value = getattr(node, name)
        new = _running(value, here, inside, change)
        if new is not value:
            changed[name] = new
    return dataclasses.replace(node, **changed) if changed else node  # type: ignore[type-var]


def _running(
    value: Any,  # noqa: ANN401
    here: A,
    inside: Callable[[A, object], A],
    change: Callable[[Inlines, A], Inlines],
) -> Any:  # noqa: ANN401
    if not isinstance(value, tuple):
        return map_running(value, here, inside, change) if _is_node(value) else value
    if value and isinstance(value[0], _INLINE):
        return change(value, here)
    return map_each(value, lambda one: _running(one, here, inside, change))


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return map_each(value, lambda one: _mapped(one, change))
    return change(value) if _is_node(value) else value


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _nodes(one)
    elif _is_node(value):
        yield value


@cache
def _is_node_type(kind: Any) -> bool:  # noqa: ANN401
    return kind.__module__.startswith(_MODEL) and dataclasses.is_dataclass(kind)


def _is_node(value: Any) -> bool:  # noqa: ANN401
    kind: Any = type(value)
    return _is_node_type(kind)


@cache
def _fields(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the fields that may hold nodes; the marks of a part hold none."""
    if not _is_node_type(kind) or issubclass(kind, Text | LineBreak | Separator):
        return ()
    marks = {field.name for field in dataclasses.fields(Marked)}
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in marks)
