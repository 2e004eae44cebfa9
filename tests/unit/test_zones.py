"""Time zones by their IANA names, and what a language calls them."""

from __future__ import annotations

from datetime import datetime

import pytest

from pressconv.errors import ConfigError
from pressconv.house import read_house
from pressconv.languages import language, shipped
from pressconv.languages.dates import moment
from pressconv.zones import time_zone

SUMMER, WINTER = "2026-07-04T10:00:00", "2026-01-04T10:00:00"


def shown(written, zone, lang):
    return moment(datetime.fromisoformat(written).replace(tzinfo=time_zone(zone)), language(lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "July\u00a04, 2026, 10:00\u00a0AM Central European Summer Time"),
        ("en-GB", "4\u00a0July 2026, 10:00 Central European Summer Time"),
        ("fr", "4\u00a0juillet 2026 à 10\u00a0h\u00a000 (heure d’été d’Europe centrale)"),
        ("de", "4.\u00a0Juli 2026, 10:00\u00a0Uhr (mitteleuropäische Sommerzeit)"),
        ("de-CH", "4.\u00a0Juli 2026, 10.00\u00a0Uhr (mitteleuropäische Sommerzeit)"),
        ("it", "4\u00a0luglio 2026, ore 10:00 (ora legale dell’Europa centrale)"),
        ("pl", "4\u00a0lipca 2026, godz.\u00a010:00, czas środkowoeuropejski letni"),
        ("ar", "4 تموز/يوليو 2026، الساعة 10:00 (توقيت وسط أوروبا الصيفي)"),
        ("ar-EG", "٤ يوليو ٢٠٢٦، الساعة ١٠:٠٠ (توقيت وسط أوروبا الصيفي)"),
        ("fa", "۴ ژوئیه ۲۰۲۶، ساعت ۱۰:۰۰ (وقت تابستانی مرکز اروپا)"),
        ("he", "4\u00a0ביולי 2026 בשעה 10:00 שעון מרכז אירופה (קיץ)"),
        ("hi", "4\u00a0जुलाई 2026, सुबह 10:00\u00a0बजे (मध्य यूरोपीय ग्रीष्मकालीन समय)"),
        ("bn", "৪\u00a0জুলাই, ২০২৬, সকাল ১০:০০ (মধ্য ইউরোপীয় গ্রীষ্মকালীন সময়)"),
        ("ur", "4 جولائی 2026، صبح 10:00\u00a0بجے (وسطی یورپ کا موسم گرما کا وقت)"),
        ("id", "4\u00a0Juli 2026 pukul\u00a010.00 (Waktu Musim Panas Eropa Tengah)"),
        ("ja", "2026年7月4日10:00（中央ヨーロッパ夏時間）"),
        ("zh-Hans", "2026年7月4日10:00（中欧夏令时间）"),
        ("zh-Hant", "2026年7月4日上午10:00（中歐夏令時間）"),
    ],
)
def test_a_moment_names_its_zone_in_the_language(lang, text):
    assert shown(SUMMER, "Europe/Paris", lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "January\u00a04, 2026, 10:00\u00a0AM Central European Time"),
        ("de", "4.\u00a0Januar 2026, 10:00\u00a0Uhr (mitteleuropäische Zeit)"),
        ("pl", "4\u00a0stycznia 2026, godz.\u00a010:00, czas środkowoeuropejski"),
        ("ru", "4\u00a0января 2026\u00a0г., 10:00 (центральноевропейское время)"),
        ("uk", "4\u00a0січня 2026\u00a0р., 10:00 (за центральноєвропейським часом)"),
        ("fr", "4\u00a0janvier 2026 à 10\u00a0h\u00a000 (heure d’Europe centrale)"),
        ("ur", "4 جنوری 2026، صبح 10:00\u00a0بجے (وسطی یورپ کا وقت)"),
        ("zh-Hans", "2026年1月4日10:00（中欧时间）"),
    ],
)
def test_nobody_says_that_winter_has_the_standard_time(lang, text):
    assert shown(WINTER, "Europe/Paris", lang) == text


def test_where_people_say_standard_time_the_name_has_it():
    assert shown(WINTER, "America/New_York", "en").endswith("Eastern Standard Time")
    assert shown(WINTER, "America/Toronto", "fr-CA").endswith("(heure normale de l’Est)")


@pytest.mark.parametrize(
    ("lang", "hour", "text"),
    [
        ("es", "09:30", "4 de enero de 2026 a las 9:30"),
        ("es", "01:30", "4 de enero de 2026 a la 1:30"),
        ("es", "13:30", "4 de enero de 2026 a las 13:30"),
        ("es-419", "13:30", "4 de enero de 2026 a la 1:30 p.m."),
        ("pt-BR", "09:30", "4 de janeiro de 2026 às 9h30"),
        ("pt-BR", "01:30", "4 de janeiro de 2026 à 1h30"),
        ("pt-PT", "09:30", "4 de janeiro de 2026 às 09h30"),
        ("vi", "09:30", "ngày 4 tháng 1 năm 2026 lúc 09:30"),
    ],
)
def test_a_time_stands_in_a_sentence_as_people_say_it(lang, hour, text):
    found = shown(f"2026-01-04T{hour}:00", "Europe/Paris", lang).replace("\u00a0", " ")
    assert found.partition(" (")[0] == text


@pytest.mark.parametrize("lang", ["ur", "ur-IN", "vi"])
def test_the_days_of_a_letterhead_have_one_form(lang):
    dates = language(lang).dates
    assert dates.long.replace("\u00a0", " ").lower() == dates.letterhead.lower()


@pytest.mark.parametrize(
    ("lang", "time"),
    [
        ("en", "11:59:59 PM"),
        ("fr", "23:59:59"),
        ("fr-CA", "23 h 59 min 59 s"),
        ("de", "23:59:59 Uhr"),
        ("ar-EG", "٢٣:٥٩:٥٩"),
        ("id", "23.59.59"),
    ],
)
def test_a_moment_has_the_seconds_that_it_has(lang, time):
    text = shown("2026-07-04T23:59:59", "Europe/Paris", lang)
    assert f" {time} " in text.replace("\u00a0", " ")
    assert "59:59" not in shown("2026-07-04T23:59:00", "Europe/Paris", lang)


@pytest.mark.parametrize("lang", tuple(shipped()))
def test_no_language_loses_the_seconds_of_a_moment(lang):
    one, other = (shown(f"2026-07-04T23:59:{n}", "UTC", lang) for n in ("58", "59"))
    assert one != other


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("Europe/London", "Greenwich Mean Time", "British Summer Time"),
        ("Europe/Dublin", "Greenwich Mean Time", "Irish Standard Time"),
        ("Asia/Kolkata", "India Standard Time", "India Standard Time"),
        ("US/Eastern", "Eastern Standard Time", "Eastern Daylight Time"),
        (
            "Australia/Sydney",
            "Australian Eastern Daylight Time",
            "Australian Eastern Standard Time",
        ),
        ("Europe/Kyiv", "Eastern European Time", "Eastern European Summer Time"),
        ("UTC", "Coordinated Universal Time", "Coordinated Universal Time"),
    ],
)
def test_summer_and_winter_have_their_names_by_old_and_new_names_of_a_zone(zone, winter, summer):
    assert shown(WINTER, zone, "en").endswith(winter)
    assert shown(SUMMER, zone, "en").endswith(summer)


def test_where_there_is_no_name_in_the_language_the_offset_stands():
    assert shown(SUMMER, "Africa/Casablanca", "fr").endswith("(UTC+01:00)")
    assert shown(SUMMER, "Europe/Paris", "ht") == "4\u00a0jiyè 2026, 10:00 (UTC+02:00)"
    assert shown(SUMMER, "UTC", "ht").endswith("(UTC)")


@pytest.mark.parametrize(
    ("lang", "zone", "name"),
    [
        ("ru", "Europe/Moscow", "(московское время)"),
        ("ru", "UTC", "(всемирное координированное время)"),
        ("ro", "Europe/London", "(ora de Greenwich)"),
        ("pt-BR", "Europe/London", "(horário do meridiano de Greenwich)"),
        ("sw", "Africa/Nairobi", "(saa za Afrika Mashariki)"),
        ("so", "Africa/Nairobi", "(waqtiga Bariga Afrika)"),
        ("el", "Africa/Nairobi", "(ώρα Ανατολικής Αφρικής)"),
        ("vi", "Asia/Kolkata", "(giờ chuẩn Ấn Độ)"),
        ("he", "Europe/London", "שעון גריניץ׳"),
    ],
)
def test_a_name_of_a_list_is_one_of_a_sentence_in_the_words_of_the_language(lang, zone, name):
    assert shown(WINTER, zone, lang).endswith(f" {name}")


ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Asia/Shanghai", "Africa/Cairo", "UTC")
OTHERS = [tag for tag in shipped() if not tag.startswith("en")]


@pytest.mark.parametrize("lang", OTHERS)
def test_no_zone_is_named_in_english_in_the_text_of_another_language(lang):
    for zone in ZONES:
        for written in (SUMMER, WINTER):
            english = shown(written, zone, "en").partition("AM ")[2]
            assert english not in shown(written, zone, lang)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Paris", "did you mean 'Europe/Paris'?"),
        ("europe/paris", "did you mean 'Europe/Paris'?"),
        ("New York", "did you mean 'America/New_York'?"),
        ("../../etc/passwd", "expected a name"),
        ("", "expected a name"),
    ],
)
def test_an_unknown_zone_names_the_one_that_is_meant(name, meant):
    with pytest.raises(ConfigError) as refused:
        time_zone(name)
    assert meant in refused.value.hint


def test_a_house_file_with_an_unknown_zone_is_refused_with_its_place():
    with pytest.raises(ConfigError) as refused:
        read_house(b'timezone = "Paris"', name="h.toml")
    assert str(refused.value) == (
        "h.toml: timezone: 'Paris' is no time zone\n  hint: did you mean 'Europe/Paris'?"
    )
