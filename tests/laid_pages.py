"""A release → the pages of its PDF as the engine laid them out, box by box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure.boxes import (
    BlockReplacedBox,
    LineBox,
    MarginBox,
    ParentBox,
    TextBox,
)

import pressconv
from pressconv.loading import find_house, load_assets
from pressconv.pdf.weasyprint import render, tagging

if TYPE_CHECKING:
    from pathlib import Path


def laid_pages(path: Path, monkeypatch, **options):
    """Return the page boxes of the PDF of a release."""
    found = []

    def record(document, *rest):
        found.append(document)
        return tagging.laid_out(document, *rest)

    monkeypatch.setattr(render, "laid_out", record)
    release = pressconv.read(path.read_bytes(), name=str(path)).value
    assets, house = load_assets(release, path.parent), find_house(path.parent)
    pressconv.convert(release, to="pdf", assets=assets, house=house, **options)
    return [page._page_box for page in found[0].pages]


def boxes(box):
    """Yield what is inside a box, from the outside in, with what is around each of it."""
    pending: list[tuple[Any, tuple[Any, ...]]] = [(box, ())]
    while pending:
        one, around = pending.pop()
        for child in reversed(one.children if isinstance(one, ParentBox) else ()):
            if not isinstance(child, MarginBox):
                pending.append((child, (*around, one)))
        if one is not box:
            yield one, around


def edges(page):
    """Return what stands in the margins of a page: the name of a place and the text there."""
    found = {}
    for margin in page.children:
        if isinstance(margin, MarginBox):
            texts = [one.text for one, _ in boxes(margin) if isinstance(one, TextBox)]
            if texts:
                found[margin.at_keyword.removeprefix("@")] = "".join(texts)
    return found


def lines(page):
    """Return the lines of text of a page, each with what is around it, from above to below."""
    found = [(one, around) for one, around in boxes(page) if isinstance(one, LineBox)]
    return sorted(found, key=lambda pair: pair[0].position_y)


def white(page):
    """Return how much of the height for text is left below the last of it."""
    ends = [
        one.position_y + one.height
        for one, _ in boxes(page)
        if isinstance(one, LineBox | BlockReplacedBox)
    ]
    return 1 - (max(ends) - page.content_box_y()) / page.height
