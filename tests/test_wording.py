"""The words of the furniture, in every language that ships: what holds for all of them."""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import asdict
from datetime import date, datetime

import pytest
from babel.units import format_unit

from pressconv.languages import language, shipped
from pressconv.languages.dates import day, locale, moment
from pressconv.languages.formats import pdf_words, text_words
from pressconv.languages.numbers import whole
from pressconv.languages.tags import direction, subtags
from pressconv.model import Direction
from pressconv.printing import size_text
from pressconv.typography import typeset
from pressconv.zones import time_zone

SLOTS = {
    "labels.back_to_call": ["number"],
    "labels.correction": ["date"],
    "labels.correction_version": ["date", "number"],
    "labels.embargoed_until": ["until"],
    "labels.expires": ["date"],
    "labels.label_value": ["label", "value"],
    "labels.note_call": ["number"],
    "labels.page_of": ["page", "pages"],
    "labels.transcript_link": ["title"],
    "labels.updated": ["date"],
    "labels.version": ["number"],
    "formats.pdf": ["pages", "size"],
    "formats.text": ["size"],
    "formats.kilobytes": ["number"],
    "formats.megabytes": ["number"],
    "disclaimer.human": ["authoritative"],
    "disclaimer.unknown": ["authoritative"],
    "disclaimer.machine": ["authoritative"],
    "disclaimer.machine-reviewed": ["authoritative"],
    "authentic.text": ["source"],
}
RIGHT_TO_LEFT = [tag for tag in shipped() if direction(tag) is Direction.RTL]
ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Africa/Casablanca", "UTC")


def wordings(tag):
    """Return all that a file says around a release, by its place in the file."""
    rules = language(tag)
    formats = {key: text for key, text in asdict(rules.formats).items() if key != "pages"}
    tables: dict[str, dict[str, str]] = {
        "labels": asdict(rules.labels),
        "formats": formats,
        "accessibility": asdict(rules.accessibility),
        "genres": {key.value: text for key, text in rules.genres.items()},
        "distributions": {key.value: text for key, text in rules.distributions.items() if text},
        "disclaimer": {key.value: wording.text for key, wording in rules.disclaimer.items()},
        "authentic": {"text": rules.authentic.text},
    }
    return {f"{name}.{key}": text for name, table in tables.items() for key, text in table.items()}


def shown(tag):
    """Yield the same as a reader meets it: with a day, a moment, numbers, a name in their slots."""
    rules = language(tag)
    values = {
        "date": day(date(2026, 5, 4), rules),
        "number": whole(3, rules),
        "page": whole(2, rules),
        "pages": whole(12, rules),
        "language": rules.language_names["en"],
        "authoritative": rules.language_names["en"],
        "source": rules.language_names["en"],
        "label": rules.labels.telephone,
        "value": rules.labels.hours,
        "title": rules.labels.contact,
    }
    for key, text in wordings(tag).items():
        if not key.startswith("formats.") and key != "labels.embargoed_until":
            yield text.format(**values)
    yield rules.formats.label
    yield text_words(48_000, rules)
    yield from (pdf_words(n_pages, 1_500_000, rules) for n_pages in (1, 2, 3, 5, 11, 21, 1200))
    for zone in ZONES:
        for month in (1, 7):
            until = datetime(2026, month, 4, 9, 30, tzinfo=time_zone(zone))
            yield rules.labels.embargoed_until.format(until=moment(until, rules))


def slots(pattern):
    return sorted(name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None)


@pytest.mark.parametrize("tag", list(shipped()))
def test_every_wording_has_each_slot_that_is_filled_once(tag):
    for key, text in wordings(tag).items():
        assert text, key
        if key == "labels.original":  # the name as it stands alone, or as in the sentence before
            assert slots(text) in (["language"], ["authoritative"])
            continue
        assert slots(text) == SLOTS.get(key, []), key
    pages = language(tag).formats.pages
    assert all(slots(form) in ([], ["number"]) for form in pages.values())
    assert slots(pages["other"]) == ["number"]


@pytest.mark.parametrize("tag", list(shipped()))
def test_the_furniture_is_set_as_the_language_sets_its_text(tag):
    for text in shown(tag):
        plain = re.sub("[\u2066\u2069]", "", text)
        assert typeset(plain, lang=tag) == plain
        assert "  " not in text
        assert not re.search("[\"'`]|\\.\\.", text)
        assert text == text.strip()


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_a_wording_from_right_to_left_begins_with_a_letter_of_that_direction(tag):
    for text in shown(tag):
        strong = (unicodedata.bidirectional(c) for c in text)
        assert next(one for one in strong if one in {"L", "R", "AL"}) != "L", text


@pytest.mark.parametrize("tag", list(shipped()))
def test_a_sentence_names_every_language_that_ships_in_the_form_that_it_needs(tag):
    assert set(language(tag).language_names) >= {subtags(one)[0] for one in shipped()}


@pytest.mark.parametrize("tag", list(shipped()))
def test_pages_have_a_form_for_every_number_of_them(tag):
    plural_form = locale(tag).plural_form
    forms = language(tag).formats.pages
    assert {plural_form(number) for number in range(1, 200)} <= set(forms)
    assert set(forms) <= plural_form.tags | {"other"}


@pytest.mark.parametrize("tag", [tag for tag in shipped() if direction(tag) is Direction.RTL])
def test_latin_letters_take_no_number_along_in_a_line_to_the_left(tag):
    shown = re.sub("\u2066[^\u2069]*\u2069", "", pdf_words(7, 48_000, language(tag)))
    assert re.findall(r"[A-Za-z]\W*\d|\d\W*[A-Za-z]", shown) == []


@pytest.mark.parametrize("tag", list(shipped()))
def test_units_of_size_are_the_short_ones_of_cldr(tag):
    def plain(words):
        return re.sub("[ \u00a0\u202f\u2066\u2069]", "", words).casefold()

    words = language(tag).formats
    for name, own in (("kilobyte", words.kilobytes), ("megabyte", words.megabytes)):
        cldr = format_unit(48, f"digital-{name}", length="short", locale=locale(tag))
        assert plain(own.format(number="48")) == plain(cldr)


@pytest.mark.parametrize(
    ("tag", "n_pages", "n_bytes", "words"),
    [
        ("en", 1, 400, "PDF, tagged, 1\u00a0page, 1\u00a0kB"),
        ("en", 1200, 1_250_000, "PDF, tagged, 1,200\u00a0pages, 1.2\u00a0MB"),
        ("fr", 2, 48_230, "PDF balisé, 2\u00a0pages, 48\u202fko"),
        ("fr", 2, 999_900, "PDF balisé, 2\u00a0pages, 1,0\u202fMo"),
        ("pl", 2, 48_000, "PDF z\u00a0tagami, 2\u00a0strony, 48\u00a0kB"),
        ("pl", 5, 48_000, "PDF z\u00a0tagami, 5\u00a0stron, 48\u00a0kB"),
        ("ro", 20, 48_000, "PDF etichetat, 20\u00a0de pagini, 48\u00a0kB"),
        ("ar", 2, 48_000, "ملف PDF موسوم، صفحتان، 48\u00a0كيلوبايت"),
        ("ar-EG", 3, 48_000, "ملف PDF موسوم، ٣\u00a0صفحات، ٤٨\u00a0كيلوبايت"),
        ("ur", 3, 12_345_678, "ٹیگ شدہ PDF فائل، 3\u00a0صفحات، \u206612\u00a0MB\u2069"),
        ("bn", 12, 48_000, "ট্যাগযুক্ত PDF, ১২টি পৃষ্ঠা, ৪৮\u00a0kB"),
        ("zh-Hans", 2, 48_000, "带标签的PDF，2页，48\u00a0kB"),
    ],
)
def test_a_link_to_a_pdf_says_how_long_and_how_large_it_is(tag, n_pages, n_bytes, words):
    assert pdf_words(n_pages, n_bytes, language(tag)) == words


@pytest.mark.parametrize(
    ("n_bytes", "words"),
    [(400, "400 bytes"), (1000, "1 kB"), (103_400, "103 kB"), (1_250_000, "1.2 MB")],
)
def test_the_command_counts_bytes_as_the_page_does(n_bytes, words):
    assert size_text(n_bytes) == words
