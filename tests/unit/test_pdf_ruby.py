"""Readings in the PDF stand above the middle of their words, and have room."""

from __future__ import annotations

import pytest
from laid_pages import laid_pages
from page_lines import laid_out
from weasyprint.formatting_structure.boxes import ParentBox, TextBox

from pressconv.resources import style_sheet


def boxes(box):
    box = getattr(box, "_box", box)  # what stands for a box that takes no room
    yield box
    for child in box.children if isinstance(box, ParentBox) else ():
        yield from boxes(child)


def laid(word, reading, monkeypatch):
    """Return the line, the box of the ruby, and those of its word and reading."""
    source = (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>t</title></head><body>'
        f"<p>読<ruby>{word}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>む<br>x</p></body></html>"
    )
    sheet = style_sheet("pdf.css") + "html { font: 16px/28px 'Noto Sans CJK JP' }"
    found = laid_out(source.encode(), sheet, monkeypatch)
    line = next(one for one in found if one.text.startswith("読")).boxes[0]
    texts = {one.text: one for one in boxes(line) if isinstance(one, TextBox)}
    (ruby,) = (one for one in line.children if one.element_tag == "ruby")
    return line, ruby, texts[word], texts[reading]


@pytest.mark.parametrize(
    ("word", "reading", "width_em"),
    [("漢字", "かんじ", 2), ("鎔", "ㄖㄨㄥˊ", 1.8), ("早期警報", "そう", 4)],
)
def test_a_reading_stands_above_the_middle_of_its_word(word, reading, width_em, monkeypatch):
    line, ruby, base, above = laid(word, reading, monkeypatch)
    assert ruby.width == pytest.approx(16 * width_em, abs=0.5)
    middles = [box.position_x + box.width / 2 for box in (ruby, base, above)]
    assert middles == pytest.approx([middles[0]] * 3, abs=0.1)
    assert line.position_y - 4.1 <= above.position_y < base.position_y + base.height / 4
    assert line.height == pytest.approx(28)


def test_the_words_around_keep_clear_of_a_wide_reading(monkeypatch):
    line, ruby, *_ = laid("鎔", "ㄖㄨㄥˊ", monkeypatch)
    after = line.children[-1]
    assert after.position_x >= ruby.position_x + ruby.width - 0.01


def page_of(content, lang, folder, monkeypatch):
    path = folder / "r.xml"
    path.write_text(
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head><headline>h'
        f'</headline><issued when="2026-03-12"/></head><body>{content}</body></release>',
        encoding="utf-8",
    )
    (page,) = laid_pages(path, monkeypatch)
    return page


def texts_of(page):
    return [one for one in boxes(page) if isinstance(one, TextBox)]


@pytest.mark.parametrize("lang", ["ja", "en", "vi", "el", "fa", "fi"])
def test_a_reading_stands_clear_of_its_word_and_of_the_line_before(lang, tmp_path, monkeypatch):
    ruby = '<span xml:lang="ja"><ruby>東京<reading>とう</reading></ruby></span>'
    page = page_of(f"<p>word<br/>{ruby} word</p>", lang, tmp_path, monkeypatch)
    texts = {one.text: one for one in texts_of(page)}
    word, reading = texts["東京"], texts["とう"]
    assert edge(reading, -0.12) <= edge(word, 0.88) + 0.1
    assert edge(reading, 0.88) >= edge(texts["word"], -0.24) - 0.5


def edge(text, above_em):
    """Return where on the page the type of a box of text is so far above its baseline."""
    return text.position_y + text.baseline - above_em * text.style["font_size"]


LONG = {
    "an address": ("https://example.org/" + "a" * 90, "address"),
    "a long word": ("a" * 200, "reading"),
    "a long reading": ("word", "r" * 160),
    "many words": ("one two three " * 12, "reading"),
    "a reading of many words": ("word", "one two three " * 20),
}


@pytest.mark.parametrize(("word", "reading"), LONG.values(), ids=LONG)
def test_a_long_word_or_reading_parts_and_stands_in_line(word, reading, tmp_path, monkeypatch):
    ruby = f"<ruby>{word}<reading>{reading}</reading></ruby>"
    page = page_of(f"<p>Before {ruby} after.</p>", "en", tmp_path, monkeypatch)
    end = page.content_box_x() + page.width + 1
    assert max(one.position_x + one.width for one in texts_of(page)) <= end
    sizes = {one.style["font_size"] for one in texts_of(page) if one.element_tag in {"ruby", "rt"}}
    assert len(sizes) == 1
    said = "".join(one.text for one in texts_of(page) if one.element_tag in {"rp", "rt"})
    assert said.replace(" ", "") == f"({reading})".replace(" ", "")


def test_short_words_with_readings_keep_them_above_beside_a_long_one(tmp_path, monkeypatch):
    long = "<ruby>word<reading>" + "r" * 160 + "</reading></ruby>"
    page = page_of(f"<p>{long} <ruby>w<reading>r</reading></ruby></p>", "en", tmp_path, monkeypatch)
    (short,) = (one for one in texts_of(page) if one.text == "r")
    (word,) = (one for one in texts_of(page) if one.text == "w")
    assert short.style["font_size"] == word.style["font_size"] / 2
