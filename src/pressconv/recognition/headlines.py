"""Items → the one that is the headline: as the document marks it, else as it reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Facts, Heading, Region
from pressconv.recognition.contacts import labelled_name, read_contact_line
from pressconv.recognition.inlines import all_bold
from pressconv.recognition.items import Item, Kind, ends_sentence
from pressconv.recognition.phrases import fold, is_spaceless, vocabulary, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

_LONGEST_TITLE: Final = 320
_NEAR: Final = 8
_FIRST: Final = 400
_SURE_BODY: Final = 330
_SENTENCE: Final = 60
_WORDS_OF_TITLE: Final = 3
_WORDS_OF_HEADLINE: Final = 5
WEIGHT_OF_TITLE: Final = 18
_DENSE: Final = 12  # characters a word, in a script without spaces
LONGEST_NAME: Final = 90
_WORDS_OF_NAME: Final = 10
_SUBTITLE_HINTS: Final = frozenset({"subtitle", "subheadline"})
_TITLE_HINTS: Final = frozenset({"headline", "entry-title", "article-title", "page-title", "title"})
_SENTENCE_END: Final = re.compile('[^\\W\\d_]{3}[.!?…]["\u201d\u00bb)]? +[^\\W\\d_a-z]|[。！？।۔].')
_NAME_SEPARATORS: Final = " \u00a0-–—|:·»>/"


def find_headline(items: Sequence[Item], facts: Facts, lang: LangTag) -> tuple[int | None, bool]:
    """Return the index of the headline, and whether the document says that it is one."""
    every = [
        at
        for at, item in enumerate(items[:_FIRST])
        if _may_be_title(item)
        and not read_contact_line(item.text, lang)
        and not labelled_name(item.text, lang)
    ]
    titles = [at for at in every if items[at].block.region is not Region.FURNITURE]
    end = _end_of_front(items)
    if any(_is_heading(items[at]) for at in titles if at < end and not _states(items[at])):
        titles = [at for at in titles if not _states(items[at])]  # "Press release" is a label
    marked = [at for at in titles if _is_marked(items[at])]
    title = fold(facts.title)
    for at in marked:
        own = fold(items[at].text)
        if title and own and own != fold(facts.site) and (own in title or title in own):
            return at, True
    # A site may give the first level to its own name; and the headline may stand in the picture
    # above the article, or in a box of facts beside it.
    headings = [at for at in titles if items[at].is_heading and fold(items[at].text) == title]
    headings += [at for at in every if items[at].is_heading and _is_marked(items[at])]
    for at in headings:
        if names_page(items[at], facts):
            return at, True
    first = _first_title(items, marked, end)
    if first is not None and fold(items[first].text) != fold(facts.site):
        return first, True
    early = [at for at in titles if at < end]
    for at in early:
        if title and weight(items[at].text) >= WEIGHT_OF_TITLE and fold(items[at].text) in title:
            return at, True
    repeated = _repeated(items, early)
    if repeated is not None:
        return repeated, False
    best = _best(items, early, lang)
    if _is_title(facts, lang) and (best is None or not _looks_like_title(items[best])):
        return None, False
    return best, False


def _first_title(items: Sequence[Item], marked: Sequence[int], end: int) -> int | None:
    """Return the heading of the first level that stands next to the text, else any marked line.

    Those above it are names of the site and of the section.
    """
    tops = [at for at in marked if at < end and _is_top(items[at])]
    long = [at for at in tops if weight(items[at].text) >= WEIGHT_OF_TITLE]
    return next(iter([*reversed(long), *reversed(tops), *marked]), None)


def _is_top(item: Item) -> bool:
    return isinstance(item.block.content, Heading) and item.block.content.level == 1


def names_page(item: Item, facts: Facts) -> bool:
    """Say whether a line is the title that the page says it has."""
    own, title = fold(item.text), fold(facts.title)
    return own != fold(facts.site) and (
        own == title or (weight(item.text) >= WEIGHT_OF_TITLE and own in title)
    )


def _is_title(facts: Facts, lang: LangTag) -> bool:
    """Say whether the page's own title may be that of a release, and not of a site."""
    block = DraftBlock(m.Paragraph((m.Text(facts.title),)), facts.title)
    is_long = len(facts.title.split()) >= _WORDS_OF_TITLE or is_spaceless(facts.title[:1])
    is_site = fold(facts.title) in {fold(facts.site), fold(facts.publisher)}
    size = weight(facts.title)
    return size >= WEIGHT_OF_TITLE and is_long and not is_site and not is_name(
        Item(block, Kind.TEXT), lang
    )  # fmt: skip


def _looks_like_title(item: Item) -> bool:
    """Say whether a line is set apart, or its markup calls it so."""
    children: m.Inlines = getattr(item.block.content, "children", ())
    return item.is_heading or bool(item.block.hints & _TITLE_HINTS) or all_bold(children)


def _may_be_title(item: Item) -> bool:
    if item.kind not in {Kind.TEXT, Kind.HEADING, Kind.ABOUT, Kind.ATTRIBUTION}:
        return item.is_heading and item.kind is not Kind.FURNITURE and _is_marked(item)
    return item.is_line and weight(item.text) <= _LONGEST_TITLE and not _holds_sentences(item.text)


def _states(item: Item) -> bool:
    return item.kind is Kind.LETTERHEAD


def _is_heading(item: Item) -> bool:
    return item.is_heading or bool(item.block.hints & _SUBTITLE_HINTS)


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
        if weight(own) < WEIGHT_OF_TITLE:
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
    others = [at for at in candidates if not is_name(items[at], lang)]
    first = next((at for at in (*headings, *others) if _reads_like_title(items[at])), None)
    # Over a sentence of the text it is the line that stands alone at the top, whoever it names.
    if (first is None or _is_sentence(items[first])) and candidates:
        top = candidates[0]
        if _stands_alone(items, top) and _reads_like_title(items[top]):
            return top
    if first is not None:
        return first
    return max(others or candidates, key=lambda at: weight(items[at].text), default=None)


def _reads_like_title(item: Item) -> bool:
    text = item.text
    is_long = len(text.split()) >= _WORDS_OF_TITLE or len(text) > _WORDS_OF_TITLE * _DENSE
    return weight(text) >= WEIGHT_OF_TITLE and (is_long or weight(text) > len(text))


def _is_sentence(item: Item) -> bool:
    return item.is_body and not item.is_heading and ends_sentence(item.text)


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """Say whether a line is longer than most names, with no line of its letterhead next to it."""
    item = items[at]
    is_long = len(item.text.split()) >= _WORDS_OF_HEADLINE
    above = any(one.kind is Kind.LETTERHEAD for one in items[:at])
    return is_long and not above and "line" not in item.block.hints


def is_name(item: Item, lang: LangTag) -> bool:
    """Say whether a line looks like the name of an organization or of a part of one."""
    if item.kind is not Kind.TEXT or item.is_heading or weight(item.text) > LONGEST_NAME:
        return False
    words = fold(item.text).split()
    if len(words) > _WORDS_OF_NAME or any(one.isdigit() for one in item.text):
        return False
    if ends_sentence(item.text.rstrip(".")):
        return False
    known = vocabulary(lang).organizations
    joined = fold(item.text)
    words = [*words[:3], *words[-2:]]
    if weight(item.text[:1]) > 1 or is_spaceless(item.text[:1]):
        return any(joined.endswith(one) or joined.startswith(one) for one in known)
    return any(word in known or word.removeprefix("ال") in known for word in words)
