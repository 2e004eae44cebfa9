"""The characters of a block as one string, so that a rule sees across the elements in it.

A `Flow` knows which leaf of the tree owns which characters. What is fixed (an address, code, words
in another language) is there for a rule to look at, and no rule changes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Span: TypeAlias = tuple[int, int]
"""Start and end in characters."""

Edit: TypeAlias = tuple[int, int, str]
"""Start, end, and what stands there instead."""


@dataclass(slots=True)
class _Segment:
    """The characters up to *end*, of one leaf, that may all be changed, or none of them."""

    end: int
    leaf: int
    is_fixed: bool


@dataclass(slots=True)
class Flow:
    """A text and the leaves that it came from."""

    text: str = ""
    _segments: list[_Segment] = field(default_factory=list)

    def add(self, text: str, *, is_fixed: bool = False) -> None:
        """Append the text of the next leaf."""
        self.text += text
        leaf = self._segments[-1].leaf + 1 if self._segments else 0
        self._segments.append(_Segment(len(self.text), leaf, is_fixed))

    def leaves(self) -> list[str]:
        """Return what the text of each leaf has become."""
        texts: list[str] = []
        start = 0
        for segment in self._segments:
            piece = self.text[start : segment.end]
            if segment.leaf == len(texts):
                texts.append(piece)
            else:
                texts[-1] += piece
            start = segment.end
        return texts

    def fix(self, spans: Iterable[Span]) -> None:
        """Protect *spans*: in order, none over another."""
        spans = list(spans)
        if not spans:
            return
        cuts = [
            (at, is_fixed)
            for span in spans
            for at, is_fixed in zip(span, (True, False), strict=True)
        ]
        made: list[_Segment] = []
        inside, number = False, 0
        for segment in self._segments:
            while number < len(cuts) and cuts[number][0] < segment.end:
                at, becomes = cuts[number]
                if at > (made[-1].end if made else 0):
                    made.append(_Segment(at, segment.leaf, segment.is_fixed or inside))
                inside, number = becomes, number + 1
            made.append(_Segment(segment.end, segment.leaf, segment.is_fixed or inside))
            while number < len(cuts) and cuts[number][0] == segment.end:
                inside, number = cuts[number][1], number + 1
        self._segments = made

    def change(self, edits: Iterable[Edit]) -> None:
        """Make the *edits*, but for those that touch what is fixed, or what another has changed.

        An insertion belongs to the leaf of the character behind it, else to the one before; what
        stands for characters of several leaves, to the first of them.
        """
        wanted = sorted(edits)
        if not wanted:
            return
        pieces: list[str] = []
        at = shift = number = start_of_segment = 0
        for start, end, new in self._parted(wanted):
            while self._segments[number].end <= start and number + 1 < len(self._segments):
                start_of_segment = self._segments[number].end
                self._segments[number].end += shift
                number += 1
            if self._segments[number].is_fixed:
                at_start = start == end == start_of_segment and number > 0
                if not at_start or self._segments[number - 1].is_fixed:
                    continue
                self._segments[number - 1].end += len(new)
            pieces += self.text[at:start], new
            at = end
            shift += len(new) - (end - start)
        for segment in self._segments[number:]:
            segment.end += shift
        self.text = "".join([*pieces, self.text[at:]])

    def _parted(self, edits: list[Edit]) -> list[Edit]:
        """Return the *edits*, which are in order, none over another, each inside one segment."""
        parted: list[Edit] = []
        bounds = [(segment.end, segment.is_fixed) for segment in self._segments]
        at = number = 0
        for start, end, new in edits:
            if start < at:
                continue
            at = end
            while bounds[number][0] <= start and number + 1 < len(bounds):
                number += 1
            if end <= bounds[number][0]:
                parted.append((start, end, new))
            else:
                parted += self._spread(start, end, new, bounds[number:])
        return parted

    def _spread(
        self, start: int, end: int, new: str, bounds: list[tuple[int, bool]]
    ) -> Iterator[Edit]:
        """Yield an edit over several segments as one for each; none if one of them is fixed."""
        while new and end > start and self.text[end - 1] == new[-1]:
            end, new = end - 1, new[:-1]
        within = [*takewhile(lambda bound: bound[0] < end, bounds)]
        last = bounds[len(within)]
        is_same_length = len(new) == end - start
        if any(is_fixed for _, is_fixed in (*within, last)):
            return
        if not is_same_length and (len(within) > 1 or end == last[0]):
            return  # a leaf would be empty
        for cut in (*(bound for bound, _ in within), end):
            here = new[: cut - start] if is_same_length else new
            yield start, cut, here
            start, new = cut, new[len(here) :]
