"""The structure tree of a PDF → `TagNode`, with the text of the marked content in it.

Source: ISO 32000-2, 14.7.2 (elements), 14.7.3 (roles), 14.7.4 (namespaces), 14.7.5 (content).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.errors import InputError
from pressconv.pdfdoc import attributes, objects
from pressconv.pdfdoc.content import ContentReader, Streams
from pressconv.pdfdoc.lines import join
from pressconv.pdfdoc.model import Content, TagNode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressconv.pdfdoc.model import TagChild
    from pressconv.pdfdoc.survey import Key

_MAX_DEPTH: Final = 128
_MAX_CHILDREN: Final = 200_000  # elements and marked content of a tree
_MAX_ROLES: Final = 20  # from type to type to standard type


class TreeReader:
    """Reads the tree once, and of the pages those that the tree names."""

    def __init__(self, pages: Sequence[Mapping[str, object]], keys: Sequence[int]) -> None:
        self._pages = pages
        self._numbers = {key: number for number, key in enumerate(keys, start=1) if key}
        self.streams = Streams()
        self.contents: set[Key] = set()  # marked content that the tree holds
        self._read_pages: set[int] = set()
        self._seen: set[int] = set()
        self._n_children = 0
        self._roles: Mapping[str, object] = {}
        self._classes: Mapping[str, object] = {}

    def read(self, root: Mapping[str, object]) -> TagNode:
        """Return the tree below the structure tree *root*.

        Raises:
            InputError: the tree passes the limits, or is none because a branch comes back.
            FAULTS: pypdf cannot read an object that the tree needs.
        """
        self._roles = objects.dictionary(root.get("/RoleMap"))
        self._classes = objects.dictionary(root.get("/ClassMap"))
        children, _ = self._children(root, 0, 0)
        return TagNode("StructTreeRoot", "StructTreeRoot", children=children)

    def read_all_pages(self) -> None:
        """Read the pages that the tree does not name too.

        Raises:
            InputError: their content is broken.
        """
        for number in range(1, len(self._pages) + 1):
            self._read_page(number)

    def _children(
        self, element: Mapping[str, object], page: int, depth: int
    ) -> tuple[tuple[TagChild, ...], tuple[int, ...]]:
        """Return the elements and the content below *element*, and the objects that are its own."""
        children: list[TagChild] = []
        owned: list[int] = []
        for kid in objects.array(element.get("/K")):
            child = self._child(kid, page, depth)
            if isinstance(child, int):
                owned.append(child)
            elif child is not None:
                children.append(child)
        return tuple(children), tuple(owned)

    def _child(self, kid: object, page: int, depth: int) -> TagChild | int | None:
        self._n_children += 1
        if self._n_children > _MAX_CHILDREN:
            raise InputError(f"the tag tree has more than {_MAX_CHILDREN} parts")
        value = objects.resolve(kid)
        if not isinstance(value, dict):
            mcid = objects.integer(value)
            return None if mcid is None else self._content(page, 0, mcid)
        if "/S" in value:
            return self._element(kid, value, page, depth + 1)
        mcid = objects.integer(value.get("/MCID"))
        if mcid is None:  # an OBJR: it says what a link or field is, and has no text
            return objects.object_key(value.get("/Obj")) or None
        stream = objects.object_key(value.get("/Stm"))
        return self._content(self._page(value, page), stream, mcid)

    def _element(
        self, reference: object, element: Mapping[str, object], page: int, depth: int
    ) -> TagNode:
        key = objects.object_key(reference)
        if key in self._seen:
            raise InputError(f"the tag tree is no tree: object {key} stands in it twice")
        if key:
            self._seen.add(key)
        if depth > _MAX_DEPTH:
            raise InputError(f"the tag tree is more than {_MAX_DEPTH} tags deep")
        kind = objects.name(element.get("/S"))
        page = self._page(element, page)
        children, owned = self._children(element, page, depth)
        return TagNode(
            kind,
            self._standard_type(kind, element),
            objects.text(element.get("/Lang")),
            objects.text(element.get("/Alt")),
            objects.text(element.get("/ActualText")),
            objects.text(element.get("/E")),
            children,
            key,
            tuple(map(objects.object_key, _references(element))),
            attributes.read(element, self._classes),
            objects.text(element.get("/ID")),
            objects.text(objects.dictionary(element.get("/NS")).get("/NS")) or "",
            owned,
            page,
        )

    def _standard_type(self, kind: str, element: Mapping[str, object]) -> str:
        """Follow the role maps from *kind*: the namespace's own, or the tree's without one."""
        namespace = objects.dictionary(element.get("/NS"))
        for _ in range(_MAX_ROLES):
            roles = objects.dictionary(namespace.get("/RoleMapNS")) if namespace else self._roles
            target = objects.resolve(roles.get(f"/{kind}")) if roles else None
            if isinstance(target, list) and len(target) == 2:
                kind, namespace = objects.name(target[0]), objects.dictionary(target[1])
            elif objects.name(target):
                kind, namespace = objects.name(target), {}
            else:
                return kind
        return kind

    def _page(self, holder: Mapping[str, object], inherited: int) -> int:
        return self._numbers.get(objects.object_key(holder.get("/Pg")), inherited)

    def _content(self, page: int, stream: int, mcid: int) -> Content:
        if page:
            self._read_page(page)
        key = (page, stream, mcid)
        self.contents.add(key)
        text, first, last = join(self.streams.runs.get(key, ()))
        return Content(text, page, mcid, first, last, stream)

    def _read_page(self, number: int) -> None:
        if number in self._read_pages:
            return
        self._read_pages.add(number)
        page = self._pages[number - 1]
        try:
            # A stream may end in the middle of an instruction, not of a token.
            parts = map(objects.stream_data, objects.array(page.get("/Contents")))
            reader = ContentReader(self.streams, number, inherited(page, "/Resources"))
            reader.read(b"\n".join(parts))
        except objects.FAULTS as error:
            raise InputError(f"the content of page {number} is broken: {error}") from error


def _references(element: Mapping[str, object]) -> list[object]:
    return objects.array(element["/Ref"]) if "/Ref" in element else []


def inherited(page: Mapping[str, object], key: str) -> object:
    """Return what a page or one of the page tree's nodes above it has at *key*."""
    node = page
    for _ in range(_MAX_DEPTH):
        if key in node:
            return node[key]
        node = objects.dictionary(node.get("/Parent"))
    return None
