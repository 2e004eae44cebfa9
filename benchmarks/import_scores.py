"""What an import found of a document, held against what people expected of it.

An expected file says either `{lang, headline, issued, body: [paragraph, …], furniture: [phrase,
…]}` or `{keep: [phrase, …], drop: [phrase, …]}`; what it does not say is not asked. Words are
compared without case, marks and what joins them; in scripts that set no spaces a word is one
character.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

FACTS: Final = ("lang", "headline", "issued")
_EXPECTED: Final = "expected.json"
_N_IN_ROW: Final = 4
_DENSE: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")
_JOINING: Final = frozenset({"Mn", "Mc", "Me", "Cf"})


@dataclass(frozen=True)
class Case:
    """A document and what is expected of it; ``kind`` is the kind of file, without compression."""

    name: str
    kind: str
    data: bytes
    expected: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What an import found; ``lang`` is `None` where a peer says none at all.

    ``text`` is all that a reader of the release meets, ``article`` what stands under its
    letterhead. ``bare`` and ``bare_article`` are the same without captions and alternative texts;
    ``seconds`` are those of the processor.
    """

    lang: str | None
    headline: str
    issued: str | None
    text: str
    article: str
    bare: str
    bare_article: str
    seconds: float = 0.0


NOTHING: Final = Found("", "", None, "", "", "", "")


@dataclass(frozen=True)
class Score:
    """How one document did: facts as right, wrong or not asked; the rest as counts.

    ``phrases`` are those found of both sides, found of the wrong side, and missed; ``full`` the
    same of runs of four words; each once with captions and alternative texts, once without.
    """

    name: str
    kind: str
    lang: bool | None
    headline: bool | None
    issued: bool | None
    n_words: int
    n_kept: int
    n_furniture: int
    n_left: int
    phrases: tuple[Hits, Hits]
    full: tuple[Hits, Hits]
    lost: tuple[str, ...]
    left: tuple[str, ...]
    seconds: float

    @property
    def loss(self) -> float:
        """How bad it is: the share of words lost and left, and the miss of the phrases."""
        words = (self.n_words - self.n_kept) / (self.n_words or 1)
        furniture = self.n_left / (self.n_furniture or 1)
        return words + furniture + sum(1 - f1([hits]) for hits in self.phrases) / 2


@dataclass(frozen=True)
class Hits:
    """Right, too many, missed; all 0 where nothing was asked."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def is_asked(self) -> bool:
        """Whether anything was expected."""
        return bool(self.right + self.missed)


# ---- the documents -----------------------------------------------------------------------------


def cases(folder: Path, kinds: Iterable[str]) -> Iterator[Case]:
    """Yield the documents of *folder* that have an expected file, or a place in the common one."""
    common = folder / _EXPECTED
    known = json.loads(common.read_text(encoding="utf-8")) if common.is_file() else {}
    for path in sorted(folder.iterdir()):
        name = path.name.removesuffix(".gz")
        kind = next((one for one in kinds if name.endswith(one)), None)
        if kind is None:
            continue
        stem = name.removesuffix(kind)
        own = folder / f"{stem}.{_EXPECTED}"
        expected = json.loads(own.read_text(encoding="utf-8")) if own.is_file() else known.get(stem)
        if expected is not None:
            data = path.read_bytes()
            yield Case(
                name, kind, gzip.decompress(data) if path.suffix == ".gz" else data, expected
            )


# ---- words -------------------------------------------------------------------------------------


def words(text: str) -> list[str]:
    """Return the words of *text* as they stand."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(one for one in plain if unicodedata.category(one) not in _JOINING)
    return _WORD.findall(kept)


def _squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _rows(text: str) -> Counter[tuple[str, ...]]:
    found = words(text)
    n_rows = max(1, len(found) - _N_IN_ROW + 1)
    return Counter(tuple(found[at : at + _N_IN_ROW]) for at in range(n_rows) if found)


# ---- one document ------------------------------------------------------------------------------


def score(case: Case, found: Found) -> Score:
    """Hold what was found against what was expected."""
    expected = case.expected
    body = expected.get("body") or []
    text, own = Counter(words(found.text)), Counter(words(" ".join(body)))
    row = f" {' '.join(words(found.text))} "
    furniture = [(phrase, words(phrase)) for phrase in expected.get("furniture") or []]
    left = [(phrase, own) for phrase, own in furniture if f" {' '.join(own)} " in row]
    wanted, unwanted = _found_of(expected, found.text)
    lost = [one for one in body if Counter(words(one)) - text]
    return Score(
        name=case.name,
        kind=case.kind,
        lang=None if found.lang is None else _asked(expected, "lang", found.lang.__eq__),
        headline=_asked(expected, "headline", lambda value: words(value) == words(found.headline)),
        issued=_asked(expected, "issued", lambda value: value == found.issued),
        n_words=own.total(),
        n_kept=(own & text).total(),
        n_furniture=sum(len(own) for _, own in furniture),
        n_left=sum(len(own) for _, own in left),
        phrases=(_phrases(expected, found.text), _phrases(expected, found.bare)),
        full=(_full(body, found.article), _full(body, found.bare_article)),
        lost=(*lost, *(one for one in expected.get("keep") or [] if one not in wanted)),
        left=(*(phrase for phrase, _ in left), *unwanted),
        seconds=found.seconds,
    )


def _asked(expected: dict[str, Any], key: str, is_right: Callable[[Any], bool]) -> bool | None:
    value = expected.get(key)
    return None if value is None else is_right(value)


def _found_of(expected: dict[str, Any], text: str) -> tuple[list[str], list[str]]:
    """Return which phrases to keep and which to drop stand in *text*."""
    plain = _squeezed(text)
    return (
        [one for one in expected.get("keep") or [] if _squeezed(one) in plain],
        [one for one in expected.get("drop") or [] if _squeezed(one) in plain],
    )


def _phrases(expected: dict[str, Any], text: str) -> Hits:
    wanted, unwanted = _found_of(expected, text)
    return Hits(len(wanted), len(unwanted), len(expected.get("keep") or []) - len(wanted))


def _full(body: list[str], article: str) -> Hits:
    if not body:
        return Hits()
    own, found = _rows(" ".join(body)), _rows(article)
    return Hits((own & found).total(), (found - own).total(), (own - found).total())


# ---- all of them -------------------------------------------------------------------------------


def f1(hits: list[Hits]) -> float:
    """Return the F1 of phrases: all documents as one."""
    right, wrong = sum(one.right for one in hits), sum(one.wrong for one in hits)
    missed = sum(one.missed for one in hits)
    return 2 * right / (2 * right + wrong + missed) if right + missed + wrong else 1.0


def mean_f1(hits: list[Hits]) -> float:
    """Return the F1 of the mean precision and the mean recall: each document counts the same."""
    precisions = [one.right / (one.right + one.wrong or 1) for one in hits]
    recalls = [one.right / (one.right + one.missed or 1) for one in hits]
    precision, recall = sum(precisions) / len(hits), sum(recalls) / len(hits)
    return 2 * precision * recall / (precision + recall or 1)


def shares(scores: list[Score]) -> dict[str, float]:
    """Return the shares over *scores*, those of which something was asked."""
    found: dict[str, float] = {}
    for fact in FACTS:
        asked = [value for one in scores if (value := getattr(one, fact)) is not None]
        if asked:
            found[fact] = sum(asked) / len(asked)
    if n_words := sum(one.n_words for one in scores):
        found["kept"] = sum(one.n_kept for one in scores) / n_words
    if n_furniture := sum(one.n_furniture for one in scores):
        found["left"] = sum(one.n_left for one in scores) / n_furniture
    for name, one_f1 in (("phrases", f1), ("full", mean_f1)):
        for at, suffix in enumerate(("", "_bare")):
            hits = [h for one in scores if (h := getattr(one, name)[at]).is_asked]
            if hits:
                found[f"f1_{name}{suffix}"] = one_f1(hits)
    return found
