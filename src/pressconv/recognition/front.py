"""Items → where the headline stands, where the text begins, and what each line before it is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv.draft import RUNNING_HEAD, Facts, Region
from pressconv.frozen import dataclass
from pressconv.recognition.contacts import labelled_name, read_contact_line
from pressconv.recognition.headlines import (
    LONGEST_NAME,
    WEIGHT_OF_TITLE,
    find_headline,
    is_name,
    names_page,
)
from pressconv.recognition.items import Item, Kind, ends_sentence
from pressconv.recognition.phrases import fold, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

_LONGEST_FRONT: Final = 60
_LONGEST_SUBTITLE: Final = 330
_SUBTITLE_HINTS: Final = frozenset(
    {"subheadline", "subtitle", "subheading", "standfirst", "deck", "dek", "alternativeheadline"}
)

_STATING: Final = frozenset(
    {Kind.LETTERHEAD, Kind.EDITIONS, Kind.NOTICE, Kind.FURNITURE, Kind.ORIGINAL}
)
_OPENING: Final = frozenset({Kind.HEADING, Kind.ABOUT, Kind.CONTACT, Kind.END, Kind.NOTICE})


class Part(StrEnum):
    """What a line before the text is."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    ORGANIZATION = "organization"
    UNIT = "unit"
    FACTS = "facts"
    BYLINE = "byline"
    ATTRIBUTION = "attribution"
    CONTACT = "contact"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Front:
    """The lines before the text with what each is; ``start`` is where the text begins.

    ``headline`` is the item of the headline, `None` where none was found: one of the lines, or one
    that stands under the text. ``is_sure`` is whether the document marks it as such.
    """

    parts: tuple[tuple[Item, Part], ...]
    start: int
    headline: Item | None
    is_sure: bool


def find_front(items: Sequence[Item], facts: Facts, lang: LangTag) -> Front:
    """Sort the lines before the text of a release."""
    index, is_sure = find_headline(items, facts, lang)
    headline = items[index] if index is not None else None
    if index is not None and _stands_under(items, index):
        headline = headline if headline and names_page(headline, facts) else None
        index = None
    start = _start(items, index)
    sorter = _Sorter(items, index, facts, lang)
    parts = [(item, sorter.part(at)) for at, item in enumerate(items[:start])]
    return Front(tuple(_units(parts)), start, headline, is_sure)


# ---- where the text begins ------------------------------------------------------------------


def _stands_under(items: Sequence[Item], headline: int) -> bool:
    """Say whether most of the text stands above the headline: then it is not its beginning."""
    sizes = [
        weight(item.text) if item.is_body and item.block.region is Region.ARTICLE else 0
        for item in items
    ]
    return sum(sizes[:headline]) > sum(sizes[headline:])


def _start(items: Sequence[Item], headline: int | None) -> int:
    """Return the index of the first item of the text, after the headline and its lines."""
    after = -1 if headline is None else headline
    title = items[after].text if headline is not None else ""
    for at in range(after + 1, len(items)):
        item = items[at]
        if at - after > _LONGEST_FRONT and item.kind not in _STATING:
            return at
        if item.block.region is Region.FURNITURE or item.text == title:
            continue
        if item.is_body and _is_text(item):
            return at
        is_front = item.kind in {Kind.NOTICE, Kind.CONTACT} or _frames(items, at)
        is_front = is_front and _has_body(items[at + 1 :])
        if item.kind in _OPENING and not is_front:
            return at
    return len(items)


def _frames(items: Sequence[Item], at: int) -> bool:
    """Say whether a row of signs stands above or below a line of the letterhead."""
    beside = (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])
    return items[at].kind is Kind.END and any(one.kind in _STATING for one in beside)


def _is_text(item: Item) -> bool:
    return item.block.region is not Region.BEFORE and not item.block.hints & _SUBTITLE_HINTS


def _has_body(items: Sequence[Item]) -> bool:
    return any(item.is_body for item in items)


# ---- one line -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sorter:
    """Says what each line before the text is, by what stands around it."""

    items: Sequence[Item]
    headline: int | None
    facts: Facts
    lang: LangTag

    def part(self, at: int) -> Part:
        """Return what the line at an index is."""
        item, headline = self.items[at], self.headline
        if at == headline:
            return Part.HEADLINE
        if item.kind in _STATING or item.kind is Kind.END:
            return Part.FACTS
        if headline is not None and _repeats(item.text, self.items[headline].text):
            return Part.REPEATED
        if item.block.region is Region.FURNITURE:
            is_issuer = RUNNING_HEAD in item.block.hints and is_name(item, self.lang)
            return Part.ORGANIZATION if is_issuer else Part.UNKNOWN
        if not item.is_line:
            return Part.BODY if item.block.region is Region.ARTICLE else Part.UNKNOWN
        if item.kind is Kind.BYLINE:
            return Part.BYLINE
        if item.kind is Kind.ATTRIBUTION:
            return Part.ATTRIBUTION
        if (
            item.kind is Kind.CONTACT
            or read_contact_line(item.text, self.lang)
            or labelled_name(item.text, self.lang)
        ):
            return Part.CONTACT
        if _is_issuer(at, self.items, self.facts, self.lang):
            return Part.ORGANIZATION
        if headline is not None and at > headline:
            return _after_headline(at, self.items, headline)
        return Part.UNKNOWN if headline is not None else Part.BODY


def _repeats(text: str, headline: str) -> bool:
    """Say whether a line is the headline again, perhaps behind or before the site's name."""
    own, title = fold(text), fold(headline)
    if own == title:
        return True
    is_near = len(own) <= len(title) + 60
    return len(title) >= WEIGHT_OF_TITLE and is_near and (
        own.endswith(f" {title}") or text.endswith(headline)
    )  # fmt: skip


def _after_headline(at: int, items: Sequence[Item], headline: int) -> Part:
    """Take the line right after the headline for the subheadline, any other for text."""
    item = items[at]
    if item.block.hints & _SUBTITLE_HINTS:
        return Part.SUBHEADLINE
    between = items[headline + 1 : at]
    is_next = all(one.kind not in {Kind.TEXT, Kind.HEADING} for one in between)
    size = weight(item.text)
    is_title = WEIGHT_OF_TITLE <= size <= _LONGEST_SUBTITLE and not ends_sentence(item.text)
    if is_next and is_title and not item.is_heading and not any(one.facts for one in between):
        return Part.SUBHEADLINE
    return Part.BODY


def _is_issuer(at: int, items: Sequence[Item], facts: Facts, lang: LangTag) -> bool:
    item = items[at]
    own = fold(item.text)
    if own and own in {fold(facts.publisher), fold(facts.site)}:
        return item.block.region is not Region.FURNITURE
    return is_name(item, lang) and _stands_in_letterhead(at, items)


def _stands_in_letterhead(at: int, items: Sequence[Item]) -> bool:
    """Say whether a neighbour is a line of a letterhead, or a name in the same group of lines."""
    near = [*items[max(0, at - 4) : at], *items[at + 1 : at + 5]]
    return any(item.kind is Kind.LETTERHEAD for item in near) or "line" in items[at].block.hints


def _units(parts: Sequence[tuple[Item, Part]]) -> list[tuple[Item, Part]]:
    """Call the names after the first one units of it, lines between a name and facts as well."""
    made: list[tuple[Item, Part]] = []
    seen = False
    for at, (item, part) in enumerate(parts):
        before = made[-1][1] if made else None
        is_between = before in {Part.ORGANIZATION, Part.UNIT} and _precedes_facts(parts, at)
        if (part is Part.ORGANIZATION and seen) or (
            part in {Part.UNKNOWN, Part.BODY, Part.SUBHEADLINE, Part.CONTACT} and is_between
        ):
            part = Part.UNIT  # noqa: PLW2901 - it takes the part's place
        seen = seen or part is Part.ORGANIZATION
        made.append((item, part))
    return made


def _precedes_facts(parts: Sequence[tuple[Item, Part]], at: int) -> bool:
    """Say whether a short line is in one group of lines with a line of facts right after it."""
    item = parts[at][0]
    following = parts[at + 1][0] if at + 1 < len(parts) else None
    is_short = weight(item.text) <= LONGEST_NAME and not ends_sentence(item.text)
    return (
        is_short
        and item.is_line
        and "line" in item.block.hints
        and following is not None
        and following.kind is Kind.LETTERHEAD
        and "line" in following.block.hints
    )
