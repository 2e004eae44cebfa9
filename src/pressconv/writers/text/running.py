"""Running text → pieces: its characters as the reading text has them, with the marks between.

Blocks are counted as `pressconv.reading` counts them; notes and addresses are gathered on the
way. Marks are glued to their words by a no-break space, so that no line starts with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from pressconv import model as m
from pressconv.text import inline_text, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.text.lines import Piece, Pieces

_GLUE: Final = "\N{NO-BREAK SPACE}"
_EXPONENT: Final = re.compile(r"[+\u2212-]?\d+")


class Mark(NamedTuple):
    """Furniture within running text; ``at`` counts the characters of the nodes before it.

    A line feed is no furniture: it takes the place of the space that it reads as.
    """

    at: int
    text: str


class Note(NamedTuple):
    """A footnote, ready to be set at the end."""

    number: int
    pieces: Pieces
    lang: m.LangTag | None


@dataclass(slots=True)
class Running:
    """Makes pieces of the running text of one release, taken in reading order."""

    n_blocks: int = 0
    notes: list[Note] = field(default_factory=list)
    references: dict[str, int] = field(default_factory=dict)

    def words(self, children: m.Inlines) -> Pieces:
        """Return the next block, which is *children*, then count its notes."""
        raw = inline_text(children)
        text = normal(raw)
        block = self.n_blocks if text else None
        self.n_blocks += bool(text)
        if len(children) == 1 and isinstance(children[0], m.Text):
            return ((text, block),) if text else ()
        marks: list[Mark] = []
        self._mark_all(children, 0, marks)
        return tuple(_marked(raw, text, block, marks))

    def _mark_all(self, children: m.Inlines, at: int, marks: list[Mark]) -> int:
        for child in children:
            at = self._mark(child, at, marks)
        return at

    def _mark(self, node: m.Inline, at: int, marks: list[Mark]) -> int:
        """Add the marks of *node*, which stands at *at*; return where it ends."""
        match node:
            case m.Text(value):
                return at + len(value)
            case m.LineBreak():
                marks.append(Mark(at, "\n"))
                return at + 1
            case m.Abbreviation(text=text) | m.Code(text=text) | m.Number(text=text):
                return at + len(text)
            case m.Footnote(children, number):
                marks.append(Mark(at, f"({number})"))
                self.notes.append(note := Note(number, (), node.lang))
                place = len(self.notes) - 1
                self.notes[place] = note._replace(pieces=self.words(children))
                return at
            case m.Link(href, children):
                at = self._mark_all(children, at, marks)
                if not says_address(inline_text(children), href):
                    number = self.references.setdefault(href, len(self.references) + 1)
                    marks.append(Mark(at, f"[{number}]"))
                return at
            case m.Superscript(children):
                if _EXPONENT.fullmatch(inline_text(children)):
                    marks.append(Mark(at, "^"))
                return self._mark_all(children, at, marks)
            case (
                m.Emphasis()
                | m.Strong()
                | m.Span()
                | m.Quotation()
                | m.Cite()
                | m.Time()
                | m.Name()
                | m.Ruby()
                | m.Subscript()
                | m.Reference()
            ):
                return self._mark_all(node.children, at, marks)
            case _:
                assert_never(node)


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


def _marked(raw: str, text: str, block: int | None, marks: list[Mark]) -> Iterator[Piece]:
    """Cut *text*, which is *raw* made normal, at the *marks*."""
    done = 0
    for at, mark in marks:
        cut = max(at if raw == text else _place(raw, text, at), done)
        if mark == "\n":
            cut -= cut > done and text[cut - 1] == " "
            shown, owner, width = mark, block, 1
            if not cut or text[cut : cut + 1] != " ":
                continue
        else:
            before = text[cut - 1 : cut]
            if mark == "^" and not before.isalnum():
                continue
            glued = before not in {"", " ", "\u00a0"} and mark != "^"
            shown, owner, width = _GLUE * glued + mark, None, 0
        if cut > done:
            yield text[done:cut], block
        yield shown, owner
        done = cut + width
    if done < len(text):
        yield text[done:], block


def _place(raw: str, text: str, at: int) -> int:
    """Return where in *text* the character *at* of *raw* has come to stand."""
    before = normal(raw[:at])
    spaced = bool(before) and raw[:at].endswith((" ", "\t", "\n", "\r"))
    return min(len(before) + spaced, len(text))
