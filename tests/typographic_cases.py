"""What each operation of a typographic case asks of pressconv."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from sources import ROOT

from pressconv import model as m
from pressconv.charsets import in_charset
from pressconv.house import House, read_house
from pressconv.languages import NO_CHOICES, Choices, Language, language
from pressconv.languages.casing import upper
from pressconv.languages.dates import day
from pressconv.languages.numbers import decimal, percent
from pressconv.linebreak import cells, pieces
from pressconv.present import present
from pressconv.presentation import LineKind, PartKind
from pressconv.text import inline_text
from pressconv.typography import typeset

Case: TypeAlias = "dict[str, Any]"

CASES = [Path(__file__).parent / "cases" / name for name in ("typography.json", "more.json")]

# The letterhead lines that a phrase of the cases names; all others are kinds of release.
ISSUER_LINES = {
    "department": LineKind.ORGANIZATION,
    "office-of-the-spokesperson": LineKind.UNIT,
}
IMMEDIATE = "for-immediate-release"


def load(path: str | None) -> list[Case]:
    """Return the cases of a file, or those of tests/cases."""
    files = [Path(path)] if path else CASES
    return [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]


def answer(case: Case) -> object:
    """Return what pressconv makes of a case's input."""
    options = {key: value for key, value in case.get("opts", {}).items() if key in KEYS}
    choices = Choices(**options) if options else NO_CHOICES
    return OPERATIONS[case["op"]](case["input"], case["lang"], choices)


def comparable(case: Case, value: object) -> object:
    """Fold all spaces of a date, unless the case is about them."""
    if case["op"] == "date" and case.get("opts", {}).get("style") != "g":
        return " ".join(str(value).split())
    return value


KEYS = ("profile", "level", "style", "ca", "nu", "charset")


def _typo(text: str, lang: str, choices: Choices) -> str:
    once = typeset(text, lang=lang, typography=choices)
    assert typeset(once, lang=lang, typography=choices) == once, "not idempotent"
    return once


def _plain(text: str, lang: str, choices: Choices) -> str:
    del lang
    return in_charset(text, choices.charset or "utf-8")


def _date(text: str, lang: str, choices: Choices) -> str:
    return day(date.fromisoformat(text), _rules(lang, choices), letterhead=True)


def _number(text: str, lang: str, choices: Choices) -> str:
    return decimal(Decimal(text), _rules(lang, choices))


def _percent(text: str, lang: str, choices: Choices) -> str:
    return percent(Decimal(text), _rules(lang, choices))


def _upper(text: str, lang: str, choices: Choices) -> str:
    return upper(text, _rules(lang, choices))


def _visual(text: str, lang: str, choices: Choices) -> str:
    del lang, choices
    from pressconv.bidi import visual, without_controls

    return without_controls(visual(text, m.Direction.RTL))


def _reshape(text: str, lang: str, choices: Choices) -> str:
    del lang, choices
    from pressconv.shaping import shape

    return shape(text)


def _width(text: str, lang: str, choices: Choices) -> int:
    del lang, choices
    return cells(unicodedata.normalize("NFC", text))


def _linebreak(text: str, lang: str, choices: Choices) -> str:
    del choices
    return "|".join(pieces(text, lang))


def _disclaimer(text: str, lang: str, choices: Choices) -> str:
    assert text == "translation-disclaimer"
    del choices
    shown = present(_release(lang), house=_house())
    (part,) = (part for part in shown.parts if part.kind is PartKind.TRANSLATION)
    paragraph = part.content[0]
    assert isinstance(paragraph, m.Paragraph)
    assert paragraph.lang in {None, lang}
    return inline_text(paragraph.children)


def _phrase(text: str, lang: str, choices: Choices) -> str:
    del choices
    kind = ISSUER_LINES.get(text) or (
        LineKind.DISTRIBUTION if text == IMMEDIATE else LineKind.GENRE
    )
    is_genre = kind is LineKind.GENRE
    shown = present(_release(lang, text if is_genre else "statement"), house=_house())
    content = next(line.content for line in shown.letterhead if line.kind is kind)
    assert isinstance(content, tuple)
    return inline_text(content)


def _release(lang: str, genre: str = "statement") -> m.Release:
    """Return a translation from English, English authoritative, made by people."""
    head = m.Head(
        headline=(m.Text("x"),),
        genre=m.Genre(m.GenreKey(genre)),
        distribution=m.Distribution(m.DistributionKey.IMMEDIATE),
        translation=m.Translation("en", ("en",), m.Method.HUMAN),
    )
    body = m.Body(content=(m.Paragraph((m.Text("x"),)),))
    return m.Release(id="x", lang=lang, head=head, body=body)


@cache
def _house() -> House:
    return read_house((ROOT / "samples" / "pressconv.toml").read_bytes())


def _rules(lang: str, choices: Choices) -> Language:
    return language(lang, choices)


OPERATIONS = {
    "typo": _typo,
    "plain": _plain,
    "date": _date,
    "number": _number,
    "percent": _percent,
    "upper": _upper,
    "visual": _visual,
    "reshape": _reshape,
    "width": _width,
    "linebreak": _linebreak,
    "disclaimer": _disclaimer,
    "phrase": _phrase,
}
