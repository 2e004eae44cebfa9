"""Abbreviations in words: what one stands for is said where the text uses it first.

The words stand behind the abbreviation, in the brackets of the language: "UN (United Nations)". The
sentence was written for the abbreviation, and its article, case and endings stay right in every
language. What the author has said already is not said again. An abbreviation that is explained
where it stands loses its expansion, so that nobody hears it twice; later uses keep theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.languages import language
from pressconv.notes import Note, note
from pressconv.options import Abbreviations
from pressconv.present.wording import filled
from pressconv.text import inline_text, joined, letters
from pressconv.transforms.uses import Here, is_introduced, runs_of
from pressconv.walk import map_running

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.transforms.uses import Run, Use

_SQUARE: Final = str.maketrans("()（）", "[]［］")
"""Words put into somebody else's words stand in square brackets, as editors do it."""


def apply_abbreviations(
    release: m.Release, choice: Abbreviations = Abbreviations.EXPAND
) -> m.Release:
    """Say in words what abbreviations stand for, or `KEEP` the words of *release* as they are.

    Each is explained once, at its first use in the text, in a heading only where no text uses it.
    Applied twice, it changes nothing more.
    """
    runs = runs_of(release)
    _plan(runs, choice)
    if not any(run.explained for run in runs):
        return release
    numbers = count()
    return map_running(
        release,
        Here(release.lang),
        Here.inside,
        lambda nodes, _: _written(nodes, runs[next(numbers)]),
    )


def unexplained(release: m.Release) -> tuple[Note, ...]:
    """Note each abbreviation whose expansion no words of *release* give."""
    left = dict.fromkeys(use.node.text for use in _plan(runs_of(release), Abbreviations.KEEP))
    return tuple(note("abbreviation-unexplained", text=text) for text in left)


# ---- what is said of them ------------------------------------------------------------------


def _plan(runs: Iterable[Run], choice: Abbreviations) -> list[Use]:
    """Plan what becomes of each use; return those of which nothing is said."""
    same: dict[str, list[Use]] = defaultdict(list)
    for use in sorted((use for run in runs for use in run.uses), key=lambda use: use.order):
        same[use.node.text].append(use)
    return [left for uses in same.values() for left in _planned(uses, choice)]


def _planned(uses: list[Use], choice: Abbreviations) -> Iterator[Use]:
    """Plan the uses of one abbreviation, in the order of reading."""
    meanings = {letters(use.node.expansion.text) for use in uses if use.node.expansion}
    said = {letters(uses[0].node.text), ""}
    for use in uses:
        if use.node.expansion is None:  # it was explained before
            said |= {meaning for meaning in meanings if is_introduced(use, meaning)}
            continue
        meaning = letters(use.node.expansion.text)
        if is_introduced(use, meaning):
            use.run.explained.add(use.start)
            said.add(meaning)
        elif choice is Abbreviations.EXPAND and meaning not in said:
            use.run.explained.add(use.start)
            said.add(meaning)
            at, gloss = _gloss(use, use.node.expansion)
            use.run.glosses[at] = joined(*use.run.glosses.get(at, ()), *gloss)
        elif meaning not in said:
            yield use


def _gloss(use: Use, expansion: m.Expansion) -> tuple[int, m.Inlines]:
    """Return the words in their brackets, and where they stand: behind the whole word."""
    rules = language(use.lang)
    pattern = rules.gloss.translate(_SQUARE) if use.is_quoted else rules.gloss
    lang = expansion.lang or use.node.lang
    words: m.Inlines = (m.Text(expansion.text),)
    if expansion.dir or (lang and lang != use.lang):
        words = (m.Span(words, lang=lang, dir=expansion.dir),)
    behind = len(use.rest) if pattern.startswith(" ") else 0
    return use.end + behind, filled(pattern, rules, text=words)


# ---- the text with what is said ------------------------------------------------------------


def _written(nodes: m.Inlines, run: Run) -> m.Inlines:
    return _Writer(run).written(nodes) if run.explained else nodes


class _Writer:
    """Writes one run anew; ``at`` counts its characters."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.stops = sorted(run.glosses)
        self.at = 0

    def written(self, nodes: m.Inlines) -> m.Inlines:
        return joined(*(part for node in nodes for part in self._parts(node)))

    def _parts(self, node: Any) -> Iterator[m.Inline | str]:  # noqa: ANN401 - any part of a run
        start = self.at
        if hasattr(node, "children"):
            edge = isinstance(node, m.Footnote)
            self.at += edge
            node = replace(node, children=self.written(node.children))
            self.at += edge
            yield node
            return
        self.at += len(inline_text((node,)))
        if isinstance(node, m.Text):
            yield from self._text(node.value, start)
            return
        if isinstance(node, m.Abbreviation) and start in self.run.explained:
            node = replace(node, expansion=None)
        yield node
        yield from self.run.glosses.get(self.at, ())

    def _text(self, value: str, start: int) -> Iterator[m.Inline | str]:
        done = 0
        for at in self.stops[bisect_right(self.stops, start) : bisect_right(self.stops, self.at)]:
            yield value[done : at - start]
            yield from self.run.glosses[at]
            done = at - start
        yield value[done:]
