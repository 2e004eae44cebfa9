"""A PDF that is open: what a check asks of it, each thing read once, when it is first asked for.

Beside the document as data there are the dictionaries of the file; `pressconv.pdfdoc.objects` reads
those without trusting them.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from pressconv.pdfdoc import objects
from pressconv.pdfdoc.model import Content, TagNode
from pressconv.pdfdoc.tree import inherited
from pressconv.pdfdoc.xmp import Xmp, read_xmp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pressconv.pdfdoc.model import PdfDocument
    from pressconv.pdfdoc.survey import Key, Survey
    from pressconv.pdfdoc.tree import TreeReader

T = TypeVar("T")

_MAX_OBJECTS: Final = 500_000
_UP: Final = frozenset({"/Parent", "/P"})  # keys that lead back to where one comes from
_HIDDEN: Final = 2  # the flag of an annotation that nobody sees (ISO 32000-2, table 167)


class Tag(NamedTuple):
    """A structure element and where it stands: below which, and as which of its type there."""

    node: TagNode
    parent: Tag | None
    position: int  # from 1
    lang: str | None  # its own, or of an element around it

    @property
    def kind(self) -> str:
        """Its standard type."""
        return self.node.standard_type

    @property
    def path(self) -> str:
        """Where it is: Document/Sect[2]/P[1]."""
        names: list[str] = []
        tag: Tag | None = self
        while tag is not None:
            names.append(f"{tag.node.type}[{tag.position}]")
            tag = tag.parent
        return "/".join(reversed(names))

    def above(self) -> Iterator[Tag]:
        """Yield the elements around it, from the inside."""
        tag = self.parent
        while tag is not None:
            yield tag
            tag = tag.parent


class Annotation(NamedTuple):
    """An annotation: its page from 1, its object number or 0, its type, its dictionary."""

    page: int
    key: int
    kind: str
    values: Mapping[str, object]

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it."""
        return bool((objects.integer(self.values.get("/F")) or 0) & _HIDDEN)


class PdfFile:
    """An open PDF. What is broken in it raises `InputError` or `objects.FAULTS` when asked for."""

    def __init__(
        self,
        document: PdfDocument,
        trailer: Mapping[str, object],
        pages: Sequence[Mapping[str, object]],
        tree: TreeReader,
        header: str,
    ) -> None:
        self.document = document
        self.trailer = trailer
        self.pages = pages
        self.header = header
        self._tree = tree

        self._remembered: dict[str, object] = {}

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """Return what *make* makes of this file, made once for all who ask by this *name*."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return cast("T", self._remembered[name])  # a name stands for one function

    @cached_property
    def catalog(self) -> Mapping[str, object]:
        """The catalog dictionary."""
        return objects.dictionary(self.trailer.get("/Root"))

    @cached_property
    def tree_root(self) -> Mapping[str, object]:
        """The dictionary of the structure tree root."""
        return objects.dictionary(self.catalog.get("/StructTreeRoot"))

    @cached_property
    def xmp(self) -> Xmp | None:
        """The metadata of the document; None if there are none, or they are no XML."""
        data = objects.stream_data(self.catalog.get("/Metadata"))
        return read_xmp(data) if data else None

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The elements of the tree, parents before children."""
        return tuple(_tags(self.document.root)) if self.document.root else ()

    @cached_property
    def owners(self) -> Mapping[int, Tag]:
        """The element that holds each annotation, by object number."""
        return {key: tag for tag in self.tags for key in tag.node.objects}

    @cached_property
    def contents(self) -> frozenset[Key]:
        """The marked-content sequences that the tree holds."""
        return frozenset(self._tree.contents)

    @cached_property
    def survey(self) -> Survey:
        """What all pages draw."""
        self._tree.read_all_pages()
        return self._tree.streams.survey

    def text_of(self, key: Key) -> str:
        """Return the text of a marked-content sequence, whether the tree holds it or not."""
        return "".join(run.text for run in self._tree.streams.runs.get(key, ()))

    def font(self, number: int) -> Mapping[int, str]:
        """Return the texts of the codes of a font of the survey."""
        return self._tree.streams.decoders[number].unicode

    def codes(self, number: int, *, also_hidden: bool = False) -> set[int]:
        """Return the codes that are shown with a font of the survey."""
        shown = self.survey.fonts[number]
        decoder = self._tree.streams.decoders[number]
        strings = shown.visible + (shown.hidden if also_hidden else [])
        return set().union(*map(decoder.codes, strings))

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations of all pages."""
        return tuple(
            Annotation(number, objects.object_key(one), objects.name(found.get("/Subtype")), found)
            for number, page in enumerate(self.pages, start=1)
            if "/Annots" in page
            for one in objects.array(page["/Annots"])
            for found in [objects.dictionary(one)]
        )

    def page_box(self, number: int) -> list[float]:
        """Return the crop box of a page, from 1: what is beside it nobody sees."""
        page = self.pages[number - 1]
        box = inherited(page, "/CropBox") or inherited(page, "/MediaBox")
        return [objects.number(side) for side in objects.array(box)]

    @cached_property
    def dictionaries(self) -> tuple[tuple[str, Mapping[str, object]], ...]:
        """Every dictionary that the trailer leads to, once, with the key that it is found at."""
        return tuple(_dictionaries(self.trailer))


def text_below(node: TagNode) -> str:
    """Return what the content below *node* says, without alternative texts."""
    if node.actual_text is not None:
        return node.actual_text
    return "".join(
        child.text if isinstance(child, Content) else text_below(child) for child in node.children
    )


def is_silent(node: TagNode) -> bool:
    """Say whether *node* has neither text nor an alternative text in it."""
    if node.alt and node.alt.strip():
        return False
    if node.actual_text is not None:
        return not node.actual_text.strip()
    return all(
        not child.text.strip() if isinstance(child, Content) else is_silent(child)
        for child in node.children
    )


def page_of(node: TagNode) -> int:
    """Return the page, from 1, that *node* begins on; 0 if nothing says it."""
    for child in node.children:
        page = child.page if isinstance(child, Content) else page_of(child)
        if page:
            return page
    return node.page


def _tags(root: TagNode) -> Iterator[Tag]:
    waiting = _below(root, None)
    while waiting:
        tag = waiting.pop()
        yield tag
        waiting += _below(tag.node, tag)


def _below(node: TagNode, parent: Tag | None) -> list[Tag]:
    """Return the elements just below *node*, the last one first."""
    counts: Counter[str] = Counter()
    found = []
    for child in node.children:
        if isinstance(child, TagNode):
            counts[child.type] += 1
            lang = child.lang if child.lang is not None else parent and parent.lang
            found.append(Tag(child, parent, counts[child.type], lang))
    return found[::-1]


def _dictionaries(trailer: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    waiting: list[tuple[str, object]] = [("", trailer)]
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_OBJECTS:
        key, value = waiting.pop()
        number = objects.object_key(value)
        if number:
            if number in seen:
                continue
            seen.add(number)
            value = objects.resolve(value)
        if isinstance(value, dict):
            yield key, value
            waiting += [(name, one) for name, one in value.items() if name not in _UP]
        elif isinstance(value, list):
            waiting += [(key, one) for one in value]
