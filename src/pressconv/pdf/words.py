"""An element of a page → its words as the reading text has them: what it is called elsewhere.

Links and bookmarks are called by these. A line break is a space; readings of ruby, numbers that
call notes and what nobody hears are not in it (`pressconv.reading`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_UNREAD: Final = frozenset({"rt", "rp"})


def words(element: etree._Element) -> str:
    """Return the words of *element*, on one line."""
    return normal("".join(_texts(element)))


def is_hidden(element: etree._Element) -> bool:
    """Say whether nobody is to hear *element*."""
    return element.get("aria-hidden") == "true"


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _is_unread(child):
            yield " " if child.tag == "br" else ""
            yield from _texts(child)
        yield child.tail or ""


def _is_unread(element: etree._Element) -> bool:
    is_call = element.get("role") == "doc-noteref"
    return is_call or element.tag in _UNREAD or is_hidden(element)
