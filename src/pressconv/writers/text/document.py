"""`Presentation` → the lines of the whole release: the text, then what it refers to.

In e-mail the contacts and what follows them are the signature, so notes and references stand
before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.charsets import LOST
from pressconv.languages import language
from pressconv.model import Direction, Image, Link
from pressconv.options import Bidi
from pressconv.presentation import STANDING, PartKind
from pressconv.walk import descendants
from pressconv.writers.text.blocks import INDENT, Blocks
from pressconv.writers.text.flowed import SIGNATURE
from pressconv.writers.text.lines import (
    Line,
    Piece,
    Room,
    centred,
    flow,
    furniture,
    isolated,
    prefixed,
    stacked,
    underlined,
)
from pressconv.writers.text.running import Running

if TYPE_CHECKING:
    from pressconv.presentation import EditionLink, LetterheadLine, Part, Presentation
    from pressconv.writers.text.lines import Lines, Pieces
    from pressconv.writers.text.sink import Sink

_RULE: Final = "_"
_BAR: Final = "*"
_RULE_WIDTH: Final = 72  # where lines have no width of their own


def document_lines(presentation: Presentation, sink: Sink) -> Lines:
    """Lay out *presentation*."""
    labels = presentation.labels
    room = Room(sink.width, presentation.lang, presentation.dir, sink)
    blocks = Blocks(labels, presentation.lang, presentation.numerals, Running(sink))
    text = [
        blocks.heading(presentation.headline, 1, room),
        blocks.words(presentation.subheadline, room),
        _standing(presentation, blocks, room),
        stacked(
            (
                _letterhead(line, blocks, room)
                for line in presentation.letterhead
                if line.kind not in STANDING
            ),
            0,
        ),
    ]
    parts = [_part(part, blocks, room) for part in presentation.parts]
    ends = [
        _notes(blocks, labels.notes, room),
        [centred(presentation.endmark, room)] if presentation.endmark else [],
    ]
    editions = _editions(presentation, room)
    references = _references(blocks.running.references, room)
    kinds = [part.kind for part in presentation.parts]
    if sink.flowed and PartKind.CONTACT in kinds:
        n_before = kinds.index(PartKind.CONTACT)
        signature = [furniture(SIGNATURE, room), *stacked([*parts[n_before:], editions])]
        return stacked([*text, *parts[:n_before], *ends, references, signature])
    return stacked([*text, *parts, *ends, editions, references])


def _standing(presentation: Presentation, blocks: Blocks, room: Room) -> Lines:
    """Lay out why the release may not be used, between rules that nobody overlooks."""
    lines = (line for line in presentation.letterhead if line.kind in STANDING)
    words = stacked((_letterhead(line, blocks, room, hang=0) for line in lines), 0)
    rule = furniture(_BAR * (room.width or _RULE_WIDTH), room)
    return [rule, *words, rule] if words else []


def _letterhead(line: LetterheadLine, blocks: Blocks, room: Room, *, hang: int = 2) -> Lines:
    room = room.speaking(line.lang)
    if isinstance(line.content, Image):
        return blocks.image(line.content, room)
    return blocks.words(line.content, room, hang=hang)


def _part(part: Part, blocks: Blocks, room: Room) -> Lines:
    match part.kind:
        case PartKind.ABSTRACT:
            label = furniture(part.label + blocks.colon(room).rstrip(" "), room)
            return [label, *prefixed(blocks.part(part, room.inside(len(INDENT))), room, INDENT)]
        case PartKind.TRANSLATION:
            rule = [furniture(_RULE * (room.width or _RULE_WIDTH), room)]
            return stacked([rule, blocks.part(part, room), rule])
        case PartKind.CONTACT:
            return blocks.lined_part(part, room)
        case PartKind.ACCESSIBILITY:
            return blocks.lined_part(part, room, n_paragraphs=_n_requests(part))
        case _:
            return blocks.part(part, room)


def _n_requests(part: Part) -> int:
    """Count the sentences before the lines of *part* that say where to ask, or lead there."""
    is_link = [any(isinstance(one, Link) for one in descendants(block)) for block in part.content]
    return is_link.index(True) if True in is_link else len(is_link)


def _notes(blocks: Blocks, title: str, room: Room) -> Lines:
    """Lay out the notes that were called, under their label."""
    notes = []
    for number, pieces, node in blocks.running.notes:
        mark = f"({number}) "
        lines = flow(pieces, room.inside(len(mark)).of(node))
        notes.append(prefixed(lines, room, " " * len(mark), first=mark))
    label = underlined([furniture(title, room)], "-", room)
    return stacked([label, stacked(notes, 0)]) if notes else []


def _references(references: dict[str, int], room: Room) -> Lines:
    """List the addresses that the text refers to by number, each in full."""
    lines: Lines = []
    for address, number in references.items():
        mark = f"[{number}] "
        lines += prefixed([_address(address, room.inside(len(mark)))], room, "", first=mark)
    return lines


def _address(address: str, room: Room) -> Line:
    """Set an address: it runs from left to right, and is never broken."""
    return furniture(_set_apart(address, Direction.LTR, room), room)


def _set_apart(text: str, side: Direction, room: Room) -> Pieces:
    """Make furniture of *text*, apart from what runs the other way."""
    pieces = (Piece(text),)
    is_plain = room.sink.bidi is Bidi.LOGICAL or side is room.dir
    return pieces if is_plain else isolated(pieces, side)


def _editions(presentation: Presentation, room: Room) -> Lines:
    """List the other language editions; an address that leads nowhere from here is left out."""
    inner = room.inside(2)
    listed: Lines = []
    for edition in presentation.editions:
        words = _edition(edition, presentation, room)
        lines = flow(_set_apart(words, edition.dir, room), inner._replace(locale=edition.lang))
        if edition.is_absolute:
            lines.append(_address(edition.href, inner))
        listed += prefixed(lines, room, "  ", first="- ")
    label = underlined(flow([Piece(presentation.labels.languages)], room), "-", room)
    return stacked([label, listed]) if listed else []


def _edition(edition: EditionLink, presentation: Presentation, room: Room) -> str:
    """Name an edition, in the language of this one where the charset has not its letters."""
    name, title = edition.name, edition.title
    if LOST in room.sink.kept(name):
        from pressconv.languages.dates import language_name  # noqa: PLC0415 - names of CLDR

        return language_name(edition.lang, language(presentation.lang))
    if not title or LOST in room.sink.kept(title):
        return name
    return presentation.labels.label_value.format(label=name, value=title)
