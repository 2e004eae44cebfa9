"""An element of a page → what speaks against its being the article, if anything does.

A name is believed only as far as the text in the element lets it: what holds half the text of a
page is the article, whatever it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pressconv.readers.html.article.page_parts import Part
    from pressconv.readers.html.tree import Node

# Landmarks of HTML and ARIA, and the largest share of the text that each may hold.
_LANDMARKS: Final = {"nav": 0.6, "aside": 0.45, "footer": 0.45, "form": 0.45}
_ROLES: Final = {
    "navigation": "nav",
    "search": "nav",
    "menu": "nav",
    "menubar": "nav",
    "toolbar": "nav",
    "dialog": "nav",
    "alert": "nav",
    "alertdialog": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "main": "main",
    "article": "article",
}
_OUTSPOKEN: Final = 4
_FEW_LINKS: Final = 0.2
_MANY_LINKS: Final = 0.6
_LINKS_SHARE: Final = 0.12


def landmark(node: Node) -> str:
    """Return the landmark that an element is, by its role or its name."""
    return _ROLES.get(node.get("role").lower(), node.tag)


def against(node: Node, part: Part, total: float) -> str:
    """Return what speaks against an element, "" where nothing does.

    *total* is the prose of which the element's is a share.
    """
    share = part.prose / (total or 1.0)
    linked = part.linked / (part.size or 1.0)
    found = landmark(node)
    if share < _LANDMARKS.get(found, 0.0):
        return found
    speaks_for = any(not kind.share for kind in part.kinds)
    for kind in part.kinds:
        # A title has no sentences to outweigh a name that is weak by itself.
        if part.is_titled and kind.unlinked < 1:
            continue
        limit = kind.share
        if speaks_for and kind.name != "comments":
            limit /= _OUTSPOKEN
        if linked < _FEW_LINKS:
            limit *= kind.unlinked
        if share < limit:
            return kind.name
    is_links = linked > _MANY_LINKS and part.n_blocks > 1 and share < _LINKS_SHARE
    return "links" if is_links else ""
