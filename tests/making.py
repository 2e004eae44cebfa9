"""Choices of hypothesis → parts of a release, as the reader makes them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from pressconv import model as m
from pressconv.readers.xml.characters import joined, squeezed, squeezed_inlines, trimmed_end
from pressconv.text import inline_text, is_blank

T = TypeVar("T")

PIECES: Final = (
    *"a é Z 7 . , ; & < > \" ' ’ « » - — ( )".split(),
    *(" ", " ", " ", " ", "\u00a0", "\u202f", "\u3000", "\u2009", "\u200c", "\u200d", "\u00ad"),
    *("Le communiqué", "de presse", "12 500", "Straße", "naïve", "x\u0301", "q\u0323\u0307"),
    *("\u0627\u0644\u0645\u063a\u0631\u0628", "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"),
    *("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u05e9\u05dc\u05d5\u05dd", "\u0663"),
    *("Коалиция", "新聞稿", "プレス", "ประกาศ", "हिन्दी", "\U0001f1f2\U0001f1e6", "\U0001d49c"),
)
LANGS: Final = ("en", "fr", "ar", "he", "fa", "ja", "zh-Hant", "pt-BR", "ru", "th", "hi")
ADDRESSES: Final = (
    *("https://example.org/", "http://example.org:8080/a/b?c=d&e=f#g", "https://пример.рф/я"),
    *("mailto:press@example.org", "tel:+33140000000", "annexe.pdf", "../fr/index.html", "#p1"),
    *("https://[2001:db8::1]/", "/a%20b", "//example.org/x", "?page=2", "https://example.org/'"),
)

DAYS: Final = st.dates()
_LAST: Final = datetime(9999, 12, 30)  # noqa: DTZ001 - hypothesis adds the offset
LOCAL: Final = st.datetimes(max_value=_LAST)
MOMENTS: Final = st.datetimes(
    max_value=_LAST,
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n))),
)
WHENS: Final = DAYS | LOCAL | MOMENTS

_DECIMALS: Final = st.decimals(-(10**12), 10**12, places=3) | st.decimals(-1, 1, places=12)
_WRAPPERS: Final = (
    *(m.Emphasis, m.Strong, m.Span, m.Quotation, m.Cite, m.Subscript, m.Superscript),
)


@cache
def _numbers(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


class Maker:
    """Makes values and running text of what `draw` chooses."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.links = True
        self.notes = True

    def up_to(self, most: int) -> int:
        """Choose a number from 0."""
        return self.draw(_numbers(0, most))

    def pick(self, values: Sequence[T]) -> T:
        """Choose one of *values*."""
        return values[self.up_to(len(values) - 1)]

    def maybe(self, make: Callable[[], T]) -> T | None:
        """Make something, or nothing."""
        return make() if self.up_to(2) == 0 else None

    def several(self, make: Callable[[], T], least: int = 0, most: int = 2) -> tuple[T, ...]:
        """Make from *least* to *most*; the fewer, the more often."""
        number = min(self.draw(_numbers(least, most)), self.draw(_numbers(least, most)))
        return tuple([make() for _ in range(number)])

    # ---- values ----------------------------------------------------------------------------

    def marks(self) -> dict[str, Any]:
        """Choose a language and a direction; mostly none."""
        if self.up_to(3):
            return {}
        return {"lang": self.lang(), "dir": self.pick((None, *m.Direction))}

    def lang(self) -> m.LangTag | None:
        """Choose a language or none."""
        return self.pick((None, *LANGS))

    def address(self) -> str:
        """Choose an address."""
        return self.pick(ADDRESSES)

    def count(self) -> int:
        """Choose a number from 1."""
        return self.draw(_numbers(1, 10**9))

    def when(self) -> m.When:
        """Choose a day or moment."""
        return self.draw(WHENS)

    def raw(self) -> str:
        """Make characters with any space at the edges."""
        return "".join(self.several(lambda: self.pick(PIECES), 1, 5))

    def shown(self) -> str:
        """Make the same, never blank."""
        text = self.raw()
        return "mot" + text if is_blank(text) else text

    def text(self) -> str:
        """Make the text of an element that holds characters only."""
        return squeezed([self.shown()])[0]

    def any_text(self) -> str:
        """Make the same, or no text."""
        return self.maybe(self.text) or ""

    # ---- running text ----------------------------------------------------------------------

    def words(self) -> m.Inlines:
        """Make the running text of a block."""
        return self._shown(squeezed_inlines(self.parts(2)))

    def maybe_words(self) -> m.Inlines:
        """Make the same, or none."""
        return self.maybe(self.words) or ()

    def link_words(self) -> m.Inlines:
        """Make the running text of a link."""
        outer, self.links = self.links, False
        words = self.words()
        self.links = outer
        return words

    def parts(self, depth: int) -> m.Inlines:
        """Make running text with any space at the edges, perhaps empty."""
        if depth == 0:
            return joined(self.several(lambda: m.Text(self.raw()), 0, 1))
        return joined(
            self.several(
                lambda: self._part(depth - 1) if self.up_to(2) == 0 else m.Text(self.raw()), 0, 4
            )
        )

    def _shown(self, children: m.Inlines) -> m.Inlines:
        return joined((m.Text("mot"), *children)) if is_blank(inline_text(children)) else children

    def _part(self, depth: int) -> m.Inline:
        kinds = [*_WRAPPERS, m.Code, m.Abbreviation, m.Time, m.Number, m.Name, m.Ruby, m.LineBreak]
        if self.links:
            kinds += [m.Link, m.Reference] + [m.Footnote] * self.notes
        kind = self.pick(kinds)
        if kind is m.LineBreak:
            return m.LineBreak()
        if kind in {m.Link, m.Reference, m.Footnote}:
            self.links = False
            node = self._link(kind, depth)
            self.links = True
            return node
        if kind in _WRAPPERS:
            return kind(self.parts(depth), **self.marks())
        return self._other(kind, depth)

    def _link(self, kind: type[m.Inline], depth: int) -> m.Inline:
        children = self.parts(depth)
        if kind is m.Link:
            return m.Link(self.address(), children, self.lang(), **self.marks())
        children = self._shown(children)
        if kind is m.Reference:
            return m.Reference("", children)
        return m.Footnote(squeezed_inlines(children), **self.marks())

    def _other(self, kind: type[m.Inline], depth: int) -> m.Inline:
        marks = self.marks()
        if kind is m.Code:
            return m.Code(self.shown(), **marks)
        if kind is m.Abbreviation:
            expansion = m.Expansion(self.text(), **self.marks())
            return m.Abbreviation(self.shown().rstrip(" "), expansion, **marks)
        if kind is m.Time:
            return m.Time(self.when(), self.parts(depth), **marks)
        if kind is m.Number:
            unit = self.maybe(self.text)
            return m.Number(self.shown(), self.draw(_DECIMALS), unit, **marks)
        children = self.parts(depth)
        if kind is m.Ruby:
            return m.Ruby(trimmed_end(children), self.text(), self.lang(), **marks)
        original = self.maybe(lambda: m.Original(self.text(), lang=self.pick(LANGS)))
        name_kind = self.pick((None, *m.NameKind))
        return m.Name(trimmed_end(children) if original else children, name_kind, original, **marks)

    def image(self) -> m.Image:
        """Make an image, described, decorative or not described yet."""
        gap = self.pick((None, m.Decorative(), m.Undescribed()))
        if gap:
            return m.Image(self.address(), gap)
        parts = self._shown(squeezed_inlines(joined(self.several(self._alternative, 1, 3))))
        children = tuple(part for part in parts if isinstance(part, m.Text | m.Span))
        return m.Image(self.address(), m.Alternative(children, **self.marks()))

    def _alternative(self) -> m.Text | m.Span:
        if self.up_to(1):
            return m.Text(self.raw())
        return m.Span(self.several(lambda: m.Text(self.raw()), 0, 1), **self.marks())

    def dateline(self) -> m.Dateline:
        """Make a dateline; no two texts side by side, one time at most."""
        kinds = list(self.several(lambda: self.pick(("text", "place")), 0, 3))
        if self.up_to(1):
            kinds.insert(self.up_to(len(kinds)), "time")
        kinds = [kind for kind, run in itertools.groupby(kinds) for _ in _once(kind, run)]
        raw = [self.raw() if kind == "text" else self.shown() for kind in kinds]
        parts: list[str | m.DatelinePlace | m.DatelineTime] = []
        for kind, text in zip(kinds, squeezed(raw), strict=True):
            if kind == "place":
                parts.append(m.DatelinePlace(text, self.lang()))
            elif kind == "time":
                parts.append(m.DatelineTime(self.when(), text))
            elif text:
                parts.append(text)
        return m.Dateline(tuple(parts), lang=self.lang())


def _once(kind: str, run: Iterator[str]) -> list[str]:
    return list(run)[: 1 if kind == "text" else None]
