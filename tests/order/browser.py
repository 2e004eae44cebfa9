"""Web pages in Chromium against UAX #9: in which order do the characters of a line stand?

Chromium says where each character is; which characters share a line follows from their heights.
Marks and spaces are left out, and what shows nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import html5lib
from outside_tools import in_chromium

from order.letters import bare
from order.logical import Kind, blocks, text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from order.logical import Block


class Box(NamedTuple):
    """Where a character is, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


def shown(paths: Sequence[Path], widths: Sequence[int]) -> list[dict[str, Any]]:
    """Let Chromium show pages in windows of several widths: what `positions.mjs` answers."""
    order = {"pages": [str(path) for path in paths], "widths": widths}
    answers: list[dict[str, Any]] = in_chromium("positions.mjs", order)
    return answers


def orders(page: bytes, answer: dict[str, Any]) -> Iterator[tuple[Block, list[int], list[int]]]:
    """Yield of every line its block and two orders of its characters: by UAX #9, and as shown."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    root = document.find("body")
    assert root is not None
    root.attrib = {**document.attrib, **root.attrib}  # the direction of the page
    elements = list(root.iter("*"))[1:]
    assert [element.tag for element in elements] == [tag for tag, _ in answer["kinds"]]
    assert list(text_nodes(root)) == [text for text, _ in answer["texts"]]
    kinds = {
        element: Kind(kind) for element, (_, kind) in zip(elements, answer["kinds"], strict=True)
    }
    places = [Box(*box) if box else None for _, boxes in answer["texts"] for box in boxes]
    for block in blocks(root, kinds.__getitem__):
        boxes = {
            at: box
            for at, number in enumerate(block.numbers)
            if number is not None and (box := places[number]) and bare(block.text[at])
        }
        for line in _lines(boxes):
            here = set(line)
            shown = sorted(line, key=lambda at: boxes[at].left + boxes[at].right)
            yield block, [at for at in block.order if at in here], shown


def _lines(boxes: dict[int, Box]) -> list[list[int]]:
    """Cut a block into lines: a character below or above all before it begins a new one."""
    lines: list[list[int]] = []
    top = bottom = 0.0
    for place, box in boxes.items():
        middle = (box.top + box.bottom) / 2
        if not lines or not top <= middle <= bottom:
            lines.append([])
            top, bottom = box.top, box.bottom
        lines[-1].append(place)
        top, bottom = min(top, box.top), max(bottom, box.bottom)
    return lines
