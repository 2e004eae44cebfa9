"""Measured blocks of a page → which of them are the article, and where the others stand.

The article is looked for on the way from the page down to where its prose stands thickest: the
element that holds most of the prose, least of the rest, and is best named. In it all is kept that
nothing speaks against: an article is more than its long paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Heading, Region
from pressconv.frozen import dataclass
from pressconv.readers.html.article.against import against, landmark
from pressconv.readers.html.article.own_foot import own_foot
from pressconv.readers.html.article.page_parts import Part, Parts, parts_of
from pressconv.readers.html.article.trim import reaches, trimmed
from pressconv.readers.html.words import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressconv.readers.html.article.measure import Measured
    from pressconv.readers.html.tree import Node

_UNLIKELY: Final = 0.05
_LEAST_SHARE: Final = 0.35
_GAIN: Final = (1.0, 1.0, 1.12, 1.2, 1.35, 1.5)
_COST_OF_REST: Final = 0.25
_NEVER_HOLDERS: Final = frozenset("p span a h1 h2 h3 li ul body html".split())
_NAMED_WELL: Final = frozenset(
    "entry article post story news artikel beitrag text body content page main".split()
)
_LONG_SENTENCE: Final = 150
_FEW_BLOCKS: Final = 3
# What is said beside an article of the article itself.
_ABOUT_IT: Final = frozenset({"metadata", "byline", "title", "lead"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands in its page, and the words that its markup says of it."""

    region: Region
    hints: frozenset[str] = frozenset()


def standings(root: Node, blocks: Sequence[Measured], title: str = "") -> list[Standing]:
    """Find the article: return for each block where it stands. *title* is what the page says."""
    if not blocks:
        return []
    parts = parts_of(blocks)
    holder = _holder(root, parts)
    reasons = _reasons(root, parts, holder)
    kept = trimmed(parts, reasons, title)
    first = kept.index(True) if any(kept) else len(kept)
    return [
        Standing(
            _region(reason, is_kept=is_kept, is_before=index < first),
            _hints(block.found.node, parts) | frozenset(filter(None, [reason])),
        )
        for index, (block, is_kept, reason) in enumerate(zip(blocks, kept, reasons, strict=True))
    ]


def _hints(node: Node, parts: Parts) -> frozenset[str]:
    """Return the names of what holds a block and hardly more."""
    names: set[str] = set()
    for one in (node, *node.ancestors()):
        if parts.by_node[one].n_blocks > _FEW_BLOCKS:
            break
        names |= names_of(one) | {one.tag}
    return frozenset(names)


def _region(reason: str, *, is_kept: bool, is_before: bool) -> Region:
    if is_kept:
        return Region.ARTICLE
    if reason not in {"", "outside", *_ABOUT_IT}:
        return Region.FURNITURE
    return Region.BEFORE if is_before else Region.AFTER


def _holder(root: Node, parts: Parts) -> Node:
    """Return the element that holds the article."""
    total = parts.by_node[root].prose
    speaks = _inherited(parts, root, total)
    likely: dict[Node, float] = {}
    for block, prose in zip(parts.blocks, parts.prose, strict=True):
        weight = prose * (_UNLIKELY if speaks(block.found.node) else 1.0)
        for node in (block.found.node, *block.found.node.ancestors()):
            likely[node] = likely.get(node, 0.0) + weight
    whole = likely[root] or 1.0
    best, best_value = root, 0.0
    here: Node | None = root
    while here and likely[here] >= _LEAST_SHARE * whole:
        part = parts.by_node[here]
        rest = 1 - likely[here] / (part.size or 1.0)
        value = likely[here] / whole * _GAIN[_rank(here, part)] - _COST_OF_REST * rest
        if here is root or value >= best_value:
            best, best_value = here, value
        inner = [one for one in here.elements() if one in likely and one.tag != "p"]
        here = max(inner, key=likely.__getitem__, default=None)
    return best


def _rank(node: Node, part: Part) -> int:
    """Return how well an element is named to hold an article, from 0 to 5."""
    if node.tag in _NEVER_HOLDERS:
        return 0
    names = names_of(node)
    if node.get("itemprop").lower() == "articlebody":
        return 5
    named = max((kind.rank for kind in part.kinds), default=0)
    if named == 2 and len(names & _NAMED_WELL) >= 2:
        return 4
    return max(named, {"article": 3, "main": 2}.get(landmark(node), 0))


def _inherited(parts: Parts, top: Node, total: float) -> Callable[[Node], str]:
    """Return a function that says what speaks against an element or one around it, below *top*."""
    known: dict[Node, str] = dict.fromkeys((top, *top.ancestors()), "")

    def speaks(node: Node) -> str:
        if node not in known:
            outer = speaks(node.parent) if node.parent else ""
            known[node] = outer or against(node, parts.by_node[node], total)
        return known[node]

    return speaks


def _asking(root: Node, parts: Parts) -> frozenset[Node]:
    """Return the elements that hold little but a form: what they say, they say of it."""
    found = set()
    for form in root.walk():
        if form.tag != "form":
            continue
        for node in (form, *form.ancestors()):
            part = parts.by_node.get(node)
            if part and (part.n_blocks > _FEW_BLOCKS or part.size > 2 * _LONG_SENTENCE):
                break
            found.add(node)
    return frozenset(found)


def _reasons(root: Node, parts: Parts, holder: Node) -> list[str]:
    """Return for each block what speaks against it."""
    total = parts.by_node[holder].prose
    asking, foot = _asking(root, parts), own_foot(root, parts, total)
    speaks = _inherited(parts, holder, total)
    reasons = []
    for block in parts.blocks:
        node = block.found.node
        around = (node, *node.ancestors())
        if not foot.isdisjoint(around):
            reasons.append("")
            continue
        is_inside = holder in around
        is_title = isinstance(block.found.content, Heading) and block.found.content.level == 1
        if not is_title and not asking.isdisjoint(around):
            reasons.append(speaks(node) or "form")
            continue
        reason = speaks(node) or _against_block(block) or ("" if is_inside else "outside")
        # "email" is a way to share a page, and to reach somebody.
        is_contact = reason == "share" and is_inside and reaches(block.text)
        reasons.append("" if is_contact else reason)
    return reasons


def _against_block(block: Measured) -> str:
    """Return what speaks against a block by itself: it is nothing but links."""
    content = block.found.content
    if isinstance(content, Heading):
        return ""
    if isinstance(content, m.List):
        return "links" if block.linked > 0.75 else ""
    is_text = block.is_sentence and block.size > _LONG_SENTENCE
    if block.linked > (0.8 if block.is_sentence else 0.5) and not is_text:
        return "links"
    return ""
