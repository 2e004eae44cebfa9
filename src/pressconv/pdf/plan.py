"""A page of ours → its tag tree: what each element is, without any engine.

What has no meaning of its own (a ``div``, a ``span`` without a language) is no tag: its text and
its children are its parent's. A note follows the block that calls it. The page is read as HTML
has it, so that any engine that lays it out can be bound to the plan.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.frozen import dataclass
from pressconv.pdf.headers import cell_facts
from pressconv.pdf.nesting import fitted
from pressconv.pdf.notes import with_notes
from pressconv.pdf.tags import HEADINGS, CellFacts, Plan, Source, Tag, TextNode, every, told
from pressconv.pdf.words import is_hidden, words
from pressconv.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

_BLOCKS: Final = {
    "article": "Art",
    "section": "Sect",
    "nav": "Nav",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "p": "P",
    **{heading.lower(): heading for heading in HEADINGS},
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
}
_INLINE: Final = {
    "em": "Em",
    "strong": "Strong",
    "code": "Code",
    "sub": "Subscript",
    "sup": "Superscript",
}
_BY_CLASS: Final = {"pc-q": "Quote"}
_PHRASES: Final = frozenset(
    "a abbr bdi br cite code data em rb rt ruby span strong sub sup time".split()
)
_LISTS: Final = frozenset({"ul", "ol"})
_NUMBERINGS: Final = {"a": "LowerAlpha", "i": "LowerRoman", "A": "UpperAlpha", "I": "UpperRoman"}
_GROUPS: Final = frozenset(
    "Document Art Sect Nav Div Aside BlockQuote L Table THead TBody TFoot TR".split()
)
_NOT_SHOWN: Final = frozenset({"head", "script", "style", "template", "rp", "rt"})


def plan(page: bytes) -> Plan:
    """Plan the tags of a *page* in UTF-8 that pressconv wrote."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    numbers = {element: number for number, element in enumerate(elements)}
    targets = {str(one.get("href", "")).removeprefix("#") for one in root.iter("a")}
    planner = _Planner(numbers, targets)
    lang, side = root.get("lang", ""), root.get("dir", "ltr")
    children, sources = planner.inside(root, _Around(lang, side))
    document = Tag("Document", sources, children, direction=side)
    tree = told(fitted(with_notes(document, planner.notes)), lang, "ltr")
    groups = [tag for tag in every(tree) if tag.kind in _GROUPS]
    return Plan(
        root=tree,
        names=tuple(str(element.tag) for element in elements),
        texts=tuple(_texts(root, numbers)),
        artifacts=frozenset(planner.artifacts),
        groups=frozenset(source.element for tag in groups for source in tag.sources),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds around an element."""

    lang: str
    direction: str

    def within(self, element: etree._Element) -> _Around:
        """Return what holds in *element*."""
        return _Around(element.get("lang") or self.lang, element.get("dir") or self.direction)


class _Planner:
    """Plans the elements of one page, which are numbered; notes are put aside."""

    def __init__(self, numbers: Mapping[etree._Element, int], targets: Set[str]) -> None:
        self._numbers = numbers
        self._targets = targets  # ids that a link leads to
        self._cells: dict[etree._Element, CellFacts] = {}
        self._n_tables = 0
        self.notes: dict[str, Tag] = {}
        self.artifacts: set[int] = set()

    def inside(
        self, element: etree._Element, around: _Around
    ) -> tuple[tuple[Tag, ...], tuple[Source, ...]]:
        """Return the tags below *element*, and whose text stands beside them."""
        tags: list[Tag] = []
        sources = [Source(self._numbers[element])]
        for child in element:
            if isinstance(child.tag, str):
                found, own = self._element(child, around)
                tags += found
                sources += own
        return tuple(tags), tuple(sources)

    def _element(
        self, element: etree._Element, around: _Around
    ) -> tuple[tuple[Tag, ...], tuple[Source, ...]]:
        """Return the tags of *element*, and, where it is none itself, its text's sources."""
        name, role = element.tag, element.get("role", "")
        if name in _NOT_SHOWN:
            self.artifacts |= {self._numbers[element]} if name == "rp" else set()
            return (), ()
        if is_hidden(element) or (name == "img" and not element.get("alt")):
            self.artifacts |= {self._numbers[one] for one in element.iter() if one in self._numbers}
            return (), ()
        if role == "doc-footnote":
            self.notes[element.get("id", "")] = self._note(element, around)
            return (), ()
        tag = self._tag(element, around)
        if tag:
            return (tag,), ()
        inner = replace(around, direction=element.get("dir", around.direction))
        tags, sources = self.inside(element, inner)
        identity = element.get("id", "")
        if identity and tags:
            tags = (replace(tags[0], ids=(identity, *tags[0].ids)), *tags[1:])
        elif identity in self._targets and sources:
            return (Tag("Span" if name in _PHRASES else "Div", sources, ids=(identity,)),), ()
        return tags, sources

    def _tag(self, element: etree._Element, around: _Around) -> Tag | None:
        """Return the tag of *element*; `None` where its text and children are its parent's."""
        name = element.tag
        if name == "img":
            return self._figure(element, element, around)
        if name == "a":
            return self._link(element, around)
        is_alone = name == "p" and len(element) == 1 and not words(element)
        if is_alone or name == "figure":
            picture = element.find("img")
            if picture is not None and (is_alone or picture.get("alt")):
                return self._figure(element, picture, around)
        if name == "figcaption":
            holds_blocks = any(one.tag not in _PHRASES for one in element)
            return None if holds_blocks else self._made("P", element, around)
        if name in _LISTS or name == "dl":
            return self._list(element, around)
        if name == "table":
            self._n_tables += 1  # the element's number would say how long the head of the page is
            self._cells |= cell_facts(element, f"t{self._n_tables}")
        if name == "ruby" and next(element.iterancestors("ruby"), None) is None:
            return self._ruby(element, around)
        kind = _kind(element)
        if kind in HEADINGS:
            return self._made(kind, element, around, description=words(element))
        return self._made(kind, element, around) if kind or _marks(element, around) else None

    def _made(self, kind: str, element: etree._Element, around: _Around, **facts: object) -> Tag:
        """Make a tag of all that is in *element*."""
        inner = around.within(element)
        children, sources = self.inside(element, inner)
        is_block = element.tag not in _PHRASES
        return Tag(
            kind=kind or ("Div" if is_block else "Span"),
            sources=sources,
            children=children,
            lang=inner.lang,
            direction=inner.direction if is_block else "",
            expansion=element.get("title", "") if element.tag == "abbr" else "",
            title=element.get("aria-label", "") if kind in {"Sect", "Aside", "Nav"} else "",
            cell=self._cells.get(element),
            ids=(element.get("id", ""),) if element.get("id") else (),
            **facts,  # type: ignore[arg-type]
        )

    def _figure(
        self, element: etree._Element, picture: etree._Element, around: _Around
    ) -> Tag | None:
        """Return the figure of a *picture*, which is an element or stands alone in it."""
        alt = picture.get("alt", "")
        if not alt:
            return None
        inner = around.within(element)
        made = self._made("Figure", picture, inner, description=alt)
        captions = (self._made("Caption", one, inner) for one in element.findall("figcaption"))
        ids = tuple(dict.fromkeys(one for one in (element.get("id"), *made.ids) if one))
        return replace(made, children=tuple(captions), ids=ids)

    def _link(self, element: etree._Element, around: _Around) -> Tag | None:
        if not element.get("href"):
            return None
        called = words(element)
        role = element.get("role", "")
        if role not in {"doc-noteref", "doc-backlink"}:
            alternatives = (one.get("alt", "") for one in element.iter("img"))
            called = called or normal(" ".join(alternatives))
            return self._made("Link", element, around, description=called)
        # A number that counts: what it leads to is said by the link.
        called = element.get("aria-label", called)
        if role == "doc-backlink":
            return self._made("Link", element, around, description=called)
        number = Tag("Lbl", tuple(Source(self._numbers[one]) for one in element.iter()))
        link = Tag("Link", (), (number,), description=called)
        note = element.get("href", "").removeprefix("#")
        return Tag(
            "Reference",
            (),
            (link,),
            lang=around.within(element).lang,
            ids=(element.get("id", ""),),
            refs=(note,),
        )

    def _note(self, element: etree._Element, around: _Around) -> Tag:
        made = self._made("FENote", element, around)
        links = [one for one in element.iter("a") if one.get("role") == "doc-backlink"]
        calls = tuple(one.get("href", "").removeprefix("#") for one in links)
        children = tuple(
            Tag("Lbl", (), (child,)) if child.kind == "Link" and number == 0 and links else child
            for number, child in enumerate(made.children)
        )
        return replace(made, children=children, refs=calls)

    def _list(self, element: etree._Element, around: _Around) -> Tag:
        numbering = "Unordered"
        if element.tag == "ol":
            native = "pc-native" in element.get("class", "")
            numbering = "Ordered" if native else _NUMBERINGS.get(element.get("type", ""), "Decimal")
        elif element.tag == "dl":
            numbering = "Description"
        made = self._made("L", element, around, numbering=numbering)
        inner = around.within(element)
        groups = [one for one in element if isinstance(one.tag, str) and not is_hidden(one)]
        item = self._entry if element.tag == "dl" else self._item
        return replace(made, sources=(), children=tuple(item(one, inner) for one in groups))

    def _item(self, element: etree._Element, around: _Around) -> Tag:
        marker = Tag("Lbl", (Source(self._numbers[element], is_marker=True),))
        body = self._made("LBody", element, around)
        around_both = {"lang": body.lang, "direction": body.direction, "ids": body.ids}
        body = replace(body, lang="", direction="", ids=())
        return Tag("LI", (), (marker, body), **around_both)  # type: ignore[arg-type]

    def _entry(self, element: etree._Element, around: _Around) -> Tag:
        kinds = {"dt": "Lbl", "dd": "LBody"}
        parts = [self._made(kinds[one.tag], one, around) for one in element if one.tag in kinds]
        return Tag("LI", (), tuple(parts))

    def _ruby(self, element: etree._Element, around: _Around) -> Tag:
        """Return one base and one reading: that of words which have several says them all."""
        whole = self._made("Ruby", element, around)
        inner = around.within(element)
        found = [self._made("RT", one, inner) for one in element.iter("rt")]
        parts = tuple(replace(one, kind="Span") for one in found)
        reading = found[0] if len(found) == 1 else Tag("RT", (), parts)
        base = Tag("RB", whole.sources, whole.children)
        return replace(whole, sources=(), children=(base, reading))


def _kind(element: etree._Element) -> str:
    if element.get("role") == "note":
        return "Aside"
    if element.get("role") == "doc-endnotes":
        return ""
    found = _BLOCKS.get(str(element.tag)) or _INLINE.get(str(element.tag))
    return found or _BY_CLASS.get(element.get("class", ""), "")


def _marks(element: etree._Element, around: _Around) -> bool:
    """Say whether *element* says something that a tag has to say."""
    differs = element.get("lang", around.lang) != around.lang
    turns = element.tag not in _PHRASES and element.get("dir", around.direction) != around.direction
    return differs or turns or bool(element.tag == "abbr" and element.get("title"))


def _texts(root: etree._Element, numbers: Mapping[etree._Element, int]) -> Iterator[TextNode]:
    """Yield the texts of a page in their order, each with the element whose own it is."""
    if isinstance(root.tag, str) and root.text:
        yield TextNode(numbers[root], root.text)
    for child in root:
        yield from _texts(child, numbers)
        space = " " if child.tag == "br" else ""
        if text := space + (child.tail or ""):
            yield TextNode(numbers[root], text)
