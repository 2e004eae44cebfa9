"""`Presentation` → plain text, in logical order and NFC, with a map of what is content.

Wrapped lines cannot be told apart again, so the text comes with spans that say which characters
belong to which block of the reading text. No direction is shown by a character: the text reads as
well copied into an e-mail as in a terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.errors import ConfigError
from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.model import Image
from pressconv.presentation import PartKind
from pressconv.writers.text.blocks import INDENT, Blocks
from pressconv.writers.text.lines import (
    Room,
    Span,
    Text,
    assembled,
    centred,
    flow,
    furniture,
    prefixed,
    stacked,
    underlined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.presentation import EditionLink, LetterheadLine, Part, Presentation
    from pressconv.writers.text.lines import Lines

__all__ = ["Span", "Text", "TextOptions", "write_text"]

_RULE: Final = "_"
_RULE_WIDTH: Final = 72  # where lines have no width of their own
_MIN_WIDTH: Final = 20


@dataclass(frozen=True, slots=True)
class TextOptions:
    """What plain text leaves open. A ``width`` of 0 cells breaks no line.

    Raises:
        ConfigError: the width is too narrow to read.
    """

    width: int = 72

    def __post_init__(self) -> None:
        if self.width and self.width < _MIN_WIDTH:
            raise ConfigError(
                f"a text of width {self.width} cannot be read",
                hint=f"say {_MIN_WIDTH} cells or more, or 0 for lines that are never broken",
            )


def write_text(presentation: Presentation, options: TextOptions | None = None) -> Text:
    """Write *presentation* as plain text that ends with a line feed."""
    options = options or TextOptions()
    rules = language(presentation.lang)
    room = Room(options.width, presentation.lang, rules.layout.wide_ambiguous)
    blocks = Blocks(_colon(presentation))
    return assembled(stacked(_document(presentation, blocks, room)))


def _document(presentation: Presentation, blocks: Blocks, room: Room) -> Iterator[Lines]:
    """Yield what stands under each other: the text in reading order, then what it refers to."""
    yield blocks.heading(presentation.headline, 1, room)
    yield blocks.words(presentation.subheadline, room)
    yield stacked((_letterhead(line, blocks, room) for line in presentation.letterhead), 0)
    for part in presentation.parts:
        yield _part(part, blocks, room)
    yield _notes(presentation, blocks, room)
    yield [centred(presentation.endmark, room)] if presentation.endmark else []
    yield _editions(presentation, room)
    yield [furniture(f"[{number}] {href}") for href, number in blocks.running.references.items()]


def _colon(presentation: Presentation) -> str:
    """Return what the language sets between a label and its value."""
    pattern = presentation.labels.label_value
    return pattern.partition("{label}")[2].partition("{value}")[0] or ": "


def _letterhead(line: LetterheadLine, blocks: Blocks, room: Room) -> Lines:
    room = room.speaking(line.lang)
    if isinstance(line.content, Image):
        return blocks.image(line.content, room)
    return blocks.words(line.content, room, hang=2)


def _part(part: Part, blocks: Blocks, room: Room) -> Lines:
    match part.kind:
        case PartKind.ABSTRACT:
            label = furniture(part.label + blocks.colon.rstrip(" "))
            return [label, *prefixed(blocks.part(part, room.inside(len(INDENT))), INDENT)]
        case PartKind.TRANSLATION:
            rule = [furniture(_RULE * (room.width or _RULE_WIDTH))]
            return stacked([rule, blocks.part(part, room), rule])
        case PartKind.CONTACT:
            return blocks.lined_part(part, room)
        case _:
            return blocks.part(part, room)


def _notes(presentation: Presentation, blocks: Blocks, room: Room) -> Lines:
    """Lay out the notes that were called, under their label."""
    notes = []
    for number, pieces, lang in blocks.running.notes:
        mark = f"({number}) "
        inner = room.inside(len(mark)).speaking(lang)
        notes.append(prefixed(flow(pieces, inner), " " * len(mark), first=mark))
    label = underlined([furniture(presentation.labels.notes)], "-", room)
    return stacked([label, stacked(notes, 0)]) if notes else []


def _editions(presentation: Presentation, room: Room) -> Lines:
    """List the other language editions; an address that leads nowhere from here is left out."""
    inner = room.inside(2)
    listed: Lines = []
    for edition in presentation.editions:
        words = flow([(_edition(edition, presentation), None)], inner.speaking(edition.lang))
        address = [furniture(edition.href)] if edition.is_absolute else []
        listed += prefixed([*words, *address], "  ", first="- ")
    label = underlined(flow([(presentation.labels.languages, None)], room), "-", room)
    return stacked([label, listed]) if listed else []


def _edition(edition: EditionLink, presentation: Presentation) -> str:
    if not edition.title:
        return edition.name
    pattern = presentation.labels.label_value
    return pattern.format(label=edition.name, value=edition.title)
