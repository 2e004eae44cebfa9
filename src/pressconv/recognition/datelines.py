"""The start of a first paragraph → its dateline: "GENEVA, 13 October –", "(WASHINGTON) —"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.languages.reading import FoundDate, find_dates

if TYPE_CHECKING:
    from pressconv.model import LangTag

_LONGEST: Final = 110
_DASH: Final = re.compile(r"\s*(?:\s[-\u2013\u2014]{1,3}\s|[\u2013\u2014]\s?|\s--\s?|:\s)")
_SPOT: Final = re.compile(r"[^\W\d_][\w.'\u2019 /-]*[\w.]")
_EDGES: Final = " \u00a0,،、()[]（）*-\u2013\u2014"
_DAY: Final = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline with its length in the paragraph, and the day it names if it names a whole one."""

    dateline: m.Dateline
    length: int
    issued: FoundDate | None


def find_dateline(text: str, lang: LangTag) -> FoundDateline | None:
    """Return the dateline that a paragraph begins with.

    A place alone must stand in capitals or parentheses: else any subject before a dash would do.
    """
    dash = _DASH.search(text[:_LONGEST])
    if dash is None or dash.end() >= len(text):
        return None
    before = text[: dash.start()].strip()
    if dash[0].strip() == ":":
        return None
    date = next(find_dates(before, lang), None)
    place = (before[: date.start] if date else before).strip(_EDGES)
    tail = before[date.end :].strip(_EDGES + ".") if date else ""
    if tail or not _is_place(place, before, has_day=date is not None):
        return None
    parts: list[str | m.DatelinePlace | m.DatelineTime] = [m.DatelinePlace(place)]
    if date:
        start = before.index(place) + len(place)
        parts.append(_between(before[start : date.start]))
        parts.append(m.DatelineTime(date.when, before[date.start : date.end]))
    return FoundDateline(m.Dateline(tuple(parts)), dash.end(), date)


def _between(text: str) -> str:
    """Return what stands between place and day, with a space around it as in running text."""
    return re.sub(r"\s+", " ", text.replace("(", "").replace(")", "")) or " "


def _is_place(place: str, before: str, *, has_day: bool) -> bool:
    pieces = [piece.strip() for piece in re.split("[,،、/]", place)]
    if not place or len(pieces) > 4 or not all(_SPOT.fullmatch(piece) for piece in pieces):
        return False
    words = place.replace(",", " ").split()
    has_case = place.lower() != place.upper()
    if has_case and any(word[0].islower() for word in words):
        return False
    if has_day:
        return len(words) <= 6
    is_bracketed = before.startswith(("(", "[", "（")) and before.endswith((")", "]", "）"))
    in_capitals = has_case and pieces[0].isupper() and len(pieces[0]) > 2
    # A town with its state or district: "Washington, D.C."
    has_region = len(pieces) == 2 and has_case and pieces[1].isupper() and len(pieces[1]) <= 5
    return len(words) <= 5 and (is_bracketed or in_capitals or has_region)
