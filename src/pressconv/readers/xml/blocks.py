"""Elements → blocks: paragraphs, lists, figures, quotations, transcripts, sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.inlines import (
    BLOCK,
    INLINE_NAMES,
    clean,
    inlines,
    only_text,
    refuse_empty,
    trimmed,
)
from pressconv.readers.xml.tree import Chars, Node
from pressconv.text import inline_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SECTIONS: Final = 5


def blocks(reading: Reading, node: Node) -> m.Blocks:
    """Read the children of *node*: one block at least, and nothing else."""
    elements = reading.elements(node)
    if not elements:
        reading.missing(node, "block, such as p")
    return some_blocks(reading, node, elements)


def some_blocks(reading: Reading, parent: Node, elements: Iterable[Node]) -> m.Blocks:
    """Read *elements* as blocks; anything else is refused."""
    found: list[m.Block] = []
    for child in elements:
        if child.name in _READERS:
            found.append(_READERS[child.name](reading, child))
        else:
            reading.unknown(child, parent, _READERS)
    return tuple(found)


def content(reading: Reading, node: Node, *, depth: int, titled: bool) -> m.Content:
    """Read blocks and sections; a section's title was read before."""
    elements = [
        child for child in reading.elements(node) if not (titled and child.name == "title")
    ]
    if not elements:
        reading.missing(node, "block, such as p")
    found: list[m.Block | m.Section] = []
    for child in elements:
        if child.name == "section":
            found.append(_section(reading, child, depth + 1))
        elif child.name in _READERS:
            found.append(_READERS[child.name](reading, child))
        else:
            reading.unknown(child, node, [*_READERS, "section"])
    return tuple(found)


def flow(reading: Reading, node: Node, *, empty: str = "refused") -> m.Flow:
    """Read blocks or running text, never both."""
    names = {child.name for child in node.elements()}
    if names & _READERS.keys() and not names & INLINE_NAMES:
        return some_blocks(reading, node, reading.elements(node))
    return m.Running(inlines(reading, node, BLOCK, empty=empty))


def running(reading: Reading, node: Node | None) -> m.Inlines:
    """Read an optional element of running text that takes no attribute."""
    if node is None:
        return ()
    with reading.attributes(node):
        return inlines(reading, node, BLOCK)


def image(reading: Reading, node: Node) -> m.Image:
    """Read an image: its source, and its alternative text or that it needs none."""
    with reading.attributes(node) as attributes:
        marks = attributes.marks() if node.name == "image" else attributes.place()
        src = attributes.required("src", values.address, "#")
        decorative = attributes.optional("decorative", values.true)
    alt = reading.children(node, "alt?").one("alt")
    if alt is not None:
        if decorative:
            reading.refuse(
                "misplaced-element",
                alt.place,
                "a decorative image has no alternative text",
                "remove alt, or decorative",
            )
        return m.Image(src, _alternative(reading, alt), **marks)
    if decorative:
        return m.Image(src, m.Decorative(), **marks)
    reading.note("gap-alt", node.place, src=src)
    return m.Image(src, m.Undescribed(), **marks)


def _alternative(reading: Reading, node: Node) -> m.Alternative:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    parts: list[m.Inline] = []
    for child in node.children:
        if isinstance(child, Chars):
            parts.append(m.Text(clean(reading, child)))
        elif child.name == "span":
            with reading.attributes(child) as attributes:
                inner = attributes.marks()
            parts.append(m.Span((m.Text(only_text(reading, child)),), **inner))
        else:
            reading.unknown(child, node, ["span"])
    children = trimmed(tuple(part for part in parts if part != m.Text("")))
    if is_blank(inline_text(children)):
        refuse_empty(reading, node)
    return m.Alternative(
        tuple(part for part in children if isinstance(part, m.Text | m.Span)), **marks
    )


def _paragraph(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Paragraph(inlines(reading, node, BLOCK), **marks)


def _section(reading: Reading, node: Node, depth: int) -> m.Section:
    if depth == MAX_SECTIONS + 1:
        reading.refuse(
            "section-depth",
            node.place,
            f"a section is nested {depth} deep; {MAX_SECTIONS} are allowed",
            "a release this deep is easier to read as several",
        )
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    elements = node.elements()
    titles = [child for child in elements if child.name == "title"]
    if not titles:
        reading.missing(node, "title")
    for extra in titles[1:]:
        reading.refuse(
            "repeated-element", extra.place, "a second title in section; one is allowed"
        )
    if titles and elements[0] is not titles[0]:
        reading.refuse(
            "misplaced-element", titles[0].place, "title must stand first in its section"
        )
    title = running(reading, titles[0] if titles else None)
    return m.Section(title, content(reading, node, depth=depth, titled=True), **marks)


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
    terms = []
    for child in children.all("term"):
        with reading.attributes(child):
            terms.append(m.Term(inlines(reading, child, BLOCK), place=child.place))
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
    description = children.one("description")
    return m.Figure(
        image(reading, picture) if picture else m.Image("#", m.Undescribed()),
        running(reading, children.one("caption")),
        running(reading, children.one("credit")),
        plain_blocks(reading, description) if description else (),
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
    return m.Media(
        kind,
        href,
        duration,
        running(reading, children.one("title")),
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
    for child in reading.elements(node):
        reading.unknown(child, node, ())
    return href or "#"


def _quote(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        cite = attributes.optional("cite", values.address)
    inner, ends = _around(reading, node, last="attribution")
    return m.Quote(some_blocks(reading, node, inner), running(reading, ends), cite, **marks)


def _speech(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        key = attributes.optional("speaker", values.plain)
        kind = attributes.optional("kind", values.choice(m.SpeechKind))
    inner, speaker = _around(reading, node, first="speaker")
    if speaker is None:
        reading.missing(node, "speaker")
    return m.Speech(
        running(reading, speaker), some_blocks(reading, node, inner), key, kind, **marks
    )


def _remark(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.RemarkKind))
    inner, title = _around(reading, node, first="title")
    return m.Remark(running(reading, title), some_blocks(reading, node, inner), kind, **marks)


def _verse(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    lines = []
    for child in reading.children(node, "line+").all("line"):
        with reading.attributes(child):
            lines.append(m.Line(inlines(reading, child, BLOCK), place=child.place))
    return m.Verse(tuple(lines), **marks)


def _separator(reading: Reading, node: Node) -> m.Block:
    with reading.attributes(node):
        reading.children(node, "")
    return m.Separator()


def _around(
    reading: Reading, node: Node, *, first: str = "", last: str = ""
) -> tuple[list[Node], Node | None]:
    """Return the blocks of *node*, and the element that opens or closes them."""
    name = first or last
    elements = reading.elements(node)
    found = [child for child in elements if child.name == name]
    for extra in found[1:]:
        reading.refuse(
            "repeated-element", extra.place, f"a second {name} in {node.name}; one is allowed"
        )
    if found and elements.index(found[0]) != (0 if first else len(elements) - len(found)):
        side = "first" if first else "last"
        reading.refuse(
            "misplaced-element", found[0].place, f"{name} must stand {side} in {node.name}"
        )
    inner = [child for child in elements if child.name != name]
    if not inner:
        reading.missing(node, "block, such as p")
    return inner, found[0] if found else None


def plain_blocks(reading: Reading, node: Node) -> m.Blocks:
    """Read the blocks of an element that takes no attribute."""
    with reading.attributes(node):
        return blocks(reading, node)


def titled_blocks(reading: Reading, node: Node, *, required: bool) -> tuple[m.Inlines, m.Blocks]:
    """Read an optional title, then blocks."""
    elements = reading.elements(node)
    if elements[:1] and elements[0].name != "title":
        inner, title = elements, None
        for child in elements[1:]:
            if child.name == "title":
                _around(reading, node, first="title")
                inner = [other for other in elements if other.name != "title"]
    else:
        inner, title = elements[1:], elements[0] if elements else None
    if required and not inner:
        reading.missing(node, "block, such as p")
    return running(reading, title), some_blocks(reading, node, inner)


Reader: TypeAlias = Callable[[Reading, Node], m.Block]


def _table(reading: Reading, node: Node) -> m.Block:
    from pressconv.readers.xml.tables import table  # noqa: PLC0415 - cells hold blocks

    return table(reading, node)


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
