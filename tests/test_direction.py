"""What stands on a line, from its left edge to its right one: as UAX #9 orders it, on paper too."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import pytest
from conftest import ROOT, SAMPLES, sample_name
from order.browser import orders, shown
from order.laid_out import caught
from order.logical import Kind, blocks, paragraph
from order.page import differences, order_difference, spells
from outside_tools import require

import pressconv
from pressconv import Format
from pressconv.languages.tags import direction
from pressconv.loading import find_house, load_assets
from pressconv.model import Direction

RIGHT_TO_LEFT = [
    path
    for path in SAMPLES
    if direction(pressconv.read(path.read_bytes()).value.lang) is Direction.RTL
]
WITH_RIGHT_TO_LEFT_WORDS = ROOT / "samples" / "2026-03-12-plan-littoral" / "fr.xml"

# What the engine orders otherwise, by sample, in logical order. It orders each element for itself,
# and each line without those around it. The list may neither grow nor shrink unseen.
WIDTHS_PX = (320, 1280)

# Lines with parts in them, by the language around.
PARTS = {
    "ar": (
        "نشرت <em>United Nations</em> أمس",
        "مساحة 20 م<sup>2</sup> اليوم",
        "نسبة <strong>15</strong> % اليوم",
        "بمبلغ $<num value='15'>15</num> اليوم",
        "بين <time when='2026-01-01'>2026</time>-<time when='2030-01-01'>2030</time> اليوم",
        "الهاتف <a href='tel:+33199000200'>+33 1 99 00 02 00</a> اليوم",
        "الموقع <a href='https://example.org/'>https://example.org/</a>، اليوم",
        "البريد <a href='mailto:a@example.org'>a@example.org</a>.",
        "حلف (<em>NATO</em>) اليوم",
        "حلف <em>(NATO</em>) اليوم",
        "قال <q xml:lang='en'>No comment</q> اليوم",
        "قال <name>عمر<original xml:lang='en'>Omar</original></name>: نعم",
        "ملف<footnote>ملاحظة.</footnote> اليوم",
        "كلمة <span xml:lang='he'>שלום (12%)</span> اليوم",
        "اليوم عرض <strong>QGIS</strong>.",
        "<strong>LiDAR:</strong> تقنية",
        "<strong>10:30</strong>: موعد",
        "حرارة <num value='-5'>−5 °C</num> اليوم",
        "رقم <span dir='ltr'>AB <em>12</em> (x)</span>، اليوم",
        "عنوان <span dir='ltr'>see <span dir='rtl'>كلمة 12%</span> page 3</span> اليوم",
        "عنوان <span xml:lang='en'>see كلمة two</span> اليوم",
        "نشرت The <em>United Nations</em> Report أمس",
        "نشرت <em>The United</em> Nations أمس",
        "راجع Annual <a href='https://example.org/'>Report 2026</a> اليوم",
        "انبعاثات CO<sub>2</sub> اليوم",
        "سرعة 10<sup>6</sup> اليوم",
        "رقم 1<em>,24</em> اليوم",
        "رقم <em>12</em>/<em>2026</em> اليوم",
        "نسبة <num value='15'>15%</num> اليوم",
        "بمبلغ <num value='15'>$15</num> اليوم",
        "منظمة NATO (<em>OTAN</em>) Europe اليوم",
        "ملف <code>a</code> 12 <code>b</code> اليوم",
        "مشروع EU <abbr>CEN<expansion>c</expansion></abbr> Group اليوم",
        "كتاب SNTC, <cite xml:lang='fr'>Notice</cite>, v2.3 اليوم",
        "قال <q>Yes <em>we</em> can</q> اليوم",
        "ملف CSV<footnote>ملاحظة.</footnote> اليوم",
        "عام 2026<footnote>ملاحظة.</footnote> اليوم",
        "دول <em>A</em>, <em>B</em>, <em>C</em> اليوم",
        "بين <strong>2026-2030</strong> اليوم",
        "العنوان https://example.org/3-01 اليوم",
        "العنوان https://example.org/press/2026-05/3-01 اليوم",
        "العنوان <span dir='ltr'>see https://example.org/3-01 now</span> اليوم",
        "نظام Windows 10-11 اليوم",
        "كلمة <span xml:lang='fa'>۱۲٫۵٪</span> اليوم",
    ),
    "fa": (
        "تاریخ <time when='2026-03-12'>۱۴۰۴/۱۲/۲۱</time> امروز",
        "رشد <num value='12'>۱۲٪</num> امروز",
        "سال <strong>۱۴۰۴-۱۴۰۵</strong> امروز",
    ),
    "he": (
        "עלייה של <num value='12'>12%</num> היום",
        "טלפון <a href='tel:+1202'>+1 202</a>, היום",
        "בשנים <strong>2026-2030</strong> היום",
        "ב-<strong>NATO</strong> היום",
    ),
    "en": (
        "He said <span xml:lang='he'>שלום!</span> today",
        "He said <em>שלום</em> <strong>עולם</strong> today",
        "He said <span>של<em>ום</em></span> today",
        "He said שלום <num value='12'>12</num> today",
        "He said نسبة <strong>15%</strong> today",
    ),
}


def convert(path, to):
    release = pressconv.read(path.read_bytes()).value
    assets = load_assets(release, path.parent)
    house = find_house(path.parent)
    return pressconv.convert_all(release, to=[to], assets=assets, house=house).value.files[to]


@pytest.mark.parametrize(
    "path",
    [*RIGHT_TO_LEFT, pytest.param(WITH_RIGHT_TO_LEFT_WORDS, marks=pytest.mark.slow)],
    ids=sample_name,
)
def test_glyphs_stand_on_the_page_in_the_order_of_the_bidi_algorithm(path, monkeypatch):
    with caught(monkeypatch) as layouts:
        pdf = convert(path, Format.PDF)
    assert [(one.expected, one.found) for one in differences(layouts[-1], pdf)] == []


def release_of(parts, lang):
    body = "".join(f'<p xml:id="p{number}">{part}</p>' for number, part in enumerate(parts))
    return pressconv.read(
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>1</headline></head><body>{body}</body></release>".encode()
    ).value


@pytest.mark.parametrize("lang", PARTS)
def test_parts_of_a_line_stand_on_the_page_in_the_order_of_the_whole_line(lang, monkeypatch):
    parts = PARTS[lang]
    with caught(monkeypatch) as layouts:
        pdf = pressconv.convert(release_of(parts, lang), to=Format.PDF).value
    wrong = {one.element.get("id") for one in differences(layouts[-1], pdf)}
    assert [part for number, part in enumerate(parts) if f"p{number}" in wrong] == []


@pytest.mark.outside
def test_characters_stand_in_chromium_in_the_order_of_the_bidi_algorithm(sample_files):
    require("axe")
    paths = [sample_files[path, Format.HTML] for path in (*RIGHT_TO_LEFT, WITH_RIGHT_TO_LEFT_WORDS)]
    answers = shown(paths, WIDTHS_PX)
    pages = [path.read_bytes() for path in paths for _ in WIDTHS_PX]
    for page, answer in zip(pages, answers, strict=True):
        lines = list(orders(page, answer))
        assert len(lines) > 30
        assert [order_difference(*line) for line in lines if line[1] != line[2]] == []


@pytest.mark.outside
def test_parts_of_a_line_stand_in_chromium_in_the_order_of_the_whole_line(tmp_path):
    require("axe")
    paths = [tmp_path / f"{lang}.html" for lang in PARTS]
    for path in paths:
        parts = PARTS[path.stem]
        path.write_bytes(pressconv.convert(release_of(parts, path.stem), to=Format.HTML).value)
    for path, answer in zip(paths, shown(paths, [800]), strict=True):
        lines = list(orders(path.read_bytes(), answer))
        assert [order_difference(*line) for line in lines if line[1] != line[2]] == []


@pytest.mark.outside
def test_an_order_of_the_browsers_own_is_found(tmp_path):
    require("axe")
    path = tmp_path / "page.html"
    path.write_text('<meta charset="utf-8"><html dir="rtl"><p>אבג <bdo>abc</bdo> דה</p>', "utf-8")
    (answer,) = shown([path], [800])
    ((block, expected, found),) = orders(path.read_bytes(), answer)
    difference = order_difference(block, expected, found)
    assert (difference.expected, difference.found) == ("abc", "cba")


@pytest.mark.parametrize(
    ("shown", "is_right"),
    [
        (["2", "(", "א", ")"], True),
        (["2", ")", "א", "("], False),  # brackets that are not mirrored
        (["2", "(", ")", "א"], False),
        (["2", "(", "א"], False),
        (["(", "א", ")", "2"], False),
    ],
)
def test_a_line_is_right_only_if_every_sign_is_in_its_place(shown, is_right):
    block = paragraph(Element("p"), Direction.RTL, "(א) 2")
    expected = "".join(block.signs[at] for at in block.order).replace(" ", "")
    assert spells(expected, [frozenset({one}) for one in shown]) is is_right


def test_one_glyph_may_stand_for_several_letters_and_for_one_of_several():
    assert spells("abc", [frozenset({"ab"}), frozenset({"c", "d"})])
    assert spells("אבג", [frozenset({"א"}), frozenset({"גב"})])
    assert spells("abc", [frozenset({"a"}), frozenset(), frozenset({"", "b"}), frozenset({"bc"})])
    assert not spells("abc", [frozenset({"b"}), frozenset({"ac"})])


def test_an_element_with_a_direction_is_an_isolate_and_others_are_not():
    page = html5lib.parse(
        '<html dir="rtl"><p>א <em>ב<span dir="ltr">a 1</span></em>!<br>ג</p><p> </p>',
        namespaceHTMLElements=False,
    )
    found = blocks(page, lambda one: Kind.BLOCK if one.tag in {"body", "p"} else Kind.INLINE)
    assert [one.text for one in found] == ["א ב\u2066a 1\u2069!", "ג"]
