"""`Draft` → `Release`: what each block of a raw document is, by data and never by guesses alone.

The lines before the text (`front`), the text and what stands under it (`tail`), the facts of the
head (`head`); then dateline, transcript, headings and sections; at last the laws of the canonical
XML (`lawful`). Words that are no running text of the release come back as evidence: facts that
were read, and what was left out. Languages and furniture are data: a new language needs no code.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Draft, DraftBlock, Evidence, Region
from pressconv.errors import InputError, Place
from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.notes import Note, note
from pressconv.recognition.choosing import choose_language
from pressconv.recognition.datelines import find_dateline
from pressconv.recognition.front import Front, Part, find_front
from pressconv.recognition.head import HeadMaker
from pressconv.recognition.inlines import without_start
from pressconv.recognition.items import Item, Kind, make_items
from pressconv.recognition.lawful import Lawful
from pressconv.recognition.leading import split_leading_date
from pressconv.recognition.marking import mark_languages
from pressconv.recognition.sections import nested, with_headings, with_verses
from pressconv.recognition.speeches import with_speeches
from pressconv.recognition.tail import Tail
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

__all__ = ["Evidence", "Recognized", "recognize"]

_LONGEST_TITLE: Final = 160
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Recognized:
    """A release, what there is to say of it, and where all other words went."""

    release: m.Release
    notes: tuple[Note, ...] = ()
    facts: tuple[Evidence, ...] = ()
    dropped: tuple[Evidence, ...] = ()


def recognize(draft: Draft, *, identity: str, lang: LangTag | None = None) -> Recognized:
    """Make a release of *draft*. *identity* is its id, *lang* its language where the user says it.

    Raises:
        InputError: the draft holds no words.
    """
    tag, language_notes = choose_language(draft, lang)
    items = split_leading_date(make_items(draft.blocks, tag), tag)
    if all(is_blank(item.text) for item in items):
        raise InputError("there are no words in it")
    front = find_front(items, draft.facts, tag)
    maker = HeadMaker(tag)
    tail = Tail(tag)
    body_lines = _take_front(front, maker, tail, has_date=bool(draft.facts.issued))
    tail.sort([*body_lines, *(one for one in items[front.start :] if one is not front.headline)])
    _take_tail(tail, maker)
    _take_beside(tail.dated[::-1], maker, has_date=bool(draft.facts.issued))
    body = _with_dateline(tail.body, maker, tag)
    content, notes = _content(body, tag)
    content = _complete(content, front, draft, maker, items)
    maker.complete(draft.facts)
    content, marked = mark_languages(content, tag)
    return _lawful(
        m.Release(
            id=identity,
            lang=tag,
            head=maker.head(draft.facts.subjects),
            body=m.Body(content),
            foot=_foot(tail),
            version=maker.version,
        ),
        notes=(*draft.notes, *language_notes, *maker.notes, *notes, *_part_notes(marked)),
        facts=(*maker.facts, *tail.facts),
        dropped=(*maker.dropped, *tail.dropped),
        tail=tail,
    )


def _take_front(front: Front, maker: HeadMaker, tail: Tail, *, has_date: bool) -> list[Item]:
    """Give the lines before the text to the head; return those that are text all the same.

    *has_date* says that the document states a date apart from its text.
    """
    body: list[Item] = []
    contact: list[Item] = []
    beside: list[Item] = []
    for item, part in front.parts:
        if part is Part.BODY:
            body.append(item)
        elif part is Part.CONTACT:
            contact.append(item)
        elif part is Part.UNKNOWN and item.block.region is Region.FURNITURE:
            maker.drop(item, "page")
        elif item.kind is Kind.LETTERHEAD and item.block.region is Region.FURNITURE:
            beside.append(item)
        else:
            maker.take(item, part)
    _take_beside(beside, maker, has_date=has_date)
    if front.headline is not None and all(item is not front.headline for item, _ in front.parts):
        maker.take(front.headline, Part.HEADLINE)
    if contact:
        tail.contact(contact)
    if front.headline is not None and not front.is_sure:
        maker.notes.append(note("import-headline", front.headline.block.place))
    return body


def _take_beside(items: Sequence[Item], maker: HeadMaker, *, has_date: bool) -> None:
    """Take what stands beside the release, in boxes and columns: a date only for want of others.

    The one next to the text comes first: those far from it are of other news.
    """
    for item in reversed(items):
        is_dated = item.facts is not None and (item.facts.issued or item.facts.updated)
        if is_dated and (has_date or maker.issued is not None):
            maker.drop(item, "page")
        else:
            maker.take(item, Part.FACTS)


def _take_tail(tail: Tail, maker: HeadMaker) -> None:
    for item in (*tail.others, *tail.notices):
        maker.read(item)


def _content(blocks: Sequence[DraftBlock], lang: LangTag) -> tuple[m.Content, list[Note]]:
    turns = with_speeches(blocks, lang)
    lines, guessed = with_headings(with_verses(turns))
    notes = [note("import-heading", one.place, text=_shown(one.text)) for one in guessed]
    return nested(lines), notes


def _with_dateline(blocks: list[DraftBlock], maker: HeadMaker, lang: LangTag) -> list[DraftBlock]:
    """Take the dateline off the first paragraph, and the day of issue with it."""
    index = next(
        (at for at, one in enumerate(blocks) if isinstance(one.content, m.Paragraph)), None
    )
    if index is None or maker.dateline is not None:
        return blocks
    block = blocks[index]
    content = block.content
    if not isinstance(content, m.Paragraph):
        return blocks
    text = inline_text(content.children)
    found = find_dateline(text, lang)
    rest = without_start(content.children, found.length) if found else None
    if found is None or rest is None or is_blank(inline_text(rest)):
        return blocks
    maker.dateline = replace(found.dateline, place=block.place)
    maker.facts.append(Evidence("dateline", text[: found.length], block.place))
    if found.issued and maker.issued is None:
        maker.issued = found.issued.when
    cut = replace(block, content=replace(content, children=rest))
    return [*blocks[:index], cut, *blocks[index + 1 :]]


def _complete(
    content: m.Content, front: Front, draft: Draft, maker: HeadMaker, items: Sequence[Item]
) -> m.Content:
    """Give a headline and a text to a release that lacks one: no release is without."""
    place = items[0].block.place
    if not maker.headline and not is_blank(draft.facts.title):
        maker.headline = (m.Text(draft.facts.title),)
        maker.notes.append(note("import-headline-title", place))
    if not maker.headline:
        first = next((item.text for item in items if item.is_body), items[0].text)
        maker.headline = (m.Text(_first_sentence(first)),)
        maker.notes.append(note("import-no-headline", place))
    if not content:
        maker.notes.append(note("import-no-text", place))
        content = (m.Paragraph(maker.headline, place=place),)
    return content


def _first_sentence(text: str) -> str:
    """Return the first sentence of *text*, cut at a word where it is long."""
    for mark in (". ", "! ", "? ", "。", "؟ ", "। ", "۔ "):
        text = text.partition(mark)[0] if 20 < text.find(mark) < _LONGEST_TITLE else text
    if len(text) <= _LONGEST_TITLE:
        return text
    cut = text[:_LONGEST_TITLE]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _foot(tail: Tail) -> m.Foot:
    return m.Foot(
        boilerplates=tuple(tail.boilerplates),
        contacts=tuple(tail.contacts),
        related=tuple(tail.related),
        endmark=tail.endmark,
    )


def _lawful(
    release: m.Release,
    *,
    notes: Sequence[Note],
    facts: tuple[Evidence, ...],
    dropped: tuple[Evidence, ...],
    tail: Tail,
) -> Recognized:
    laws = Lawful(language(release.lang).labels.table)
    made = _whole(laws.release(release))
    foot_notes = [
        note("import-boilerplate", one.place, text=_shown(one.text)) for one in tail.guessed
    ]
    left_out = [
        note("import-dropped", one.place, kind=one.kind, text=_shown(one.text)) for one in dropped
    ]
    every = [*notes, *foot_notes, *laws.notes, *left_out]
    return Recognized(made, tuple(sorted(every, key=_in_order)), facts, dropped)


def _whole(release: m.Release) -> m.Release:
    """Give a headline or a text to a release that has lost all of it to the laws.

    Raises:
        InputError: it holds no words.
    """
    # A paragraph as a whole; a headline and a caption are no nodes, and their words stand alone.
    words = (
        node.value if isinstance(node, m.Text) else inline_text(getattr(node, "children", ()))
        for node in descendants(release)
    )
    first = next((text for text in words if not is_blank(text)), "")
    if is_blank(first):
        raise InputError("there are no words in it")
    head, body = release.head, release.body
    if not head.headline:
        head = replace(head, headline=(m.Text(_first_sentence(first).strip(" ")),))
    if not body.content:
        body = m.Body((m.Paragraph(head.headline),))
    return replace(release, head=head, body=body)


def _part_notes(marked: Sequence[tuple[LangTag, str, Place | None]]) -> list[Note]:
    return [
        note("import-part-language", place, tag=tag, text=_shown(text))
        for tag, text, place in marked
    ]


def _in_order(one: Note) -> Place:
    return one.place or Place("")


def _shown(text: str) -> str:
    """Return the beginning of *text*, for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
