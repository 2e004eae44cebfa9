"""What the PDF engine laid out → its lines: where each is on its page, and whose words it holds.

Of the engine's boxes only the places are taken, and which words went to which line; in which order
they are drawn, the pages say (`drawn`). The engine's document is caught while a release is
converted, so it is the very one that the PDF was written from.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import weasyprint

from order.logical import Kind
from pressconv.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    import pytest

    from order.logical import Kinds

_POINTS = 0.75  # in a pixel of CSS
_SLACK = 0.25  # numbers in a PDF are rounded


class Line(NamedTuple):
    """A line, in points from the left and top edge of its page.

    ``mark`` is that of a list, "li::marker". ``words`` are in logical order, with U+FFFC for what
    stands among them as one thing; ``things`` say where those are.
    """

    element: Element
    mark: str
    base: Direction
    page: int  # from 1
    left: float
    top: float
    right: float
    bottom: float
    words: str
    things: tuple[float, ...]

    def holds(self, x: float, y: float) -> bool:
        """Say whether a place on its page is in this line."""
        return self.top <= y <= self.bottom and self.left - _SLACK <= x <= self.right + _SLACK

    @property
    def area(self) -> float:
        """Its size: of two lines that hold a place, the smaller one has it."""
        return (self.right - self.left) * (self.bottom - self.top)


class Layout:
    """The pages of one document."""

    def __init__(self, document: Any) -> None:
        self._pages = [page._page_box for page in document.pages]

    @property
    def root(self) -> Element:
        """The root of the page's element tree."""
        root: Element = self._pages[0].children[0].element
        return root

    def lines(self) -> Iterator[Line]:
        """Yield all lines but those in the margins, in the order of the tree."""
        for number, page in enumerate(self._pages, start=1):
            for box in _below(page):
                if type(box).__name__ == "LineBox":
                    yield _line(box, number)

    def kinds(self) -> Kinds:
        """Return what box each element made; a part of none if it made none."""
        found: dict[Element, Kind] = {}
        for page in self._pages:
            for box in _below(page):
                if box.element is not None and box.element_tag == box.element.tag:
                    found.setdefault(box.element, _kind(box))
        return lambda element: found.get(element, Kind.NONE)


@contextmanager
def caught(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Layout]]:
    """Catch what the engine lays out inside this context."""
    layouts: list[Layout] = []
    write_pdf = weasyprint.Document.write_pdf

    def catch(self: Any, *arguments: Any, **options: Any) -> Any:
        layouts.append(Layout(self))
        return write_pdf(self, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(weasyprint.Document, "write_pdf", catch)
        yield layouts


def _below(box: Any) -> Iterator[Any]:
    """Yield the boxes below *box*, those out of the flow too, but not the margins' of the page."""
    for child in box.children:
        if type(child).__name__ != "MarginBox":
            yield child
            yield from _below(child)


def _kind(box: Any) -> Kind:
    if not box.is_in_normal_flow():
        return Kind.OUT
    name = type(box).__name__
    if name in {"InlineBox", "TextBox", "LineBox"}:
        return Kind.INLINE
    return Kind.ATOMIC if name.startswith("Inline") else Kind.BLOCK


def _line(box: Any, page: int) -> Line:
    parts = list(_parts(box))
    return Line(
        element=box.element,
        mark=box.element_tag if "::" in box.element_tag else "",
        base=Direction(box.style["direction"]),
        page=page,
        left=box.position_x * _POINTS,
        top=box.position_y * _POINTS,
        right=(box.position_x + box.width) * _POINTS,
        bottom=(box.position_y + box.height) * _POINTS,
        words="".join(part if isinstance(part, str) else "\ufffc" for part in parts),
        things=tuple(part * _POINTS for part in parts if not isinstance(part, str)),
    )


def _parts(box: Any) -> Iterator[str | float]:
    """Yield the words in a line, and the middle of what stands among them as one thing."""
    name = type(box).__name__
    if name == "TextBox":
        yield str(box.text)
    elif name in {"InlineBox", "LineBox"}:
        for child in box.children:
            yield from _parts(child)
    elif box.is_in_normal_flow():
        yield float(box.position_x + box.margin_width() / 2)
