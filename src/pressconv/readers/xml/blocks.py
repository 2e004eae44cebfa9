"""Elements → blocks: paragraphs, lists, figures, quotations, transcripts, sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.images import image
from pressconv.readers.xml.inlines import inlines, running
from pressconv.readers.xml.tables import table
from pressconv.readers.xml.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SECTIONS: Final = 5

Reader: TypeAlias = Callable[[Reading, Node], m.Block]


def blocks(reading: Reading, node: Node) -> m.Blocks:
    """Read the children of *node*: one block at least, and nothing else."""
    return as_blocks(reading, reading.children(node, f"{BLOCK}+").all(BLOCK))


def as_blocks(reading: Reading, elements: Iterable[Node]) -> m.Blocks:
    """Read elements that are blocks."""
    return tuple([_READERS[element.name](reading, element) for element in elements])


def content(reading: Reading, elements: Iterable[Node], *, depth: int) -> m.Content:
    """Read blocks and sections that stand *depth* sections deep."""
    return tuple(
        [
            _section(reading, element, depth + 1)
            if element.name == "section"
            else _READERS[element.name](reading, element)
            for element in elements
        ]
    )


def flow(reading: Reading, node: Node, *, empty: bool = False) -> m.Flow:
    """Read blocks or running text, never both."""
    if any(child.name in _READERS for child in node.elements()):
        return blocks(reading, node)
    return m.Running(inlines(reading, node, empty=empty))


def plain_blocks(reading: Reading, node: Node | None) -> m.Blocks:
    """Read the blocks of an optional element that takes no attribute."""
    if node is None:
        return ()
    with reading.attributes(node):
        return blocks(reading, node)


def _paragraph(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Paragraph(inlines(reading, node), **marks)


def _section(reading: Reading, node: Node, depth: int) -> m.Section:
    if depth == MAX_SECTIONS + 1:
        message = f"a section is nested {depth} deep; {MAX_SECTIONS} are allowed"
        reading.refuse("section-depth", node.place, message, "join it with the one around it")
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    children = reading.children(node, f"title {CONTENT}+")
    title = running(reading, children.one("title"))
    return m.Section(title, content(reading, children.all(CONTENT), depth=depth), **marks)


def _list(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.ListKind))
        start = attributes.optional("start", values.integer)
        numbering = attributes.optional("numbering", values.choice(m.Numbering))
    items = [_item(reading, child) for child in reading.children(node, "item+").all("item")]
    return m.List(
        tuple(items),
        kind or m.ListKind.UNORDERED,
        1 if start is None else start,
        numbering or m.Numbering.DECIMAL,
        **marks,
    )


def _item(reading: Reading, node: Node) -> m.Item:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Item(flow(reading, node), **marks)


def _definitions(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    entries = [_entry(reading, child) for child in reading.children(node, "entry+").all("entry")]
    return m.Definitions(tuple(entries), **marks)


def _entry(reading: Reading, node: Node) -> m.Entry:
    with reading.attributes(node):
        children = reading.children(node, "term+ definition+")
    terms = [m.Term(running(reading, one), place=one.place) for one in children.all("term")]
    definitions = []
    for child in children.all("definition"):
        with reading.attributes(child):
            definitions.append(m.Definition(flow(reading, child), place=child.place))
    return m.Entry(tuple(terms), tuple(definitions))


def _figure(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    children = reading.children(node, "image caption? credit? description?")
    picture = children.one("image")
    return m.Figure(
        image(reading, picture) if picture else m.Image("#", m.Undescribed()),
        running(reading, children.one("caption")),
        running(reading, children.one("credit")),
        plain_blocks(reading, children.one("description")),
        **marks,
    )


def _media(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.required("kind", values.choice(m.MediaKind), m.MediaKind.VIDEO)
        href = attributes.required("href", values.address, "#")
        duration = attributes.optional("duration", values.duration)
    children = reading.children(node, "title? image? transcript? credit?")
    poster, transcript = children.one("image"), children.one("transcript")
    if transcript is None:
        reading.note("gap-description", node.place, href=href)
    # The title becomes the link to the film.
    with reading.within("media"):
        title = running(reading, children.one("title"))
    return m.Media(
        kind,
        href,
        duration,
        title,
        image(reading, poster) if poster else None,
        _transcript(reading, transcript) if transcript else None,
        running(reading, children.one("credit")),
        **marks,
    )


def _transcript(reading: Reading, node: Node) -> m.Blocks | str:
    with reading.attributes(node) as attributes:
        href = attributes.optional("href", values.address)
    if "href" not in node.attributes:
        return blocks(reading, node)
    reading.children(node, "")
    return href or "#"


def _quote(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        cite = attributes.optional("cite", values.address)
    children = reading.children(node, f"{BLOCK}+ attribution?")
    inner = as_blocks(reading, children.all(BLOCK))
    return m.Quote(inner, running(reading, children.one("attribution")), cite, **marks)


def _speech(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        key = attributes.text("speaker")
        kind = attributes.optional("kind", values.choice(m.SpeechKind))
    children = reading.children(node, f"speaker {BLOCK}+")
    speaker = running(reading, children.one("speaker"))
    return m.Speech(speaker, as_blocks(reading, children.all(BLOCK)), key, kind, **marks)


def _remark(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.RemarkKind))
        when = attributes.optional("when", values.when)
    children = reading.children(node, f"title? {BLOCK}+")
    title = running(reading, children.one("title"))
    return m.Remark(title, as_blocks(reading, children.all(BLOCK)), kind, when, **marks)


def _verse(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    lines = reading.children(node, "line+").all("line")
    return m.Verse(
        tuple(m.Line(running(reading, line), place=line.place) for line in lines), **marks
    )


def _separator(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node):
        reading.children(node, "")
    return m.Separator()


def _table(reading: Reading, node: Node) -> m.Block:
    return table(reading, node, flow)


_READERS: Final[dict[str, Reader]] = {
    "p": _paragraph,
    "list": _list,
    "definitions": _definitions,
    "table": _table,
    "figure": _figure,
    "media": _media,
    "quote": _quote,
    "speech": _speech,
    "note": _remark,
    "verse": _verse,
    "separator": _separator,
}
BLOCK: Final = "|".join(_READERS)
"""Any block, in a model of children."""

CONTENT: Final = f"{BLOCK}|section"
"""Any block or section, in a model of children."""
