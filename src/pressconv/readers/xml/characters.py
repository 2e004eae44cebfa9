"""Raw text → clean text: controls, isolates, white space, NFC.

Laws kept here (DESIGN, section 2): tab, line feed, carriage return and space collapse to one
space and are trimmed at the edges of a block, every other space stays; text is NFC; controls,
noncharacters and separators of lines are refused; directional marks are removed with a note;
balanced isolates become parts. Placeholders, which stand for text to come, are noted.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.patterns import pattern
from pressconv.readers.xml.tree import MAX_DEPTH, Chars
from pressconv.text import (
    MAX_STACKED,
    NONCHARACTERS,
    first_strong,
    inline_text,
    is_blank,
    nfc,
    stacked,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pressconv.errors import Place
    from pressconv.readers.xml.cursor import Reading
    from pressconv.readers.xml.tree import Node

# They steer the display and spell nothing: U+200E, U+200F, U+061C, U+202A to U+202E, U+FEFF.
_STEERING: Final = "\u200e\u200f\u061c\u202a-\u202e\ufeff"
_ISOLATES: Final = {"\u2066": m.Direction.LTR, "\u2067": m.Direction.RTL, "\u2068": None}
_POP: Final = "\u2069"
_MARK: Final = pattern("([\u2066-\u2069])")
# By category: what it is called, and what to do. Other control characters are no XML, and refused
# with it. A separator is markup (Unicode in XML, 3.1), and no program agrees with another on it.
_REFUSED: Final = {
    "Cc": ("control character", "remove it"),
    "Cn": ("noncharacter", "remove it"),
    "Zl": ("line separator", "remove it, or write <br/> where a line ends"),
    "Zp": ("paragraph separator", "remove it, or begin a new <p>"),
}
_FAULTY: Final = f"\x7f-\x9f\u2028\u2029{NONCHARACTERS}"
_ODD: Final = pattern(f"[{_FAULTY}{_STEERING}]")
_ODD_OR_MARK: Final = pattern(f"[{_FAULTY}{_STEERING}\u2066-\u2069]")
_SPACES: Final = pattern("[ \t\r\n]+")
_PLACEHOLDER: Final = pattern(r"\[\[[^\[\]]*\]\]")
_EDGE: Final = " \t\r\n"


def only_text(reading: Reading, node: Node, *, empty: bool = False) -> str:
    """Read the content of *node*, which may hold no element, as a block of its own.

    It is refused where it is blank, unless it may be *empty*.
    """
    return squeezed([raw_text(reading, node, empty=empty)])[0]


def raw_text(reading: Reading, node: Node, *, empty: bool = False, is_code: bool = False) -> str:
    """Read the content of *node*, which may hold no element, with its white space."""
    parts = []
    for child in node.children:
        if isinstance(child, Chars):
            parts.append(clean(reading, child, _ODD_OR_MARK, is_code=is_code))
        else:
            reading.unknown(child, node, ())
    text = "".join(parts)
    if not empty and is_blank(text):
        refuse_empty(reading, node)
    return text


def refuse_empty(reading: Reading, node: Node) -> None:
    """Refuse an element without text."""
    hint = "write its text, or remove it"
    reading.refuse("empty-element", node.place, f"{node.name} is empty", hint)


def clean(
    reading: Reading, chars: Chars, odd: re.Pattern[str] = _ODD, *, is_code: bool = False
) -> str:
    """Return the characters of *chars* without controls, each removal noted or refused.

    Isolates stay, unless *odd* finds them as well. Brackets of code are no placeholders.
    """
    text = chars.text
    if "[[" in text and not is_code:
        for found in _PLACEHOLDER.finditer(text):
            reading.left_to_write(found[0], chars.place(found.start(), reading.file))
    return _cleaned(reading, text, odd, lambda at: chars.place(at, reading.file))


def attribute_text(reading: Reading, text: str, place: Place) -> str:
    """Return the text of an attribute: clean, collapsed, NFC."""
    return squeezed([_cleaned(reading, text, _ODD_OR_MARK, lambda _: place)])[0]


def _cleaned(
    reading: Reading, text: str, odd: re.Pattern[str], place: Callable[[int], Place]
) -> str:
    heap = stacked(text)
    if heap:
        message = f"more than {MAX_STACKED} combining marks on one letter"
        reading.refuse("stacked-marks", place(heap.start()), message, "remove them")
    if not odd.search(text):
        return text
    for found in odd.finditer(text):
        code = f"U+{ord(found[0]):04X}"
        refused = _REFUSED.get(unicodedata.category(found[0]))
        if refused:
            name, hint = refused
            message = f"the {name} {code}"
            reading.refuse("control-character", place(found.start()), message, hint)
        else:
            name = f"{code} {unicodedata.name(found[0])}"
            if not reading.is_full("bidi-control-removed"):
                reading.note("bidi-control-removed", place(found.start()), name=name)
    return odd.sub("", text)


# ---- white space ---------------------------------------------------------------------------


def squeezed(texts: Sequence[str | None]) -> list[str]:
    """Collapse white space over the texts of one block, trim it at the edges, make them NFC.

    `None` stands for a line break, where a line is trimmed as well.
    """
    done: list[str] = []
    after_space, last = True, -1
    for text in [*texts, None]:
        if text is None:
            if last >= 0 and after_space:
                done[last] = done[last].removesuffix(" ")
            after_space, last = True, -1
            done.append("")
            continue
        short = _SPACES.sub(" ", text)
        if after_space:
            short = short.removeprefix(" ")
        short = nfc(short)
        if short:
            after_space, last = short.endswith(" "), len(done)
        done.append(short)
    return done[:-1]


def squeezed_inlines(children: m.Inlines) -> m.Inlines:
    """Do the same over the texts of a tree; a footnote is a block of its own."""
    texts = list(_texts(children))
    new = squeezed(texts)
    return children if new == texts else _refilled(children, iter(new))


def trimmed_end(children: m.Inlines) -> m.Inlines:
    """Remove the white space before the end, however deep it stands."""
    texts = list(_texts(children))
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if text is None:
            break
        texts[index] = text.rstrip(_EDGE)
        if texts[index]:
            break
    return _refilled(children, iter([text or "" for text in texts]))


def _texts(children: m.Inlines) -> Iterator[str | None]:
    for node in children:
        match node:
            case m.Text(value=text) | m.Abbreviation(text=text) | m.Code(text=text):
                yield text
            case m.Number(text=text):
                yield text
            case m.LineBreak():
                yield None
            case m.Footnote():
                pass
            case _:
                yield from _texts(node.children)


def _refilled(children: m.Inlines, texts: Iterator[str]) -> m.Inlines:
    """Put *texts* where those of *children* stood; an empty text node goes."""
    new: list[m.Inline] = []
    for node in children:
        match node:
            case m.Text():
                text = next(texts)
                if text:
                    new.append(m.Text(text))
            case m.Abbreviation() | m.Code() | m.Number():
                new.append(replace(node, text=next(texts)))
            case m.LineBreak():
                next(texts)
                new.append(node)
            case m.Footnote():
                new.append(node)
            case _:
                new.append(replace(node, children=_refilled(node.children, texts)))
    return tuple(new)


# ---- isolates ------------------------------------------------------------------------------


def n_open_isolates(text: str, n_open: int) -> int:
    """Return how many isolates are open after *text* where *n_open* were before it."""
    for mark in _MARK.findall(text):
        n_open = max(0, n_open - 1) if mark == _POP else n_open + 1
    return n_open


def with_isolates(reading: Reading, node: Node, parts: list[m.Inline]) -> m.Inlines:
    """Turn balanced isolates among *parts* into parts; a mark without its partner goes."""
    if not any(isinstance(part, m.Text) and _MARK.search(part.value) for part in parts):
        return tuple(parts)
    room = MAX_DEPTH - node.depth - reading.n_isolates
    stack: list[tuple[str, list[m.Inline]]] = [("", [])]
    for piece in _pieces(parts):
        if not isinstance(piece, str):
            stack[-1][1].append(piece)
        elif piece in _ISOLATES:
            if len(stack) > room:
                reading.refuse("too-deep", node.place, f"isolates more than {MAX_DEPTH} deep")
                return joined(piece for piece in _pieces(parts) if not isinstance(piece, str))
            stack.append((piece, []))
        elif len(stack) > 1:
            mark, inner = stack.pop()
            side = _ISOLATES[mark] or first_strong(inline_text(inner))
            if inner:
                stack[-1][1].append(m.Span(joined(inner), dir=side, place=node.place))
        else:
            reading.note("bidi-control-removed", node.place, name="U+2069 without its partner")
    while len(stack) > 1:
        mark, inner = stack.pop()
        name = f"U+{ord(mark):04X} without its partner"
        reading.note("bidi-control-removed", node.place, name=name)
        stack[-1][1].extend(inner)
    return joined(stack[0][1])


def _pieces(parts: list[m.Inline]) -> Iterator[m.Inline | str]:
    """Yield *parts*, their texts cut at isolates, which come as strings."""
    for part in parts:
        if not isinstance(part, m.Text):
            yield part
            continue
        for piece in _MARK.split(part.value):
            if piece:
                yield piece if _MARK.fullmatch(piece) else m.Text(piece)


def joined(parts: Iterable[m.Inline]) -> m.Inlines:
    """Join neighbouring texts."""
    new: list[m.Inline] = []
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, m.Text)):
        if is_text:
            new.append(m.Text(inline_text(run)))
        else:
            new.extend(run)
    return tuple(new)
