"""Elements and text in a line → running text of the model, by its laws.

A part without a meaning of its own gives its content; what a style makes bold or italic is as
strong as what an element does: pages pasted from word processors say it so.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias, TypedDict

from pressconv import model as m
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.readers.html.page import shown
from pressconv.readers.html.pieces import (
    isolated,
    pruned,
    split_at_breaks,
    without_typed_marks,
)
from pressconv.readers.html.tree import BLOCKS, HOLLOW, Node
from pressconv.readers.html.visible import style
from pressconv.readers.html.words import names_of
from pressconv.readers.xml import values
from pressconv.text import is_blank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressconv.readers.html.footnotes import Footnotes
    from pressconv.readers.html.page import Page
    from pressconv.readers.html.tree import Child

MAX_NESTED: Final = 20

Around: TypeAlias = tuple[Node, ...]
"""Elements in a line around a run of text, the outermost first."""

Wrapper: TypeAlias = type[
    m.Emphasis | m.Strong | m.Quotation | m.Cite | m.Subscript | m.Superscript
]

_SIGN_PX: Final = 32
_WRAPPERS: Final[dict[str, Wrapper]] = {
    "em": m.Emphasis,
    "i": m.Emphasis,
    "dfn": m.Emphasis,
    "strong": m.Strong,
    "b": m.Strong,
    "q": m.Quotation,
    "cite": m.Cite,
    "sub": m.Subscript,
    "sup": m.Superscript,
}
_RAISED: Final[dict[str, Wrapper]] = {"super": m.Superscript, "sub": m.Subscript}
_HEAVY: Final = frozenset("bold bolder 600 700 800 900".split())
_LIGHT: Final = frozenset("normal lighter 100 200 300 400 500".split())
_STRUCK: Final = frozenset("del s strike".split())
# Source: HTML, section 2.3.5, dates, local and global dates and times.
_DATETIME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?"
)


class Marks(TypedDict):
    """Language and direction, as keywords for the nodes of the model."""

    lang: m.LangTag | None
    dir: m.Direction | None


class Line:
    """Reads running text. ``lifted`` are images met in it, each with whether text was before."""

    def __init__(self, page: Page, footnotes: Footnotes) -> None:
        self.page = page
        self.footnotes = footnotes
        self.lifted: list[tuple[Node, bool]] = []
        self.has_text = False
        self.within: list[object] = []

    def paragraphs(self, node: Node, children: list[Child], around: Around) -> list[m.Inlines]:
        """Read *children* of *node* as paragraphs: two line breaks in a row part them.

        *around* are elements in a line that hold more than this run, the outermost first.
        """
        self.has_text = False
        parts = self._around(node, children, around)
        return [line for line in map(pruned, split_at_breaks(parts)) if line]

    def line(self, node: Node, children: list[Child], around: Around = ()) -> m.Inlines:
        """Read *children* of *node* as one line: a title, a term."""
        self.has_text = False
        parts = self._around(node, children, around)
        return pruned([m.Text(" ") if isinstance(one, m.LineBreak) else one for one in parts])

    def _around(self, node: Node, children: list[Child], around: Around) -> list[m.Inline]:
        if not around:
            return self._parts(node, children)
        return self._wrapped(
            around[0], lambda: self._around(node, children, around[1:]), is_marked=False
        )

    def _parts(self, node: Node, children: Iterable[Child]) -> list[m.Inline]:
        made: list[m.Inline] = []
        for child in children:
            if isinstance(child, str):
                made.extend(isolated(self.page.clean(child, node)))
                self.has_text = self.has_text or not is_blank(child)
            else:
                made.extend(self._element(child))
        return without_typed_marks(made)

    def _element(self, node: Node) -> list[m.Inline]:
        """Read one element; one that means nothing here gives its content."""
        tag = node.tag
        if node in self.footnotes.calls:
            return self._footnote(node)
        if node in self.footnotes.silent or tag == "wbr":
            return []
        if tag == "br":
            return [m.LineBreak()]
        if tag == "img" or tag in HOLLOW:
            return self._image(node)
        if tag in _STRUCK or "line-through" in style(node).get("text-decoration", ""):
            self.page.note("struck-dropped", node, text=shown(node.text()))
            return []
        special = self._special(node)
        if special:
            return special
        inner = self._wrapped(node, lambda: self._inner(node))
        return [m.Text(" "), *inner, m.Text(" ")] if tag in BLOCKS else inner

    def _inner(self, node: Node) -> list[m.Inline]:
        return self._parts(node, node.children)

    def _special(self, node: Node) -> list[m.Inline]:
        """Read an element of which more is known than its words; nothing where it is not."""
        match node.tag:
            case "abbr" | "acronym":
                return self._abbreviation(node)
            case "time":
                return self._time(node)
            case "ruby":
                return self._ruby(node)
            case "code" | "kbd" | "samp" | "tt" | "var":
                text = self.page.plain(node.text(), node)
                return [] if is_blank(text) else [m.Code(text, **marks(node))]
            case _:
                return []

    # ---- parts that wrap -------------------------------------------------------------------

    def _wrapped(
        self, node: Node, read: Callable[[], list[m.Inline]], *, is_marked: bool = True
    ) -> list[m.Inline]:
        """Read what is in *node*, and say of it what its element, style and language say."""
        kinds = [kind for kind in kinds_of(node) if kind not in self.within]
        own = marks(node) if is_marked else Marks(lang=None, dir=None)
        if len(self.within) > MAX_NESTED:
            return read()
        href = self._href(node)
        with self._inside([*kinds, m.Link] if href else kinds):
            parts = tuple(read())
        if href:
            parts = (m.Link(href, parts, _hreflang(node), **own),)
            own = Marks(lang=None, dir=None)
        for kind in kinds:
            parts = (kind(parts, **own),)
            own = Marks(lang=None, dir=None)
        if own["lang"] or own["dir"]:
            parts = (m.Span(parts, **own),)
        return list(parts)

    @contextmanager
    def _inside(self, kinds: Sequence[object]) -> Iterator[None]:
        self.within.extend(kinds)
        yield
        del self.within[len(self.within) - len(kinds) :]

    def _href(self, node: Node) -> str | None:
        if node.tag != "a" or m.Link in self.within:
            return None
        return self.page.link(node, node.get("href"))

    # ---- parts with a meaning of their own -------------------------------------------------

    def _abbreviation(self, node: Node) -> list[m.Inline]:
        text = self.page.plain(node.text(), node)
        meant = self.page.plain(node.get("title"), node)
        if is_blank(text) or is_blank(meant) or meant == text:
            return []
        words = _holder(node)
        expansion = m.Expansion(meant, **marks(node, words))
        return [m.Abbreviation(text, expansion, **marks(words, node.parent))]

    def _time(self, node: Node) -> list[m.Inline]:
        when = moment(node.get("datetime"))
        if when is None or is_blank(node.text()) or m.Time in self.within:
            return []
        with self._inside([m.Time]):
            return [m.Time(when, tuple(self._inner(node)), **marks(node))]

    def _ruby(self, node: Node) -> list[m.Inline]:
        """Read pairs of words and their reading, as they alternate."""
        made: list[m.Inline] = []
        base: list[Child] = []
        for child in node.children:
            if not isinstance(child, Node) or child.tag not in {"rt", "rtc"}:
                base.append(child)
                continue
            words, base = pruned(self._parts(node, base)), []
            reading = self.page.plain(child.text(), child)
            if not words or is_blank(reading) or m.Ruby in self.within:
                made.extend(words)
            else:
                made.append(m.Ruby(words, reading, marks(child)["lang"]))
        return [*made, *self._parts(node, base)]

    def _footnote(self, node: Node) -> list[m.Inline]:
        if m.Link in self.within or m.Footnote in self.within:
            return []
        target = self.footnotes.calls[node]
        with self._inside([m.Footnote]):
            note = pruned(self._inner(target))
        return [m.Footnote(note)] if note else []

    def _image(self, node: Node) -> list[m.Inline]:
        """Take a sign that stands for a letter as its text; other images stand apart."""
        alt = self.page.plain(node.get("alt"), node)
        if node.tag == "img" and alt and is_sign(node):
            return [m.Text(alt)]
        self.lifted.append((node, self.has_text))
        return []


def kinds_of(node: Node) -> list[Wrapper]:
    """Return what the element and its style say of the words in it, the innermost first."""
    declared = style(node)
    weight, slant = declared.get("font-weight", ""), declared.get("font-style", "")
    kinds: list[Wrapper] = []
    own = _WRAPPERS.get(node.tag)
    if (
        own
        and not (own is m.Strong and weight in _LIGHT)
        and not (own is m.Emphasis and slant == "normal")
    ):
        kinds.append(own)
    if weight in _HEAVY:
        kinds.append(m.Strong)
    if slant in {"italic", "oblique"}:
        kinds.append(m.Emphasis)
    kinds.extend(filter(None, [_RAISED.get(declared.get("vertical-align", ""))]))
    return list(dict.fromkeys(kinds))


def marks(node: Node, around: Node | None = None) -> Marks:
    """Return the language and direction of an element where they are not those *around* it."""
    outer = around or node.parent or node
    return Marks(
        lang=node.lang if node.lang != outer.lang else None,
        dir=node.dir if node.dir != outer.dir else None,
    )


def _holder(node: Node) -> Node:
    """Return the innermost element that holds all that is in *node*."""
    while len(node.children) == 1 and isinstance(node.children[0], Node):
        node = node.children[0]
    return node


def is_sign(node: Node) -> bool:
    """Say whether an image is as small as a letter."""
    sizes = [node.get(name).removesuffix("px") for name in ("width", "height")]
    if any(size.isdecimal() and int(size) <= _SIGN_PX for size in sizes):
        return True
    return bool({"emoji", "smiley", "emoticon"} & names_of(node))


def moment(written: str) -> m.When | None:
    """Read the day or moment of a ``datetime``, `None` where it is another kind of time."""
    found = _DATETIME.fullmatch(written)
    if not found:
        return None
    day, time, second, zone = found.groups()
    if time:
        zone = re.sub(r"([+-]\d\d)(\d\d)", r"\1:\2", zone or "")
        day = f"{day}T{time}:{second or '00'}{zone}"
    try:
        return values.when(day)
    except ValueError:
        return None


def _hreflang(node: Node) -> m.LangTag | None:
    tag = node.get("hreflang")
    return canonical_case(tag) if is_well_formed(tag) else None
