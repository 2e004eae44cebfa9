"""Laws of line breaking, for any text in any language."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate, pairwise

import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from pressconv.languages import language, shipped
from pressconv.linebreak import Drawing, breaks, cells, cuts, line_spans, pieces, uax14, widths

LANGUAGES = sorted(shipped())
WIDTHS = st.integers(1, 40)

WORDS = [
    *[
        "ministre",
        "l’État",
        "porte-parole",
        "e-mail",
        "a-t-il",
        "«\u00a0Oui\u00a0»\u202f!",
        "1\u202f234,5",
    ],
    *[
        "— ",
        "—",
        " – ",
        "\u00a0— ",
        "…",
        "(",
        ")",
        ",",
        ".",
        "/",
        "-",
        "%",
        "°C",
        " ",
        "  ",
        "\u00a0",
    ],
    *[
        "https://example.org/a/b-c?x=1&y=2",
        "press@example.org",
        "+33 1 99 00 01 02",
        "U+2060\u2060b",
    ],
    *[
        "سَلَام",
        "وزارة",
        "،",
        "می\u200cخواهم",
        "بن־",
        "ירושלים",
        "विदेश",
        "मंत्रालय",
        "क्षि",
        "।",
        "কর্মী",
    ],
    *["กระทรวง", "การต่างประเทศ", "ๆ", "ມາດຕາ", "ភាសា", "မြန်မာ", "የውጭ፡", "ጉዳይ።"],
    *[
        "国务院",
        "，",
        "“好”",
        "《书》",
        "——",
        "……",
        "·",
        "「はい」",
        "キャット",
        "ー",
        "々",
        "한국",
        "어는",
        "(UN)",
    ],
    *[
        "👩\u200d👩\u200d👧",
        "🇫🇷",
        "👍🏽",
        "1\ufe0f\u20e3",
        "e\u0301",
        "x\u0323\u0307",
        "\u2066a\u2069",
    ],
]
texts = (
    st.lists(st.sampled_from([*WORDS, " ", " ", " "]), max_size=14)
    .map("".join)
    .map(lambda text: unicodedata.normalize("NFC", text))
)
locales = st.sampled_from(LANGUAGES)

# What the fast path takes for plain, and a little more.
PLAIN = [
    *[
        "a",
        "ab",
        "é",
        "e\u0301",
        "L",
        "и",
        "мир",
        "م",
        "لَ",
        "א",
        "שׁ",
        "אב",
        "1",
        "23",
        "٣",
        "ab-cd",
        "and/or",
        "w/o",
        "2026-2030",
        "\u00a0(",
        "U.S.",
    ],
    *list("-'’.,:/%–—()[]«»“”‘„¿¡!?…;،؟\"\u00a0\u202f\u200c\u0301\u064eªµß"),
]
plain_texts = st.lists(st.sampled_from([*PLAIN, " ", " ", " "]), max_size=12).map("".join)


@given(plain_texts, st.sampled_from(["fr", "ar", "he", "zh-Hans", "ja", "ko"]))
def test_the_fast_path_breaks_as_the_algorithm_does(text, locale):
    found = uax14._plain(text)
    ends = uax14._by_algorithm(text, locale)
    assert found in (None, [end for end in ends if not uax14._is_barred(text, end)])


@given(texts, st.booleans())
def test_cells_are_counted_alike_in_every_way(text, wide):
    ends = breaks(text, "fr")
    before = widths.reached(text, ends, wide=wide)
    for start, end in pairwise([0, *ends]):
        assert before(end) - before(start) == cells(text[start:end], wide=wide)
    assert cells(text) == wcwidth.wcswidth(text)


@given(texts, locales, WIDTHS)
def test_no_character_is_lost(text, locale, width):
    spans = line_spans(text, width=width, locale=locale)
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace(" ", "")
    between = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    assert all(re.fullmatch(" *", one) for one in between)


@given(texts, locales, WIDTHS, st.booleans())
def test_a_line_fits_unless_it_cannot_be_cut(text, locale, width, wide):
    for start, end in line_spans(text, width=width, locale=locale, drawing=Drawing(wide=wide)):
        line = text[start:end]
        assert cells(line, wide=wide) <= width or not cuts(line, locale)


@given(texts, locales, WIDTHS)
def test_a_line_is_as_full_as_its_width_allows(text, locale, width):
    ends = breaks(text, locale)
    for (start, end), (following, _) in pairwise(line_spans(text, width=width, locale=locale)):
        later = [one for one in ends if one > following]
        if following in ends and later:
            assert cells(text[start : later[0]].rstrip(" ")) > width, text[start:end]


@given(texts, locales, WIDTHS)
def test_lines_end_where_they_may(text, locale, width):
    text = text.strip(" ")
    words = pieces(text, locale)
    starts = [0, *accumulate(map(len, words))]
    for start, _ in line_spans(text, width=width, locale=locale):
        longest = cells(words[bisect_right(starts, start) - 1].rstrip(" ")) if text else 0
        assert start in starts or longest > width


@given(texts, locales, WIDTHS)
def test_no_character_written_as_several_is_cut(text, locale, width):
    clusters = {0}
    for cluster in CharacterBreaker(text, "und"):
        clusters.add(max(clusters) + len(cluster))
    ends = {end for span in line_spans(text, width=width, locale=locale) for end in span}
    assert ends <= clusters


@given(texts, locales, WIDTHS)
def test_a_no_break_character_holds_on_both_sides(text, locale, width):
    for start, end in line_spans(text, width=width, locale=locale):
        if start and text[start - 1] != " ":
            assert text[start] not in "\u00a0\u202f\u2011\u2060"
        if end < len(text) and text[end] != " ":
            assert text[end - 1] not in "\u00a0\u202f\u2011\u2060"


# Source: W3C JLReq, classes 2 to 11; W3C clreq, 3.1.4; W3C klreq.
NEVER_FIRST = "，。、．：；！？）》」』】〕〉”’ー々ゝッャュョぁ・,.:;!?)]}%…"
NEVER_LAST = "（《「『【〔〈([{"


@given(
    st.text(st.sampled_from(NEVER_FIRST + NEVER_LAST + "国日本語キカの한국ab1 "), max_size=20),
    WIDTHS,
)
def test_closing_marks_start_no_line_and_opening_marks_end_none(text, width):
    for locale in ("ja", "zh-Hans", "zh-Hant", "ko"):
        spans = line_spans(text, width=width, locale=locale)
        for (start, end), (following, _) in pairwise(spans):
            if text[following - 1] not in NEVER_FIRST + " ":
                assert text[following] not in NEVER_FIRST, (text, locale)
            if end - start > 1:
                assert text[end - 1] not in NEVER_LAST, (text, locale)


KOREAN = [
    "외교부는",
    "(UN)의",
    "“안녕”이라고",
    "2026년",
    "10%의",
    "한·미",
    "3.1운동이",
    "NATO와",
    "10~20명",
]


@given(st.lists(st.sampled_from(KOREAN)).map(" ".join), st.integers(12, 40))
def test_a_korean_word_is_never_parted(text, width):
    for start, _ in line_spans(text, width=width, locale="ko"):
        assert not start or text[start - 1] == " "


def test_every_language_breaks_lines():
    for tag in LANGUAGES:
        assert pieces("a b", tag) == ["a ", "b"]
        assert language(tag).layout.line_height >= 1.5
