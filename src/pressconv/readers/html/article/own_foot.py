"""The footer of the article itself → the parts of it that belong to a release.

A footer is about what it is the footer of (HTML, section 4.3.8): that of an article may hold whom
to call and who publishes it, beside buttons and legal lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.readers.html.article.trim import reaches
from pressconv.readers.html.words import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.readers.html.article.page_parts import Parts
    from pressconv.readers.html.tree import Node

_SECTIONS: Final = frozenset("article section aside nav main body".split())
_MOST: Final = 0.5
_FEW_BESIDE: Final = 3
_CONTACTS: Final = frozenset(
    "contact contacts presscontact mediacontact kontakt pressekontakt contacto contatto".split()
)
_STANDING: Final = frozenset({"boilerplate"})


def own_foot(root: Node, parts: Parts, total: float) -> frozenset[Node]:
    """Return the elements to keep; *total* is the prose of the article."""
    return frozenset(
        part
        for footer in root.walk()
        if footer.tag == "footer" and _is_of_article(footer, parts, total)
        for part in _kept(footer, parts)
    )


def _is_of_article(footer: Node, parts: Parts, total: float) -> bool:
    around = next((one for one in footer.ancestors() if one.tag in _SECTIONS), None)
    part = parts.by_node.get(around) if around else None
    is_article = around is not None and around.tag == "article"
    return is_article and part is not None and part.prose >= _MOST * total


def _kept(footer: Node, parts: Parts) -> Iterator[Node]:
    for node in footer.walk():
        if node not in parts.by_node or node is footer:
            continue
        names = names_of(node)
        if node.tag == "address" and reaches(node.text()):
            yield _with_title(node, footer, parts)
        elif (names & _CONTACTS and reaches(node.text())) or names & _STANDING:
            yield node


def _with_title(address: Node, footer: Node, parts: Parts) -> Node:
    """Return what holds an address and hardly more: the heading over it belongs to it."""
    outer = address.parent
    if outer is None or outer is footer:
        return address
    beside = parts.by_node[outer].n_blocks - parts.by_node[address].n_blocks
    return outer if beside <= _FEW_BESIDE else address
