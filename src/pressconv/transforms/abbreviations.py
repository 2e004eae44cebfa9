"""Abbreviations in words: what one stands for is said where the text uses it first.

The words stand behind the abbreviation, in the brackets of the language: "UN (United Nations)". The
sentence was written for the abbreviation, and its article, case and endings stay right in every
language. What the author has said already is not said again. An abbreviation that is explained
where it stands loses its expansion, so that nobody hears it twice; later uses keep theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass as plain_dataclass
from dataclasses import field, replace
from itertools import count, zip_longest
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.notes import Note, note
from pressconv.options import Abbreviations
from pressconv.present.wording import filled
from pressconv.text import NOTHING, inline_text, joined, letters
from pressconv.walk import descendants, map_running

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TEXT: Final = (m.Paragraph, m.Running, m.Figure, m.Quote, m.Line)
"""What holds the text itself; all else are headings and names, which are kept short."""

_QUOTED: Final = (m.Quote, m.Speech, m.Verse, m.Quotation, m.Cite)
"""Somebody else's words: what is put in stands in square brackets, as editors do it."""

_SQUARE: Final = str.maketrans("()（）", "[]［］")
_PAIRS: Final = dict(zip("([（［", ")]）］", strict=True))
_OPENED: Final = re.compile(r"([(\[（［])([^(\[（［]*)$")
_BRACKETS: Final = re.compile(r"[\w'\u2019-]*((?:\s*[(\[（［][^)\]）］]*[)\]）］]?)+)")

# Letters that go on with a word: not those of scripts without spaces, where another word begins.
_LETTER: Final = r"[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
_REST: Final = re.compile(rf"{_LETTER}*(?:['\u2019\u2010\u2011-]{_LETTER}+)*")

_NOTES: Final = re.compile(f"{NOTHING}[^{NOTHING}]*{NOTHING}")


def apply_abbreviations(
    release: m.Release, choice: Abbreviations = Abbreviations.EXPAND
) -> m.Release:
    """Say in words what abbreviations stand for, or `KEEP` the words of *release* as they are.

    Each is explained once, at its first use in the text, in a heading only where no text uses it.
    Applied twice, it changes nothing more.
    """
    if not _holds_any(release):
        return release
    runs = _runs(release)
    _plan(runs, choice)
    numbers = count()
    return map_running(
        release, _start(release), _inside, lambda run, _: runs[next(numbers)].written(run)
    )


def unexplained(release: m.Release) -> tuple[Note, ...]:
    """Note each abbreviation whose expansion no words of *release* give."""
    if not _holds_any(release):
        return ()
    left = dict.fromkeys(use.node.text for use in _plan(_runs(release), Abbreviations.KEEP))
    return tuple(note("abbreviation-unexplained", text=text) for text in left)


def _holds_any(release: m.Release) -> bool:
    return any(isinstance(node, m.Abbreviation) for node in descendants(release))


# ---- where abbreviations are used ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Here:
    """What holds around a block. ``rank`` says how early it is explained in such a block."""

    lang: m.LangTag
    rank: int = 0
    is_quoted: bool = False
    holds_quoted: bool = False
    is_head: bool = False
    is_hidden: bool = False


_CORRECTION, _BODY, _HEADING = range(3)


def _start(release: m.Release) -> _Here:
    return _Here(release.lang, _HEADING)


def _inside(here: _Here, node: object) -> _Here:
    is_head = here.is_head or isinstance(node, m.HeaderCell)
    rank = _BODY if isinstance(node, _TEXT) and not is_head else _HEADING
    return _Here(
        lang=(isinstance(node, m.Marked) and node.lang) or here.lang,
        rank=_CORRECTION if isinstance(node, m.Correction) else rank,
        is_quoted=here.holds_quoted,
        holds_quoted=here.holds_quoted or isinstance(node, _QUOTED),
        is_head=is_head,
        is_hidden=here.is_hidden or isinstance(node, m.Wording),
    )


@plain_dataclass(slots=True)
class _Use:
    """An abbreviation in a run, from ``start`` on; ``rest`` is what the same word has behind it."""

    node: m.Abbreviation
    run: _Run
    start: int
    rest: str
    lang: m.LangTag
    is_quoted: bool

    @property
    def end(self) -> int:
        return self.start + len(self.node.text)

    @property
    def order(self) -> tuple[int, int, bool, int]:
        """Where it is read: a note after the block that calls it."""
        return self.run.here.rank, self.run.number, self._is_noted, self.start

    @property
    def _is_noted(self) -> bool:
        return self.run.text.count(NOTHING, 0, self.start) % 2 == 1

    def around(self) -> tuple[str, str]:
        """Return what is read before and after it."""
        before, after = self.run.text[: self.start], self.run.text[self.end :]
        if self._is_noted:
            return before.rpartition(NOTHING)[2], after.partition(NOTHING)[0]
        return _NOTES.sub("", before), _NOTES.sub("", after)


@plain_dataclass(slots=True)
class _Run:
    """A block of running text, its notes between two `NOTHING`, and what becomes of it."""

    number: int
    here: _Here
    text: str = ""
    uses: list[_Use] = field(default_factory=list)
    glosses: dict[int, m.Inlines] = field(default_factory=dict)
    explained: set[int] = field(default_factory=set)

    def read(self, nodes: m.Inlines, lang: m.LangTag, *, is_quoted: bool) -> None:
        """Add the text and the abbreviations of *nodes*."""
        for node, following in zip_longest(nodes, nodes[1:]):
            if isinstance(node, m.Abbreviation):
                rest = _rest(following)
                self.uses.append(_Use(node, self, len(self.text), rest, lang, is_quoted))
            if not hasattr(node, "children"):
                self.text += inline_text((node,))
                continue
            edge = NOTHING if isinstance(node, m.Footnote) else ""
            own_lang = (isinstance(node, m.Marked) and node.lang) or lang
            self.text += edge
            self.read(node.children, own_lang, is_quoted=is_quoted or isinstance(node, _QUOTED))
            self.text += edge

    def written(self, run: m.Inlines) -> m.Inlines:
        """Return *run* with what has been planned for it."""
        return _Writer(self).written(run) if self.glosses or self.explained else run


def _rest(following: m.Inline | None) -> str:
    found = _REST.match(following.value) if isinstance(following, m.Text) else None
    return found[0] if found else ""


def _runs(release: m.Release) -> list[_Run]:
    """Read all running text, in the order of the model."""
    runs: list[_Run] = []

    def read(run: m.Inlines, here: _Here) -> m.Inlines:
        made = _Run(len(runs), here)
        if not here.is_hidden:
            made.read(run, here.lang, is_quoted=here.is_quoted)
        runs.append(made)
        return run

    map_running(release, _start(release), _inside, read)
    return runs


# ---- what is said of them ------------------------------------------------------------------


def _plan(runs: Iterable[_Run], choice: Abbreviations) -> Iterator[_Use]:
    """Plan what becomes of each use; yield those of which nothing is said."""
    same: dict[str, list[_Use]] = defaultdict(list)
    for use in sorted((use for run in runs for use in run.uses), key=lambda use: use.order):
        same[use.node.text].append(use)
    return iter([left for uses in same.values() for left in _planned(uses, choice)])


def _planned(uses: list[_Use], choice: Abbreviations) -> Iterator[_Use]:
    """Plan the uses of one abbreviation, in the order of reading."""
    meanings = {letters(use.node.expansion.text) for use in uses if use.node.expansion}
    said = {letters(uses[0].node.text), ""}
    for use in uses:
        said |= {meaning for meaning in meanings if _is_introduced(use, meaning)}
        if use.node.expansion is None:
            continue
        meaning = letters(use.node.expansion.text)
        if _is_introduced(use, meaning):
            use.run.explained.add(use.start)
        elif choice is Abbreviations.EXPAND and meaning not in said:
            use.run.explained.add(use.start)
            at, gloss = _gloss(use, use.node.expansion)
            use.run.glosses[at] = joined(*use.run.glosses.get(at, ()), *gloss)
            said.add(meaning)
        elif meaning not in said:
            yield use


def _is_introduced(use: _Use, meaning: str) -> bool:
    """Say whether the words beside it say what it means.

    An abbreviation alone in brackets stands for the words before them, in whatever case or language
    they are.
    """
    before, after = use.around()
    near = 3 * len(meaning) + 100
    opened = _OPENED.search(before)
    if opened and _PAIRS[opened[1]] == after.lstrip()[:1]:
        named = letters(before[: opened.start()][-near:])
        if named and (named.endswith(meaning) or not letters(opened[2])):
            return True
    if letters(before[-near:]).endswith(meaning) or letters(after[:near]).startswith(meaning):
        return True
    bracket = _BRACKETS.match(after)
    return bracket is not None and meaning in letters(bracket[1])


def _gloss(use: _Use, expansion: m.Expansion) -> tuple[int, m.Inlines]:
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


class _Writer:
    """Writes one run anew; ``at`` counts the characters as `_Run.read` does."""

    def __init__(self, run: _Run) -> None:
        self.run = run
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
        for at in sorted(at for at in self.run.glosses if start < at <= self.at):
            yield value[done : at - start]
            yield from self.run.glosses[at]
            done = at - start
        yield value[done:]
