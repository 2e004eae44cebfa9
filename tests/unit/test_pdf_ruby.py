"""Readings in the PDF stand above the middle of their words, and have room."""

from __future__ import annotations

import pytest
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
