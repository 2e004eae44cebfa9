"""The style sheet that the language files make."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from embedded import faces
from printed import printed

import pressconv
from pressconv.house import PageSize
from pressconv.languages import language
from pressconv.pdf.page import page_sheet
from pressconv.themes import find_theme
from pressconv.writers.html import styles, write_html
from pressconv.writers.html.notice import quoted
from pressconv.writers.html.styles import language_sheet


def page(body, lang):
    style = "<style>html{font-family:'Noto Sans CJK JP'} em{font-style:normal}</style>"
    head = f'<meta charset="utf-8"><title>t</title>{style}'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}'.encode()


def heights(line_height, monkeypatch):
    """Return the heights of lines of text, heading and single word, in em."""
    rules = language("ar")
    tall = replace(rules, layout=replace(rules.layout, line_height=line_height))
    monkeypatch.setattr(styles, "language", lambda tag: tall)
    styles.language_sheet.cache_clear()
    sheet = styles.language_sheet("ar", ("ar",))
    styles.language_sheet.cache_clear()
    return [float(value) for value in re.findall(r"--pc-(?:leading|tight|word):([\d.]+)", sheet)]


@pytest.mark.parametrize(
    ("line_height", "expected"), [(1.5, [1.5, 1.2, 1]), (2.6, [2.6, 2.34, 2.34])]
)
def test_a_script_that_climbs_keeps_its_lines_apart(line_height, expected, monkeypatch):
    assert heights(line_height, monkeypatch) == expected


def shown(lang, body="x"):
    source = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>h</headline></head><body><p>{body}</p></body></release>"
    )
    return pressconv.present(pressconv.read(source.encode()).value)


def sheet(lang, medium, body="x"):
    return dict(styles.sheets(shown(lang, body), find_theme()))[medium]


@pytest.mark.parametrize("lang", ["ar", "fa", "ur", "he", "hi", "bn", "th", "am", "ko"])
def test_stressed_words_are_bold_where_the_script_has_no_slant(lang):
    rule = f":is(em,cite):lang({lang}){{font-style:normal;font-weight:700}}"
    assert rule in styles.language_sheet(lang, (lang,))


def test_a_script_that_climbs_keeps_its_lines_apart_under_a_reader_s_sheet():
    for lang in ("ur", "ur-IN"):
        assert sheet(lang, "(min-width: 0)").count("!important") == 2
    assert "!important" not in sheet("ar", "(min-width: 0)")
    assert "!important" in sheet("fr", "(min-width: 0)", '<span xml:lang="ur">a</span>')


@pytest.mark.parametrize(
    ("lang", "side"), [("ja", "over"), ("zh-Hans", "under"), ("zh-Hant", "under")]
)
def test_stressed_words_have_dots_in_a_browser_and_are_bold_in_the_pdf(lang, side):
    assert f":is(em,cite):lang({lang}){{font-style:normal}}" in sheet(lang, "all")
    dots = f"em:lang({lang}){{text-emphasis:filled dot;text-emphasis-position:{side} right}}"
    assert dots in sheet(lang, "(min-width: 0)")
    assert styles.engine_sheet(shown(lang)) == f"em:lang({lang}){{font-weight:700}}\n"
    body = '<p>a <em>国<span lang="en">b</span></em></p>'
    assert "Bold" in " ".join(faces(printed(page(body, lang), styles.engine_sheet(shown(lang)))))


def test_only_a_language_that_keeps_its_words_says_so_to_a_browser():
    assert "[lang]:lang(ko){word-break:keep-all}" in sheet("ko", "(min-width: 0)")
    assert "keep-all" not in sheet("ja", "(min-width: 0)") + sheet("fr", "(min-width: 0)")
    assert "line-break:strict" in sheet("fr", "(min-width: 0)")


@pytest.mark.parametrize(
    ("lang", "align", "hyphens"),
    [("fr", "start", "auto"), ("ar", "start", "manual"), ("ja", "justify", "manual")],
)
def test_edges_and_hyphens_go_by_language(lang, align, hyphens):
    rules = styles.language_sheet(lang, (lang,))
    assert f"--pc-align:{align};--pc-hyphens:{hyphens}" in rules


def test_foreign_words_keep_the_kind_of_faces_that_the_page_has():
    inline = ":is(span,a,em,strong,cite,abbr,code,time,data)[lang]:lang(en)"
    korean = '{--pc-serif:"Noto Sans CJK KR","Noto Sans"'
    assert f"{inline}{korean}" in styles.language_sheet("ko", ("ko", "en"))
    for lang in ("fr", "hi", "th", "ar", "ur"):
        assert inline not in styles.language_sheet(lang, (lang, "en"))
    assert ":lang(zh-Hans){--pc-serif:" in styles.language_sheet("ko", ("ko", "zh-Hans"))
    assert f"{inline[:-3]}zh-Hans)" not in styles.language_sheet("ko", ("ko", "zh-Hans"))


def test_the_engine_knows_every_property_that_it_is_given():
    for lang in ("ja", "ko", "fr", "ur"):
        assert pressconv.write_pdf(pressconv.write_html(shown(lang, "<em>a</em>")))


def test_the_running_foot_is_set_in_the_faces_of_its_language():
    sheet = page_sheet(shown("ar"), PageSize.A4)
    assert 'font-family: "Noto Sans", "Noto Naskh Arabic"' in sheet


def test_a_native_list_counts_in_the_numerals_of_its_language():
    assert "ol.pc-native:lang(fa){list-style:persian}" in language_sheet("fa", ("fa",))
    assert "pc-native" not in language_sheet("fr", ("fr",))


def test_what_the_faces_have_wrong_for_a_language_is_off_there_only():
    sheet = language_sheet("ar", ("ar", "fa"))
    assert 'font-feature-settings:"locl" 0}' in sheet
    assert sheet.count("font-feature-settings:normal}") == 1


def test_a_browser_ends_no_line_within_a_range_that_fits_a_telephone():
    body = "2026-2030, <num value='12'>12\u201314</num>, 1 and 20-year-old, 14.300.000-15.200.000"
    whole = re.findall(
        '<span class="pc-whole">(.*?)</span>', write_html(shown("en", body)).data.decode()
    )
    assert whole == ["2026-2030", "12\u201314"]
    assert ".pc-whole { white-space: nowrap }" in sheet("en", "all")


def test_the_words_of_an_embargo_break_out_of_no_style_sheet():
    hostile = 'a "b" \\ </style><p>c</p>'
    assert quoted(hostile) == '"a \\"b\\" \\\\ \\3c /style>\\3c p>c\\3c /p>"'


def test_only_a_release_that_may_not_be_used_has_a_head_on_paper():
    assert not [css for _, css in styles.sheets(shown("en"), find_theme()) if "@top-center" in css]
