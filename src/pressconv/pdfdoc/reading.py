"""`PdfDocument` → its reading text: one string a block, in the order of the tags.

This is what assistive technology gets from a tagged PDF, cut into blocks as
`pressconv.reading.reading_text` cuts a release: a figure is its alternative text and its captions,
a note stands after the block that calls it or holds it. Not in it: labels of lists and notes,
readings of ruby, expansions, navigation, artifacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.pdfdoc.lines import Run, join, writes_spaces
from pressconv.pdfdoc.model import Content, TagNode, descendants
from pressconv.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.pdfdoc.model import PdfDocument

# Standard structure types: ISO 32000-1, 14.8.4, and ISO 32000-2, 14.8.4.
_GROUPS: Final = frozenset(
    "StructTreeRoot Document DocumentFragment Part Art Sect Div Aside TOC Index L LI"
    " Table TR THead TBody TFoot".split()
)
_INLINE: Final = frozenset(
    "Span Quote Reference BibEntry Code Link Annot Em Strong Sub Ruby RB Warichu WT"
    " Formula Form".split()
)
_BLOCKS: Final = frozenset(
    "P H H1 H2 H3 H4 H5 H6 LBody TH TD Caption Title BlockQuote TOCI Note FENote".split()
)
_UNREAD: Final = frozenset("RT RP WP Artifact Private".split())
# PDF has no type for navigation: who keeps HTML's name for it maps that to a section.
_NAVIGATION: Final = "Nav"
_NOTES: Final = frozenset({"Note", "FENote"})
# These say that a label is words of the author, such as the term of a definition; without a
# ListNumbering it is a bullet or a number nearly always, although the default is None by the book.
_WORD_LABELS: Final = frozenset({"None", "Description"})


def reading_text(document: PdfDocument, *, guesses: bool | None = None) -> tuple[str, ...]:
    """Return the text of the tags, NFC, one string a block; empty without a tag tree.

    *guesses* says whether a line end may stand for a space that the file lacks; without it, that is
    so unless some line of the file ends with a space of its own.
    """
    if document.root is None:
        return ()
    writer = _Writer(document.root)
    writer.read_all()
    if guesses is None:
        guesses = not any(map(writes_spaces, writer.blocks))
    texts = (normal(join(block, guesses=guesses).text) for block in writer.blocks)
    return tuple(filter(None, texts))


class _Writer:
    """Collects the runs of the block that is open, and closes it into ``blocks``."""

    def __init__(self, root: TagNode) -> None:
        self.blocks: list[list[Run]] = []
        self._root = root
        self._runs: list[Run] = []
        self._waiting: list[TagNode] = []  # notes, until the block that calls them is closed
        self._written: set[int] = set()  # notes, by identity
        self._called = _called_notes(root)

    def read_all(self) -> None:
        self._block(self._root)
        for note in self._called.values():  # called from where nothing is read
            self._note(note)

    def _read(self, children: Iterable[TagNode | Content], *, inline: bool, labels: bool) -> None:
        for child in children:
            if isinstance(child, Content):
                self._runs.append(Run(child.text, child.first, child.last))
            else:
                self._tag(child, inline=inline, labels=labels)

    def _tag(self, tag: TagNode, *, inline: bool, labels: bool) -> None:
        kind = tag.standard_type
        self._call(tag)
        if kind in _UNREAD or tag.type == _NAVIGATION or (kind == "Lbl" and not labels):
            return
        if kind in _NOTES:
            if tag.key not in self._called:
                self._waiting.append(tag)
                if not inline:
                    self._close()
        elif kind == "Figure" and tag.actual_text is None:
            self._figure(tag)
        elif kind in _INLINE or (inline and not _stands_alone(kind)):
            self._inside(tag, inline=True)
        else:
            self._block(tag, labels=labels)

    def _block(self, tag: TagNode, *, labels: bool = False) -> None:
        self._close()
        kind = tag.standard_type
        if kind == "L":
            labels = tag.numbering in _WORD_LABELS
        self._inside(
            tag, inline=kind in _BLOCKS or kind == "Lbl", labels=labels and kind in {"L", "LI"}
        )
        self._close()

    def _inside(self, tag: TagNode, *, inline: bool, labels: bool = False) -> None:
        if tag.actual_text is None:
            self._read(tag.children, inline=inline, labels=labels)
            return
        below = [part for part in descendants(tag) if isinstance(part, Content) and part.first]
        lines = (below[0].first, below[-1].last) if below else (None, None)
        self._runs.append(Run(tag.actual_text, *lines))
        for part in descendants(tag):
            if isinstance(part, TagNode):
                self._call(part)

    def _figure(self, figure: TagNode) -> None:
        self._close()
        if figure.alt:
            self._runs.append(Run(figure.alt, None, None))
            self._close()
        for part in figure.children:
            if isinstance(part, TagNode) and part.standard_type == "Caption":
                self._block(part)

    def _call(self, tag: TagNode) -> None:
        """Let the notes that *tag* refers to follow the block that is open."""
        if tag.refs and tag.standard_type not in _NOTES:
            self._waiting += [self._called[key] for key in tag.refs if key in self._called]

    def _note(self, note: TagNode) -> None:
        if id(note) not in self._written:
            self._written.add(id(note))
            self._inside(note, inline=True)
            self._close()

    def _close(self) -> None:
        """End the block that is open, if any, and write the notes that it called."""
        if self._runs:
            self.blocks.append(self._runs)
        self._runs = []
        notes, self._waiting = self._waiting, []
        for note in notes:
            self._note(note)


def _stands_alone(kind: str) -> bool:
    """Say whether *kind* is a block even inside running text; a type nobody knows is none."""
    return kind in _BLOCKS or kind in _GROUPS or kind == "Lbl"


def _called_notes(root: TagNode) -> dict[int, TagNode]:
    """Return the notes that something else than a note refers to, by key."""
    tags = [part for part in descendants(root) if isinstance(part, TagNode)]
    refs = {key for tag in tags if tag.standard_type not in _NOTES for key in tag.refs}
    return {
        tag.key: tag for tag in tags if tag.standard_type in _NOTES and tag.key and tag.key in refs
    }
