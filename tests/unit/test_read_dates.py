"""Dates are read in any form, calendar and numerals of their language."""

from __future__ import annotations

from datetime import date

import pytest

from pressconv.languages import language, shipped
from pressconv.languages.calendars import fields, gregorian
from pressconv.languages.dates import day
from pressconv.languages.reading import find_dates, only_date
from pressconv.languages.rules import Calendar

DAY = date(2018, 6, 26)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le 26 juin 2018"),
        ("fr", "mardi 26 juin 2018 à 10 h 30"),
        ("fr", "Mis à jour le 26.06.2018"),
        ("en", "June 26, 2018"),
        ("en", "Tuesday, 26th June 2018"),
        ("en", "Posted on Jun. 26, 2018 at 10:30 AM"),
        ("en", "2018-06-26"),
        ("en", "26 Jun 2018"),
        ("en", "June 26  2018"),
        ("de", "26.06.2018"),
        ("cs", "26. 6. 2018"),
        ("ko", "2018. 6. 26."),
        ("vi", "14:05, 26 tháng 6, 2018"),
        ("ar", "26 حزيران/يونيو 2018"),
        ("ar", "٢٦ يونيو ٢٠١٨"),
        ("ar", "الثلاثاء 12 شوال 1439هـ الموافق 26 يونيو 2018م"),
        ("fa", "سه\u200cشنبه ۵ تیر ۱۳۹۷"),
        ("fa", "۱۳۹۷/۰۴/۰۵"),
        ("fa", "۲۶ ژوئن ۲۰۱۸"),
        ("ru", "26 июня 2018 г."),
        ("ru", "26 июня 2018 года"),
        ("uk", "26 червня 2018 р."),
        ("es", "26 de junio de 2018"),
        ("pt-BR", "terça-feira, 26 de Junho de 2018"),
        ("ur", "26 جون، 2018"),
        ("hi", "जून 26, 2018"),
        ("hi", "२६ जून २०१८"),
        ("he", "26 ביוני 2018"),
        ("zh-Hans", "2018年6月26日"),
        ("zh-Hans", "二〇一八年六月二十六日"),
        ("ja", "平成30年6月26日"),
        ("ko", "2018년 6월 26일"),
        ("vi", "ngày 26 tháng 6 năm 2018"),
        ("th", "วันอังคารที่ 26 มิถุนายน 2561"),
        ("tr", "26 Haziran 2018 Salı"),
        ("id", "Selasa, 26 Juni 2018"),
    ],
)
def test_a_line_that_is_a_date_is_read(lang, text):
    found = only_date(text, lang)
    assert found
    assert found.when == DAY


@pytest.mark.parametrize("tag", list(shipped()))
def test_what_a_language_writes_it_reads(tag):
    for letterhead in (False, True):
        found = only_date(day(DAY, language(tag), letterhead=letterhead), tag)
        assert found
        assert found.when == DAY


@pytest.mark.parametrize(
    ("lang", "text", "month"),
    [("en", "03/04/2018", 3), ("fr", "03/04/2018", 4), ("fr", "3.4.2018", 4)],
)
def test_day_and_month_in_digits_stand_in_the_order_of_the_language_and_are_doubted(
    lang, text, month
):
    found = only_date(text, lang)
    assert found
    assert found.when.month == month
    assert not found.is_sure


def test_digits_that_can_be_read_in_one_way_only_are_sure():
    found = only_date("06/26/2018", "fr")
    assert found
    assert (found.when, found.is_sure) == (DAY, True)


@pytest.mark.parametrize(
    "text",
    ["26 juin", "juin 2018", "31 février 2018", "version 1.2.2018.4", "26 juin 2018 à Paris", ""],
)
def test_what_is_no_whole_day_is_no_date_of_its_own(text):
    assert only_date(text, "fr") is None


def test_dates_are_found_in_a_sentence_with_their_places():
    text = "Le 26 juin 2018 et le 1er juillet 2018"
    found = list(find_dates(text, "fr"))
    assert [one.when for one in found] == [DAY, date(2018, 7, 1)]
    assert text[found[1].start : found[1].end] == "1er juillet 2018"


@pytest.mark.parametrize("calendar", list(Calendar))
def test_a_day_comes_back_from_every_calendar(calendar):
    for ordinal in range(DAY.toordinal() - 400, DAY.toordinal() + 400, 7):
        when = date.fromordinal(ordinal)
        assert gregorian(*fields(when, calendar), calendar) == when


def test_a_day_that_a_calendar_lacks_is_none():
    assert gregorian(1397, 12, 31, Calendar.PERSIAN) is None
    assert gregorian(2018, 2, 30, Calendar.GREGORY) is None
