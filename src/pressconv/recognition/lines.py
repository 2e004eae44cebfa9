"""A line of a letterhead → the facts that it states, if it states nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.languages.reading import FoundDate, find_dates, only_date
from pressconv.model import DistributionKey, GenreKey, Status
from pressconv.recognition.moments import moment_in
from pressconv.recognition.phrases import Vocabulary, begins, fold, vocabulary, weight

if TYPE_CHECKING:
    from datetime import datetime

    from pressconv.model import LangTag

_LONGEST: Final = 160
_SEPARATORS: Final = re.compile(r"\s*(?:[|•·∙\u2003\t]|\s[–—-]\s|\s/\s|\s{3,}|[;])\s*")
# An office's own reference: parts with slashes, or anything with digits behind a sign for "number".
_NUMBER: Final = re.compile(
    r"(?=\S*\d)[A-Z\d]{1,8}(?:[/-][A-Z\d]{1,8})*/[A-Z\d]{1,8}", re.IGNORECASE
)
_SIGNED: Final = re.compile(
    r"(?:[^\W\d_]{1,12}\.?\s+){0,3}(?:no|nos|nr|n°|nº|№|#|num|ref|réf)\.?\s*:?\s*(?=\S*\d)[\w./-]{1,20}",
    re.IGNORECASE,
)
_LONGEST_VERSION: Final = 4  # more is no count of versions
_PLACE: Final = re.compile(r"[^\W\d_][^\d:;!?()]{1,40}")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What a line states: genre and distribution with their wording, dates, version, status."""

    genre: GenreKey | None = None
    genre_text: str = ""
    distribution: DistributionKey | None = None
    distribution_text: str = ""
    issued: FoundDate | None = None
    updated: FoundDate | None = None
    expires: FoundDate | None = None
    version: int | None = None
    number: str = ""
    place: str = ""
    until: datetime | None = None
    status: Status | None = None


def read_line(text: str, lang: LangTag) -> LineFacts | None:
    """Return the facts of a line of a letterhead, or nothing where it says anything else."""
    if weight(text) > _LONGEST:
        return None
    words = vocabulary(lang)
    whole = _segment(text, words, lang)
    if whole:
        return whole
    pieces = [piece for piece in _SEPARATORS.split(text.strip()) if piece.strip()]
    facts = LineFacts()
    for piece in pieces if len(pieces) > 1 else ():
        found = _segment(piece, words, lang) or _place_and_date(piece, lang)
        if found is None:
            return _place_and_date(text, lang)
        facts = _together(facts, found)
    if facts != LineFacts():
        return facts
    return _label_and_date(text, words, lang) or _place_and_date(text, lang)


def _segment(text: str, words: Vocabulary, lang: LangTag) -> LineFacts | None:
    plain = _bare(text)
    folded = fold(plain)
    if folded in words.statuses:
        return LineFacts(status=words.statuses[folded])
    if folded in words.distributions:
        return LineFacts(distribution=words.distributions[folded], distribution_text=plain)
    if folded in words.genres:
        return LineFacts(genre=words.genres[folded], genre_text=plain)
    found = only_date(plain, lang)
    if found:
        is_update = any(begins(folded, phrase) for phrase in words.updated)
        return LineFacts(updated=found) if is_update else LineFacts(issued=found)
    if _NUMBER.fullmatch(plain) or _SIGNED.fullmatch(plain):
        return LineFacts(number=plain)
    return _validity(plain, words, lang) or _embargo(plain, folded, words, lang)


def _bare(text: str) -> str:
    """Return *text* without signs around it; a bracket that one in it belongs to stays."""
    plain = text.strip(" \u00a0:：.*–—-[]()【】")
    start = text.find(plain)
    for opening, closing in ("()", "[]", "【】"):
        end = start + len(plain)
        if plain.count(opening) > plain.count(closing) and text[end : end + 1] == closing:
            plain += closing
        if plain.count(opening) < plain.count(closing) and text[:start].endswith(opening):
            plain, start = opening + plain, start - 1
    return plain


def _place_and_date(text: str, lang: LangTag) -> LineFacts | None:
    """Read "Paris, le 26 juin 2018": one place in capital letters, and the day."""
    found = list(find_dates(text, lang))
    if len(found) != 1 or found[0].end < len(text.rstrip(" .)")):
        return None
    place, comma, filler = re.split(r"([,،、(–—-])", text[: found[0].start] + " ", maxsplit=1) + (
        [] if re.search(r"[,،、(–—-]", text[: found[0].start]) else ["", ""]
    )
    place = place.strip()
    if not comma or not _PLACE.fullmatch(place) or not _is_name(place):
        return None
    if not only_date(filler + text[found[0].start :], lang):
        return None
    return LineFacts(issued=found[0], place=place)


def _is_name(text: str) -> bool:
    """Say whether *text* may name a place: few words, in scripts with capitals all with one."""
    words = text.split()
    has_case = text.lower() != text.upper()
    return len(words) <= (4 if has_case else 2) and not any(word[0].islower() for word in words)


def _embargo(text: str, folded: str, words: Vocabulary, lang: LangTag) -> LineFacts | None:
    """Read "Embargoed until …": the wording stays, its moment is taken if it has an offset."""
    is_begun = any(
        key is DistributionKey.EMBARGOED and begins(folded, phrase)
        for phrase, key in words.distributions.items()
    )
    is_printed = any(_between(text, before, after) for before, after in words.embargoed)
    if not (is_begun or is_printed) or not any(find_dates(text, lang)):
        return None
    until = moment_in(text, lang)
    return LineFacts(distribution=DistributionKey.EMBARGOED, distribution_text=text, until=until)


def _validity(text: str, words: Vocabulary, lang: LangTag) -> LineFacts | None:
    """Read "Version 2" and "Valid until …"."""
    for before, after in words.expires:
        found = only_date(inner, lang) if (inner := _between(text, before, after)) else None
        if found:
            return LineFacts(expires=found)
    for before, after in words.version:
        inner = _between(text, before, after)
        if inner.isdecimal() and len(inner) <= _LONGEST_VERSION and int(inner):
            return LineFacts(version=int(inner))
    return None


def _between(text: str, before: str, after: str) -> str:
    """Return what stands between the two in *text*; nothing where it is not all between them."""
    inner = text.removeprefix(before)
    is_all = text.startswith(before) and inner.endswith(after)
    return inner.removesuffix(after) if is_all else ""


def _label_and_date(text: str, words: Vocabulary, lang: LangTag) -> LineFacts | None:
    """Read a label and a date that nothing sets apart: "Press Release June 26, 2018"."""
    found = list(find_dates(text, lang))
    if len(found) != 1:
        return None
    rest = f"{text[: found[0].start]} {text[found[0].end :]}".strip(" \u00a0,،:：.–—-|()")
    facts = _segment(rest, words, lang) if rest else None
    if facts is None or facts.issued or facts.updated:
        return None
    # The day beside "Withdrawn" is not that of issue.
    return facts if facts.status else replace(facts, issued=found[0])


def _together(one: LineFacts, other: LineFacts) -> LineFacts:
    """Return the facts of both; what the first one states holds."""
    return LineFacts(
        one.genre or other.genre,
        one.genre_text or other.genre_text,
        one.distribution or other.distribution,
        one.distribution_text or other.distribution_text,
        one.issued or other.issued,
        one.updated or other.updated,
        one.expires or other.expires,
        one.version or other.version,
        one.number or other.number,
        one.place or other.place,
        one.until or other.until,
        one.status or other.status,
    )
