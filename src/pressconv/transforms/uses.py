"""`Release` → where its running text uses abbreviations, and what the words beside them say."""

from __future__ import annotations

from dataclasses import dataclass as plain_dataclass
from dataclasses import field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.patterns import pattern
from pressconv.text import NOTHING, inline_text, letters
from pressconv.walk import map_running

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT: Final = (m.Paragraph, m.Running, m.Figure, m.Quote, m.Line)
"""What holds the text itself; all else are headings and names, which are kept short."""

_QUOTED: Final = (m.Quote, m.Speech, m.Verse, m.Quotation, m.Cite)
"""What holds somebody else's words."""

_CORRECTION, _BODY, _HEADING = range(3)  # in which order blocks explain

_JOINING: Final = 5  # letters of a word or two between an abbreviation and its words: "or", "dite"

_PAIRS: Final = dict(zip("([（［", ")]）］", strict=True))
_OPENED: Final = pattern(r"([(\[（［])([^(\[（［]*)$")
_BRACKETS: Final = pattern(r"[\w'\u2019-]*((?:\s*[(\[（［][^)\]）］]*[)\]）］]?)+)")
_END: Final = pattern(r"[.!?\u061f\u06d4\u0964\u3002\uff01\uff1f]\s")

# Letters that go on with a word: not those of scripts without spaces, where another word begins.
_LETTER: Final = r"[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
_REST: Final = pattern(rf"{_LETTER}*(?:['\u2019\u2010\u2011-]{_LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Here:
    """What holds around a block: ``rank`` says how early such a block explains what it uses."""

    lang: m.LangTag
    rank: int = _HEADING
    is_quoted: bool = False
    holds_quoted: bool = False
    is_head: bool = False
    is_hidden: bool = False

    def inside(self, node: object) -> Here:
        """Return what holds in the blocks of *node*."""
        is_head = self.is_head or isinstance(node, m.HeaderCell)
        rank = _BODY if isinstance(node, _TEXT) and not is_head else _HEADING
        return Here(
            lang=(isinstance(node, m.Marked) and node.lang) or self.lang,
            rank=_CORRECTION if isinstance(node, m.Correction) else rank,
            is_quoted=self.holds_quoted,
            holds_quoted=self.holds_quoted or isinstance(node, _QUOTED),
            is_head=is_head,
            is_hidden=self.is_hidden or isinstance(node, m.Wording),
        )


@plain_dataclass(slots=True)
class Run:
    """A block of running text: its characters, those of its notes between two `NOTHING`.

    ``glosses`` and ``explained`` are what becomes of it: words to put in, by the character that
    they stand before, and where the abbreviations begin that need no expansion of their own.
    """

    number: int
    here: Here
    text: str = ""
    uses: list[Use] = field(default_factory=list)
    glosses: dict[int, m.Inlines] = field(default_factory=dict)
    explained: set[int] = field(default_factory=set)


@plain_dataclass(slots=True)
class Use:
    """An abbreviation in a run, from ``start`` on; ``rest`` is what the same word has behind it."""

    node: m.Abbreviation
    run: Run
    start: int
    rest: str
    lang: m.LangTag
    is_quoted: bool
    is_noted: bool

    @property
    def end(self) -> int:
        """Where it ends in the text of its run."""
        return self.start + len(self.node.text)

    @property
    def order(self) -> tuple[int, int, bool, int]:
        """When it is read: a note after the block that calls it."""
        return self.run.here.rank, self.run.number, self.is_noted, self.start

    def around(self, n_characters: int) -> tuple[str, str]:
        """Return the characters that are read before and after it, about as many."""
        text = self.run.text
        before = text[max(0, self.start - n_characters) : self.start].split(NOTHING)
        after = text[self.end : self.end + n_characters].split(NOTHING)
        if self.is_noted:
            return before[-1], after[0]
        return "".join(before[::-2][::-1]), "".join(after[::2])


def runs_of(release: m.Release) -> list[Run]:
    """Read all running text of *release*, in the order of the model."""
    runs: list[Run] = []

    def read(run: m.Inlines, here: Here) -> m.Inlines:
        made = Run(len(runs), here)
        if not here.is_hidden:
            _Reading(made).read(run, here.lang, is_quoted=here.is_quoted)
        runs.append(made)
        return run

    map_running(release, Here(release.lang), Here.inside, read)
    return runs


class _Reading:
    """Reads the characters and the abbreviations of one run; ``at`` counts the characters."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.at = 0
        self.is_noted = False

    def read(self, nodes: m.Inlines, lang: m.LangTag, *, is_quoted: bool) -> None:
        self.run.text = "".join(self._texts(nodes, lang, is_quoted=is_quoted))

    def _texts(self, nodes: m.Inlines, lang: m.LangTag, *, is_quoted: bool) -> Iterator[str]:
        for node, following in zip_longest(nodes, nodes[1:]):
            if isinstance(node, m.Abbreviation):
                rest = _rest(following)
                use = Use(node, self.run, self.at, rest, lang, is_quoted, self.is_noted)
                self.run.uses.append(use)
            if not hasattr(node, "children"):
                yield self._counted(inline_text((node,)))
                continue
            edge = NOTHING if isinstance(node, m.Footnote) else ""
            own_lang = (isinstance(node, m.Marked) and node.lang) or lang
            quoted = is_quoted or isinstance(node, _QUOTED)
            yield self._counted(edge)
            yield from self._texts(node.children, own_lang, is_quoted=quoted)
            yield self._counted(edge)

    def _counted(self, text: str) -> str:
        self.at += len(text)
        self.is_noted ^= text == NOTHING
        return text


def _rest(following: m.Inline | None) -> str:
    found = _REST.match(following.value) if isinstance(following, m.Text) else None
    return found[0] if found else ""


# ---- what the words beside it say ----------------------------------------------------------


def is_introduced(use: Use, meaning: str) -> bool:
    """Say whether the words beside *use* say what it means; *meaning* is its letters.

    An abbreviation alone in brackets stands for the words before them, in whatever case or language
    they are.
    """
    before, after = use.around(3 * len(meaning) + 100)
    bracket = _BRACKETS.match(after)
    if bracket and meaning in letters(bracket[1]):
        return True
    return _is_bracketed(before, after, meaning) or _is_beside(before, after, meaning)


def _is_bracketed(before: str, after: str, meaning: str) -> bool:
    opened = _OPENED.search(before)
    if opened is None or _PAIRS[opened[1]] != after.lstrip()[:1]:
        return False
    named = letters(before[: opened.start()])
    return named.endswith(meaning) if letters(opened[2]) else bool(named)


def _is_beside(before: str, after: str, meaning: str) -> bool:
    """Say whether the words stand next to it, or in the same sentence with a word between."""
    if letters(before).endswith(meaning) or letters(after).startswith(meaning):
        return True
    last = letters(_END.split(before)[-1])
    found = last.rfind(meaning)
    if found >= 0 and len(last) - found - len(meaning) <= _JOINING:
        return True
    return 0 <= letters(_END.split(after, maxsplit=1)[0]).find(meaning) <= _JOINING
