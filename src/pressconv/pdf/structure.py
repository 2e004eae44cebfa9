"""The structure of a document → the objects of its PDF: the tag tree, and what leads to it.

Source: ISO 32000-1 and ISO 32000-2, 14.7 and 14.8. No engine is known here; pydyf holds objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pydyf

from pressconv.frozen import dataclass
from pressconv.pdf.assembly import Annotation, Node, Piece, Spoken
from pressconv.pdf.tags import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressconv.pdf.assembly import Kid
    from pressconv.pdf.tags import CellFacts, Tag

_PDF2: Final = "http://iso.org/pdf2/ssn"

# Types that PDF 2.0 has in its own namespace; the others are those of PDF 1.7 there.
# Source: ISO 32000-2, annex M.
_IN_PDF2: Final = frozenset(
    "Document Sect Div Aside P H1 H2 H3 H4 H5 H6 FENote Lbl Span Em Strong Link Ruby RB RT L LI "
    "LBody Table TR TH TD THead TBody TFoot Caption Figure".split()
)
ROLES: Final = {"Aside": "Sect", "Em": "Span", "Nav": "Sect", "Strong": "Span"}
"""What PDF 1.7 lacks, and what stands for it there (ISO 32000-1, 14.7.3); no PDF has navigation."""

_OURS: Final = "urn:pressconv:tags:1"
_OUR_ROLES: Final = {"Nav": "Sect"}
_NAMES_1_7: Final = {"FENote": "Note"}
_NUMBERINGS_1_7: Final = {"Unordered": "Disc", "Ordered": "Decimal", "Description": "None"}
_POSITIONS: Final = {"Subscript": "Sub", "Superscript": "Sup"}
_WRITING_MODES: Final = {"ltr": "LrTb", "rtl": "RlTb"}


class Heading(NamedTuple):
    """The reference of a heading's element, and what it is called."""

    reference: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """What leads into a written tree: references of elements, by id of the page, and headings.

    The headings are in the order of the page, as its bookmarks are.
    """

    ids: Mapping[str, bytes]
    headings: tuple[Heading, ...]


def write_structure(  # noqa: PLR0913 - what a page has, one parameter each
    pdf: pydyf.PDF,
    root: Node,
    *,
    is_pdf2: bool,
    annotations: Mapping[int, pydyf.Dictionary],
    boxes: Mapping[int, tuple[float, float, float, float]],
    n_mcids: Sequence[int],
) -> Written:
    """Write the tree of *root* into *pdf*.

    *annotations* are those of the links, by key. *boxes* are where figures stand, by element:
    left, bottom, right and top in points from the lower left corner of the page. *n_mcids* is how
    many sequences of marked content each page has.
    """
    writer = _Writer(pdf, is_pdf2=is_pdf2, annotations=annotations, boxes=boxes, n_mcids=n_mcids)
    writer.write(root)
    return Written(writer.ids, tuple(writer.headings))


class _Writer:
    """Writes one tree."""

    def __init__(
        self,
        pdf: pydyf.PDF,
        *,
        is_pdf2: bool,
        annotations: Mapping[int, pydyf.Dictionary],
        boxes: Mapping[int, tuple[float, float, float, float]],
        n_mcids: Sequence[int],
    ) -> None:
        self.ids: dict[str, bytes] = {}
        self.headings: list[Heading] = []
        self._pdf = pdf
        self._is_pdf2 = is_pdf2
        self._annotations = annotations
        self._boxes = boxes
        self._pages = pdf.page_references
        self._parents: list[list[Any]] = [["null"] * n for n in n_mcids]
        self._annotation_parents: list[bytes] = []
        self._keys: dict[str, bytes] = {}
        self._references: list[tuple[pydyf.Dictionary, tuple[str, ...]]] = []
        self._roles: set[str] = set()
        self._namespace: pydyf.Dictionary | None = None
        self._ours: pydyf.Dictionary | None = None

    def write(self, root: Node) -> None:
        """Write the tree, and tell the catalog."""
        tree = self._added({"Type": "/StructTreeRoot"})
        if self._is_pdf2:
            self._namespace = self._added({"Type": "/Namespace", "NS": pydyf.String(_PDF2)})
            self._ours = self._added({"Type": "/Namespace", "NS": pydyf.String(_OURS)})
            namespaces = [self._namespace.reference, self._ours.reference]
            tree["Namespaces"] = pydyf.Array(namespaces)
            self._ours["RoleMapNS"] = pydyf.Dictionary(
                {
                    name: pydyf.Array([f"/{standard}", self._namespace.reference])
                    for name, standard in _OUR_ROLES.items()
                }
            )
        tree["K"] = pydyf.Array([self._element(root, tree.reference)])
        tree["ParentTree"] = self._parent_tree()
        tree["ParentTreeNextKey"] = len(self._parents) + len(self._annotation_parents)
        if self._keys:
            names = [part for key in sorted(self._keys) for part in (key, self._keys[key])]
            listed = [pydyf.String(one) if isinstance(one, str) else one for one in names]
            tree["IDTree"] = self._added({"Names": pydyf.Array(listed)}).reference
        if self._roles and not self._is_pdf2:
            roles = {one: f"/{ROLES[one]}" for one in sorted(self._roles)}
            tree["RoleMap"] = pydyf.Dictionary(roles)
        for element, ids in self._references:
            found = [self.ids[one] for one in ids if one in self.ids]
            if found and self._is_pdf2:
                element["Ref"] = pydyf.Array(found)
        self._pdf.catalog["StructTreeRoot"] = tree.reference

    def _added(self, values: dict[str, Any]) -> pydyf.Dictionary:
        made = pydyf.Dictionary(values)
        self._pdf.add_object(made)
        return made

    def _parent_tree(self) -> bytes:
        numbers: list[Any] = []
        for page, parents in enumerate(self._parents):
            numbers += [page, pydyf.Array(parents)]
        for key, parent in enumerate(self._annotation_parents, start=len(self._parents)):
            numbers += [key, parent]
        reference: bytes = self._added({"Nums": pydyf.Array(numbers)}).reference
        return reference

    def _element(self, node: Node, parent: bytes) -> bytes:
        tag = node.tag
        element = self._added({"Type": "/StructElem", "P": parent})
        reference: bytes = element.reference
        self._name(element, tag.kind)
        self._facts(element, node, reference)
        self.ids |= dict.fromkeys(tag.ids, reference)
        if tag.refs:
            self._references.append((element, tag.refs))
        if tag.kind in HEADINGS:
            self.headings.append(Heading(reference, tag.description))
        element["K"] = pydyf.Array()
        self._fill(element, node.kids, tag)
        return reference

    def _name(self, element: pydyf.Dictionary, kind: str) -> None:
        name = "Span" if kind in _POSITIONS else kind
        if not self._is_pdf2:
            name = _NAMES_1_7.get(name, name)
            self._roles |= {name} & ROLES.keys()
        elif name in _IN_PDF2 and self._namespace is not None:
            element["NS"] = self._namespace.reference
        elif name in _OUR_ROLES and self._ours is not None:
            element["NS"] = self._ours.reference
        element["S"] = f"/{name}"

    def _facts(self, element: pydyf.Dictionary, node: Node, reference: bytes) -> None:
        tag = node.tag
        for key, value in (("Lang", tag.lang), ("E", tag.expansion), ("T", tag.title)):
            if value:
                element[key] = pydyf.String(value)
        if tag.kind == "Figure":
            element["Alt"] = pydyf.String(tag.description)
        key = tag.cell.key if tag.cell else ""
        if tag.kind == "FENote" and not self._is_pdf2:  # ISO 14289-1, 7.9
            key = tag.ids[0] if tag.ids else f"note-{reference.decode()}"
        if key:
            element["ID"] = pydyf.String(key)
            self._keys[key] = reference
        attributes = [pydyf.Dictionary(one) for one in self._attributes(node)]
        if attributes:
            element["A"] = pydyf.Array(attributes) if len(attributes) > 1 else attributes[0]

    def _attributes(self, node: Node) -> list[dict[str, Any]]:
        tag = node.tag
        found: list[dict[str, Any]] = []
        layout: dict[str, Any] = {}
        if tag.direction:
            layout["WritingMode"] = f"/{_WRITING_MODES[tag.direction]}"
        if tag.kind in _POSITIONS and self._is_pdf2:
            layout["TextPosition"] = f"/{_POSITIONS[tag.kind]}"
        if tag.kind == "Figure":
            layout["Placement"] = "/Block"
            box = next(
                (self._boxes[one.element] for one in tag.sources if one.element in self._boxes),
                None,
            )
            if box:
                layout["BBox"] = pydyf.Array([round(side, 3) for side in box])
        if layout:
            found.append({"O": "/Layout", **layout})
        if tag.numbering:
            numbering = tag.numbering
            if not self._is_pdf2:
                numbering = _NUMBERINGS_1_7.get(numbering, numbering)
            found.append({"O": "/List", "ListNumbering": f"/{numbering}"})
        if tag.cell:
            found.append({"O": "/Table", **_cell(tag.cell)})
        return found

    def _fill(self, element: pydyf.Dictionary, kids: Sequence[Kid], tag: Tag) -> None:
        for kid in kids:
            match kid:
                case Node() if self._says_nothing(kid.tag):
                    self._fill(element, kid.kids, kid.tag)
                case Node():
                    element["K"].append(self._element(kid, element.reference))
                case Piece():
                    self._content(element, kid)
                case Spoken():
                    element["K"].append(self._spoken(kid, element.reference))
                case Annotation():
                    element["K"].append(self._object(kid, element.reference, tag))

    def _says_nothing(self, tag: Tag) -> bool:
        """Say whether *tag* is only raised or lowered, for which PDF 1.7 has no word."""
        return tag.kind in _POSITIONS and not self._is_pdf2 and not tag.lang

    def _content(self, element: pydyf.Dictionary, piece: Piece) -> None:
        page = self._pages[piece.page]
        self._parents[piece.page][piece.mcid] = element.reference
        if element.setdefault("Pg", page) == page:
            element["K"].append(piece.mcid)
        else:
            kid = {"Type": "/MCR", "Pg": page, "MCID": piece.mcid}
            element["K"].append(pydyf.Dictionary(kid))

    def _spoken(self, spoken: Spoken, parent: bytes) -> bytes:
        outer = self._added({"Type": "/StructElem", "P": parent})
        self._name(outer, "Span")
        outer["ActualText"] = pydyf.String(spoken.text)
        inner = self._added({"Type": "/StructElem", "P": outer.reference, "K": pydyf.Array()})
        self._name(inner, "Span")
        outer["K"] = pydyf.Array([inner.reference])
        for piece in spoken.pieces:
            self._content(inner, piece)
        outer["Pg"] = inner["Pg"]
        reference: bytes = outer.reference
        return reference

    def _object(self, kid: Annotation, parent: bytes, tag: Tag) -> bytes:
        annotation = self._annotations[kid.key]
        annotation["StructParent"] = len(self._parents) + len(self._annotation_parents)
        annotation["Contents"] = pydyf.String(tag.description)
        self._annotation_parents.append(parent)
        values = {"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pages[kid.page]}
        reference: bytes = self._added(values).reference
        return reference


def _cell(cell: CellFacts) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if cell.row_span > 1:
        found["RowSpan"] = cell.row_span
    if cell.column_span > 1:
        found["ColSpan"] = cell.column_span
    if cell.scope:
        found["Scope"] = f"/{cell.scope}"
    if cell.headers:
        found["Headers"] = pydyf.Array([pydyf.String(one) for one in cell.headers])
    return found
