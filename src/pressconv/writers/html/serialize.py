"""A tree of elements → HTML, by the standard's own algorithm.

Source: HTML, section 13.3, "Serializing HTML fragments". lxml's serializer would percent-encode
addresses in other scripts, host names included, and its output changes with libxml2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.html.build import Element

_VOID: Final = frozenset("br hr img link meta".split())
_RAW: Final = frozenset({"script", "style"})
_TEXT: Final = (("&", "&amp;"), ("\u00a0", "&nbsp;"), ("<", "&lt;"), (">", "&gt;"))
_ATTRIBUTE: Final = (("&", "&amp;"), ("\u00a0", "&nbsp;"), ('"', "&quot;"))


def serialize(root: Element) -> str:
    """Write *root* with its content, without what follows it."""
    return "".join(_pieces(root))


def _pieces(element: Element) -> Iterator[str]:
    name = str(element.tag)
    attributes = "".join(
        f' {key}="{_escaped(str(value), _ATTRIBUTE)}"' for key, value in element.attrib.items()
    )
    yield f"<{name}{attributes}>"
    if name in _VOID:
        return
    if element.text:
        yield element.text if name in _RAW else _escaped(element.text, _TEXT)
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield _escaped(child.tail, _TEXT)
    yield f"</{name}>"


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    """Write *signs* as the standard does; `str.translate` looks at every character for them."""
    for sign, written in signs:
        text = text.replace(sign, written)
    return text
