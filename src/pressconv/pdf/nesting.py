"""Which tag may stand in which, and a tag tree → the same with each tag where it may stand.

Source: ISO/TS 32005:2023, table 5, which says it for PDF 1.7 and PDF 2.0 together; PDF/UA-2 asks
for it (ISO 14289-2, 8.2.4). Headings H1, H2 … are `Hn` here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv.pdf.notes import INLINE
from pressconv.pdf.tags import Tag
from pressconv.walk import map_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TRANSPARENT: Final = frozenset({"Div", "NonStruct", "Part"})
"""What may stand in these is what may stand around them."""

NO_CONTENT: Final = frozenset(
    "Art Document DocumentFragment Index L Sect TBody TFoot THead TOC TOCI TR Table".split()
)
"""These hold elements only."""


def _rows(**rows: str) -> dict[str, frozenset[str]]:
    """Return the kinds of a row for each of its keys, which are written with "_" between them."""
    return {key: frozenset(row.split()) for keys, row in rows.items() for key in keys.split("_")}


# Parts of something stand in it and nowhere else.
_ONLY_IN: Final = _rows(
    LBody="LI",
    LI="L",
    RB_RP_RT="Ruby",
    TBody_TFoot_THead="Table",
    TD_TH="TR",
    TOC="Art Aside BlockQuote Document DocumentFragment Sect TOC TOCI",
    TOCI="TOC",
    TR="TBody TFoot THead Table",
    Title="Annot Art Document DocumentFragment Link Sect",
    WP_WT="Warichu",
    Document="Aside BlockQuote Document DocumentFragment",
)
# These hold little: such parts of their own, and what is said here.
_HOLD: Final = _rows(
    BibEntry="Annot Artifact Div Em FENote Figure Lbl Link NonStruct Note P Part Private Reference "
    "Span Strong",
    L="Artifact Caption L NonStruct Private",
    LI="Artifact Div Lbl NonStruct Private",
    RB_RP_RT_WP_WT="Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub",
    Reference="Annot Artifact BibEntry Em FENote Figure Lbl Link NonStruct Note Private Span "
    "Strong",
    Ruby_Warichu="NonStruct Private",
    TBody_TFoot_THead_TR="Artifact NonStruct Private",
    TOC_Table="Artifact Caption NonStruct Private",
    TOCI="Artifact Div Lbl NonStruct P Private Reference",
)
_BLOCKS: Final = "Art Aside BlockQuote Caption Div DocumentFragment H Hn Index P Part"
# These hold everything else but for what is said here.
_HOLD_NOT: Final = _rows(
    Annot="Index Private",
    Art="Art BibEntry Em Quote Reference Ruby Span Strong Sub Warichu",
    Aside_BlockQuote="Aside BibEntry Em Quote Ruby Span Strong Sub Warichu",
    Caption="Caption",
    Code="Art Aside BlockQuote Caption Code Figure Form Formula H Hn Index L Lbl P Quote Ruby Sect "
    "Table Warichu",
    Document_DocumentFragment="BibEntry Caption Em Lbl Quote Reference Ruby Span Strong Sub "
    "Warichu",
    Em_Quote_Span_Strong=f"{_BLOCKS} L Sect Table",
    FENote="BibEntry H Hn Index",
    Figure="DocumentFragment",
    Form="Annot Art Aside BlockQuote DocumentFragment Em Form H Hn Index Link P Quote Ruby Sect "
    "Span Strong Sub Warichu",
    Formula="Art DocumentFragment Sect",
    H_Hn="Aside BlockQuote Caption Div DocumentFragment H Hn Index L P Part Table",
    Index="Art Aside BibEntry BlockQuote Code DocumentFragment Em Form Index Lbl Link Quote Ruby "
    "Span Strong Sub Warichu",
    LBody="DocumentFragment Lbl",
    Lbl=f"{_BLOCKS} L Lbl Sect Table",
    Link="Index Link",
    Note="H Hn",
    P=f"{_BLOCKS} Sect",
    Sect="BibEntry Em Quote Reference Ruby Span Strong Sub Warichu",
    Sub=f"{_BLOCKS} Sect Sub Table",
    TD_TH="Aside BlockQuote Caption DocumentFragment Part Sub",
    Title="Art BlockQuote DocumentFragment H Hn Index Sect Sub",
)
# Of these there is one at most.
_ONCE: Final = _rows(
    Art_Sect="H Hn",
    Caption="Artifact Aside BlockQuote Figure Form Formula L LBody TOC Table Title",
    H="Art Artifact Aside BlockQuote Caption Document DocumentFragment Figure Formula LBody Sect "
    "TD TH",
    TFoot_THead="Table",
)
_PARENTS: Final = _HOLD.keys() | _HOLD_NOT.keys()
_KINDS: Final = _PARENTS | {"Artifact", "NonStruct", "Private", "Part", "Div"}


def may_hold(parent: str, kind: str) -> bool:
    """Say whether a *kind* may stand in a *parent*; of others than the standard ones all may."""
    parent, kind = _general(parent), _general(kind)
    if parent not in _PARENTS or kind not in _KINDS:
        return True
    if kind in _ONLY_IN:
        return parent in _ONLY_IN[kind]
    return kind in _HOLD[parent] if parent in _HOLD else kind not in _HOLD_NOT[parent]


def too_many(parent: str, kinds: Iterable[str]) -> Iterator[str]:
    """Yield what there may be once in a *parent*, and is there again."""
    seen: set[str] = set()
    for kind in kinds:
        if kind in seen and _general(parent) in _ONCE.get(kind, ()):
            yield kind
        seen.add(kind)


def fitted(tag: Tag, around: str = "") -> Tag:
    """Put what may not stand where it does into a Sect, which may; running text loses its kind."""
    inside = around if tag.kind in TRANSPARENT else tag.kind
    children = map_each(tag.children, lambda child: fitted(_fit(child, inside), inside))
    return tag if children is tag.children else replace(tag, children=children)


def _fit(tag: Tag, parent: str) -> Tag:
    if may_hold(parent, tag.kind):
        return tag
    return replace(tag, kind="Span") if tag.kind in INLINE else Tag("Sect", (), (tag,))


def _general(kind: str) -> str:
    return "Hn" if kind[:1] == "H" and kind[1:].isdecimal() else kind
