"""Every language file, whole and sourced."""

from __future__ import annotations

import languages_page
import pytest
from sources import ROOT

from pressconv.errors import ConfigError
from pressconv.languages import Calendar, Language, WordingStatus, language, shipped
from pressconv.languages.casing import upper
from pressconv.languages.dates import day, joined, language_name, locale
from pressconv.languages.numbers import decimal, percent, read_decimal, whole
from pressconv.languages.tags import canonical_case, direction, fallback_chain, is_well_formed
from pressconv.model import ChannelKind, Direction, DistributionKey, GenreKey, Method
from pressconv.strict import build, parse_toml


@pytest.mark.parametrize("tag", list(shipped()))
def test_a_language_file_is_whole_and_names_its_sources(tag):
    rules = language(tag)
    assert rules.tag == tag
    assert rules.sources
    assert len(rules.dates.months) in {0, 12}
    for method in Method:
        wording = rules.disclaimer[method]
        assert (wording.status is WordingStatus.DRAFT) == (wording.source == "")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("ar-QA", "ar"),
        ("fr-CA", "fr-CA"),
        ("fr-BE", "fr"),
        ("es-MX", "es-419"),
        ("pt", "pt-BR"),
        ("pt-AO", "pt-PT"),
        ("ru-Latn", "en"),
        ("en-US", "en"),
        ("tlh", "en"),
        ("prs", "fa-AF"),
    ],
)
def test_a_tag_falls_back_without_changing_its_script(tag, found):
    assert language(tag).tag == found


def test_the_chain_goes_by_alias_likely_script_and_parent():
    assert "fa-AF" in fallback_chain("prs")
    assert "zh-Hant" in fallback_chain("zh-TW")
    assert "zh" not in fallback_chain("zh-HK")
    assert list(fallback_chain("es-MX")).index("es-419") < list(fallback_chain("es-MX")).index("es")
    assert list(fallback_chain("xx"))[-1] == "en"


@pytest.mark.parametrize(
    ("tag", "side"),
    [("ar", "rtl"), ("az-Arab", "rtl"), ("pa-PK", "rtl"), ("pa", "ltr"), ("tlh", "ltr")],
)
def test_the_direction_is_that_of_the_likely_script(tag, side):
    assert direction(tag) is Direction(side)


def test_tags_are_written_in_the_usual_case():
    assert canonical_case("PT-br") == "pt-BR"
    assert canonical_case("zh-hANT-tw") == "zh-Hant-TW"
    assert canonical_case("en-x-GB") == "en-x-gb"
    assert not is_well_formed("fr_CA")
    assert not is_well_formed("")


def test_letters_that_only_look_like_those_of_a_tag_are_none():
    assert not is_well_formed("\u017fv")  # a long s
    assert not is_well_formed("\u212a\u212a")  # signs of kelvin


@pytest.mark.parametrize(
    ("tag", "iso", "shown"),
    [
        ("fr", "2022-12-01", "Le 1er décembre 2022"),
        ("fr", "2018-06-26", "Le 26 juin 2018"),
        ("fr", "2021-01-21", "Le 21 janvier 2021"),
        ("en", "2018-06-26", "June 26, 2018"),
        ("ar", "2023-01-27", "27 كانون الثاني/يناير 2023"),
        ("ru", "2018-06-26", "26\u00a0июня 2018\u00a0г."),
        ("it", "2018-06-01", "1º giugno 2018"),
        ("it", "2018-06-26", "26 giugno 2018"),
        ("el", "2018-05-01", "1η Μαΐου 2018"),
        ("el", "2018-06-26", "26 Ιουνίου 2018"),
        ("ro", "2018-06-26", "26 iunie 2018"),
        ("ht", "2018-07-01", "1e jiyè 2018"),
        ("ht", "2018-06-26", "26 jen 2018"),
    ],
)
def test_a_letterhead_shows_the_date_as_the_language_does(tag, iso, shown):
    from datetime import date

    assert day(date.fromisoformat(iso), language(tag), letterhead=True) == shown


@pytest.mark.parametrize("tag", list(shipped()))
def test_what_an_import_knows_a_language_by_has_known_keys(tag):
    own = language(tag).recognition
    assert own.words
    assert len(own.months) in {0, 12}
    assert set(own.genres) <= set(GenreKey)
    assert set(own.distributions) <= set(DistributionKey)
    assert set(own.channels) <= set(ChannelKind)


def test_languages_are_named_in_the_language_of_the_page():
    assert language_name("en", language("fr")) == "anglais"
    assert language_name("zh-Hant", language("en")) == "Traditional Chinese"
    assert language_name("qqq", language("en")) == "qqq"


def test_a_language_that_cldr_has_no_words_of_names_and_joins_them_by_its_file():
    haitian = language("ht")
    assert language_name("en", haitian) == "angle"
    assert language_name("zh-TW", haitian) == "chinwa tradisyonèl"
    assert joined(["angle", "franse", "panyòl"], haitian) == "angle, franse ak panyòl"
    assert joined(["anglais", "français"], language("fr-CA")) == "anglais et français"


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Δελτίο Τύπου", "ΔΕΛΤΙΟ ΤΥΠΟΥ"),
        ("Ο Άγιος Όμηρος της Αθήνας", "Ο ΑΓΙΟΣ ΟΜΗΡΟΣ ΤΗΣ ΑΘΗΝΑΣ"),
        ("Μάιος, Μαΐου", "ΜΑΪΟΣ, ΜΑΪΟΥ"),
        ("άυλος, ρολόι, προϋπόθεση", "ΑΫΛΟΣ, ΡΟΛΟΪ, ΠΡΟΫΠΟΘΕΣΗ"),
        ("ημέρα ή νύχτα", "ΗΜΕΡΑ Ή ΝΥΧΤΑ"),
        ("José Ortega", "JOSÉ ORTEGA"),
    ],
)
def test_greek_capitals_have_no_accents(text, capitals):
    assert upper(text, language("el")) == capitals


def test_numbers_are_written_in_the_digits_of_the_file():
    from dataclasses import replace

    assert whole(2026, language("fr")) == "2026"
    assert whole(2026, replace(language("ar"), numerals="arab")) == "\u0662\u0660\u0662\u0666"


@pytest.mark.parametrize(
    ("gregorian", "persian"),
    [
        ("1979-02-11", "22 11 1357"),
        ("2021-03-20", "30 12 1399"),
        ("2022-03-21", "1 1 1401"),
        ("2025-03-20", "30 12 1403"),
        ("2025-03-21", "1 1 1404"),
    ],
)
def test_a_day_has_its_date_in_the_persian_calendar(gregorian, persian):
    from dataclasses import replace
    from datetime import date

    months = tuple(map(str, range(1, 13)))
    dates = replace(language("en").dates, calendar=Calendar.PERSIAN, months=months, long="d MMMM y")
    assert day(date.fromisoformat(gregorian), replace(language("en"), dates=dates)) == persian


@pytest.mark.parametrize(
    ("sizes", "minimum", "written"),
    [((3,), 1, "1,234,567.891"), ((3, 2), 1, "12,34,567.891"), ((3,), 5, "1234567.891")],
)
def test_digits_are_grouped_from_the_right(sizes, minimum, written):
    from dataclasses import replace
    from decimal import Decimal

    english = language("en")
    numbers = replace(english.numbers, sizes=sizes, minimum_grouping=minimum)
    assert decimal(Decimal("1234567.891"), replace(english, numbers=numbers)) == written


@pytest.mark.parametrize("tag", ["en", "fr", "de", "de-CH", "hi", "fa", "ar-EG", "bn"])
@pytest.mark.parametrize("value", ["0", "7", "12.50", "-1240.5", "1234567.891", "2018"])
def test_a_number_is_read_as_it_is_written(tag, value):
    from decimal import Decimal

    rules = language(tag)
    assert str(read_decimal(decimal(Decimal(value), rules), rules)) == value
    assert str(read_decimal(value.replace(".", rules.numbers.decimal), rules)) == value


@pytest.mark.parametrize(
    "text", ["", "-", ",5", "1,", "1,2,3", "1 23", "1 2345", "1.234", "x", "1 234 ", "12 %", "²"]
)
def test_what_the_language_does_not_write_as_a_number_is_none(text):
    assert read_decimal(text, language("fr")) is None


def test_a_share_is_written_as_the_language_writes_a_per_cent():
    from decimal import Decimal

    assert percent(Decimal("0.12"), language("fr")) == "12\u00a0%"
    assert percent(Decimal("12.5"), language("en")) == "1,250%"


def test_the_page_about_the_languages_is_written_from_their_files():
    written = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    assert written == languages_page.page(), "run make languages"


def test_every_language_has_data_of_cldr():
    assert str(locale("fr-CA")) == "fr_CA"
    assert str(locale("tlh")) == "en"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ('tag = "fr"', "missing key"),
        ('tag = "fr"\nspacing = 1', "unknown key"),
        ("tag = 1", "expected a text"),
        ("tag = ", "not TOML"),
    ],
)
def test_a_broken_language_file_says_what_is_wrong(change, message):
    with pytest.raises(ConfigError, match=message):
        build(Language, parse_toml(change.encode(), file="fr.toml"), file="fr.toml")
