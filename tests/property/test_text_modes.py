"""Plain text says what the release says in every mode: isolates, visual, charset, newline."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import releases
from text_laws import ISOLATES, NAMES, assert_read_back, is_balanced, samples, shown

from pressconv import model as m
from pressconv.languages import shipped
from pressconv.languages.tags import direction
from pressconv.linebreak import cells
from pressconv.options import Bidi, Newline, TextOptions
from pressconv.presentation import Presentation
from pressconv.reading import reading_text
from pressconv.writers.text import Text, write_text

LEFTWARD = [tag for tag in shipped() if direction(tag) is m.Direction.RTL]
OTHER_LEFTWARD = ["prs", "sd", "ug", "ckb", "yi", "dv"]  # they have no file of their own
CHARSETS = [
    *("us-ascii", "iso-8859-1", "iso-8859-6", "iso-8859-8", "windows-1251", "windows-1252"),
    *("windows-1255", "windows-1256", "windows-1258", "koi8-r", "cp437", "cp864", "shift_jis"),
    *("euc-kr", "big5", "gb18030", "utf-8", "utf-16-le"),
]
WIDTHS = st.sampled_from([20, 33, 72, 76])
NEVER_DRAWN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


# ---- isolates --------------------------------------------------------------------------------


@given(releases().map(shown), WIDTHS)
def test_isolates_are_the_logical_text_with_balanced_isolates_in_each_line(presentation, width):
    options = TextOptions(width=width, bidi=Bidi.ISOLATES)
    text = write_text(presentation, options)
    assert_read_back(text, presentation, options)
    assert all(map(is_balanced, text.value.split("\n")))
    logical = write_text(presentation, TextOptions(width=width))
    assert ISOLATES.sub("", text.value) == logical.value
    assert not ISOLATES.search(logical.value)


@pytest.mark.parametrize("name", NAMES)
def test_isolates_of_a_sample_are_balanced_and_add_nothing_else(name):
    presentation = samples()[name]
    options = TextOptions(bidi=Bidi.ISOLATES)
    text = write_text(presentation, options)
    assert_read_back(text, presentation, options)
    assert all(map(is_balanced, text.value.split("\n")))
    assert ISOLATES.sub("", text.value) == write_text(presentation).value


# ---- visual ----------------------------------------------------------------------------------


def assert_visual(presentation: Presentation, width: int) -> None:
    """Hold that signs in visual order read back, fit their lines, and show nothing that steers."""
    options = TextOptions(width=width, bidi=Bidi.VISUAL)
    text = write_text(presentation, options)
    assert_read_back(text, presentation, options)
    assert not NEVER_DRAWN.search(text.value)
    fitting = {len(line) for line in text.value.split("\n") if cells(line) > width}
    logical = write_text(presentation, TextOptions(width=width)).value.split("\n")
    assert len(fitting) <= len({len(line) for line in logical if cells(line) > width}) + 1


@given(releases((*LEFTWARD, *OTHER_LEFTWARD)).map(shown), WIDTHS)
def test_inverting_the_map_of_a_visual_text_gives_the_reading_text(presentation, width):
    assert_visual(presentation, width)


@given(releases().map(shown), st.sampled_from([0, 20, 72]))
def test_a_visual_text_in_any_language_reads_back(presentation, width):
    options = TextOptions(width=width, bidi=Bidi.VISUAL)
    assert_read_back(write_text(presentation, options), presentation, options)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [0, 40, 72])
def test_a_sample_in_visual_order_reads_back(name, width):
    presentation = samples()[name]
    options = TextOptions(width=width, bidi=Bidi.VISUAL)
    text = write_text(presentation, options)
    assert_read_back(text, presentation, options)
    assert not NEVER_DRAWN.search(text.value)
    if width:
        logical = write_text(presentation, TextOptions(width=width))
        assert widest(text) <= max(width, widest(logical))


def widest(text: Text) -> int:
    return max(map(cells, text.value.split("\n")))


def test_no_arabic_letter_of_a_visual_sample_is_left_unshaped():
    for name, presentation in samples().items():
        text = write_text(presentation, TextOptions(bidi=Bidi.VISUAL)).value
        assert re.findall("[\u0622-\u063a\u0641-\u064a]", text) == [], name


# ---- charset ---------------------------------------------------------------------------------


@given(releases().map(shown), st.sampled_from(CHARSETS), st.sampled_from(Bidi), WIDTHS)
def test_a_charset_takes_every_character_and_each_change_has_its_note(
    presentation, charset, bidi, width
):
    options = TextOptions(width=width, charset=charset, bidi=bidi)
    text = write_text(presentation, options)
    assert text.data.decode(charset) == text.value
    assert_read_back(text, presentation, options)
    noted = {int(re.findall(r"U\+([0-9A-F]+)", one.message)[0], 16) for one in text.remarks}
    for character in map(chr, noted):
        assert not has(charset, character), character
    said = set("".join(reading_text(presentation))) - set(map(chr, noted))
    said -= set(unicodedata.normalize("NFC", text.value))  # a letter and its accent are the letter
    assert {one for one in said if not has(charset, one)} <= DRAWN[bidi]
    for one in text.remarks:
        assert one.place
        assert one.code in {"charset-changed", "charset-lost"}
        assert ("'?' stands" in one.message) <= (one.code == "charset-lost")


DRAWN = {bidi: set[str]() for bidi in Bidi} | {
    # Letters are drawn as forms, which some charset has without the letter; joiners not at all.
    Bidi.VISUAL: {chr(code) for code in (*range(0x600, 0x700), 0x200C, 0x200D, 0xAD)},
}


def has(charset: str, character: str) -> bool:
    try:
        return bool(character.encode(charset))
    except UnicodeEncodeError:
        return False


@given(releases().map(shown), st.sampled_from(CHARSETS))
def test_no_question_mark_appears_without_a_note_that_something_is_lost(presentation, charset):
    text = write_text(presentation, TextOptions(width=0, charset=charset))
    plain = write_text(presentation, TextOptions(width=0))
    lost = [one.message for one in text.remarks if one.code == "charset-lost"]
    n_lost = sum(times(message) for message in lost if "'?' stands" in message)
    like = sum(plain.value.count(one) for one in "\uff1f\u203d\ufe56")
    assert text.value.count("?") <= plain.value.count("?") + n_lost + like


def times(message: str) -> int:
    counted = re.search(r", (?:once|(\d+) times)$", message)
    assert counted
    return int(counted[1] or 1)


OWN = {
    "2026-10-13-early-warning": {
        "en": ("us-ascii", "windows-1252"),
        "fr": ("iso-8859-1", "iso-8859-15", "us-ascii"),
        "de": ("iso-8859-1",),
        "pl": ("iso-8859-2", "windows-1250"),
        "ru": ("koi8-r", "windows-1251", "iso-8859-5"),
        "uk": ("koi8-u", "windows-1251"),
        "el": ("iso-8859-7",),
        "tr": ("iso-8859-9",),
        "he": ("windows-1255", "iso-8859-8"),
        "ar": ("windows-1256", "iso-8859-6"),
        "fa": ("utf-8", "windows-1256"),
        "ur": ("windows-1256",),
        "vi": ("windows-1258",),
        "ja": ("shift_jis", "euc-jp", "iso-2022-jp"),
        "ko": ("euc-kr",),
        "zh-Hans": ("gb18030", "gb2312"),
        "zh-Hant": ("big5",),
    },
}


@pytest.mark.parametrize(
    ("folder", "lang", "charset"),
    [
        (folder, lang, charset)
        for folder, languages in OWN.items()
        for lang, charsets in languages.items()
        for charset in charsets
    ],
)
def test_a_sample_loses_no_letter_in_a_charset_of_its_language(folder, lang, charset):
    options = TextOptions(charset=charset)
    text = write_text(samples()[f"{folder}.{lang}"], options)
    assert_read_back(text, samples()[f"{folder}.{lang}"], options)
    assert text.data.decode(charset) == text.value
    lost = [str(one) for one in text.remarks if "'?' stands" in one.message]
    assert [one for one in lost if "LATIN" not in one and "CJK" not in one] == []
    assert text.value.count("?") <= len(lost) * 3


# ---- newline ---------------------------------------------------------------------------------


@given(releases().map(shown), st.sampled_from(Bidi), st.sampled_from([True, False]))
def test_lines_end_as_asked_and_nowhere_else(presentation, bidi, is_flowed):
    bidi = Bidi.LOGICAL if is_flowed and bidi is Bidi.VISUAL else bidi
    written = [
        write_text(presentation, TextOptions(bidi=bidi, newline=newline, flowed=is_flowed))
        for newline in (Newline.LF, Newline.CRLF)
    ]
    assert "\r" not in written[0].value
    assert written[1].value == written[0].value.replace("\n", "\r\n")
    assert written[0].blocks() == written[1].blocks()
    by_default = write_text(presentation, TextOptions(bidi=bidi, flowed=is_flowed))
    assert by_default == written[is_flowed]
