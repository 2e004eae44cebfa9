"""Items → where the headline stands, where the text begins, and what each line before it is."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv.draft import Facts, Heading, Region
from pressconv.frozen import dataclass
from pressconv.recognition.contacts import labelled_name, read_contact_line
from pressconv.recognition.items import Item, Kind, ends_sentence
from pressconv.recognition.phrases import fold, is_spaceless, vocabulary, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

_LONGEST_TITLE: Final = 320
_NEAR: Final = 8
_SURE_BODY: Final = 330
_SENTENCE: Final = 60
_WORDS_OF_TITLE: Final = 3
_WEIGHT_OF_TITLE: Final = 18
_DENSE: Final = 12  # characters a word, in a script without spaces
_LONGEST_NAME: Final = 90
_WORDS_OF_NAME: Final = 10
_LONGEST_SUBTITLE: Final = 330
_TITLE_HINTS: Final = frozenset({"headline", "entry-title", "article-title", "page-title", "title"})
_SUBTITLE_HINTS: Final = frozenset(
    {"subheadline", "subtitle", "subheading", "standfirst", "deck", "dek", "alternativeheadline"}
)
_SENTENCE_END: Final = re.compile('[^\\W\\d_]{3}[.!?…]["\u201d\u00bb)]? +[^\\W\\d_a-z]|[。！？।۔].')
_NAME_SEPARATORS: Final = " \u00a0-–—|:·»>/"


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

    ``headline`` is the item of the headline, `None` where none was found; ``is_sure`` is whether
    the document marks it as such.
    """

    parts: tuple[tuple[Item, Part], ...]
    start: int
    headline: Item | None
    is_sure: bool


def find_front(items: Sequence[Item], facts: Facts, lang: LangTag) -> Front:
    """Sort the lines before the text of a release."""
    index, is_sure = _headline(items, facts, lang)
    start = _start(items, index)
    headline = items[index] if index is not None else None
    sorter = _Sorter(items, index, facts, lang)
    parts = [(item, sorter.part(at)) for at, item in enumerate(items[:start])]
    return Front(tuple(_units(parts)), start, headline, is_sure)


# ---- the headline ---------------------------------------------------------------------------


def _headline(items: Sequence[Item], facts: Facts, lang: LangTag) -> tuple[int | None, bool]:
    """Return the index of the headline, and whether the document says that it is one."""
    titles = [
        at
        for at, item in enumerate(items)
        if item.block.region is not Region.FURNITURE and _may_be_title(item)
    ]
    marked = [at for at in titles if _is_marked(items[at])]
    title = fold(facts.title)
    for at in marked:
        own = fold(items[at].text)
        if title and own and (own in title or title in own):
            return at, True
    if marked and fold(items[marked[0]].text) != fold(facts.site):
        return marked[0], True
    early = [at for at in titles if at < _end_of_front(items)]
    for at in early:
        if title and weight(items[at].text) >= _WEIGHT_OF_TITLE and fold(items[at].text) in title:
            return at, True
    repeated = _repeated(items, early)
    if repeated is not None:
        return repeated, False
    return _best(items, early, lang), False


def _may_be_title(item: Item) -> bool:
    if item.kind not in {Kind.TEXT, Kind.HEADING, Kind.ABOUT, Kind.ATTRIBUTION}:
        return item.is_heading and item.kind is not Kind.FURNITURE and _is_marked(item)
    is_line = item.is_heading or type(item.block.content).__name__ == "Paragraph"
    return is_line and weight(item.text) <= _LONGEST_TITLE and not _holds_sentences(item.text)


def _holds_sentences(text: str) -> bool:
    """Say whether a line holds a whole sentence and the start of another."""
    return ends_sentence(text) and _SENTENCE_END.search(text) is not None


def _is_marked(item: Item) -> bool:
    content = item.block.content
    if isinstance(content, Heading):
        return content.level == 1 or bool(item.block.hints & _TITLE_HINTS)
    return "headline" in item.block.hints


def _end_of_front(items: Sequence[Item]) -> int:
    """Return where surely text stands: a long paragraph, or one with sentences after another."""
    for at, item in enumerate(items):
        is_text = item.is_body and item.block.region in {Region.ARTICLE, Region.AFTER}
        size = weight(item.text)
        if is_text and (size > _SURE_BODY or (size > 130 and ends_sentence(item.text))):
            return at
        if item.kind is Kind.TEXT and size > _SENTENCE and _holds_sentences(item.text):
            return at
    return len(items)


def _repeated(items: Sequence[Item], early: Sequence[int]) -> int | None:
    """Return a line that stands a second time, perhaps behind the name of the site."""
    for at in early:
        own = items[at].text
        if weight(own) < _WEIGHT_OF_TITLE:
            continue
        for other in (one for one in early if abs(one - at) <= _NEAR):
            longer = items[other].text
            before = longer[: len(longer) - len(own)]
            if other != at and longer.endswith(own) and before[-1:] in _NAME_SEPARATORS:
                return at
    return None


def _best(items: Sequence[Item], early: Sequence[int], lang: LangTag) -> int | None:
    """Return the first line that reads like a title; else the longest; never a sure name."""
    candidates = [at for at in early if not items[at].text.endswith((":", "："))]
    headings = [at for at in candidates if items[at].is_heading]
    others = [at for at in candidates if not _is_name(items[at], lang)]
    for at in (*headings, *others):
        text = items[at].text
        is_long = len(text.split()) >= _WORDS_OF_TITLE or len(text) > _WORDS_OF_TITLE * _DENSE
        if weight(text) >= _WEIGHT_OF_TITLE and (is_long or weight(text) > len(text)):
            return at
    return max(others or candidates, key=lambda at: weight(items[at].text), default=None)


# ---- where the text begins ------------------------------------------------------------------


def _start(items: Sequence[Item], headline: int | None) -> int:
    """Return the index of the first item of the text, after the headline and its lines."""
    after = -1 if headline is None else headline
    title = items[after].text if headline is not None else ""
    for at in range(after + 1, len(items)):
        item = items[at]
        if item.block.region is Region.FURNITURE or item.text == title:
            continue
        if item.is_body and not item.block.hints & _SUBTITLE_HINTS:
            return at
        is_front = item.kind in {Kind.NOTICE, Kind.CONTACT} and _has_body(items[at + 1 :])
        if item.kind in _OPENING and not is_front:
            return at
    return len(items)


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
        if item.kind in _STATING:
            return Part.FACTS
        if headline is not None and _repeats(item.text, self.items[headline].text):
            return Part.REPEATED
        if item.block.region is Region.FURNITURE:
            return Part.UNKNOWN
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
    return len(title) >= _WEIGHT_OF_TITLE and is_near and (
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
    is_title = _WEIGHT_OF_TITLE <= size <= _LONGEST_SUBTITLE and not ends_sentence(item.text)
    is_line = type(item.block.content).__name__ == "Paragraph"
    if is_next and is_title and is_line and not any(one.facts for one in between):
        return Part.SUBHEADLINE
    return Part.BODY


def _is_issuer(at: int, items: Sequence[Item], facts: Facts, lang: LangTag) -> bool:
    item = items[at]
    own = fold(item.text)
    if own and own in {fold(facts.publisher), fold(facts.site)}:
        return item.block.region is not Region.FURNITURE
    return _is_name(item, lang) and _stands_in_letterhead(at, items)


def _is_name(item: Item, lang: LangTag) -> bool:
    """Say whether a line looks like the name of an organization or of a part of one."""
    if item.kind is not Kind.TEXT or item.is_heading or weight(item.text) > _LONGEST_NAME:
        return False
    words = fold(item.text).split()
    if len(words) > _WORDS_OF_NAME or any(one.isdigit() for one in item.text):
        return False
    if ends_sentence(item.text.rstrip(".")):
        return False
    known = vocabulary(lang).organizations
    joined = fold(item.text)
    words = [*words[:3], *words[-2:]]
    if is_spaceless(item.text[:1]):
        return any(joined.endswith(one) or joined.startswith(one) for one in known)
    return any(word in known or word.removeprefix("ال") in known for word in words)


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
    is_short = weight(item.text) <= _LONGEST_NAME and not ends_sentence(item.text)
    return (
        is_short
        and "line" in item.block.hints
        and following is not None
        and following.kind is Kind.LETTERHEAD
        and "line" in following.block.hints
    )
