"""Running text → pieces: its characters as the reading text has them, with the marks between.

Blocks are counted as `pressconv.reading` counts them; notes and addresses are gathered on the
way. Marks are glued to their words by a no-break space, so that no line starts with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, assert_never

from pressconv import model as m
from pressconv.around import own_direction
from pressconv.charsets import POWER, powers
from pressconv.options import Bidi
from pressconv.patterns import pattern
from pressconv.text import inline_text, normal
from pressconv.writers.text.lines import Isolate, Piece
from pressconv.writers.text.scripts import lowered, raised
from pressconv.writers.text.sink import PLAIN, Sink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pressconv.writers.text.lines import Pieces

_Part: TypeAlias = (
    m.Emphasis
    | m.Strong
    | m.Span
    | m.Link
    | m.Quotation
    | m.Cite
    | m.Abbreviation
    | m.Code
    | m.Time
    | m.Number
    | m.Name
    | m.Ruby
    | m.Subscript
    | m.Superscript
    | m.Reference
)
"""What can hold text in a direction of its own, and stands in its place."""

_GLUE: Final = "\N{NO-BREAK SPACE}"
_LINE: Final = "\n"
_UNMARKED: Final = pattern(r"[+\u2212-]?\w+")


class Around(NamedTuple):
    """What holds at a place in running text: direction, parts around it, raised or lowered."""

    dir: m.Direction
    within: tuple[Isolate, ...] = ()
    script: Callable[[str], str] | None = None


class Cut(NamedTuple):
    """A place in running text, counted in the characters of the nodes before it.

    There a mark stands, or what holds around the text changes to ``around``. The mark of a line
    feed is no furniture: it takes the place of the space that it reads as.
    """

    at: int
    around: Around
    mark: str = ""


class Note(NamedTuple):
    """A footnote, ready to be set at the end."""

    number: int
    pieces: Pieces
    node: m.Footnote


@dataclass(slots=True)
class Running:
    """Makes pieces of the running text of one release, taken in reading order."""

    sink: Sink = PLAIN
    n_blocks: int = 0
    notes: list[Note] = field(default_factory=list)
    references: dict[str, int] = field(default_factory=dict)
    _n_parts: int = 0

    def words(self, children: m.Inlines, side: m.Direction) -> Pieces:
        """Return the next block, which is *children* in direction *side*, then count its notes."""
        raw = inline_text(children)
        text = normal(raw)
        block = self.n_blocks if text else None
        self.n_blocks += bool(text)
        if len(children) == 1 and isinstance(children[0], m.Text):
            pieces: Pieces = (Piece(text, block),) if text else ()
        else:
            cuts: list[Cut] = []
            around = Around(side)
            self._walk_all(children, 0, around, cuts)
            pieces = tuple(_pieces(raw, text, block, around, cuts))
        return pieces if self.sink.has_all else tuple(self._marked_powers(pieces))

    def _marked_powers(self, pieces: Pieces) -> Iterator[Piece]:
        """Set a mark before raised digits that the charset lacks: 10 to the 6th is not 106."""
        for piece in pieces:
            at = 0
            for start in powers(piece.text, self.sink.charset):
                yield piece._replace(text=piece.text[at:start])
                yield Piece(POWER, None, piece.within)
                at = start
            yield piece._replace(text=piece.text[at:])

    def _walk_all(self, children: m.Inlines, at: int, around: Around, cuts: list[Cut]) -> int:
        for child in children:
            at = self._walk(child, at, around, cuts)
        return at

    def _walk(self, node: m.Inline, at: int, around: Around, cuts: list[Cut]) -> int:
        """Add the cuts of *node*, which stands at *at*; return where it ends."""
        match node:
            case m.Text(value):
                return at + len(value)
            case m.LineBreak():
                cuts.append(Cut(at, around, _LINE))
                return at + 1
            case m.Footnote(children, number):
                cuts.append(Cut(at, around, f"({number})"))
                side = own_direction(node, self.sink.dir)
                self.notes.append(Note(number, self.words(children, side), node))
                return at
            case _:
                pass
        inner = self._inside(node, around)
        if inner is not around:
            cuts.append(Cut(at, inner))
        end = self._walk_part(node, at, inner, cuts)
        if inner is not around:
            cuts.append(Cut(end, around))
        if isinstance(node, m.Link) and _needs_address(node):
            number = self.references.setdefault(node.href, len(self.references) + 1)
            cuts.append(Cut(end, around, f"[{number}]"))
        return end

    def _walk_part(self, node: _Part, at: int, around: Around, cuts: list[Cut]) -> int:
        """Add the cuts of what *node* holds; return where it ends."""
        match node:
            case m.Abbreviation(text=text) | m.Code(text=text) | m.Number(text=text):
                return at + len(text)
            case m.Superscript():
                return self._walk_script(node, at, around._replace(script=raised), cuts, "^")
            case m.Subscript():
                return self._walk_script(node, at, around._replace(script=lowered), cuts, "_")
            case (
                m.Emphasis()
                | m.Strong()
                | m.Span()
                | m.Link()
                | m.Quotation()
                | m.Cite()
                | m.Time()
                | m.Name()
                | m.Ruby()
                | m.Reference()
            ):
                return self._walk_all(node.children, at, around, cuts)
            case _:
                assert_never(node)

    def _walk_script(
        self,
        node: m.Superscript | m.Subscript,
        at: int,
        script: Around,
        cuts: list[Cut],
        mark: str,
    ) -> int:
        """Show *node* in characters of its own, if there is one for each; else behind a *mark*."""
        text = inline_text(node.children)
        around = script._replace(script=None)
        shown = script.script(text) if script.script else ""
        if shown and self.sink.has(shown):
            cuts.append(Cut(at, script))
            end = self._walk_all(node.children, at, script, cuts)
            cuts.append(Cut(end, around))
            return end
        is_word = _UNMARKED.fullmatch(text)
        cuts.append(Cut(at, around, mark if is_word else f"{mark}("))
        end = self._walk_all(node.children, at, around, cuts)
        cuts.append(Cut(end, around, "" if is_word else ")"))
        return end

    def _inside(self, node: m.Marked, around: Around) -> Around:
        """Return what holds inside *node*: a part of its own, if its direction is another."""
        side = around.dir if self.sink.bidi is Bidi.LOGICAL else own_direction(node, around.dir)
        if side is around.dir:
            return around
        self._n_parts += 1
        return Around(side, (*around.within, Isolate(self._n_parts, side)), around.script)


def _needs_address(link: m.Link) -> bool:
    """Say whether a reader has to be told where *link* leads.

    A place in the release is nowhere to go to in a text, and the words of some are the address.
    """
    return not link.is_inside and not says_address(inline_text(link.children), link.href)


def says_address(words: str, href: str) -> bool:
    """Say whether the words of a link are its address, so that nothing need be added."""
    words = normal(words)
    scheme, _, rest = href.partition(":")
    match scheme.lower():
        case "tel":
            return re.sub(r"[^0-9+*#]", "", words) == re.sub(r"[^0-9+*#]", "", rest)
        case "mailto":
            return words.lower() == rest.partition("?")[0].lower()
        case _:
            return words in {href, href.rstrip("/")} or _bare(words) == _bare(href)


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")


def _pieces(
    raw: str, text: str, block: int | None, around: Around, cuts: list[Cut]
) -> Iterator[Piece]:
    """Cut *text*, which is *raw* made normal, at *cuts*; *around* holds before the first one."""
    done = 0
    for cut in cuts:
        at = max(cut.at if raw == text else _place(raw, text, cut.at), done)
        if cut.mark == _LINE:
            at -= at > done and text[at - 1] == " "
            if at and text[at : at + 1] == " ":
                yield from _piece(text[done:at], block, around)
                yield Piece(_LINE, block, around.within)
                done = at + 1
            continue
        yield from _piece(text[done:at], block, around)
        done, around = at, cut.around
        if cut.mark:
            is_glued = cut.mark[0] in "([" and text[at - 1 : at] not in {"", " ", _GLUE}
            yield Piece(_GLUE * is_glued + cut.mark, None, around.within)
    yield from _piece(text[done:], block, around)


def _piece(text: str, block: int | None, around: Around) -> Iterator[Piece]:
    script = around.script(text) if around.script else ""
    if text:
        yield Piece(script or text, block, around.within, is_script=bool(script))


def _place(raw: str, text: str, at: int) -> int:
    """Return where in *text* the character *at* of *raw* has come to stand."""
    before = normal(raw[:at])
    spaced = bool(before) and raw[:at].endswith((" ", "\t", "\n", "\r"))
    return min(len(before) + spaced, len(text))
