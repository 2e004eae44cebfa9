"""Texts that are full of what the rules of typography look at, for hypothesis."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st

from pressconv import model as m
from pressconv.languages import language, shipped
from pressconv.languages.numbers import ZEROS
from pressconv.text import joined

TAGS = [*shipped()]

# What texts are made of that rules look at, one kind a line, so that each kind is as likely.
MARKS = [*"\"'“”«»‹›„‚‘’「」『』`", "''", "<<", ">>", ",,", "``", *"()[]{}"]
STOPS = [*",.;:!?…،؛؟۔।。，：、", "...", ". . .", "?!", "!!!", ":-)", ";)"]
DASHES = [*"-–—―−", "--", "---", " - ", " – ", " — "]
SPACES = [*" \u00a0\u202f\u2009\u2003", "  ", "\u200c", "\n"]
SIGNS = [*"%٪‰$€£₽₹§№°&/#@+=*_\\", "°C", "°F", "US$", "R$", "n°", "¿", "¡"]
NUMBERS = "0 1 5 12 30 100 000 1,234 5,5 3.8 1.234.567 2018 XIX IV ۱۲ ٣ ১২ १२ 1er 2nd".split()
LATIN = "a b z mot Word US ÉTAT Mme M. J. J.-P. km kg million z. B. d'été it's '90s o'".split()
OTHER = [
    *"в г. слово США и С.В. سلام می ها خانه ای NATO و 你好 世界 かな と".split(),
    *"한국 שלום צה ה हिन्दी ไทย ሰላም".split(),
]
LITERALS = """https://example.org/a?b=1;c a@b.org 10:30 3:1 @press #COP21 +1 202-555-0100 F-16 v1.2
    2018-06-26 01 43 12 22 22 C++ report.pdf A/RES/71/256""".split()


@st.composite
def texts(draw, tag):
    """Draw a text that is full of what the rules of a language look at."""
    typography = language(tag).typography
    own = [
        *language(tag).quotes,
        *language(tag).nested_quotes,
        *typography.before_name[:9],
        *typography.before_number[:9],
        *typography.after_number[:9],
        *typography.after_roman[:3],
        *typography.abbreviations[:9],
        *typography.one_letter[:3],
        *typography.letters,
        *typography.marks,
        *typography.joiner_prefixes,
        *typography.joiner_suffixes,
        *language(tag).dates.months[:4],
    ]
    kinds = [MARKS, STOPS, DASHES, SPACES, SPACES, SIGNS, NUMBERS, LATIN, OTHER, LITERALS, own]
    piece = st.sampled_from(kinds).flatmap(st.sampled_from)
    return draw(st.sampled_from(["", "", " "])).join(draw(st.lists(piece, max_size=16)))


TAGGED = st.sampled_from(TAGS).flatmap(lambda tag: st.tuples(st.just(tag), texts(tag)))


def letters_and_digits(text: str, tag: str) -> str:
    """Return what typography may not change: decimal digits by value, letters by the file's map."""
    table = {ord(old): new for old, new in language(tag).typography.letters.items()}
    table |= {ord(zero) + value: str(value) for zero in ZEROS.values() for value in range(10)}
    normal = unicodedata.normalize("NFC", text).translate(table)
    return "".join(one for one in normal if one.isalnum() or unicodedata.combining(one))


@st.composite
def inlines(draw, tag, depth=3):
    """Draw a run of inline content: such texts in elements, quotations and foreign parts."""
    words = texts(tag).map(lambda text: unicodedata.normalize("NFC", text.replace("\n", " ")))
    kinds = ["text", "text", "em", "q", "q", "foreign", "code", "br"] if depth else ["text"]
    nodes: list[m.Inline | str] = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
        if kind == "br":
            nodes.append(m.LineBreak())
        elif kind == "code":
            nodes.append(m.Code("a ; b"))
        elif kind == "text":
            nodes.append(draw(words))
        else:
            lang = draw(st.sampled_from(TAGS)) if kind == "foreign" else None
            inner = ("x", *draw(inlines(lang or tag, depth - 1)))
            made: Any = {"em": m.Emphasis, "q": m.Quotation}.get(kind, m.Span)
            nodes.append(made(joined(*inner), lang=lang))
    return joined("x", *nodes)
