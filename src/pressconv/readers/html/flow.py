"""What stands in an element → blocks in reading order, containers without a meaning opened.

Headings are blocks of their own here, at the top; inside a list, a table or a quotation, where the
model has none, a heading is a paragraph in bold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.draft import Heading
from pressconv.frozen import dataclass
from pressconv.readers.html.inlines import Line
from pressconv.readers.html.tree import BLOCKS, Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.draft import DraftContent
    from pressconv.readers.html.footnotes import Footnotes
    from pressconv.readers.html.inlines import Around
    from pressconv.readers.html.page import Page
    from pressconv.readers.html.tree import Child

MAX_NESTED: Final = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A block, and the element that holds it. ``n_notes`` were kept when it had been read."""

    content: DraftContent
    node: Node
    n_notes: int = 0


class Flow:
    """Reads blocks. ``readers`` are functions for the elements that mean something."""

    def __init__(self, page: Page, footnotes: Footnotes, readers: Readers) -> None:
        self.page = page
        self.footnotes = footnotes
        self.readers = readers
        self.depth = 0

    def read(self, node: Node, around: Around = ()) -> list[Found]:
        """Read what stands in *node*; *around* are elements in a line that hold blocks."""
        found: list[Found] = []
        run: list[Child] = []
        for child in node.children:
            if isinstance(child, str) or not (child.tag in BLOCKS or child.holds_block):
                run.append(child)
                continue
            found.extend(self.run(node, run, around))
            run = []
            if child not in self.footnotes.silent:
                found.extend(self._block(child, around))
        found.extend(self.run(node, run, around))
        return found

    def _block(self, node: Node, around: Around) -> list[Found]:
        reader = self.readers.get("h2" if node.get("role") == "heading" else node.tag)
        if reader:
            return reader(self, node, around)
        return self.read(node, around if node.tag in BLOCKS else (*around, node))

    def run(self, node: Node, run: list[Child], around: Around = ()) -> list[Found]:
        """Read text and elements in a line as paragraphs; images in them stand apart."""
        if not any(isinstance(one, Node) or one.strip() for one in run):
            return []
        line = Line(self.page, self.footnotes)
        made = line.paragraphs(node, run, around)
        found = [self.found(m.Paragraph(one), node) for one in made]
        before = [image for image, is_after in line.lifted if not is_after]
        after = [image for image, is_after in line.lifted if is_after]
        return [*self.pictures(before), *found, *self.pictures(after)]

    def line(self, node: Node, around: Around = ()) -> tuple[m.Inlines, list[Found]]:
        """Read all in *node* as one line, and the images in it."""
        line = Line(self.page, self.footnotes)
        made = line.line(node, node.children, around)
        return made, self.pictures([image for image, _ in line.lifted])

    def pictures(self, nodes: Iterable[Node]) -> list[Found]:
        """Read images that stood in text."""
        return [one for node in nodes for one in self.readers["img"](self, node, ())]

    def found(self, content: DraftContent, node: Node) -> Found:
        """Say where a block was found."""
        return Found(content, node, len(self.page.notes))

    # ---- inside other blocks ---------------------------------------------------------------

    def nested(self, node: Node, around: Around = ()) -> m.Blocks:
        """Read what stands in *node* as blocks of a list, a cell or a quotation."""
        self.depth += 1
        if self.depth > MAX_NESTED:
            line, _ = self.line(node, around)
            blocks: m.Blocks = (m.Paragraph(line),) if line else ()
        else:
            blocks = self.settled(self.read(node, around), node)
        self.depth -= 1
        return blocks

    def content(self, node: Node, around: Around = ()) -> m.Flow:
        """Read what stands in *node*: running text where it is one paragraph."""
        blocks = self.nested(node, around)
        match blocks:
            case ():
                return m.Running(())
            case (m.Paragraph(children, lang=None, dir=None),):
                return m.Running(children)
            case _:
                return blocks

    def settled(self, found: Iterable[Found], outer: Node) -> m.Blocks:
        """Make blocks of what was found in *outer*."""
        lang, side = outer.lang, outer.dir
        return tuple(as_block(with_marks(one, lang, side)) for one in found)


Reader: TypeAlias = Callable[[Flow, Node, tuple[Node, ...]], list[Found]]
Readers: TypeAlias = dict[str, Reader]


def with_marks(found: Found, lang: m.LangTag | None, side: m.Direction | None) -> DraftContent:
    """Say the language and direction of a block where they are not those around it."""
    content = found.content
    if isinstance(content, m.Separator):
        return content
    own_lang, own_side = found.node.lang, found.node.dir
    if own_lang == lang and own_side == side:
        return content
    return replace(
        content,
        lang=own_lang if own_lang != lang else None,
        dir=own_side if own_side != side else None,
    )


def is_void(content: m.Flow) -> bool:
    """Say whether nothing was found."""
    return isinstance(content, m.Running) and not content.children


def as_block(content: DraftContent) -> m.Block:
    """Make a heading a paragraph in bold."""
    if not isinstance(content, Heading):
        return content
    children = (m.Strong(content.children),)
    return m.Paragraph(children, lang=content.lang, dir=content.dir, place=content.place)
