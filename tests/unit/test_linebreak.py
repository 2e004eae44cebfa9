"""Lines break by UAX #14, are measured in cells, and lose no character."""

import re
from itertools import pairwise

import pytest
import wcwidth
from wrapping import wrap

from pressconv.linebreak import breaks, cells, line_spans, pieces, widths
from pressconv.linebreak.whole import range_spans


def characters_of(pattern):
    return [one for one in map(chr, range(0x10000)) if pattern.fullmatch(one)]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("déjà", 4),
        ("за мир", 6),
        ("国务院", 6),
        ("한국", 4),
        ("سَلَام", 4),
        ("e\u0301", 1),
        ("👩\u200d👩\u200d👧", 2),
        ("a\tb\x07", 2),
        ("\u2066x\u2069", 1),
        (".\u200damot", 5),
        ("ही\u200da", 3),
        ("ه\u200d", 1),
        ("\u2066\u200dab\u2069", 2),
    ],
)
def test_cells_are_those_of_a_terminal(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("pattern", "width"), [(widths._NARROW, 1), (re.compile(f"[{widths._NONE}]"), 0)]
)
def test_every_character_counted_without_wcwidth_takes_one_cell_or_is_a_mark(pattern, width):
    assert characters_of(pattern)
    assert [one for one in characters_of(pattern) if wcwidth.wcwidth(one) != width] == []


@pytest.mark.parametrize("character", "“”…—°×§№é")
def test_an_ambiguous_character_takes_two_cells_where_a_language_says_so(character):
    assert cells(character) == 1
    assert cells(character, wide=True) == 2
    lines = wrap(f"他说{character}好", width=7, locale="zh-Hans", wide=True)
    assert max(cells(line, wide=True) for line in lines) <= 7
    assert len(wrap(f"他说{character}好", width=7, locale="zh-Hans")) == 1


def test_a_line_is_as_full_as_its_width_allows():
    assert wrap("one two three", width=7, locale="en") == ["one two", "three"]
    assert wrap("one two three", width=6, locale="en") == ["one", "two", "three"]


def test_a_width_of_zero_breaks_nothing():
    assert wrap("one two " * 50, width=0, locale="en") == [("one two " * 50).strip()]


def test_no_text_is_no_line():
    assert wrap("", width=10, locale="en") == []


def test_spaces_at_a_break_and_at_the_edges_are_dropped():
    assert wrap("  one   two  ", width=4, locale="en") == ["one", "two"]


def test_a_line_feed_ends_a_line():
    assert wrap("one\ntwo three\n\nfour", width=20, locale="en") == ["one", "two three", "", "four"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060"])
def test_a_space_that_must_not_break_does_not(space):
    assert wrap(f"aa 10{space}km", width=5, locale="fr") == ["aa", f"10{space}km"]


def test_a_french_sign_never_starts_a_line():
    lines = wrap("Le plan\u00a0: «\u00a0vite\u00a0»\u202f!", width=8, locale="fr")
    assert lines == ["Le", "plan\u00a0:", "«\u00a0vite\u00a0»\u202f!"]


def test_a_soft_hyphen_is_taken_out():
    assert wrap("extra\u00adordinaire", width=6, locale="fr") == ["extraordinaire"]


ADDRESSES = [
    "https://example.org/a/very-long/path?query=x&y=1",
    "www.example-site.org/path",
    "example.org/path/to",
    "presse@a-long-name.example.org",
    "mailto:presse@a-long-name.example.org",
    "https://example.org/présentation/é-à",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_fits_a_line_is_never_broken(address):
    assert wrap(f"voir {address} ici", width=60, locale="fr") == [f"voir {address} ici"]
    assert wrap(f"voir {address} ici", width=50, locale="fr")[0].split()[-1] in {
        address,
        "voir",
        "ici",
    }
    assert pieces(f"voir {address} ici", "fr") == ["voir ", f"{address} ", "ici"]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            "https://example.org/a/very-long/path?query=x&y=1",
            ["https://", "example.org/a/", "very-long/", "path?query=x&", "y=1 ici"],
        ),
        ("presse@a-long-name.example.org", ["presse@a-long-", "name.example.", "org ici"]),
        ("https://example.org/présentations", ["https://", "example.org/", "présentations", "ici"]),
        (
            "https://example.org/%C3%A9/~office",
            ["https://", "example.org/", "%C3%A9/~office", "ici"],
        ),
    ],
)
def test_an_address_longer_than_a_line_is_cut_behind_its_marks(address, lines):
    assert wrap(f"voir {address} ici", width=14, locale="fr") == ["voir", *lines]


@pytest.mark.parametrize(
    "number",
    [
        "+1 202-555-0100",
        "+33 (0)1 99 00 01 02",
        "+33\u00a01 99 00 01 02",
        "(202) 555-0100",
        "01 99 00 01 02",
        "030 9900 1234",
        "02-990-0123",
    ],
)
def test_a_telephone_number_stays_whole(number):
    assert pieces(f"Tél. {number} ou", "fr") == ["Tél. ", f"{number} ", "ou"]


@pytest.mark.parametrize("text", ["il y a 10 000 ans", "de 0 à 10", "(2018) 12 pays", "10 20 30"])
def test_other_numbers_are_no_telephone_numbers(text):
    assert pieces(text, "fr") == [f"{word} " for word in text.split(" ")[:-1]] + [
        text.split(" ")[-1]
    ]


@pytest.mark.parametrize(
    ("lang", "numbers"),
    [
        ("en", "2026\u20132030"),
        ("fr", "12,5-14,25"),
        ("ar", "22:00\u201305:30"),
        ("ar", "2026-2030"),
        ("fa", "\u06f2\u06f0\u06f2\u06f6\u2013\u06f2\u06f0\u06f3\u06f0"),
        ("ja", "10\u301c20"),
        ("de", "13\u201014\u201015"),
    ],
)
def test_a_range_of_numbers_stays_whole(lang, numbers):
    assert numbers in [piece.strip() for piece in pieces(f"a {numbers} b", lang)]


def test_a_range_of_years_stays_whole_in_chinese():
    assert "2026\u20142030" in [piece[:9] for piece in pieces("从2026\u20142030年", "zh")]


@pytest.mark.parametrize("word", ["F-16", "20-jähriger", "2026-B", "1-2-drei"])
def test_a_word_with_a_number_is_no_range(word):
    assert range_spans(word) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/press/2026-05/3-01",
        "www.example.org/3-01",
        "example.org/2026-2030",
        "a.2026-05@example.org",
    ],
)
def test_numbers_in_an_address_are_no_range(address):
    assert range_spans(f"{address} 2026-2030") == [(len(address) + 1, len(address) + 10)]


@pytest.mark.parametrize("unit", ["km/h", "m/s", "hab/km\u00b2", "µg/m\u00b3"])
def test_a_unit_stays_with_the_number_that_it_is_bound_to(unit):
    assert pieces(f"à 10\u00a0{unit} près", "fr") == ["à ", f"10\u00a0{unit} ", "près"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dit-il", "dit-|il"),
        ("porte-parole", "porte-|parole"),
        ("e-mail", "e-mail"),
        ("X-ray", "X-ray"),
        ("plan-B", "plan-B"),
        ("a-t-il", "a-t-il"),
        ("parle-t-il", "parle-|t-il"),
        ("vis-à-vis", "vis-|à-vis"),
        ("c’est-à-dire", "c’est-|à-dire"),
        ("km/h", "km/h"),
        ("et/ou", "et/|ou"),
        ("COVID-19", "COVID-19"),
        ("3-D", "3-D"),
        ("लाभ-हानि", "लाभ-|हानि"),
        ("ב־ירושלים", "ב־ירושלים"),
    ],
)
def test_no_break_behind_a_hyphen_leaves_a_single_letter(text, expected):
    assert "|".join(pieces(text, "fr")) == expected


@pytest.mark.parametrize("mark", ["-", "\u2013", "|", "«", "\u2014", "।"])
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060", "\u2011"])
def test_no_break_characters_hold_on_both_sides(mark, space):
    assert pieces(f"mot{mark}{space}mot", "fr")[-1].endswith(f"{mark}{space}mot")


@pytest.mark.parametrize(
    ("locale", "text", "width", "lines"),
    [
        ("es", "y yo —como siempre—, no", 13, ["y yo —como", "siempre—, no"]),
        ("es", "y yo —como siempre—, no", 9, ["y yo", "—como", "siempre—,", "no"]),
        ("es", "y yo —como siempre—, no", 8, ["y yo", "—como", "siempre", "—, no"]),
        ("en", "one word—another", 9, ["one word—", "another"]),
        ("en", "one word—another", 8, ["one", "word—", "another"]),
        ("zh-Hans", "他说——这是", 6, ["他说——", "这是"]),
        ("zh-Hans", "他说——这是", 5, ["他说", "——这", "是"]),
        ("fr", "oui « bon » dit", 5, ["oui", "« bon »", "dit"]),
    ],
)
def test_dashes_and_spaced_quotation_marks_stay_with_their_words(locale, text, width, lines):
    assert wrap(text, width=width, locale=locale) == lines


def test_chinese_behind_an_address_breaks_as_chinese():
    lines = wrap("见https://example.cn/路径说明如下", width=20, locale="zh-Hans")
    assert lines[0] == "见"
    assert lines[1].startswith("https://example.cn/")
    assert len(lines) > 2


def test_chinese_breaks_between_characters_but_never_before_a_stop():
    assert wrap("国务院发言人，今天", width=12, locale="zh-Hans") == ["国务院发言", "人，今天"]


def test_small_kana_never_start_a_line_whatever_the_locale_of_icu_says():
    assert wrap("キャット", width=2, locale="ja") == ["キャッ", "ト"]


@pytest.mark.parametrize("mark", "，。、；：！？）》」』”’ー々ゃッ·・／～…％")
@pytest.mark.parametrize("locale", ["ja", "zh-Hans", "zh-Hant"])
def test_a_mark_that_closes_starts_no_line(locale, mark):
    assert pieces(f"国{mark}国", locale)[0] == f"国{mark}"


@pytest.mark.parametrize("mark", "（《「『“‘¥＃")
@pytest.mark.parametrize("locale", ["ja", "zh-Hans", "zh-Hant", "ko"])
def test_a_mark_that_opens_ends_no_line(locale, mark):
    assert pieces(f"国{mark}国", locale)[-1] == f"{mark}国"


@pytest.mark.parametrize("pair", ["——", "……", "――"])
def test_a_sign_of_two_characters_is_never_parted(pair):
    assert not any(
        piece.endswith(pair[0]) and not piece.endswith(pair)
        for piece in pieces(f"国{pair}国", "zh-Hans")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("국무부 대변인은", "국무부 |대변인은"),
        ("2026년 10월", "2026년 |10월"),
        ("NATO는", "NATO는"),
        ("“안녕하세요”라고 말했다.", "“안녕하세요”라고 |말했다."),
        ("국제연합(UN)의", "국제연합|(UN)의"),
        ("한·미 정상", "한·미 |정상"),
        ("10%의", "10%의"),
        ("9월~10월", "9월~10월"),
        ("서울-부산", "서울-|부산"),
        ("3.1운동", "3.1운동"),
        ("大韓民國", "大|韓|民|國"),
    ],
)
def test_korean_breaks_between_words_and_not_between_syllables(text, expected):
    assert "|".join(pieces(text, "ko")) == expected


def test_a_korean_word_longer_than_a_line_is_cut_between_syllables():
    assert wrap("그 대한민국외교부는", width=8, locale="ko") == ["그", "대한민국", "외교부는"]


def test_korean_words_in_another_language_break_as_the_algorithm_has_it():
    assert pieces("국무부", "en") == ["국", "무", "부"]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("lo", "ປະເທດລາວ", "ປະເທດ|ລາວ"),
        ("km", "ប្រទេសកម្ពុជា", "ប្រទេស|កម្ពុជា"),
        ("my", "မြန်မာနိုင်ငံတော်", "မြန်မာနိုင်ငံ|တော်"),
        ("th", "ประเทศต่าง ๆ ใน", "ประเทศ|ต่าง ๆ |ใน"),
    ],
)
def test_scripts_without_spaces_break_between_words_of_a_dictionary(locale, text, expected):
    assert "|".join(pieces(text, locale)) == expected


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ja", "記者会見で会談の成果について説明", "記者|会見で|会談の|成果について|説明"),
        ("zh-Hans", "全球联盟会议情况通报", "全球|联盟|会议|情况|通报"),
        ("zh-Hant", "預警服務，新計畫", "預警|服務，|新|計畫"),
        ("ko", "국무부 대변인은", "국무부 |대변인은"),
        ("th", "กระทรวงการต่างประเทศ", "กระทรวง|การ|ต่าง|ประเทศ"),
        ("fr", "l’Europe dit « oui » à l’Asie", "l’Europe |dit |« oui » |à |l’Asie"),
    ],
)
def test_headings_break_between_phrases_and_never_within_a_word(locale, text, expected):
    ends = breaks(text, locale, by_phrase=True)
    assert "|".join(text[one:other] for one, other in pairwise([0, *ends])) == expected


def test_breaks_are_places_and_the_last_is_the_end():
    assert breaks("un deux", "fr") == [3, 7]
    assert breaks("", "fr") == []


def test_thai_breaks_between_words_of_the_dictionary():
    assert wrap("กระทรวงการต่างประเทศ", width=8, locale="th") == ["กระทรวง", "การต่าง", "ประเทศ"]


def test_characters_beyond_the_basic_plane_keep_their_places():
    text = "😀😀 un deux 😀 trois"
    spans = line_spans(text, width=7, locale="fr")
    assert [text[start:end] for start, end in spans] == ["😀😀 un", "deux 😀", "trois"]
    assert wrap(text, width=7, locale="fr") == ["😀😀 un", "deux 😀", "trois"]


def test_the_first_line_and_the_others_can_have_less_room():
    assert wrap("aa bb cc dd", width=6, locale="en", first=4) == ["aa", "bb cc", "dd"]
    assert wrap("aa bb cc dd", width=6, locale="en", rest=4) == ["aa bb", "cc", "dd"]


def test_nothing_but_spaces_and_line_feeds_is_between_two_lines():
    text = "Le ministre, M.\u00a0Bourita, a dit\u202f: 国务院发言人。 Fin\nsuite"
    spans = line_spans(text, width=9, locale="fr")
    between = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    assert all(re.fullmatch(" *|\n", one) for one in between)
