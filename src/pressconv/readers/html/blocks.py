"""Elements that mean something → blocks: headings, quotations, preformatted text, pauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Heading
from pressconv.readers.html.figures import caption, figure, picture
from pressconv.readers.html.flow import Flow, Found, Readers
from pressconv.readers.html.lists import definitions, list_
from pressconv.readers.html.pieces import unwrapped, without_isolates
from pressconv.readers.html.tables import table
from pressconv.readers.html.tree import Node
from pressconv.text import BREAKING, is_blank, nfc

if TYPE_CHECKING:
    from pressconv.readers.html.inlines import Around

_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_WRAPPED_AT: Final = 45
_MAX_LINES: Final = 2000


def heading(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a heading; images in it stand after it."""
    children, images = flow.line(node, around)
    title = unwrapped(children)
    if not title:
        return images
    made = Heading(title, _level(node))
    return [flow.found(made, node), *images]


def quote(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a quotation, with whom it is attributed to."""
    source = _attribution(node)
    line: m.Inlines = ()
    if source is not None:
        line, _ = flow.line(source)
        node.children.remove(source)
    blocks = flow.nested(node, around)
    if not blocks:
        return [flow.found(m.Paragraph(line), node)] if line else []
    cite = flow.page.address(node.get("cite"))
    return [flow.found(m.Quote(blocks, line, cite), node)]


def preformatted(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read text set line by line: prose that was wrapped, or lines that must stay apart."""
    del around
    is_code = any(inner.tag in {"code", "samp", "kbd"} for inner in node.walk())
    text = flow.page.clean(node.text(), node).replace("\r\n", "\n").expandtabs()
    found = []
    for part in _BLANK_LINES.split(text):
        clean = nfc(without_isolates(part))
        lines = [BREAKING.sub(" ", line).strip(" ") for line in clean.split("\n")]
        lines = [line for line in lines if not is_blank(line)]
        if lines:
            found.append(flow.found(_set(lines, is_code=is_code), node))
    return found


def pause(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a rule."""
    del around
    return [flow.found(m.Separator(), node)]


def _level(node: Node) -> int:
    written = node.get("aria-level")
    if written.isdecimal() and 1 <= int(written[:3]) <= 99:
        return int(written[:3])
    return int(node.tag[1]) if re.fullmatch("h[1-6]", node.tag) else 2


def _attribution(node: Node) -> Node | None:
    """Return the element at the end of a quotation that says whose it is."""
    elements = node.elements()
    last = elements[-1] if elements else None
    if last is None or (len(elements) == 1 and last.tag != "footer"):
        return None
    if last.tag in {"footer", "cite", "figcaption"}:
        return last
    inner = last.elements()
    words = "".join(child for child in last.children if isinstance(child, str))
    is_cite = last.tag == "p" and len(inner) == 1 and inner[0].tag in {"cite", "footer"}
    return last if is_cite and not words.strip(" \t\r\n\u2013\u2014-") else None


def _set(lines: list[str], *, is_code: bool) -> m.Block:
    if is_code and len(lines) <= _MAX_LINES:
        return m.Verse(tuple(m.Line((m.Code(line),)) for line in lines))
    is_prose = all(len(line) > _WRAPPED_AT for line in lines[:-1])
    if is_prose or len(lines) > _MAX_LINES:
        return m.Paragraph((m.Text(" ".join(lines)),))
    return m.Verse(tuple(m.Line((m.Text(line),)) for line in lines))


READERS: Final[Readers] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), list_),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), preformatted),
    "dl": definitions,
    "table": table,
    "figure": figure,
    "figcaption": caption,
    "img": picture,
    "blockquote": quote,
    "hr": pause,
}
"""What reads each element that means something."""
