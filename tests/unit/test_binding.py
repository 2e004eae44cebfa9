"""Words kept with their neighbour, where the two are not alone between spaces."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pressconv.languages import language, shipped
from pressconv.typography import typeset


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("fr", "l'11 novembre", "l’11\u00a0novembre"),
        ("fr", "de l'art. 5", "de l’art.\u00a05"),
        ("fr", "jusqu'à l'XIe siècle", "jusqu’à l’XIe\u00a0siècle"),
        ("fr", "d'A. Dupont", "d’A.\u00a0Dupont"),
        ("fr", "l'11 000", "l’11\u202f000"),
        ("fr", "« l'11 novembre »", "«\u00a0l’11\u00a0novembre\u00a0»"),
    ],
)
def test_a_word_behind_an_elided_one_is_bound_as_it_is_alone(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


@pytest.mark.parametrize(
    ("lang", "typed"), [("de-CH", "1’234 567"), ("en", "o’no 5"), ("tr", "Ankara’da 5")]
)
def test_an_apostrophe_in_a_number_or_a_word_elides_nothing_that_binds(lang, typed):
    assert typeset(typed, lang=lang) == typed


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("fr", "t. IV, p. 3", "t.\u00a0IV, p.\u00a03"),
        ("it", "(art. II)", "(art.\u00a0II)"),
    ],
)
def test_a_roman_numeral_is_one_before_a_mark_too(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("el", "20ό αιώνα", "20ό\u00a0αιώνα"),
        ("el", "21ου αι.", "21ου\u00a0αι."),
        ("ht", "19yèm syèk", "19yèm\u00a0syèk"),
    ],
)
def test_a_century_holds_to_its_ordinal(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("el", "1η Μαΐου 2018", "1η\u00a0Μαΐου 2018"),
        ("ht", "1e jiyè 2018", "1e\u00a0jiyè 2018"),
        ("it", "dell'11 giugno 2018", "dell’11\u00a0giugno 2018"),
    ],
)
def test_the_first_of_a_month_holds_to_it_as_the_language_writes_it(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("he", "ב-26 בספטמבר", "ב-26\u00a0בספטמבר"),
        ("he", "ל-48 מיליון", "ל-48\u00a0מיליון"),
        ("am", "ከ26 ሴፕቴምበር", "ከ26\u00a0ሴፕቴምበር"),
        ("am", "ለ48 ሚሊዮን", "ለ48\u00a0ሚሊዮን"),
        ("en", "F-16 million", "F-16 million"),
    ],
)
def test_a_preposition_written_onto_a_number_hides_it_not(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("tr", "5 km'den 85 mm'lik", "5\u00a0km’den 85\u00a0mm’lik"),
        ("tr", "26 Haziran'da", "26\u00a0Haziran’da"),
        ("ko", "85 mm의", "85\u00a0mm의"),
        ("fr", "le 11 m'a dit", "le 11 m’a dit"),
    ],
)
def test_a_suffix_on_a_unit_hides_it_not(lang, typed, bound):
    assert typeset(typed, lang=lang) == bound


def test_a_unit_is_found_at_the_start_of_words_without_spaces():
    assert typeset("อีก 48 ล้านคนในภาษา", lang="th") == "อีก 48\u00a0ล้านคนในภาษา"


def test_a_day_in_the_digits_of_the_language_holds_to_its_month():
    assert typeset("26 সেপ্টেম্বর", lang="bn") == "২৬\u00a0সেপ্টেম্বর"


def test_a_latin_initial_holds_to_a_name_in_a_script_without_capitals():
    assert typeset("헬레나 J. 브란트", lang="ko") == "헬레나 J.\u00a0브란트"


@pytest.mark.parametrize("lang", list(shipped()))
def test_only_what_is_short_for_a_word_binds_within_a_long_abbreviation(lang):
    pairs = [
        pair
        for abbreviation in language(lang).typography.abbreviations
        if abbreviation.count(" ") > 1
        for pair in pairwise(abbreviation.split(" "))
    ]
    assert [pair for pair in pairs if not any("." in word for word in pair)] == []


@pytest.mark.parametrize(
    ("lang", "typed", "bound"),
    [
        ("de", "2,4 Mio. €", "2,4~Mio.~€"),
        ("de", "(2,4 Millionen EUR)", "(2,4~Millionen~EUR)"),
        ("de", "für 3 Mrd. US$.", "für 3~Mrd.~US$."),
        ("ru", "2,4 млн €", "2,4~млн~€"),
        ("ru", "15 млрд руб.", "15~млрд~руб."),
        ("uk", "2,4 млн грн, тобто", "2,4~млн~грн, тобто"),
        ("pl", "2,4 mln zł", "2,4~mln~zł"),
        ("cs", "12 mil. Kč", "12~mil.~Kč"),
        ("it", "2,4 mln €", "2,4~mln~€"),
        ("tr", "12 milyon TL", "12~milyon~TL"),
        ("nl", "12 mln. €", "12~mln.~€"),
    ],
)
def test_a_sum_holds_together_over_its_word_of_magnitude(lang, typed, bound):
    assert typeset(typed, lang=lang).replace("\u00a0", "~") == bound


def test_a_currency_before_the_next_number_is_no_part_of_the_sum():
    assert typeset("om 9 uur € 5", lang="nl").replace("\u00a0", "~") == "om 9~uur €~5"


def test_a_word_behind_a_word_of_magnitude_is_no_currency():
    assert typeset("2,4 Mio. Menschen", lang="de").replace("\u00a0", "~") == "2,4~Mio. Menschen"
