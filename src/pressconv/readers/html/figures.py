"""Images, films and what holds them → figures and media; what cannot be kept is noted."""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from pressconv import model as m
from pressconv.assets import AssetError
from pressconv.readers.html.flow import Flow, Found
from pressconv.readers.html.page import shown
from pressconv.readers.html.tree import Node
from pressconv.text import is_blank

if TYPE_CHECKING:
    from pressconv.draft import DraftContent
    from pressconv.readers.html.inlines import Around

# Where pages that load their images late keep the address.
_LATE: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-srcset", "srcset")
_TRACKER_PX: Final = 2
# Source: RFC 2397, section 3.
_DATA: Final = re.compile(r"data:[^,;]{0,100}(?:;[^,;]{0,100}){0,9}?(;base64)?,(.*)", re.DOTALL)
_NO_DATA: Final = "its data cannot be read"


def picture(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read an image or a film that stands alone."""
    del around
    place = flow.page.place(node)
    if node.tag in {"video", "audio"}:
        href = flow.page.address(node.get("src"))
        if href:
            return [flow.found(m.Media(m.MediaKind(node.tag), href, place=place), node)]
    if node.tag != "img":
        if node.tag != "svg" or node.get("role") == "img":
            what = shown(node.get("src") or node.get("data") or node.get("aria-label"))
            flow.page.note("embed-dropped", node, what=f"{node.tag} {what}".strip())
        return []
    image = _image(flow, node)
    return [flow.found(m.Figure(image, place=place), node)] if image else []


def figure(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a figure: its caption goes to its last image, else to its table or quotation."""
    found_at = next((inner for inner in node.walk() if inner.tag == "figcaption"), None)
    words: m.Inlines = ()
    if found_at is not None and found_at.parent is not None:
        words, _ = flow.line(found_at)
        found_at.parent.children.remove(found_at)
    found = flow.read(node, around)
    if not words:
        return found
    for index in range(len(found) - 1, -1, -1):
        made = _captioned(found[index].content, words)
        if made is not None:
            return [*found[:index], replace(found[index], content=made), *found[index + 1 :]]
    return [*found, flow.found(m.Paragraph(words), found_at or node)]


def caption(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a caption that lost its figure."""
    words, images = flow.line(node, around)
    if not words:
        return images
    return [flow.found(m.Paragraph(words), node), *images]


def _captioned(content: DraftContent, words: m.Inlines) -> m.Block | None:
    """Return *content* with a caption, `None` where it takes none or has one."""
    match content:
        case m.Figure(caption=()) | m.Table(caption=()):
            return replace(content, caption=words)
        case m.Media(title=()):
            return replace(content, title=words)
        case m.Quote(attribution=()):
            return replace(content, attribution=words)
        case _:
            return None


def _image(flow: Flow, node: Node) -> m.Image | None:
    """Read an image; one that only counts readers is none."""
    sizes = [node.get(name).removesuffix("px") for name in ("width", "height")]
    if any(size.isdecimal() and int(size[:9]) <= _TRACKER_PX for size in sizes):
        return None
    written = next(filter(None, map(node.get, _LATE)), "").split(",")[0].split(" ")[0]
    own = node.get("src")
    if not written or (not own.startswith("data:") and not _is_late(node)):
        written = own or written
    if written.startswith("data:"):
        src = _kept(flow, node, written)
    elif written in flow.page.pictures.files:
        src = written
    else:
        src = flow.page.address(written)
        if src is None:
            flow.page.note("image-dropped", node, src=shown(written))
    if src is None:
        return None
    return m.Image(src, _alternative(flow, node), place=flow.page.place(node))


def _kept(flow: Flow, node: Node, address: str) -> str | None:
    """Keep an image that stands in the page itself, and return the name of its file."""
    what = shown(node.get("alt") or address)
    found = _DATA.fullmatch(address)
    if not found:
        flow.page.note("import-image", node, what=what, why=_NO_DATA)
        return None
    try:
        data = unquote_to_bytes(found[2])
        return flow.page.pictures.keep(a2b_base64(data) if found[1] else data)
    except (AssetError, BinasciiError) as error:
        why = error.message if isinstance(error, AssetError) else _NO_DATA
        flow.page.note("import-image", node, what=what, why=why)
        return None


def _is_late(node: Node) -> bool:
    return any(name.startswith("data-") and node.get(name) for name in _LATE)


def _alternative(flow: Flow, node: Node) -> m.Alternative | m.Decorative | m.Undescribed:
    written = node.attributes.get("alt")
    if written is None:
        written = node.attributes.get("aria-label")
    if written is None:
        is_decoration = node.get("role") in {"presentation", "none"}
        return m.Decorative() if is_decoration else m.Undescribed()
    text = flow.page.plain(written, node)
    return m.Decorative() if is_blank(text) else m.Alternative((m.Text(text),))
