"""What WeasyPrint 70 laid out, bound to our own tag tree.

Its tree passes validators and misleads readers: it duplicates what a page break parts, has no
language, maps the headers of tables wrongly, and takes running heads for content (its issues 1836,
2482, 2508, 2903). So its last step is replaced: our plan says what each element of the page is,
this module says where the engine has put it. Drop when there is a public way to give it a tree.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pydyf
import weasyprint.pdf
from weasyprint.formatting_structure import boxes as kinds
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from pressconv.errors import RenderError
from pressconv.pdf.assembly import Annotation, Piece, assemble
from pressconv.pdf.structure import Written, write_structure
from pressconv.pdf.tags import Source
from pressconv.pdf.weasyprint.decoration import LAYOUT, artifact
from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weasyprint import Document
    from weasyprint.formatting_structure.boxes import Box

    from pressconv.pdf.tags import Plan

_POINTS: Final = 0.75  # of a pixel of CSS
_MARKER: Final = "::marker"
_PAGINATION: Final = "Pagination"


@dataclass(slots=True)
class Laid:
    """The boxes of a laid-out document that show something, in the order of its elements.

    ``silent`` are those that nobody hears, with what kind of artifact they are.
    """

    pieces: list[tuple[int, Box, Source]] = field(default_factory=list)
    links: list[tuple[int, Box, int]] = field(default_factory=list)
    silent: dict[Box, Mapping[str, str]] = field(default_factory=dict)


def laid_out(document: Document, root: Any, plan: Plan) -> Laid:  # noqa: ANN401 - ElementTree's
    """Find what stands where in *document*, made of the page at *root* that *plan* is for.

    Raises:
        RenderError: the engine read another page than the plan.
    """
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    if tuple(one.tag for one in elements) != plan.names:
        raise RenderError("the PDF engine read the page otherwise than its tags were planned")
    walk = _Walk({element: number for number, element in enumerate(elements)}, plan)
    for number, page in enumerate(document.pages):
        walk.page(number, page._page_box)
    return walk.laid


class _Walk:
    """Walks through the boxes of all pages."""

    def __init__(self, numbers: Mapping[Any, int], plan: Plan) -> None:
        self.laid = Laid()
        self._numbers = numbers
        self._artifacts = plan.artifacts
        self._groups = plan.groups
        self._heads: dict[int, int] = {}  # of tables: the page that each stands on first
        self._page = 0

    def page(self, number: int, box: Box) -> None:
        """Walk through a page."""
        self._page = number
        for child in box.children:
            if isinstance(child, kinds.MarginBox):
                kind = "Header" if child.at_keyword.startswith("@top") else "Footer"
                self._silence(child, {"Type": f"/{_PAGINATION}", "Subtype": f"/{kind}"})
            else:
                self._box(child)

    def _box(self, box: Box) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        number = self._numbers.get(box.element, -1)
        is_text = isinstance(box, kinds.TextBox)
        if number in self._artifacts or (
            is_text and number in self._groups and not box.text.strip()
        ):
            self._silence(box, LAYOUT)
        elif self._is_repeated(box, number):
            self._silence(box, {"Type": f"/{_PAGINATION}"})
        elif is_text or isinstance(box, kinds.ReplacedBox):
            is_marker = (box.element_tag or "").endswith(_MARKER)
            self.laid.pieces.append((self._page, box, Source(number, is_marker)))
        else:
            if box.element is not None and box.element.tag == "a" == box.element_tag:
                self.laid.links.append((self._page, box, number))
            for child in getattr(box, "children", ()):
                self._box(child)

    def _is_repeated(self, box: Box, number: int) -> bool:
        """Say whether *box* is the head of a table that stands on an earlier page already."""
        if not isinstance(box, kinds.TableRowGroupBox) or not box.is_header:
            return False
        return self._heads.setdefault(number, self._page) != self._page

    def _silence(self, box: Box, facts: Mapping[str, str]) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        self.laid.silent[box] = facts
        for child in getattr(box, "children", ()):
            self._silence(child, facts)


# ---- the last step of the engine, replaced -------------------------------------------------


@contextmanager
def own_tags(
    plan: Plan, laid: Laid, drawn: Mapping[Box, str], *, is_pdf2: bool
) -> Iterator[list[Written]]:
    """Tag by *plan* what is painted while this is open; yield what leads to the tree.

    *drawn* is filled meanwhile: it says what the glyphs of each box of text say.
    """
    found: list[Written] = []

    def add_tags(pdf: pydyf.PDF, document: Document, version: object, streams: Any) -> None:  # noqa: ANN401
        del version
        found.append(_tagged(pdf, document, streams, plan, laid, drawn, is_pdf2=is_pdf2))

    marked = Stream.marked

    @contextmanager
    def own_marked(stream: Stream, box: Box, tag: str) -> Iterator[None]:
        facts = laid.silent.get(box)
        with marked(stream, box, tag) if facts is None else artifact(stream, facts):
            yield

    with replacing((weasyprint.pdf, "add_tags", add_tags), (Stream, "marked", own_marked)):
        yield found


def _tagged(  # noqa: PLR0913, PLR0917 - what the engine gives, and what we have
    pdf: pydyf.PDF,
    document: Document,
    streams: Sequence[Any],
    plan: Plan,
    laid: Laid,
    drawn: Mapping[Box, str],
    *,
    is_pdf2: bool,
) -> Written:
    numbers = [stream._tags for stream in streams]
    pieces = [
        Piece(page, numbers[page][box]["mcid"], source, *_texts(box, drawn))
        for page, box, source in laid.pieces
        if box in numbers[page]
    ]
    annotations = {
        number: box.link_annotation
        for number, (_, box, _) in enumerate(laid.links)
        if box.link_annotation
    }
    links = [
        Annotation(page, element, number)
        for number, (page, _, element) in enumerate(laid.links)
        if number in annotations
    ]
    _drop_other_links(pdf, {one.reference for one in annotations.values()})
    heights = [page.height for page in document.pages]
    frames = {
        source.element: _frame(box, heights[page])
        for page, box, source in laid.pieces
        if isinstance(box, kinds.ReplacedBox)
    }
    written = write_structure(
        pdf,
        assemble(plan, pieces, links),
        is_pdf2=is_pdf2,
        annotations=annotations,
        boxes=frames,
        n_mcids=[len(one) for one in numbers],
    )
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    return written


def _texts(box: Box, drawn: Mapping[Box, str]) -> tuple[str, str]:
    return ("", "") if isinstance(box, kinds.ReplacedBox) else (box.text, nfc(drawn.get(box, "")))


def _frame(box: Box, height: float) -> tuple[float, float, float, float]:
    """Return where *box* stands, in points from the lower left corner."""
    x, y = box.content_box_x(), box.content_box_y()
    sides = (x, height - y - box.height, x + box.width, height - y)
    left, bottom, right, top = (side * _POINTS for side in sides)
    return left, bottom, right, top


def _drop_other_links(pdf: pydyf.PDF, kept: set[bytes]) -> None:
    """Take out the annotations of boxes within links: the engine gives each one of its own."""
    for reference in pdf.page_references:
        page = _object(pdf, reference)
        for one in page.get("Annots", ()):
            if one not in kept:
                _object(pdf, one).clear()
        if "Annots" in page:
            page["Annots"][:] = [one for one in page["Annots"] if one in kept]


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:  # noqa: ANN401
    return pdf.objects[int(reference.split()[0])]
