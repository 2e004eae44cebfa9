"""Whom to ask for a release in another format, as a part at its foot: the house's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.notes import note
from pressconv.present.foot import channel_line
from pressconv.present.wording import worded
from pressconv.presentation import Part, PartKind
from pressconv.text import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.house import House, LocalAccessibility
    from pressconv.languages import Language
    from pressconv.notes import Note


def accessibility_parts(lang: m.LangTag, rules: Language, house: House) -> Iterator[Part]:
    """Yield the part for a release in *lang*; nothing where the house says nothing."""
    lines = tuple(map(m.Paragraph, _lines(house.accessibility.within(lang), rules)))
    if lines:
        yield Part(PartKind.ACCESSIBILITY, lines, worded(rules.accessibility.title, rules))


def accessibility_notes(lang: m.LangTag, house: House) -> Iterator[Note]:
    """Note a request of the house in *lang* that nobody can follow."""
    own = house.accessibility.within(lang)
    if own.request and not contact_point(own):
        yield note("request-alone")


def contact_point(own: LocalAccessibility) -> tuple[tuple[str, str], ...]:
    """Return the channels by the names that schema.org has for them."""
    channels = (("email", own.email), ("telephone", own.telephone), ("url", own.form))
    return tuple((name, value) for name, value in channels if value)


def _lines(own: LocalAccessibility, rules: Language) -> Iterator[m.Inlines]:
    """Yield what is asked and how, then the statement; links say where they lead."""
    words = rules.accessibility
    if own.request:
        yield joined(own.request)
    elif own.email or own.telephone or own.form:
        yield worded(words.request, rules)
    for kind, value in (
        (m.ChannelKind.EMAIL, own.email),
        (m.ChannelKind.TELEPHONE, own.telephone),
    ):
        if value:
            yield channel_line(m.Channel(kind, joined(value)), rules)
    if own.form:
        yield (m.Link(own.form, worded(words.form, rules)),)
    if own.statement:
        yield (m.Link(own.statement, worded(words.statement, rules)),)
