"""Words in the PDF are hyphenated seldom, by their language, and are whole when they are copied."""

from __future__ import annotations

from itertools import pairwise

import pytest
from page_lines import HYPHEN, laid_out
from printed import printed

import pressconv
from pressconv import pdfdoc
from pressconv.writers.html import styles

LONG = "La réunion internationale traitait des responsabilités gouvernementales multilatérales."


def source(body, *, lang="fr", style="", width_em=16):
    rules = (
        f"@page {{ size: 400mm }} p {{ width: {width_em}em; font-family: 'Noto Serif'; "
        f"hyphens: auto; hyphenate-limit-chars: 8 3 3; {style} }}"
    )
    head = f'<meta charset="utf-8"><title>t</title><style>{rules}</style>'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}'.encode()


def lines(text, monkeypatch, **more):
    found = laid_out(source(f"<p>{text}</p>", **more), "", monkeypatch)
    return found[0].lines if found else []


def parted(found):
    return [line for line in found if line.endswith(HYPHEN)]


def test_a_word_is_hyphenated_where_much_room_would_be_left(monkeypatch):
    assert parted(lines(LONG, monkeypatch)) == ["des responsabilités gouverne‐"]


def test_a_wider_zone_hyphenates_less(monkeypatch):
    assert len(parted(lines(LONG, monkeypatch, style="hyphenate-limit-zone: 60%"))) == 0


def test_never_two_lines_in_a_row_end_with_a_hyphen(monkeypatch):
    found = lines("internationalisation " * 30, monkeypatch, width_em=17)
    flags = [line.endswith(HYPHEN) for line in found]
    assert any(flags)
    assert (True, True) not in set(pairwise(flags))


@pytest.mark.parametrize("lang", ["ar", "tr", "x-y", "ko"])
def test_a_language_without_a_dictionary_has_no_hyphens(lang, monkeypatch):
    assert parted(lines(LONG, monkeypatch, lang=lang)) == []


def test_a_word_is_hyphenated_by_its_own_language(monkeypatch):
    word = "Staatsangehörigkeit"
    german = f'le dit <span lang="de">{word}</span>'
    assert parted(lines(f"le dit {word}", monkeypatch, width_em=7.5)) == ["le dit Staat‐"]
    assert parted(lines(german, monkeypatch, width_em=7.5)) == ["le dit Staats‐"]


@pytest.mark.parametrize(
    "word",
    [
        "https://example.org/internationalisation",
        "internationalisation@example.org",
        "123456789012",
    ],
)
def test_addresses_and_numbers_are_never_hyphenated(word, monkeypatch):
    assert parted(lines(f"voir ici {word} et", monkeypatch, width_em=9)) == []


def test_a_soft_hyphen_of_the_author_shows_where_its_line_ends(monkeypatch):
    found = lines(
        "le mot inter\u00adnationalisation ici", monkeypatch, width_em=7, style="hyphens: manual"
    )
    assert found[0] == "le mot inter‐"
    assert "\u00ad" not in "".join(lines("extra\u00adordinaire", monkeypatch, width_em=40))


def test_a_page_does_not_end_within_a_word(monkeypatch):
    style = "orphans: 1; widows: 1; line-height: 20px"
    page = source(f"<p>{LONG * 6}</p>", style=style).replace(b"size: 400mm", b"size: 400mm 240px")
    (found,) = laid_out(page, "", monkeypatch)
    lines = list(zip(found.lines, (box.position_y for box in found.boxes), strict=True))
    last = [line for (line, y), (_, below) in pairwise(lines) if below < y]
    assert len(last) > 3
    assert parted(last) == []
    assert parted(found.lines)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG * 3}</p>",
        "<p>le mot inter\u00adnationalisation ici</p>",
        "<p>vis-à-vis, porte-parole</p>",
    ],
)
def test_what_is_read_in_tag_order_has_words_whole(body):
    text = body.removeprefix("<p>").removesuffix("</p>").replace("\u00ad", "")
    found = pdfdoc.reading_text(pdfdoc.read_pdf(printed(source(body, width_em=8))))
    assert found == (text,)


def test_headings_names_links_and_foreign_words_are_not_hyphenated(monkeypatch):
    body = (
        f"<section><title>{LONG}</title><p>{LONG}</p></section>"
        f'<p><name>{LONG}</name></p><p><a href="https://example.org">{LONG}</a></p>'
        f'<p><span xml:lang="tr">{LONG}</span></p>'
    )
    release = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head><headline>h</headline>'
        f"</head><body>{body}</body></release>"
    )
    shown = pressconv.present(pressconv.read(release.encode()).value)
    html = pressconv.write_html(shown)
    sheet = "@page { size: 400mm } html { width: 200px } body * { hyphenate-limit-zone: 0 }"
    found = laid_out(html.data, styles.engine_sheet(shown) + sheet, monkeypatch)
    assert [bool(parted(one.lines)) for one in found] == [False, True, False, False, False]
